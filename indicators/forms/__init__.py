"""Forms of the indicators: the period of a report, the register, targets and thresholds."""

from .period import PeriodForm, quarters
from .register import RegisterEntryForm
from .targets import OfficialIndicatorForm, OwnIndicatorForm, TargetForm
from .thresholds import ThresholdsForm

__all__ = [
    "OfficialIndicatorForm",
    "OwnIndicatorForm",
    "PeriodForm",
    "RegisterEntryForm",
    "TargetForm",
    "ThresholdsForm",
    "quarters",
]
