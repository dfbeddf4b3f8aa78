"""Long-term unemployment by the date since which a person has been without work (domain notes 1.1; the same rule as the database's)."""

from datetime import date

from projects.months import months_later

from .completeness import completed_years
from .vocabulary import LONG_TERM_MONTHS, UNEMPLOYED, YOUNG_BELOW, LabourDetail


def long_term_from(since: date, age: int) -> date:
    """The first day on which somebody of this age, without work since that day, is long-term unemployed: after 6 or 12 months."""
    return months_later(since, LONG_TERM_MONTHS["young" if age < YOUNG_BELOW else "other"])


def detail_by_date(status, since, entered_on, birth_date):
    """The "w tym" that follows from the date for an unemployed person, or None where something is not known."""
    age = completed_years(birth_date, entered_on)
    if status not in UNEMPLOYED or since is None or age is None:
        return None
    return LabourDetail.LONG_TERM if entered_on > long_term_from(since, age) else LabourDetail.UNEMPLOYED_OTHER
