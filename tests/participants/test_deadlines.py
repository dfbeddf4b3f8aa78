"""Whose windows are running out, on which day, in which order, and the counts on the tabs."""

from datetime import date, timedelta

import pytest

from participants.deadlines import (
    deadlines,
    follow_up_day,
    followed,
    in_order_of_work,
    proved_in_open_window,
    soonest,
    waiting,
)
from participants.templatetags.participants_nav import nav_counts
from projects.access import project_for
from projects.models import Project

from ..factories import (
    ContactFactory,
    EffectivenessThresholdFactory,
    EnrolmentFactory,
    FormOfSupportFactory,
    OutcomeFactory,
    ParticipationFactory,
)

LEFT = date(2024, 9, 2)  # the window is open until 30.09.2024, that day included
CLOSED = date(2024, 9, 30)
LATER = date(2024, 12, 1)  # the 90th day


@pytest.fixture
def gone(project):
    return ParticipationFactory(project=project, left_on=LEFT, exit_reason="completed")


@pytest.fixture
def measured(project):
    """The agreement asks for both measures of effectiveness."""
    for measure in ("employment", "social"):
        EffectivenessThresholdFactory(project=project, measure=measure, group="all", percent="20")


def supported(participation, *characters):
    """The person has had support of these characters."""
    for character in characters:
        form = FormOfSupportFactory(project=participation.project, character=character)
        EnrolmentFactory(group__form_of_support=form, participation=participation)


def who(rows):
    return [row.pk for row in rows]


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
def test_the_dashboard_shows_a_window_without_proof_until_four_weeks_after_it_closed(gone, on, days_left):
    found = [(row.days_left, row.is_late, row.days) for row in deadlines(gone.project, on)]
    assert found == ([] if days_left is None else [(days_left, days_left < 0, abs(days_left))])


@pytest.mark.parametrize("on", [LEFT, CLOSED, date(2024, 10, 29), date(2030, 1, 1)])
def test_the_radar_never_loses_sight_of_somebody_without_proof(gone, on):
    assert who(waiting(gone.project.participations, on)) == [gone.pk]


def test_a_proof_takes_the_person_off_the_list_from_its_day_on(gone):
    people = gone.project.participations
    OutcomeFactory(participation=gone, kind="education", obtained_on=date(2024, 9, 10))
    assert who(waiting(people, date(2024, 9, 9))) == [gone.pk]
    assert not waiting(people, date(2024, 9, 10)).exists()
    assert deadlines(gone.project, date(2024, 9, 10)) == []
    assert who(proved_in_open_window(people, date(2024, 9, 10))) == [gone.pk]


@pytest.mark.parametrize("facts", [{"evidence": ""}, {"obtained_on": LEFT + timedelta(days=29)}], ids=["bare", "late"])
def test_what_proves_nothing_leaves_the_person_on_the_list(gone, facts):
    OutcomeFactory(participation=gone, **facts)
    assert len(deadlines(gone.project, date(2024, 10, 5))) == 1
    assert waiting(gone.project.participations, date(2024, 10, 5)).exists()


# what was noted, whether somebody still waits
CALLS = [
    ({"result": "no_answer"}, True),
    ({"result": "refused"}, False),
    ({"result": "closed", "note": "wyjazd"}, False),
    ({"result": "closed", "note": "zmarła", "channel": "team"}, False),
    ({"result": "refused", "made_on": LEFT - timedelta(days=1)}, True),  # before she left
]


@pytest.mark.parametrize(("call", "waits"), CALLS, ids=lambda value: str(value))
def test_a_refusal_or_a_closed_matter_ends_the_waiting(gone, call, waits):
    ContactFactory(participation=gone, **call)
    assert waiting(gone.project.participations, CLOSED).exists() == waits
    assert bool(deadlines(gone.project, CLOSED)) == waits


def test_a_later_call_opens_a_closed_matter_again_and_a_change_of_caretaker_does_not(gone):
    ContactFactory(participation=gone, result="closed", note="wyjazd")
    ContactFactory(participation=gone, result="handed_over", channel="team", made_on=CLOSED)
    assert not waiting(gone.project.participations, CLOSED).exists()
    ContactFactory(participation=gone, result="promised", made_on=CLOSED)
    assert waiting(gone.project.participations, CLOSED).exists()


