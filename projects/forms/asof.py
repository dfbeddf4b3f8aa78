""" "Stan na dzień": the day on which the figures of a page stand; it travels in the address."""

from calendar import monthrange
from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .fields import DayField, DayInput


class AsOfForm(forms.Form):
    """The day of a page with figures. Without a day, or with a wrong one, they stand on ``usual``, else on the project's own day."""

    on = DayField(
        label=_("Stan na dzień"),
        required=False,
        widget=DayInput(attrs={"class": "input"}),
    )

    def __init__(self, data, project, usual=None):
        self.project, self.usual = project, usual or project.default_day()
        super().__init__({"on": as_written(data.get("on")) or f"{self.usual:%d.%m.%Y}"})

    @property
    def day(self):
        """The day asked for; the usual one where none, or no date, was asked for."""
        return (self.is_valid() and self.cleaned_data["on"]) or self.usual

    @property
    def links(self):
        """Quick choices: today, the end of the last whole quarter inside the project, the project's last day."""
        today = timezone.localdate()
        found = [
            (_("dziś"), today),
            (_("koniec kwartału"), last_quarter_end(min(today, self.project.ends_on))),
            (_("koniec projektu"), self.project.ends_on),
        ]
        return [(label, day) for label, day in found if self.project.starts_on <= day]


def as_written(typed):
    """The day of the address as it is written on the page, dd.mm.rrrr; what is not a day stays as it was typed."""
    try:
        day = DayField(required=False).clean(typed or "")
        return f"{day:%d.%m.%Y}" if day else ""
    except ValidationError:
        return typed


def last_quarter_end(day: date) -> date:
    """The last day of the quarter that ended on this day or before it."""
    month = (day.month - 1) // 3 * 3 + 3
    end = date(day.year, month, monthrange(day.year, month)[1])
    if end <= day:
        return end
    month -= 3
    year = day.year if month else day.year - 1
    month = month or 12
    return date(year, month, monthrange(year, month)[1])
