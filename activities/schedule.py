"""Writes of the schedule: sessions planned one by one and in series, moved, cancelled, restored, deleted. Each is one transaction."""

from datetime import date, timedelta

from django.db import transaction

from .actions import move_presences
from .models import Series, Session
from .vocabulary import SessionStatus


@transaction.atomic
def plan_series(*, series: Series, sessions) -> Series:
    """Saves a series with its sessions, all or none."""
    series.save()
    for session in sessions:
        session.series = series
    Session.objects.bulk_create(sessions)
    return series


@transaction.atomic
def save_session(*, session: Session, is_correction: bool = False) -> Session:
    """Saves a session. On another day than before it has moved, and keeps its first day, unless that day was a slip.

    When somebody is marked as present, the people's dates follow, and a day outside somebody's participation is refused.
    """
    before = Session.objects.filter(pk=session.pk).values("held_on", "moved_from").first()
    if before and before["held_on"] != session.held_on:
        session.moved_from = moved_from(before["moved_from"] or before["held_on"], session.held_on)
        if is_correction:
            session.moved_from = moved_from(before["moved_from"], session.held_on)
    session.save()
    if before and before["held_on"] != session.held_on:
        move_presences(session, before["held_on"])
    return session


def moved_from(first: date | None, now: date) -> date | None:
    """The day to show as the one that a session was moved from; None where it is back on it."""
    return None if first == now else first


def moved(session: Session, *, days: int = 0, starts_at=None, ends_at=None) -> Session:
    """The session as it would be so many days later and, where given, at other times; not saved."""
    was = session.held_on
    session.held_on = was + timedelta(days=days)
    if days:
        session.moved_from = moved_from(session.moved_from or was, session.held_on)
    if starts_at and ends_at:
        session.starts_at, session.ends_at = starts_at, ends_at
    return session


@transaction.atomic
def move_all(*, sessions) -> int:
    """Saves sessions that ``moved`` has changed and nobody is marked on, and returns how many."""
    return Session.objects.bulk_update(sessions, ["held_on", "moved_from", "starts_at", "ends_at"])


@transaction.atomic
def cancel_all(*, sessions, reason: str) -> int:
    """Cancels the sessions on which nobody is marked, and returns how many; the others stay as they are."""
    waiting = sessions.taking_place().filter(attendances__isnull=True).order_by("pk")
    held = Session.objects.filter(pk__in=[session.pk for session in waiting.select_for_update(of=["self"])])
    return held.update(status=SessionStatus.CANCELLED, cancel_reason=reason)


@transaction.atomic
def restore(*, session: Session) -> bool:
    """Puts a cancelled session back into the plan; False where it was there already."""
    cancelled = Session.objects.filter(pk=session.pk, status=SessionStatus.CANCELLED)
    return bool(cancelled.update(status=SessionStatus.PLANNED, cancel_reason=""))


@transaction.atomic
def delete_session(*, session: Session) -> bool:
    """Deletes a session on which nobody is marked; returns False, and deletes nothing, when somebody is."""
    held = Session.objects.select_for_update().get(pk=session.pk)
    if held.attendances.exists():
        return False
    held.delete()
    return True
