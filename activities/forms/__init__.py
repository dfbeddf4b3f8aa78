"""Forms of activities: support and its groups, people in them, sessions and their attendance, events."""

from .attendance import AttendanceForm
from .event import EventForm
from .people import EndSupportForm, FindPeopleForm, PeopleForm
from .session import SessionForm
from .support import GroupForm, SupportForm

__all__ = [
    "AttendanceForm",
    "EndSupportForm",
    "EventForm",
    "FindPeopleForm",
    "GroupForm",
    "PeopleForm",
    "SessionForm",
    "SupportForm",
]
