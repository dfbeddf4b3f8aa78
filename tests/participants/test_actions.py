"""Acts on several rows: enrolling, correcting, leaving, coming back; each whole or not at all, each written down."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction

from accounts.models import AccessLog
from participants import actions
from participants.models import Participation, Person, Premise

from ..factories import OutcomeFactory, ParticipationFactory, PersonFactory, UserFactory, make_pesel
from .paper import BORN, PESEL

WHO = {
    "last_name": "Łukasik",
    "first_name": "Żaneta",
    "identifier_kind": "pesel",
    "pesel": PESEL,
    "other_identifier": "",
    "sex": "K",
    "birth_date": BORN,
    "phone": "600 100 200",
    "email": "",
}
FACTS = {"entered_on": date(2024, 2, 5), "place": "Sosnowiec", "postcode": "41-200", "citizenship": "eu"}

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return UserFactory()


def enrol(project, by, **changes):
    given = {"person": WHO, "facts": FACTS, "premises": {"poverty": "zaświadczenie"}, **changes}
    return actions.enrol(project=project, by=by, **given)


def correct(participation, by, person=None, facts=None, premises=None):
    return actions.correct_entry(
        participation=participation,
        by=by,
        person=person or {name: getattr(participation.person, name) for name in WHO},
        facts=facts or {},
        premises=premises or {},
    )


def test_enrolling_makes_the_person_with_the_address_of_the_day_of_entry(project, by):
    participation = enrol(project, by)
    person = participation.person
    assert (person.place, person.postcode, person.citizenship) == ("Sosnowiec", "41-200", "eu")
    assert participation.citizenship == "eu"
    assert participation.has_premise


def test_a_person_of_a_demo_project_is_demo(project, by):
    project.is_demo = True
    assert enrol(project, by).person.is_demo


def test_enrolling_a_known_person_erases_nothing_on_record(project, by):
    person = PersonFactory(pesel=PESEL, last_name="Łukasik", phone="32 1", email="stary@example.org")
    participation = enrol(project, by, person={**WHO, "phone": "", "email": ""})
    person.refresh_from_db()
    assert participation.person == person
    assert (person.phone, person.email) == ("32 1", "stary@example.org")


def test_a_refused_enrolment_leaves_no_person_behind(project, by):
    with pytest.raises(IntegrityError), transaction.atomic():
        enrol(project, by, facts={**FACTS, "entered_on": date(2020, 1, 1)})
    assert not Person.objects.exists()
    assert not Premise.objects.exists()


def test_the_present_address_changes_without_touching_the_day_of_entry(project, by):
    participation = enrol(project, by)
    actions.set_contact(
        participation=participation, by=by, contact={"phone": "1234567", "place": "Będzin", "postcode": "42-500"}
    )
    participation = Participation.objects.select_related("person").get()
    assert (participation.person.place, participation.place) == ("Będzin", "Sosnowiec")


def test_a_correction_of_the_address_follows_to_the_present_one_until_they_differ(project, by):
    participation = enrol(project, by)
    correct(participation, by, facts={"place": "Dąbrowa"})
    assert Person.objects.get().place == "Dąbrowa"
    actions.set_contact(participation=participation, by=by, contact={"place": "Będzin"})
    correct(participation, by, facts={"place": "Czeladź"})
    assert Person.objects.get().place == "Będzin"
    assert Participation.objects.get().place == "Czeladź"


FROZEN = [
    "entered_on",
    "education",
    "labour_status",
    "labour_detail",
    "disability",
    "age_at_entry",
    "citizenship",
    "place",
]


def test_facts_at_entry_stay_whatever_happens_later(by):
    participation = ParticipationFactory()
    before = [getattr(participation, name) for name in FROZEN]
    actions.close_participation(
        participation=participation, by=by, left_on=date(2024, 8, 1), exit_reason="took_job", situations=["job"]
    )
    OutcomeFactory(participation=participation, kind="employment")
    actions.set_contact(participation=participation, by=by, contact={"place": "Będzin"})
    Person.objects.filter(pk=participation.person_id).update(citizenship="third")
    actions.reopen(participation=participation, by=by)
    participation.refresh_from_db()
    assert [getattr(participation, name) for name in FROZEN] == before


def test_somebody_whose_pesel_turns_out_to_be_on_record_becomes_that_person(by):
    known = PersonFactory(pesel=PESEL, last_name="Łukasik", first_name="Żaneta")
    nameless = PersonFactory(pesel="", last_name="Łukasik")
    participation = ParticipationFactory(person=nameless)
    row = correct(participation, by, person=WHO)
    assert row.person == known
    assert not Person.objects.filter(pk=nameless.pk).exists()


def test_a_person_who_is_elsewhere_too_stays_when_one_participation_moves_away(by):
    known = PersonFactory(pesel=PESEL)
    mistaken = PersonFactory()
    staying = ParticipationFactory(person=mistaken)
    correct(ParticipationFactory(person=mistaken), by, person=WHO)
    staying.refresh_from_db()
    assert staying.person == mistaken
    assert known.participations.count() == 1


def test_coming_back_withdraws_the_leaving_and_keeps_the_start_and_the_outcomes(by):
    participation = ParticipationFactory(left=True, situations=["job"], exit_note="praca", reported_on=date(2024, 9, 1))
    OutcomeFactory(participation=participation, kind="competence")
    entered = participation.entered_on
    row = actions.reopen(participation=participation, by=by)
    assert (row.left_on, row.exit_reason, row.exit_note, row.situations) == (None, "", "", [])
    assert (row.entered_on, row.reported_on, row.competent_on) == (entered, None, None)
    assert row.outcomes.count() == 1


def test_the_withdrawn_day_is_kept_in_the_log(by):
    participation = ParticipationFactory(left=True)
    day = participation.left_on
    actions.reopen(participation=participation, by=by)
    assert f"{day:%d.%m.%Y}" in AccessLog.objects.get(user=by).subject


def test_coming_back_without_having_left_changes_nothing(by):
    participation = ParticipationFactory()
    actions.reopen(participation=participation, by=by)
    assert not AccessLog.objects.exists()


def test_only_the_complete_of_the_project_are_marked_as_passed_on(project, by):
    ready = ParticipationFactory(project=project)
    draft = ParticipationFactory(project=project, draft=True)
    stranger = ParticipationFactory()
    old = ParticipationFactory(project=project, reported_on=date(2024, 3, 1))
    rows = Participation.objects.all()
    marked = actions.mark_reported(project=project, by=by, participations=rows, on=date(2024, 6, 1))
    found = dict(Participation.objects.values_list("pk", "reported_on"))
    assert marked == 1
    assert found == {ready.pk: date(2024, 6, 1), draft.pk: None, stranger.pk: None, old.pk: date(2024, 3, 1)}


def test_every_act_says_who_did_it_and_to_whom_without_a_name(project, by):
    participation = enrol(project, by)
    correct(participation, by)
    actions.close_participation(participation=participation, by=by, left_on=date(2024, 8, 1), exit_reason="completed")
    facts = {"kind": "competence", "obtained_on": date(2024, 8, 1), "evidence": "nr 1"}
    outcome = actions.record_outcome(participation=participation, by=by, **facts)
    actions.withdraw_outcome(outcome=outcome, by=by)
    actions.reopen(participation=participation, by=by)
    log = list(
        AccessLog.objects.filter(user=by, act="edit", project_slug=project.slug).values_list("subject", flat=True)
    )
    assert len(log) == 6
    assert all(subject.startswith(participation.reference) and "Łukasik" not in subject for subject in log)


def test_another_pesel_for_a_typing_error_is_a_correction_of_the_person(by):
    participation = ParticipationFactory()
    born = date(1970, 1, 1)
    changed = {**WHO, "pesel": make_pesel(born, "M", 3), "sex": "M", "birth_date": born}
    row = correct(participation, by, person=changed)
    assert (row.person_id, row.sex, row.birth_date) == (participation.person_id, "M", born)
