"""Forms of an application: its number and period, and the answer of the authority."""

from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from activities.forms.layout import sections
from projects.forms import WithinProjectForm
from projects.forms.fields import DayField
from projects.months import months_later

from .models import PaymentApplication

WIDTHS = {"number": "c4", "since": "c4 s6", "until": "c4 s6", "is_final": "c12", "measured_on": "c4", "note": "c12"}
USUAL_MONTHS = 3


class ApplicationForm(WithinProjectForm):
    """A new application begins where the last one ended and takes three months, as most do."""

    class Meta:
        model = PaymentApplication
        fields = list(WIDTHS)
        field_classes = {"since": DayField, "until": DayField, "measured_on": DayField}

    def __init__(self, *args, project, **kwargs):
        if "instance" not in kwargs:
            kwargs["initial"] = suggested(project) | kwargs.get("initial", {})
        super().__init__(*args, project=project, **kwargs)
        self.helper = sections(self, (_("Wniosek"), WIDTHS))

    def clean(self):
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and since > self.project.ends_on:
            self.add_error("since", _("Projekt już się wtedy skończył. Sprawdź początek okresu."))
        if until and until < self.project.starts_on:
            self.add_error("until", _("Projekt jeszcze się wtedy nie zaczął. Sprawdź koniec okresu."))
        if since and until:
            self._refuse_out_of_order(since, until, cleaned.get("is_final"))
        return cleaned

    def _refuse_out_of_order(self, since, until, is_final):
        """The final application is the last one."""
        others = self.project.payment_applications.exclude(pk=self.instance.pk)
        if is_final and others.filter(since__gt=until).exists():
            self.add_error("is_final", _("Po tym okresie jest już inny wniosek, więc ten nie jest końcowy."))
        if others.filter(is_final=True, until__lt=since).exists():
            self.add_error("since", _("Ten okres jest po wniosku końcowym. Po nim nie ma już żadnego."))


def suggested(project):
    """The number and the period of the application that comes next."""
    applications = list(project.payment_applications.in_order())
    since = applications[-1].until + timedelta(days=1) if applications else project.starts_on
    until = min(months_later(since, USUAL_MONTHS) - timedelta(days=1), project.ends_on)
    return {
        "number": f"WNP-{len(applications) + 1:03}",
        "since": since,
        "until": max(since, until),
        "is_final": until == project.ends_on,
    }


class RemarksForm(forms.Form):
    """What the authority wrote when it returned the application."""

    remarks = forms.CharField(
        label=_("Uwagi instytucji"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("przepisz albo wklej pismo; uwagi stoją na górze wniosku, dopóki go nie poprawisz"),
    )

    def clean_remarks(self):
        remarks = self.cleaned_data["remarks"].strip()
        if not remarks:
            raise ValidationError(_("Wpisz uwagi instytucji: bez nich nie wiadomo, co poprawić."), code="required")
        return remarks
