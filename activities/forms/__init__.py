"""Forms of activities: support and its groups, people in them, sessions and their attendance, events."""

from .attendance import AttendanceForm
from .event import EventForm
from .people import EndSupportForm, FindPeopleForm, PeopleForm
from .plan import PlanForm
from .rest import RestForm
from .series import SeriesForm
from .session import CancelForm, SessionForm
from .support import GroupForm, SupportForm

__all__ = [
    "AttendanceForm",
    "CancelForm",
    "EndSupportForm",
    "EventForm",
    "FindPeopleForm",
    "GroupForm",
    "PeopleForm",
    "PlanForm",
    "RestForm",
    "SeriesForm",
    "SessionForm",
    "SupportForm",
]
