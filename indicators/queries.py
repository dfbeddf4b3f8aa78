"""The number: every indicator of every asked project counted in one statement, every thing that is no person in one more."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, IntegerField, Q, Sum, TextField, Value
from django.db.models.functions import Cast, Coalesce

from activities.models import Group, HeadcountEvent, Session
from participants.vocabulary import RESULT_WINDOW_DAYS, Sex

from . import catalogue, words
from .definitions import DAY, Day, Definition, Stage
from .models import Counts, RegisterEntry
from .statements import statement


@dataclass(frozen=True)
class Figure:
    """A counted value. Women and men are None for things, which have no sex; for people the total is always their sum."""

    women: int | None
    men: int | None
    total: int

    @classmethod
    def of_people(cls, women, men):
        return cls(women, men, women + men)

    @classmethod
    def of_things(cls, total):
        return cls(None, None, total)

    def __add__(self, other):
        if self.women is None:
            return Figure.of_things(self.total + other.total)
        return Figure.of_people(self.women + other.women, self.men + other.men)

    def __sub__(self, earlier):
        if self.women is None:
            return Figure.of_things(self.total - earlier.total)
        return Figure.of_people(self.women - earlier.women, self.men - earlier.men)


@dataclass(frozen=True)
class Counted:
    """One indicator in one project: its value on the day and, where a period was asked for, the part that came in it.

    For a result, ``waiting`` people have left, lack the proof and still have time, and ``inside`` are still in the project;
    for a register, ``waiting`` entries lack their proof.
    """

    value: Figure
    period: Figure | None = None
    waiting: int = 0
    inside: int = 0


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
    first. ``extra`` names further conditions on participations whose people are counted along, a plain number each.
    ``on_the_way`` are the keys of results for which those who can still make it are counted too. Returns
    {project pk: {key: Counted or number}}. At most two statements, whatever the number of projects and definitions.
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
    """The figures of one project from what was counted by name and sex: {key: Counted or number}."""
    figures = {name: sum(sums["extra", name].values()) for name in extra}
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


def _count_things(projects, definitions, on, before):
    """One statement: the registers, sessions, leaders and events that the definitions ask for, each tallied by project and key."""
    asked = {definition.counts for definition in definitions}
    tallies = [tally(projects, on, before or date.min) for counts, tally in TALLIES.items() if counts in asked]
    if not tallies:
        return {}
    rows = tallies[0].union(*tallies[1:], all=True) if len(tallies) > 1 else tallies[0]
    found = {tuple(row[:3]): row[3:] for row in rows}
    return {project.pk: {d.key: _thing(found, project.pk, d, before) for d in definitions} for project in projects}


def _thing(found, project, definition, before):
    key = definition.register or definition.event_kind or str(definition.form_of_support)
    value, earlier, waiting = found.get((str(definition.counts), project, key), (0, 0, 0))
    return Counted(
        Figure.of_things(value),
        Figure.of_things(value - earlier) if before else None,
        waiting=waiting,
    )


def _tally(rows, counts, project, key, measure, waiting=None):
    """Rows of (what, project, key, value, value before the period, waiting), alike for every source so that they unite."""
    value, earlier = (Coalesce(aggregate, 0, output_field=IntegerField()) for aggregate in measure)
    return (
        rows.order_by()
        .annotate(
            what=Value(str(counts), output_field=TextField()),
            key=Cast(key, TextField()),
        )
        .values_list("what", project, "key")
        .annotate(
            value=value,
            earlier=earlier,
            waiting=Value(0) if waiting is None else waiting,
        )
    )


def _registers(projects, on, before):
    proved = ~Q(evidence="")
    return _tally(
        RegisterEntry.objects.filter(project__in=projects),
        Counts.REGISTER,
        "project_id",
        "register",
        [Count("pk", filter=proved & Q(happened_on__lte=day)) for day in (on, before)],
        waiting=Count("pk", filter=Q(evidence="", happened_on__lte=on)),
    )


def _sessions(projects, on, before):
    return _tally(
        Session.objects.taking_place().filter(group__form_of_support__project__in=projects),
        Counts.SESSIONS,
        "group__form_of_support__project_id",
        "group__form_of_support_id",
        [Count("pk", filter=Q(held_on__lte=day)) for day in (on, before)],
    )


def _leaders(projects, on, before):
    """Different people who lead a group in which somebody had begun by the day."""
    return _tally(
        Group.objects.filter(form_of_support__project__in=projects).exclude(leader=""),
        Counts.LEADERS,
        "form_of_support__project_id",
        "form_of_support_id",
        [Count("leader", distinct=True, filter=Q(enrolments__started_on__lte=day)) for day in (on, before)],
    )


def _events(projects, on, before):
    return _tally(
        HeadcountEvent.objects.filter(project__in=projects),
        Counts.EVENTS,
        "project_id",
        "kind",
        [Count("pk", filter=Q(held_on__lte=day)) for day in (on, before)],
    )


def _visitors(projects, on, before):
    return _tally(
        HeadcountEvent.objects.filter(project__in=projects),
        Counts.VISITORS,
        "project_id",
        "kind",
        [Sum("visitors", filter=Q(held_on__lte=day)) for day in (on, before)],
    )


TALLIES = {
    Counts.REGISTER: _registers,
    Counts.SESSIONS: _sessions,
    Counts.LEADERS: _leaders,
    Counts.EVENTS: _events,
    Counts.VISITORS: _visitors,
}
