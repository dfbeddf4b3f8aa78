"""What the tests of comparisons do again and again: a birth date put right, two sides read."""

from datetime import date

from accounts.acting import acting
from settlements.choosing import Choice
from tests.factories import make_pesel

YOUNG, OLD = date(2000, 3, 4), date(1960, 3, 4)


def corrected(person, birth_date, by):
    """The birth date put right by somebody in a form."""
    with acting(user=by.pk, how="form"):
        person.birth_date, person.pesel = birth_date, make_pesel(birth_date, person.sex, 4321)
        person.save()


def compared(project, **asked):
    """The comparison from ``first`` to ``to``, as the address asks for it."""
    query = {"from" if name == "first" else "to": str(value) for name, value in asked.items()}
    return Choice.read(project, query).comparison(project)


def rows_of(comparison):
    """The figures that differ, by code or key."""
    return {row.code or row.key: row for row in comparison.differing}
