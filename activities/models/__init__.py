"""What is done: forms of support with their groups and sessions, who came, and events where people are only counted."""

from .event import HeadcountEvent
from .series import Series
from .session import Attendance, Session
from .support import Enrolment, FormOfSupport, Group

__all__ = ["Attendance", "Enrolment", "FormOfSupport", "Group", "HeadcountEvent", "Series", "Session"]
