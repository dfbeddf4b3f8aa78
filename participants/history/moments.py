"""Changes put together as they were made: one moment, one user, one way."""

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from accounts.models import User

from .telling import Change


@dataclass(frozen=True)
class Moment:
    """What was changed at once: by one form, one file or one command."""

    at: datetime
    by: User | None
    how: str
    changes: list[Change]


def moments_of(changes):
    """The moments of these changes, the newest first; within one, in the order in which they were made."""
    together = groupby(changes, key=lambda change: (change.at, change.by, change.how))
    return [Moment(at, by, how, list(found)) for (at, by, how), found in together][::-1]