# how she left, support, project money, the day → what effectiveness waits for
EFFECTIVENESS = [
    ("completed", ("vocational", "social"), CLOSED, (True, True)),
    ("completed", ("social",), CLOSED, (False, True)),
    ("took_job", ("vocational", "social"), CLOSED, (True, False)),
    ("dropped_out", ("vocational", "social"), CLOSED, (False, False)),
    ("completed", (), CLOSED, (False, False)),
]


@pytest.mark.parametrize(("reason", "support", "on", "awaited"), EFFECTIVENESS)
def test_three_months_are_followed_for_those_whom_the_measure_asks_about(
    project, measured, reason, support, on, awaited
):
    one = ParticipationFactory(project=project, left_on=LEFT, exit_reason=reason)
    supported(one, *support)
    row = followed(project.participations, on).get()
    assert (row.awaits_job, row.awaits_progress) == awaited


def test_nobody_waits_for_effectiveness_where_the_agreement_has_no_threshold(gone):
    supported(gone, "vocational", "social")
    row = followed(gone.project.participations, CLOSED).get()
    assert (row.awaits_result, row.awaits_job, row.awaits_progress) == (True, False, False)


def test_a_result_does_not_end_the_waiting_for_effectiveness_and_the_longer_window_is_shown(gone, measured):
    supported(gone, "vocational")
    OutcomeFactory(participation=gone, kind="education")
    row = waiting(gone.project.participations, CLOSED).get()
    assert (row.awaits_result, row.due_on) == (False, LATER)
    assert not waiting(gone.project.participations, CLOSED, "results").exists()


# the day → whose last day is shown while both are awaited
@pytest.mark.parametrize(
    ("on", "due"), [(LEFT, CLOSED), (CLOSED + timedelta(days=28), CLOSED), (CLOSED + timedelta(days=29), LATER)]
)
def test_the_figure_is_that_of_the_results_until_four_weeks_after_they_closed(gone, measured, on, due):
    supported(gone, "vocational")
    assert waiting(gone.project.participations, on).get().due_on == due
    assert waiting(gone.project.participations, on, "effectiveness").get().due_on == LATER


def test_due_attempts_come_first_then_what_can_still_be_mended_then_what_is_long_past(project):
    on = date(2024, 10, 10)
    left = {
        name: LEFT + timedelta(days=days)
        for name, days in {"long past": -60, "longer past": -90, "lately": 0, "open": 20, "attempt": 30}.items()
    }
    rows = {
        name: ParticipationFactory(project=project, left_on=day, exit_reason="completed") for name, day in left.items()
    }
    ContactFactory(participation=rows["attempt"], next_on=on)
    ContactFactory(participation=rows["open"], next_on=on + timedelta(days=1))
    ordered = who(in_order_of_work(waiting(project.participations, on), on))
    assert ordered == [rows[name].pk for name in ("attempt", "lately", "open", "long past", "longer past")]


def test_the_most_overdue_of_the_last_weeks_stands_first_on_the_dashboard(project):
    for days in (10, 0, 20):
        ParticipationFactory(project=project, left_on=LEFT + timedelta(days=days), exit_reason="completed")
    assert [row.days_left for row in deadlines(project, date(2024, 10, 10))] == [-10, 0, 10]
    first, in_all = soonest(project, date(2024, 10, 10), 2)
    assert ([row.days_left for row in first], in_all) == ([-10, 0], 3)


def test_the_radar_stands_on_today_and_stops_three_months_after_the_project(project):
    project.ends_on = date(2020, 1, 1)
    assert follow_up_day(project) == date(2020, 3, 31)
    project.ends_on = date(2099, 1, 1)
    assert follow_up_day(project) == date.today()


def test_the_tabs_count_people_and_deadlines_in_one_query(project, controller, django_assert_num_queries):
    last = follow_up_day(project)
    ParticipationFactory(project=project, left_on=min(last, project.ends_on), exit_reason="completed")
    ParticipationFactory(project=project)
    seen = project_for(controller, project.slug, "participants_view")
    with django_assert_num_queries(1):
        assert nav_counts(seen) == {"participants": 2, "deadlines": 1}


def test_the_tabs_count_nothing_for_a_project_that_nobody_came_into(project, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert nav_counts(Project.objects.get(pk=project.pk)) == {}
