"""Several days in one field: "24.12.2024, 27.12.2024–03.01.2025"."""

import re
from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from projects.forms.fields import DayField

SEPARATOR = re.compile(r"[,;\n]|\s+(?=\d)")
RANGE = re.compile(r"\s*[–—]\s*|\s*\bdo\b\s*|(?<=\d{4})\s*-\s*(?=\d)")
LONGEST = 366


class DaysField(forms.CharField):
    """Days and spans of days, as a sorted list of dates; empty where none is named."""

    default_error_messages = {
        "days": _("Wpisz dni po przecinku, na przykład 24.12.2024, 27.12.2024–03.01.2025."),
        "order": _("Koniec okresu jest wcześniejszy niż początek."),
        "length": _("Ten okres jest dłuższy niż rok."),
    }

    def __init__(self, *, max_length=600, **kwargs):
        super().__init__(max_length=max_length, **kwargs)
        self._day = DayField()

    def to_python(self, value):
        text = RANGE.sub("–", super().to_python(value))
        return sorted({day for part in SEPARATOR.split(text) if part.strip() for day in self._span(part.strip())})

    def run_validators(self, value):
        """The text was looked at while it was read."""

    def has_changed(self, initial, data):
        return bool(data)

    def _span(self, part):
        ends = part.split("–")
        if len(ends) > 2:
            raise ValidationError(self.error_messages["days"], code="days")
        try:
            first, last = (self._day.clean(ends[place]) for place in (0, -1))
        except ValidationError:
            raise ValidationError(self.error_messages["days"], code="days") from None
        if last < first:
            raise ValidationError(self.error_messages["order"], code="order")
        if (last - first).days > LONGEST:
            raise ValidationError(self.error_messages["length"], code="length")
        return [first + timedelta(days=n) for n in range((last - first).days + 1)]
