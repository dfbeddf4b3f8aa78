"""Months of the calendar, which have no fixed number of days."""

from calendar import monthrange
from datetime import date


def months_later(day, months):
    """The same day so many months later; the last of the month where it has no such day."""
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
