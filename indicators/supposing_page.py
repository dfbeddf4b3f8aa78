"""The people of the page "Co, jeśli?": who is on it and in what order, who stands for a group, who is closest to what is short.

Everybody is found by one statement and read by one more: a page of people that asked for each of these apart would ask too much.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.paginator import Paginator
from django.db.models import (
    Case,
    Count,
    DateField,
    F,
    IntegerField,
    Prefetch,
    Q,
    Value,
    When,
    Window,
    prefetch_related_objects,
)
from django.db.models.functions import RowNumber
from django.utils.translation import gettext_lazy as _

from participants.models import Outcome, Participation, Person
from participants.vocabulary import EFFECTIVENESS_WINDOW_DAYS, RESULT_WINDOW_DAYS, ExitReason

from .closest import columns, nearest, parts_of
from .crowds import CROWD, standing_for
from .reports import ProgressReport
from .stakes import stakes_of
from .supposed import ANY_JOB, FULL_JOB, Supposed, Supposition, last_day
from .whatif import BLANK, WhatIf

PAGE = 12
URGENT = 7  # days
LISTED = "lista"
EXIT_WORDS = [
    ("", _("bez zmian")),
    (ExitReason.COMPLETED.value, _("ukończy")),
    (ExitReason.TOOK_JOB.value, _("przerwie dla pracy")),
    (ExitReason.DROPPED_OUT.value, _("przerwie")),
]
JOB_WORDS = [
    ("", _("bez zmian")),
    (ANY_JOB, _("jakakolwiek praca")),
    (FULL_JOB, _("umowa, która spełnia efektywność")),
]
OPEN, GOING, REST = range(3)


@dataclass(frozen=True)
class Line:
    """One person of the page: what is supposed of her, and what that would move."""

    participation: Participation
    choice: Supposition
    supposed: Supposed | None
    effects: list
    on: date
    windows: tuple[int, ...]
    is_wrong: bool = False

    @property
    def pk(self):
        return self.participation.pk

    @property
    def has_left(self):
        return self.participation.left_on is not None

    @property
    def open_until(self):
        """The last day of the nearest window that is still open, or None."""
        left_on = self.participation.left_on
        days = [left_on + timedelta(days=window) for window in self.windows] if left_on else []
        return next((day for day in days if left_on <= self.on <= day), None)

    @property
    def is_urgent(self):
        """The nearest window closes within a week."""
        return self.open_until is not None and (self.open_until - self.on).days <= URGENT

    @property
    def notes(self):
        return self.supposed.notes if self.supposed else []


class People:
    """Everybody whom the page needs: those listed, those of whom something is supposed, those who stand for a group, the closest.

    ``report`` is the report before the suppositions. Three statements at most.
    """

    def __init__(self, report, choices, on, page="1", words=""):
        self.report, self.choices, self.on = report, choices, on
        self.project, self.words = report.project, words
        self.windows = (
            (RESULT_WINDOW_DAYS, EFFECTIVENESS_WINDOW_DAYS) if report.effectiveness else (RESULT_WINDOW_DAYS,)
        )
        self.stakes = {stake.definition.key: stake for stake in stakes_of(report, every=True)}
        self.number = self._within(int(page) if str(page).isdecimal() and len(str(page)) < 7 else 1)
        self.found = self._find()
        self.by_pk = self._read({pk for rows in self.found.values() for pk, *_rest in rows} | set(choices.of))

    def _within(self, number):
        """The number of a page that there is; of a search nobody knows yet how many there are."""
        most = number if self.words else -(-self.report.recorded // PAGE)
        return max(min(number, most), 1)

    def _find(self):
        people = self.project.participations.all()
        outputs = [row.definition for row in self.report.with_target if _is_output_of_people(row)]
        crowd = standing_for(people, self.choices.crowd, self.choices.crowd_number, self.report.on)
        others = people.exclude(pk__in=self.choices.of)
        parts = [
            part
            for part in (crowd, *parts_of(others, self.stakes.values(), outputs, self.report.on))
            if part is not None
        ]
        found = defaultdict(list)
        for row in self._listed(people).union(*parts, all=True):
            found[row[1]].append(row)
        return found

    def _listed(self, people):
        """The page of the list: those with an open window, the nearest first; those still in the project; everybody else."""
        if self.words:
            people = people.filter(person__in=Person.objects.matching(self.words).order_by().values("pk"))
        is_open = Q(left_on__lte=self.on, left_on__gte=self.on - timedelta(days=max(self.windows)))
        going = Q(entered_on__lte=self.on) & (Q(left_on__isnull=True) | Q(left_on__gt=self.on))
        order = [
            Case(When(is_open, then=OPEN), When(going, then=GOING), default=REST, output_field=IntegerField()).asc(),
            Case(When(is_open, then=F("left_on")), default=Value(None), output_field=DateField()).asc(nulls_last=True),
            F("person__last_name").asc(),
            F("person__first_name").asc(),
            F("pk").asc(),
        ]
        rows = columns(people, LISTED, Window(Count("pk")), number=Window(RowNumber(), order_by=order))
        first = (self.number - 1) * PAGE
        return rows.order_by("number")[first : first + PAGE]

    def _read(self, pks):
        outcomes = Prefetch("outcomes", Outcome.objects.with_wage().order_by("pk"))
        rows = (
            list(self.project.participations.filter(pk__in=pks).select_related("person").order_by("pk")) if pks else []
        )
        for row in rows:
            row.project = self.project
        chosen = [row for row in rows if row.pk in self.choices.of]
        if chosen:
            prefetch_related_objects(chosen, outcomes)
        return {row.pk: row for row in rows}

    @property
    def supposed_of(self):
        """Those of whom something is supposed, in the order of the address."""
        return [self.by_pk[pk] for pk in self.choices.of if pk in self.by_pk]

    @property
    def crowd(self):
        """Those who stand for a group, each as often as she stands: [(participation, times)]."""
        return [(self.by_pk[pk], places) for pk, _key, places, _due, _number in self.found[CROWD]]

    @property
    def page(self):
        """The page of the list, its rows and how many there are in all."""
        rows = sorted(self.found[LISTED], key=lambda row: row[4])
        paginator = Paginator(range(rows[0][2] if rows else 0), PAGE)
        page = paginator.get_page(self.number)
        page.object_list = [self.by_pk[pk] for pk, *_rest in rows]
        return page

    @property
    def near(self):
        """The closest people by the key of each figure that could be short."""
        rows = [row for key, rows in self.found.items() if key not in (LISTED, CROWD) for row in rows]
        windows = {key: stake.window for key, stake in self.stakes.items()}
        return nearest(rows, self.by_pk, windows, self.project, self.report.on)

    def lines(self, what_if, people):
        """These people with what is supposed of them and what that would move."""
        return [self._line(what_if, one) for one in people]

    def _line(self, what_if, participation):
        one = what_if.people.get(participation.pk)
        effects = what_if.effects_of(one) if one else []
        choice = self.choices.of.get(participation.pk, BLANK)
        is_wrong = participation.pk in self.choices.wrong
        return Line(participation, choice, one, effects, self.on, self.windows, is_wrong)


def suppose(project, on, choices, page="1", words=""):
    """The figures of the choices, and the people of the page: (WhatIf, People). At most eight statements."""
    before = ProgressReport.build(project, last_day(choices.of.values(), on))
    people = People(before, choices, on, page, words)
    return WhatIf(before, choices, on, people.supposed_of, people.crowd), people


def _is_output_of_people(row):
    return row.definition.counts_people and not row.definition.proofs
