"""The counselling card as a form: a line a meeting, several empty lines to type on, hours counted from the times."""

import re
import uuid
from datetime import time
from itertools import pairwise

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseModelFormSet, modelformset_factory
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.forms.fields import DayField
from projects.templatetags.polish import day

from ..actions import Refused
from ..cards import save_card
from ..hours import hours_between
from ..models import Session
from ..vocabulary import AttendanceStatus
from .period import refuse_outside

EMPTY_LINES = 6
MOST_LINES = 200
LONGEST_DAY = 24
GONE = _("Jednego ze spotkań nie ma już na tej karcie. Otwórz kartę jeszcze raz i sprawdź, czego brakuje.")
STATES = [
    (AttendanceStatus.PRESENT, _("odbyło się")),
    (AttendanceStatus.ABSENT, _("nieobecność")),
    (AttendanceStatus.EXCUSED, _("nieobecność uspr.")),
    ("", _("zaplanowane")),
]
HOUR, HOUR_AND_MINUTES = re.compile(r"\d{1,2}"), re.compile(r"(\d{1,2})(\d{2})")


class ClockField(forms.TimeField):
    """A time of the day as one types it in a hurry: ``9``, ``930``, ``9.30``, ``9:30``."""

    default_error_messages = {"invalid": _("Wpisz godzinę, na przykład 9.30.")}

    def __init__(self, **kwargs):
        widget = forms.TimeInput({"inputmode": "decimal", "autocomplete": "off", "placeholder": "9.00"}, format="%H.%M")
        super().__init__(widget=widget, **kwargs)

    def to_python(self, value):
        text = value.strip() if isinstance(value, str) else value
        if isinstance(text, str) and HOUR.fullmatch(text):
            text = f"{text}:00"
        elif isinstance(text, str) and (typed := HOUR_AND_MINUTES.fullmatch(text)):
            text = ":".join(typed.groups())
        elif isinstance(text, str):
            text = text.replace(".", ":")
        return super().to_python(text)


class MeetingForm(forms.ModelForm):
    """One line of the card."""

    starts_at = ClockField(label=_("Od"), required=False)
    ends_at = ClockField(label=_("Do"), required=False)
    status = forms.ChoiceField(label=_("Przebieg"), choices=STATES, required=False, initial=AttendanceStatus.PRESENT)
    submission = forms.UUIDField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Session
        fields = ["held_on", "starts_at", "ends_at", "topic", "leader"]
        field_classes = {"held_on": DayField}
        labels = {"held_on": _("Data"), "topic": _("Temat"), "leader": _("Specjalista")}

    def __init__(self, *args, card, marks, **kwargs):
        super().__init__(*args, **kwargs)
        self.card = card
        if self.instance.pk:
            del self.fields["submission"]
            self.fields["status"].initial = marks.get(self.instance.pk, "")
        else:
            self.fields["submission"].initial = uuid.uuid4
            self.fields["leader"].initial = self._usual_leader()
        for bound in self.fields.values():
            bound.widget.attrs["class"] = "input"

    def _usual_leader(self):
        """Who led the last meeting, else who leads the group."""
        last = self.card.meetings[-1].session.leader if self.card.meetings else ""
        return last or (self.card.enrolment.group.leader if self.card.enrolment else "")

    def has_changed(self):
        """A new line counts once a day, a time or a topic is on it; the specialist is filled in beforehand."""
        return bool(set(self.changed_data) - ({"submission", "leader", "status"} if not self.instance.pk else set()))

    def clean_held_on(self):
        return refuse_outside(self.cleaned_data["held_on"], self.card.form.project)

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("starts_at"), cleaned.get("ends_at")
        if not (start and end) and not ({"starts_at", "ends_at"} & set(self.errors)) and not self._keeps_its_hours():
            self.add_error("ends_at" if start else "starts_at", _("Podaj godzinę."))
        elif start and end and start >= end:
            self.add_error("ends_at", _("Spotkanie kończy się wcześniej, niż się zaczyna."))
        elif start and end and not self._keeps_its_hours():
            self.instance.hours = hours_between(start, end, self.card.form.hour_unit)
            if self.instance.hours > LONGEST_DAY:
                self.add_error("ends_at", _("Spotkanie ma ponad 24 godziny. Popraw godziny od–do."))
        if cleaned.get("status") and (cleaned.get("held_on") or timezone.localdate()) > timezone.localdate():
            self.add_error("status", _("To spotkanie jeszcze się nie odbyło: wybierz „zaplanowane”."))
        return cleaned

    def _keeps_its_hours(self):
        """Whether the times are those on record: then typed hours (a break taken off) stay."""
        return bool(self.instance.pk) and not {"starts_at", "ends_at"} & set(self.changed_data)

    @property
    def hours(self):
        """Hours of a saved line, None of an empty one."""
        return self.instance.hours if self.instance.pk else None


