"""The day and the period of a report; both travel in the address."""

from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.forms.fields import DayField, DayInput
from projects.templatetags.polish import day

NUMERALS = ("I", "II", "III", "IV")


class PeriodForm(forms.Form):
    """``on`` – figures as they stand on this day; ``since`` – the first day of the reporting period, or nothing."""

    since = DayField(label=_("Okres od"), required=False, widget=DayInput({"class": "input"}))
    on = DayField(label=_("Stan na dzień"), required=False, widget=DayInput({"class": "input"}))

    optional_unsaid = True

    def __init__(self, data, project):
        on = data.get("on") or project.default_day()
        super().__init__({"since": _as_written(data.get("since", "")), "on": _as_written(on)})

    def clean(self):
        cleaned = super().clean()
        since, on = cleaned.get("since"), cleaned.get("on")
        if since and on and since > on:
            self.add_error("since", _("Okres zaczyna się po dniu sprawozdania. Popraw jedną z dat."))
        return cleaned

    @property
    def query(self):
        """The period as it stands in an address."""
        days = {"since": self.cleaned_data["since"], "on": self.cleaned_data["on"]}
        return {name: value.isoformat() for name, value in days.items() if value}


def _as_written(value):
    """A day of an address as one writes it, 30.09.2022; what is no day stays as it is, for the form to refuse."""
    try:
        return day(DayField().to_python(value)) if value else ""
    except forms.ValidationError:
        return value


@dataclass(frozen=True)
class Quarter:
    """A quarter of the calendar, as far as it lies inside the project."""

    year: int
    numeral: str
    since: date
    on: date

    @property
    def is_running(self):
        return self.on >= timezone.localdate()


def quarters(project):
    """The quarters of the project that have begun, from the first; the first and the last may be shorter."""
    found, since, end = [], project.starts_on, min(project.ends_on, timezone.localdate())
    while since <= end:
        number = (since.month - 1) // 3
        following = date(since.year + number // 3, (number * 3 + 3) % 12 + 1, 1)
        found.append(Quarter(since.year, NUMERALS[number], since, min(following - timedelta(days=1), project.ends_on)))
        since = following
    return found
