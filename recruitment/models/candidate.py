"""The candidate: the same questions as the participant's form, an application, and where the commission has put it."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from participants.models import EntryFacts, Identity, Participation, Residence, Searchable
from participants.vocabulary import PremiseKind
from projects.constraints import check, one_of
from projects.models import CreatedOnce, Project, TargetGroup

from ..vocabulary import LEAVING, Decision
from .round import Round


class CandidateQuerySet(models.QuerySet):
    """Sets of candidates."""

    def matching(self, text):
        """Those whose names, identifier or number hold every word of the text, accents and case aside."""
        candidates = self
        for word in text.split():
            candidates = candidates.filter(search__contains=Searchable(Value(word)))
        return candidates

    def waiting(self):
        """Those about whom the commission has not decided."""
        return self.filter(decision=Decision.WAITING)

    def taking_places(self):
        """Those who hold a place: qualified, whether or not they have joined yet."""
        return self.filter(decision=Decision.QUALIFIED)

    def to_be_forgotten(self, on):
        """Those whose data may be kept no longer on this day."""
        return self.filter(decision__in=LEAVING, delete_after__lt=on)

    def in_polish_order(self):
        """By surname and name in the Polish alphabet."""
        return self.order_by("last_name", "first_name", "pk")


class Candidate(CreatedOnce, Identity, EntryFacts, Residence):
    """Somebody who applied in a round. ``number`` (K/2026/017) stands for the name wherever a list is published.

    ``decision`` and what belongs to it are written by ``actions.decisions`` alone, which also writes the history.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="candidates", verbose_name=_("projekt"))
    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="candidates", verbose_name=_("nabór"))
    number = models.CharField(_("numer zgłoszenia"), max_length=20, editable=False)
    applied_on = models.DateField(_("data wpływu zgłoszenia"))
    applied_at = models.TimeField(_("godzina wpływu"), null=True, blank=True)
    target_group = models.ForeignKey(
        TargetGroup,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="candidates",
        verbose_name=_("grupa docelowa"),
    )
    is_surroundings = models.BooleanField(_("osoba z otoczenia"), default=False)
    main_candidate = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="surroundings",
        verbose_name=_("z otoczenia osoby"),
    )
    needs = models.CharField(
        _("szczególne potrzeby"), max_length=300, blank=True, help_text=_("dostępność, tłumacz, opieka nad dzieckiem")
    )
    note = models.TextField(_("uwagi"), blank=True)
    lot = models.PositiveIntegerField(_("wylosowany numer"), null=True, editable=False)

    decision = models.CharField(_("decyzja"), max_length=10, choices=Decision, default=Decision.WAITING, editable=False)
    decided_on = models.DateField(_("data decyzji"), null=True, editable=False)
    decision_reason = models.CharField(_("uzasadnienie"), max_length=500, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("kto zapisał decyzję"),
    )
    delete_after = models.DateField(_("przechowywać do dnia"), null=True, editable=False)
    participation = models.ForeignKey(
        Participation,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="candidates",
        verbose_name=_("uczestnictwo"),
    )

    created_at = models.DateTimeField(_("dodano"), db_default=Now(), editable=False)
    updated_at = models.DateTimeField(_("zmieniono"), auto_now=True)
    search = models.GeneratedField(
        expression=Searchable(F("last_name"), F("first_name"), F("pesel"), F("other_identifier"), F("number")),
        output_field=models.TextField(),
        db_persist=True,
    )

    objects = CandidateQuerySet.as_manager()

    class Meta(Residence.Meta):
        abstract = False
        verbose_name = _("kandydat")
        verbose_name_plural = _("kandydaci")
        ordering = ["project", "pk"]
        indexes = [models.Index(fields=["project", "decision"], name="candidate_decisions")]
        constraints = [
            *Residence.Meta.constraints,
            *Identity.Meta.constraints,
            *EntryFacts.Meta.constraints,
            models.UniqueConstraint(
                fields=["round", "pesel"],
                condition=~Q(pesel=""),
                name="candidate_pesel_once_a_round",
                violation_error_message=_("Osoba o tym numerze PESEL złożyła już zgłoszenie w tym naborze."),
            ),
            models.UniqueConstraint(
                fields=["project", "number"],
                name="candidate_number_once",
                violation_error_message=_("Ten numer zgłoszenia jest już zajęty."),
            ),
            one_of("candidate_decision_known", "decision", Decision.values, _("Nie ma takiej decyzji na liście.")),
            check(
                "candidate_decision_has_day",
                Q(decision=Decision.WAITING, decided_on__isnull=True)
                | (~Q(decision=Decision.WAITING) & Q(decided_on__isnull=False)),
                _("Decyzja i jej data idą razem: podaj obie albo żadną."),
            ),
            check(
                "candidate_leaving_has_reason",
                ~Q(decision__in=LEAVING) | ~Q(decision_reason=""),
                _("Odrzucenie i rezygnacja wymagają uzasadnienia."),
            ),
            check(
                "candidate_leaving_has_deletion_day",
                Q(decision__in=LEAVING, delete_after__isnull=False)
                | (~Q(decision__in=LEAVING) & Q(delete_after__isnull=True)),
                _("Termin usunięcia danych mają tylko osoby odrzucone i te, które zrezygnowały."),
            ),
            check(
                "candidate_joined_only_if_qualified",
                Q(participation__isnull=True) | Q(decision=Decision.QUALIFIED),
                _("Uczestnikiem zostaje tylko osoba zakwalifikowana."),
            ),
            check(
                "candidate_main_person_of_surroundings",
                Q(main_candidate__isnull=True) | Q(is_surroundings=True),
                _("Osobę główną podaje się tylko dla osoby z otoczenia."),
            ),
            check(
                "candidate_not_its_own_surroundings",
                ~Q(main_candidate=F("pk")),
                _("Osoba nie może być swoim otoczeniem."),
            ),
        ]

    def get_absolute_url(self):
        return reverse("recruitment:candidate", args=[self.project.slug, self.pk])

    @property
    def reference(self):
        """What stands in logs and on published lists instead of the name."""
        return self.number

    @property
    def has_joined(self):
        return self.participation_id is not None


