"""When the sessions of a series are: a rule in one form, and the meetings that follow from it. Nothing here asks the database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from decimal import Decimal

DAY = timedelta(days=1)
LONGEST = 250  # sessions: a year of daily meetings; more is a slip of the keyboard


@dataclass(frozen=True)
class Meeting:
    """One session that a rule gives: the day, from when until when, hours in the unit of the form of support."""

    day: date
    starts_at: time
    ends_at: time
    hours: Decimal


@dataclass(frozen=True)
class Rule:
    """On these days of the week (0 is Monday) from the first day to the last, both included, and on the days named besides, whenever.

    ``without`` are the days left out with the reason of each; a day named besides is not left out. ``times`` or ``hours_in_all``
    end the series earlier: the session with which the hours are used up is shortened to what is left of them.
    """

    first: date
    last: date
    starts_at: time
    ends_at: time
    hours: Decimal
    weekdays: frozenset[int] = frozenset()
    besides: frozenset[date] = frozenset()
    without: Mapping[date, str] = field(default_factory=dict)
    times: int | None = None
    hours_in_all: Decimal | None = None

    def meetings(self):
        """The meetings in the order of their days; at most ``LONGEST`` and one more, so that too many can be told."""
        found, left = [], self.hours_in_all
        for day in self._days():
            if len(found) == self.times or len(found) > LONGEST or (left is not None and left <= 0):
                break
            found.append(self._meeting(day, left))
            left = None if left is None else left - found[-1].hours
        return found

    def left_out(self, meetings):
        """Pairs of a day that the rule would have had, up to the last of these meetings, and why it is left out."""
        until = meetings[-1].day if meetings else self.last
        if not self.times and self.hours_in_all is None:
            until = self.last
        days = [day for day in self._regular() if day <= until and self._is_left_out(day)]
        return [(day, self.without[day]) for day in days]

    def is_cut_short(self, meetings):
        """Whether the last day came before so many sessions, or so many hours, were planned."""
        if self.times:
            return len(meetings) < self.times
        return self.hours_in_all is not None and sum(meeting.hours for meeting in meetings) < self.hours_in_all

    def _days(self):
        return sorted({*self.besides, *(day for day in self._regular() if not self._is_left_out(day))})

    def _regular(self):
        day = self.first
        while day <= self.last:
            if day.weekday() in self.weekdays:
                yield day
            day += DAY

    def _is_left_out(self, day):
        return day in self.without and day not in self.besides

    def _meeting(self, day, left):
        if left is None or left >= self.hours:
            return Meeting(day, self.starts_at, self.ends_at, self.hours)
        return Meeting(day, self.starts_at, self._earlier_end(left), left)

    def _earlier_end(self, hours):
        """When a session ends that takes only some of the hours; breaks shrink with it."""
        start = minutes_of(self.starts_at)
        length = (minutes_of(self.ends_at) - start) * hours / self.hours
        return time_of(start + max(1, round(length)))


def minutes_of(moment: time) -> int:
    """Minutes since midnight."""
    return moment.hour * 60 + moment.minute


def time_of(minutes: int) -> time:
    """The time so many minutes after midnight, not past the end of the day."""
    return time(*divmod(min(minutes, 24 * 60 - 1), 60))
