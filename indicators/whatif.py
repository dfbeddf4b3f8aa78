"""Co, jeśli? – the figures of a project as they would be if what is supposed of some people happened. Nothing is saved.

The suppositions live in the address: ``p12=completed&p12=full_job`` of the participation with this number, days in ``l12`` (leaving)
and ``j12`` (job), ``m12`` more people like her; ``g`` and ``n`` add so many people like a whole group. No name is ever in it.
"""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from itertools import chain
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.db.models import Q

from projects.forms.fields import DayField

from . import catalogue, effectiveness
from .hypothetical import reader
from .queries import Counted, filters_of, read
from .reports import ProgressReport, Row
from .stakes import label_of
from .supposed import ANY_JOB, EXITS, FULL_JOB, Supposed, Supposition, supposed

MOST_PEOPLE = 100
MOST_MORE = 500
NAMED = re.compile(r"[pljm]([0-9]{1,18})")
QUALIFIED, PROGRESSED = "qualified", "progressed"
BLANK = Supposition()


@dataclass(frozen=True)
class Choices:
    """What the address supposes: {participation pk: Supposition}, and so many people like a group.

    ``wrong`` are the numbers of the participations with a day that is no day; ``is_cut`` says that there were too many.
    """

    of: dict[int, Supposition] = field(default_factory=dict)
    crowd: str = ""
    crowd_number: int = 0
    wrong: frozenset = frozenset()
    is_cut: bool = False

    @classmethod
    def read(cls, data):
        """The choices of a request's ``GET``; what makes no sense is left out."""
        numbers = list(dict.fromkeys(int(found[1]) for name in data if (found := NAMED.fullmatch(name))))
        wrong = set()
        read = {pk: _supposition(data, pk, wrong) for pk in numbers}
        chosen = {pk: one for pk, one in read.items() if not one.is_empty}
        return cls(
            of=dict(list(chosen.items())[:MOST_PEOPLE]),
            crowd=data.get("g", ""),
            crowd_number=_number(data.get("n")),
            wrong=frozenset(wrong),
            is_cut=len(chosen) > MOST_PEOPLE,
        )

    @property
    def is_empty(self):
        return not self.of and not (self.crowd and self.crowd_number)

    def pairs(self, but=()):
        """The choices as pairs of an address, without those of some participations."""
        found = list(chain.from_iterable(_pairs(pk, one) for pk, one in self.of.items() if pk not in but))
        return found

    def address(self, **further):
        """The choices as an address, and what stands beside them; empty values are left out."""
        crowd = [("g", self.crowd), ("n", self.crowd_number)] if self.crowd and self.crowd_number else []
        beside = [(name, value) for name, value in further.items() if value]
        return urlencode([*beside, *self.pairs(), *crowd])


def _supposition(data, pk, wrong):
    asked = data.getlist(f"p{pk}")
    return Supposition(
        exit=next((str(value) for value in EXITS if value in asked), ""),
        job=next((value for value in (FULL_JOB, ANY_JOB) if value in asked), ""),
        is_qualified=QUALIFIED in asked,
        has_progressed=PROGRESSED in asked,
        left_on=_day(data.get(f"l{pk}"), pk, wrong),
        job_on=_day(data.get(f"j{pk}"), pk, wrong),
        more=_number(data.get(f"m{pk}")),
    )


def _pairs(pk, one):
    marks = [one.exit, one.job, one.is_qualified and QUALIFIED, one.has_progressed and PROGRESSED]
    days = [(f"l{pk}", one.left_on), (f"j{pk}", one.job_on)]
    pairs = [(f"p{pk}", mark) for mark in marks if mark]
    pairs += [(name, day.isoformat()) for name, day in days if day]
    return pairs + ([(f"m{pk}", one.more)] if one.more else [])


def _number(text):
    return min(int(text), MOST_MORE) if (text or "").isascii() and (text or "").isdigit() and len(text) < 9 else 0


def _day(text, pk, wrong):
    try:
        return DayField(required=False).clean(text or "")
    except ValidationError:
        wrong.add(pk)
        return None


