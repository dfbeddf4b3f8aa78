"""Whom the rules would take: the first by points who meet the formal criteria, then the fewest changes that save the quotas.

The program proposes and says why; the commission decides.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from math import inf

from django.utils.translation import gettext as _

from projects.templatetags.polish import number

from .vocabulary import Decision


@dataclass(frozen=True)
class Proposed:
    """What the rules say of one candidate, and why; an empty decision where data are missing and nothing can be said."""

    decision: str
    said: Callable

    @property
    def why(self):
        """The words are found when they are read: thousands of candidates need not be told."""
        return self.said()


class Seats:
    """The people who would hold the places of a round, and what that does to its quotas."""

    def __init__(self, ranking, countings, standings):
        self.ranking = ranking
        self.countings = countings
        self.row_types = {row.pk: tuple(c.includes(row.facts) for c in countings) for row in ranking.placed}
        # What other rounds of a project-wide quota can still give is not asked of this one.
        self.short = [max(0, s.short - self._elsewhere(c, s)) for c, s in zip(countings, standings, strict=True)]
        self.open = [row for row in ranking.placed if row.decision == Decision.WAITING]
        self.taken = self.open[: ranking.free]
        self.left = self.open[ranking.free :]
        self.exchanged = {}

    def _elsewhere(self, counting, standing):
        """Free places of the other rounds that a project-wide quota counts."""
        return max(0, standing.free - self.ranking.free) if len(counting.rounds) > 1 else 0

    def deficits(self, taken=None):
        """How many of each group would still be missing."""
        have = [sum(column) for column in zip(*[self.row_types[row.pk] for row in self.taken], strict=True)]
        have = have or [0] * len(self.countings)
        return [max(0, short - got) for short, got in zip(self.short, have, strict=True)]

    def fill_quotas(self):
        """Exchanges people, the last on the list first, until no exchange brings the quotas nearer."""
        while (deficits := self.deficits()) and any(deficits) and (found := self._best_exchange(deficits)):
            comes, goes, quota = found
            self.taken.remove(goes)
            self.left.remove(comes)
            self.taken.append(comes)
            self.left.append(goes)
            self.exchanged[comes.pk] = self.exchanged[goes.pk] = (comes, goes, quota)

    def _best_exchange(self, deficits):
        """The person to come, the one to go and the quota it is for: the exchange that helps most and costs the least places."""
        first = self._edge(self.left, best=True)
        last = self._edge(self.taken, best=False)
        have = self._have()
        best = None
        for coming, comes in first.items():
            for going, goes in last.items():
                gain = self._gain(coming, going, have, deficits)
                cost = comes.place - goes.place
                if gain > 0 and (best is None or (-gain, cost) < best[0]):
                    best = ((-gain, cost), comes, goes, self._helped(coming, going, deficits))
        return best and best[1:]

    def _edge(self, rows, *, best):
        """Of each kind of people, in how many quotas they count, the first or the last on the list."""
        found = {}
        for row in sorted(rows, key=lambda row: row.place, reverse=not best):
            found.setdefault(self.row_types[row.pk], row)
        return found

    def _have(self):
        return [sum(self.row_types[row.pk][n] for row in self.taken) for n in range(len(self.countings))]

    def _gain(self, coming, going, have, deficits):
        """By how much the sum of what is missing falls; an exchange that makes any quota worse gains nothing."""
        gain = 0
        for n, (short, got) in enumerate(zip(self.short, have, strict=True)):
            after = max(0, short - (got + coming[n] - going[n]))
            if after > deficits[n]:
                return 0
            gain += deficits[n] - after
        return gain

    def _helped(self, coming, going, deficits):
        return next(
            counting
            for counting, comes, goes, short in zip(self.countings, coming, going, deficits, strict=True)
            if comes and not goes and short
        )


def propose(ranking, countings, standings):
    """pk → what the rules say of every candidate of the round about whom nobody has decided."""
    seats = Seats(ranking, countings, standings)
    if countings:
        seats.fill_quotas()
    taken, reserve = {row.pk for row in seats.taken}, _reserve_left(ranking)
    proposals = {}
    for row in seats.open:
        if row.pk in taken:
            proposals[row.pk] = Proposed(Decision.QUALIFIED, partial(_why_taken, row, seats, ranking))
        elif reserve > 0:
            proposals[row.pk] = Proposed(Decision.RESERVE, partial(_why_left, row, seats))
            reserve -= 1
        else:
            proposals[row.pk] = Proposed(Decision.REJECTED, _no_room)
    for row in ranking.failed:
        if row.decision == Decision.WAITING:
            proposals[row.pk] = Proposed(Decision.REJECTED, partial(_why_failed, row))
    for row in ranking.undecidable:
        if row.decision == Decision.WAITING:
            proposals[row.pk] = Proposed("", partial(_what_is_missing, row))
    return proposals


def _reserve_left(ranking):
    """How many more people the reserve list takes."""
    places = ranking.round.reserve_places
    return inf if places is None else max(0, places - len(ranking.with_decision(Decision.RESERVE)))


def _no_room():
    return _("brak miejsc, także na liście rezerwowej")


def _why_failed(row):
    failed = ", ".join(f"{line.sentence} – {line.fact}" for line in row.assessment.failed)
    return _("nie spełnia: %(criteria)s") % {"criteria": failed}


def _what_is_missing(row):
    gaps = ", ".join(f"{line.sentence} – {line.fact}" for line in row.assessment.gaps)
    return _("do uzupełnienia: %(criteria)s") % {"criteria": gaps}


def _why_taken(row, seats, ranking):
    if row.pk in seats.exchanged:
        _comes, goes, quota = seats.exchanged[row.pk]
        return _(
            "wchodzi przed %(number)s (miejsce %(place)s): bez tej osoby nie byłby osiągnięty limit „%(quota)s”"
        ) % {
            "number": goes.number,
            "place": number(goes.place),
            "quota": quota.quota.sentence,
        }
    return _("miejsce %(place)s na %(places)s") % {
        "place": number(row.place),
        "places": number(ranking.round.places),
    }


def _why_left(row, seats):
    if row.pk in seats.exchanged:
        comes, _goes, quota = seats.exchanged[row.pk]
        return _("ustępuje miejsca %(number)s (miejsce %(place)s) ze względu na limit „%(quota)s”") % {
            "number": comes.number,
            "place": number(comes.place),
            "quota": quota.quota.sentence,
        }
    return _("zabrakło miejsca: %(place)s na liście") % {"place": number(row.place)}


@dataclass(frozen=True)
class Next:
    """Who is to be called up from the reserve list, and why; ``passed`` were higher on the list."""

    row: object
    why: str
    passed: list


def next_from_reserve(ranking, countings, standings):
    """The next of the reserve list, or None. The first in order, unless taking her would make a quota that can still be reached
    unreachable and taking somebody lower would not; Next says so. Nobody is called up while no place is free."""
    reserve = [row for row in ranking.placed if row.decision == Decision.RESERVE]
    if not reserve or not ranking.free:
        return None
    # Each free place is needed for the group: one more person from outside it, and the quota is lost.
    endangered = [c for c, s in zip(countings, standings, strict=True) if 0 < s.short == s.free]
    lost = {row.pk: [c for c in endangered if not c.includes(row.facts)] for row in reserve}
    fitting = next((row for row in reserve if not lost[row.pk]), reserve[0])
    passed = reserve[: reserve.index(fitting)]
    where = number(reserve.index(fitting) + 1)
    if passed:
        names = ", ".join(dict.fromkeys(c.quota.sentence for row in passed for c in lost[row.pk]))
        why = _(
            "%(where)s. na liście rezerwowej; osoby wyżej nie należą do grupy „%(quota)s”, a bez kogoś z tej grupy limit "
            "byłby już nie do osiągnięcia"
        )
        return Next(fitting, why % {"where": where, "quota": names}, passed)
    return Next(fitting, _("pierwsza na liście rezerwowej, miejsce %(place)s") % {"place": number(fitting.place)}, [])
