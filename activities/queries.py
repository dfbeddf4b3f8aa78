"""Sets of activities with what their pages say about them; a few statements each, whatever the number of rows."""

from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from participants.models import Person

from .models import Attendance, Enrolment, Group, Session
from .vocabulary import AttendanceStatus, SessionStatus

COMING_SHOWN = 6
UNMARKED_SHOWN = 4


def forms_with_numbers(project):
    """The forms of support of a project with ``group_count``, ``enrolled``, ``finished`` (people, each once) and ``next_on``."""
    enrolments = Enrolment.objects.filter(group__form_of_support=OuterRef("pk"))
    return project.forms_of_support.annotate(
        group_count=_count(Group.objects.filter(form_of_support=OuterRef("pk")), "form_of_support", "pk"),
        enrolled=_count(enrolments, "group__form_of_support", "participation"),
        finished=_count(enrolments.filter(is_finished=True), "group__form_of_support", "participation"),
        next_on=_first_day(Session.objects.taking_place().filter(group__form_of_support=OuterRef("pk"))),
    ).order_by("pk")


def groups_with_numbers(groups):
    """The groups with ``enrolled``, ``finished``, ``session_count``, ``hours_in_plan``, ``hours_held``, and ``next_on`` with its ``next_pk``.

    Cancelled sessions are only in ``cancelled_count``.
    """
    enrolments = Enrolment.objects.filter(group=OuterRef("pk"))
    sessions = Session.objects.taking_place().filter(group=OuterRef("pk"))
    held = sessions.filter(held_on__lte=timezone.localdate()).order_by().values("group")
    return groups.annotate(
        enrolled=_count(enrolments, "group", "pk"),
        finished=_count(enrolments.filter(is_finished=True), "group", "pk"),
        session_count=_count(sessions, "group", "pk"),
        cancelled_count=_count(
            Session.objects.filter(group=OuterRef("pk"), status=SessionStatus.CANCELLED), "group", "pk"
        ),
        hours_in_plan=Subquery(sessions.order_by().values("group").annotate(n=Sum("hours")).values("n")),
        hours_held=Subquery(held.annotate(n=Sum("hours")).values("n")),
        next_on=_first_day(sessions),
        next_pk=_first_day(sessions, "pk"),
    ).order_by("pk")


def sessions_with_numbers(group):
    """The sessions of a group, newest first, with how many people are marked (``marked``) and were there (``present``)."""
    return (
        group.sessions.select_related("enrolment__participation__person")
        .annotate(
            marked=Count("attendances"),
            present=Count("attendances", filter=Q(attendances__status=AttendanceStatus.PRESENT)),
        )
        .order_by("-held_on", "-starts_at", "-pk")
    )


def coming_sessions(project):
    """Today's sessions and the next ones, soonest first."""
    sessions = _of(project).taking_place().filter(held_on__gte=timezone.localdate())
    return sessions.order_by("held_on", "starts_at", "pk")[:COMING_SHOWN]


def unmarked_sessions(project):
    """Sessions that were held, have people in their group, and no mark at all; the latest first."""
    members = Enrolment.objects.filter(group=OuterRef("group"))
    sessions = _of(project).taking_place().filter(Exists(members), held_on__lt=timezone.localdate(), is_marked=False)
    return sessions.order_by("-held_on", "-starts_at", "-pk")[:UNMARKED_SHOWN]


def participants_to_enrol(group, text="", with_left=False):
    """The participations of the group's project that are not in the group yet, in Polish order; those who left only if asked for."""
    there = Enrolment.objects.filter(group=group, participation=OuterRef("pk"))
    people = group.form_of_support.project.participations.filter(~Exists(there)).select_related("person")
    if not with_left:
        people = people.filter(left_on__isnull=True)
    if text:
        people = people.filter(person__in=Person.objects.matching(text))
    return people.in_polish_order()


def numbers_of(group):
    """How many ``people`` and ``sessions`` a group has, and how many ``hours`` these take together."""
    held = group.sessions.taking_place().aggregate(sessions=Count("pk"), hours=Sum("hours", default=0))
    return held | {"people": group.enrolments.count()}


def last_day_held(group):
    """The day of the last session that has been held, or None."""
    held = group.sessions.taking_place().filter(held_on__lte=timezone.localdate()).order_by("held_on")
    return held.values_list("held_on", flat=True).last()


def members_of(group):
    """The enrolments of a group with their people, in Polish order."""
    people = group.enrolments.select_related("participation__person")
    return people.order_by("participation__person__last_name", "participation__person__first_name", "pk")


def _of(project):
    marks = Attendance.objects.filter(session=OuterRef("pk"))
    sessions = Session.objects.filter(group__form_of_support__project=project).annotate(is_marked=Exists(marks))
    return sessions.select_related("group__form_of_support", "enrolment__participation__person")


def _count(rows, by, what):
    """How many different ``what`` the rows of one outer row hold, 0 where there is none; never a join, which would inflate the others."""
    return Coalesce(Subquery(rows.order_by().values(by).annotate(n=Count(what, distinct=True)).values("n")), 0)


def _first_day(sessions, what="held_on"):
    coming = sessions.filter(held_on__gte=timezone.localdate())
    return Subquery(coming.order_by("held_on", "starts_at", "pk").values(what)[:1])


def hours_planned_for(group, enrolment=None):
    """The hours of the sessions that take place for a whole group, or for one person of it: the group's and her own."""
    sessions = group.sessions.taking_place()
    if enrolment is not None:
        sessions = sessions.filter(Q(enrolment=enrolment) | Q(enrolment__isnull=True))
    return sessions.aggregate(hours=Sum("hours", default=Decimal(0)))["hours"]


def movable_sessions(group, since, series=None):
    """The sessions of a group, or of one series of it, from a day on that take place and that nobody is marked on."""
    sessions = group.sessions.taking_place().filter(held_on__gte=since, attendances__isnull=True)
    if series is not None:
        sessions = sessions.filter(series=series)
    found = list(sessions.select_related("enrolment__participation__person").order_by("held_on", "starts_at", "pk"))
    for session in found:
        session.group = group
    return found
