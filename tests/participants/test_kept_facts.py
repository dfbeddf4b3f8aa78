"""The flat facts that triggers keep: they follow the person, the premises and the outcomes, whoever writes."""

from datetime import date, timedelta

import pytest
from django.db import connection
from hypothesis import example, given
from hypothesis import strategies as st
from stdnum.pl import pesel as pesel_number

from participants.models import Outcome, Participation, Person, Premise
from participants.requirements import missing

from ..factories import OutcomeFactory, ParticipationFactory, PremiseFactory, make_pesel

LEFT = date(2024, 9, 30)
LAST_DAY, TOO_LATE = LEFT + timedelta(days=28), LEFT + timedelta(days=29)
QUALIFICATION = {"kind": "qualification", "is_validated": True}
JOB = {"kind": "employment", "contract_kind": "employment", "contract_months": 3, "working_time": "0.5"}
CIVIL = {"kind": "employment", "contract_kind": "civil", "contract_months": 3}

pytestmark = pytest.mark.django_db


def left(**facts):
    return ParticipationFactory(left_on=LEFT, exit_reason="completed", **facts)


def again(participation):
    return Participation.objects.get(pk=participation.pk)


# facts of the outcome, the column, whether the column is set
OUTCOMES = [
    (QUALIFICATION, "qualified_on", True),
    ({"kind": "qualification"}, "qualified_on", False),
    ({**QUALIFICATION, "evidence": ""}, "qualified_on", False),
    ({**QUALIFICATION, "obtained_on": LAST_DAY}, "qualified_on", True),
    ({**QUALIFICATION, "obtained_on": TOO_LATE}, "qualified_on", False),
    ({**QUALIFICATION, "obtained_on": date(2024, 1, 10)}, "qualified_on", False),
    ({"kind": "competence"}, "competent_on", True),
    ({"kind": "job_search"}, "seeking_on", True),
    ({"kind": "education"}, "studying_on", True),
    ({"kind": "social_progress"}, "progressed_on", True),
    ({"kind": "social_progress"}, "volunteering_on", False),
    ({"kind": "social_progress", "progress_sign": "volunteering"}, "volunteering_on", True),
    (JOB, "employed_on", True),
    ({**JOB, "obtained_on": TOO_LATE}, "employed_on", False),
    (JOB, "effective_job_on", True),
    ({**JOB, "obtained_on": LEFT + timedelta(days=90)}, "effective_job_on", True),
    ({**JOB, "obtained_on": LEFT + timedelta(days=91)}, "effective_job_on", False),
    ({**JOB, "contract_months": "2.9"}, "effective_job_on", False),
    ({**JOB, "working_time": "0.49"}, "effective_job_on", False),
    ({**JOB, "is_subsidised": True}, "effective_job_on", False),
    ({**JOB, "is_subsidised": True, "months_after_subsidy": 3}, "effective_job_on", True),
    ({**CIVIL, "contract_value": 3 * 4300}, "effective_job_on", True),
    ({**CIVIL, "contract_value": 3 * 4300 - 1}, "effective_job_on", False),
    ({**JOB, "contract_kind": "business", "working_time": None}, "business_on", True),
    ({**JOB, "contract_kind": "business", "working_time": None}, "effective_job_on", True),
    ({**JOB, "contract_kind": "business", "is_project_funded": True}, "effective_job_on", False),
    ({"kind": "social_progress", "obtained_on": LEFT + timedelta(days=90)}, "effective_progress_on", True),
    ({"kind": "social_progress", "obtained_on": LEFT + timedelta(days=91)}, "effective_progress_on", False),
]


@pytest.mark.parametrize(("facts", "column", "is_set"), OUTCOMES, ids=lambda value: str(value))
def test_an_outcome_sets_its_fact_when_it_counts(facts, column, is_set):
    participation = left()
    outcome = OutcomeFactory(participation=participation, **facts)
    expected = max(outcome.obtained_on, LEFT) if is_set else None
    assert getattr(again(participation), column) == expected


def test_a_fact_goes_when_its_outcome_goes_or_its_proof_is_taken_away():
    participation = left()
    first, second = (OutcomeFactory(participation=participation, **QUALIFICATION) for _ in range(2))
    first.delete()
    assert again(participation).qualified_on
    Outcome.objects.filter(pk=second.pk).update(evidence="")
    assert again(participation).qualified_on is None