class CandidatePremise(models.Model):
    """A reason for being at risk that the candidate declares, and the document that shows it."""

    candidate = models.ForeignKey(
        Candidate, on_delete=models.CASCADE, related_name="premises", verbose_name=_("kandydat")
    )
    kind = models.CharField(_("przesłanka"), max_length=24, choices=PremiseKind)
    document = models.CharField(_("dokument"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("przesłanka kandydata")
        verbose_name_plural = _("przesłanki kandydatów")
        ordering = ["candidate", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "kind"],
                name="candidate_premise_once",
                violation_error_message=_("Ta przesłanka już jest zapisana."),
            ),
            one_of("candidate_premise_known", "kind", PremiseKind.values, _("Nie ma takiej przesłanki na liście.")),
        ]

    def __str__(self):
        return self.get_kind_display()


class ForgottenCandidate(models.Model):
    """What is left of a candidate whose data were deleted: that there was an application, and how it ended. No personal data."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="forgotten", verbose_name=_("nabór"))
    number = models.CharField(_("numer zgłoszenia"), max_length=20)
    decision = models.CharField(_("decyzja"), max_length=10, choices=Decision)
    decided_on = models.DateField(_("data decyzji"))
    forgotten_on = models.DateField(_("dane usunięto"))

    class Meta:
        verbose_name = _("usunięte zgłoszenie")
        verbose_name_plural = _("usunięte zgłoszenia")
        ordering = ["round", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "number"],
                name="forgotten_number_once",
                violation_error_message=_("To zgłoszenie jest już na liście usuniętych."),
            )
        ]

    def __str__(self):
        return self.number
