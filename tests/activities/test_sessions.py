"""Sessions: planned one by one and as a series, changed, moved, deleted."""

import uuid
from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from django.utils import timezone

from activities.actions import save_attendance
from activities.models import Session

from ..factories import EnrolmentFactory, ProjectFactory, SessionFactory, TeamMemberFactory
from .house import enrol, make_group, marks_of, text_of, to

TYPED = {
    "held_on": "06.03.2024",
    "starts_at": "9.00",
    "ends_at": "13:00",
    "hours": "",
    "place": "sala 2, MOPS w Sosnowcu",
    "leader": "Beata Rzeźniczak",
    "topic": "",
}


@pytest.fixture
def page(client_of, social_worker):
    """Opens a page as the social worker."""
    return client_of(social_worker)


@pytest.fixture
def group(project):
    return make_group(project, people=1)


def days(group):
    return [f"{session.held_on:%d.%m}" for session in group.sessions.order_by("held_on")]


@pytest.mark.parametrize(("start", "end"), [("9", "13"), ("900", "1300"), ("0900", "13.00")])
def test_a_time_is_understood_from_a_keyboard_of_digits_alone(project, group, page, start, end):
    page.post(to("session_add", project, group.pk), TYPED | {"starts_at": start, "ends_at": end})
    session = group.sessions.get()
    assert (session.starts_at, session.ends_at, session.hours) == (time(9), time(13), 4)


def test_a_session_is_planned_and_its_hours_follow_from_the_times(project, group, page):
    response = page.post(to("session_add", project, group.pk), TYPED)
    session = group.sessions.get()
    assert response.url == to("group", project, group.pk)
    assert (session.held_on, session.starts_at, session.ends_at) == (date(2024, 3, 6), time(9), time(13))
    assert (session.hours, session.place, session.enrolment) == (4, "sala 2, MOPS w Sosnowcu", None)


def test_teaching_hours_last_45_minutes(project, page):
    group = make_group(project, people=0, hour_unit="teaching")
    page.post(to("session_add", project, group.pk), TYPED | {"ends_at": "12.00"})
    assert group.sessions.get().hours == 4


def test_hours_typed_are_kept_because_breaks_are_known_to_people(project, group, page):
    page.post(to("session_add", project, group.pk), TYPED | {"hours": "3,5"})
    assert group.sessions.get().hours == Decimal("3.5")


def test_hours_alone_are_enough(project, group, page):
    page.post(to("session_add", project, group.pk), TYPED | {"starts_at": "", "ends_at": "", "hours": "2"})
    assert group.sessions.get().hours == 2


