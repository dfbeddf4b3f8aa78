"""Money for people: the rates of a project, and what each person was granted for which period."""

from decimal import ROUND_HALF_UP, Decimal

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Round
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from participants.models import Participation
from projects.constraints import check, in_order, one_of
from projects.models import CreatedOnce, Project

from ..vocabulary import AllowanceKind, AllowanceUnit
from .support import FormOfSupport

GROSZ = Decimal("0.01")


def to_grosz(amount):
    """An amount rounded to the grosz, halves up."""
    return amount.quantize(GROSZ, ROUND_HALF_UP)


class AllowanceRate(models.Model):
    """What the project pays for one unit of an allowance, from a day on; ``zus`` is the contribution that comes on top of it."""

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, related_name="allowance_rates", verbose_name=_("projekt")
    )
    kind = models.CharField(_("rodzaj świadczenia"), max_length=12, choices=AllowanceKind)
    unit = models.CharField(_("za"), max_length=8, choices=AllowanceUnit)
    amount = models.DecimalField(_("stawka"), max_digits=10, decimal_places=2)
    zus = models.DecimalField(_("składka ZUS"), max_digits=10, decimal_places=2, default=Decimal(0))
    valid_from = models.DateField(_("obowiązuje od"))

    class Meta:
        verbose_name = _("stawka świadczenia")
        verbose_name_plural = _("stawki świadczeń")
        ordering = ["project", "kind", "valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "kind", "valid_from"],
                name="allowance_rate_once",
                violation_error_message=_("Stawka tego świadczenia od tego dnia już jest."),
            ),
            one_of(
                "allowance_rate_kind_known", "kind", AllowanceKind.values, _("Nie ma takiego świadczenia na liście.")
            ),
            one_of("allowance_rate_unit_known", "unit", AllowanceUnit.values, _("Nie ma takiej jednostki na liście.")),
            check("allowance_rate_positive", Q(amount__gt=0), _("Stawka musi być większa od zera.")),
            check("allowance_rate_zus_fits", Q(zus__gte=0), _("Składka ZUS nie może być ujemna.")),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.amount}"


class AllowanceQuerySet(models.QuerySet):
    """Sets of allowances."""

    def of_project(self, project):
        return self.filter(participation__project=project)

    def sums(self):
        """How many there are, and their ``amount``, ``zus`` and ``cost`` (both together) in złoty."""
        zero = Decimal("0.00")
        found = self.order_by().aggregate(
            count=models.Count("pk"), amount=models.Sum("amount", default=zero), zus=models.Sum("zus", default=zero)
        )
        return found | {"cost": found["amount"] + found["zus"]}


class Allowance(CreatedOnce):
    """What one person was granted for one period: a quantity times a rate, rounded to the grosz, halves up; ``zus`` on top.

    An allowance belongs to the month in which its period begins. A trigger keeps the period inside the participation.
    """

    participation = models.ForeignKey(
        Participation, on_delete=models.PROTECT, related_name="allowances", verbose_name=_("uczestnik")
    )
    form_of_support = models.ForeignKey(
        FormOfSupport,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="allowances",
        verbose_name=_("forma wsparcia"),
    )
    kind = models.CharField(_("rodzaj świadczenia"), max_length=12, choices=AllowanceKind)
    starts_on = models.DateField(_("za okres od"))
    ends_on = models.DateField(_("do"))
    unit = models.CharField(_("jednostka"), max_length=8, choices=AllowanceUnit)
    quantity = models.DecimalField(_("ile"), max_digits=8, decimal_places=2)
    rate = models.DecimalField(_("stawka"), max_digits=10, decimal_places=2)
    amount = models.DecimalField(_("kwota"), max_digits=12, decimal_places=2)
    zus = models.DecimalField(_("składka ZUS"), max_digits=12, decimal_places=2, default=Decimal(0))
    paid_on = models.DateField(_("wypłacono"), null=True, blank=True)
    document = models.CharField(
        _("dokument"), max_length=120, blank=True, help_text=_("lista wypłat, rachunek, numer przelewu")
    )

    objects = AllowanceQuerySet.as_manager()

    class Meta:
        verbose_name = _("świadczenie")
        verbose_name_plural = _("świadczenia")
        ordering = ["-starts_on", "-pk"]
        indexes = [models.Index(fields=["starts_on", "kind"], name="allowance_by_month")]
        constraints = [
            models.UniqueConstraint(
                fields=["participation", "kind", "starts_on", "ends_on", "form_of_support"],
                nulls_distinct=False,
                name="allowance_once",
                violation_error_message=_("To świadczenie za ten okres już jest zapisane dla tej osoby."),
            ),
            one_of("allowance_kind_known", "kind", AllowanceKind.values, _("Nie ma takiego świadczenia na liście.")),
            one_of("allowance_unit_known", "unit", AllowanceUnit.values, _("Nie ma takiej jednostki na liście.")),
            in_order(
                "allowance_period_in_order", "starts_on", "ends_on", _("Koniec okresu jest wcześniejszy niż początek.")
            ),
            check("allowance_quantity_positive", Q(quantity__gt=0), _("Liczba musi być większa od zera.")),
            check("allowance_amount_fits", Q(amount__gte=0, rate__gte=0), _("Kwota nie może być ujemna.")),
            check("allowance_zus_fits", Q(zus__gte=0), _("Składka ZUS nie może być ujemna.")),
            check(
                "allowance_amount_is_the_product",
                Q(amount=Round(F("quantity") * F("rate"), precision=2)),
                _("Kwota to liczba razy stawka, zaokrąglona do grosza."),
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.participation.reference}"

    def get_absolute_url(self):
        return reverse("activities:allowance", args=[self.participation.project.slug, self.pk])

    @property
    def cost(self):
        """What it costs the project: the amount with the contribution."""
        return self.amount + self.zus
