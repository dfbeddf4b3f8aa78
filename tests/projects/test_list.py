"""The list of one's projects."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from projects.models import FundingLine, ProgrammingPeriod

from ..factories import (
    FundingLineFactory,
    PartnerFactory,
    ProgrammeFactory,
    ProjectFactory,
    TeamMemberFactory,
    UserFactory,
)
from .pages import text_of

URL = reverse("projects:list")


@pytest.fixture
def user(db):
    return UserFactory()


@pytest.fixture
def client(client_of, user):
    return client_of(user)


def mine(user, *titles, **facts):
    """Projects of these titles in whose team the user is."""
    projects = [ProjectFactory(title=title, **facts) for title in titles]
    for project in projects:
        TeamMemberFactory(project=project, user=user)
    return projects


def titles(client, **asked):
    return [project.title for project in client.get(URL, asked).context["page"]]


def test_only_ones_own_projects_are_listed(client, user):
    mine(user, "Mój")
    ProjectFactory(title="Cudzy")
    assert titles(client) == ["Mój"]


def test_the_operator_sees_every_project(client_of, operator):
    ProjectFactory(title="Cudzy")
    page = client_of(operator).get(URL)
    assert [project.title for project in page.context["page"]] == ["Cudzy"]
    assert page.context["may_create"]


def test_a_row_tells_programme_number_period_role_value_and_time(client, user):
    today = timezone.localdate()
    programme = ProgrammeFactory(name="Program Śląski")
    project = ProjectFactory(
        title="Aktywni",
        programme=programme,
        agreement_number="RPSL.09.01.05-24-03A5/19-00",
        starts_on=today,
        ends_on=today + timedelta(days=9),
    )
    TeamMemberFactory(project=project, user=user, role=Role.CONTROLLER)
    FundingLineFactory(project=project, amount=Decimal("1381671.51"))
    FundingLineFactory(project=project, source=FundingLine.Source.OTHER, amount=Decimal("243824.39"))
    page = text_of(client.get(URL))
    for fact in ["Program Śląski", "RPSL.09.01.05-24-03A5/19-00", "kontroler", "1 625 495,90 zł", "10%"]:
        assert fact in page
    assert f"{today:%d.%m.%Y}–{today + timedelta(days=9):%d.%m.%Y}" in page


def test_the_sentence_says_how_many_run_are_finished_and_are_coming(client, user):
    mine(user, "A", starts_on=date(2020, 1, 1), ends_on=date(2020, 12, 31))
    mine(user, "B", "C", starts_on=date(2020, 1, 1), ends_on=date(2100, 1, 1))
    mine(user, "D", "E", "F", "G", "H", starts_on=date(2099, 1, 1), ends_on=date(2100, 1, 1))
    expected = "Widzisz 8 projektów: trwają 2, zakończył się 1, jeszcze się nie zaczęło 5."
    assert expected in text_of(client.get(URL))


@pytest.mark.parametrize("asked", ["zrodlo", "ŹRÓDŁO", "źródło wielka", "zdroj", "fesl.07", "slaski", "klucz"])
def test_search_ignores_case_and_accents_and_looks_into_number_programme_and_partners(client, user, asked):
    programme = ProgrammeFactory(name="Fundusze dla Śląskiego")
    (found,) = mine(
        user,
        "Źródło",
        edition="Wielka Łąka",
        agreement_number="FESL.07.01-IP.02-0001/24",
        programme=programme,
    )
    PartnerFactory(project=found, name="Stowarzyszenie „KLUCZ” w Zdroju")
    PartnerFactory(project=found, name="Klucz drugi")
    mine(user, "Inny")
    assert titles(client, q=asked) == ["Źródło"]


def test_signs_of_a_search_pattern_are_letters_like_others(client, user):
    mine(user, "Sto procent", "100% aktywni")
    assert titles(client, q="100%") == ["100% aktywni"]
    assert titles(client, q="_") == []


def test_the_list_sorts_as_a_polish_dictionary(client, user):
    mine(user, "Ćma", "Cud", "Daleko", "Łąka", "Lato", "Źródło", "Żaba", "Zima")
    alphabet = ["Cud", "Ćma", "Daleko", "Lato", "Łąka", "Zima", "Źródło", "Żaba"]
    assert titles(client, sort="title") == alphabet
    assert titles(client, sort="-title") == alphabet[::-1]


def test_the_latest_project_stands_first_unless_asked_otherwise(client, user):
    mine(user, "Dawny", starts_on=date(2019, 1, 1))
    mine(user, "Nowy", starts_on=date(2025, 1, 1))
    assert titles(client) == ["Nowy", "Dawny"]
    assert titles(client, sort="period") == ["Dawny", "Nowy"]


def test_projects_without_an_amount_come_last_by_value(client, user):
    small, _unknown, large = mine(user, "Mały", "Bez kwot", "Duży")
    FundingLineFactory(project=small, amount=1)
    FundingLineFactory(project=large, amount=2)
    assert titles(client, sort="value") == ["Mały", "Duży", "Bez kwot"]
    assert titles(client, sort="-value") == ["Duży", "Mały", "Bez kwot"]


def test_the_perspective_and_the_place_in_time_narrow(client, user):
    mine(user, "Dawny", starts_on=date(2019, 1, 1), ends_on=date(2020, 1, 1))
    mine(user, "Trwa", ends_on=date(2100, 1, 1), period=ProgrammingPeriod.ESF_PLUS_2021)
    mine(user, "Będzie", starts_on=date(2099, 1, 1), ends_on=date(2100, 1, 1))
    assert titles(client, state="finished") == ["Dawny"]
    assert titles(client, state="running") == ["Trwa"]
    assert titles(client, state="coming") == ["Będzie"]
    assert titles(client, period="2021-2027") == ["Trwa"]
    assert titles(client, period="2021-2027", state="finished") == []


def test_a_search_without_an_answer_says_so_and_leads_back(client, user):
    mine(user, "Mój")
    page = text_of(client.get(URL, {"q": "nie ma takiego"}))
    assert "Nic nie pasuje." in page
    assert f'<a href="{URL}">Pokaż wszystkie</a>' in page


@pytest.mark.parametrize("asked", [{"state": "xyz"}, {"period": "1"}, {"sort": "slug"}, {"page": "999"}, {"q": "\x00"}])
def test_an_address_that_makes_no_sense_shows_the_list(client, user, asked):
    mine(user, "Mój")
    assert titles(client, **asked) == ["Mój"]


def test_somebody_in_no_project_reads_whom_to_ask(client, user):
    page = text_of(client.get(URL))
    assert "Nie jesteś jeszcze w zespole żadnego projektu." in page
    assert f"Podaj jej swój adres: {user.email}." in page
    assert reverse("projects:create") not in page


def test_the_button_for_a_new_project_is_for_those_who_may(client_of, admin, coordinator):
    assert reverse("projects:create") in text_of(client_of(admin).get(URL))
    assert reverse("projects:create") not in text_of(client_of(coordinator).get(URL))


def test_pages_keep_what_was_asked(client, user):
    mine(user, *[f"Projekt {n:03}" for n in range(25)])
    page = client.get(URL, {"sort": "title", "page": 2})
    assert [project.title for project in page.context["page"]] == [f"Projekt {n:03}" for n in range(20, 25)]
    assert "Pokazano 21–25 z 25." in text_of(page)
    assert "?sort=title&amp;page=1" in text_of(page)


@pytest.mark.parametrize("rows", [1, 200])
def test_the_number_of_queries_does_not_grow_with_the_projects(client, user, rows, django_assert_max_num_queries):
    programme = ProgrammeFactory()
    for project in mine(user, *[f"Projekt {n}" for n in range(rows)], programme=programme):
        FundingLineFactory(project=project)
    with django_assert_max_num_queries(12):
        client.get(URL)
