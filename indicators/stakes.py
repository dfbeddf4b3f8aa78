"""What is at stake: targets and thresholds not reached yet, and the people who can still reach them, window by window."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from django.db.models import Count, Min, Q
from django.utils.translation import gettext as _

from participants.deadlines import counted_of_one_project
from participants.vocabulary import EFFECTIVENESS_WINDOW_DAYS, RESULT_WINDOW_DAYS
from projects.templatetags.polish import number

from . import catalogue, effectiveness
from .definitions import DAY, Day, Definition, Stage, at
from .hypothetical import reader
from .queries import STILL_INSIDE, compute, definition_of
from .reports import Row
from .targets import promises, target_on


@dataclass(frozen=True)
class Stake:
    """One target or threshold that is short: how many it has of how many it needs, and what counts somebody in it.

    ``of`` is the target, or for a measure of effectiveness how many must succeed for the threshold to hold once every window that
    is open now has closed; ``window`` the days that a proof has after leaving. ``source`` is the row or the measure itself.
    """

    definition: Definition
    label: str
    has: int
    of: int
    window: int
    source: object

    @property
    def sentence(self):
        """How it stands: "efektywność zatrudnieniowa, osoby z niepełnosprawnościami: 1 z 2 potrzebnych"."""
        return _("%(standing)s potrzebnych") % {"standing": self.standing}

    @property
    def standing(self):
        """The same without the last word: "kwalifikacje: 7 z 21"."""
        return _("%(label)s: %(has)s z %(of)s") % {
            "label": self.label,
            "has": number(self.has),
            "of": number(self.of),
        }

    @property
    def is_a_measure(self):
        return self.window == EFFECTIVENESS_WINDOW_DAYS

    @property
    def waiting(self) -> Q:
        """True of those who left, lack only the proof, and still have time for it; the day open."""
        return waiting_for(self.definition, self.window)

    @property
    def inside(self) -> Q:
        """True of those who can still come to it: everything holds that can hold before leaving; the day open."""
        return self.definition.rule_until(Stage.EXIT) & STILL_INSIDE


def waiting_for(definition, window) -> Q:
    """Every word but the proof holds, the proof does not, and the window is open; the day open."""
    proof = Q()
    for word in definition.words:
        if word.stage == Stage.PROOF:
            proof &= word.condition
    is_open = Q(left_on__lte=DAY, left_on__gte=Day(moved=-window))
    return definition.rule_until(Stage.PROOF) & is_open & ~proof


def stakes_of(report, every=False) -> list[Stake]:
    """The results and the measures of a report that are short (or ``every`` one), measures first: their windows are the rarer ones.

    A measure is short when it is not met, or would not be once the windows still open have closed.
    """
    return _of_parts(report.with_target, report.effectiveness, every)


def _of_parts(rows, measures, every=False):
    """The same of rows with a target, and of measures of effectiveness."""
    measures = [item for item in measures if every or item.needed_of_pending or item.is_met is None]
    results = [row for row in rows if row.definition.proofs and row.definition.counts_people]
    return [*map(_of_measure, measures), *(_of_result(row) for row in results if every or not row.is_reached)]


def stakes_at(project, on):
    """The stakes of the project on the day: three statements at most, two where nothing is promised."""
    asked = [
        (indicator, definition_of(indicator))
        for indicator in project.indicators.with_changes()
        if promises(indicator, on)
    ]
    asked = [
        (indicator, definition) for indicator, definition in asked if definition.proofs and definition.counts_people
    ]
    thresholds = list(effectiveness.thresholds_of([project]))
    if not asked and not thresholds:
        return []
    definitions = [catalogue.PEOPLE, *(definition for _indicator, definition in asked)]
    counted = compute([project], definitions, on, extra=effectiveness.conditions(thresholds))[project.pk]
    elapsed, base = project.time_elapsed(on), counted[catalogue.PEOPLE.key].value.total
    rows = [Row(d, counted[d.key], target_on(i, on, base), elapsed, i) for i, d in asked]
    return _of_parts(rows, effectiveness.read(thresholds, counted))


def _of_result(row):
    definition = row.definition
    return Stake(definition, label_of(definition), row.value.total, row.target.total, RESULT_WINDOW_DAYS, row)


def _of_measure(item):
    definition = effectiveness.definition_of(item.threshold)
    of = item.numerator + (item.needed_of_pending or 1)
    return Stake(definition, item.name, item.numerator, of, EFFECTIVENESS_WINDOW_DAYS, item)


def label_of(definition):
    """A name short enough for a line beside a person."""
    return str(definition.short or definition.name)


def successes_needed(percent, reached, measured):
    """The smallest number of people who would meet a threshold of so many per cent by coming into the measure with success.

    Each of them is one more in the denominator too. Whole people, rounded up (domain notes section 5); None where no number would do.
    """
    missing = percent * measured - 100 * reached
    if not measured:
        return 1
    if missing <= 0:
        return 0
    return ceil(Fraction(missing) / Fraction(100 - percent)) if percent < 100 else None


# --- the windows that stake them


@dataclass(frozen=True)
class Windows:
    """How many people wait for a proof that a stake needs, and the last day of the nearest of their windows (None for nobody)."""

    people: int
    until: date | None


def windows_of(project, stakes, on: date) -> dict[str, Windows]:
    """The open windows of each stake by the key of its definition: one statement, none without stakes."""
    if not stakes:
        return {}
    asked = {}
    for place, stake in enumerate(stakes):
        condition = at(stake.waiting, on)
        asked |= {f"n{place}": Count("pk", filter=condition), f"d{place}": Min("left_on", filter=condition)}
    found = counted_of_one_project(project.participations.all(), **asked)
    return {
        stake.definition.key: Windows(found[f"n{place}"], _last_day(found[f"d{place}"], stake.window))
        for place, stake in enumerate(stakes)
    }


def _last_day(left_on, window):
    return left_on + timedelta(days=window) if left_on else None


@dataclass(frozen=True)
class Wager:
    """A stake that one person's window decides, and how long it is open: the last day, and the days left on the day asked."""

    stake: Stake
    until: date
    days: int


def wagers(participations, stakes, on: date) -> dict[int, list[Wager]]:
    """The stakes that each of these people can still make a difference to, the nearest window first.

    The participations are read in memory, whole rows.
    """
    readers = [(stake, reader(stake.waiting, on)) for stake in stakes]
    found = {}
    for one in participations:
        for stake, holds in readers:
            if holds(one):
                found.setdefault(one.pk, []).append(wager_of(one, stake, on))
    return {pk: by_window(wagers) for pk, wagers in found.items()}


def by_window(wagers):
    """The nearest window first."""
    return sorted(wagers, key=lambda wager: wager.days)


def wager_of(participation, stake, on) -> Wager:
    """The stake with the window of somebody who has left."""
    until = participation.left_on + timedelta(days=stake.window)
    return Wager(stake, until, (until - on).days)
