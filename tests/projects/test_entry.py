"""Entering a new project: the whole page, its rows, and what is refused."""

from datetime import date, time
from decimal import Decimal

import pytest

from accounts.roles import Role
from projects.models import Project

from ..factories import CallFactory, ProgrammeFactory
from .pages import CREATE, complaints, created, new_page, text_of


@pytest.fixture
def programme(db):
    return ProgrammeFactory(name="Program Śląski")


@pytest.fixture
def client(client_of, admin):
    return client_of(admin)


def test_a_project_is_entered_in_one_page(client, admin, programme):
    call = CallFactory(programme=programme)
    typed = {
        "title": "  Źródło –  Łąka ",
        "edition": "II edycja",
        "agreement_number": "RPSL.09.01.05-24-03A5/19-00",
        "call": call.pk,
        "goal": "Cel projektu.",
        "partners-0-name": "Miasto Sosnowiec",
        "partners-0-role": "lead",
        "partners-1-name": "Fundacja Po Skrzydła",
        "partners-1-role": "partner",
        "groups-0-name": "mieszkańcy Bytomia",
        "groups-0-women": "39",
        "groups-0-women_at_least": "on",
        "groups-0-total": "60",
        "funding-0-source": "eu",
        "funding-0-amount": "1 766 270,41 zł",
        "funding-1-source": "state",
        "funding-1-amount": "207\xa0796,52",
        "funding-2-source": "own",
        "funding-2-amount": "103898.26",
        "offices-0-name": "Biuro projektu",
        "offices-0-address": "Bytom, ul. Strzelców Bytomskich 16",
        "offices-0-hours_1": "od 7.30 do 17.00",
        "offices-0-hours_2": "8-12, 13–15:30",
        "awards-0-title": "Dobra praktyka",
        "awards-0-entered_on": "29042010",
    }
    page = new_page(client, programme, **typed)
    response = client.post(CREATE, page)
    project = Project.objects.get(title="Źródło – Łąka")
    assert project.slug == "zrodlo-laka"
    assert response.url == project.get_absolute_url()
    assert (project.starts_on, project.ends_on) == (date(2024, 1, 1), date(2025, 12, 31))
    assert project.call == call
    assert project.lead.name == "Miasto Sosnowiec"
    assert [str(line.percent) for line in project.funding] == ["85", "10", "5"]
    assert project.total_value == Decimal("2077965.19")
    group = project.target_groups.get()
    assert (group.women, group.men, group.total, group.women_at_least) == (39, None, 60, True)
    hours = project.offices.get().hours.values_list("weekday", "opens", "closes")
    assert list(hours) == [(1, time(7, 30), time(17)), (2, time(8), time(12)), (2, time(13), time(15, 30))]
    assert project.awards.get().entered_on == date(2010, 4, 29)
    assert [(member.user, member.role) for member in project.team.all()] == [(admin, Role.ADMIN)]


def test_empty_rows_are_not_saved(client, programme):
    project = created(client, new_page(client, programme))
    for rows in (project.partners, project.target_groups, project.funding_lines, project.offices, project.awards):
        assert not rows.exists()


def test_a_page_posted_twice_makes_one_project(client, programme):
    page = new_page(client, programme, **{"partners-0-name": "Miasto", "partners-0-role": "lead"})
    first, second = client.post(CREATE, page), client.post(CREATE, page)
    assert first.url == second.url
    project = Project.objects.get(title=page["title"])
    assert project.partners.count() == 1
    assert project.team.count() == 1


def test_what_a_demo_account_enters_is_demo_data(client, admin, programme):
    admin.is_demo = True
    admin.save()
    assert created(client, new_page(client, programme)).is_demo


def test_two_projects_may_have_the_same_title(client, programme):
    slugs = []
    for _ in range(3):
        page = new_page(client, programme, title="Żółta Łódź")
        slugs.append(client.post(CREATE, page).url.split("/")[2])
    assert slugs == ["zolta-lodz", "zolta-lodz-2", "zolta-lodz-3"]


@pytest.mark.parametrize(
    ("title", "slug"),
    [("Nowy", "nowy-2"), ("!!!", "projekt"), ("Ą" * 120, "a" * 80), ("Zażółć gęślą jaźń", "zazolc-gesla-jazn")],
)
def test_the_address_is_made_from_the_title(client, programme, title, slug):
    assert created(client, new_page(client, programme, title=title)).slug == slug


