"""Rows of the demo read back, each table by itself.

Joined, tables that were filled in this very transaction mislead the planner of the database, which has no statistics of them yet.
"""

from activities.models import Attendance, Enrolment, Group, Session
from activities.vocabulary import AttendanceStatus


def enrolments_of(project, fits=lambda form: True):
    """Enrolments of a project in forms of support that fit, with their group and participation, in the order in which they began."""
    groups = Group.objects.filter(form_of_support__project=project).select_related("form_of_support")
    groups = {one.pk: one for one in groups.order_by("pk") if fits(one.form_of_support)}
    people = {one.pk: one for one in project.participations.order_by("pk")}
    rows = list(Enrolment.objects.filter(group__in=list(groups)).order_by("started_on", "pk"))
    for row in rows:
        row.group, row.participation = groups[row.group_id], people[row.participation_id]
    return rows


def presences_in(project, fits=lambda form: True):
    """Pairs of a session of a group and the enrolment of somebody who was there, by the day."""
    enrolments = {one.pk: one for one in enrolments_of(project, fits)}
    groups = {one.group_id for one in enrolments.values()}
    sessions = {one.pk: one for one in Session.objects.filter(group__in=groups, enrolment=None).order_by("pk")}
    marks = Attendance.objects.filter(session__in=list(sessions), status=AttendanceStatus.PRESENT).order_by("pk")
    pairs = [(sessions[mark.session_id], enrolments[mark.enrolment_id]) for mark in marks]
    return sorted(pairs, key=lambda pair: (pair[0].held_on, pair[1].pk))
