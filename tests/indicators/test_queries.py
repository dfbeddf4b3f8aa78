"""The number, its people and its groups are one thing; the number of statements does not grow."""

from datetime import date

import pytest

from indicators import reasons
from indicators.catalogue import BY_KEY, common
from indicators.models import Counts, EffectivenessThreshold
from indicators.queries import compute, definition_of
from indicators.reports import ProgressReport
from participants.vocabulary import OutcomeKind

from ..factories import (
    EffectivenessThresholdFactory,
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    HeadcountEventFactory,
    OutcomeFactory,
    ParticipationFactory,
    PremiseFactory,
    ProjectFactory,
    ProjectIndicatorFactory,
    RegisterEntryFactory,
    SessionFactory,
)

pytestmark = pytest.mark.django_db
ON = date(2024, 12, 31)
LEFT = {"left_on": date(2024, 6, 28), "exit_reason": "completed"}


def test_total_is_women_and_men(project):
    ParticipationFactory(project=project, person__sex="K")
    ParticipationFactory.create_batch(2, project=project, person__sex="M")
    figure = compute([project], [BY_KEY["people"]], ON)[project.pk]["people"].value
    assert (figure.women, figure.men, figure.total) == (1, 2, 3)


def test_many_children_of_one_person_do_not_swell_any_figure(project):
    participation = ParticipationFactory(project=project, **LEFT)
    for kind in ("poverty", "illness", "crisis"):
        PremiseFactory(participation=participation, kind=kind)
    OutcomeFactory.create_batch(4, participation=participation)
    figures = compute([project], [BY_KEY[key] for key in ("people", "at_risk", "qualified_or_competent", "CO01")], ON)[
        project.pk
    ]
    assert {figure.value.total for figure in figures.values()} == {1}


def test_a_period_holds_what_came_in_it_and_periods_add_up(project):
    for day in (date(2024, 2, 5), date(2024, 3, 31), date(2024, 4, 1)):
        ParticipationFactory(project=project, entered_on=day)
    definition = [BY_KEY["people"]]
    first = compute([project], definition, date(2024, 3, 31), since=date(2024, 1, 1))[project.pk]["people"]
    second = compute([project], definition, ON, since=date(2024, 4, 1))[project.pk]["people"]
    assert (first.period.total, second.period.total) == (2, 1)
    assert first.period.total + second.period.total == second.value.total


def test_the_full_list_for_many_projects_is_one_statement(django_assert_num_queries):
    projects = [ParticipationFactory().project for _ in range(3)]
    definitions = common("esf_2014")
    with django_assert_num_queries(1):
        counted = compute(projects, definitions, ON)
    assert [counted[project.pk]["CO01"].value.total for project in projects] == [1, 1, 1]


def test_things_are_counted_by_name_and_only_with_their_proof(project, django_assert_num_queries):
    form = FormOfSupportFactory(project=project)
    group = GroupFactory(form_of_support=form, leader="Anna Nowak")
    EnrolmentFactory(group=group, participation__project=project, started_on=date(2024, 3, 1))
    SessionFactory.create_batch(2, group=group, held_on=date(2024, 3, 1))
    SessionFactory(group=group, held_on=date(2024, 3, 1), status="cancelled", cancel_reason="choroba trenera")
    RegisterEntryFactory(project=project)
    RegisterEntryFactory(project=project, evidence="")
    HeadcountEventFactory(project=project, kind="conference", visitors=40, held_on=date(2024, 5, 1))
    HeadcountEventFactory(project=project, kind="conference", visitors=None, held_on=date(2024, 6, 1))
    rows = [
        ProjectIndicatorFactory(project=project, definition="communities"),
        ProjectIndicatorFactory(project=project, words=[], counts=Counts.SESSIONS, form_of_support=form),
        ProjectIndicatorFactory(project=project, words=[], counts=Counts.LEADERS, form_of_support=form),
        ProjectIndicatorFactory(project=project, words=[], counts=Counts.EVENTS, event_kind="conference"),
        ProjectIndicatorFactory(project=project, words=[], counts=Counts.VISITORS, event_kind="conference"),
    ]
    definitions = [definition_of(row) for row in rows]
    with django_assert_num_queries(1):
        counted = compute([project], definitions, ON)[project.pk]
    assert [counted[definition.key].value.total for definition in definitions] == [1, 2, 1, 2, 40]
    assert counted["communities"].waiting == 1


