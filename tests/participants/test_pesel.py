"""What a PESEL says while it is typed, and a person who is on record already: here, elsewhere, or where one must not look."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.models import AccessLog
from participants.forms.person import checked_pesel
from participants.models import Participation, Person

from ..factories import ParticipationFactory, PersonFactory, ProjectFactory, TeamMemberFactory, make_pesel
from .paper import BORN, PESEL, address, paper

WRONG_DIGIT = PESEL[:10] + str((int(PESEL[10]) + 1) % 10)
SWAPPED = PESEL[:5] + PESEL[6] + PESEL[5] + PESEL[7:]
TOMORROW = timezone.localdate() + timedelta(days=1)


@pytest.fixture
def worker(client_of, social_worker):
    return client_of(social_worker)


def said(client, project, number, **more):
    return client.post(
        address("pesel", project), {"pesel": number, "entered_on": "14.02.2024", **more}
    ).content.decode()


def errors(response):
    return {name: " ".join(told) for name, told in response.context["form"].errors.items()}


def malgorzata():
    """The person of the paper form, on record already."""
    return PersonFactory(pesel=PESEL, last_name="Źdźbłowska", first_name="Małgorzata", phone="600 999 999")


# --- the number itself

NUMBERS = [
    (PESEL, PESEL),
    (f" {PESEL[:6]} {PESEL[6:]} ", PESEL),
    (f"{PESEL[:6]}-{PESEL[6:]}", PESEL),
    ("", ""),
    (WRONG_DIGIT, "Cyfra kontrolna się nie zgadza."),
    (SWAPPED, "Cyfra kontrolna się nie zgadza."),
    (PESEL[:10], "PESEL ma 11 cyfr, a tu jest ich 10."),
    (PESEL + "1", "PESEL ma 11 cyfr, a tu jest ich 12."),
    ("8703149284O", "PESEL ma 11 cyfr, a tu jest ich 10."),
    ("٨٧٠٣١٤٩٢٨٤٠", "PESEL ma 11 cyfr"),
    ("87023092840", "Numer nie zaczyna się od prawdziwej daty urodzenia."),
    ("87133192840", "Numer nie zaczyna się od prawdziwej daty urodzenia."),
    (make_pesel(TOMORROW, "K"), "data urodzenia w przyszłości"),
]


@pytest.mark.parametrize(("typed", "answer"), NUMBERS, ids=lambda value: value[:24])
def test_a_number_is_read_or_refused_with_a_sentence(typed, answer):
    if answer and not answer.isdecimal():
        with pytest.raises(ValidationError, match=answer):
            checked_pesel(typed)
    else:
        assert checked_pesel(typed) == answer


@pytest.mark.parametrize("born", [date(1899, 12, 31), date(1900, 1, 1), date(1999, 12, 31), date(2000, 1, 1), BORN])
@pytest.mark.parametrize("sex", ["K", "M"])
def test_sex_and_birth_date_come_from_the_number(born, sex):
    person = Person(pesel=make_pesel(born, sex))
    person.take_from_pesel()
    assert (person.sex, person.birth_date) == (sex, born)


# --- while it is typed


def test_a_pesel_fills_sex_birth_date_and_age_at_once(worker, project):
    page = said(worker, project, PESEL)
    assert "<b>kobieta</b>" in page
    assert "<b>14.03.1987</b>" in page
    assert "<b>36\xa0lat</b>" in page


def test_without_a_day_of_entry_no_age_is_said(worker, project):
    page = said(worker, project, PESEL, entered_on="14.02")
    assert "kobieta" in page
    assert "w dniu przystąpienia" not in page


def test_a_wrong_number_is_told_once_it_is_long_enough(worker, project):
    assert "Cyfra kontrolna się nie zgadza." in said(worker, project, WRONG_DIGIT)
    assert "msg" not in said(worker, project, PESEL[:10])


def test_a_wrong_number_is_refused_on_saving_and_stays_in_the_field(worker, project):
    response = worker.post(address("add", project), paper(pesel=WRONG_DIGIT))
    assert "najczęściej zamieniają się dwie sąsiednie cyfry" in errors(response)["pesel"]
    assert response.context["form"]["pesel"].value() == WRONG_DIGIT
    assert not Person.objects.exists()


def test_the_number_typed_wins_over_sex_and_birth_date_typed(worker, project):
    worker.post(address("add", project), paper(sex="M", birth_date="01.01.2000"))
    assert Person.objects.values_list("sex", "birth_date").get() == ("K", BORN)


def test_a_pesel_never_stands_in_an_address(worker, project):
    assert worker.get(address("pesel", project), {"pesel": PESEL}).status_code == 405


# --- a person on record in this project


@pytest.fixture
def here(project):
    return ParticipationFactory(project=project, left=True, person=malgorzata())


def test_a_person_of_this_project_is_recognised_while_typing(worker, project, here):
    page = said(worker, project, PESEL)
    assert "Źdźbłowska Małgorzata już jest w tym projekcie" in page
    assert 'name="continue"' in page
    assert address("detail", project, here.pk) in page


def test_a_person_of_this_project_is_refused_with_a_link(worker, project, here):
    response = worker.post(address("add", project), paper())
    assert errors(response)["pesel"] == "Ta osoba już jest w tym projekcie."
    assert 'name="continue"' in response.content.decode()
    assert Participation.objects.count() == 1


def test_a_person_still_in_this_project_is_linked_to_her_page(worker, project, here):
    Participation.objects.update(left_on=None, exit_reason="")
    page = worker.post(address("add", project), paper()).content.decode()
    assert address("detail", project, here.pk) in page
    assert 'name="continue"' not in page


def test_her_own_number_is_no_surprise_on_her_own_page(worker, project, here):
    response = worker.post(address("edit", project, here.pk), paper())
    assert response.status_code == 302
    assert "już jest" not in said(worker, project, PESEL, participation=str(here.pk))


# --- a person on record in another project that the user may see


@pytest.fixture
def elsewhere(social_worker):
    other = ParticipationFactory(person=malgorzata())
    TeamMemberFactory(project=other.project, user=social_worker, role="controller")
    return other


def test_a_person_of_another_visible_project_is_offered(worker, project, elsewhere):
    page = said(worker, project, PESEL)
    assert "Źdźbłowska Małgorzata jest już w innym projekcie" in page
    assert elsewhere.get_absolute_url() in page
    assert "Użyj zapisanych danych" in page
    assert "600 999 999" not in page


def test_what_is_on_record_fills_only_empty_fields_and_saves_nothing(worker, project, elsewhere):
    data = paper(use_known="1", phone=None, street="Nowa", education=None)
    page = worker.get(address("add", project)).content.decode()
    assert "use_known" not in page
    response = worker.post(address("add", project), data)
    form = response.context["form"]
    assert (form["phone"].value(), form["street"].value()) == ("600 999 999", "Nowa")
    assert "Wpisano zapisane dane." in response.content.decode()
    assert not project.participations.exists()
    assert AccessLog.objects.filter(act="view", subject=elsewhere.reference).exists()


def test_a_person_of_another_project_becomes_the_same_person_here(worker, project, elsewhere):
    worker.post(address("add", project), paper(phone="600 111 111"))
    participation = project.participations.get()
    assert participation.person == elsewhere.person
    assert Person.objects.get().phone == "600 111 111"


# --- a person on record where the user must not look


@pytest.fixture
def hidden():
    return ParticipationFactory(project=ProjectFactory(title="Projekt tajny"), person=malgorzata())


def test_nothing_is_said_of_a_person_in_a_project_that_one_may_not_see(worker, project, hidden):
    known = said(worker, project, PESEL)
    Person.objects.filter(pk=hidden.person_id).update(pesel="")
    assert known == said(worker, project, PESEL)


def test_the_panel_tells_nothing_of_a_hidden_person_either(worker, project, hidden):
    typed = paper(last_name=None, first_name=None)
    known = worker.post(address("missing", project), typed).content
    Person.objects.filter(pk=hidden.person_id).update(pesel="")
    assert known == worker.post(address("missing", project), typed).content


def test_the_record_of_a_hidden_person_cannot_be_asked_for(worker, project, hidden):
    response = worker.post(address("add", project), paper(use_known="1", phone=None))
    assert "600 999 999" not in response.content.decode()
    assert "Wpisano zapisane dane." not in response.content.decode()


def test_a_hidden_person_of_the_same_name_is_silently_the_same_person(worker, project, hidden):
    response = worker.post(address("add", project), paper(last_name="ŹDŹBŁOWSKA"), follow=True)
    assert project.participations.get().person == hidden.person
    assert Person.objects.count() == 1
    assert "Projekt tajny" not in response.content.decode()


def test_a_hidden_person_of_another_name_is_not_overwritten(worker, project, hidden):
    response = worker.post(address("add", project), paper(last_name="Nowak", first_name="Ewa"))
    assert "Nazwisko i imię nie zgadzają się z tym numerem PESEL." in errors(response)["pesel"]
    assert "Źdźbłowska" not in response.content.decode()
    assert not project.participations.exists()
    assert Person.objects.get().last_name == "Źdźbłowska"
    assert AccessLog.objects.get().subject == "odmowa: PESEL zapisany pod innym nazwiskiem"


def test_the_facts_of_the_other_project_stay_as_they_were(worker, project, hidden):
    before = hidden.residence()
    worker.post(address("add", project), paper(street="Nowa", county="Będzin"))
    hidden.refresh_from_db()
    assert hidden.residence() == before
    assert hidden.person.street == "Nowa"