def test_a_page_without_what_is_needed_is_refused_and_keeps_what_was_typed(client, programme):
    page = new_page(client, programme, title="", starts_on="", **{"partners-0-name": "Miasto Łódź"})
    response = client.post(CREATE, page)
    assert complaints(response) == [
        "Tytuł: To pole jest wymagane.",
        "Początek realizacji: To pole jest wymagane.",
        "Beneficjent i partnerzy, wiersz 1 – Rola: To pole jest wymagane.",
    ]
    text = text_of(response)
    assert 'value="Miasto Łódź"' in text
    assert "Nie zapisano. Wpisane dane są nadal w formularzu." in text
    assert not Project.objects.filter(programme=programme).exists()


@pytest.mark.parametrize(
    ("typed", "complaint"),
    [
        ({"ends_on": "31.12.2023"}, "Koniec realizacji jest wcześniejszy niż początek."),
        (
            {"starts_on": "31.02.2024"},
            "Początek realizacji: To nie jest data. Wpisz dzień, miesiąc i rok, na przykład 30.07.2020.",
        ),
        ({"starts_on": "01.01.0024"}, "Początek realizacji: Sprawdź rok tej daty."),
        ({"attendance_threshold": "101"}, "Próg frekwencji jest w procentach, od 0 do 100."),
        ({"programme": "999999"}, "Program: Wybierz poprawną wartość. Podana nie jest jednym z dostępnych wyborów."),
        (
            {"funding-0-source": "eu", "funding-0-amount": "0"},
            "Finansowanie, wiersz 1 – Kwota: Kwota musi być większa od zera.",
        ),
        (
            {"funding-0-source": "eu", "funding-0-amount": "milion"},
            "Finansowanie, wiersz 1 – Kwota: Wpisz kwotę cyframi, z groszami po przecinku, na przykład 1 625 495,90.",
        ),
        (
            {"groups-0-name": "g", "groups-0-women": "5", "groups-0-men": "5", "groups-0-total": "11"},
            "Grupy docelowe, wiersz 1: Kobiety i mężczyźni nie zgadzają się z liczbą ogółem.",
        ),
        (
            {"offices-0-name": "b", "offices-0-address": "a", "offices-0-hours_3": "rano"},
            "Biura i godziny otwarcia, wiersz 1 – środa: Wpisz godziny jako 7.30–15.30, a przerwę oddziel przecinkiem: 8–12, 13–16.",
        ),
        (
            {"offices-0-name": "b", "offices-0-address": "a", "offices-0-hours_3": "15-8"},
            "Biura i godziny otwarcia, wiersz 1 – środa: Godzina zamknięcia musi być późniejsza niż otwarcia.",
        ),
        (
            {"offices-0-name": "b", "offices-0-address": "a", "offices-0-hours_3": "8-12, 11-15"},
            "Biura i godziny otwarcia, wiersz 1 – środa: Te godziny nakładają się na siebie.",
        ),
    ],
)
def test_a_wrong_value_is_answered_with_a_sentence_and_nothing_is_saved(client, programme, typed, complaint):
    response = client.post(CREATE, new_page(client, programme, **typed))
    assert complaints(response) == [complaint]
    assert not Project.objects.filter(programme=programme).exists()


def test_rows_that_together_break_a_rule_are_refused(client, programme):
    typed = {
        "partners-0-name": "Miasto",
        "partners-0-role": "lead",
        "partners-1-name": "Powiat",
        "partners-1-role": "lead",
        "funding-0-source": "eu",
        "funding-0-amount": "1",
        "funding-1-source": "eu",
        "funding-1-amount": "2",
    }
    assert complaints(client.post(CREATE, new_page(client, programme, **typed))) == [
        "Beneficjent i partnerzy, wiersz 2: Projekt ma już lidera; może być jeden.",
        "Finansowanie, wiersz 2: To źródło już jest w finansowaniu projektu.",
    ]


def test_a_call_of_another_programme_is_refused(client, programme):
    page = new_page(client, programme, call=CallFactory().pk)
    (complaint,) = complaints(client.post(CREATE, page))
    assert complaint.startswith("Nabór: Ten nabór należy do innego programu.")


@pytest.mark.parametrize("broken", ["partners-TOTAL_FORMS", "funding-INITIAL_FORMS"])
def test_a_page_that_was_tampered_with_is_refused(client, programme, broken):
    page = new_page(client, programme)
    del page[broken]
    assert client.post(CREATE, page).status_code == 200
    assert not Project.objects.filter(programme=programme).exists()


def test_without_a_programme_the_page_says_who_makes_them(client_of, operator):
    page = text_of(client_of(operator).get(CREATE))
    assert "Nie ma jeszcze żadnego programu." in page
    assert "<fieldset" not in page


@pytest.mark.parametrize(
    ("who", "status"),
    [("admin", 200), ("coordinator", 403), ("social_worker", 403), ("controller", 403), ("operator", 200)],
)
def test_only_administrators_make_new_projects(client_of, request, who, status):
    assert client_of(request.getfixturevalue(who)).get(CREATE).status_code == status