def test_a_session_posted_twice_is_made_once(project, group, page):
    typed = TYPED | {"submission": str(uuid.uuid4())}
    answers = [page.post(to("session_add", project, group.pk), typed) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert days(group) == ["06.03"]


WRONG = [
    (
        {"held_on": "31.12.2023"},
        "Ten dzień jest poza okresem realizacji projektu (01.01.2024–31.12.2026). Popraw datę.",
    ),
    ({"held_on": "01.01.2027"}, "Ten dzień jest poza okresem realizacji projektu"),
    ({"held_on": ""}, "To pole jest wymagane."),
    ({"starts_at": "13.00", "ends_at": "9.00"}, "Zajęcia kończą się wcześniej, niż się zaczynają."),
    ({"starts_at": "", "ends_at": ""}, "Podaj godziny od–do albo liczbę godzin."),
    ({"ends_at": ""}, "Podaj godziny od–do albo liczbę godzin."),
    ({"hours": "0"}, "Liczba godzin zajęć jest większa od 0 i nie większa niż 24."),
    ({"hours": "25"}, "Liczba godzin zajęć jest większa od 0 i nie większa niż 24."),
    ({"hours": "dwie"}, "Wpisz liczbę."),
]


@pytest.mark.parametrize(("typed", "sentence"), WRONG)
def test_what_is_wrong_is_said_and_what_was_typed_stays(project, group, page, typed, sentence):
    response = page.post(to("session_add", project, group.pk), TYPED | typed)
    assert response.status_code == 200
    assert sentence in text_of(response)
    assert "sala 2, MOPS w Sosnowcu" in response.content.decode()
    assert not group.sessions.exists()


def test_the_next_session_is_proposed_a_week_after_the_last(project, group, page):
    SessionFactory(group=group, held_on=date(2024, 3, 6), place="świetlica")
    html = page.get(to("session_add", project, group.pk)).content.decode()
    for proposed in ("13.03.2024", "9.00", "13.00", "świetlica", "Ewa Trenerska"):
        assert f'value="{proposed}"' in html or f'value="0{proposed}"' in html


# --- individual support


def test_an_individual_session_is_for_one_enrolled_person(project, page):
    group = make_group(project, people=2, mode="individual")
    first = group.enrolments.order_by("pk").first()
    address = to("session_add", project, group.pk)
    assert "To pole jest wymagane." in text_of(page.post(address, TYPED))
    page.post(address, TYPED | {"enrolment": first.pk, "topic": "bilans kompetencji"})
    session = group.sessions.get()
    assert (session.enrolment, session.topic) == (first, "bilans kompetencji")


def test_an_individual_session_is_not_for_somebody_of_another_group(project, page):
    group = make_group(project, mode="individual")
    other = EnrolmentFactory(group=make_group(project, people=0, mode="individual"))
    response = page.post(to("session_add", project, group.pk), TYPED | {"enrolment": other.pk})
    assert "Wybierz poprawną wartość." in text_of(response)
    assert not group.sessions.exists()


def test_the_person_is_chosen_already_when_one_comes_from_her_row(project, page):
    group = make_group(project, people=2, mode="individual")
    second = group.enrolments.order_by("pk").last()
    html = page.get(to("session_add", project, group.pk), {"osoba": second.pk}).content.decode()
    assert f'<option value="{second.pk}" selected>' in html


def test_the_person_stays_when_her_attendance_is_saved(project, page):
    group = make_group(project, people=2, mode="individual")
    first, second = group.enrolments.order_by("pk")
    session = SessionFactory(group=group, enrolment=first, held_on=date(2024, 3, 6))
    save_attendance(session=session, marks={first.pk: "present"})
    page.post(to("session_edit", project, session.pk), TYPED | {"enrolment": second.pk})
    session.refresh_from_db()
    assert session.enrolment == first


# --- changing


def test_a_session_is_changed(project, group, page):
    session = SessionFactory(group=group)
    response = page.post(to("session_edit", project, session.pk), TYPED | {"topic": "wspólne gotowanie"})
    assert response.url == to("group", project, group.pk)
    session.refresh_from_db()
    assert (session.held_on, session.topic) == (date(2024, 3, 6), "wspólne gotowanie")
    assert group.sessions.count() == 1


def test_hours_follow_changed_times_unless_they_were_typed_too(project, group, page):
    session = SessionFactory(group=group, hours=4)
    address = to("session_edit", project, session.pk)
    page.post(address, TYPED | {"ends_at": "12.00", "hours": "4,00"})
    session.refresh_from_db()
    assert session.hours == 3
    page.post(address, TYPED | {"ends_at": "14.00", "hours": "4,5"})
    session.refresh_from_db()
    assert session.hours == Decimal("4.5")


def test_a_moved_session_takes_the_start_of_support_with_it(project, group, page):
    session = SessionFactory(group=group, held_on=date(2024, 3, 6))
    enrolment = group.enrolments.get()
    save_attendance(session=session, marks={enrolment.pk: "present"})
    page.post(to("session_edit", project, session.pk), TYPED | {"held_on": "13.03.2024"})
    enrolment.refresh_from_db()
    assert enrolment.started_on == date(2024, 3, 13)


def test_a_session_does_not_move_to_a_day_before_somebody_entered(project, group, page):
    session = SessionFactory(group=group, held_on=date(2024, 3, 6))
    late = enrol(group, "Nowak", entered_on=date(2024, 3, 1))
    save_attendance(session=session, marks={late.pk: "present"})
    response = page.post(to("session_edit", project, session.pk), TYPED | {"held_on": "14.02.2024"})
    assert "Nowak Anna: udział w projekcie zaczął się 01.03.2024" in text_of(response)
    assert "14.02.2024" in response.content.decode()
    session.refresh_from_db()
    late.refresh_from_db()
    assert (session.held_on, late.started_on) == (date(2024, 3, 6), date(2024, 3, 6))


def test_a_session_that_is_marked_does_not_move_to_the_future(client_of, operator):
    today = timezone.localdate()
    project = ProjectFactory(starts_on=today - timedelta(days=400), ends_on=today + timedelta(days=30))
    enrolment = EnrolmentFactory(group=make_group(project, people=0))
    session = SessionFactory(group=enrolment.group, held_on=today)
    save_attendance(session=session, marks={enrolment.pk: "present"})
    tomorrow = f"{today + timedelta(days=1):%d.%m.%Y}"
    response = client_of(operator).post(to("session_edit", project, session.pk), TYPED | {"held_on": tomorrow})
    assert "Na tych zajęciach jest już zapisana obecność, więc nie mogą być w przyszłości." in text_of(response)
    session.refresh_from_db()
    assert session.held_on == today


# --- deleting


def test_a_session_without_marks_is_deleted(project, group, page):
    session = SessionFactory(group=group)
    response = page.post(to("session_delete", project, session.pk))
    assert response.url == to("group", project, group.pk)
    assert not Session.objects.exists()


def test_a_session_with_marks_stays(project, group, page):
    session = SessionFactory(group=group)
    save_attendance(session=session, marks={group.enrolments.get().pk: "absent"})
    response = page.post(to("session_delete", project, session.pk), follow=True)
    assert "Nie usunięto zajęć: jest na nich zapisana obecność." in text_of(response)
    assert len(marks_of(session)) == 1


@pytest.mark.parametrize("name", ["session_edit", "session_delete"])
def test_a_session_of_another_project_does_not_exist_here(project, page, social_worker, name):
    other = ProjectFactory()
    TeamMemberFactory(project=other, user=social_worker)
    session = SessionFactory(group=make_group(other, people=0))
    assert page.post(to(name, project, session.pk), TYPED).status_code == 404
    assert Session.objects.filter(pk=session.pk).exists()


@pytest.mark.parametrize("name", ["session_add", "session_edit", "session_delete"])
def test_the_controller_changes_no_session(project, group, client_of, controller, name):
    session = SessionFactory(group=group)
    number = group.pk if name == "session_add" else session.pk
    assert client_of(controller).post(to(name, project, number), TYPED).status_code == 403
    assert list(Session.objects.values_list("held_on", flat=True)) == [session.held_on]
