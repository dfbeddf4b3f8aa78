"""Who is acting, and how: what the database writes beside every change (``models.ChangeLog``).

The middleware says it for every form, an import for its file, ``manage.py`` for its command. It travels in front of each statement that
writes, as a setting of the transaction, so it costs no question of its own and ends with the transaction at the latest.
Numbers and words of the program only: never a name, an address or what somebody searched for.
"""

import re
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace

from django.db.backends.signals import connection_created

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|WITH)\b", re.IGNORECASE)
NOT_A_WORD = re.compile(r"[^a-z0-9_ -]")


@dataclass(frozen=True)
class Actor:
    """A user (number or None), how the change came (``ChangeLog.How``) and from where: number of an import, name of a command."""

    user: int | None = None
    how: str = ""
    source: str = ""

    def told(self):
        """As the function ``history_acting`` of the database reads it."""
        return f"{self.user or ''}|{self.how}|{NOT_A_WORD.sub('', self.source)[:40]}"


NOBODY = Actor()
_actor: ContextVar[Actor] = ContextVar("actor", default=NOBODY)


@contextmanager
def acting(**what):
    """Changes made meanwhile carry these facts of an ``Actor``; those not given stay as they were around it."""
    token = _actor.set(replace(_actor.get(), **what))
    try:
        yield
    finally:
        _actor.reset(token)


def told():
    """The statement that tells the database who is acting, for what goes past the ORM (COPY)."""
    return f"SELECT set_config('history.acting', '{_actor.get().told()}', true)"


def _tell(run, sql, params, many, context):
    """Puts that statement in front of whatever writes; also once after nobody is acting any more."""
    connection = context["connection"]
    actor = _actor.get()
    if (
        isinstance(sql, str)
        and WRITES.match(sql)
        and (actor != NOBODY or getattr(connection, "told_of", NOBODY) != NOBODY)
    ):
        connection.told_of = actor
        sql = f"{told()}; {sql}"
    return run(sql, params, many, context)


def _listen(connection, **kwargs):
    if _tell not in connection.execute_wrappers:
        connection.execute_wrappers.append(_tell)


connection_created.connect(_listen, dispatch_uid="accounts.acting")
