"""The rest of a group's sessions from a day on: moved by some days, to other times, or cancelled; shown before it is done."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from projects.forms.fields import DayField
from projects.templatetags.polish import period

from ..conflicts import clashes_with_plan
from ..days_off import public_holidays
from ..queries import movable_sessions
from ..schedule import cancel_all, move_all, moved
from .layout import sections
from .period import OUTSIDE
from .series import CHANGED, Planned, seal_of
from .times import time_input

MOVE, CANCEL = "move", "cancel"
WHAT = [(MOVE, _("przenieś")), (CANCEL, _("odwołaj"))]
FURTHEST = 366
SECTIONS = [
    (_("Które zajęcia"), {"series": "c12", "since": "c4"}),
    (_("Co z nimi zrobić"), {"what": "c12", "days": "c4", "starts_at": "c4 s6", "ends_at": "c4 s6", "reason": "c12"}),
]


class RestForm(forms.Form):
    """Sessions that nobody is marked on yet, of one series or of the whole group, from a day on."""

    optional_unsaid = True

    series = forms.ModelChoiceField(
        label=_("Seria"), queryset=None, required=False, empty_label=_("wszystkie zajęcia grupy")
    )
    since = DayField(label=_("Od dnia"))
    what = forms.ChoiceField(label=_("Co zrobić"), choices=WHAT, initial=MOVE, widget=forms.RadioSelect)
    days = forms.IntegerField(
        label=_("Przenieś o dni"),
        min_value=-FURTHEST,
        max_value=FURTHEST,
        required=False,
        help_text=_("7 to tydzień później, -1 to dzień wcześniej"),
        widget=forms.TextInput({"autocomplete": "off"}),
    )
    starts_at = forms.TimeField(label=_("Nowa godzina od"), required=False, widget=time_input())
    ends_at = forms.TimeField(label=_("do"), required=False, widget=time_input())
    reason = forms.CharField(
        label=_("Powód odwołania"), max_length=200, required=False, help_text=_("tylko przy odwołaniu")
    )

    def __init__(self, *args, group, **kwargs):
        super().__init__(*args, **kwargs)
        self.group, self.project = group, group.form_of_support.project
        self.fields["series"].queryset = group.series.order_by("pk")
        if not group.series.exists():
            del self.fields["series"]
        self.helper = sections(self, *SECTIONS)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("what") == CANCEL and not cleaned.get("reason", "").strip():
            self.add_error("reason", _("Podaj powód odwołania: zobaczy go każdy, kto otworzy plan."))
        if cleaned.get("what") == MOVE:
            self._clean_move(cleaned)
        if not self.errors and not self.rows:
            self.add_error("since", _("Od tego dnia nie ma zajęć bez zapisanej obecności."))
        return cleaned

    def _clean_move(self, cleaned):
        start, end = cleaned.get("starts_at"), cleaned.get("ends_at")
        if not cleaned.get("days") and not start and "days" not in self.errors:
            self.add_error("days", _("Podaj, o ile dni przenieść zajęcia, albo nowe godziny."))
        if bool(start) != bool(end) and not {"starts_at", "ends_at"} & set(self.errors):
            self.add_error("ends_at" if start else "starts_at", _("Podaj obie godziny: od i do."))
        elif start and end and end <= start:
            self.add_error("ends_at", _("Zajęcia kończą się wcześniej, niż się zaczynają."))
        if not self.errors and any(not self._is_inside(row.session.held_on) for row in self.rows):
            told = {"period": period(self.project.starts_on, self.project.ends_on)}
            self.add_error("days", OUTSIDE % told)

    def _is_inside(self, day):
        return self.project.starts_on <= day <= self.project.ends_on

    @property
    def is_move(self):
        return self.cleaned_data["what"] == MOVE

    @cached_property
    def rows(self):
        """What would become of each session, as ``Planned``; ``was`` is its day now."""
        typed = self.cleaned_data
        found = movable_sessions(self.group, typed["since"], typed.get("series"))
        days = {session.pk: session.held_on for session in found}
        if not self.is_move:
            return [Planned(session, [], was=days[session.pk]) for session in found]
        by = {"days": typed.get("days") or 0, "starts_at": typed.get("starts_at"), "ends_at": typed.get("ends_at")}
        for session in found:
            moved(session, **by)
        clashes = clashes_with_plan(self.project, found, but=list(days))
        free = public_holidays(*self._span(found)) if found else {}
        return [
            Planned(session, clashes.get(session.pk, []), free.get(session.held_on, ""), was=days[session.pk])
            for session in found
        ]

    def _span(self, found):
        days = sorted(session.held_on for session in found)
        return days[0], days[-1]

    @property
    def seal(self):
        return seal_of(self.rows) + self.cleaned_data["what"]

    @property
    def clashing(self):
        return sum(bool(row.clashes) for row in self.rows)

    def done(self):
        """Does what was shown and returns for how many sessions; None while the form is not right or shows something else."""
        if not self.is_valid():
            return None
        if self.data.get("seen") != self.seal:
            self.add_error(None, CHANGED)
            return None
        if self.is_move:
            return move_all(sessions=[row.session for row in self.rows])
        return cancel_all(
            sessions=self.group.sessions.filter(pk__in=[row.session.pk for row in self.rows]),
            reason=" ".join(self.cleaned_data["reason"].split()),
        )
