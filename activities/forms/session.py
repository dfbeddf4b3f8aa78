"""The form of a session, and of a series of them."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.forms import OnceForm
from projects.forms.fields import DayField

from ..actions import Refused, save_sessions
from ..hours import MINUTES, hours_between
from ..models import Session
from ..queries import members_of
from ..vocabulary import Mode
from .layout import sections
from .period import refuse_outside

WEEK = timedelta(days=7)
LONGEST_SERIES = 60
SECTIONS = [
    (
        _("Kiedy"),
        {"enrolment": "c12", "held_on": "c4", "starts_at": "c2 s6", "ends_at": "c2 s6", "hours": "c4"},
    ),
    (_("Powtarzaj"), {"repeat_until": "c4 s6", "repeat_times": "c4 s6"}),
    (_("Gdzie i z kim"), {"place": "c6", "leader": "c6", "topic": "c12"}),
]
TIME = {"inputmode": "numeric", "autocomplete": "off", "placeholder": "9.00"}


class PersonChoice(forms.ModelChoiceField):
    """An enrolled person, by name."""

    def label_from_instance(self, enrolment):
        return enrolment.participation.person.name


class SessionForm(OnceForm):
    """One session of a group, or of one person where support is individual; a new one may be repeated every week.

    Hours left empty follow from the times, in the unit of the form of support; typed hours stay, unless the times change
    and they do not.
    """

    hours = forms.DecimalField(
        label=_("Godziny"),
        max_digits=5,
        decimal_places=2,
        required=False,
        localize=True,
        widget=forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}),
    )
    repeat_until = DayField(label=_("Co tydzień do dnia"), required=False)
    repeat_times = forms.IntegerField(
        label=_("Albo ile razy łącznie"),
        min_value=1,
        max_value=LONGEST_SERIES,
        required=False,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )

    class Meta:
        model = Session
        fields = ["enrolment", "held_on", "starts_at", "ends_at", "hours", "place", "leader", "topic"]
        field_classes = {"enrolment": PersonChoice, "held_on": DayField}
        widgets = {"starts_at": forms.TimeInput(TIME, format="%H.%M"), "ends_at": forms.TimeInput(TIME, format="%H.%M")}

    def __init__(self, *args, group, **kwargs):
        super().__init__(*args, **kwargs)
        self.reasons, self.further_days = [], []
        self.group = self.instance.group = group
        self.support = group.form_of_support
        self._name_the_hours()
        self._choose_the_person()
        if self.instance.pk:
            del self.fields["repeat_until"], self.fields["repeat_times"]
        self.helper = sections(self, *SECTIONS)

    @property
    def minutes(self):
        """How long one hour of this form of support is."""
        return MINUTES[self.support.hour_unit]

    def _name_the_hours(self):
        self.fields["hours"].help_text = _("%(unit)s; puste policzą się z godzin od–do") % {
            "unit": self.support.get_hour_unit_display()
        }

    def _choose_the_person(self):
        """Individual support asks for the person; a session that has marks keeps whom they are about."""
        if self.support.mode == Mode.GROUP and not self.instance.enrolment_id:
            del self.fields["enrolment"]
            return
        field = self.fields["enrolment"]
        field.queryset = members_of(self.group)
        field.required, field.help_text = True, ""
        if self.instance.pk and self.instance.attendances.exists():
            field.disabled = True
            field.help_text = _("obecność jest już zapisana, więc osoby nie można zmienić")

    def clean_held_on(self):
        return refuse_outside(self.cleaned_data["held_on"], self.support.project)

    def clean_repeat_until(self):
        return refuse_outside(self.cleaned_data["repeat_until"], self.support.project)

    def clean(self):
        cleaned = super().clean()
        self._hours_from_times(cleaned)
        self._series(cleaned)
        if (held_on := cleaned.get("held_on")) and self._is_marked_later(held_on):
            self.add_error(
                "held_on", _("Na tych zajęciach jest już zapisana obecność, więc nie mogą być w przyszłości.")
            )
        return cleaned

    def _hours_from_times(self, cleaned):
        start, end, hours = cleaned.get("starts_at"), cleaned.get("ends_at"), cleaned.get("hours")
        times_changed = not {"starts_at", "ends_at"}.isdisjoint(self.changed_data)
        is_stale = hours is None or (times_changed and "hours" not in self.changed_data)
        if start and end and start < end and is_stale and "hours" not in self.errors:
            cleaned["hours"] = hours_between(start, end, self.support.hour_unit)
        elif hours is None and not self.errors:
            self.add_error("hours", _("Podaj godziny od–do albo liczbę godzin."))

    def _series(self, cleaned):
        """The further days of a series; more than a year of weeks is a slip."""
        first, until, times = cleaned.get("held_on"), cleaned.get("repeat_until"), cleaned.get("repeat_times")
        if not first or (not until and not times):
            return
        if until and times:
            self.add_error("repeat_times", _("Podaj dzień końca albo liczbę zajęć, nie jedno i drugie."))
        elif until and until < first:
            self.add_error("repeat_until", _("Koniec powtarzania jest wcześniejszy niż pierwsze zajęcia."))
        else:
            self._further_days(first, times or (until - first) // WEEK + 1)

    def _further_days(self, first, times):
        self.further_days = [first + WEEK * n for n in range(1, times)]
        last = max(self.further_days, default=first)
        if times > LONGEST_SERIES:
            self.add_error(
                "repeat_until", _("To ponad %(n)s zajęć. Wybierz wcześniejszy koniec.") % {"n": LONGEST_SERIES}
            )
        elif last > self.support.project.ends_on:
            self.add_error("repeat_times", _("Ostatnie zajęcia wypadłyby po końcu projektu. Zmniejsz liczbę zajęć."))

    def _is_marked_later(self, held_on):
        return self.instance.pk and held_on > timezone.localdate() and self.instance.attendances.exists()

    def own_rows(self):
        return self.group.sessions.all()

    def submitted(self):
        """As ``OnceForm``; a move that somebody's dates forbid leaves the sentences about these people in ``reasons``."""
        try:
            return super().submitted()
        except Refused as refused:
            self.reasons = refused.reasons
            self.add_error("held_on", _("Tego dnia część osób nie mogła być na zajęciach."))
            return None

    def save(self, commit=True):
        return save_sessions(session=self.instance, further_days=self.further_days)


def after(session):
    """What a new session takes over from the last one of its group: a week later, the same hours, place and leader."""
    if session is None:
        return {}
    same = {name: getattr(session, name) for name in ("starts_at", "ends_at", "hours", "place", "leader")}
    return same | {"held_on": session.held_on + WEEK}
