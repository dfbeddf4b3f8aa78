"""The ranking list of a round: points, then what decides between equals, and by which of them each place was decided."""

from dataclasses import dataclass, field
from datetime import time
from itertools import pairwise

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from projects.templatetags.polish import counted, day

from .assessment import Assessment, askings_of
from .facts import facts_of
from .vocabulary import Decision, Tie

END_OF_DAY = time.max
NO_LOT = 2**31


@dataclass(eq=False)
class Row:
    """One candidate on the list. ``place`` is None for whoever meets not all formal criteria, or may not, or withdrew."""

    assessment: Assessment
    round: object
    place: int | None = None
    above: "Row | None" = field(default=None, repr=False)  # with as many points, one place higher
    breakers: tuple = field(default=(), repr=False)

    @property
    def tie(self):
        """What put this person below the one with as many points, or nothing."""
        if self.above is None:
            return ""
        above, below = self.above.assessment, self.assessment
        breaker = next(b for b in self.breakers if b.key(above) != b.key(below))
        return _("równo z miejscem %(place)s; rozstrzyga %(name)s: %(above)s przed %(below)s") % {
            "place": self.above.place,
            "name": breaker.name or _("kolejność rejestracji"),
            "above": breaker.said(above),
            "below": breaker.said(below),
        }

    @property
    def facts(self):
        return self.assessment.facts

    @property
    def pk(self):
        return self.assessment.facts.id

    @property
    def number(self):
        return self.assessment.facts.number

    @property
    def name(self):
        """Surname first; never on anything published."""
        return f"{self.facts.last_name} {self.facts.first_name}".strip() or _("bez nazwiska")

    @property
    def decision(self):
        return self.assessment.facts.decision

    @property
    def state(self):
        """The decision; "incomplete" for whoever waits for one and has first to bring data or documents."""
        if self.decision == Decision.WAITING and self.assessment.waits_for_candidate:
            return "incomplete"
        return self.decision

    @property
    def points(self):
        return self.assessment.points

    @property
    def meets_formal(self):
        return self.assessment.meets_formal

    @property
    def has_joined(self):
        return self.assessment.facts.participation_id is not None

    @property
    def earned(self):
        """The criteria that gave points."""
        return [line for line in self.assessment.scored if line.points]

    @property
    def failed_line(self):
        """The facts by which the formal criteria are not met, in a line."""
        return "; ".join(f"{line.sentence} – {line.fact}" for line in self.assessment.failed)

    @property
    def gaps_line(self):
        """What is missing for the formal criteria, in a line."""
        return "; ".join(line.fact for line in self.assessment.gaps)

    @property
    def lacks_line(self):
        """The required documents that have not come."""
        return ", ".join(self.assessment.facts.lacks)


class TieBreaker:
    """One thing that decides between equal points: a key to sort by (smaller is better) and its words."""

    def __init__(self, name, key, said):
        self.name, self.key, self.said = name, key, said


def tie_breakers(round, askings):
    """The tie breakers of a round in its order. The order of registration closes every list, so that a place is never shared."""
    by_criterion = {f"criterion:{asking.criterion.pk}": asking for asking in askings if not asking.is_formal}
    for name in round.tie_order:
        if name in by_criterion:
            yield _of_criterion(by_criterion[name], askings)
        elif name in KNOWN:
            yield KNOWN[name]
    yield LAST


def _of_criterion(asking, askings):
    position = askings.index(asking)
    return TieBreaker(
        asking.criterion.sentence,
        lambda assessment: -asking.points(assessment.facts, assessment.verdicts[position]),
        lambda a: counted(asking.points(a.facts, a.verdicts[position]), "punkt", "punkty", "punktów"),
    )


def _applied(assessment):
    return (assessment.facts.applied_on, assessment.facts.applied_at or END_OF_DAY)


def _said_applied(assessment):
    moment = assessment.facts
    return f"{day(moment.applied_on)} {moment.applied_at:%H:%M}" if moment.applied_at else day(moment.applied_on)


def serial(assessment):
    """The order of registration: the year and the number after it."""
    *_beginning, year, number = assessment.facts.number.split("/")
    return (int(year), int(number))


KNOWN = {
    Tie.PREMISES: TieBreaker(
        Tie.PREMISES.label,
        lambda a: -len(a.facts.premises),
        lambda a: counted(len(a.facts.premises), "przesłanka", "przesłanki", "przesłanek"),
    ),
    Tie.APPLIED: TieBreaker(Tie.APPLIED.label, _applied, _said_applied),
    Tie.LOT: TieBreaker(
        Tie.LOT.label,
        lambda a: NO_LOT if a.facts.lot is None else a.facts.lot,
        lambda a: _("nie losowano") if a.facts.lot is None else _("los nr %(lot)s") % {"lot": a.facts.lot},
    ),
}


# The last resort has no name here: the words are found when they are read.
LAST = TieBreaker("", serial, lambda assessment: assessment.facts.number)


class Ranking:
    """The candidates of a round in the order of the list: those with a place, then the others, whoever withdrew last."""

    def __init__(self, round, facts=None, askings=None):
        self.round = round
        self.askings = askings_of(round) if askings is None else askings
        self.breakers = tuple(tie_breakers(round, self.askings))
        if facts is None:
            facts = facts_of(round.candidates.all())
        everyone = [Row(Assessment(one, self.askings), round) for one in facts if one.round_id == round.pk]
        stays = [row for row in everyone if row.decision != Decision.WITHDRAWN]
        self.withdrawn = self._in_order([row for row in everyone if row.decision == Decision.WITHDRAWN])
        self.placed = self._in_order([row for row in stays if row.meets_formal])
        self.undecidable = self._in_order([row for row in stays if row.meets_formal is None])
        self.failed = self._in_order([row for row in stays if row.meets_formal is False])
        for place, row in enumerate(self.placed, start=1):
            row.place = place
        for above, below in pairwise(self.placed):
            if above.points == below.points:
                below.above, below.breakers = above, self.breakers

    def _in_order(self, rows):
        keys = [breaker.key for breaker in self.breakers]
        return sorted(rows, key=lambda row: (-row.points, *[key(row.assessment) for key in keys]))

    @cached_property
    def rows(self):
        """Everybody, in the order of the list."""
        return [*self.placed, *self.undecidable, *self.failed, *self.withdrawn]

    @cached_property
    def by_pk(self):
        return {row.pk: row for row in self.rows}

    def with_decision(self, decision):
        """Those of one decision, in the order of the list."""
        return [row for row in self.rows if row.decision == decision]

    @property
    def taken(self):
        """How many places are taken."""
        return len(self.with_decision(Decision.QUALIFIED))

    @property
    def free(self):
        """How many places are free, never fewer than none."""
        return max(0, self.round.places - self.taken)

    @property
    def needs_lots(self):
        """Whether the drawing of lots is in the rules and somebody who waits has no lot."""
        return Tie.LOT in self.round.tie_order and any(row.facts.lot is None for row in self.placed)
