"""What users own of the indicators: which ones a project answers for and with what target, entries of things, thresholds."""

from .effectiveness import EffectivenessThreshold
from .indicator import ProjectIndicator
from .kinds import Counts, Kind, Moment, Register
from .register import RegisterEntry
from .target import Promise, TargetCorrection

__all__ = [
    "Counts",
    "EffectivenessThreshold",
    "Kind",
    "Moment",
    "ProjectIndicator",
    "Promise",
    "Register",
    "RegisterEntry",
    "TargetCorrection",
]
