"""Public holidays in Poland: days on which a series has no sessions."""

from datetime import date
from functools import lru_cache

from django.utils.translation import get_language


def public_holidays(first: date, last: date) -> dict[date, str]:
    """The holidays from one day to another, both included, with their names in the language of the page.

    Source: the ``holidays`` package, which knows the law of each year (Christmas Eve since 2025); Sundays as such are not holidays.
    """
    language = "pl" if (get_language() or "pl").startswith("pl") else "en_US"
    years = range(first.year, last.year + 1)
    found = {day: name for year in years for day, name in _of_year(year, language)}
    return {day: found[day] for day in sorted(found) if first <= day <= last}


@lru_cache(maxsize=64)
def _of_year(year, language):
    from holidays import country_holidays  # a large package: only whoever plans a series waits for it

    return tuple(country_holidays("PL", years=year, language=language).items())
