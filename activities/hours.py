"""Hours of activities: how long a session takes in the unit of its form of support."""

from datetime import time
from decimal import ROUND_HALF_UP, Decimal

from .vocabulary import HourUnit

MINUTES = {HourUnit.CLOCK: 60, HourUnit.TEACHING: 45}


def hours_between(starts_at: time, ends_at: time, unit: str) -> Decimal:
    """Hours of 60 or 45 minutes from one time of a day to a later one, two decimals; breaks are not taken off."""
    minutes = (ends_at.hour - starts_at.hour) * 60 + ends_at.minute - starts_at.minute
    return (Decimal(minutes) / MINUTES[HourUnit(unit)]).quantize(Decimal("0.01"), ROUND_HALF_UP)
