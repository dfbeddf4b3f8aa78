"""The list of participants: finding, narrowing, sorting, pages, counts, and passing data on."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import AccessLog
from participants.models import Participation, Person

from ..factories import ParticipationFactory, PersonFactory, make_pesel
from .paper import address


@pytest.fixture
def reader(client_of, controller):
    return client_of(controller)


def join(project, name, **facts):
    last_name, _gap, first_name = name.partition(" ")
    return ParticipationFactory(
        project=project, person__last_name=last_name, person__first_name=first_name or "Ewa", **facts
    )


def shown(client, project, **wanted):
    response = client.get(address("list", project), wanted)
    assert response.status_code == 200
    return [participation.person.name for participation in response.context["page"]]


def page(client, project, **wanted):
    return " ".join(client.get(address("list", project), wanted).content.decode().split()).replace("\xa0", " ")


# --- finding

FOUND = [
    ("lukasik", ["Łukasik Żaneta"]),
    ("ŁUKASIK", ["Łukasik Żaneta"]),
    ("zaneta lukasik", ["Łukasik Żaneta"]),
    ("ukas", ["Łukasik Żaneta"]),
    ("  łukasik  ", ["Łukasik Żaneta"]),
    ("zdzblo", ["Źdźbło Ćwik"]),
    ("lukasik jan", []),
    ("%", []),
    ("_", []),
    ("'; DROP", []),
]


@pytest.mark.parametrize(("typed", "names"), FOUND, ids=lambda value: str(value))
def test_a_person_is_found_without_accents_and_case(reader, project, typed, names):
    for name in ("Łukasik Żaneta", "Źdźbło Ćwik", "Nowak Jan"):
        join(project, name)
    assert shown(reader, project, q=typed) == names


@pytest.mark.parametrize("gap", ["", " "])
def test_a_person_is_found_by_pesel_with_its_gap_or_without(reader, project, gap):
    person = PersonFactory(pesel=make_pesel(date(1968, 2, 14), "K", 9), last_name="Nowak", first_name="Ewa")
    ParticipationFactory(project=project, person=person)
    join(project, "Inna Osoba")
    assert shown(reader, project, q=person.pesel[:6] + gap + person.pesel[6:]) == ["Nowak Ewa"]


def test_people_of_other_projects_are_not_found(reader, project):
    join(project, "Nowak Jan")
    ParticipationFactory(person__last_name="Łukasik")
    assert shown(reader, project) == ["Nowak Jan"]
    assert shown(reader, project, q="lukasik") == []


# --- narrowing


@pytest.fixture
def people(project):
    join(project, "Bierna Ada", labour_status="inactive", person__birth_date=date(2007, 1, 1))
    join(project, "Bezrobotna Ewa", left=True, person__birth_date=date(1960, 1, 1))
    join(project, "Pracujący Jan", labour_status="employed", person__sex="M", reported_on=date(2024, 5, 1))
    join(project, "Szkic Ola", draft=True, labour_detail="unemployed_other")


NARROWED = [
    ({"sex": "M"}, ["Pracujący Jan"]),
    ({"status": "inactive"}, ["Bierna Ada"]),
    ({"status": "unemployed"}, ["Bezrobotna Ewa", "Szkic Ola"]),
    ({"status": "long_term"}, ["Bezrobotna Ewa"]),
    ({"status": "employed"}, ["Pracujący Jan"]),
    ({"part": "left"}, ["Bezrobotna Ewa"]),
    ({"part": "going"}, ["Bierna Ada", "Pracujący Jan", "Szkic Ola"]),
    ({"age": "-17"}, ["Bierna Ada"]),
    ({"age": "55-"}, ["Bezrobotna Ewa"]),
    ({"state": "szkic"}, ["Szkic Ola"]),
    ({"state": "kompletny"}, ["Bezrobotna Ewa", "Bierna Ada"]),
    ({"state": "przekazany"}, ["Pracujący Jan"]),
    ({"sex": "K", "part": "left", "state": "kompletny"}, ["Bezrobotna Ewa"]),
    ({"sex": "K", "age": "18-24"}, []),
    ({"sex": "?", "status": "magic", "state": "none", "page": "x", "sort": "name;--"}, None),
]


@pytest.mark.parametrize(("wanted", "names"), NARROWED, ids=lambda value: str(value))
def test_the_list_is_narrowed(reader, project, people, wanted, names):
    everyone = ["Bezrobotna Ewa", "Bierna Ada", "Pracujący Jan", "Szkic Ola"]
    assert shown(reader, project, **wanted) == (everyone if names is None else names)


def test_quick_counts_and_the_sentence_add_up(reader, project, people):
    response = reader.get(address("list", project))
    assert [(key, n) for key, _label, n in response.context["quick"]] == [
        ("", 4),
        ("szkic", 1),
        ("kompletny", 2),
        ("przekazany", 1),
    ]
    text = page(reader, project)
    assert "Pokazano 1–4 z 4 osób." in text
    assert "Do wskaźników liczą się 3, jeden szkic nie." in text


def test_quick_counts_follow_the_filter_and_keep_it(reader, project, people):
    response = reader.get(address("list", project), {"sex": "K"})
    assert [n for _key, _label, n in response.context["quick"]] == [3, 1, 2, 0]
    assert "?sex=K&amp;state=szkic" in response.content.decode()


def test_a_draft_says_what_it_lacks(reader, project):
    participation = ParticipationFactory(project=project, person__phone="", person__email="", education="")
    assert "brak: wykształcenie, telefon lub e-mail" in page(reader, project)
    Participation.objects.filter(pk=participation.pk).update(county="", commune="", place="", degurba=None)
    assert "brak: wykształcenie, powiat, gmina i 3 inne pola" in page(reader, project)


# --- order and pages

POLISH = ["Cała", "Ćma", "Dąb", "Lis", "Łan", "Łoś", "Nowak", "Ósmy", "Sum", "Śnieg", "Zając", "Źrebak", "Żak"]


def test_names_stand_in_polish_order(reader, project):
    for name in reversed(POLISH):
        join(project, name)
    assert [name.split()[0] for name in shown(reader, project)] == POLISH
    assert [name.split()[0] for name in shown(reader, project, sort="-name")] == POLISH[::-1]


@pytest.mark.parametrize(
    ("sort", "names"),
    [
        ("age", ["Młoda", "Stara", "Bez"]),
        ("-age", ["Stara", "Młoda", "Bez"]),
        ("from", ["Stara", "Młoda", "Bez"]),
        ("-from", ["Młoda", "Stara", "Bez"]),
    ],
)
def test_a_column_is_sorted_and_what_is_unknown_stands_last(reader, project, sort, names):
    join(project, "Młoda", person__birth_date=date(2000, 1, 1), entered_on=date(2024, 5, 1))
    join(project, "Stara", person__birth_date=date(1960, 1, 1), entered_on=date(2024, 3, 1))
    join(project, "Bez", entered_on=None)
    assert [name.split()[0] for name in shown(reader, project, sort=sort)] == names


def test_the_sorted_column_says_so(reader, project):
    join(project, "Nowak")
    assert 'aria-sort="ascending"><a href="?sort=-name">Nazwisko i imię' in page(reader, project)
    assert 'aria-sort="descending"><a href="?sort=age">Wiek' in page(reader, project, sort="-age")


def test_twenty_stand_on_a_page_and_the_address_keeps_everything_else(reader, project):
    for n in range(45):
        join(project, f"Nowak-{n:02}")
    assert len(shown(reader, project)) == 20
    assert shown(reader, project, page=3) == [f"Nowak-{n:02} Ewa" for n in range(40, 45)]
    assert shown(reader, project, page=99) == shown(reader, project, page=3)
    text = page(reader, project, q="nowak", sex="K", sort="-name", page=2)
    assert "Pokazano 21–40 z 45 osób." in text
    assert "?q=nowak&amp;sex=K&amp;sort=-name&amp;page=3" in text


# --- nobody


def test_an_empty_project_says_how_to_begin(client_of, social_worker, project):
    text = page(client_of(social_worker), project)
    assert "W tym projekcie nie ma jeszcze nikogo." in text
    assert f'href="{address("add", project)}"' in text
    assert "SL2014" in text


def test_an_empty_project_offers_no_beginning_to_who_may_only_read(reader, project):
    assert address("add", project) not in page(reader, project)


def test_a_search_without_result_says_so_and_leads_back(reader, project):
    join(project, "Nowak")
    text = page(reader, project, q="kowalska")
    assert "Nikt nie odpowiada temu wyborowi." in text
    assert "Pokaż wszystkich" in text
    assert "nie ma jeszcze nikogo" not in text


# --- bounds


def fill(project, many):
    """Many complete participations, written in bulk."""
    model = ParticipationFactory(project=project)
    skipped = {"id", "person", "submission", "created_at", "updated_at"}
    facts = {
        field.name: getattr(model, field.name)
        for field in Participation._meta.concrete_fields
        if field.name not in skipped and not field.generated
    }
    people = Person.objects.bulk_create(
        Person(
            last_name=f"Nowak-{n}",
            first_name="Ewa",
            pesel=make_pesel(date(1970, 1, 1), "K", n),
            sex="K",
            birth_date=date(1970, 1, 1),
            phone="1234567",
        )
        for n in range(many - 1)
    )
    Participation.objects.bulk_create(Participation(**facts, person=person) for person in people)


@pytest.mark.parametrize("many", [1, 300])
@pytest.mark.parametrize("wanted", [{}, {"q": "nowak", "sex": "K", "sort": "-age"}])
def test_the_list_has_at_most_twelve_queries(reader, project, many, wanted):
    fill(project, many)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        reader.get(address("list", project), wanted)
    assert len(queries) <= 12


def test_a_page_of_drafts_has_at_most_twelve_queries(reader, project):
    fill(project, 60)
    Participation.objects.update(education="", place="")
    with CaptureQueriesContext(connection) as queries:
        reader.get(address("list", project))
    assert len(queries) <= 12


# --- passing on and the log


def test_the_complete_are_marked_as_passed_on_after_a_question(client_of, admin, project, people):
    client = client_of(admin)
    url = address("report", project)
    question = " ".join(client.get(url).content.decode().split()).replace("\xa0", " ")
    assert "W tym projekcie 2 osoby mają komplet danych" in question
    assert project.participations.ready().count() == 2
    response = client.post(url, follow=True)
    assert "Oznaczono jako przekazane: 2 osoby." in response.content.decode().replace("\xa0", " ")
    assert project.participations.ready().count() == 0
    assert project.participations.drafts().count() == 1


def test_passing_on_keeps_to_the_filter(client_of, admin, project, people):
    client = client_of(admin)
    response = client.post(address("report", project) + "?part=left")
    assert response.url == address("list", project) + "?part=left"
    assert project.participations.get(reported_on__isnull=False, left_on__isnull=False)
    assert project.participations.ready().count() == 1


def test_who_may_not_pass_on_sees_no_button(reader, client_of, admin, project, people):
    assert address("report", project) not in page(reader, project)
    assert address("report", project) in page(client_of(admin), project)


def test_reading_the_list_is_written_down_without_what_was_searched(reader, project, controller):
    join(project, "Łukasik")
    shown(reader, project, q="lukasik")
    assert list(AccessLog.objects.values_list("user", "act", "subject")) == [
        (controller.pk, "list", "uczestnicy, strona 1")
    ]
