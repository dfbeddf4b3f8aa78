"""The report of a programme: not people, but the events that it planned within its calls and those that were held."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.models import PlannedEvent, Programme

from .definitions import output
from .models import Counts
from .queries import Counted, Figure
from .reports import Row
from .targets import Target

EVENTS = output("events", _("Liczba zorganizowanych konferencji"), unit="szt.", counts=Counts.EVENTS)


@dataclass(frozen=True)
class ProgrammeReport:
    """A programme on a day, with what ``ProgressReport`` offers to whoever writes it down."""

    subject: Programme
    on: date
    since: date | None
    rows: list[Row]
    common = later = told = sections = effectiveness = at_risk = results = ()
    programme, drafts = None, 0

    @classmethod
    def build(cls, programme, on=None, since=None):
        """One statement: how many events the programme plans, and how many were held by the day."""
        on = on or default_day(programme)
        days = list(PlannedEvent.objects.filter(programme=programme).order_by("pk").values_list("held_on", flat=True))
        held = [day for day in days if day and day <= on]
        counted = Counted(
            Figure.of_things(len(held)),
            Figure.of_things(sum(day >= since for day in held)) if since else None,
        )
        target = Target(total=len(days))
        return cls(
            programme,
            on,
            since,
            [Row(EVENTS, counted, target, Decimal(0))] if days else [],
        )

    @property
    def outputs(self):
        return self.rows

    @property
    def with_target(self):
        return self.rows

    @property
    def title(self):
        return self.subject.name

    @property
    def institution(self):
        return self.subject.institution


def default_day(programme):
    """The last day on which one of its calls closes, or today if that is earlier or no call says when."""
    closings = [call.closes_on for call in programme.calls.all() if call.closes_on]
    return min(max(closings, default=date.max), timezone.localdate())
