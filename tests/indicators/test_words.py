"""The words that a coordinator may combine: each is true of somebody and false of somebody, in the database and on the form."""

from datetime import date

import pytest
from django.db import IntegrityError

from indicators import words
from indicators.definitions import Stage, at
from participants.vocabulary import PremiseKind

from ..factories import (
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    ParticipationFactory,
    PremiseFactory,
)

pytestmark = pytest.mark.django_db
ON = date(2024, 12, 31)

# word | facts of whom it is true | facts of whom it is false
TABLE = [
    ("registered", {}, {"labour_status": "unemployed_unregistered"}),
    ("unregistered", {"labour_status": "unemployed_unregistered"}, {}),
    ("long_term_unemployed", {}, {"labour_detail": "unemployed_other"}),
    ("short_term_unemployed", {"labour_detail": "unemployed_other"}, {"labour_status": "inactive", "labour_detail": "inactive_other"}),
    ("learning", {"labour_status": "inactive", "labour_detail": "in_education"}, {}),
    ("inactive_otherwise", {"labour_status": "inactive", "labour_detail": "inactive_other"}, {"labour_status": "inactive", "labour_detail": "not_in_education"}),
    ("employed_self_employed", {"labour_status": "employed", "labour_detail": "self_employed"}, {"labour_status": "employed", "labour_detail": "ngo"}),
    ("occupation_farmer", {"labour_status": "employed", "labour_detail": "sme", "occupation": "farmer"}, {}),
    ("delegated", {"participant_kind": "employee"}, {}),
    ("individual", {}, {"participant_kind": "employee"}),
    ("education_isced_0", {"education": "isced_0"}, {}),
    ("in_school", {"education_ends_on": date(2025, 6, 30)}, {}),
    ("urban", {"degurba": 1}, {"degurba": 2}),
    ("intermediate", {"degurba": 2}, {"degurba": 3}),
    ("rural", {"degurba": 3}, {"degurba": 1}),
    ("without_disability", {"disability": "no"}, {"disability": "refused"}),
    ("degree_severe", {"disability": "yes", "disability_degree": "severe"}, {"disability": "yes", "disability_degree": "light"}),
    ("disability_mental", {"disability": "yes", "disability_kind": "mental"}, {"disability": "yes"}),
    ("severely_disabled", {"disability": "yes", "disability_kind": "intellectual"}, {"disability": "yes", "disability_kind": "mental", "disability_degree": "moderate"}),
    ("severely_disabled", {"disability": "yes", "disability_degree": "severe"}, {"disability": "yes"}),
    ("household_children", {"jobless_household": "yes", "household_children": "yes"}, {"jobless_household": "yes", "household_children": "no"}),
    ("single_adult_household", {"single_adult_household": "yes"}, {"single_adult_household": "no"}),
    ("citizen_eu", {"person__citizenship": "eu"}, {"person__citizenship": "polish"}),
    ("citizen_third", {"person__citizenship": "third"}, {"person__citizenship": "eu"}),
    ("surroundings", {"is_surroundings": True}, {}),
]  # fmt: skip


def holds(name, participation):
    condition = at(words.spell(name).condition, ON)
    return participation.project.participations.filter(condition, pk=participation.pk).exists()


@pytest.mark.parametrize(
    ("name", "true_of", "false_of"), TABLE, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_word_tells_people_apart(name, true_of, false_of):
    assert holds(name, ParticipationFactory(**true_of))
    assert not holds(name, ParticipationFactory(**false_of))


@pytest.mark.parametrize("name", words.PLAIN)
def test_every_word_asks_the_database_and_shows_its_fact(name, project):
    person = ParticipationFactory(project=project, entered_on=date(2024, 2, 5))
    word = words.PLAIN[name]
    assert holds(name, person) in (True, False)
    assert str(word.phrase)
    assert str(word.column)
    assert isinstance(str(word.fact(person)), str)


def test_a_premise_is_a_word_once_it_has_its_document(project):
    person = ParticipationFactory(project=project)
    premise = PremiseFactory(participation=person, kind=PremiseKind.CARER, document="")
    assert not holds("premise_carer", person)
    premise.document = "oświadczenie z 05.02.2024"
    premise.save()
    assert holds("premise_carer", person)
    assert not holds("premise_prison", person)
    premise.delete()
    assert not holds("premise_carer", person)


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        ("social_services", {"kind": "social_services", "detail": "care"}),
        ("digital_competence", {"theme": "digital"}),
        ("carer_support", {"theme": "carers"}),
    ],
)
def test_support_of_a_kind_or_theme_is_a_word_from_its_first_day(project, name, facts):
    person = ParticipationFactory(project=project)
    enrolment = enrolled(person, **({"kind": "training", "detail": ""} | facts))
    assert holds(name, person)
    enrolment.started_on = date(2025, 1, 1)
    enrolment.save()
    assert not holds(name, person)
    enrolment.delete()
    assert not holds(name, person)


def test_a_theme_given_later_reaches_the_people(project):
    person = ParticipationFactory(project=project)
    form = enrolled(person, kind="training", detail="").group.form_of_support
    assert not holds("digital_competence", person)
    form.theme = "digital"
    form.save()
    assert holds("digital_competence", person)


def test_institutional_care_is_left_when_its_support_is_finished(project):
    person = ParticipationFactory(project=project)
    enrolment = enrolled(person, kind="other", detail="", theme="leaving_care")
    assert not holds("left_care", person)
    enrolment.ended_on, enrolment.is_finished = date(2024, 5, 1), True
    enrolment.save()
    assert holds("left_care", person)


def enrolled(person, **facts):
    form = FormOfSupportFactory(project=person.project, **facts)
    return EnrolmentFactory(
        group=GroupFactory(form_of_support=form), participation=person, started_on=date(2024, 3, 1), is_finished=False
    )


def test_an_unknown_theme_is_refused(project):
    with pytest.raises(IntegrityError, match="form_of_support_theme_known"):
        FormOfSupportFactory(project=project, theme="smoki")


def test_words_of_status_have_a_heading_each():
    columns = {str(word.column) for word in words.PLAIN.values() if word.stage == Stage.STATUS}
    assert {
        "Status przy wejściu",
        "Status: w tym",
        "Obszar",
        "Niepełnosprawność",
        "Gospodarstwo",
        "Przesłanka",
        "Wykształcenie",
        "Obywatelstwo",
    } <= columns
