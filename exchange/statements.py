"""The statements of an import that the ORM has no words for: locks, and from ``projects.statements`` rows put in with COPY.

Why: docs/decisions/authority-files.md.
"""

from contextlib import contextmanager

from django.db import connection

from projects.statements import gather_statistics, insert, numbers_for, update

__all__ = [
    "gather_statistics",
    "held",
    "insert",
    "is_held",
    "lock_session",
    "lock_until_commit",
    "numbers_for",
    "unlock_session",
    "update",
]

LOCKS = {"project": 7301, "run": 7302}


# --- locks


def lock_until_commit(what, pk):
    """Takes the lock of a thing until the transaction ends; False when somebody else has it."""
    return _ask("SELECT pg_try_advisory_xact_lock(%s, %s)", what, pk)


def lock_session(what, pk):
    """Takes the lock of a thing for this connection; it goes when the process does. False when somebody else has it."""
    return _ask("SELECT pg_try_advisory_lock(%s, %s)", what, pk)


def unlock_session(what, pk):
    """Gives the lock of a thing back."""
    return _ask("SELECT pg_advisory_unlock(%s, %s)", what, pk)


@contextmanager
def held(what, pk):
    """Holds the lock of a thing for this connection; gives False when somebody else has it."""
    is_ours = lock_session(what, pk)
    try:
        yield is_ours
    finally:
        if is_ours and connection.connection and not connection.connection.closed and not connection.needs_rollback:
            unlock_session(what, pk)


def is_held(what, pk):
    """Whether some connection, this one included, holds the lock of a thing."""
    return _ask(
        "SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid = %s AND objid = %s"
        " AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))",
        what,
        pk,
    )


def _ask(statement, what, pk):
    with connection.cursor() as cursor:
        cursor.execute(statement, [LOCKS[what], pk])
        return cursor.fetchone()[0]