def test_support_begun_and_finished_are_words_of_an_own_indicator(project):
    form = FormOfSupportFactory(project=project)
    group = GroupFactory(form_of_support=form)
    for finished in (True, False):
        participation = ParticipationFactory(project=project)
        EnrolmentFactory(
            group=group,
            participation=participation,
            started_on=date(2024, 3, 1),
            ended_on=date(2024, 5, 1),
            is_finished=finished,
        )
    began = ProjectIndicatorFactory(project=project, words=["complete", f"started:{form.key}"])
    finished = ProjectIndicatorFactory(project=project, words=["complete", f"completed:{form.key}"])
    definitions = [definition_of(began), definition_of(finished)]
    at_end = compute([project], definitions, ON)[project.pk]
    before = compute([project], definitions, date(2024, 2, 28))[project.pk]
    assert [at_end[d.key].value.total for d in definitions] == [2, 1]
    assert [before[d.key].value.total for d in definitions] == [0, 0]


WAYS = [
    # what happened | facts | outcome | the group on the day
    ("counted", LEFT, {}, reasons.COUNTED),
    ("window open", {"left_on": date(2024, 12, 3), "exit_reason": "completed"}, None, reasons.WAITING),
    ("window open on its last day", {"left_on": date(2024, 12, 3), "exit_reason": "moved"}, None, reasons.WAITING),
    ("window passed", {"left_on": date(2024, 12, 2), "exit_reason": "completed"}, None, reasons.PASSED),
    ("late proof", LEFT, {"obtained_on": date(2024, 8, 1)}, reasons.INSUFFICIENT),
    ("proof without its document", LEFT, {"evidence": ""}, reasons.INSUFFICIENT),
    ("still inside", {}, None, reasons.INSIDE),
    ("leaves later", {"left_on": date(2025, 2, 1), "exit_reason": "completed"}, None, reasons.INSIDE),
    ("enters later", {"entered_on": date(2025, 1, 7)}, None, reasons.LATER),
    ("draft", {"education": ""}, None, reasons.DRAFT),
]


@pytest.mark.parametrize(("what", "facts", "outcome", "group"), WAYS)
def test_everybody_is_in_exactly_one_group(project, what, facts, outcome, group):
    participation = ParticipationFactory(project=project, **({"entered_on": date(2024, 2, 5)} | facts))
    PremiseFactory(participation=participation)
    if outcome is not None:
        OutcomeFactory(participation=participation, **outcome)
    sizes = reasons.sizes(project.participations.all(), BY_KEY["qualified_or_competent"], ON)
    assert sizes == {group: {participation.sex: 1}}, what


@pytest.mark.parametrize("premise", [True, False])
def test_value_members_and_words_agree(project, premise):
    for facts, outcome in [(facts, outcome) for _what, facts, outcome, _group in WAYS]:
        participation = ParticipationFactory(project=project, **({"entered_on": date(2024, 2, 5)} | facts))
        if premise:
            PremiseFactory(participation=participation)
        if outcome is not None:
            OutcomeFactory(participation=participation, **outcome)
    for definition in [d for d in BY_KEY.values() if d.counts_people]:
        value = compute([project], [definition], ON)[project.pk][definition.key].value.total
        rows = list(reasons.with_reasons(project.participations.order_by("pk"), definition, ON))
        words = range(len(definition.words))
        assert value == project.participations.filter(definition.condition(ON)).count(), definition.key
        assert value == sum(row.group == reasons.COUNTED for row in rows), definition.key
        assert value == sum(all(getattr(row, f"w{number}") for number in words) for row in rows), definition.key


