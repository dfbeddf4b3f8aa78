"""A certificate of completion that was issued: its number, its day, and what it says."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from projects.constraints import check, in_order
from projects.models import Project

from .support import Enrolment


class Certificate(models.Model):
    """What was handed out to a person who finished a form of support.

    Dates and hours are those of the day of issue, so that a second print says what the first said. Numbers run through the
    project without gaps and are never given twice.
    """

    project = models.ForeignKey(
        Project, on_delete=models.PROTECT, related_name="certificates", verbose_name=_("projekt")
    )
    enrolment = models.OneToOneField(
        Enrolment, on_delete=models.PROTECT, related_name="certificate", verbose_name=_("udział we wsparciu")
    )
    ordinal = models.PositiveIntegerField(_("numer"))
    issued_on = models.DateField(_("wystawiono"))
    starts_on = models.DateField(_("wsparcie od"))
    ends_on = models.DateField(_("wsparcie do"))
    hours = models.DecimalField(_("godziny"), max_digits=6, decimal_places=2)

    class Meta:
        verbose_name = _("zaświadczenie")
        verbose_name_plural = _("zaświadczenia")
        ordering = ["project", "ordinal"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "ordinal"],
                name="certificate_number_once",
                violation_error_message=_("Zaświadczenie o tym numerze już wystawiono."),
            ),
            in_order(
                "certificate_dates_in_order",
                "starts_on",
                "ends_on",
                _("Koniec wsparcia na zaświadczeniu jest wcześniejszy niż początek."),
            ),
            check("certificate_hours_fit", Q(hours__gte=0), _("Liczba godzin na zaświadczeniu nie może być ujemna.")),
        ]

    def __str__(self):
        return self.number

    @property
    def number(self):
        """As it is printed: the ordinal in the project and the year of issue."""
        return f"{self.ordinal}/{self.issued_on.year}"
