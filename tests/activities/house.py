"""A group with its people, as the tests of activities need it."""

import re
from datetime import date, timedelta
from html import unescape

from django.urls import reverse

from activities.models import Attendance

from ..factories import EnrolmentFactory, FormOfSupportFactory, GroupFactory, ParticipationFactory, SessionFactory

ENTERED = date(2024, 2, 1)
MARKS = {".": "present", "x": "absent", "u": "excused"}


def make_group(project, people=1, sessions=0, **form):
    """A group of people who entered on 1 February 2024, and weekly sessions of four hours from 7 February on."""
    group = GroupFactory(form_of_support=FormOfSupportFactory(project=project, **form))
    for n in range(people):
        enrol(group, f"Osoba-{n:03}")
    for n in range(sessions):
        SessionFactory(group=group, held_on=date(2024, 2, 7) + timedelta(days=7 * n))
    return group


def enrol(group, last_name, **facts):
    """A person of this name in the group, whose support has not begun."""
    facts = {"entered_on": ENTERED} | facts
    participation = ParticipationFactory(
        project=group.form_of_support.project, person__last_name=last_name, person__first_name="Anna", **facts
    )
    return EnrolmentFactory(group=group, participation=participation, started_on=None)


def marks_of(session):
    """What is saved: the status by the key of the enrolment."""
    return dict(Attendance.objects.filter(session=session).order_by("pk").values_list("enrolment", "status"))


def to(name, project, *numbers):
    """The address of a page of activities in the project."""
    return reverse(f"activities:{name}", args=[project.slug, *numbers])


def read(html):
    """What one sees of the words: no tags, nothing hidden, one kind of space, none before a full stop or a comma."""
    html = re.sub(r"<(\w+)[^>]* hidden>[^<]*</\1>", "", html)
    words = unescape(re.sub(r"<[^>]*>", " ", html))
    return re.sub(r"\s+([.,])", r"\1", re.sub(r"\s+", " ", words))


def text_of(response):
    """What one sees of the words of a page."""
    return read(response.content.decode())
