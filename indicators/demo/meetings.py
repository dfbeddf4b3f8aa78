"""The timetable of a demo project: series with a moved and a cancelled session, counselling cards by the hour, a conflict."""

from collections import Counter, defaultdict
from datetime import datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from activities.models import Attendance, Series, Session
from activities.vocabulary import AttendanceStatus, HourUnit, Mode, SessionStatus

from .rows import enrolments_of, presences_in, put, rewrite

PRESENT, ABSENT, EXCUSED = AttendanceStatus.PRESENT, AttendanceStatus.ABSENT, AttendanceStatus.EXCUSED
MINUTES = {HourUnit.CLOCK: 60, HourUnit.TEACHING: 45}
OPENS, WORKING_HOURS = 8, 8
TALKS = [
    "Czego potrzebuję i od czego zacząć",
    "Co już umiem: bilans",
    "Co mi przeszkadza i kto może pomóc",
    "Następne kroki i podsumowanie",
]
CANCELLED = "choroba prowadzącej"


def later(at, hours, unit=HourUnit.CLOCK):
    """The time so many hours of a unit after another."""
    return (datetime.combine(datetime.min, at) + timedelta(minutes=int(hours * MINUTES[unit]))).time()


def gather_series(project):
    """Makes a series of the sessions that each group already has, so that they stand in the plan together."""
    sessions = Session.objects.filter(
        group__form_of_support__project=project, enrolment=None, series=None, starts_at__isnull=False
    )
    groups = defaultdict(list)
    for session in sessions.order_by("held_on", "pk"):
        groups[session.group_id].append(session)
    for group, rows in groups.items():
        first = rows[0]
        weekdays = sorted({row.held_on.weekday() for row in rows})
        series = Series.objects.create(
            group_id=group, weekdays=weekdays, starts_at=first.starts_at, ends_at=first.ends_at
        )
        Session.objects.filter(pk__in=[row.pk for row in rows]).update(series=series)


def hold_weekly(group, first, times, starts_at, hours, *, place, topics=(), misses=lambda n, member: None, until=None):
    """A weekly series of a group with its marks: the third session was moved by a day, the fifth was cancelled, one was added.

    Whoever is enrolled on a day is marked; ``misses(number of session, enrolment)`` says who was absent. Sessions after ``until``
    are still to come. Gives back the sessions.
    """
    ends_at = later(starts_at, hours, group.form_of_support.hour_unit)
    series = Series.objects.create(group=group, weekdays=[first.weekday()], starts_at=starts_at, ends_at=ends_at)
    days = [first + timedelta(weeks=n) for n in range(times)]
    sessions = [
        Session(
            group=group,
            series=series,
            held_on=day,
            starts_at=starts_at,
            ends_at=ends_at,
            hours=hours,
            place=place,
            leader=group.leader,
            topic=topics[n % len(topics)] if topics else "",
        )
        for n, day in enumerate(days)
    ]
    moved, cancelled = sessions[2], sessions[4]
    moved.moved_from, moved.held_on = moved.held_on, moved.held_on + timedelta(days=1)
    cancelled.status, cancelled.cancel_reason = SessionStatus.CANCELLED, CANCELLED
    extra = Session(
        group=group,
        held_on=days[-1] + timedelta(days=1),
        starts_at=starts_at,
        ends_at=ends_at,
        hours=hours,
        place=place,
        leader=group.leader,
        topic="zamiast odwołanych zajęć",
        is_extra=True,
    )
    sessions = put([*sessions, extra])
    _mark(group, sessions, misses, until)
    return sessions


def _mark(group, sessions, misses, until):
    members = list(group.enrolments.order_by("pk"))
    put(
        [
            Attendance(session=session, enrolment=member, status=misses(n, member) or PRESENT)
            for n, session in enumerate(sessions, 1)
            if not session.is_cancelled and (until is None or session.held_on <= until)
            for member in members
            if member.started_on <= session.held_on <= (member.ended_on or session.held_on)
        ]
    )


