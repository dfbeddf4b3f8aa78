"""The factories keep their word: valid without arguments, complete for every official form, PESELs that agree."""

from datetime import date

import factory
import pytest
from stdnum.pl import pesel as pesel_number

from participants.models import Person
from projects.models import ProgrammingPeriod

from . import factories
from .factories import (
    AttendanceFactory,
    EnrolmentFactory,
    OutcomeFactory,
    ParticipationFactory,
    PersonFactory,
    PremiseFactory,
    ProjectFactory,
    make_pesel,
)

pytestmark = pytest.mark.django_db

EVERY_FACTORY = [
    made
    for made in vars(factories).values()
    if isinstance(made, type) and issubclass(made, factory.Factory) and not made._meta.abstract
]


@pytest.mark.parametrize("make", EVERY_FACTORY, ids=lambda make: make.__name__)
def test_a_factory_makes_a_valid_object_with_no_arguments_twice(make):
    for _ in range(2):
        make().full_clean()


@pytest.mark.parametrize("period", ProgrammingPeriod)
def test_a_participation_is_complete_for_the_form_of_its_project(period):
    participation = ParticipationFactory(project=ProjectFactory(period=period))
    participation.full_clean()
    assert participation.is_complete, [requirement.name for requirement in participation.missing()]


@pytest.mark.parametrize("period", ProgrammingPeriod)
def test_a_draft_lacks_something(period):
    participation = ParticipationFactory(project=ProjectFactory(period=period), draft=True)
    assert not participation.is_complete
    assert participation.missing()


@pytest.mark.parametrize("trait", ["smefs", "basic", "surroundings", "left"])
def test_every_trait_is_valid(trait):
    participation = ParticipationFactory(**{trait: True})
    participation.full_clean()
    assert participation.is_complete


@pytest.mark.parametrize("status", ["inactive", "employed", "unemployed_unregistered"])
def test_every_status_brings_what_it_requires(status):
    participation = ParticipationFactory(labour_status=status)
    participation.full_clean()
    assert participation.is_complete


@pytest.mark.parametrize("sex", ["K", "M"])
@pytest.mark.parametrize("born", [date(1899, 12, 31), date(1950, 1, 1), date(2000, 2, 29), date(2012, 10, 10)])
def test_a_made_pesel_says_its_day_and_sex(born, sex):
    numbers = {make_pesel(born, sex, n) for n in range(5000)}
    assert len(numbers) == 5000
    for number in list(numbers)[:20]:
        person = Person(pesel=number)
        person.take_from_pesel()
        assert pesel_number.is_valid(number)
        assert (person.birth_date, person.sex) == (born, sex)


def test_sex_and_birth_date_follow_a_pesel_that_is_given():
    person = PersonFactory(pesel=make_pesel(date(2001, 3, 4), "M"))
    assert (person.sex, person.birth_date) == ("M", date(2001, 3, 4))


def test_children_show_on_the_participation_in_hand():
    participation = ParticipationFactory(left=True)
    PremiseFactory(participation=participation)
    OutcomeFactory(participation=participation)
    enrolment = EnrolmentFactory(participation=participation, finished=True)
    form = enrolment.group.form_of_support
    assert participation.has_premise
    assert participation.competent_on == participation.left_on
    assert participation.supports_finished == {form.key: enrolment.ended_on.isoformat()}
    assert form.project == participation.project


def test_attendance_of_an_enrolment_is_in_a_session_of_its_group():
    enrolment = EnrolmentFactory()
    assert AttendanceFactory(enrolment=enrolment).session.group == enrolment.group
