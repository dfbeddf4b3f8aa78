"""Coming back to a project, and being in two: one way, one person, earlier data never overwritten."""

from datetime import date

import pytest

from accounts.models import AccessLog
from participants import actions
from participants.models import Participation, Person, WithdrawnExit
from participants.vocabulary import ExitReason

from ..factories import OutcomeFactory, ParticipationFactory, PersonFactory, ProjectFactory, TeamMemberFactory
from .paper import PESEL, address, paper

pytestmark = pytest.mark.django_db
EXIT = {
    "left_on": date(2024, 5, 31),
    "exit_reason": ExitReason.MOVED,
    "exit_note": "wyjazd do córki",
    "situations": ["seeking"],
    "by_path": False,
    "by_path_note": "nie ukończyła stażu",
    "business_started_on": date(2024, 4, 1),
    "reported_on": date(2024, 6, 10),
}


@pytest.fixture
def worker(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def malgorzata():
    return PersonFactory(pesel=PESEL, last_name="Źdźbłowska", first_name="Małgorzata", phone="600 999 999")


@pytest.fixture
def left(project, malgorzata):
    row = ParticipationFactory(project=project, person=malgorzata, entered_on=date(2024, 2, 5), **EXIT)
    OutcomeFactory(participation=row, kind="job_search")
    return row


def shown(response):
    return response.content.decode()


# --- coming back


def test_the_withdrawn_exit_keeps_everything_that_was_said_on_leaving(left, social_worker):
    row = actions.reopen(participation=left, by=social_worker)
    withdrawn = WithdrawnExit.objects.get()
    assert {name: getattr(withdrawn, name) for name in EXIT} == EXIT
    assert (withdrawn.participation, withdrawn.withdrawn_by) == (row, social_worker)
    empty = {name: getattr(row, name) for name in EXIT}
    assert not any(empty.values())
    assert (row.entered_on, row.outcomes.count()) == (date(2024, 2, 5), 1)


def test_she_who_came_back_goes_on_by_one_button_of_the_form(worker, project, left):
    response = worker.post(address("add", project), {"pesel": PESEL, "continue": "1"}, follow=True)
    assert response.redirect_chain == [(left.get_absolute_url(), 302)]
    assert "Udział trwa dalej od 05.02.2024." in shown(response)
    assert "Wcześniejsze zakończenia" in shown(response)
    assert "wyjazd do córki" in shown(response)
    assert Participation.objects.get().left_on is None


def test_a_newer_telephone_typed_before_is_not_lost_and_facts_at_entry_stay(worker, project, left):
    before = left.residence()
    data = paper(phone="600 111 222", education="isced_5_8", street="Nowa", entered_on="01.09.2024") | {"continue": "1"}
    response = worker.post(address("add", project), data, follow=True)
    left.refresh_from_db()
    assert "Zapisano też nowszy kontakt." in shown(response)
    assert (left.person.phone, left.person.street) == ("600 111 222", "Nowa")
    assert (left.entered_on, left.residence(), left.education) == (date(2024, 2, 5), before, "isced_3")


def test_the_button_pressed_twice_withdraws_one_exit(worker, project, left):
    for _time in range(2):
        worker.post(address("add", project), {"pesel": PESEL, "continue": "1"})
    assert WithdrawnExit.objects.count() == 1


def test_the_button_without_anybody_to_come_back_is_an_ordinary_form(worker, project, malgorzata):
    ParticipationFactory(person=malgorzata, left=True)
    response = worker.post(address("add", project), paper(last_name=None, first_name=None) | {"continue": "1"})
    assert response.status_code == 200
    assert not WithdrawnExit.objects.exists()


def test_on_leaving_again_the_form_says_that_she_counts_once(worker, project, left, social_worker):
    actions.reopen(participation=left, by=social_worker)
    page = shown(worker.get(address("leave", project, left.pk)))
    assert "Ta osoba już raz zakończyła udział i wróciła" in page
    assert "Zakończenie 31.05.2024" in page
    assert "Liczy się raz" in page


def test_whoever_never_left_has_no_history(worker, project):
    row = ParticipationFactory(project=project)
    assert "Wcześniejsze zakończenia" not in shown(worker.get(row.get_absolute_url()))
    assert "już raz zakończyła" not in shown(worker.get(address("leave", project, row.pk)))


# --- in two projects at a time


@pytest.fixture
def elsewhere(social_worker, malgorzata):
    other = ParticipationFactory(person=malgorzata, project=ProjectFactory(title="Nowy start"), education="isced_1")
    TeamMemberFactory(project=other.project, user=social_worker, role="social_worker")
    return other


def said(worker, project, **typed):
    return shown(worker.post(address("pesel", project), {"pesel": PESEL, "entered_on": "14.03.2024", **typed}))


def test_a_participation_at_the_same_time_asks_about_double_financing(worker, project, elsewhere):
    page = said(worker, project)
    assert "czy to nie podwójne finansowanie?" in page
    assert "Nowy start" in page


def test_somebody_who_comes_back_while_another_project_helps_her_is_asked_about_too(worker, project, left, elsewhere):
    page = said(worker, project, entered_on="")
    assert "Kontynuuj ten sam udział" in page
    assert "czy to nie podwójne finansowanie?" in page


def test_a_participation_that_was_over_before_is_no_double_financing(worker, project, elsewhere):
    Participation.objects.update(left_on=date(2024, 3, 13), exit_reason="completed")
    assert "podwójne finansowanie" not in said(worker, project)


def test_nothing_is_asked_about_a_project_that_one_may_not_see(worker, project, malgorzata):
    ParticipationFactory(person=malgorzata, project=ProjectFactory(title="Projekt tajny"))
    page = said(worker, project)
    assert "podwójne finansowanie" not in page
    assert "Projekt tajny" not in page


# --- names on record


def test_other_names_stand_side_by_side_and_are_not_saved_unasked(worker, project, elsewhere):
    response = worker.post(address("add", project), paper(last_name="Nowak"))
    page = shown(response)
    assert "jak zapisano: Źdźbłowska Małgorzata" in page
    assert "jak wpisano: Nowak Małgorzata" in page
    assert "Pod tym numerem PESEL zapisano inne nazwisko lub imię." in str(response.context["form"].errors["last_name"])
    assert not project.participations.exists()


def test_names_on_record_stay_unless_the_typed_ones_are_confirmed(worker, project, elsewhere, malgorzata):
    worker.post(address("add", project), paper(last_name="Nowak", names="record"))
    malgorzata.refresh_from_db()
    assert project.participations.get().person == malgorzata
    assert malgorzata.last_name == "Źdźbłowska"


def test_names_that_are_confirmed_change_and_other_projects_pass_them_on_again(worker, project, elsewhere, malgorzata):
    Participation.objects.filter(pk=elsewhere.pk).update(reported_on=date(2024, 6, 1))
    worker.post(address("add", project), paper(last_name="Nowak", names="typed"))
    malgorzata.refresh_from_db()
    elsewhere.refresh_from_db()
    assert (malgorzata.last_name, elsewhere.reported_on) == ("Nowak", None)
    log = AccessLog.objects.get(project_slug=elsewhere.project.slug, act="edit")
    assert log.subject == f"{elsewhere.reference} zmieniono dane osoby"


def test_the_choice_stays_chosen_while_one_types_on(worker, project, elsewhere):
    page = said(worker, project, last_name="Nowak", first_name="Małgorzata", names="typed")
    assert 'value="typed" id="names-typed" form="f" checked' in page


def test_joining_a_second_project_changes_nothing_of_what_the_first_recorded(worker, project, elsewhere):
    kept = {field.name: getattr(elsewhere, field.attname) for field in Participation._meta.concrete_fields}
    worker.post(address("add", project), paper(education="isced_5_8", street="Nowa", phone="600 111 111"))
    elsewhere.refresh_from_db()
    now = {field.name: getattr(elsewhere, field.attname) for field in Participation._meta.concrete_fields}
    assert now | {"updated_at": None} == kept | {"updated_at": None}
    assert Person.objects.get().phone == "600 111 111"


def test_a_correction_of_who_she_is_tells_her_other_projects(project, elsewhere, malgorzata, social_worker):
    row = ParticipationFactory(project=project, person=malgorzata)
    Participation.objects.filter(pk=elsewhere.pk).update(reported_on=date(2024, 6, 1))
    person = {name: getattr(malgorzata, name) for name in actions.IDENTITY} | {"first_name": "Maria"}
    actions.correct_entry(participation=row, by=social_worker, person=person, facts={})
    elsewhere.refresh_from_db()
    assert elsewhere.reported_on is None
    assert AccessLog.objects.filter(project_slug=elsewhere.project.slug, act="edit").exists()


def test_a_hidden_person_keeps_the_spelling_on_record(worker, project, malgorzata):
    ParticipationFactory(person=malgorzata, project=ProjectFactory(title="Projekt tajny"))
    worker.post(address("add", project), paper(last_name="ZDZBLOWSKA"))
    assert project.participations.get().person == malgorzata
    assert Person.objects.get().last_name == "Źdźbłowska"
