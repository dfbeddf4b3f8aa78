"""What an indicator is, and what a word is. An indicator is a list of words; all of them must hold of one participation on one day."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import IntEnum

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participants.vocabulary import RESULT_WINDOW_DAYS

from .models import Counts, Kind, Moment


@dataclass(frozen=True)
class Day:
    """The place where the day of measurement goes into a condition, moved by some days where a window asks for it."""

    moved: int = 0
    as_text: bool = False  # inside a JSON column a date is its ISO text

    def on(self, day):
        if not isinstance(day, date):
            return day.open(self.moved, self.as_text)
        moved = day + timedelta(days=self.moved)
        return moved.isoformat() if self.as_text else moved


DAY = Day()
DAY_TEXT = Day(as_text=True)


def at(condition: Q, day: date) -> Q:
    """The condition with the day of measurement put in; for a day still open see ``statements.Clock``."""
    children = [
        at(child, day) if isinstance(child, Q) else (child[0], _put(child[1], day)) for child in condition.children
    ]
    return Q(*children, _connector=condition.connector, _negated=condition.negated)


def _put(value, day):
    return value.on(day) if isinstance(value, Day) else value


def percent_of(part, whole):
    """The part in per cent of the whole, two decimals, halves up, not capped; None where the whole is 0 or unknown."""
    return (Decimal(part) * 100 / whole).quantize(Decimal("0.01"), ROUND_HALF_UP) if whole else None


class Stage(IntEnum):
    """Which part of a person's way a word speaks of; it groups those not counted by how near they are."""

    DATA = 1
    ENTRY = 2
    STATUS = 3
    EXIT = 4
    PROOF = 5


@dataclass(frozen=True)
class Word:
    """One true-or-false fact about one participation on one day, with the Polish sentence a person would use for it.

    ``phrase`` may hold ``{day}``. ``fact`` shows, for one participation, what makes the word true or false; ``column`` heads it;
    ``proofs`` are the kinds of outcome that can prove it; ``why_not`` says, where the proofs on record do not suffice, what each
    of them lacks ("" for nothing to say).
    """

    name: str
    phrase: str
    condition: Q
    stage: Stage
    column: str
    fact: Callable
    note: str = ""
    proofs: tuple[str, ...] = ()
    why_not: Callable | None = None


@dataclass(frozen=True)
class Definition:
    """One line of a list of indicators.

    ``key`` names it in addresses, ``code`` is the official code or empty, ``short`` the words under a common heading
    (``section``), ``source`` where the rule stands, ``english`` the official English name, ``moment`` the clock that it is read by.
    ``institution_kinds`` are the kinds of institutions that it counts, ``trait`` the attribute of the project itself that it asks
    for; ``withdrawn`` says which act struck it off the list. ``window_days`` is how long after leaving a proof still counts.
    """

    key: str
    name: str
    kind: str
    words: tuple[Word, ...] = ()
    code: str = ""
    unit: str = _("osoby")
    counts: str = Counts.PEOPLE
    short: str = ""
    section: str = ""
    source: str = ""
    register: str = ""
    form_of_support: int | None = None
    event_kind: str = ""
    english: str = ""
    moment: str = ""
    institution_kinds: tuple[str, ...] = ()
    trait: str = ""
    withdrawn: str = ""
    window_days: int = RESULT_WINDOW_DAYS

    def __post_init__(self):
        if not self.moment:
            object.__setattr__(self, "moment", moment_of(self.kind, self.counts))

    @property
    def rule(self) -> Q:
        """True of exactly the participations that count, the day still open."""
        return _all(self.words)

    def condition(self, day: date) -> Q:
        """True of exactly the participations that count on the day."""
        return at(self.rule, day)

    def rule_until(self, stage: Stage) -> Q:
        """True of the participations for which every word before this stage holds, the day still open."""
        return _all([word for word in self.words if word.stage < stage])

    @property
    def identity(self):
        """What tells this definition's rule from every other: its key and, because own ones change, its words."""
        return self.key, tuple(word.name for word in self.words)

    @property
    def proofs(self):
        """The kinds of outcome that a result asks for."""
        return {kind for word in self.words for kind in word.proofs}

    @property
    def is_result(self):
        return self.kind == Kind.RESULT

    @property
    def counts_people(self):
        return self.counts == Counts.PEOPLE

    @property
    def is_measured_by_authority(self):
        """Recorded as the authority gives it, never computed."""
        return self.counts == Counts.AUTHORITY


def moment_of(kind, counts):
    """The clock of an indicator that names none: people by entry or leaving, things by the day they happened."""
    if counts == Counts.PEOPLE:
        return Moment.LEAVING if kind == Kind.RESULT else Moment.ENTRY
    return Moment.SIX_MONTHS if counts == Counts.AUTHORITY else Moment.EVENT


def _all(words):
    condition = Q()
    for word in words:
        condition &= word.condition
    return condition


def output(code_or_key, name, *words, **facts):
    """A product indicator, measured on the day of entry."""
    return _define(Kind.OUTPUT, code_or_key, name, words, facts)


def result(code_or_key, name, *words, **facts):
    """A result indicator, measured up to four weeks after leaving."""
    return _define(Kind.RESULT, code_or_key, name, words, facts)


def _define(kind, code_or_key, name, words, facts):
    facts.setdefault("code", code_or_key if code_or_key[:2].isupper() else "")
    in_order = tuple(sorted(words, key=lambda word: word.stage))
    return Definition(key=code_or_key, name=name, kind=kind, words=in_order, **facts)
