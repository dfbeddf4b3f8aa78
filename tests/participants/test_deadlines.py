"""Whose four weeks are running out, on which day, and the counts on the tabs."""

from datetime import date, timedelta

import pytest

from participants.deadlines import deadlines, proved_in_open_window
from participants.templatetags.participants_nav import nav_counts
from projects.access import project_for
from projects.models import Project

from ..factories import OutcomeFactory, ParticipationFactory
from .paper import address

LEFT = date(2024, 9, 2)  # the window is open until 30.09.2024, that day included


@pytest.fixture
def gone(project):
    return ParticipationFactory(project=project, left_on=LEFT, exit_reason="completed")


# the day, days left or None where nobody is in sight
DAYS = [
    (date(2024, 9, 1), None),
    (date(2024, 9, 2), 28),
    (date(2024, 9, 29), 1),
    (date(2024, 9, 30), 0),
    (date(2024, 10, 1), -1),
    (date(2024, 10, 28), -28),
    (date(2024, 10, 29), None),
]


@pytest.mark.parametrize(("on", "days_left"), DAYS)
def test_a_window_without_proof_is_in_sight_from_leaving_until_four_weeks_after_it_closed(gone, on, days_left):
    found = [(row.days_left, row.is_late, row.days) for row in deadlines(gone.project, on)]
    assert found == ([] if days_left is None else [(days_left, days_left < 0, abs(days_left))])


def test_a_proof_takes_the_person_off_the_list_from_its_day_on(gone):
    OutcomeFactory(participation=gone, kind="education", obtained_on=date(2024, 9, 10))
    assert [row.participation for row in deadlines(gone.project, date(2024, 9, 9))] == [gone]
    assert deadlines(gone.project, date(2024, 9, 10)) == []
    assert [row.participation for row in proved_in_open_window(gone.project, date(2024, 9, 10))] == [gone]


@pytest.mark.parametrize("facts", [{"evidence": ""}, {"obtained_on": LEFT + timedelta(days=29)}], ids=["bare", "late"])
def test_what_proves_nothing_leaves_the_person_on_the_list(gone, facts):
    OutcomeFactory(participation=gone, **facts)
    assert len(deadlines(gone.project, date(2024, 10, 5))) == 1


def test_the_most_overdue_stands_first(project):
    for days in (10, 0, 20):
        ParticipationFactory(project=project, left_on=LEFT + timedelta(days=days), exit_reason="completed")
    assert [row.days_left for row in deadlines(project, date(2024, 10, 10))] == [-10, 0, 10]


def test_the_page_tells_both_and_travels_with_its_day(client_of, controller, project, gone):
    ParticipationFactory(project=project, left_on=LEFT + timedelta(days=10), exit_reason="dropped_out")
    page = client_of(controller).get(address("deadlines", project), {"on": "02.10.2024"}).content.decode()
    page = page.replace("\xa0", " ")
    assert "1 osoba ma otwarty termin czterech tygodni i nie ma jeszcze dowodu." in page
    assert "Termin minął bez dowodu 1 osobie." in page
    assert "minął 30.09.2024 bez dowodu" in page
    assert 'value="02.10.2024"' in page
    assert address("outcome_add", project, gone.pk) not in page


def test_who_may_record_a_proof_is_led_to_it(client_of, social_worker, project, gone):
    page = client_of(social_worker).get(address("deadlines", project), {"on": "2024-09-30"}).content.decode()
    assert address("outcome_add", project, gone.pk) in page


def test_the_page_says_when_nobody_waits(client_of, controller, project):
    page = client_of(controller).get(address("deadlines", project)).content.decode().replace("\xa0", " ")
    assert "Nikt nie czeka na dowód" in page


@pytest.mark.parametrize("many", [1, 40])
def test_the_page_has_at_most_twelve_queries(client_of, controller, project, django_assert_max_num_queries, many):
    for _n in range(many):
        ParticipationFactory(project=project, left_on=LEFT, exit_reason="completed")
    client = client_of(controller)
    with django_assert_max_num_queries(12):
        client.get(address("deadlines", project), {"on": "30.09.2024"})


def test_the_tabs_count_people_and_deadlines_in_one_query(project, controller, django_assert_num_queries):
    last = project.default_day()
    ParticipationFactory(project=project, left_on=last, exit_reason="completed")
    ParticipationFactory(project=project)
    seen = project_for(controller, project.slug, "participants_view")
    with django_assert_num_queries(1):
        assert nav_counts(seen) == {"participants": 2, "deadlines": 1}


def test_the_tabs_count_nothing_for_a_project_that_nobody_came_into(project, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert nav_counts(Project.objects.get(pk=project.pk)) == {}
