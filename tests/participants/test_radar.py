"""The page of deadlines: what a row says, what narrows the list, and what is done for several people at once."""

from datetime import date, timedelta

import pytest

from participants.models import Call, Participation

from ..factories import ContactFactory, OutcomeFactory, ParticipationFactory
from .paper import address

LEFT = date(2024, 9, 2)  # the window is open until 30.09.2024, that day included
ON = "30.09.2024"


@pytest.fixture
def gone(project):
    return ParticipationFactory(
        project=project, person__last_name="Łukasik", person__first_name="Żaneta", left_on=LEFT, exit_reason="completed"
    )


@pytest.fixture
def worker(client_of, social_worker):
    return client_of(social_worker)


def page_of(client, project, **asked):
    content = client.get(address("deadlines", project), {"on": ON, **asked}).content.decode()
    return " ".join(content.split()).replace("\xa0", " ")


def test_the_page_says_how_many_wait_and_travels_with_its_day(client_of, controller, project, gone):
    ParticipationFactory(project=project, left_on=LEFT - timedelta(days=100), exit_reason="dropped_out")
    page = page_of(client_of(controller), project)
    assert "Po zakończeniu udziału 2 osoby czekają na dowód: 1 z terminem, który biegnie, 1 po terminie." in page
    assert "dowód rezultatu do 30.09.2024" in page
    assert "Termin minął dawniej, dowodu nie ma i nikt nie zamknął sprawy" in page
    assert 'value="30.09.2024"' in page
    for name in ("outcome_add", "call_add", "write"):
        assert address(name, project, gone.pk) not in page


def test_a_row_says_who_looks_after_her_what_came_of_the_last_call_and_when_the_next_is(
    worker, project, gone, coordinator
):
    Participation.objects.filter(pk=gone.pk).update(caretaker=coordinator)
    ContactFactory(participation=gone, note="nie odebrała", next_on=date(2024, 9, 28))
    page = page_of(worker, project)
    assert "umówiona próba 28.09.2024" in page
    assert "ostatnio 02.09.2024, telefon: brak odpowiedzi (nie odebrała)" in page
    assert "opiekun: Katarzyna Kowal" in page
    assert "Próby kontaktu umówione na dziś albo wcześniej: 1." in page
    for name in ("outcome_add", "call_add", "write"):
        assert address(name, project, gone.pk) in page


def test_the_page_says_when_nobody_waits_and_what_would_bring_somebody_here(client_of, controller, project):
    page = page_of(client_of(controller), project)
    assert "Nikt nie czeka na dowód" in page
    assert "Gdy ktoś zakończy udział, pojawi się tutaj" in page


def test_an_empty_page_of_a_project_that_people_have_left_does_not_speak_as_if_nobody_had(
    client_of, controller, project, gone
):
    OutcomeFactory(participation=gone)
    page = page_of(client_of(controller), project, on="10.10.2024")
    assert "Nikt nie czeka na dowód: każdy, kto zakończył udział, ma go" in page
    assert "Do tego dnia 1 osoba zakończyła udział. Nie ma już na co czekać." in page
    assert "Gdy ktoś zakończy udział" not in page
    assert "bo nikt jeszcze nie zakończył udziału" in page_of(client_of(controller), project, on="01.09.2024")


# whose people, the window, the state → who is on the list
CHOICES = [
    ({}, {"hers", "his", "nobody's"}),
    ({"caretaker": "mine"}, {"hers"}),
    ({"caretaker": "none"}, {"nobody's"}),
    ({"state": "due"}, {"his"}),
    ({"state": "late"}, {"nobody's"}),
    ({"state": "open"}, {"hers", "his"}),
    ({"state": "proved"}, {"proved"}),
    ({"state": "closed"}, {"closed"}),
    ({"window": "effectiveness"}, set()),
    ({"state": "nonsense", "caretaker": "99999"}, {"hers", "his", "nobody's"}),
]


@pytest.mark.parametrize(("asked", "expected"), CHOICES)
def test_the_list_is_narrowed_by_caretaker_window_and_state(
    worker, project, social_worker, coordinator, asked, expected
):
    left = {"hers": LEFT, "his": LEFT, "nobody's": LEFT - timedelta(days=9), "proved": LEFT, "closed": LEFT}
    rows = {
        name: ParticipationFactory(project=project, person__last_name=name, left_on=day, exit_reason="completed")
        for name, day in left.items()
    }
    for name, caretaker in {"hers": social_worker, "his": coordinator}.items():
        Participation.objects.filter(pk=rows[name].pk).update(caretaker=caretaker)
    ContactFactory(participation=rows["his"], next_on=date(2024, 9, 20))
    ContactFactory(participation=rows["closed"], result="closed", note="wyjazd")
    OutcomeFactory(participation=rows["proved"])
    response = worker.get(address("deadlines", project), {"on": ON, **asked})
    assert {one.person.last_name for one in response.context["page"]} == expected


