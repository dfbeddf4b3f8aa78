"""Rows of the demo read back, each table by itself.

Joined, tables that were filled in this very transaction mislead the planner of the database, which has no statistics of them yet.
"""

from itertools import groupby

from django.db.models.expressions import DatabaseDefault

from activities.models import Attendance, Enrolment, Group, Session
from activities.vocabulary import AttendanceStatus
from projects import statements


def put(rows):
    """Writes new rows of one model with COPY and gives them back with their numbers: a third of the time of INSERT."""
    if not rows:
        return rows
    model = type(rows[0])
    for row, number in zip(rows, statements.numbers_for(model, len(rows)), strict=True):
        row.pk, row._state.adding, row._state.db = number, False, "default"
    for _names, alike in groupby(map(_values, rows), key=dict.keys):
        statements.insert(model, list(alike))
    return rows


def rewrite(rows, names):
    """Writes these fields of rows that are there already, with one statement."""
    if rows:
        fields = [rows[0]._meta.get_field(name).attname for name in names]
        told = [_values(row) for row in rows]
        news = [
            {"id": row.pk} | {name: values[name] for name in fields} for row, values in zip(rows, told, strict=True)
        ]
        statements.update(type(rows[0]), news, names)


def _values(row):
    """What a row says by column; what it leaves to the database is left out, and a row it points at was perhaps numbered only now."""
    fields = [field for field in row._meta.concrete_fields if not field.generated]
    for field in fields:
        if field.is_relation and field.is_cached(row) and (there := field.get_cached_value(row)) is not None:
            setattr(row, field.attname, there.pk)
    values = {field.attname: field.pre_save(row, add=False) for field in fields}
    return {name: value for name, value in values.items() if not isinstance(value, DatabaseDefault)}


def enrolments_of(project, fits=lambda form: True):
    """Enrolments of a project in forms of support that fit, with their group and participation, in the order in which they began."""
    groups = Group.objects.filter(form_of_support__project=project).select_related("form_of_support")
    groups = {one.pk: one for one in groups.order_by("pk") if fits(one.form_of_support)}
    rows = list(Enrolment.objects.filter(group__in=list(groups)).order_by("started_on", "pk"))
    people = project.participations.in_bulk({row.participation_id for row in rows})
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
