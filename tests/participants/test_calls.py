"""Calls: recorded in one short form, corrected, and what they say of the follow-up on the person's page."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from accounts.models import AccessLog
from participants.models import Call, Participation

from ..factories import ContactFactory, OutcomeFactory, ParticipationFactory
from .paper import address, errors, text

TODAY = timezone.localdate()
TOMORROW = f"{TODAY + timedelta(days=1):%d.%m.%Y}"
CALL = {
    "made_on": f"{TODAY:%d.%m.%Y}",
    "channel": "phone",
    "result": "promised",
    "note": "w piątek",
    "next_on": TOMORROW,
}


@pytest.fixture
def worker(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def gone(project):
    return ParticipationFactory(project=project, left_on=date(2024, 9, 30), exit_reason="completed")


def test_a_call_is_recorded_with_who_made_it_and_leads_back(worker, project, gone, social_worker):
    radar = address("deadlines", project)
    response = worker.post(f"{address('call_add', project, gone.pk)}?next={radar}", CALL)
    call = gone.calls.get()
    assert (call.made_by, call.result, call.note, call.next_on) == (
        social_worker,
        "promised",
        "w piątek",
        TODAY + timedelta(days=1),
    )
    assert response.url == radar
    assert AccessLog.objects.filter(subject=f"{gone.reference} kontakt").exists()


def test_a_call_sent_twice_is_one(worker, project, gone):
    data = {**CALL, "submission": str(uuid4())}
    for _time in range(2):
        worker.post(address("call_add", project, gone.pk), data)
    assert gone.calls.count() == 1


WRONG = [
    ({"made_on": ""}, "made_on", "Wpisz dzień kontaktu."),
    ({"made_on": TOMORROW}, "made_on", "Ten dzień jest w przyszłości."),
    ({"result": ""}, "result", "Wybierz, co z tego wynikło."),
    ({"result": "handed_over"}, "result", "nie jest żadną z dostępnych opcji"),
    ({"next_on": "01.01.2020"}, "next_on", "wcześniejsza niż ta"),
    ({"result": "refused"}, "next_on", "nie ma następnej próby"),
    ({"result": "closed", "note": "", "next_on": ""}, "note", "Napisz, dlaczego sprawa jest zamknięta."),
]


@pytest.mark.parametrize(("typed", "field", "sentence"), WRONG, ids=lambda value: str(value))
def test_a_wrong_call_is_refused_beside_its_field(worker, project, gone, typed, field, sentence):
    response = worker.post(address("call_add", project, gone.pk), {**CALL, **typed})
    assert sentence in errors(response)[field]
    assert not Call.objects.exists()


def test_a_script_gets_the_short_form_alone_with_the_way_back(worker, project, gone):
    url = f"{address('call_add', project, gone.pk)}?next=/projekty/"
    page = text(worker.get(url, headers={"HX-Request": "true"}))
    assert page.startswith("<form")
    assert "?next=%2Fprojekty%2F" in page


def test_a_call_is_corrected_and_one_recorded_by_mistake_deleted(worker, project, gone):
    call = ContactFactory(participation=gone)
    url = address("call_edit", project, gone.pk, call.pk)
    worker.post(url, CALL)
    assert gone.calls.get().result == "promised"
    worker.post(url, {"delete": "1"})
    assert not gone.calls.exists()


def test_a_change_of_caretaker_cannot_be_rewritten_as_a_call(worker, project, gone):
    handed = ContactFactory(participation=gone, result="handed_over", channel="team")
    assert worker.get(address("call_edit", project, gone.pk, handed.pk)).status_code == 404


def test_a_call_of_somebody_else_is_not_found(worker, project, gone):
    other = ContactFactory(participation__project=project)
    assert worker.get(address("call_edit", project, gone.pk, other.pk)).status_code == 404


def test_the_page_of_a_person_shows_the_log_and_lets_a_reader_only_read(client_of, controller, worker, project, gone):
    ContactFactory(participation=gone, note="nie odebrała")
    assert "nie odebrała" in text(client_of(controller).get(gone.get_absolute_url()))
    assert address("call_add", project, gone.pk) not in text(client_of(controller).get(gone.get_absolute_url()))
    assert address("call_add", project, gone.pk) in text(worker.get(gone.get_absolute_url()))


# --- how the follow-up stands


def page_of_one(client, **facts):
    outcome, call = facts.pop("outcome", None), facts.pop("call", None)
    one = ParticipationFactory(**{"exit_reason": "completed", **facts})
    if outcome is not None:
        OutcomeFactory(participation=one, **outcome)
    if call is not None:
        ContactFactory(participation=one, **call)
    return text(client.get(one.get_absolute_url()))


LONG_AGO, LATELY = date(2024, 9, 30), TODAY - timedelta(days=5)
STANDS = [
    ({"left_on": LONG_AGO}, "Monitorowanie trwa", "Czeka: dowód rezultatu, termin minął 28.10.2024."),
    ({"left_on": LATELY}, "Monitorowanie trwa", "Czeka: dowód rezultatu do"),
    ({"left_on": LATELY, "outcome": {}}, "Monitorowanie trwa", "Dowód jest. Następny rezultat policzy się z datą do"),
    ({"left_on": LONG_AGO, "outcome": {}}, "Monitorowanie zakończone", "Terminy minęły, dowody są."),
    (
        {"left_on": LONG_AGO, "call": {"result": "closed", "note": "wyjazd"}},
        "Monitorowanie zakończone",
        "Bez czekania na dowód: sprawa zamknięta, 30.09.2024. Powód: wyjazd.",
    ),
    (
        {"left_on": LATELY, "call": {"result": "refused"}},
        "Monitorowanie zakończone",
        "Bez czekania na dowód: odmawia kontaktu",
    ),
]


@pytest.mark.parametrize(("facts", "word", "sentence"), STANDS, ids=lambda value: str(value)[:70])
def test_the_page_of_a_person_says_how_the_follow_up_stands(worker, project, facts, word, sentence):
    project.ends_on = max(project.ends_on, TODAY)
    project.save()
    page = page_of_one(worker, project=project, **facts)
    assert word in page
    assert sentence in page


def test_somebody_who_is_still_there_has_no_follow_up(worker, project):
    page = page_of_one(worker, project=project, exit_reason="")
    assert "onitorowanie" not in page


# --- what the database keeps of the calls


def kept(one):
    return Participation.objects.values_list("next_call_on", "matter_closed_on").get(pk=one.pk)


def test_the_newest_attempt_decides_whoever_writes_it(gone):
    first, second = gone.left_on, gone.left_on + timedelta(days=3)
    refused = ContactFactory(participation=gone, made_on=second, result="refused")
    ContactFactory(participation=gone, made_on=first, next_on=second)
    assert kept(gone) == (None, second)
    ContactFactory(participation=gone, made_on=second, result="handed_over", channel="team")
    assert kept(gone) == (None, second)
    Call.objects.filter(pk=refused.pk).update(result="promised", next_on=second)
    assert kept(gone) == (second, None)
    refused.delete()
    assert kept(gone) == (second, None)
    gone.calls.all().delete()
    assert kept(gone) == (None, None)


def test_many_calls_at_once_are_kept_each_with_its_person(project):
    people = [ParticipationFactory(project=project, left=True) for _n in range(3)]
    days = [one.left_on + timedelta(days=n) for n, one in enumerate(people)]
    Call.objects.bulk_create(
        Call(participation=one, made_on=one.left_on, result="no_answer", next_on=day)
        for one, day in zip(people, days, strict=True)
    )
    assert [kept(one)[0] for one in people] == days


def test_a_call_is_no_change_of_the_persons_data(gone):
    before = Participation.objects.get(pk=gone.pk).updated_at
    ContactFactory(participation=gone, result="refused")
    assert Participation.objects.get(pk=gone.pk).updated_at == before
