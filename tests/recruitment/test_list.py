"""The room's own page: what goes on, counts, finding and sorting, what an empty place says; the bound of queries."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from accounts.models import AccessLog

from ..factories import (
    CandidateFactory,
    ChecklistItemFactory,
    ReceivedDocumentFactory,
    RoundFactory,
)
from .application import address
from .pages import fill, said

pytestmark = pytest.mark.django_db


@pytest.fixture
def round(project):
    return RoundFactory(project=project, name="nabór I", places=2)


@pytest.fixture
def client(client_of, coordinator):
    return client_of(coordinator)


# --- the room's own page


def test_a_project_without_a_round_says_what_to_do(client, project):
    page = client.get(address("list", project))
    assert "W tym projekcie nie było jeszcze naboru." in said(page)
    assert address("round_add", project) in page.text


def test_a_controller_of_an_empty_project_is_offered_nothing_that_is_refused(client_of, controller, project):
    page = client_of(controller).get(address("list", project))
    assert address("round_add", project) not in page.text
    assert address("form_print", project) in page.text


def test_a_round_without_candidates_says_how_to_begin(client, round, project):
    page = client.get(address("list", project))
    assert "Zapisz pierwsze zgłoszenie" in said(page)


LEADS = [
    # opens, closes (days from today), candidates waiting, what the page says
    (-10, 10, 3, "Trwa nabór I: 3 zgłoszenia na 2 miejsca. Zgłoszenia do"),
    (-10, None, 1, "Trwa nabór I: 1 zgłoszenie na 2 miejsca."),
    (5, 10, 0, "Nabór I zacznie się"),
    (-20, -5, 5, "5 zgłoszeń na 2 miejsca, na decyzję czeka 5."),
]


@pytest.mark.parametrize(("opens", "closes", "waiting", "words"), LEADS)
def test_the_page_opens_with_what_goes_on(client, project, opens, closes, waiting, words):
    today = timezone.localdate()
    closing = closes if closes is None else today + timedelta(days=closes)
    round = RoundFactory(
        project=project, name="nabór I", places=2, opens_on=today + timedelta(days=opens), closes_on=closing
    )
    CandidateFactory.create_batch(waiting, round=round)
    assert words in said(client.get(address("list", project)))


def test_quick_counts_add_up_and_each_shows_its_own(client, round, project):
    item = ChecklistItemFactory(project=project)
    CandidateFactory(round=round, last_name="Bezpapierowa")
    complete = CandidateFactory(round=round, last_name="Kompletna")
    ReceivedDocumentFactory(candidate=complete, item=item)
    for decision in ("qualified", "reserve", "rejected", "withdrawn"):
        CandidateFactory(round=round, decision=decision, last_name=f"Osoba-{decision}")
    page = client.get(address("list", project))
    counts = {key: n for key, _label, n in page.context["quick"]}
    assert counts == {"": 6, "incomplete": 1, "waiting": 1, "qualified": 1, "reserve": 1, "rejected": 1, "withdrawn": 1}
    for state, name in (("incomplete", "Bezpapierowa"), ("waiting", "Kompletna"), ("reserve", "Osoba-reserve")):
        shown = client.get(address("list", project), {"state": state})
        assert [one.facts.last_name for one in shown.context["page"]] == [name]


@pytest.mark.parametrize("typed", ["lukasik", "ŁUKASIK żan", "2024/077"])
def test_a_candidate_is_found_without_accents_and_by_number(client, round, project, typed):
    CandidateFactory(round=round, last_name="Łukasik", first_name="Żaneta", number="K/2024/077")
    CandidateFactory(round=round, last_name="Nowak")
    page = client.get(address("list", project), {"q": typed})
    assert [one.facts.last_name for one in page.context["page"]] == ["Łukasik"]


def test_names_stand_in_polish_order(client, round, project):
    for name in ("Żak", "Łoś", "Lis", "Ćma", "Czyż"):
        CandidateFactory(round=round, last_name=name)
    page = client.get(address("list", project))
    assert [one.facts.last_name for one in page.context["page"]] == ["Czyż", "Ćma", "Lis", "Łoś", "Żak"]


def test_the_list_narrows_to_a_round_and_says_so_when_nobody_is_left(client, round, project):
    other = RoundFactory(project=project, name="nabór II")
    CandidateFactory(round=round, last_name="Pierwsza")
    CandidateFactory(round=other, last_name="Druga")
    page = client.get(address("list", project), {"round": other.pk})
    assert [one.facts.last_name for one in page.context["page"]] == ["Druga"]
    assert "Żadne zgłoszenie nie odpowiada" in said(client.get(address("list", project), {"q": "nikt taki"}))


def test_a_value_that_the_filter_does_not_know_narrows_nothing(client, round, project):
    CandidateFactory(round=round)
    page = client.get(address("list", project), {"round": "x", "sex": "?", "state": "y", "sort": "z", "page": "q"})
    assert page.context["page"].paginator.count == 1


def test_a_reading_of_the_list_leaves_one_line_in_the_log(client, round, project, coordinator):
    CandidateFactory.create_batch(3, round=round)
    client.get(address("list", project))
    assert AccessLog.objects.filter(user=coordinator, act=AccessLog.Act.LIST).count() == 1


PAGES = ["list", "ranking", "decisions", "rules", "answers", "retention"]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_asks_more_for_many_candidates_than_the_bound(
    name, client, round, project, django_assert_max_num_queries
):
    fill(round, project)
    path = address(name, project, *([round.pk] if name in ("ranking", "decisions", "rules", "answers") else []))
    with django_assert_max_num_queries(12):
        client.get(path)


def test_the_newest_round_stands_first(client, project):
    RoundFactory(project=project, name="nabór I", opens_on=date(2024, 1, 10))
    RoundFactory(project=project, name="nabór II", opens_on=date(2024, 2, 10))
    page = client.get(address("list", project))
    assert [one["round"].name for one in page.context["rounds"]] == ["nabór II", "nabór I"]
    assert said(page).count("Nabór II zakończył się") == 1
