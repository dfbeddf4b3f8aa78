"""What an agreement promises, in people or in per cent, and how its annexes change the promise."""

from datetime import date
from decimal import Decimal

from django.db import models
from django.db.models import Q
from django.db.models.functions import Cast, JSONObject
from django.utils.translation import gettext_lazy as _

from projects.constraints import check, parts_fit
from projects.models import CreatedOnce


class Promise(models.Model):
    """A promised value: women, men and total, a total alone, per cent of the participants, or nothing.

    ``is_at_least`` – the number of women, or the per cent, is a lowest value (co najmniej).
    """

    women = models.PositiveIntegerField(_("cel: kobiety"), null=True, blank=True)
    men = models.PositiveIntegerField(_("cel: mężczyźni"), null=True, blank=True)
    total = models.PositiveIntegerField(_("cel: ogółem"), null=True, blank=True)
    percent = models.DecimalField(
        _("cel w procentach uczestników"),
        max_digits=5,
        decimal_places=2,
        null=True,
        blank=True,
    )
    is_at_least = models.BooleanField(_("cel dla kobiet albo procent jest wartością minimalną"), default=False)

    class Meta:
        abstract = True

    @property
    def is_empty(self):
        """Nothing is promised."""
        return self.total is None and self.percent is None


def promise_rules(prefix):
    """The rules that every promised value obeys; ``prefix`` begins their names in the database."""
    return [
        parts_fit(
            f"{prefix}_parts_fit",
            "women",
            "men",
            "total",
            _("Cele kobiet i mężczyzn nie zgadzają się z celem ogółem."),
        ),
        check(
            f"{prefix}_percent_in_range",
            Q(percent__isnull=True) | Q(percent__gt=0, percent__lte=100),
            _("Cel w procentach jest większy od zera i najwyżej 100."),
        ),
        check(
            f"{prefix}_number_or_percent",
            Q(percent__isnull=True) | Q(women__isnull=True, men__isnull=True, total__isnull=True),
            _("Cel jest liczbą albo procentem uczestników. Zostaw jedno z nich."),
        ),
    ]


class TargetCorrection(Promise, CreatedOnce):
    """What an annex of the agreement made of a target, from a day on; empty when the annex took the target away."""

    indicator = models.ForeignKey(
        "indicators.ProjectIndicator",
        on_delete=models.CASCADE,
        related_name="corrections",
        verbose_name=_("wskaźnik"),
    )
    annex = models.CharField(_("aneks"), max_length=100, help_text=_("na przykład: aneks nr 2 z 14.03.2021"))
    holds_from = models.DateField(_("obowiązuje od"))

    class Meta:
        verbose_name = _("zmiana celu")
        verbose_name_plural = _("zmiany celów")
        ordering = ["indicator", "holds_from", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "holds_from"],
                name="correction_once_a_day",
                violation_error_message=_("Od tego dnia obowiązuje już inna zmiana tego celu."),
            ),
            check("correction_names_its_annex", ~Q(annex=""), _("Podaj, który aneks zmienia cel.")),
            *promise_rules("correction"),
        ]

    def __str__(self):
        return self.annex

    @classmethod
    def read(cls, found):
        """The correction that ``AS_JSON`` wrote inside a statement on indicators."""
        percent = found["percent"]
        found |= {"holds_from": date.fromisoformat(found["holds_from"]), "percent": percent and Decimal(percent)}
        return cls(**found)


AS_JSON = JSONObject(
    id="pk",
    annex="annex",
    holds_from="holds_from",
    women="women",
    men="men",
    total="total",
    percent=Cast("percent", models.TextField()),  # a number of JSON would lose its decimals
    is_at_least="is_at_least",
)
