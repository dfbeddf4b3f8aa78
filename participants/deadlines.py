"""Whose four weeks are running out: people who have left and have no proof of a result yet.

A proof counts until the 28th day after leaving, that day included. A window that closed without a proof stays in sight for
another 28 days, because a proof obtained in time may still be on its way.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q, Window

from .models import Participation
from .vocabulary import RESULT_WINDOW_DAYS

PROOFS = ("qualified_on", "competent_on", "employed_on", "seeking_on", "studying_on", "progressed_on")
WINDOW = timedelta(days=RESULT_WINDOW_DAYS)


@dataclass(frozen=True)
class Deadline:
    """One person's window as it stands on a day: how many days are left (below zero: how many ago it closed), until when."""

    participation: Participation
    on: date

    @property
    def until(self):
        return self.participation.results_until

    @property
    def days_left(self):
        return (self.until - self.on).days

    @property
    def is_late(self):
        return self.days_left < 0

    @property
    def days(self):
        """The figure to show: days left, or days past."""
        return abs(self.days_left)


def proved_by(on):
    """The condition that some result has its proof by a day, the proof dated inside the window."""
    proved = Q()
    for column in PROOFS:
        proved |= Q(**{f"{column}__lte": on})
    return proved


def awaiting_proof(on):
    """The condition that the window is open on a day, or closed within the last 28 days, and there is no proof by that day."""
    unproved = Q()
    for column in PROOFS:
        unproved &= Q(**{f"{column}__isnull": True}) | Q(**{f"{column}__gt": on})
    return Q(left_on__lte=on, left_on__gte=on - 2 * WINDOW) & unproved


def deadlines(project, on):
    """The deadlines of a project on a day, the most overdue first: a list of ``Deadline``. One query."""
    return [Deadline(participation, on) for participation in _waiting(project, on)]


def soonest(project, on, number):
    """The first so many deadlines, names and days alone, and how many there are in all. One query."""
    named = _waiting(project, on).only("left_on", "project", "person__last_name", "person__first_name")
    rows = list(named.annotate(in_all=Window(Count("pk")))[:number])
    return [Deadline(participation, on) for participation in rows], rows[0].in_all if rows else 0


def _waiting(project, on):
    waiting = project.participations.filter(awaiting_proof(on)).select_related("person")
    return waiting.order_by("left_on", "person__last_name", "person__first_name", "pk")


def proved_in_open_window(project, on):
    """Those whose window is open on a day and who already have a proof: a further one still counts. The soonest first."""
    inside = project.participations.filter(proved_by(on), left_on__lte=on, left_on__gte=on - WINDOW)
    ordered = inside.select_related("person").order_by("left_on", "person__last_name", "person__first_name", "pk")
    return [Deadline(participation, on) for participation in ordered]
