"""A series of sessions in one form, and the rest of a series moved or cancelled; both show what they would do before they do it."""

import hashlib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from projects.forms import OnceForm
from projects.forms.fields import DayField
from projects.templatetags.polish import day as written
from projects.templatetags.polish import period

from ..conflicts import clashes_with_plan
from ..days_off import public_holidays
from ..models import Series, Session
from ..queries import hours_planned_for
from ..recurrence import LONGEST, Rule
from ..schedule import plan_series
from ..vocabulary import Weekday
from .days import DaysField
from .layout import sections
from .period import refuse_outside
from .times import HoursFromTimes, PersonChoice, time_input

UNTIL, TIMES, HOURS = "until", "times", "hours"
ENDINGS = [
    (UNTIL, _("do dnia")),
    (TIMES, _("po tylu zajęciach")),
    (HOURS, _("gdy wyczerpią się planowane godziny")),
]
SECTIONS = [
    (
        _("Kiedy"),
        {
            "enrolment": "c12",
            "weekdays": "c12",
            "starts_at": "c3 s6",
            "ends_at": "c3 s6",
            "hours": "c6",
            "first_on": "c4",
        },
    ),
    (_("Do kiedy"), {"ending": "c12", "until": "c4 s6", "times": "c4 s6"}),
    (_("Dni wolne i pojedyncze"), {"skips_holidays": "c12", "without": "c6", "besides": "c6"}),
    (_("Gdzie i z kim"), {"place": "c6", "leader": "c6", "topic": "c12"}),
]
CHANGED = _("Plan zmienił się od ostatniego podglądu. Sprawdź zajęcia poniżej i zapisz jeszcze raz.")


@dataclass(frozen=True)
class Planned:
    """One session of the preview: not saved, with its conflicts, what is particular about it, whether it is to be left out."""

    session: Session
    clashes: list
    remark: str = ""
    is_skipped: bool = False
    was: date | None = None


