"""Saving attendance: what is written, what follows from it, what is refused."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from activities.actions import Refused, save_attendance
from participants.vocabulary import ExitReason
from projects.models import Project

from ..factories import EnrolmentFactory, ProjectFactory, SessionFactory
from .house import ENTERED, enrol, make_group, marks_of

DAY = date(2024, 2, 7)


@pytest.fixture
def group(project):
    return make_group(project, people=3, sessions=3)


@pytest.fixture
def sessions(group):
    return list(group.sessions.order_by("held_on"))


def reread(*rows):
    for row in rows:
        row.refresh_from_db()
    return rows if len(rows) > 1 else rows[0]


def test_marks_are_written_changed_and_taken_away(group, sessions):
    first, second, third = group.enrolments.order_by("pk")
    save_attendance(session=sessions[0], marks={first.pk: "present", second.pk: "absent"})
    assert marks_of(sessions[0]) == {first.pk: "present", second.pk: "absent"}
    save_attendance(session=sessions[0], marks={first.pk: "excused", second.pk: "", third.pk: "present"})
    assert marks_of(sessions[0]) == {first.pk: "excused", third.pk: "present"}


def test_who_is_not_among_the_marks_stays_as_she_was(group, sessions):
    first, second, _third = group.enrolments.order_by("pk")
    save_attendance(session=sessions[0], marks={first.pk: "present"})
    save_attendance(session=sessions[0], marks={second.pk: "present"})
    assert marks_of(sessions[0]) == {first.pk: "present", second.pk: "present"}


def test_of_two_who_mark_the_same_person_the_last_wins(group, sessions):
    first = group.enrolments.order_by("pk").first()
    for status in ("present", "absent"):
        save_attendance(session=sessions[0], marks={first.pk: status})
    assert marks_of(sessions[0]) == {first.pk: "absent"}


def test_a_person_of_another_group_is_not_marked(project, group, sessions):
    other = make_group(project).enrolments.get()
    save_attendance(session=sessions[0], marks={other.pk: "present"})
    assert marks_of(sessions[0]) == {}
    assert reread(other).started_on is None


def test_an_individual_session_marks_only_its_person(group):
    first, second, _third = group.enrolments.order_by("pk")
    session = SessionFactory(group=group, enrolment=first, held_on=DAY)
    save_attendance(session=session, marks={first.pk: "present", second.pk: "present"})
    assert marks_of(session) == {first.pk: "present"}


# --- the start of support follows the first presence


def test_support_starts_with_the_first_presence_and_not_with_an_absence(group, sessions):
    first, second, third = group.enrolments.order_by("pk")
    save_attendance(session=sessions[1], marks={first.pk: "present", second.pk: "absent", third.pk: "excused"})
    assert [each.started_on for each in reread(first, second, third)] == [sessions[1].held_on, None, None]


def test_an_earlier_presence_moves_the_start_back_and_a_later_one_leaves_it(group, sessions):
    first = group.enrolments.order_by("pk").first()
    for session in (sessions[1], sessions[0], sessions[2]):
        save_attendance(session=session, marks={first.pk: "present"})
    assert reread(first).started_on == sessions[0].held_on


def test_an_earlier_start_of_support_that_was_written_otherwise_stays(group, sessions):
    first = group.enrolments.order_by("pk").first()
    first.started_on = ENTERED
    first.save()
    save_attendance(session=sessions[0], marks={first.pk: "present"})
    assert reread(first).started_on == ENTERED


@pytest.mark.parametrize("taken_away", ["", "absent"])
def test_a_presence_taken_away_takes_the_start_with_it(group, sessions, taken_away):
    first = group.enrolments.order_by("pk").first()
    for session in sessions[:2]:
        save_attendance(session=session, marks={first.pk: "present"})
    save_attendance(session=sessions[0], marks={first.pk: taken_away})
    assert reread(first).started_on == sessions[1].held_on
    save_attendance(session=sessions[1], marks={first.pk: taken_away})
    assert reread(first).started_on is None


def test_support_that_is_finished_keeps_its_start(group, sessions):
    first = group.enrolments.order_by("pk").first()
    save_attendance(session=sessions[0], marks={first.pk: "present"})
    first = reread(first)
    first.is_finished, first.ended_on = True, sessions[2].held_on
    first.save()
    save_attendance(session=sessions[0], marks={first.pk: ""})
    assert reread(first).started_on == sessions[0].held_on


# --- participation begins with the first support


def test_the_first_presence_of_a_draft_is_its_start_in_the_project(group, sessions):
    draft = enrol(group, "Szkic", entered_on=None)
    saved = save_attendance(session=sessions[0], marks={draft.pk: "present"})
    assert saved.entered == 1
    assert reread(draft.participation).entered_on == sessions[0].held_on


def test_an_absence_starts_no_participation(group, sessions):
    draft = enrol(group, "Szkic", entered_on=None)
    saved = save_attendance(session=sessions[0], marks={draft.pk: "absent"})
    assert saved.entered == 0
    assert reread(draft.participation).entered_on is None


def test_a_start_of_participation_is_never_moved_by_attendance(group, sessions):
    first = group.enrolments.order_by("pk").first()
    assert save_attendance(session=sessions[0], marks={first.pk: "present"}).entered == 0
    assert reread(first.participation).entered_on == ENTERED


def test_it_is_said_when_a_start_of_participation_is_left_without_a_presence(group, sessions):
    draft = enrol(group, "Szkic", entered_on=None)
    save_attendance(session=sessions[0], marks={draft.pk: "present"})
    assert save_attendance(session=sessions[0], marks={draft.pk: ""}).without_presence == 1
    assert reread(draft.participation).entered_on == sessions[0].held_on


def test_nothing_is_said_when_the_person_was_there_in_another_group(project, group, sessions):
    draft = enrol(group, "Szkic", entered_on=None)
    other = make_group(project, people=0)
    elsewhere = EnrolmentFactory(group=other, participation=draft.participation, started_on=None)
    for session, enrolment in ((sessions[0], draft), (SessionFactory(group=other, held_on=DAY), elsewhere)):
        save_attendance(session=session, marks={enrolment.pk: "present"})
    assert save_attendance(session=sessions[0], marks={draft.pk: ""}).without_presence == 0


# --- a presence where nobody can have been


REFUSALS = [
    (
        {"entered_on": date(2024, 3, 1)},
        {},
        "Nowak Anna: udział w projekcie zaczął się 01.03.2024, więc 07.02.2024 nie może być obecności. "
        "Zmień oznaczenie albo popraw datę rozpoczęcia udziału.",
    ),
    (
        {"left_on": date(2024, 2, 3), "exit_reason": ExitReason.COMPLETED},
        {},
        "Nowak Anna: udział w projekcie zakończył się 03.02.2024, więc 07.02.2024 nie może być obecności. "
        "Zmień oznaczenie albo popraw datę zakończenia udziału.",
    ),
    (
        {},
        {"started_on": date(2024, 2, 2), "ended_on": date(2024, 2, 5)},
        "Nowak Anna: to wsparcie zakończyło się 05.02.2024, więc 07.02.2024 nie może być obecności. "
        "Zmień oznaczenie albo datę zakończenia wsparcia.",
    ),
]


@pytest.mark.parametrize(("participation", "support", "sentence"), REFUSALS)
def test_a_presence_outside_is_refused_by_name_and_nothing_is_written(
    group, sessions, participation, support, sentence
):
    late = enrol(group, "Nowak", **participation)
    type(late).objects.filter(pk=late.pk).update(**support)
    first = group.enrolments.order_by("pk").first()
    with pytest.raises(Refused) as refused:
        save_attendance(session=sessions[0], marks={first.pk: "present", late.pk: "present"})
    assert [reason.sentence for reason in refused.value.reasons] == [sentence]
    assert [reason.participation for reason in refused.value.reasons] == [late.participation]
    assert "Nowak" not in str(refused.value)
    assert marks_of(sessions[0]) == {}
    assert reread(first).started_on is None


@pytest.mark.parametrize("status", ["absent", "excused"])
def test_an_absence_outside_is_no_contradiction(group, sessions, status):
    late = enrol(group, "Nowak", entered_on=date(2024, 3, 1))
    save_attendance(session=sessions[0], marks={late.pk: status})
    assert marks_of(sessions[0]) == {late.pk: status}


def test_the_first_and_the_last_day_are_inside(group, sessions):
    one_day = enrol(group, "Nowak", entered_on=DAY, left_on=DAY, exit_reason=ExitReason.COMPLETED)
    save_attendance(session=sessions[0], marks={one_day.pk: "present"})
    assert marks_of(sessions[0]) == {one_day.pk: "present"}


def test_a_day_that_the_participation_cannot_start_on_breaks_nothing_else(db, client_of, operator):
    """The period of the project was cut after the session was planned: the database refuses, the page says so."""
    project = ProjectFactory()
    group = make_group(project)
    draft = enrol(group, "Szkic", entered_on=None)
    session = SessionFactory(group=group, held_on=project.starts_on + timedelta(days=10))
    Project.objects.filter(pk=project.pk).update(starts_on=session.held_on + timedelta(days=10))
    assert session.held_on < timezone.localdate()
    response = client_of(operator).post(session.get_absolute_url(), {f"mark-{draft.pk}": "present"})
    assert response.status_code == 200
    assert "Data jest poza okresem realizacji projektu" in response.content.decode()
    assert marks_of(session) == {}
