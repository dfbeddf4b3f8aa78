"""The plan of a week: what stands in it, what narrows it, what is in the way of what."""

import re
from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from accounts.models import AccessLog
from activities.naming import NamesOnRecord
from activities.plan import Week

from ..factories import EnrolmentFactory, ParticipationFactory, ProjectFactory, SessionFactory
from .house import make_group, text_of, to

MONDAY = date(2024, 3, 4)
WEDNESDAY = date(2024, 3, 6)


@pytest.fixture
def page(client_of, controller):
    return client_of(controller)


def shown(page, project, **asked):
    return text_of(page.get(to("plan", project), {"day": "06.03.2024", **asked}))


def test_a_week_is_from_monday_to_sunday_and_leads_to_its_neighbours(project, page):
    SessionFactory(group=make_group(project, people=0), held_on=WEDNESDAY)
    html = page.get(to("plan", project), {"day": "2024-03-10"}).content.decode()
    assert "Plan zajęć 04.03.2024–10.03.2024" in html
    assert re.findall(r"\?day=([\d-]+)", html)[:2] == ["2024-02-26", "2024-03-11"]


@pytest.mark.parametrize(
    ("day", "first"), [(MONDAY, MONDAY), (date(2024, 3, 10), MONDAY), (date(2024, 3, 11), date(2024, 3, 11))]
)
def test_the_week_of_a_day(project, day, first):
    assert Week(project, day).first == first


def test_each_day_says_who_meets_whom_where_and_when(project, page):
    group = make_group(project, people=0, name="Kurs kroju")
    SessionFactory(group=group, held_on=WEDNESDAY, topic="ścieg prosty")
    SessionFactory(group=group, held_on=date(2024, 3, 7), status="cancelled", cancel_reason="mróz")
    SessionFactory(group=group, held_on=date(2024, 3, 8), moved_from=date(2024, 3, 1), starts_at=time(15), ends_at=None)
    text = shown(page, project)
    assert "środa 06.03.2024 9.00–13.00 Kurs kroju" in text
    assert "ścieg prosty 4 h zegarowe · sala 2 · Ewa Trenerska" in text
    assert "odwołane: mróz" in text
    assert "przeniesione z 01.03.2024" in text
    assert "W tym planie: 2 zajęcia, 1 odwołane. Bez konfliktów." in text
    assert "wtorek 05.03.2024 nie ma zajęć" in text
    assert "sobota" not in text


def test_a_day_of_the_weekend_is_there_when_something_is_held_and_holidays_are_named(project, page):
    SessionFactory(group=make_group(project, people=0), held_on=date(2024, 3, 9))
    assert "sobota 09.03.2024" in shown(page, project)
    assert "poniedziałek 01.04.2024 Poniedziałek Wielkanocny nie ma zajęć" in shown(page, project, day="01.04.2024")


def test_an_empty_week_says_so(project, page):
    assert "W tym tygodniu nie ma zajęć." in shown(page, project)


def test_the_plan_is_narrowed_by_trainer_room_and_group_without_losing_a_conflict(project, page):
    first, second = (make_group(project, people=0) for _ in range(2))
    SessionFactory(group=first, held_on=WEDNESDAY, leader="Ewa Ćma", place="sala 1", topic="pierwsze")
    SessionFactory(group=second, held_on=WEDNESDAY, leader="ewa cma", place="sala 2", topic="drugie")
    evening = {"starts_at": time(18), "ends_at": time(19)}
    SessionFactory(group=second, held_on=WEDNESDAY, leader="Jan Lis", place="sala 1", **evening)
    for asked in ({"place": "sala 2"}, {"group": second.pk, "leader": "Ewa Ćma"}):
        text = shown(page, project, **asked)
        assert "drugie" in text
        assert "pierwsze" not in text
        assert "ten sam prowadzący" in text
        assert "1 zajęcia mają konflikt." in text


NONSENSE = [{"day": "x"}, {"day": "31.02.2024"}, {"leader": "nikt"}, {"group": "x"}, {"group": "9" * 30}]


@pytest.mark.parametrize("asked", NONSENSE)
def test_an_address_with_nonsense_is_a_plan_all_the_same(project, page, asked):
    assert page.get(to("plan", project), asked).status_code == 200


def test_without_a_day_the_week_is_this_one_or_the_nearest_of_the_project(client_of, operator):
    today = timezone.localdate()
    running = ProjectFactory(starts_on=today - timedelta(days=50), ends_on=today + timedelta(days=50))
    over = ProjectFactory(starts_on=date(2023, 1, 1), ends_on=date(2023, 6, 30))
    client = client_of(operator)
    monday = today - timedelta(days=today.weekday())
    assert f"Plan zajęć {monday:%d.%m.%Y}" in text_of(client.get(to("plan", running)))
    assert "Plan zajęć 26.06.2023" in text_of(client.get(to("plan", over)))


def test_naming_people_leaves_a_line_in_the_log_and_an_anonymous_plan_does_not(project, page):
    group = make_group(project, people=1, mode="individual")
    SessionFactory(group=make_group(project, people=0), held_on=WEDNESDAY)
    shown(page, project)
    assert not AccessLog.objects.exists()
    SessionFactory(group=group, enrolment=group.enrolments.get(), held_on=WEDNESDAY)
    shown(page, project)
    assert AccessLog.objects.get().subject == "plan zajęć od 04.03.2024"


@pytest.mark.parametrize("people", [2, 40])
def test_the_plan_asks_at_most_twelve_times(project, page, django_assert_max_num_queries, people):
    groups = [make_group(project, people=0) for _ in range(4)]
    for n in range(people):
        person = ParticipationFactory(project=project)
        for group in groups:
            EnrolmentFactory(group=group, participation=person)
        SessionFactory(group=groups[n % 4], held_on=WEDNESDAY)
    with django_assert_max_num_queries(12):
        shown(page, project)


def test_names_on_record_are_in_polish_order_in_their_usual_spelling(project):
    group = make_group(project, people=0)
    for leader in ("Żaneta", "Ćma", "cma", "Ćma", "Cis", ""):
        SessionFactory(group=group, leader=leader, place="")
    names = NamesOnRecord(project)
    assert names.leaders == ["Cis", "Ćma", "Żaneta"]
    assert names.places == []
    assert (names.leader("ZANETA "), names.leader("Nowa  Osoba")) == ("Żaneta", "Nowa Osoba")
