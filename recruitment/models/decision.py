"""What the commission says: answers to its own questions, its sittings, and the history of every decision."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from projects.constraints import check
from projects.models import CreatedOnce

from ..vocabulary import Decision
from .candidate import Candidate
from .round import Criterion, Round


class CommissionAnswer(models.Model):
    """The commission's answer about one candidate, to a question or as a mark, where no field of the form says it."""

    candidate = models.ForeignKey(
        Candidate, on_delete=models.CASCADE, related_name="answers", verbose_name=_("kandydat")
    )
    criterion = models.ForeignKey(
        Criterion, on_delete=models.CASCADE, related_name="answers", verbose_name=_("kryterium")
    )
    is_met = models.BooleanField(_("spełnia"), null=True, blank=True)
    points = models.PositiveSmallIntegerField(_("punkty"), null=True, blank=True)

    class Meta:
        verbose_name = _("odpowiedź komisji")
        verbose_name_plural = _("odpowiedzi komisji")
        ordering = ["candidate", "criterion"]
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "criterion"],
                name="commission_answers_once",
                violation_error_message=_("Komisja już na to odpowiedziała."),
            ),
            check(
                "commission_answer_or_mark",
                Q(is_met__isnull=False, points__isnull=True) | Q(is_met__isnull=True, points__isnull=False),
                _("Odpowiedź komisji to tak albo nie, albo liczba punktów."),
            ),
        ]

    def __str__(self):
        return f"{self.candidate.number}: {self.criterion_id}"


class Sitting(CreatedOnce):
    """A sitting of the commission: the day, who sat, how it voted. Its decisions are lines of the history.

    ``record`` keeps the rules in force that day and the quotas after the decisions, so that a protocol printed later says the same.
    """

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="sittings", verbose_name=_("nabór"))
    held_on = models.DateField(_("data posiedzenia"))
    place = models.CharField(_("miejsce"), max_length=160, blank=True)
    members = models.TextField(
        _("skład komisji"), help_text=_("jedna osoba w wierszu, z funkcją: Anna Nowak, przewodnicząca")
    )
    votes_for = models.PositiveSmallIntegerField(_("głosy za"), null=True, blank=True)
    votes_against = models.PositiveSmallIntegerField(_("głosy przeciw"), null=True, blank=True)
    votes_abstained = models.PositiveSmallIntegerField(_("głosy wstrzymujące się"), null=True, blank=True)
    note = models.TextField(_("przebieg i uwagi"), blank=True)
    record = models.JSONField(_("zasady i limity z tego dnia"), default=dict, blank=True, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("kto zapisał")
    )

    class Meta:
        verbose_name = _("posiedzenie komisji")
        verbose_name_plural = _("posiedzenia komisji")
        ordering = ["round", "held_on", "pk"]
        constraints = [
            check("sitting_has_members", ~Q(members=""), _("Wpisz, kto zasiadał w komisji.")),
        ]

    def __str__(self):
        return f"{self.round}, {self.held_on:%d.%m.%Y}"

    @property
    def people(self):
        """Who sat, a line each."""
        return [line.strip() for line in self.members.splitlines() if line.strip()]


class DecisionLog(models.Model):
    """One decision as it was made. Lines are added and never changed (a trigger refuses); they go with the candidate's data.

    ``points``, ``rank`` and ``assessment`` are what the commission saw that day: a list of {"criterion", "verdict", "fact",
    "points"}.
    """

    candidate = models.ForeignKey(
        Candidate, on_delete=models.CASCADE, related_name="history", verbose_name=_("kandydat")
    )
    sitting = models.ForeignKey(
        Sitting,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("posiedzenie komisji"),
    )
    at = models.DateTimeField(_("zapisano"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", verbose_name=_("kto zapisał")
    )
    decided_on = models.DateField(_("data decyzji"), null=True, blank=True)
    was = models.CharField(_("było"), max_length=10, choices=Decision)
    became = models.CharField(_("jest"), max_length=10, choices=Decision)
    proposed = models.CharField(_("propozycja programu"), max_length=10, choices=Decision, blank=True)
    reason = models.CharField(_("uzasadnienie"), max_length=500, blank=True)
    points = models.PositiveIntegerField(_("punkty"), null=True, blank=True)
    rank = models.PositiveIntegerField(_("miejsce na liście"), null=True, blank=True)
    assessment = models.JSONField(_("ocena kryteriów"), default=list, blank=True)

    class Meta:
        verbose_name = _("decyzja w historii")
        verbose_name_plural = _("historia decyzji")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.candidate.number}: {self.get_became_display()}"
