"""Rows of the authority's file for tests: right ones, with what a test is about changed, and the way in."""

from io import BytesIO

from bench.smefs import file_of, row
from exchange.importing import carry_out, check, load
from exchange.importing.checking import rules_of
from exchange.layouts.columns import PLACE
from exchange.layouts.smefs import parse

NUMBER = "FEDS.07.05-IP.02-0172/24"


def cells(n=0, **changes):
    """The n-th right row, with the cells that a test names by the key of their column changed."""
    made = row(n, NUMBER)
    for key, value in changes.items():
        made[PLACE[key]] = value
    return made


def without_pesel(n=0, **changes):
    """A row of somebody without a PESEL."""
    told = {"identifier": f"ZS{n:07}", "no_pesel": "Tak", "sex": "Kobieta", "age": "41"}
    return cells(n, **{**told, **changes})


def loaded(project, *rows, by=None):
    """An import of these rows, not checked yet."""
    return load(project=project, by=by, file=BytesIO(file_of(rows)), name="uczestnicy.csv")


def checked(project, *rows, by=None):
    run = loaded(project, *rows, by=by)
    check(run)
    return run


def brought(project, *rows, by=None):
    """A finished import of these rows."""
    run = checked(project, *rows, by=by)
    errors = [error for row in run.rows.order_by("number") for error in row.errors]
    assert not errors
    return carry_out(run)


def parsed(project, /, **changes):
    return parse(cells(**changes), rules_of(project))


def problems_of(run):
    """(row, column, message) of every error."""
    return [(r.number, e["column"], e["message"]) for r in run.rows.order_by("number") for e in r.errors]
