"""A round of recruitment and its rules: who may enter, what earns points, how many of whom there have to be."""

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.constraints import check, in_order, one_of
from projects.models import CreatedOnce, Project

from ..vocabulary import BY_COMMISSION, DEFAULT_TIES, TIE_PATTERN, CriterionKind, RuleCode


def default_ties():
    """More premises first, then the earlier application (domain notes, section 6)."""
    return list(DEFAULT_TIES)


class Round(CreatedOnce):
    """One round of recruitment: from when to when, for how many places, and what decides between equal points.

    Criteria belong to the round, so that a change of the rules between rounds leaves the earlier ranking as it was.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="rounds", verbose_name=_("projekt"))
    name = models.CharField(_("nazwa"), max_length=80, help_text=_("na przykład: nabór II, otoczenie"))
    opens_on = models.DateField(_("początek przyjmowania zgłoszeń"))
    closes_on = models.DateField(
        _("koniec przyjmowania zgłoszeń"), null=True, blank=True, help_text=_("puste: do wyczerpania miejsc")
    )
    venues = models.CharField(
        _("miejsca rekrutacji"),
        max_length=300,
        blank=True,
        help_text=_("gdzie przyjmuje się zgłoszenia i prowadzi rozmowy"),
    )
    places = models.PositiveIntegerField(_("liczba miejsc"))
    reserve_places = models.PositiveIntegerField(
        _("miejsca na liście rezerwowej"), null=True, blank=True, help_text=_("puste: bez ograniczenia")
    )
    tie_order = ArrayField(
        models.CharField(max_length=40, validators=[RegexValidator(TIE_PATTERN)]),
        verbose_name=_("co rozstrzyga przy równej liczbie punktów"),
        default=default_ties,
        blank=True,
    )
    retention_months = models.PositiveSmallIntegerField(
        _("ile miesięcy przechowywać dane osób nieprzyjętych"),
        default=12,
        help_text=_("od dnia odrzucenia albo rezygnacji"),
    )

    class Meta:
        verbose_name = _("nabór")
        verbose_name_plural = _("nabory")
        ordering = ["project", "-opens_on", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "name"],
                name="round_name_once",
                violation_error_message=_("Nabór o tej nazwie już jest w tym projekcie."),
            ),
            in_order(
                "round_closes_after_it_opens",
                "opens_on",
                "closes_on",
                _("Koniec przyjmowania zgłoszeń jest wcześniejszy niż początek."),
            ),
            check("round_has_places", Q(places__gte=1, places__lte=100_000), _("Liczba miejsc to od 1 do 100 000.")),
            check(
                "round_retention_in_months",
                Q(retention_months__gte=1, retention_months__lte=120),
                _("Okres przechowywania to od 1 do 120 miesięcy."),
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("recruitment:ranking", args=[self.project.slug, self.pk])

    def is_open_on(self, day):
        """Whether applications are taken on the day."""
        return self.opens_on <= day and (self.closes_on is None or day <= self.closes_on)

    @property
    def is_open(self):
        return self.is_open_on(timezone.localdate())


class Ruled(models.Model):
    """Something that asks one rule of the vocabulary about a candidate, with the parameters of that rule."""

    rule = models.CharField(_("reguła"), max_length=20, choices=RuleCode)
    params = models.JSONField(_("parametry"), default=dict, blank=True)
    label = models.CharField(
        _("jak to nazwać"), max_length=250, blank=True, help_text=_("puste: zdanie ułożone z reguły")
    )

    class Meta:
        abstract = True

    def __str__(self):
        return self.sentence

    @property
    def sentence(self):
        """The rule in words with its parameters, or the words that the project gave it."""
        from ..rules import RULES

        return self.label or str(RULES[self.rule].sentence(self.params))


class CriterionQuerySet(models.QuerySet):
    """Sets of criteria."""

    def in_order(self):
        """Formal ones first, then as the rules of the project put them."""
        return self.order_by("kind", "position", "pk")


class Criterion(Ruled):
    """A condition to be met, or one that earns points. ``points`` of a mark by the commission are the most that it can give."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="criteria", verbose_name=_("nabór"))
    kind = models.CharField(_("rodzaj"), max_length=10, choices=CriterionKind)
    points = models.PositiveSmallIntegerField(_("punkty"), null=True, blank=True)
    position = models.PositiveSmallIntegerField(_("kolejność"), default=0)

    objects = CriterionQuerySet.as_manager()

    class Meta:
        verbose_name = _("kryterium")
        verbose_name_plural = _("kryteria")
        ordering = ["round", "kind", "position", "pk"]
        constraints = [
            one_of("criterion_rule_known", "rule", RuleCode.values, _("Nie ma takiej reguły na liście.")),
            check(
                "criterion_points_when_scored",
                Q(kind=CriterionKind.FORMAL, points__isnull=True)
                | Q(kind=CriterionKind.SCORED, points__isnull=False, points__gte=1, points__lte=1000),
                _("Kryterium punktowane ma od 1 do 1000 punktów, formalne nie ma punktów."),
            ),
            check(
                "criterion_mark_is_scored",
                ~Q(rule=RuleCode.SCORE) | Q(kind=CriterionKind.SCORED),
                _("Ocena komisji daje punkty, więc nie może być kryterium formalnym."),
            ),
            check(
                "criterion_question_is_worded",
                ~Q(rule__in=BY_COMMISSION) | ~Q(label=""),
                _("Wpisz treść pytania albo nazwę oceny: nie wynika ona z żadnego pola formularza."),
            ),
        ]

    @property
    def is_asked(self):
        """Whether the commission answers it, and not the form."""
        return self.rule in BY_COMMISSION


class Quota(Ruled):
    """How many places, or what part of them, have to go to people of whom a rule is true: in a round, or in all together."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="quotas", verbose_name=_("projekt"))
    round = models.ForeignKey(
        Round,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="quotas",
        verbose_name=_("nabór"),
        help_text=_("puste: wszystkie nabory projektu razem"),
    )
    at_least = models.PositiveIntegerField(_("co najmniej osób"), null=True, blank=True)
    percent = models.DecimalField(
        _("co najmniej procent miejsc"), max_digits=5, decimal_places=2, null=True, blank=True
    )

    class Meta:
        verbose_name = _("limit miejsc dla grupy")
        verbose_name_plural = _("limity miejsc dla grup")
        ordering = ["project", "pk"]
        constraints = [
            one_of(
                "quota_rule_of_facts",
                "rule",
                [code for code in RuleCode.values if code not in BY_COMMISSION],
                _("Limit miejsc opiera się na danych z formularza, nie na ocenie komisji."),
            ),
            check(
                "quota_people_or_percent",
                Q(at_least__isnull=True, percent__isnull=False) | Q(at_least__isnull=False, percent__isnull=True),
                _("Podaj liczbę osób albo procent miejsc: jedno z dwojga."),
            ),
            check(
                "quota_percent_within_hundred",
                Q(percent__isnull=True) | Q(percent__gt=0, percent__lte=100),
                _("Procent miejsc jest większy od 0 i nie większy niż 100."),
            ),
            check(
                "quota_asks_for_somebody",
                Q(at_least__isnull=True) | Q(at_least__gte=1, at_least__lte=100_000),
                _("Limit to co najmniej jedna osoba."),
            ),
        ]
