"""Possible duplicates: who is suggested to whom, what is shown of them, and what can be done about it."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import AccessLog
from participants.duplicates import Seats, pairs_of
from participants.models import Merge, NotTheSame, Participation, Person, Resemblance

from ..factories import ParticipationFactory, PersonFactory, ProjectFactory, TeamMemberFactory
from .paper import PESEL, address, paper

pytestmark = pytest.mark.django_db
BORN = date(1985, 5, 17)


def person(name, **facts):
    """Somebody without a PESEL unless one is given."""
    last_name, first_name = name.split()
    none = {} if facts.pop("with_pesel", False) else {"identifier_kind": "other", "pesel": "", "other_identifier": ""}
    return PersonFactory(**{"last_name": last_name, "first_name": first_name, "birth_date": BORN, **none, **facts})


def here(project, *args, **facts):
    return ParticipationFactory(project=project, person=person(*args, **facts)).person


def suggested(project, user):
    return {frozenset(pair) for pair in pairs_of(project, Seats(user))}


@pytest.fixture
def anna(project):
    return here(project, "Łukasik Żaneta", with_pesel=True)


# how the second record is written, whether it is suggested
LIKE = [
    ({"name": "Łukasik Żaneta"}, True),
    ({"name": "lukasik zaneta"}, True),
    ({"name": "Żaneta Łukasik"}, True),
    ({"name": "Łukasik Żanetta"}, True),
    ({"name": "Łukasik-Nowak Żaneta"}, True),
    ({"name": "Łukasik Żaneta", "birth_date": None}, True),
    ({"name": "Łukasik Żaneta", "sex": ""}, True),
    ({"name": "Łukasik Żaneta", "birth_date": date(1985, 5, 18)}, False),
    ({"name": "Łukasik Żaneta", "sex": "M"}, False),
    ({"name": "Wrona Barbara"}, False),
    ({"name": "Łukasik Barbara"}, False),
    ({"name": "Wrona Żaneta", "birth_date": None}, False),
    ({"name": "Łukasik Żaneta", "with_pesel": True}, False),
    ({"name": "Łukasik Żaneta", "is_demo": True}, False),
]


@pytest.mark.parametrize(("record", "is_suggested"), LIKE, ids=lambda value: str(value))
def test_who_is_suggested(project, coordinator, anna, record, is_suggested):
    other = here(project, record.pop("name"), **record)
    assert suggested(project, coordinator) == ({frozenset([anna.pk, other.pk])} if is_suggested else set())


@pytest.mark.parametrize(
    ("one", "other", "is_suggested"),
    [("ZS 0012345", "zs0012345", True), ("brak", "BRAK", False), ("1111", "1111", False), ("ZS 1", "ZS 2", False)],
)
def test_the_same_document_suggests_and_a_placeholder_never(project, coordinator, one, other, is_suggested):
    here(project, "Nowak Olena", other_identifier=one)
    here(project, "Nowakowska Helena", other_identifier=other, birth_date=date(1990, 1, 1))
    assert bool(suggested(project, coordinator)) == is_suggested


def test_a_record_of_another_project_is_suggested_where_the_user_sees_it(project, coordinator, anna):
    other = ParticipationFactory(person=person("Łukasik Żaneta"))
    assert suggested(project, coordinator) == set()
    TeamMemberFactory(project=other.project, user=coordinator, role="controller")
    assert suggested(project, coordinator) == {frozenset([anna.pk, other.person_id])}
    assert suggested(other.project, coordinator) == {frozenset([anna.pk, other.person_id])}


def test_whoever_is_in_a_hidden_project_too_is_not_suggested(project, coordinator, anna):
    other = here(project, "Łukasik Żaneta")
    hidden = ParticipationFactory(person=other, project=ProjectFactory(title="Projekt tajny"))
    assert suggested(project, coordinator) == set()
    TeamMemberFactory(project=hidden.project, user=coordinator)
    assert suggested(project, coordinator)


def test_nobody_is_suggested_without_a_project_or_after_it_was_said_that_they_are_two(project, coordinator, anna):
    person("Łukasik Żaneta")
    twin = here(project, "Łukasik Żaneta")
    NotTheSame.objects.create(first=anna, second=twin)
    assert suggested(project, coordinator) == set()


# --- the page


@pytest.fixture
def client(client_of, coordinator):
    return client_of(coordinator)


@pytest.fixture
def twin(project, anna):
    ParticipationFactory(project=project, person=person("Lukasik Żaneta", phone="32 266 00 00"))
    return Person.objects.get(last_name="Lukasik")


def compare(project, one, other):
    return reverse("participants:compare", args=[project.slug, one.pk, other.pk])


def test_both_stand_side_by_side_with_what_differs(client, project, anna, twin):
    page = client.get(address("duplicates", project)).text
    assert "Zapis z numerem PESEL" in page
    assert "Zapis bez numeru PESEL" in page
    assert page.count("różne</span>") == 2
    assert page.count("tylko w jednym</span>") == 1
    assert 'name="choose_phone" value="one" checked' in page
    assert 'name="choose_identifier"' not in page
    assert "oba zapisy mają udział" in page
    assert AccessLog.objects.filter(act="list", subject="możliwe powtórzenia, strona 1").exists()


def test_the_page_without_pairs_says_what_it_looks_for(client, project, anna):
    page = client.get(address("duplicates", project)).text
    assert "projekcie nie wygląda na zapisanego dwa razy." in page


def test_one_person_by_one_button(client, project, anna, twin):
    response = client.post(compare(project, anna, twin), {"merge": "1", "choose_phone": "other"}, follow=True)
    assert "Połączono: Łukasik Żaneta." in response.text
    anna.refresh_from_db()
    assert anna.phone == "32 266 00 00"
    assert project.participations.get().person == anna
    assert not Person.objects.filter(pk=twin.pk).exists()


def test_two_people_by_one_button(client, project, anna, twin):
    response = client.post(compare(project, anna, twin), {"differ": "1"}, follow=True)
    assert "Ta para nie pojawi się więcej." in response.text
    assert "nie wygląda na zapisanego dwa razy" in response.text
    assert NotTheSame.objects.values_list("first", "second").get() == (anna.pk, twin.pk)


def test_two_pesels_are_not_offered_for_merging(client, project, anna):
    other = here(project, "Łukasik Żaneta", with_pesel=True)
    page = client.get(compare(project, anna, other)).text
    assert "Dwa różne numery PESEL to dwie osoby" in page
    assert 'name="merge"' not in page
    refused = client.post(compare(project, anna, other), {"merge": "1"}, follow=True)
    assert "dwa różne numery PESEL" in refused.text
    assert Person.objects.count() == 2


def test_joining_needs_the_right_in_every_project_of_both(client, project, coordinator, anna):
    other = ParticipationFactory(person=person("Łukasik Żaneta"))
    seat = TeamMemberFactory(project=other.project, user=coordinator, role="controller")
    page = client.get(compare(project, anna, other.person)).text
    assert "Połączyć może ten, kto ma do tego prawo" in page
    client.post(compare(project, anna, other.person), {"merge": "1"})
    assert not Merge.objects.exists()
    seat.role = "coordinator"
    seat.save()
    client.post(compare(project, anna, other.person), {"merge": "1"})
    assert Merge.objects.exists()


def test_a_person_of_a_hidden_project_is_like_one_that_does_not_exist(client, project, anna):
    hidden = ParticipationFactory(person=person("Łukasik Żaneta"))
    for other in (hidden.person, anna, Person(pk=2_000_000_000)):
        for method in (client.get, client.post):
            assert method(compare(project, anna, other), {"merge": "1"}).status_code == 404


def test_a_merge_is_listed_and_undone(client, project, anna, twin):
    assert "nie połączono jeszcze" in client.get(address("merges", project)).text
    client.post(compare(project, anna, twin), {"merge": "1"})
    page = client.get(address("merges", project)).text
    assert "Lukasik Żaneta" in page
    assert "uczestnictwa: 1" in page
    response = client.post(address("part", project, Merge.objects.get().pk), follow=True)
    assert "Są znowu dwa zapisy, takie jak przed połączeniem." in response.text
    assert "rozłączono" in response.text
    assert project.participations.count() == 2
    again = client.post(address("part", project, Merge.objects.get().pk), follow=True)
    assert "Te zapisy już rozłączono" in again.text


def test_what_cannot_be_divided_is_told_and_stays(client, project, anna, twin):
    twin.participations.update(entered_on=date(2024, 1, 20))
    client.post(compare(project, anna, twin), {"merge": "1"})
    project.participations.update(person=PersonFactory())
    response = client.post(address("part", project, Merge.objects.get().pk), follow=True)
    assert "Nie rozłączono: od połączenia zmieniono dane" in response.text


def test_the_name_of_a_record_from_a_project_that_one_may_not_see_is_not_told(
    client_of, project, operator, anna, coordinator
):
    other = ParticipationFactory(person=person("Lukasik Zaneta"))
    client_of(operator).post(compare(project, anna, other.person), {"merge": "1"})
    page = client_of(coordinator).get(address("merges", project)).text
    assert "zapis z innego projektu" in page
    assert "Lukasik" not in page
    client_of(coordinator).post(address("part", project, Merge.objects.get().pk))
    assert Merge.objects.get().parted_at is None


def test_the_page_takes_a_dozen_questions_however_many_people(client, project):
    def questions():
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address("duplicates", project)).status_code == 200
        return len(queries)

    few = questions()
    for n in range(12):
        here(project, f"Łukasik-{n} Żaneta")
    assert few <= questions() <= 12


# --- while one types


@pytest.fixture
def worker(client_of, social_worker):
    return client_of(social_worker)


def typed(worker, project, **fields):
    data = {"no_pesel": "on", "last_name": "Lukasik", "first_name": "Żaneta", "birth_date": "17.05.1985", **fields}
    return worker.post(address("pesel", project), data).text


def test_a_person_without_a_pesel_who_resembles_one_on_record_is_told_while_typing(worker, project, anna):
    page = typed(worker, project)
    assert "Podobna osoba już jest zapisana" in page
    assert anna.participations.get().get_absolute_url() in page
    assert "Podobna" not in typed(worker, project, birth_date="18.05.1985")
    assert "Podobna" not in typed(worker, project, last_name="")
    assert "Podobna" not in typed(worker, project, birth_date="17.0")


def test_a_pesel_typed_for_somebody_recorded_without_one_is_told_too(worker, project):
    here(project, "Źdźbłowska Małgorzata", birth_date=date(1987, 3, 14))
    page = typed(worker, project, no_pesel="", pesel=PESEL, last_name="Zdzblowska", first_name="Małgorzata")
    assert "bez numeru PESEL" in page


def test_nobody_of_a_hidden_project_is_told(worker, project):
    ParticipationFactory(person=person("Lukasik Żaneta"), project=ProjectFactory(title="Projekt tajny"))
    assert typed(worker, project) == typed(worker, project, last_name="Nikt")


def test_after_saving_it_is_told_where_to_compare(worker, project, anna):
    data = paper(pesel=None, no_pesel="on", other_identifier="ZS 7", sex="K", birth_date="17.05.1985")
    response = worker.post(
        address("add", project), data | {"last_name": "Lukasik", "first_name": "Żaneta"}, follow=True
    )
    assert "Podobna osoba już jest zapisana." in response.text
    assert Participation.objects.count() == 2


# --- fast


def test_every_way_to_resemble_has_an_index_of_its_own(project):
    one = here(project, "Łukasik Żaneta")
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = Resemblance.objects.filter(one=one).order_by("other").explain()
    indexes = set(re.findall(r"person_\w+", plan))
    assert {
        "person_born_without_pesel",
        "person_full_name",
        "person_name_undated",
        "person_other_identifier",
    } <= indexes
    assert "Seq Scan" not in plan