JOBS = [
    ("half time for three months", {"contract_kind": "employment", "contract_months": 3, "working_time": "0.5"}, True),
    ("two months", {"contract_kind": "employment", "contract_months": 2, "working_time": 1}, False),
    ("a quarter of full time", {"contract_kind": "employment", "contract_months": 12, "working_time": "0.25"}, False),
    ("civil contract of three minimum wages", {"contract_kind": "civil", "contract_months": 3, "contract_value": 12900}, True),
    ("civil contract a grosz short", {"contract_kind": "civil", "contract_months": 3, "contract_value": "12899.99"}, False),
    ("own business", {"contract_kind": "business", "contract_months": 3}, True),
    ("business paid by the project", {"contract_kind": "business", "contract_months": 3, "is_project_funded": True}, None),
    ("subsidised, three months on", {"contract_kind": "employment", "contract_months": 6, "working_time": 1, "is_subsidised": True, "months_after_subsidy": 3}, True),
    ("subsidised, two months on", {"contract_kind": "employment", "contract_months": 6, "working_time": 1, "is_subsidised": True, "months_after_subsidy": 2}, False),
    ("found on the 90th day", {"contract_kind": "employment", "contract_months": 3, "working_time": 1, "obtained_on": date(2024, 9, 26)}, True),
    ("found on the 91st day", {"contract_kind": "employment", "contract_months": 3, "working_time": 1, "obtained_on": date(2024, 9, 27)}, False),
]  # fmt: skip


def measured(project, measure, on=ON):
    EffectivenessThresholdFactory(project=project, measure=measure, group=EffectivenessThreshold.Group.ALL, percent=25)
    return ProgressReport.build(project, on).effectiveness[0]


def supported(project, character, **facts):
    participation = ParticipationFactory(project=project, entered_on=date(2024, 2, 5), **facts)
    group = GroupFactory(form_of_support__project=project, form_of_support__character=character)
    EnrolmentFactory(group=group, participation=participation, started_on=date(2024, 3, 1))
    return participation


@pytest.mark.parametrize(("what", "job", "succeeds"), JOBS)
def test_the_employment_test(project, what, job, succeeds):
    """None stands for a person excluded from the measure altogether."""
    participation = supported(project, "vocational", **LEFT)
    OutcomeFactory(
        participation=participation, kind=OutcomeKind.EMPLOYMENT, **({"obtained_on": date(2024, 7, 10)} | job)
    )
    measure = measured(project, "employment")
    assert (measure.numerator, measure.denominator) == {True: (1, 1), False: (0, 1), None: (0, 0)}[succeeds], what


@pytest.mark.parametrize(
    ("what", "on", "denominator"),
    [("on the 90th day the window is open", date(2024, 9, 26), 0), ("on the 91st it has passed", date(2024, 9, 27), 1)],
)
def test_who_has_no_job_enters_the_denominator_after_90_days(project, what, on, denominator):
    supported(project, "vocational", **LEFT)
    assert measured(project, "employment", on).denominator == denominator, what


@pytest.mark.parametrize(
    ("measure", "character", "exit_reason", "denominator"),
    [
        ("employment", "vocational", "completed", 1),
        ("employment", "vocational", "took_job", 1),
        ("employment", "vocational", "dropped_out", 0),
        ("employment", "social", "completed", 0),
        ("social", "social", "completed", 1),
        ("social", "social", "took_job", 0),
        ("social", "vocational", "completed", 0),
    ],
)
def test_who_is_measured(project, measure, character, exit_reason, denominator):
    supported(project, character, left_on=date(2024, 6, 28), exit_reason=exit_reason)
    assert measured(project, measure).denominator == denominator


def test_people_with_disabilities_and_the_others_are_two_groups(project):
    supported(project, "social", disability="yes", **LEFT)
    supported(project, "social", disability="refused", **LEFT)
    for group in ("disabled", "others"):
        EffectivenessThresholdFactory(project=project, measure="social", group=group)
    assert [measure.denominator for measure in ProgressReport.build(project, ON).effectiveness] == [1, 1]


def test_women_promised_at_least_are_part_of_the_target():
    project = ProjectFactory()
    ProjectIndicatorFactory(project=project, definition="people", women=2, total=2, is_at_least=True)
    ParticipationFactory(project=project, person__sex="K", entered_on=date(2024, 2, 5))
    ParticipationFactory(project=project, person__sex="M", entered_on=date(2024, 2, 5))
    row = ProgressReport.build(project, ON).rows[0]
    assert (row.percent, row.short_of, row.women_short_of, row.is_reached) == (100, 0, 1, False)
