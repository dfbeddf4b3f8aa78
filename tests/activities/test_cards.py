"""The counselling card: many meetings on one page, hours from the times, a running total against the plan."""

from datetime import date, time
from decimal import Decimal

import pytest

from activities.cards import card_of
from activities.models import Attendance, Enrolment, Session

from ..factories import (
    AttendanceFactory,
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    ParticipationFactory,
    PlannedSupportFactory,
    SessionFactory,
)
from .house import text_of, to

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def form(project):
    return FormOfSupportFactory(
        project=project, name="psycholog", kind="counselling", detail="", mode="individual", hours_planned=6
    )


@pytest.fixture
def person(project):
    return ParticipationFactory(project=project, entered_on=date(2024, 2, 1))


@pytest.fixture
def enrolment(person, form):
    group = GroupFactory(form_of_support=form, leader="Anna Psycholog")
    return EnrolmentFactory(group=group, participation=person, started_on=None)


def line(n, **fields):
    """One line of the posted card; what is not said is empty, and the meeting took place."""
    fields = {"status": "present"} | fields
    return {f"card-{n}-{name}": value for name, value in fields.items()}


def post(page, person, form, *lines, saved=0):
    data = {"card-TOTAL_FORMS": len(lines), "card-INITIAL_FORMS": saved}
    for n, fields in enumerate(lines):
        data |= line(n, **fields)
    return page.post(to("card", person.project, person.pk, form.pk), data)


DONE = {"held_on": "05.03.2024", "starts_at": "9", "ends_at": "1030", "topic": "bilans", "leader": "Ewa Lis"}


def test_many_meetings_are_written_down_at_once(page, person, form, enrolment):
    response = post(
        page,
        person,
        form,
        DONE,
        DONE | {"held_on": "12.03.2024", "ends_at": "11.15"},
        {"held_on": "19.03.2024", "starts_at": "9:00", "ends_at": "10", "status": "absent"},
        {"held_on": "20.11.2026", "starts_at": "9", "ends_at": "10", "status": ""},
        {"held_on": "", "leader": "Ewa Lis"},
    )
    assert response.url == to("card", person.project, person.pk, form.pk)
    card = card_of(person, form)
    assert [meeting.session.hours for meeting in card.meetings] == [Decimal("1.50"), Decimal("2.25"), 1, 1]
    assert [meeting.status for meeting in card.meetings] == ["present", "present", "absent", ""]
    assert [meeting.so_far for meeting in card.meetings] == [Decimal("1.50"), *[Decimal("3.75")] * 3]
    assert (card.done, card.planned, card.left) == (Decimal("3.75"), 6, Decimal("2.25"))
    enrolment.refresh_from_db()
    assert enrolment.started_on == date(2024, 3, 5)


# times as typed, unit → hours
TIMES = [
    ("9", "10", "clock", "1"),
    ("9.00", "9.45", "clock", "0.75"),
    ("9:00", "9:45", "teaching", "1"),
    ("900", "1030", "teaching", "2"),
    ("08.30", "10.30", "teaching", "2.67"),
    ("8", "8.20", "clock", "0.33"),
]


@pytest.mark.parametrize(("start", "end", "unit", "hours"), TIMES, ids=str)
def test_hours_follow_from_the_times_in_the_unit_of_the_form(page, person, form, enrolment, start, end, unit, hours):
    form.hour_unit = unit
    form.save()
    post(page, person, form, DONE | {"starts_at": start, "ends_at": end})
    assert Session.objects.get().hours == Decimal(hours)


WRONG = [
    ({"starts_at": ""}, "Podaj godzinę."),
    ({"ends_at": ""}, "Podaj godzinę."),
    ({"ends_at": "8.30"}, "Spotkanie kończy się wcześniej, niż się zaczyna."),
    ({"starts_at": "rano"}, "Wpisz godzinę, na przykład 9.30."),
    ({"held_on": "05.03.2030", "status": ""}, "Ten dzień jest poza okresem realizacji projektu"),
    ({"held_on": "20.12.2026"}, "To spotkanie jeszcze się nie odbyło: wybierz „zaplanowane”."),
    ({"held_on": "kiedyś"}, "To nie jest data."),
]


@pytest.mark.parametrize(("fields", "sentence"), WRONG, ids=str)
def test_a_wrong_line_is_told_and_nothing_is_saved(page, person, form, enrolment, fields, sentence):
    response = post(page, person, form, DONE | fields, DONE | {"held_on": "06.03.2024"})
    assert sentence in text_of(response)
    assert "Nic nie zapisano." in text_of(response)
    assert 'value="bilans"' in response.text
    assert not Session.objects.exists()


def test_meetings_at_the_same_time_are_refused(page, person, form, enrolment):
    response = post(page, person, form, DONE, DONE | {"starts_at": "10", "ends_at": "11"})
    assert "Spotkania 05.03.2024 nakładają się na siebie." in text_of(response)
    assert not Session.objects.exists()


