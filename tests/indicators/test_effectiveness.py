"""Effectiveness by the tables of worked examples: the employment test clause by clause, and who is where in each version."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.effectiveness import Effectiveness, Part, definition_by_key, definition_of
from indicators.examples.effectiveness import COUNTS, EXCLUDES, JOBS, LATER, LEFT, OUTSIDE, PLACES, REST, WAYS
from indicators.models import EffectivenessRules, EffectivenessThreshold
from indicators.reports import ProgressReport
from participants.actions import close_participation, reopen
from participants.effectiveness import Measure, lacking
from participants.jobs import shortfalls
from participants.models import MinimumWage, Outcome, Participation
from participants.vocabulary import IN_CARE
from projects.templatetags.polish import NBSP

from ..factories import (
    EffectivenessRulesFactory,
    EffectivenessThresholdFactory,
    EnrolmentFactory,
    GroupFactory,
    OutcomeFactory,
    ParticipationFactory,
    PremiseFactory,
    ProjectFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
ENTERED = date(2024, 2, 5)


def person(project, *characters, **facts):
    """Somebody who left by the path on 28.06.2024 and has had support of these characters."""
    facts = {"entered_on": ENTERED, "left_on": LEFT, "exit_reason": "completed"} | facts
    if facts["left_on"] is None:
        facts["exit_reason"] = ""
    participation = ParticipationFactory(project=project, **facts)
    for character in characters:
        group = GroupFactory(form_of_support__project=project, form_of_support__character=character)
        EnrolmentFactory(group=group, participation=participation, started_on=ENTERED)
    return participation


def threshold_of(project, measure="employment", group="all", **terms):
    """A threshold of 25 per cent; ``terms`` as in ``participants.effectiveness.Terms``."""
    version = EffectivenessRules.Version.JOINT if terms.pop("is_joint", False) else EffectivenessRules.Version.LATER
    EffectivenessRulesFactory(project=project, version=version, **terms)
    return EffectivenessThresholdFactory(project=project, measure=measure, group=group, percent=25)


def measured(project, on=LATER):
    return ProgressReport.build(project, on).effectiveness[0]


def place_of(measure):
    """Where the only person of the project is."""
    for part in (Part.NUMERATOR, Part.PENDING, Part.EXCLUDED):
        if getattr(measure, part):
            return str(part)
    return REST if measure.denominator else OUTSIDE


# --- the employment test


@pytest.mark.parametrize("job", JOBS, ids=lambda job: str(job.who))
def test_the_employment_test_clause_by_clause(project, job):
    participation = person(project, "vocational")
    facts = {"kind": "employment", "obtained_on": date(2024, 7, 10)} | job.facts
    OutcomeFactory(participation=participation, **facts)
    threshold_of(project)
    measure = measured(project)
    assert (measure.numerator, measure.denominator, measure.excluded) == {
        COUNTS: (1, 1, 0),
        EXCLUDES: (0, 0, 1),
    }.get(job.verdict, (0, 1, 0))


@pytest.mark.parametrize("job", JOBS, ids=lambda job: str(job.who))
def test_what_a_job_lacks_is_said_in_words(project, job):
    facts = {"kind": "employment", "obtained_on": date(2024, 7, 10)} | job.facts
    outcome = OutcomeFactory(participation=person(project), **facts)
    read = Outcome.objects.with_wage().get(pk=outcome.pk)
    for one in (outcome, read):
        assert ", ".join(shortfalls(one, one.participation)).replace(NBSP, " ") == job.lacks


WAGES = [(date(2019, 12, 31), 6750), (date(2020, 1, 1), 7800), (date(2023, 6, 30), 10470), (date(2023, 7, 1), 10800)]


@pytest.mark.parametrize(("day", "value"), WAGES, ids=lambda value: str(value))
@pytest.mark.parametrize("short_of", [Decimal(0), Decimal("0.01")])
def test_a_civil_contract_is_measured_by_the_minimum_wage_of_its_day(day, value, short_of):
    project = ProjectFactory(starts_on=date(2019, 1, 1), ends_on=date(2023, 12, 31))
    participation = ParticipationFactory(
        project=project, entered_on=day - timedelta(days=100), left_on=day - timedelta(days=10), exit_reason="completed"
    )
    OutcomeFactory(
        participation=participation,
        kind="employment",
        obtained_on=day,
        contract_kind="civil",
        contract_months=3,
        contract_value=value - short_of,
    )
    participation.refresh_from_db()
    assert (participation.effective_job_on == day) is not bool(short_of)


def test_a_corrected_minimum_wage_measures_the_contracts_again():
    participation = ParticipationFactory(entered_on=ENTERED, left_on=LEFT, exit_reason="completed")
    OutcomeFactory(
        participation=participation,
        kind="employment",
        obtained_on=date(2024, 7, 10),
        contract_kind="work",
        contract_value=12900,
    )
    wage = MinimumWage.objects.get(valid_from=date(2024, 7, 1))
    for amount, day in ((Decimal("4300.01"), None), (Decimal("4300"), date(2024, 7, 10))):
        wage.amount = amount
        wage.save()
        participation.refresh_from_db()
        assert participation.effective_job_on == day


amounts = st.decimals(0, 20000, places=2)
outcomes = st.fixed_dictionaries(
    {
        "contract_kind": st.sampled_from(["", "employment", "civil", "work", "business"]),
        "contract_months": st.none() | st.sampled_from([Decimal(n) for n in ("0", "2.9", "3", "3.1", "12")]),
        "working_time": st.none() | st.sampled_from([Decimal(n) for n in ("0.25", "0.49", "0.5", "1")]),
        "contract_value": st.none()
        | amounts
        | st.sampled_from([Decimal("12726"), Decimal("12899.99"), Decimal("12900")]),
        "is_subsidised": st.booleans(),
        "months_after_subsidy": st.none() | st.sampled_from([Decimal(n) for n in ("0", "2.9", "3")]),
        "evidence": st.sampled_from(["", "umowa nr 1"]),
        "obtained_on": st.dates(date(2024, 1, 25), date(2024, 10, 15)),
    }
)


@given(facts=outcomes, is_funded=st.booleans())
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_words_say_that_a_job_counts_exactly_where_the_database_counts_it(project, facts, is_funded):
    participation = person(project)
    is_funded = is_funded and facts["contract_kind"] == "business"
    outcome = OutcomeFactory(participation=participation, kind="employment", is_project_funded=is_funded, **facts)
    participation.refresh_from_db()
    assert (participation.effective_job_on is not None) == (not shortfalls(outcome, participation))


# --- who is where


def put(project, way):
    """The person of a worked example, and the measure as the agreement of the example has it."""
    participation = person(project, *way.support, **way.facts)
    for outcome in way.outcomes:
        OutcomeFactory(participation=participation, **outcome)
    if way.premise:
        PremiseFactory(participation=participation, kind=way.premise)
    threshold = threshold_of(project, way.measure, way.group, **way.terms)
    assert threshold.terms == way.as_terms
    return participation, threshold


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.measure}: {way.who}")
def test_who_is_where_in_each_version(project, way):
    put(project, way)
    measure = measured(project, way.on)
    assert place_of(measure) == way.place
    assert measure.numerator + measure.rest + measure.pending + measure.excluded == (way.place != OUTSIDE)


@pytest.mark.parametrize("premise", ["", "poverty"])
def test_where_care_excludes_whoever_is_not_in_care_is_measured_and_asked_for_her_proof(project, premise):
    """No premise of care on record is no care: neither unknown, nor a reason to leave her out."""
    her = person(project, "vocational")
    if premise:
        PremiseFactory(participation=her, kind=premise)
    threshold_of(project, excludes_in_care=True)
    assert place_of(measured(project)) == REST
    assert list(Participation.objects.filter(lacking(Measure.EMPLOYMENT, LATER))) == [her]


@pytest.mark.parametrize("kind", IN_CARE)
def test_where_care_excludes_each_kind_of_it_does_and_nobody_asks_for_a_proof(project, kind):
    PremiseFactory(participation=person(project, "vocational"), kind=kind)
    threshold_of(project, excludes_in_care=True)
    assert place_of(measured(project)) == Part.EXCLUDED
    assert not Participation.objects.filter(lacking(Measure.EMPLOYMENT, LATER)).exists()


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.measure}: {way.who}")
def test_the_people_behind_each_part_are_its_number(project, way):
    participation, threshold = put(project, way)
    measure = measured(project, way.on)
    for part in Part:
        definition = definition_of(threshold, part)
        found = project.participations.filter(definition.condition(way.on))
        assert found.count() == getattr(measure, part) == measure.figures[part].total
        assert definition_by_key(project, definition.key).identity == definition.identity
    assert {str(place) for place in PLACES.values()}
    assert participation


def test_the_examples_reach_every_place_of_every_measure():
    assert {(way.measure, way.place) for way in WAYS} >= {
        (measure, place)
        for measure, places in {
            "employment": PLACES,
            "joint": PLACES,
            "social": ["numerator", "rest", "pending", "outside"],
        }.items()
        for place in places
    }


def test_a_person_of_both_groups_is_counted_in_each_where_they_overlap(project):
    person(project, "vocational", disability="yes", disability_degree="severe")
    EffectivenessRulesFactory(project=project, grouping="overlapping", special="severe")
    for group in ("all", "disabled"):
        EffectivenessThresholdFactory(project=project, measure="employment", group=group)
    assert [measure.denominator for measure in ProgressReport.build(project, LATER).effectiveness] == [1, 1]


def test_who_comes_back_and_leaves_again_counts_once_by_the_last_exit(project):
    by = UserFactory()
    participation = person(project, "vocational")
    threshold_of(project)
    assert place_of(measured(project)) == REST
    reopen(participation=participation, by=by)
    assert place_of(measured(project)) == OUTSIDE
    close_participation(participation=participation, by=by, left_on=date(2024, 11, 20), exit_reason="took_job")
    OutcomeFactory(
        participation=participation,
        kind="employment",
        obtained_on=date(2024, 11, 21),
        contract_kind="employment",
        contract_months=3,
        working_time=1,
    )
    measure = measured(project)
    assert (measure.numerator, measure.denominator) == (1, 1)
    assert Participation.objects.count() == 1


def test_women_and_men_make_the_whole_of_each_part(project):
    person(project, "vocational")
    person(project, "vocational", person__sex="M")
    threshold_of(project)
    figure = measured(project).figures[Part.DENOMINATOR]
    assert (figure.women, figure.men, figure.total) == (1, 1, 2)


def test_projects_with_different_rules_are_counted_together_each_by_its_own(project):
    other = ProjectFactory()
    for each, special in ((project, "disabled"), (other, "severe")):
        person(each, "vocational", disability="yes", disability_degree="light")
        threshold_of(each, group="disabled", special=special)
    reports = ProgressReport.build_all([project, other], LATER)
    assert [report.effectiveness[0].denominator for report in reports] == [1, 0]


# --- the numbers of a measure


def of(percent, numerator, denominator, pending=0):
    return Effectiveness(EffectivenessThreshold(percent=Decimal(percent)), numerator, denominator, pending)


# threshold, succeeded, measured, pending → degree, needed, needed of the pending, lost
NUMBERS = [
    (("40", 35, 100, 0), (Decimal("87.50"), 5, 5, True)),
    (("34", 1, 3, 0), (Decimal("98.04"), 1, 1, True)),
    (("22", 0, 0, 5), (None, 0, 2, False)),
    (("25", 1, 4, 0), (Decimal("100.00"), 0, 0, False)),
    (("12", 1, 8, 10), (Decimal("104.17"), 0, 2, False)),
    (("0", 0, 5, 0), (None, 0, 0, False)),
]


@pytest.mark.parametrize(("given", "expected"), NUMBERS, ids=lambda value: str(value))
def test_degree_and_people_still_needed(given, expected):
    measure = of(*given)
    assert (measure.degree, measure.needed, measure.needed_of_pending, measure.is_lost) == expected


@given(st.decimals(0, 100, places=2), st.integers(0, 500), st.integers(0, 500), st.integers(0, 200))
def test_the_number_needed_is_the_smallest_that_meets_the_threshold(percent, succeeded, failed, pending):
    measure = of(percent, succeeded, succeeded + failed, pending)
    assert measure.numerator <= measure.denominator
    for needed, whole in (
        (measure.needed, measure.denominator),
        (measure.needed_of_pending, measure.denominator + pending),
    ):
        assert (succeeded + needed) * 100 >= percent * whole
        assert needed == 0 or (succeeded + needed - 1) * 100 < percent * whole
        assert 0 <= needed <= whole - succeeded


people = st.fixed_dictionaries(
    {
        "exit_reason": st.sampled_from(["completed", "took_job", "dropped_out"]),
        "left_on": st.sampled_from([None, LEFT, LATER - timedelta(days=90), LATER - timedelta(days=91), LATER]),
        "disability": st.sampled_from(["yes", "no", "refused"]),
        "homeless": st.sampled_from(["yes", "no"]),
        "person__sex": st.sampled_from("KM"),
    }
)
agreements = st.fixed_dictionaries(
    {
        "is_joint": st.booleans(),
        "special": st.sampled_from(["disabled", "severe"]),
        "excludes_school": st.booleans(),
        "excludes_homeless": st.booleans(),
        "social_waits": st.booleans(),
    }
)
achieved = st.lists(st.sampled_from(["job", "progress", "school", "own"]), max_size=2, unique=True)
FACTS = {way: next(w.outcomes[0] for w in WAYS if str(w.who) == who) for way, who in {
    "job": "ukończyła ścieżkę, ma pracę",
    "progress": "ukończyła ścieżkę, zrobiła postęp",
    "school": "podjęła naukę w szkole",
    "own": "założyła działalność za środki projektu",
}.items()}  # fmt: skip


@given(
    crowd=st.lists(st.tuples(people, achieved), min_size=1, max_size=4),
    terms=agreements,
    measure=st.sampled_from(["employment", "social", "joint"]),
    group=st.sampled_from(["all", "disabled", "others"]),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_parts_share_the_people_out_and_nobody_is_in_two(crowd, terms, measure, group):
    project = ProjectFactory()
    for facts, what in crowd:
        participation = person(project, "vocational", "social", **facts)
        for one in what:
            OutcomeFactory(participation=participation, **FACTS[one] | {"obtained_on": facts["left_on"] or LEFT})
    threshold = threshold_of(project, measure, group, **terms)
    found = measured(project)
    assert found.numerator <= found.denominator
    parts = [
        set(project.participations.filter(definition_of(threshold, part).condition(LATER)).values_list("pk", flat=True))
        for part in (Part.DENOMINATOR, Part.PENDING, Part.EXCLUDED)
    ]
    assert [len(part) for part in parts] == [found.denominator, found.pending, found.excluded]
    assert len(set.union(*parts)) == sum(map(len, parts)) <= len(crowd)
