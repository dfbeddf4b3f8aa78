"""The report of a day taken whole: its figures, and the people and things behind every one of them, which must agree."""

import hashlib
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils.translation import override

from activities.models import Session
from indicators import catalogue, effectiveness
from indicators.members import members_by_sex, rules
from indicators.models import Counts
from indicators.queries import Figure
from indicators.reports import ProgressReport
from indicators.things import things_counted
from participants.vocabulary import Sex

from .models import Part
from .telling import LANGUAGE

TRIES = 3
# Where things of different kinds keep their day and what they are called: groups by who leads, values of the authority by source.
DAYS = ("happened_on", "held_on", "first_support_on", "measured_on")
NAMES = ("leader", "source", "name")


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
    return found | {row.definition.key: row.definition for row in [*report.rows, *report.common, *report.told]}


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
    """The things behind figures that count no people: of the day, and of the day before the period."""
    found = {}
    for definition in definitions_of(report).values():
        if not definition.counts_people:
            named = named_things(report.project, definition, report.on)
            found[definition.key, Part.VALUE] = Members(things=named)
            if report.since:
                day = report.since - timedelta(days=1)
                found[definition.key, Part.BEFORE] = Members(things=_until(day, named, report.project, definition))
    return found


def _until(day, named, project, definition):
    """Those of the things that were there on an earlier day; those without a day of their own are asked for again."""
    if definition.counts == Counts.LEADERS:
        return named_things(project, definition, day)
    return [thing for thing in named if thing["on"] <= day.isoformat()]


def named_things(project, definition, on):
    """The things of a figure on a day, each with what it is called, its day and its proof."""
    return [_named(thing) for thing in things_counted(project, definition, on)["things"]]


def _named(thing):
    day = next((getattr(thing, name) for name in DAYS if getattr(thing, name, None)), None)
    return {
        "id": thing.pk,
        "name": _name(thing),
        "on": day.isoformat() if day else "",
        "evidence": getattr(thing, "evidence", ""),
    }


def _name(thing):
    if isinstance(thing, Session):
        return ", ".join(filter(None, [thing.group.name, thing.topic]))
    return next((getattr(thing, name) for name in NAMES if getattr(thing, name, "")), "")


def disagreeing(taken):
    """The keys of figures of people whose value is not the number of the people behind it."""
    rows = [row for row in [*taken.report.rows, *taken.report.common] if row.definition.counts_people]
    wrong = [row.definition.key for row in rows if row.value != _size(taken.members[row.definition.key, Part.VALUE])]
    for measure in taken.report.effectiveness:
        wrong += [measure.key for part, of in measure.figures.items() if of != _size(taken.members[measure.key, part])]
    return wrong


def _size(members):
    return Figure.of_people(len(members.women), len(members.men))
