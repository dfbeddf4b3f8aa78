"""Pace: where a target should stand by now, where it will stand at the end if nothing changes, and what it would take.

Nobody writes down a plan by months, so the pace is even: the same number every day from the project's first day to its last.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from projects.models import Project
from projects.templatetags.polish import number

from .reports import Row
from .stakes import Windows, stakes_of, windows_of

DAYS_OF_A_MONTH = Decimal("30.4375")
TENTH = Decimal("0.1")
NO_WINDOWS = Windows(0, None)


@dataclass(frozen=True)
class Pace:
    """One row with a target against the time gone by. Numbers of people (or things); a month is 365.25 / 12 days."""

    row: Row
    project: Project
    on: date
    windows: Windows = NO_WINDOWS

    @property
    def days_gone(self):
        """Whole days of the project gone by, both ends counted; 0 before its first."""
        return min(max((self.on - self.project.starts_on).days + 1, 0), self.days)

    @property
    def days(self):
        return (self.project.ends_on - self.project.starts_on).days + 1

    @property
    def days_left(self):
        return self.days - self.days_gone

    @cached_property
    def expected(self):
        """How many there would be on the day at an even pace, to the nearest whole."""
        return int((Decimal(self.row.target.total) * self.days_gone / self.days).quantize(Decimal(1), ROUND_HALF_UP))

    @property
    def behind_by(self):
        """How many fewer there are than at an even pace; 0 for none."""
        return max(self.expected - self.row.value.total, 0)

    @property
    def ahead_by(self):
        return max(self.row.value.total - self.expected, 0)

    @property
    def forecast(self):
        """How many there will be on the last day at the present pace, rounded down; None before the project begins."""
        return self.row.value.total * self.days // self.days_gone if self.days_gone else None

    @property
    def monthly(self):
        """How many came in a month so far, to a tenth; None before the project begins."""
        return self._a_month(self.row.value.total, self.days_gone, ROUND_HALF_UP)

    @property
    def monthly_needed(self):
        """How many have to come in a month from now on, rounded up to a tenth; None when no day is left."""
        return self._a_month(self.row.short_of or self.row.women_short_of, self.days_left, ROUND_UP)

    @staticmethod
    def _a_month(people, days, rounding):
        return (people * DAYS_OF_A_MONTH / days).quantize(TENTH, rounding) if days else None

    @property
    def is_late(self):
        """The project is over and the target is not reached: only proofs that are still on their way can help."""
        return not self.days_left and not self.row.is_reached

    @property
    def so_far(self):
        """How many came in a month so far, in words: "0,4", and "mniej niż 0,1" for what would round to nothing."""
        if self.row.value.total and not self.monthly:
            return _("mniej niż %(tenth)s") % {"tenth": number(TENTH)}
        return number(self.monthly, 1)

    @property
    def sentence(self):
        """Where it stands against an even pace, and what it would take, in words."""
        if self.row.is_reached:
            return _("Osiągnięty.")
        if not self.days_gone:
            return _("Projekt jeszcze się nie zaczął.")
        return f"{self._standing} {self._to_do}"

    @property
    def _standing(self):
        told = {"expected": number(self.expected), "forecast": number(self.forecast)}
        if self.is_late:
            return _("Projekt się skończył.")
        if self.forecast >= self.row.target.total:
            return (
                _("Przy równym tempie byłoby na ten dzień %(expected)s; w dotychczasowym cel będzie osiągnięty.") % told
            )
        return (
            _("Przy równym tempie byłoby na ten dzień %(expected)s; w dotychczasowym na koniec będzie %(forecast)s.")
            % told
        )

    @property
    def _to_do(self):
        told = {
            "short": number(self.row.short_of or self.row.women_short_of),
            "a_month": number(self.monthly_needed, 1),
        }
        told |= {"so_far": self.so_far}
        if self.is_late:
            return _("Brakuje %(short)s; liczą się już tylko dowody w otwartych terminach.") % told
        return _("Brakuje %(short)s: potrzeba %(a_month)s na miesiąc, dotąd przybywało %(so_far)s.") % told

    @property
    def in_short(self):
        """What it would take, in a short sentence; "" where no day is left or nobody knows the value."""
        if self.is_late or not self.days_gone or self.row.is_reached or not self.row.has_value:
            return ""
        told = {"a_month": number(self.monthly_needed, 1), "so_far": self.so_far}
        return _("Potrzeba %(a_month)s na miesiąc, dotąd %(so_far)s.") % told

    @property
    def gap(self):
        """By how many points of the target it is behind the time gone by; below zero for ahead. What risk is sorted by."""
        gone = Decimal(self.days_gone) * 100 / self.days
        return gone - (self.row.percent or 0)


def paces(report, windows=None):
    """The pace of every row with a target, in the order of the report; one statement for the windows unless they are given."""
    windows = windows_of(report.project, stakes_of(report), report.on) if windows is None else windows
    return [
        Pace(row, report.project, report.on, windows.get(row.definition.key, NO_WINDOWS))
        for row in report.with_target
        if row.has_value
    ]


def _by_risk(pace):
    """Those at risk first, the furthest behind on top; then those on their way; the reached ones last."""
    return pace.row.is_reached, not pace.row.is_behind, -pace.gap


def _by_window(pace):
    """The nearest last day first; without open windows last."""
    return pace.windows.until or date.max, _by_risk(pace)


ORDERS = {"risk": _by_risk, "window": _by_window, "report": None}


def in_order(paces, order="risk"):
    """The paces by risk, by the nearest window, or as the report has them."""
    return sorted(paces, key=ORDERS[order]) if ORDERS[order] else list(paces)
