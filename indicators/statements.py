"""A statement that counts participations under many conditions, compiled once and run for any projects and any days.

Compiling sixty conditions costs the ORM several times what counting a thousand people costs the database, and the conditions of
a list of indicators never change while the program runs. So the day and the projects stay open places in the compiled statement.
"""

from datetime import date, timedelta

from django.db import connection
from django.db.models import Count, Q
from psycopg2.extras import Json

from participants.models import Participation

from .definitions import at

REMEMBERED = 200


class OpenDay(date):
    """A date whose value is put in when the statement runs: the day called ``which``, moved by some days."""

    def __new__(cls, which, moved):
        day = super().__new__(cls, 1, 1, 1)
        day.which, day.moved = which, moved
        return day

    def fill(self, days):
        return days[self.which] + timedelta(days=self.moved)


class OpenDayText(str):
    """The same inside a JSON column, where a date is its ISO text."""

    __slots__ = ("day",)

    def fill(self, days):
        return Json(self.day.fill(days).isoformat())


class Clock:
    """What ``definitions.at`` takes for a day while a statement is compiled."""

    def __init__(self, which):
        self.which = which

    def open(self, moved, as_text):
        day = OpenDay(self.which, moved)
        if not as_text:
            return day
        text = OpenDayText(f"{self.which}{moved:+}")
        text.day = day
        return text


class CountStatement:
    """Counts by project and sex. ``conditions`` are pairs (condition with its days open, which day it asks for)."""

    def __init__(self, conditions: list[tuple[Q, str]], number_of_projects: int):
        self.places = {-place: place - 1 for place in range(1, number_of_projects + 1)}
        queryset = (
            Participation.objects.filter(project__in=list(self.places))
            .order_by()
            .values("project_id", "sex")
            .annotate(
                **{
                    f"c{n}": Count("pk", filter=at(condition, Clock(which)))
                    for n, (condition, which) in enumerate(conditions)
                }
            )
        )
        self.sql, self.params = queryset.query.sql_with_params()

    def run(self, project_pks: list[int], days: dict[str, date]):
        """Rows of (project, sex, count, count, …) in the order of the conditions."""
        with connection.cursor() as cursor:
            cursor.execute(self.sql, [self._fill(param, project_pks, days) for param in self.params])
            return cursor.fetchall()

    def _fill(self, param, project_pks, days):
        inside = getattr(param, "adapted", param)  # a value inside a JSON column is wrapped
        if isinstance(inside, OpenDay | OpenDayText):
            return inside.fill(days)
        if isinstance(param, int) and param in self.places:
            return project_pks[self.places[param]]
        return param


_remembered = {}


def statement(key, conditions, number_of_projects):
    """The compiled statement of these conditions; ``key`` says what they are, so that they need not be compared."""
    key = (key, number_of_projects)
    if key not in _remembered:
        if len(_remembered) >= REMEMBERED:
            _remembered.clear()
        _remembered[key] = CountStatement(conditions, number_of_projects)
    return _remembered[key]
