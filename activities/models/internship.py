"""An internship (staż, praktyka): where, with whom, from when until when, and how many hours were done in each month."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from stdnum.pl import nip as nip_number

from projects.constraints import check, in_order
from projects.models import CreatedOnce

from .support import Enrolment


class Internship(CreatedOnce):
    """An internship of an enrolled person with one host; who changes the host has two. Hours are clock hours."""

    enrolment = models.ForeignKey(
        Enrolment, on_delete=models.CASCADE, related_name="internships", verbose_name=_("udział we wsparciu")
    )
    host = models.CharField(_("organizator stażu"), max_length=200, help_text=_("firma lub instytucja"))
    host_nip = models.CharField(_("NIP organizatora"), max_length=10, blank=True)
    address = models.CharField(_("miejsce odbywania"), max_length=200, blank=True)
    supervisor = models.CharField(_("opiekun"), max_length=120, blank=True)
    starts_on = models.DateField(_("od"))
    ends_on = models.DateField(_("do"))
    hours_a_day = models.DecimalField(_("godziny dziennie"), max_digits=4, decimal_places=2, null=True, blank=True)
    hours_a_week = models.DecimalField(_("godziny tygodniowo"), max_digits=5, decimal_places=2, null=True, blank=True)
    note = models.CharField(_("uwagi"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("staż")
        verbose_name_plural = _("staże")
        ordering = ["enrolment", "starts_on", "pk"]
        constraints = [
            in_order(
                "internship_dates_in_order",
                "starts_on",
                "ends_on",
                _("Koniec stażu jest wcześniejszy niż początek."),
            ),
            check("internship_host_nip_digits", Q(host_nip="") | Q(host_nip__regex=r"^\d{10}$"), _("NIP ma 10 cyfr.")),
            check(
                "internship_day_has_hours",
                Q(hours_a_day__isnull=True) | Q(hours_a_day__gt=0, hours_a_day__lte=24),
                _("Godzin dziennie jest więcej niż 0, a nie więcej niż 24."),
            ),
            check(
                "internship_week_has_hours",
                Q(hours_a_week__isnull=True) | Q(hours_a_week__gt=0, hours_a_week__lte=168),
                _("Godzin tygodniowo jest więcej niż 0, a nie więcej niż 168."),
            ),
        ]

    def __str__(self):
        return self.host

    def get_absolute_url(self):
        project = self.enrolment.group.form_of_support.project
        return reverse("activities:internship", args=[project.slug, self.pk])

    @property
    def shown_nip(self):
        """The host's number as people write it, 123-456-32-18; "" where there is none."""
        return nip_number.format(self.host_nip) if self.host_nip else ""


class InternshipMonth(models.Model):
    """Hours done in one month of an internship; ``month`` is its first day."""

    internship = models.ForeignKey(Internship, on_delete=models.CASCADE, related_name="months", verbose_name=_("staż"))
    month = models.DateField(_("miesiąc"))
    hours = models.DecimalField(_("godziny"), max_digits=5, decimal_places=2)

    class Meta:
        verbose_name = _("miesiąc stażu")
        verbose_name_plural = _("miesiące stażu")
        ordering = ["internship", "month"]
        constraints = [
            models.UniqueConstraint(
                fields=["internship", "month"],
                name="internship_month_once",
                violation_error_message=_("Godziny tego miesiąca już są wpisane."),
            ),
            check(
                "internship_month_begins", Q(month__day=1), _("Miesiąc stażu zapisuje się pod jego pierwszym dniem.")
            ),
            check(
                "internship_month_hours",
                Q(hours__gte=0, hours__lte=744),
                _("Godzin w miesiącu jest od 0 do 744."),
            ),
        ]

    def __str__(self):
        return f"{self.month:%m.%Y}"
