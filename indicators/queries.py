"""The number: every indicator of every asked project counted in one statement, every thing that is no person in one more."""

import operator
from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q

from participants.vocabulary import RESULT_WINDOW_DAYS, Sex

from . import catalogue, words
from .definitions import DAY, Day, Definition, Stage
from .statements import statement
from .tallies import tallies_of


@dataclass(frozen=True)
class Figure:
    """A counted value. Women and men are None for things, which have no sex; for people the total is always their sum.

    All three are None for what the authority measures and has not told yet.
    """

    women: int | None
    men: int | None
    total: int | None

    @classmethod
    def of_people(cls, women, men):
        return cls(women, men, women + men)

    @classmethod
    def of_things(cls, total):
        return cls(None, None, total)

    def __add__(self, other):
        return self._with(other, operator.add)

    def __sub__(self, earlier):
        return self._with(earlier, operator.sub)

    def _with(self, other, change):
        """Each part with the other's; a part that one of them does not know is not known."""
        pairs = ((self.women, other.women), (self.men, other.men), (self.total, other.total))
        return Figure(*(None if None in pair else change(*pair) for pair in pairs))


@dataclass(frozen=True)
class Counted:
    """One indicator in one project: its value on the day and, where a period was asked for, the part that came in it.

    For a result, ``waiting`` people have left, lack the proof and still have time, and ``inside`` are still in the project;
    for a register, ``waiting`` entries lack their proof, and for institutions ``waiting`` ones lack data or support. What the
    authority measures has ``measured_on`` and ``document``, its day and where it stands; until it is recorded its value is empty.
    """

    value: Figure
    period: Figure | None = None
    waiting: int = 0
    inside: int = 0
    measured_on: date | None = None
    document: str = ""


def definition_of(row):
    """The definition that a project's indicator stands for: a line of the catalogue, or the project's own words."""
    if row.definition:
        return catalogue.BY_KEY[row.definition]
    return Definition(
        key=f"own-{row.pk}",
        name=row.name,
        kind=row.kind,
        unit=row.unit,
        counts=row.counts,
        words=tuple(sorted((words.spell(text) for text in row.words), key=lambda word: word.stage)),
        register=row.register,
        form_of_support=row.form_of_support_id,
        event_kind=row.event_kind,
    )


WINDOW_OPEN = Q(left_on__lte=DAY, left_on__gte=Day(moved=-RESULT_WINDOW_DAYS))
STILL_INSIDE = Q(left_on__isnull=True) | Q(left_on__gt=DAY)


def compute(
    projects, definitions, on: date, since: date | None = None, extra: dict[str, Q] | None = None, on_the_way=()
):
    """Counts the definitions in the projects on a day.

    ``since`` is the first day of a period; what came in the period is what holds on its last day and did not hold before its
    first. ``extra`` names further conditions on participations whose people are counted along, a ``Figure`` each.
    ``on_the_way`` are the keys of results for which those who can still make it are counted too. Returns
    {project pk: {key: Counted or Figure}}. At most two statements, whatever the number of projects and definitions.
    """
    before = since - timedelta(days=1) if since else None
    people = [definition for definition in definitions if definition.counts_people]
    things = [definition for definition in definitions if not definition.counts_people]
    counted = {project.pk: {} for project in projects}
    for found in (
        _count_people(projects, people, on, before, extra or {}, on_the_way),
        _count_things(projects, things, on, before),
    ):
        for project, figures in found.items():
            counted[project] |= figures
    return counted


def _count_people(projects, definitions, on, before, extra, on_the_way):
    filters = filters_of(definitions, extra, on_the_way, bool(before))
    if not filters or not projects:
        return {}
    key = (tuple(d.identity for d in definitions), tuple(extra), bool(before), tuple(on_the_way))
    rows = statement(key, list(filters.values()), len(projects)).run(
        [project.pk for project in projects], {"on": on, "before": before}
    )
    sums = {project.pk: defaultdict(dict) for project in projects}
    for project, sex, *numbers in rows:
        for name, number in zip(filters, numbers, strict=True):
            sums[project][name][sex] = number
    return {project: read(found, definitions, extra, before) for project, found in sums.items()}


def filters_of(definitions, extra, on_the_way=(), in_period=False):
    """The conditions that are counted for the definitions and the further ones: {name: (condition, which day it asks for)}."""
    filters = {("extra", name): (condition, "on") for name, condition in extra.items()}
    for definition in definitions:
        filters |= _filters_of(definition, in_period, definition.key in on_the_way)
    return filters


def _filters_of(definition, in_period, on_the_way):
    """The conditions counted for one definition: its value, the value before the period, and who is on the way to it."""
    filters = {("value", definition.key): (definition.rule, "on")}
    if in_period:
        filters["before", definition.key] = definition.rule, "before"
    if on_the_way and definition.proofs:
        reached = definition.rule_until(Stage.EXIT)
        filters["open", definition.key] = reached & WINDOW_OPEN, "on"
        filters["proved", definition.key] = definition.rule & WINDOW_OPEN, "on"
        filters["inside", definition.key] = reached & STILL_INSIDE, "on"
    return filters


def read(sums, definitions, extra, before=None):
    """The figures of one project from what was counted by name and sex: {key: Counted, or Figure of a further condition}."""
    figures = {name: everybody(sums["extra", name]) for name in extra}
    for definition in definitions:
        value = figure(sums["value", definition.key])
        figures[definition.key] = Counted(
            value=value,
            period=value - figure(sums["before", definition.key]) if before else None,
            waiting=sum(sums["open", definition.key].values()) - sum(sums["proved", definition.key].values()),
            inside=sum(sums["inside", definition.key].values()),
        )
    return figures


def figure(by_sex):
    """Women and men. Who counts in an indicator is complete and so has a sex; the sum is the total."""
    return Figure.of_people(by_sex.get(Sex.FEMALE, 0), by_sex.get(Sex.MALE, 0))


def everybody(by_sex):
    """Women and men, and in the total also those whose sex is not on record yet: drafts can be among them."""
    return Figure(by_sex.get(Sex.FEMALE, 0), by_sex.get(Sex.MALE, 0), sum(by_sex.values()))


def _count_things(projects, definitions, on, before):
    """One statement: what is no person, and what the authority measured."""
    counted = {project.pk: {} for project in projects}
    of = {definition.key: definition for definition in definitions}
    for (project, key), tally in tallies_of(projects, definitions, on, before).items():
        counted[project][key] = _thing(tally, of[key], before)
    return counted


def _thing(tally, definition, before):
    if definition.is_measured_by_authority:
        value = Figure(tally.women, tally.men, tally.value)
        return Counted(value, measured_on=tally.measured_on, document=tally.source)
    earlier = Figure.of_things(tally.value - tally.earlier) if before else None
    return Counted(Figure.of_things(tally.value), earlier, waiting=tally.waiting)
