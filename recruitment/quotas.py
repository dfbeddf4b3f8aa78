"""Quotas live: how many of a group hold places, and whether the quota is reached, open, or can be reached no longer."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal

from django.utils import timezone
from django.utils.translation import gettext as _

from projects.templatetags.polish import counted, number, percent

from .rules import RULES
from .vocabulary import Decision

REACHED, OPEN, IMPOSSIBLE = "reached", "open", "impossible"


def wanted(quota, places):
    """How many people a quota asks for among so many places; a part of a person is a person."""
    if quota.at_least is not None:
        return quota.at_least
    return int((quota.percent * places / Decimal(100)).to_integral_value(ROUND_CEILING))


@dataclass(frozen=True)
class Standing:
    """Where a quota stands. ``pool``: people of the group who could still be given a place; ``comes``: more may apply yet."""

    quota: object
    places: int
    wanted: int
    have: int
    free: int
    pool: int
    comes: bool

    @property
    def short(self):
        """How many are still needed."""
        return max(0, self.wanted - self.have)

    @property
    def status(self):
        if not self.short:
            return REACHED
        if self.short > self.free or (self.short > self.pool and not self.comes):
            return IMPOSSIBLE
        return OPEN

    @property
    def is_lost(self):
        return self.status == IMPOSSIBLE

    @property
    def percent(self):
        """How much of what is asked for is there."""
        return min(100, self.have * 100 / self.wanted)

    @property
    def name(self):
        return self.quota.sentence

    @property
    def asked(self):
        """ "co najmniej 60,00% miejsc, czyli 15 z 24" or "co najmniej 6 osób\""""
        if self.quota.at_least is not None:
            return _("co najmniej %(people)s") % {"people": counted(self.wanted, "osoba", "osoby", "osób")}
        return _("co najmniej %(percent)s miejsc, czyli %(wanted)s z %(places)s") % {
            "percent": percent(self.quota.percent, 0 if self.quota.percent == int(self.quota.percent) else 2),
            "wanted": number(self.wanted),
            "places": number(self.places),
        }

    @property
    def word(self):
        return {REACHED: _("osiągnięty"), OPEN: _("otwarty"), IMPOSSIBLE: _("nie do osiągnięcia")}[self.status]

    @property
    def sentence(self):
        """The standing in words with its numbers."""
        told = {
            "have": number(self.have),
            "wanted": number(self.wanted),
            "short": counted(self.short, "osoby", "osób", "osób"),
            "free": counted(self.free, "miejsce", "miejsca", "miejsc"),
            "pool": counted(self.pool, "osoba", "osoby", "osób"),
        }
        return self._words() % told

    def _words(self):
        if not self.short:
            return _("Jest %(have)s z %(wanted)s.")
        if self.short > self.free:
            return _("Jest %(have)s z %(wanted)s. Brakuje %(short)s, a wolne są tylko: %(free)s.")
        if self.short > self.pool and not self.comes:
            return _("Jest %(have)s z %(wanted)s. Brakuje %(short)s, a w puli kandydatów czeka: %(pool)s.")
        if self.short > self.pool:
            return _(
                "Jest %(have)s z %(wanted)s. Brakuje %(short)s, w puli czeka: %(pool)s; potrzebne są nowe zgłoszenia."
            )
        return _("Jest %(have)s z %(wanted)s. Brakuje %(short)s; wolne: %(free)s, w puli czeka: %(pool)s.")


class Counting:
    """A quota made ready to be counted many times: whom it is about, over which round or rounds."""

    def __init__(self, quota, rounds):
        self.quota = quota
        self.holds = RULES[quota.rule].test(quota.params)
        self.rounds = [round for round in rounds if quota.round_id in (None, round.pk)]
        self.numbers = {round.pk for round in self.rounds}
        self.places = sum(round.places for round in self.rounds)
        self.wanted = wanted(quota, self.places)

    def concerns(self, facts):
        """Whether this candidate applied where the quota counts."""
        return facts.round_id in self.numbers

    def includes(self, facts):
        """Whether the quota's rule is true of the candidate; where data are missing it is not."""
        return facts.round_id in self.numbers and self.holds(facts) is True

    def standing(self, facts, *, decided=None, excluded=frozenset(), today=None):
        """Where the quota stands. ``decided`` are decisions that are only being thought of: pk → decision, over those that stand.
        ``excluded`` are the numbers (pk) of those who meet not all formal criteria and cannot be given a place."""
        taken = have = pool = 0
        for one in facts:
            if one.round_id not in self.numbers:
                continue
            decision = decided.get(one.id, one.decision) if decided else one.decision
            if decision == Decision.QUALIFIED or one.participation_id is not None:
                taken += 1
                have += self.holds(one) is True
            elif decision in CAN_BE_CALLED and one.id not in excluded:
                pool += self.holds(one) is True
        today = today or timezone.localdate()
        return Standing(
            quota=self.quota,
            places=self.places,
            wanted=self.wanted,
            have=have,
            free=max(0, self.places - taken),
            pool=pool,
            comes=any(round.closes_on is None or today <= round.closes_on for round in self.rounds),
        )


CAN_BE_CALLED = (Decision.WAITING, Decision.RESERVE)


def countings(project, round=None, rounds=None):
    """The quotas of a project ready to be counted; with a round, only those that concern it."""
    rounds = list(project.rounds.all()) if rounds is None else rounds
    quotas = project.quotas.order_by("pk")
    return [Counting(quota, rounds) for quota in quotas if round is None or quota.round_id in (None, round.pk)]
