"""Events where people are counted and not named."""

import uuid

import pytest

from activities.models import HeadcountEvent
from participants.models import Participation

from ..factories import HeadcountEventFactory, ProjectFactory, TeamMemberFactory
from .house import text_of, to

TYPED = {
    "name": "Festyn rodzinny",
    "kind": "festival",
    "held_on": "15.06.2024",
    "place": "rynek",
    "visitors": "492",
    "women": "",
    "men": "",
    "description": "",
}


@pytest.fixture
def page(client_of, social_worker):
    """Opens a page as the social worker."""
    return client_of(social_worker)


def test_an_event_is_recorded_and_makes_no_participant(project, page):
    response = page.post(to("event_add", project), TYPED | {"women": "300", "men": "192"})
    event = HeadcountEvent.objects.get()
    assert response.url == to("events", project)
    assert (event.project, event.visitors, event.women, event.men) == (project, 492, 300, 192)
    assert not Participation.objects.exists()


def test_an_event_posted_twice_is_made_once(project, page):
    typed = TYPED | {"submission": str(uuid.uuid4())}
    answers = [page.post(to("event_add", project), typed) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [302, 302]
    assert HeadcountEvent.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "visitors"), [({"visitors": ""}, None), ({"visitors": "", "women": "3", "men": "4"}, 7)]
)
def test_the_number_may_be_unknown_or_follow_from_its_parts(project, page, typed, visitors):
    page.post(to("event_add", project), TYPED | typed)
    assert HeadcountEvent.objects.get().visitors == visitors


WRONG = [
    ({"name": ""}, "To pole jest wymagane."),
    (
        {"held_on": "31.12.2023"},
        "Ten dzień jest poza okresem realizacji projektu (01.01.2024–31.12.2026). Popraw datę.",
    ),
    ({"kind": "party"}, "Wybierz poprawną wartość."),
    ({"visitors": "10", "women": "6", "men": "5"}, "Kobiety i mężczyźni nie zgadzają się z liczbą osób."),
    ({"visitors": "10", "women": "11"}, "Kobiety i mężczyźni nie zgadzają się z liczbą osób."),
    ({"visitors": "-1"}, "Upewnij się, że ta wartość jest większa lub równa 0."),
    ({"visitors": "wielu"}, "Wpisz liczbę całkowitą."),
]


@pytest.mark.parametrize(("typed", "sentence"), WRONG)
def test_what_is_wrong_is_said_and_nothing_is_written(project, page, typed, sentence):
    response = page.post(to("event_add", project), TYPED | typed)
    assert response.status_code == 200
    assert sentence in text_of(response)
    assert 'value="rynek"' in response.content.decode()
    assert not HeadcountEvent.objects.exists()


def test_the_list_counts_and_says_that_visitors_are_no_participants(project, page):
    HeadcountEventFactory(project=project, visitors=492, women=300, men=192)
    HeadcountEventFactory(project=project, visitors=None)
    HeadcountEventFactory(visitors=1000)
    text = text_of(page.get(to("events", project)))
    assert "Nie są one uczestnikami projektu" in text
    assert "2 wydarzenia. Policzono łącznie 492 osoby na 1 wydarzeniu." in text


def test_without_events_one_is_told_what_they_are_for(project, page):
    text = text_of(page.get(to("events", project)))
    assert "Dodaj pierwsze wydarzenie" in text
    assert "Gdy trzeba wiedzieć, kto przyszedł, to są zajęcia, a nie wydarzenie." in text


def test_an_event_is_changed(project, page):
    event = HeadcountEventFactory(project=project)
    page.post(to("event_edit", project, event.pk), TYPED)
    event.refresh_from_db()
    assert (event.name, event.visitors) == ("Festyn rodzinny", 492)


def test_an_event_of_another_project_does_not_exist_here(project, page, social_worker):
    other = ProjectFactory()
    TeamMemberFactory(project=other, user=social_worker)
    event = HeadcountEventFactory(project=other)
    assert page.get(to("event_edit", project, event.pk)).status_code == 404
    assert page.post(to("event_edit", project, event.pk), TYPED).status_code == 404


@pytest.mark.parametrize("name", ["event_add", "event_edit"])
def test_the_controller_changes_no_event(project, client_of, controller, name):
    event = HeadcountEventFactory(project=project)
    numbers = [event.pk] if name == "event_edit" else []
    assert client_of(controller).post(to(name, project, *numbers), TYPED).status_code == 403


@pytest.mark.parametrize("events", [3, 60])
def test_the_list_asks_at_most_twelve_times(project, page, events, django_assert_max_num_queries):
    for _ in range(events):
        HeadcountEventFactory(project=project)
    with django_assert_max_num_queries(12):
        assert page.get(to("events", project)).status_code == 200