class SeriesForm(HoursFromTimes, OnceForm):
    """Sessions on days of the week until a day, so many times, or until the planned hours are used up, and on days named besides."""

    optional_unsaid = True  # what is needed depends on how the series ends

    weekdays = forms.TypedMultipleChoiceField(
        label=_("Dni tygodnia"),
        choices=Weekday,
        coerce=int,
        empty_value=[],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    hours = forms.DecimalField(
        label=_("Godziny jednych zajęć"),
        min_value=Decimal("0.01"),
        max_value=24,
        max_digits=5,
        decimal_places=2,
        required=False,
        localize=True,
        widget=forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}),
    )
    first_on = DayField(label=_("Pierwszy dzień"))
    ending = forms.ChoiceField(label=_("Seria trwa"), choices=ENDINGS, initial=UNTIL, widget=forms.RadioSelect)
    until = DayField(label=_("Ostatni dzień"), required=False)
    times = forms.IntegerField(
        label=_("Liczba zajęć"),
        min_value=1,
        max_value=LONGEST,
        required=False,
        widget=forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
    )
    skips_holidays = forms.BooleanField(label=_("Pomiń dni ustawowo wolne od pracy"), required=False, initial=True)
    without = DaysField(
        label=_("Pomiń też dni"), required=False, help_text=_("na przykład 24.12.2024, 27.12.2024–03.01.2025")
    )
    besides = DaysField(
        label=_("Dodaj pojedyncze dni"), required=False, help_text=_("także w inne dni tygodnia albo w święta")
    )
    place = forms.CharField(label=_("Miejsce"), max_length=160, required=False)
    leader = forms.CharField(label=_("Prowadzący"), max_length=120, required=False)
    topic = forms.CharField(label=_("Temat"), max_length=300, required=False)

    class Meta:
        model = Series
        fields = ["enrolment", "weekdays", "starts_at", "ends_at"]
        field_classes = {"enrolment": PersonChoice}
        widgets = {"starts_at": time_input(), "ends_at": time_input()}

    def __init__(self, *args, group, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.group = group
        self.know_group(group)
        self.choose_the_person()
        if not self.support.hours_planned:
            self.fields["ending"].choices = ENDINGS[:2]
        self.helper = sections(self, *SECTIONS)

    def own_rows(self):
        return self.group.series.all()

    # --- what was typed

    def clean_first_on(self):
        return refuse_outside(self.cleaned_data["first_on"], self.support.project)

    def clean_until(self):
        return refuse_outside(self.cleaned_data["until"], self.support.project)

    def clean_besides(self):
        days, project = self.cleaned_data["besides"], self.support.project
        if outside := [day for day in days if not project.starts_on <= day <= project.ends_on]:
            told = {"day": written(outside[0]), "period": period(project.starts_on, project.ends_on)}
            raise forms.ValidationError(_("%(day)s jest poza okresem realizacji projektu (%(period)s)."), params=told)
        return days

    def clean(self):
        cleaned = super().clean()
        self.take_hours_from_times(cleaned)
        ending, first, until = (cleaned.get(name) for name in ("ending", "first_on", "until"))
        if ending == UNTIL and not until and "until" not in self.errors:
            self.add_error("until", _("Podaj ostatni dzień serii."))
        elif ending == UNTIL and first and until and until < first:
            self.add_error("until", _("Ostatni dzień jest wcześniejszy niż pierwszy."))
        if ending == TIMES and not cleaned.get("times") and "times" not in self.errors:
            self.add_error("times", _("Podaj liczbę zajęć."))
        if not cleaned.get("weekdays") and not cleaned.get("besides") and "besides" not in self.errors:
            self.add_error("weekdays", _("Zaznacz co najmniej jeden dzień tygodnia albo dodaj pojedyncze dni."))
        if not self.errors:
            self._refuse_nothing_and_too_much()
        return cleaned

    def _refuse_nothing_and_too_much(self):
        if self.hours_left is not None and self.hours_left <= 0:
            self.add_error("ending", _("Planowane godziny są już rozpisane w zajęciach. Wybierz inny koniec serii."))
        elif len(self.meetings) > LONGEST:
            self.add_error("until", _("To ponad %(n)s zajęć. Wybierz wcześniejszy koniec.") % {"n": LONGEST})
        elif not self.meetings:
            self.add_error("weekdays", _("W tym okresie nie ma żadnego takiego dnia. Zmień dni albo okres."))

    # --- what comes of it

    @cached_property
    def planned_before(self):
        """Hours planned already for the group, or for the one person."""
        return hours_planned_for(self.group, self.cleaned_data.get("enrolment"))

    @cached_property
    def hours_left(self):
        """Planned hours that no session takes yet, where the series ends with them; else None."""
        if self.cleaned_data.get("ending") != HOURS:
            return None
        return self.support.hours_planned - self.planned_before

    @cached_property
    def rule(self):
        typed, project = self.cleaned_data, self.support.project
        first = typed["first_on"]
        last = typed["until"] if typed["ending"] == UNTIL else project.ends_on
        holidays = public_holidays(first, last) if typed["skips_holidays"] else {}
        named = dict.fromkeys(typed["without"], str(_("wskazany dzień")))
        return Rule(
            first=first,
            last=last,
            starts_at=typed["starts_at"],
            ends_at=typed["ends_at"],
            hours=typed["hours"],
            weekdays=frozenset(typed["weekdays"]),
            besides=frozenset(typed["besides"]),
            without=holidays | named,
            times=typed["times"] if typed["ending"] == TIMES else None,
            hours_in_all=self.hours_left,
        )

    @cached_property
    def meetings(self):
        return self.rule.meetings()

    @cached_property
    def preview(self):
        """The sessions as they would be saved, with their conflicts, or None while the form is not right."""
        return Preview(self) if self.is_bound and self.is_valid() else None

    def submitted(self):
        """As ``OnceForm``, once the preview shows what is saved."""
        if self.is_bound and not self.made_before() and self.is_valid():
            if self.data.get("seen") != self.preview.seal:
                self.add_error(None, CHANGED)
            elif not self.preview.chosen:
                self.add_error(None, _("Pominięto wszystkie zajęcia. Zostaw co najmniej jedne."))
        return super().submitted()

    def save(self, commit=True):
        return plan_series(series=self.instance, sessions=[planned.session for planned in self.preview.chosen])


class Preview:
    """What a right ``SeriesForm`` would plan: rows, days left out, hours against the plan."""

    def __init__(self, form):
        self.form, typed = form, form.cleaned_data
        same = {"enrolment": typed.get("enrolment"), **{n: typed[n] for n in ("place", "leader", "topic")}}
        sessions = [
            Session(group=form.group, held_on=m.day, starts_at=m.starts_at, ends_at=m.ends_at, hours=m.hours, **same)
            for m in form.meetings
        ]
        skipped = set(form.data.getlist("skip"))
        kept = [session for session in sessions if session.held_on.isoformat() not in skipped]
        found = clashes_with_plan(form.support.project, kept)
        self.rows = [
            Planned(
                session,
                found.get(session.submission, []),
                self._remark(session),
                session.held_on.isoformat() in skipped,
            )
            for session in sessions
        ]
        self.left_out = form.rule.left_out(form.meetings)
        self.is_cut_short = form.rule.is_cut_short(form.meetings)

    def _remark(self, session):
        if session.hours < self.form.cleaned_data["hours"]:
            return _("krótsze: tyle zostało z planu")
        if session.held_on in self.form.rule.without:
            return self.form.rule.without[session.held_on]
        return ""

    @property
    def chosen(self):
        return [row for row in self.rows if not row.is_skipped]

    @property
    def clashing(self):
        """How many of the chosen sessions have a conflict."""
        return sum(bool(row.clashes) for row in self.chosen)

    @property
    def hours(self):
        return sum((row.session.hours for row in self.chosen), Decimal(0))

    @property
    def hours_in_all(self):
        """With what was planned before."""
        return self.form.planned_before + self.hours

    @property
    def difference(self):
        """Hours above the plan (below it, when negative); None where nothing is planned for a person."""
        planned = self.form.support.hours_planned
        return None if planned is None else self.hours_in_all - planned

    @property
    def missing(self):
        return -self.difference if self.difference is not None and self.difference < 0 else 0

    @property
    def surplus(self):
        return self.difference if self.difference is not None and self.difference > 0 else 0

    @property
    def seal(self):
        """What stands for everything that was shown: when it differs on saving, the page shows the plan again."""
        return seal_of(self.rows)


def seal_of(rows):
    shown = [
        (s.held_on, s.starts_at, s.ends_at, s.hours, s.place, s.leader, s.enrolment_id)
        for s in (row.session for row in rows)
    ]
    return hashlib.sha256(repr(shown).encode()).hexdigest()[:16]