def test_a_day_outside_the_participation_is_refused_with_its_reason(page, person, form, enrolment):
    response = post(page, person, form, DONE, DONE | {"held_on": "10.01.2024"})
    assert response.status_code == 200
    assert "10.01.2024 nie może być obecności" in text_of(response)
    assert not Session.objects.exists()


def test_the_first_meeting_enrols_and_begins_participation(page, project, form):
    waiting = ParticipationFactory(project=project, entered_on=None)
    post(page, waiting, form, DONE)
    waiting.refresh_from_db()
    assert Enrolment.objects.get(participation=waiting).group.form_of_support == form
    assert waiting.entered_on == date(2024, 3, 5)


def test_a_form_sent_twice_writes_each_meeting_once(page, person, form, enrolment):
    number = "8f14e45f-ceea-467f-a8f1-0c1d7a0f0f01"
    for _ in range(2):
        post(page, person, form, DONE | {"submission": number})
    assert Session.objects.count() == 1


@pytest.fixture
def meeting(enrolment):
    session = SessionFactory(
        group=enrolment.group,
        enrolment=enrolment,
        held_on=date(2024, 3, 5),
        starts_at=time(9),
        ends_at=time(11),
        hours=2,
    )
    AttendanceFactory(session=session, enrolment=enrolment)
    enrolment.started_on = session.held_on
    enrolment.save()
    return session


def saved_line(session, **fields):
    told = {
        "id": session.pk,
        "held_on": "05.03.2024",
        "starts_at": "9.00",
        "ends_at": "11.00",
        "leader": session.leader,
    }
    return told | {"topic": session.topic} | fields


def test_a_moved_meeting_takes_its_presence_and_the_start_along(page, person, form, enrolment, meeting):
    post(page, person, form, saved_line(meeting, held_on="12.03.2024", ends_at="10.00"), saved=1)
    meeting.refresh_from_db()
    enrolment.refresh_from_db()
    assert (meeting.held_on, meeting.hours) == (date(2024, 3, 12), 1)
    assert Attendance.objects.get().status == "present"
    assert enrolment.started_on == date(2024, 3, 12)


def test_typed_hours_stay_while_the_times_do(page, person, form, enrolment, meeting):
    Session.objects.filter(pk=meeting.pk).update(hours=Decimal("1.75"))
    post(page, person, form, saved_line(meeting, topic="nowy temat"), saved=1)
    meeting.refresh_from_db()
    assert (meeting.hours, meeting.topic) == (Decimal("1.75"), "nowy temat")


def test_a_removed_meeting_is_gone_and_so_is_the_start(page, person, form, enrolment, meeting):
    post(page, person, form, saved_line(meeting, DELETE="on"), saved=1)
    enrolment.refresh_from_db()
    assert not Session.objects.exists()
    assert enrolment.started_on is None


def test_a_meeting_of_somebody_else_cannot_be_changed(page, person, form, enrolment):
    other = EnrolmentFactory(group=enrolment.group)
    foreign = SessionFactory(group=enrolment.group, enrolment=other, topic="cudze")
    response = post(page, person, form, saved_line(foreign, topic="moje"), saved=1)
    foreign.refresh_from_db()
    assert "Jednego ze spotkań nie ma już na tej karcie." in text_of(response)
    assert foreign.topic == "cudze"
    assert Session.objects.count() == 1


def test_the_plan_of_the_person_goes_before_the_plan_of_the_form(page, person, form, enrolment, meeting):
    assert "Zrobiono 2 h z 6 h, zostało 4 h." in text_of(page.get(to("card", person.project, person.pk, form.pk)))
    PlannedSupportFactory(participation=person, form_of_support=form, hours_planned=Decimal("1.5"))
    text = text_of(page.get(to("card", person.project, person.pk, form.pk)))
    assert "Zrobiono 2 h z 1,5 h, o 0,5 h więcej niż w planie." in text


def test_a_reader_sees_the_card_and_nothing_to_type(client_of, controller, person, form, meeting):
    response = client_of(controller).get(to("card", person.project, person.pk, form.pk))
    assert "05.03.2024" in text_of(response)
    assert 'name="card-0-held_on"' not in response.text


def test_a_group_form_has_no_card(page, person):
    group_form = FormOfSupportFactory(project=person.project)
    assert page.get(to("card", person.project, person.pk, group_form.pk)).status_code == 404


@pytest.mark.parametrize("n", [2, 40])
def test_the_card_asks_at_most_twelve_times(page, person, form, enrolment, n, django_assert_max_num_queries):
    for day in range(n):
        session = SessionFactory(group=enrolment.group, enrolment=enrolment, held_on=date(2024, 3, 1 + day % 28))
        AttendanceFactory(session=session, enrolment=enrolment)
    with django_assert_max_num_queries(12):
        page.get(to("card", person.project, person.pk, form.pk))
