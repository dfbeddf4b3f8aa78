"""Opening hours of one day as people write them: ``7.30–15.30``, ``od 8 do 12, 13–16``."""

import re
from datetime import time
from itertools import pairwise

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from ..facts import between

INTERVAL = re.compile(r"(?:od\s*)?(\d{1,2})(?:[.:](\d{2}))?\s*(?:-|–|—|do)\s*(\d{1,2})(?:[.:](\d{2}))?")
SEPARATOR = re.compile(r"\s*(?:[,;]|\bi\b|\boraz\b)\s*")


class HoursField(forms.CharField):
    """The hours of one day as a list of (opens, closes) in order; an empty list where the office is closed."""

    default_error_messages = {
        "form": _("Wpisz godziny jako 7.30–15.30, a przerwę oddziel przecinkiem: 8–12, 13–16."),
        "order": _("Godzina zamknięcia musi być późniejsza niż otwarcia."),
        "overlap": _("Te godziny nakładają się na siebie."),
    }

    def __init__(self, *, max_length=60, **kwargs):
        super().__init__(max_length=max_length, **kwargs)

    def prepare_value(self, value):
        return ", ".join(between(*interval) for interval in value) if isinstance(value, list) else value

    def to_python(self, value):
        text = super().to_python(value)
        return sorted(self._interval(part) for part in SEPARATOR.split(text.lower()) if part)

    def validate(self, value):
        super().validate(value)
        if any(opens >= closes for opens, closes in value):
            raise ValidationError(self.error_messages["order"], code="order")
        if any(following[0] < earlier[1] for earlier, following in pairwise(value)):
            raise ValidationError(self.error_messages["overlap"], code="overlap")

    def run_validators(self, value):
        """The text was looked at while it was read; a list has no length in letters."""

    def has_changed(self, initial, data):
        try:
            return self.to_python(data) != (initial or [])
        except ValidationError:
            return True

    def _interval(self, text):
        match = INTERVAL.fullmatch(text.strip())
        if not match:
            raise ValidationError(self.error_messages["form"], code="form")
        from_hour, from_minute, to_hour, to_minute = (int(part or 0) for part in match.groups())
        try:
            return time(from_hour, from_minute), time(to_hour, to_minute)
        except ValueError:
            raise ValidationError(self.error_messages["form"], code="form") from None