def test_nothing_counts_before_leaving_and_all_counts_after():
    participation = ParticipationFactory()
    OutcomeFactory(participation=participation, obtained_on=date(2024, 6, 1), **QUALIFICATION)
    assert again(participation).qualified_on is None
    Participation.objects.filter(pk=participation.pk).update(left_on=LEFT, exit_reason="completed")
    assert again(participation).qualified_on == LEFT


def test_a_premise_counts_once_its_document_is_named():
    participation = ParticipationFactory()
    premise = PremiseFactory(participation=participation, document="")
    assert not again(participation).has_premise
    Premise.objects.filter(pk=premise.pk).update(document="zaświadczenie")
    assert again(participation).has_premise
    premise.delete()
    assert not again(participation).has_premise


@pytest.mark.parametrize(
    ("change", "gap"),
    [
        ({"last_name": ""}, "last_name"),
        ({"pesel": ""}, "pesel"),
        ({"phone": "", "email": ""}, "phone"),
        ({"pesel": "", "sex": ""}, "sex"),
        ({"pesel": "", "birth_date": None}, "birth_date"),
    ],
    ids=lambda value: str(value),
)
def test_what_the_person_loses_the_participation_misses(change, gap):
    participation = ParticipationFactory()
    assert participation.is_complete
    Person.objects.filter(pk=participation.person_id).update(**change)
    row = again(participation)
    assert not row.is_complete
    assert gap in [requirement.field for requirement in missing(row)]


def test_either_telephone_or_address_is_enough_for_sl2014_and_both_are_asked_by_sm_efs():
    old, new = ParticipationFactory(person__phone=""), ParticipationFactory(smefs=True, person__phone="")
    assert old.is_complete
    assert not new.is_complete


def test_a_corrected_pesel_corrects_sex_and_age_everywhere():
    participation = ParticipationFactory()
    born = date(1950, 1, 2)
    Person.objects.filter(pk=participation.person_id).update(pesel=make_pesel(born, "M", 7), sex="M", birth_date=born)
    row = again(participation)
    assert (row.sex, row.birth_date, row.age_at_entry) == ("M", born, 74)


def test_citizenship_of_the_day_of_entry_stays_when_the_person_changes_it():
    participation = ParticipationFactory(person__citizenship="third")
    Person.objects.filter(pk=participation.person_id).update(citizenship="polish")
    assert again(participation).citizenship == "third"


@pytest.mark.parametrize(
    ("born", "entered", "age"),
    [
        (date(2000, 2, 29), date(2025, 2, 28), 24),
        (date(2000, 2, 29), date(2025, 3, 1), 25),
        (date(1999, 6, 15), date(2024, 6, 14), 24),
        (date(1999, 6, 15), date(2024, 6, 15), 25),
    ],
)
def test_age_is_in_completed_years_on_the_day_of_entry(born, entered, age):
    assert ParticipationFactory(person__birth_date=born, entered_on=entered).age_at_entry == age


def asked(function, *arguments):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {function}({', '.join(['%s'] * len(arguments))})", arguments)
        return cursor.fetchone()[0]


def birth_date_by_stdnum(number):
    try:
        return pesel_number.get_birth_date(number)
    except pesel_number.InvalidComponent:
        return None


@given(st.text("0123456789", min_size=11, max_size=11))
@example("44051401458")
@example("44051401359")
@example("00000000000")
@example("02381307589")
def test_the_database_reads_a_pesel_as_the_library_does(number):
    assert asked("pesel_is_valid", number) == pesel_number.is_valid(number)
    assert asked("pesel_birth_date", number) == birth_date_by_stdnum(number)


@given(st.dates(date(1880, 1, 1), date(2099, 12, 31)), st.sampled_from("KM"), st.integers(0, 4999))
def test_a_pesel_made_for_a_day_and_a_sex_agrees_with_them_alone(born, sex, n):
    number = make_pesel(born, sex, n)
    assert asked("pesel_is_valid", number)
    assert asked("pesel_agrees", number, sex, born)
    assert not asked("pesel_agrees", number, "KM".replace(sex, ""), born)
    assert not asked("pesel_agrees", number, sex, born + timedelta(days=1))


@pytest.mark.parametrize("wrong", ["", "4405140145", "440514014580", "4405140145a", "44051401459", "44133101458"])
def test_the_database_refuses_what_is_no_pesel(wrong):
    assert not asked("pesel_is_valid", wrong)
