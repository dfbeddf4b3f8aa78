"""The target of one indicator through time: the agreement, then annex by annex."""

from dataclasses import dataclass
from datetime import date

from .models import ProjectIndicator, Promise, TargetCorrection
from .targets import promise_on


@dataclass(frozen=True)
class Step:
    """What was promised from a day on. ``correction`` is the annex's, None for the agreement itself.

    ``state`` is "past", "now" or "ahead" of the day on which it is looked at.
    """

    promise: Promise
    correction: TargetCorrection | None
    state: str


def steps_of(indicator: ProjectIndicator, on: date) -> list[Step]:
    """The promises of an indicator, the agreement's first; the one that holds on the day is "now"."""
    now = promise_on(indicator, on)
    promises = [indicator, *reversed(indicator.changes)]
    place = promises.index(now)
    states = ["now" if number == place else "past" if number < place else "ahead" for number in range(len(promises))]
    corrections = [None, *promises[1:]]
    return [Step(*step) for step in zip(promises, corrections, states, strict=True)]
