"""Forms of the indicators: the period of a report, the register, targets and thresholds."""

from .authority import AuthorityValueForm
from .corrections import Annex, CorrectionForm
from .own import OwnIndicatorForm
from .period import PeriodForm, quarters
from .register import RegisterEntryForm
from .targets import OfficialIndicatorForm, TargetForm
from .thresholds import ThresholdsForm

__all__ = [
    "Annex",
    "AuthorityValueForm",
    "CorrectionForm",
    "OfficialIndicatorForm",
    "OwnIndicatorForm",
    "PeriodForm",
    "RegisterEntryForm",
    "TargetForm",
    "ThresholdsForm",
    "quarters",
]
