"""What users own of the indicators: which ones a project answers for and with what target, entries of things, thresholds."""

from .authority import AuthorityValue
from .effectiveness import EffectivenessRules, EffectivenessThreshold
from .indicator import ProjectIndicator
from .kinds import Counts, Kind, Moment, Register
from .register import RegisterEntry
from .target import Promise, TargetCorrection
from .version import DefinitionVersion

__all__ = [
    "AuthorityValue",
    "Counts",
    "DefinitionVersion",
    "EffectivenessRules",
    "EffectivenessThreshold",
    "Kind",
    "Moment",
    "ProjectIndicator",
    "Promise",
    "Register",
    "RegisterEntry",
    "TargetCorrection",
]