@dataclass(frozen=True)
class Change:
    """One row of the report before and after."""

    before: Row
    after: Row

    @property
    def by(self):
        """How many more, or fewer below zero; None where nobody knows the value."""
        return self.after.value.total - self.before.value.total if self.after.has_value else None

    @property
    def is_moved(self):
        return (self.before.value, self.before.target) != (self.after.value, self.after.target)


@dataclass(frozen=True)
class ChangeOfMeasure:
    """One measure of effectiveness before and after."""

    before: effectiveness.Effectiveness
    after: effectiveness.Effectiveness

    @property
    def is_moved(self):
        return self.before.figures != self.after.figures


class WhatIf:
    """A report, and the same report if the choices came true.

    ``on`` is the day of the figures asked for; ``day``, on which both reports stand, is that day or the later one on which everything
    supposed has happened. ``chosen`` are those of whom something is supposed, their outcomes fetched ``with_wage``; ``crowd`` those
    who stand for a group: pairs (participation, times). No statements of its own.
    """

    def __init__(self, before: ProgressReport, choices: Choices, on: date, chosen=(), crowd=()):
        self.before, self.choices, self.on, self.day = before, choices, on, before.on
        self.people = {one.pk: supposed(one, choices.of[one.pk], on) for one in chosen}
        self.crowd = [Supposed(None, one, times - 1) for one, times in crowd]

    @property
    def crowd_size(self):
        """How many people like a group are supposed."""
        return sum(one.number + 1 for one in self.crowd)

    @cached_property
    def after(self):
        """The report if everything came true."""
        changes = self._difference([*self.people.values(), *self.crowd])
        return self.before.with_counted({key: _plus(self.before.counted[key], more) for key, more in changes.items()})

    @cached_property
    def _filters(self):
        """What is counted, as for the report itself: {name: reader}, with the definitions and further conditions it is read by."""
        rows = [row for row in (*self.before.rows, *self.before.common) if row.definition.counts_people]
        definitions = list({d.key: d for d in (catalogue.PEOPLE, *(row.definition for row in rows))}.values())
        extra = effectiveness.conditions([item.threshold for item in self.before.effectiveness])
        extra |= {"recorded": Q(), "drafts": Q(is_complete=False)}
        promised = [row.definition.key for row in rows if row.has_target]
        conditions = filters_of(definitions, extra, promised)
        return definitions, extra, {name: reader(condition, self.day) for name, (condition, _) in conditions.items()}

    def _difference(self, people):
        definitions, extra, readers = self._filters
        sums = defaultdict(Counter)
        for one in people:
            for name, change in _changes(one, readers):
                sums[name][one.then.sex] += change
        return read(sums, definitions, extra)

    @cached_property
    def all(self):
        """Every indicator before and after, the project's own first."""
        before, after = (report.rows + report.common for report in (self.before, self.after))
        return [Change(b, a) for b, a in zip(before, after, strict=True)]

    @cached_property
    def targets(self):
        """The indicators with a target before and after."""
        return [change for change in self.all if change.after.has_target]

    @cached_property
    def measures(self):
        """Effectiveness before and after."""
        return [ChangeOfMeasure(b, a) for b, a in zip(self.before.effectiveness, self.after.effectiveness, strict=True)]

    def effects_of(self, one: Supposed):
        """What one person would move: [(short name, by how many)] of the project's own indicators and of who succeeds in a measure."""
        changes = self._difference([one])
        moved = [(label_of(row.definition), changes[row.definition.key].value.total) for row in self._own]
        reached = effectiveness.read([item.threshold for item in self.before.effectiveness], changes)
        moved += [(item.name, item.numerator) for item in reached]
        return [(label, by) for label, by in moved if by]

    @cached_property
    def _own(self):
        return [row for row in self.before.rows if row.definition.counts_people]


def _changes(one, readers):
    """By how many each count moves: what holds of the person then and did not before, and once more for each like her."""
    for name, holds in readers.items():
        held, holds_then = (one.was is not None and holds(one.was)), holds(one.then)
        change = holds_then - held + one.number * holds_then
        if change:
            yield name, change


def _plus(counted, more):
    """Two figures of one key added: Counted, or the Figure of a further condition."""
    if not isinstance(counted, Counted):
        return counted + more
    return replace(
        counted,
        value=counted.value + more.value,
        waiting=counted.waiting + more.waiting,
        inside=counted.inside + more.inside,
    )