class MeetingRows(BaseModelFormSet):
    """All lines of the card."""

    default_error_messages = {
        "missing_management_form": _("Karta przyszła niekompletna. Otwórz stronę i wpisz zmiany jeszcze raz."),
        "too_many_forms": _("Za dużo wierszy: mieści się %(num)d."),
    }

    def __init__(self, *args, card, **kwargs):
        self.card, self.reasons = card, []
        marks = {meeting.session.pk: meeting.status for meeting in card.meetings}
        super().__init__(*args, form_kwargs={"card": card, "marks": marks}, prefix="card", **kwargs)

    def get_queryset(self):
        """The sessions of the card, in hand already; no other session can be changed here."""
        return self.card.own_sessions

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("usuń")

    def clean(self):
        super().clean()
        if any(form.instance.pk is None for form in self.initial_forms):
            raise ValidationError(GONE, code="gone")
        lines = [form for form in self._kept() if not form.errors]
        lines.sort(key=lambda form: (form.cleaned_data["held_on"], form.cleaned_data["starts_at"] or time.min))
        for earlier, later in pairwise(lines):
            if _overlap(earlier.cleaned_data, later.cleaned_data):
                raise ValidationError(
                    _("Spotkania %(day)s nakładają się na siebie. Popraw godziny jednego z nich."),
                    params={"day": day(later.cleaned_data["held_on"])},
                )

    def _kept(self):
        return [
            form
            for form in self.forms
            if not self._should_delete_form(form) and (form.instance.pk or form.has_changed())
        ]

    def saved(self, *, by):
        """Whether the card was posted, is right and has been saved; a line posted twice is saved once."""
        if not self.is_bound or not self.is_valid():
            return False
        changed = [form for form in self._kept() if form.has_changed() and not self._is_there(form)]
        removed = [form.instance for form in self.initial_forms if self._should_delete_form(form) and form.instance.pk]
        try:
            save_card(
                participation=self.card.participation,
                form=self.card.form,
                by=by,
                saved=[(self._session(form), form.cleaned_data["status"]) for form in changed],
                removed=removed,
            )
        except Refused as refused:
            self.reasons = refused.reasons
            return False
        self.count = len(changed) + len(removed)
        return True

    @staticmethod
    def _session(form):
        if number := form.cleaned_data.get("submission"):
            form.instance.submission = number
        return form.instance

    @staticmethod
    def _is_there(form):
        number = form.cleaned_data.get("submission")
        return bool(number) and Session.objects.filter(submission=number).exists()


def _overlap(earlier, later):
    same_day = earlier["held_on"] == later["held_on"]
    return bool(same_day and earlier["ends_at"] and later["starts_at"] and later["starts_at"] < earlier["ends_at"])


CardRows = modelformset_factory(
    Session,
    form=MeetingForm,
    formset=MeetingRows,
    extra=EMPTY_LINES,
    max_num=MOST_LINES,
    validate_max=True,
    can_delete=True,
)