def test_a_colleague_is_chosen_by_name(worker, project, gone, coordinator):
    Participation.objects.filter(pk=gone.pk).update(caretaker=coordinator)
    response = worker.get(address("deadlines", project), {"on": ON, "caretaker": coordinator.pk})
    assert [one.pk for one in response.context["page"]] == [gone.pk]


# --- several people at once


def test_people_are_handed_over_with_a_note_that_both_see(worker, project, gone, social_worker, coordinator, client_of):
    Participation.objects.filter(pk=gone.pk).update(caretaker=social_worker)
    other = ParticipationFactory(project=project, left_on=LEFT, exit_reason="completed")
    url = address("deadlines_hand_over", project)
    data = {"people": [gone.pk, other.pk], "to": coordinator.pk, "note": "dzwonić po 15"}
    response = worker.post(f"{url}?next={address('deadlines', project)}?on=2024-09-30", data, follow=True)
    assert "Zmieniono opiekuna: 2 osoby." in " ".join(str(m) for m in response.context["messages"]).replace("\xa0", " ")
    assert set(project.participations.values_list("caretaker", flat=True)) == {coordinator.pk}
    notes = set(Call.objects.values_list("result", "channel", "note", "made_by"))
    assert notes == {("handed_over", "team", "przejmuje: Katarzyna Kowal. dzwonić po 15", social_worker.pk)}
    assert "przekazanie: Sylwia Socha" in page_of(client_of(coordinator), project, caretaker="mine")
    assert "przekazanie: Sylwia Socha" in page_of(worker, project, caretaker="given")


def test_who_is_in_that_care_already_is_not_handed_over_again(worker, project, gone, coordinator):
    Participation.objects.filter(pk=gone.pk).update(caretaker=coordinator)
    worker.post(address("deadlines_hand_over", project), {"people": gone.pk, "to": coordinator.pk})
    assert not Call.objects.exists()
    worker.post(address("deadlines_hand_over", project), {"people": gone.pk, "to": "nobody"})
    assert Participation.objects.get(pk=gone.pk).caretaker is None
    assert Call.objects.get().note == "bez opiekuna"


REFUSED = [
    ("deadlines_hand_over", {"to": "nobody"}, "Nikogo nie zaznaczono."),
    ("deadlines_hand_over", {"people": "own"}, "Wybierz, kto przejmuje te osoby."),
    ("deadlines_hand_over", {"people": "own", "to": "controller"}, "Wybierz osobę z zespołu projektu."),
    ("deadlines_hand_over", {"people": "foreign", "to": "nobody"}, "Nikogo nie zaznaczono."),
    ("deadlines_close", {"people": "own"}, "Napisz, dlaczego sprawa jest zamknięta."),
    ("deadlines_close", {"people": "nonsense", "reason": "wyjazd"}, "Nikogo nie zaznaczono."),
]


@pytest.mark.parametrize(("name", "data", "sentence"), REFUSED, ids=lambda value: str(value))
def test_without_people_a_colleague_or_a_reason_nothing_changes(
    worker, project, gone, controller, name, data, sentence
):
    known = {"own": gone.pk, "foreign": ParticipationFactory().pk, "controller": controller.pk}
    response = worker.post(address(name, project), {k: known.get(v, v) for k, v in data.items()}, follow=True)
    assert sentence in " ".join(str(message) for message in response.context["messages"])
    assert not Call.objects.exists()


def test_matters_are_closed_with_a_reason_that_stays_in_the_log(worker, project, gone):
    worker.post(address("deadlines_close", project), {"people": gone.pk, "reason": "wyjazd za granicę"})
    assert gone.calls.get().note == "wyjazd za granicę"
    assert not list(worker.get(address("deadlines", project), {"on": ON}).context["page"])
    assert "sprawa zamknięta" in page_of(worker, project, state="closed")


# --- how much it asks of the database


@pytest.mark.parametrize("many", [1, 40])
def test_the_page_has_at_most_twelve_queries(worker, project, coordinator, django_assert_max_num_queries, many):
    for _n in range(many):
        one = ParticipationFactory(project=project, left_on=LEFT, exit_reason="completed", caretaker=coordinator)
        ContactFactory(participation=one, made_by=coordinator)
        ContactFactory(participation=one, result="handed_over", channel="team", made_by=coordinator)
    with django_assert_max_num_queries(12):
        worker.get(address("deadlines", project), {"on": ON})