def write_cards(project, crowd, *, people=None, times=2):
    """Counselling by the card: those who had one talk, or none, get as many as their hours allow, each on a working day.

    Talks are put one after another in the day of the counsellor, so that nobody is in two places. ``people`` limits how many.
    """
    alone = [one for one in enrolments_of(project, lambda form: form.mode == Mode.INDIVIDUAL) if one.started_on]
    alone = sorted(alone, key=lambda one: one.pk)[:people]
    held = defaultdict(list)
    for session in Session.objects.filter(enrolment__in=alone).order_by("held_on", "pk"):
        held[session.enrolment_id].append(session)
    busy = Counter()
    for session in (one for rows in held.values() for one in rows):
        busy[session.leader, session.held_on] += session.hours
    project_day = min(timezone.localdate() - timedelta(days=1), project.ends_on)
    _fill_group_days(project, busy)
    new = [session for one in alone for session in _further(crowd, one, held[one.pk], times, busy, project_day)]
    put(new)
    put([Attendance(session=one, enrolment=one.enrolment, status=PRESENT) for one in new])
    put_in_hours(project)


def _fill_group_days(project, busy):
    """Nobody, counsellor or participant, has a talk on a day with a group."""
    meetings = Session.objects.filter(group__form_of_support__project=project, enrolment=None)
    busy.update(dict.fromkeys(meetings.order_by().values_list("leader", "held_on"), WORKING_HOURS))
    there = [(enrolment.participation_id, session.held_on) for session, enrolment in presences_in(project)]
    busy.update(dict.fromkeys(there, WORKING_HOURS))


def _further(crowd, enrolment, held, times, busy, until):
    """Talks that an enrolment still has hours for, on days on which both have the time."""
    form = enrolment.group.form_of_support
    left = (form.hours_planned or Decimal(2 * times)) - sum(session.hours for session in held)
    last = enrolment.ended_on or enrolment.participation.left_on or until
    person = enrolment.participation_id
    for n in range(len(held), times + len(held)):
        if left <= 0 or last <= enrolment.started_on:
            return
        hours, leader = min(left, Decimal(2)), enrolment.group.leader
        day = crowd.working_day(enrolment.started_on, last)
        if busy[leader, day] + hours > WORKING_HOURS or busy[person, day]:
            continue
        busy[person, day] = WORKING_HOURS
        busy[leader, day] += hours
        left -= hours
        yield Session(
            group=enrolment.group,
            enrolment=enrolment,
            held_on=day,
            hours=hours,
            leader=leader,
            topic=TALKS[n % len(TALKS)],
        )


def put_in_hours(project):
    """Gives a time of the day to individual sessions that have none, one after another for each counsellor in a room of her own."""
    rows = Session.objects.filter(
        group__form_of_support__project=project, enrolment__isnull=False, starts_at__isnull=True
    )
    rows, free = list(rows.select_related("group__form_of_support").order_by("held_on", "pk")), {}
    rooms = {}
    for session in rows:
        session.place = rooms.setdefault(session.leader, f"pokój {len(rooms) + 1}")
        starts_at = free.get((session.leader, session.held_on), time(OPENS))
        unit = session.group.form_of_support.hour_unit
        session.starts_at, session.ends_at = starts_at, later(starts_at, session.hours, unit)
        free[session.leader, session.held_on] = session.ends_at
    rewrite(rows, ["starts_at", "ends_at", "place"])


def clash_with(session, other_group, topic):
    """Plans another group into the room of a session at the same time: the plan shows the conflict."""
    return Session.objects.create(
        group=other_group,
        held_on=session.held_on,
        starts_at=later(session.starts_at, 1),
        ends_at=later(session.ends_at, 1),
        hours=session.hours,
        place=session.place,
        leader=other_group.leader,
        topic=topic,
    )


def misses_of(crowd, weak=2, rate=0.08):
    """Who was absent: each member now and then, the first ``weak`` of a group every second time."""
    seen = {}

    def misses(number, member):
        place = seen.setdefault(member.pk, len(seen))
        if place < weak and number % 2 == 0:
            return ABSENT
        return crowd.random.choice([ABSENT, EXCUSED]) if number > 1 and crowd.random.random() < rate else None

    return misses
