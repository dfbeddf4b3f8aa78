"""The report of a day taken whole: its figures, and the people and things behind every one of them, which must agree."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import override

from indicators import catalogue, effectiveness
from indicators.definitions import Definition
from indicators.members import members_by_sex, rules
from indicators.models import Counts
from indicators.queries import Figure
from indicators.reports import ProgressReport
from indicators.things import things_counted
from participants.vocabulary import Sex

from .models import Part
from .telling import LANGUAGE

TRIES = 3


class Disagreement(Exception):
    """Figures and the people behind them disagree: somebody keeps changing the data while they are read."""


@dataclass(frozen=True)
class Members:
    """Who, or what, is in one part of a figure: numbers of participations by sex, or things as {"name", "on", "evidence"}."""

    women: list[int] = field(default_factory=list)
    men: list[int] = field(default_factory=list)
    things: list[dict] = field(default_factory=list)

    @property
    def people(self):
        return {*self.women, *self.men}

    @property
    def digest(self):
        """SHA-256 over what is behind the figure: the numbers of women, of men, the names of things."""
        names = [f"{thing['on']} {thing['name']}" for thing in self.things]
        text = "\n".join(",".join(map(str, part)) for part in (self.women, self.men, names))
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Taken:
    """A report with its members: {(key, part): Members}."""

    report: ProgressReport
    members: dict


def take(project, on: date, since: date | None = None):
    """The report of the project with all its members, as the data are now; figures and members agree.

    Two readings are two moments: where somebody changed the data between them, both are read again. Raises Disagreement when
    they never agree.
    """
    for _time in range(TRIES):
        taken = _read(project, on, since)
        if not disagreeing(taken):
            return taken
    raise Disagreement


def _read(project, on, since):
    with override(LANGUAGE):
        report = ProgressReport.build(project, on, since)
        return Taken(report, _people(report) | _things(report))


def definitions_of(report):
    """The definitions of a report, each once: all participants first, then its rows."""
    found = {catalogue.PEOPLE.key: catalogue.PEOPLE}
    return found | {row.definition.key: row.definition for row in [*report.rows, *report.common]}


def _people(report):
    counted = rules(definitions_of(report).values())
    conditions = {(key, Part.VALUE): rule for key, rule in counted.items()}
    for measure in report.effectiveness:
        conditions |= _sets_of(measure)
    found = members_by_sex(report.project, conditions, report.on)
    if report.since:
        day_before = report.since - timedelta(days=1)
        earlier = {(key, Part.BEFORE): rule for key, rule in counted.items()}
        found |= members_by_sex(report.project, earlier, day_before)
    return {name: Members(by_sex.get(Sex.FEMALE, []), by_sex.get(Sex.MALE, [])) for name, by_sex in found.items()}


def _sets_of(measure):
    """The conditions of the parts of a measure of effectiveness."""
    found = effectiveness.definitions_of(measure.threshold)
    return {(measure.key, Part(part)): definition.rule for part, definition in found.items()}


def _things(report):
    days = {Part.VALUE: report.on}
    if report.since:
        days[Part.BEFORE] = report.since - timedelta(days=1)
    return {
        (definition.key, part): Members(things=named(report.project, definition, day))
        for definition in definitions_of(report).values()
        if has_things(definition)
        for part, day in days.items()
    }


def has_things(definition: Definition):
    """Whether the figure counts things that have names: entries of a register, sessions, groups, events."""
    return not definition.counts_people and definition.counts != Counts.AUTHORITY


def named(project, definition, on):
    """The things of a figure on a day, each with what it is called, its day and its proof."""
    return [_named(thing) for thing in things_counted(project, definition, on)["things"]]


def _named(thing):
    day = getattr(thing, "happened_on", None) or getattr(thing, "held_on", None)
    return {
        "id": thing.pk,
        "name": str(thing),
        "on": day.isoformat() if day else "",
        "evidence": getattr(thing, "evidence", ""),
    }


def disagreeing(taken):
    """The keys of figures of people whose value is not the number of the people behind it."""
    rows = [row for row in [*taken.report.rows, *taken.report.common] if row.definition.counts_people]
    wrong = [row.definition.key for row in rows if row.value != _size(taken.members[row.definition.key, Part.VALUE])]
    for measure in taken.report.effectiveness:
        wrong += [measure.key for part, of in measure.figures.items() if of != _size(taken.members[measure.key, part])]
    return wrong


def _size(members):
    return Figure.of_people(len(members.women), len(members.men))
