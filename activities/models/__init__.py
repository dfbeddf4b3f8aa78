"""What is done: forms of support with their groups and sessions, who came, what was planned for a person and paid to her."""

from .allowance import Allowance, AllowanceRate
from .certificate import Certificate
from .event import HeadcountEvent
from .institution import InstitutionSupport
from .internship import Internship, InternshipMonth
from .path import PlannedSupport
from .series import Series
from .session import Attendance, Session
from .support import Enrolment, FormOfSupport, Group

__all__ = [
    "Allowance",
    "AllowanceRate",
    "Attendance",
    "Certificate",
    "Enrolment",
    "FormOfSupport",
    "Group",
    "HeadcountEvent",
    "InstitutionSupport",
    "Internship",
    "InternshipMonth",
    "PlannedSupport",
    "Series",
    "Session",
]
