"""The form of one session."""

from datetime import timedelta

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from projects.forms import OnceForm
from projects.forms.fields import DayField

from ..actions import Refused
from ..conflicts import clashes_with_plan
from ..models import Session
from ..schedule import save_session
from .layout import sections
from .period import refuse_outside
from .times import HoursFromTimes, PersonChoice, time_input

WEEK = timedelta(days=7)
SECTIONS = [
    (
        _("Kiedy"),
        {
            "enrolment": "c12",
            "held_on": "c4",
            "starts_at": "c2 s6",
            "ends_at": "c2 s6",
            "hours": "c4",
            "is_correction": "c12",
            "is_extra": "c12",
        },
    ),
    (_("Gdzie i z kim"), {"place": "c6", "leader": "c6", "topic": "c12"}),
]
ASKED_ABOUT = {"enrolment", "held_on", "starts_at", "ends_at", "hours", "place", "leader"}


class SessionForm(HoursFromTimes, OnceForm):
    """One session of a group, or of one person where support is individual.

    Hours left empty follow from the times, in the unit of the form of support; typed hours stay, unless the times change
    and they do not. A conflict with another session is told, and saved when it is sent again with ``anyway``.
    """

    hours = forms.DecimalField(
        label=_("Godziny"),
        max_digits=5,
        decimal_places=2,
        required=False,
        localize=True,
        widget=forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}),
    )
    is_correction = forms.BooleanField(
        label=_("Poprawiam pomyłkę w dacie"),
        required=False,
        help_text=_("inaczej nowy dzień oznacza przeniesienie, a poprzedni zostanie pokazany"),
    )

    class Meta:
        model = Session
        fields = ["enrolment", "held_on", "starts_at", "ends_at", "hours", "is_extra", "place", "leader", "topic"]
        field_classes = {"enrolment": PersonChoice, "held_on": DayField}
        widgets = {"starts_at": time_input(), "ends_at": time_input()}

    def __init__(self, *args, group, **kwargs):
        super().__init__(*args, **kwargs)
        self.reasons = []
        self.instance.group = group
        self.know_group(group)
        self.choose_the_person(needed=bool(self.instance.enrolment_id))
        if not self.instance.pk:
            del self.fields["is_correction"]
        elif "enrolment" in self.fields and self.instance.attendances.exists():
            self.fields["enrolment"].disabled = True
            self.fields["enrolment"].help_text = _("obecność jest już zapisana, więc osoby nie można zmienić")
        self.helper = sections(self, *SECTIONS)

    def clean_held_on(self):
        return refuse_outside(self.cleaned_data["held_on"], self.support.project)

    def clean(self):
        cleaned = super().clean()
        self.take_hours_from_times(cleaned)
        if (held_on := cleaned.get("held_on")) and self._is_marked_later(held_on):
            self.add_error(
                "held_on", _("Na tych zajęciach jest już zapisana obecność, więc nie mogą być w przyszłości.")
            )
        return cleaned

    def _is_marked_later(self, held_on):
        return self.instance.pk and held_on > timezone.localdate() and self.instance.attendances.exists()

    def _get_validation_exclusions(self):
        """The day on which a session was first is not on the form; what becomes of it is decided on saving."""
        return super()._get_validation_exclusions() | {"moved_from"}

    def own_rows(self):
        return self.group.sessions.all()

    @cached_property
    def clashes(self):
        """The conflicts of the session as it is typed now; none before a day and a time are right."""
        if not self.is_bound or self.instance.is_cancelled:
            return []
        self.is_valid()
        typed = {name: self.cleaned_data.get(name) for name in ASKED_ABOUT}
        if not typed["held_on"] or not typed["starts_at"]:
            return []
        typed |= {"leader": typed["leader"] or "", "place": typed["place"] or "", "hours": typed["hours"] or 1}
        planned = Session(group=self.group, **typed)
        but = [self.instance.pk] if self.instance.pk else []
        return clashes_with_plan(self.support.project, [planned], but).get(planned.submission, [])

    @property
    def asks_about_clashes(self):
        """Whether the form is right and waits only for "zapisz mimo to"."""
        is_new = not self.instance.pk or bool(ASKED_ABOUT & set(self.changed_data))
        return self.is_bound and is_new and "anyway" not in self.data and self.is_valid() and bool(self.clashes)

    def submitted(self):
        """As ``OnceForm``; a conflict waits for a second word, and a move that somebody's dates forbid leaves ``reasons``."""
        if self.is_bound and not self.made_before() and self.asks_about_clashes:
            return None
        try:
            return super().submitted()
        except Refused as refused:
            self.reasons = refused.reasons
            self.add_error("held_on", _("Tego dnia część osób nie mogła być na zajęciach."))
            return None

    def save(self, commit=True):
        return save_session(session=self.instance, is_correction=self.cleaned_data.get("is_correction", False))


class CancelForm(forms.Form):
    """Why a session, or the rest of a series, is cancelled."""

    reason = forms.CharField(
        label=_("Powód odwołania"),
        max_length=200,
        help_text=_("na przykład choroba trenera; zobaczy go każdy, kto otworzy plan"),
    )

    def clean_reason(self):
        return " ".join(self.cleaned_data["reason"].split())


def after(session):
    """What a new session takes over from the last one of its group: a week later, the same hours, place and leader."""
    if session is None:
        return {}
    same = {name: getattr(session, name) for name in ("starts_at", "ends_at", "hours", "place", "leader")}
    return same | {"held_on": session.held_on + WEEK}
