"""Co, jeśli? – what is supposed gives the figures that doing it would give, and nothing is saved."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.crowds import standing_for
from indicators.reports import ProgressReport
from indicators.shortage import shortages
from indicators.stakes import successes_needed
from indicators.supposed import ANY_JOB, FULL_JOB, Supposition, outcomes_of
from indicators.supposing_page import suppose
from indicators.whatif import Choices
from participants.actions import close_participation, record_outcome
from participants.models import Participation
from participants.vocabulary import OutcomeKind

from ..factories import (
    EffectivenessThresholdFactory,
    EnrolmentFactory,
    OutcomeFactory,
    ParticipationFactory,
    PremiseFactory,
    ProjectIndicatorFactory,
    UserFactory,
    make_pesel,
)
from .random_people import START, nothing_kept, people, project_with_support, recorded

pytestmark = pytest.mark.django_db
ON = date(2024, 9, 30)

suppositions = st.builds(
    Supposition,
    exit=st.sampled_from(["", "completed", "took_job", "dropped_out"]),
    job=st.sampled_from(["", ANY_JOB, FULL_JOB]),
    is_qualified=st.booleans(),
    has_progressed=st.booleans(),
    left_on=st.none() | st.dates(date(2024, 1, 1), date(2025, 7, 31)),
    job_on=st.none() | st.dates(date(2024, 1, 1), date(2025, 10, 31)),
    more=st.integers(0, 2),
)


def with_targets(project, groups):
    """Targets of every sort, and thresholds for both measures."""
    own = {"project": project}
    started = f"started:{groups['social'].form_of_support_id}"
    ProjectIndicatorFactory(**own, definition="people", total=8)
    ProjectIndicatorFactory(**own, definition="qualified_or_competent", kind="result", total=4)
    ProjectIndicatorFactory(**own, definition="CR04", kind="result", total=None, percent="40.00")
    ProjectIndicatorFactory(
        **own, definition="", name="Kobiety po wsparciu społecznym", words=["complete", "woman", started], total=3
    )
    for measure in ("social", "employment"):
        for group in ("disabled", "others"):
            EffectivenessThresholdFactory(project=project, measure=measure, group=group)


def done(project, what_if, by):
    """Does what is supposed: closes participations, records outcomes, and enrols people with the same facts."""
    for pk, one in what_if.people.items():
        supposition = what_if.choices.of[pk]
        if one.was.entered_on is None or one.was.entered_on > what_if.on:
            continue
        if one.then.left_on and not one.was.left_on:
            facts = {"left_on": one.then.left_on, "exit_reason": one.then.exit_reason}
            close_participation(participation=one.was, by=by, **facts)
        day = what_if.on if one.was.left_on else one.then.left_on or what_if.on
        for outcome in outcomes_of(supposition, one.then, day):
            facts = {name: getattr(outcome, name) for name in ("kind", "obtained_on", "is_validated", "evidence")}
            facts |= {name: getattr(outcome, name) for name in ("contract_kind", "contract_months", "working_time")}
            record_outcome(participation=one.was, by=by, **facts)
    for number, (pk, supposition) in enumerate(what_if.choices.of.items()):
        for again in range(supposition.more if pk in what_if.people else 0):
            likened(Participation.objects.get(pk=pk), 1000 + 10 * number + again)


def likened(participation, number):
    """Records one more person with everything that is on record of this one."""
    children = [
        *participation.premises.order_by("pk"),
        *participation.enrolments.order_by("pk"),
        *participation.outcomes.order_by("pk"),
    ]
    person, row = participation.person, participation
    person.pk, person.pesel = None, make_pesel(person.birth_date, person.sex, number)
    person._state.adding = True
    person.save()
    row.pk, row.person, row.submission = None, person, uuid4()
    row._state.adding = True
    row.save()
    for child in children:
        child.pk, child.participation, child.submission = None, row, uuid4()
        child._state.adding = True
        child.save()


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(st.tuples(people, suppositions), min_size=2, max_size=6), st.integers(-60, 200))
def test_what_is_supposed_is_what_doing_it_would_give(cases, day):
    on = ON + timedelta(days=day)
    with nothing_kept():
        project, groups = project_with_support()
        with_targets(project, groups)
        rows = [recorded(project, groups, facts) for facts, _supposition in cases]
        choices = Choices({row.pk: one for row, (_facts, one) in zip(rows, cases, strict=True) if not one.is_empty})
        what_if, _people = suppose(project, on, choices)
        supposed = what_if.after
        done(project, what_if, UserFactory())
        really = ProgressReport.build(project, what_if.day)
        assert supposed.counted == really.counted
        assert [(row.value, row.target) for row in supposed.rows] == [(row.value, row.target) for row in really.rows]
        assert [item.figures for item in supposed.effectiveness] == [item.figures for item in really.effectiveness]


def small(**facts):
    """A project with its groups of support, and one woman of it."""
    project, groups = project_with_support()
    with_targets(project, groups)
    one = ParticipationFactory(project=project, entered_on=START, **facts)
    EnrolmentFactory(group=groups["vocational"], participation=one, started_on=START)
    return project, Participation.objects.get(pk=one.pk)


def supposing(project, one, on=ON, **supposed):
    return suppose(project, on, Choices({one.pk: Supposition(**supposed)}))[0]


def test_nothing_supposed_changes_nothing():
    project, _one = small()
    what_if, _people = suppose(project, ON, Choices())
    assert what_if.after.counted == what_if.before.counted
    assert not any(change.is_moved for change in [*what_if.all, *what_if.measures])


def test_who_finishes_with_a_job_counts_in_results_and_on_both_sides_of_effectiveness():
    project, one = small()
    what_if = supposing(project, one, exit="completed", job=FULL_JOB)
    measure = next(item.after for item in what_if.measures if item.after.key == "efektywnosc-employment-others")
    assert (measure.numerator, measure.denominator, measure.is_met) == (1, 1, True)
    assert what_if.effects_of(what_if.people[one.pk]) == [
        ("pracujące, przedtem bez pracy", 1),
        ("efektywność zatrudnieniowa, pozostałe osoby", 1),
    ]


def test_any_job_is_a_result_and_no_success_of_effectiveness():
    project, one = small()
    what_if = supposing(project, one, exit="completed", job=ANY_JOB)
    measure = next(item.after for item in what_if.measures if item.after.key == "efektywnosc-employment-others")
    assert (measure.numerator, measure.denominator, measure.pending) == (0, 0, 1)
    assert what_if.after.row("CR04").value.total == 1


def test_a_job_alone_ends_participation_because_of_it():
    project, one = small()
    then = supposing(project, one, job=FULL_JOB, job_on=date(2024, 8, 1)).people[one.pk].then
    assert (then.left_on, then.exit_reason, then.effective_job_on) == (date(2024, 8, 1), "took_job", date(2024, 8, 1))


def test_a_proof_without_leaving_says_that_it_would_not_count():
    project, one = small()
    what_if = supposing(project, one, is_qualified=True)
    assert what_if.people[one.pk].notes == ["Policzy się dopiero po zakończeniu udziału. Zaznacz też zakończenie."]
    assert what_if.after.counted == what_if.before.counted


LATE = [
    ({"job": FULL_JOB, "job_on": date(2024, 7, 28)}, []),
    (
        {"job": FULL_JOB, "job_on": date(2024, 7, 29)},
        ["Tylko do efektywności: praca – do wskaźników rezultatu termin minął 28.07.2024."],
    ),
    (
        {"job": FULL_JOB, "job_on": date(2024, 9, 29)},
        ["Po terminie: praca – do rezultatów do 28.07.2024, do efektywności do 28.09.2024."],
    ),
    ({"is_qualified": True}, ["Po terminie: kwalifikacje – do wskaźników rezultatu liczyły się dowody do 28.07.2024."]),
    ({"exit": "completed"}, []),
]


@pytest.mark.parametrize(("supposed", "notes"), LATE)
def test_what_would_come_too_late_says_so(supposed, notes):
    project, one = small(left_on=date(2024, 6, 30), exit_reason="completed")
    assert supposing(project, one, **supposed).people[one.pk].notes == notes


def test_the_figures_stand_on_the_day_when_everything_has_happened():
    project, one = small()
    assert supposing(project, one, exit="completed").day == ON
    assert supposing(project, one, exit="completed", left_on=date(2024, 12, 31)).day == date(2024, 12, 31)


def test_nobody_leaves_after_the_project_has_ended():
    project, one = small()
    then = supposing(project, one, exit="completed", on=date(2025, 8, 1)).people[one.pk].then
    assert then.left_on == project.ends_on


def test_a_draft_counts_nowhere_whatever_is_supposed():
    project, one = small(draft=True)
    what_if = supposing(project, one, exit="completed", job=FULL_JOB, is_qualified=True)
    assert what_if.people[one.pk].notes[0].startswith("Szkic")
    assert what_if.after.row("CR04").value.total == 0


def test_a_proof_recorded_before_leaving_counts_once_she_leaves():
    project, one = small()
    OutcomeFactory(participation=one, kind=OutcomeKind.COMPETENCE, obtained_on=date(2024, 5, 1))
    PremiseFactory(participation=one)
    assert supposing(project, one, exit="dropped_out").after.row("qualified_or_competent").value.total == 1


# --- the address


def choices_of(address):
    return Choices.read(QueryDict(address))


def test_what_is_supposed_lives_in_the_address_and_comes_back_from_it():
    one = Supposition("completed", FULL_JOB, True, True, date(2024, 8, 1), date(2024, 9, 1), 3)
    choices = Choices({12: one, 9: Supposition(job=ANY_JOB)}, "women", 20)
    address = choices.address(on="2024-09-30")
    assert choices_of(address) == choices
    assert address.startswith("on=2024-09-30&p12=completed&p12=full_job&p12=qualified&p12=progressed&l12=2024-08-01")


@pytest.mark.parametrize(
    "address",
    [
        "",
        "p12=&l12=&j12=&m12=",
        "p12=nonsense&m12=-3",
        "p=completed&pp=completed&p1x=completed",
        "p99999999999999999999=completed",
        "l12=2024-08-01",
        "m12=0&n=5",
        "n=½&m12=²",
    ],
)
def test_what_makes_no_sense_supposes_nothing(address):
    assert choices_of(address).is_empty


def test_a_day_that_is_no_day_is_remembered_for_its_row():
    choices = choices_of("p12=completed&l12=31.02.2024")
    assert (choices.of[12].left_on, choices.wrong) == (None, {12})


def test_too_many_people_are_cut_and_the_page_says_so():
    choices = choices_of("&".join(f"p{pk}=completed" for pk in range(1, 150)))
    assert (len(choices.of), choices.is_cut) == (100, True)


def test_somebody_of_another_project_is_not_supposed():
    project, _one = small()
    stranger = ParticipationFactory()
    what_if = supposing(project, stranger, exit="completed", more=5)
    assert what_if.people == {}
    assert what_if.after.counted == what_if.before.counted


# --- people like a group


@pytest.mark.parametrize(
    ("members", "number", "places"),
    [(0, 3, []), (3, 3, [1, 1, 1]), (4, 2, [0, 1, 0, 1]), (2, 5, [2, 3]), (3, 1, [0, 0, 1])],
)
def test_people_like_a_group_are_spread_evenly_over_it(project, members, number, places):
    group = [ParticipationFactory(project=project) for _one in range(members)]
    ParticipationFactory(project=project, draft=True)
    rows = standing_for(project.participations.all(), "all", number, ON)
    given = {pk: times for pk, _key, times, _due, _number in rows.order_by("pk")}
    assert [given.get(one.pk, 0) for one in group] == places


def test_people_like_a_group_bring_what_the_group_brought():
    project, _one = small()
    for _number in range(2):
        man = ParticipationFactory(
            project=project, entered_on=START, person__sex="M", left_on=date(2024, 8, 1), exit_reason="completed"
        )
        OutcomeFactory(participation=man, kind="employment", obtained_on=date(2024, 8, 2))
    what_if, _people = suppose(project, ON, Choices(crowd="men", crowd_number=3))
    assert [what_if.after.row(key).value for key in ("people", "CR04")] == [
        what_if.before.row(key).value.__class__(*figure) for key, figure in (("people", (1, 5, 6)), ("CR04", (0, 5, 5)))
    ]
    assert suppose(project, ON, Choices(crowd="nobody", crowd_number=3))[0].crowd == []


# --- the smallest number still needed

SMALLEST = [
    # per cent, reached, measured → smallest number
    ("22", 0, 0, 1),
    ("22", 1, 4, 0),
    ("25", 1, 4, 0),
    ("25", 0, 4, 2),  # 1 of 5 is 20%, 2 of 6 is 33%
    ("34", 33, 100, 2),  # 34 of 101 is 33.66%
    ("33.33", 0, 2, 1),  # 1 of 3 is 33.33…%
    ("33.34", 0, 2, 2),
    ("100", 3, 4, None),
    ("100", 4, 4, 0),
    ("0", 0, 4, 0),
]


@pytest.mark.parametrize(("percent", "reached", "measured", "expected"), SMALLEST)
def test_the_smallest_number_counts_everybody_in_the_denominator_too(percent, reached, measured, expected):
    needed = successes_needed(Decimal(percent), reached, measured)
    assert needed == expected
    if needed:
        assert (reached + needed) * 100 >= Decimal(percent) * (measured + needed)
        before = needed - 1
        assert not measured + before or (reached + before) * 100 < Decimal(percent) * (measured + before)


def test_every_shortage_is_a_sentence():
    project, _one = small()
    sentences = {one.key: one.sentence.replace("\xa0", " ") for one in shortages(ProgressReport.build(project, ON))}
    assert sentences["people"] == "Brakuje 7 osób."
    assert (
        sentences["efektywnosc-social-others"] == "Nikogo jeszcze nie zmierzono; wystarczy 1 osoba, która ją osiągnie."
    )


MEASURED = [
    # left on, with a job → what the employment measure of the others asks for (25%)
    ([("2024-09-01", 0)], "Miara czeka jeszcze na 1 osobę; musi ją z nich osiągnąć co najmniej 1."),
    ([("2024-05-01", 0)], "Brakuje co najmniej 1 osoby, która wejdzie do miary i ją osiągnie (będzie 1 z 2)."),
    ([("2024-05-01", 0)] * 4 + [("2024-09-01", 0)], "Nawet gdyby"),
    ([("2024-05-01", 1)], None),
]


@pytest.mark.parametrize(("left", "expected"), MEASURED)
def test_what_a_measure_lacks(left, expected):
    project, groups = project_with_support()
    EffectivenessThresholdFactory(project=project, measure="employment", group="others", percent=25)
    for day, has_job in left:
        one = ParticipationFactory(
            project=project, entered_on=START, left_on=date.fromisoformat(day), exit_reason="completed"
        )
        EnrolmentFactory(group=groups["vocational"], participation=one, started_on=START)
        if has_job:
            OutcomeFactory(
                participation=one, kind="employment", contract_kind="employment", contract_months=3, working_time=1
            )
    found = [one.sentence.replace("\xa0", " ") for one in shortages(ProgressReport.build(project, ON))]
    assert found[0].startswith(expected) if expected else not found
