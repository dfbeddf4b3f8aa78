"""The plan of a project week by week: who meets whom, where, and which meetings are in each other's way."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from django.utils.functional import cached_property

from .conflicts import clashes_among, key_of
from .days_off import public_holidays
from .models import Session

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Day:
    """One day of the plan: pairs of a session and its conflicts, in the order of the day."""

    on: date
    rows: list
    holiday: str = ""


class Week:
    """The week, Monday to Sunday, that holds a day; ``leader``, ``place`` (names) and ``group`` (a key) narrow what is shown.

    Conflicts are looked for among all sessions of the week, so that a filter hides none.
    """

    def __init__(self, project, day, leader="", place="", group=None):
        self.project = project
        self.first = day - timedelta(days=day.weekday())
        self.last = self.first + timedelta(days=6)
        self.leader, self.place, self.group = key_of(leader), key_of(place), group

    @property
    def previous(self):
        return self.first - WEEK

    @property
    def following(self):
        return self.first + WEEK

    @property
    def is_this(self):
        return self.first <= timezone.localdate() <= self.last

    @cached_property
    def all_sessions(self):
        sessions = Session.objects.filter(
            group__form_of_support__project=self.project, held_on__range=(self.first, self.last)
        )
        related = sessions.select_related("group__form_of_support", "enrolment__participation__person")
        return list(related.order_by("held_on", "starts_at", "pk"))

    @cached_property
    def clashes(self):
        return clashes_among(self.all_sessions)

    @cached_property
    def sessions(self):
        """Those shown, cancelled ones among them."""
        return [session for session in self.all_sessions if self._is_asked_for(session)]

    def _is_asked_for(self, session):
        leader = session.leader or session.group.leader
        return (
            (not self.leader or key_of(leader) == self.leader)
            and (not self.place or key_of(session.place) == self.place)
            and (self.group is None or session.group_id == self.group)
        )

    @property
    def days(self):
        """Monday to Friday, and a day of the weekend on which something is held."""
        free = public_holidays(self.first, self.last)
        for n in range(7):
            on = self.first + timedelta(days=n)
            rows = [(session, self.clashes.get(session.pk, [])) for session in self.sessions if session.held_on == on]
            if rows or n < 5:
                yield Day(on, rows, free.get(on, ""))

    @property
    def held(self):
        """How many of the sessions shown take place."""
        return sum(not session.is_cancelled for session in self.sessions)

    @property
    def cancelled(self):
        return len(self.sessions) - self.held

    @property
    def clashing(self):
        """How many of the sessions shown have a conflict."""
        return sum(session.pk in self.clashes for session in self.sessions)
