"""What was said to the authority: the application, its steps, and the reports frozen with it."""

from .application import FOLLOWS, OURS, ApplicationStep, PaymentApplication, State
from .report import FileForm, FrozenMembers, Part, SubmittedFile, SubmittedReport

__all__ = [
    "FOLLOWS",
    "OURS",
    "ApplicationStep",
    "FileForm",
    "FrozenMembers",
    "Part",
    "PaymentApplication",
    "State",
    "SubmittedFile",
    "SubmittedReport",
]
