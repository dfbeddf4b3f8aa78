"""Changes put together as they were made: one moment, one user, one way; and in it row by row."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from accounts.models import User

from .telling import Change


@dataclass(frozen=True)
class Row:
    """What was changed at once in one row: ``subject`` is what the row is called, "" for the person and the participation."""

    what: str
    subject: str
    changes: list[Change]


@dataclass(frozen=True)
class Moment:
    """What was changed at once: by one form, one file or one command."""

    at: datetime
    by: User | None
    how: str
    rows: list[Row]


def moments_of(changes):
    """The moments of these changes, the newest first; within one, in the order in which they were made."""
    together = groupby(changes, key=lambda change: (change.at, change.by, change.how))
    return [Moment(at, by, how, _rows(found)) for (at, by, how), found in together][::-1]


def _rows(changes):
    together = groupby(changes, key=lambda change: (change.what, change.subject, change.act))
    return [Row(what, subject, list(found)) for (what, subject, _act), found in together]
