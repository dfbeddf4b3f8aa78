"""Programmes and calls: public facts for everyone who is signed in."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.urls import reverse
from django.utils import timezone

from ..factories import (
    CallFactory,
    PlannedEventFactory,
    ProgrammeFactory,
    ProjectFactory,
    TeamMemberFactory,
    UserFactory,
)
from .pages import text_of


@pytest.fixture
def user(db):
    return UserFactory()


@pytest.fixture
def client(client_of, user):
    return client_of(user)


@pytest.fixture
def programme(db):
    return ProgrammeFactory(
        name="Od wykluczenia do aktywizacji",
        slug="od-wykluczenia-do-aktywizacji",
        edition="edycja 2019",
        goal="Wzmocnienie integracji społecznej.",
        allocation_left=Decimal("1950000"),
        announced_on=date(2019, 3, 15),
    )


def test_the_list_is_for_everyone_in_polish_order(client):
    for name in ["Łódzki", "Lubelski", "Mazowiecki"]:
        ProgrammeFactory(name=name)
    page = client.get(reverse("projects:programmes"))
    assert [programme.name for programme in page.context["programmes"]] == ["Lubelski", "Łódzki", "Mazowiecki"]


def test_the_list_says_how_many_calls_and_until_when(client, programme):
    CallFactory(programme=programme, closes_on=date(2019, 3, 21))
    CallFactory(programme=programme, closes_on=date(2019, 1, 31))
    page = text_of(client.get(reverse("projects:programmes")))
    for fact in ["Włączenie zna 1 program", "1 950 000,00 zł", "21.03.2019", ">2</td>"]:
        assert fact in page


def test_an_empty_list_says_who_makes_programmes(client):
    assert "Programy i nabory zakłada administrator systemu." in text_of(client.get(reverse("projects:programmes")))


def test_a_programme_shows_goal_money_calls_and_conferences(client, programme):
    call = CallFactory(
        programme=programme,
        number="3",
        title="Aktywna Młodzież",
        target_group="młodzież",
        age_from=15,
        age_to=24,
        closes_on=date(2019, 3, 21),
    )
    for n in range(5):
        PlannedEventFactory(programme=programme, call=call, name=f"konferencja {n}")
    PlannedEventFactory(programme=programme, name="konferencja centralna", place="Warszawa", held_on=date(2019, 11, 5))
    page = text_of(client.get(programme.get_absolute_url()))
    facts = [
        "Wzmocnienie integracji społecznej.",
        "1 950 000,00 zł",
        "3. Aktywna Młodzież",
        "15–24 lat",
        "21.03.2019",
        "zamknięty",
        "Zaplanowano 6 wydarzeń, odbyło się 1.",
        "05.11.2019",
        "15.03.2019",
    ]
    assert [fact for fact in facts if fact not in page] == []


@pytest.mark.parametrize(
    ("opens", "closes", "words"),
    [(-10, -1, "zamknięty"), (-10, 0, "przyjmuje oferty"), (None, 5, "przyjmuje oferty"), (1, 5, "od ")],
)
def test_a_call_says_whether_it_takes_offers(client, programme, opens, closes, words):
    today = timezone.localdate()
    opens_on = today + timedelta(days=opens) if opens is not None else None
    call = CallFactory(programme=programme, opens_on=opens_on, closes_on=today + timedelta(days=closes))
    assert words in text_of(client.get(call.get_absolute_url()))


@pytest.mark.parametrize(
    ("window", "words"),
    [((15, 24), "15–24 lat"), ((15, None), "od 15 lat"), ((None, 24), "do 24 lat"), ((None, None), "<dd>–</dd>")],
)
def test_an_age_window_is_written_out(client, programme, window, words):
    call = CallFactory(programme=programme, age_from=window[0], age_to=window[1])
    assert words in text_of(client.get(call.get_absolute_url()))


def test_a_programme_names_only_the_projects_one_sees(client, user, programme):
    call = CallFactory(programme=programme)
    TeamMemberFactory(user=user, project=ProjectFactory(programme=programme, call=call, title="Mój z naboru"))
    TeamMemberFactory(user=user, project=ProjectFactory(programme=programme, title="Mój inny"))
    ProjectFactory(programme=programme, title="Cudzy")
    assert [p.title for p in client.get(programme.get_absolute_url()).context["projects"]] == [
        "Mój inny",
        "Mój z naboru",
    ]
    assert [p.title for p in client.get(call.get_absolute_url()).context["projects"]] == ["Mój z naboru"]


def test_a_call_is_found_only_under_its_own_programme(client, programme):
    call = CallFactory()
    assert client.get(reverse("projects:call", args=[programme.slug, call.pk])).status_code == 404
    assert client.get(reverse("projects:programme", args=["nie-ma"])).status_code == 404


@pytest.mark.parametrize("rows", [1, 60])
def test_the_number_of_queries_does_not_grow(client, user, programme, rows, django_assert_max_num_queries):
    for _ in range(rows):
        ProgrammeFactory()
        call = CallFactory(programme=programme)
        PlannedEventFactory(programme=programme, call=call)
        TeamMemberFactory(user=user, project=ProjectFactory(programme=programme, call=call))
    for url in (reverse("projects:programmes"), programme.get_absolute_url(), call.get_absolute_url()):
        with django_assert_max_num_queries(12):
            client.get(url)
