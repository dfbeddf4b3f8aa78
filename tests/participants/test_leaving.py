"""Leaving and coming back, outcomes with their proofs, and until when each counts."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from participants.models import Outcome, Participation
from projects.models import ProgrammingPeriod

from ..factories import (
    EnrolmentFactory,
    OutcomeFactory,
    ParticipationFactory,
    PremiseFactory,
    ProjectFactory,
    TeamMemberFactory,
)
from .paper import address

LEFT = date(2024, 9, 30)
LEAVING = {"left_on": "30.09.2024", "exit_reason": "completed"}
TOMORROW = f"{timezone.localdate() + timedelta(days=1):%d.%m.%Y}"


@pytest.fixture
def worker(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def person(project):
    return ParticipationFactory(project=project, person__last_name="Łukasik", person__first_name="Żaneta")


@pytest.fixture
def gone(project):
    return ParticipationFactory(project=project, left_on=LEFT, exit_reason="completed")


def text(response):
    return " ".join(response.content.decode().split()).replace("\xa0", " ")


def errors(response):
    return {name: " ".join(told) for name, told in response.context["form"].errors.items()}


def again(participation):
    return Participation.objects.get(pk=participation.pk)


# --- leaving


def test_leaving_is_recorded_and_the_last_day_for_proofs_is_told(worker, project, person):
    url = address("leave", project, person.pk)
    response = worker.post(url, {**LEAVING, "situations": ["job", "qualification"], "exit_note": "staż"}, follow=True)
    row = again(person)
    assert (row.left_on, row.exit_reason, row.situations) == (LEFT, "completed", ["job", "qualification"])
    assert "Zapisano zakończenie udziału 30.09.2024." in text(response)
    assert "Dowody rezultatów liczą się do 28.10.2024 włącznie." in text(response)


def test_leaving_may_go_straight_on_to_an_outcome(worker, project, person):
    response = worker.post(address("leave", project, person.pk), {**LEAVING, "add_outcome": "1"})
    assert response.url == address("outcome_add", project, person.pk)


WRONG = [
    ({"left_on": ""}, "left_on", "Wpisz datę zakończenia."),
    ({"exit_reason": ""}, "exit_reason", "Zaznacz, jak zakończył się udział."),
    ({"left_on": "04.02.2024"}, "left_on", "Zakończenie udziału jest wcześniejsze niż rozpoczęcie."),
    ({"left_on": "01.01.2027"}, "left_on", "Projekt kończy się 31.12.2026."),
    ({"situations": ["job", "seeking", "other"]}, "situations", "miejsce na dwie sytuacje"),
    ({"situations": ["job", "not_applicable"]}, "situations", "„Nie dotyczy” wyklucza pozostałe odpowiedzi."),
    ({"business_started_on": "01.01.2024"}, "business_started_on", "Działalność założono przed rozpoczęciem udziału."),
]


@pytest.mark.parametrize(("typed", "field", "sentence"), WRONG, ids=lambda value: str(value))
def test_a_wrong_leaving_is_refused_beside_its_field(worker, project, person, typed, field, sentence):
    response = worker.post(address("leave", project, person.pk), {**LEAVING, **typed})
    assert sentence in errors(response)[field]
    assert again(person).left_on is None


def test_leaving_in_the_future_is_refused(worker, person, project):
    project.ends_on = date(2099, 12, 31)
    project.save()
    response = worker.post(address("leave", project, person.pk), {**LEAVING, "left_on": TOMORROW})
    assert "Data zakończenia jest w przyszłości." in errors(response)["left_on"]


def test_somebody_who_has_not_entered_cannot_leave(worker, project):
    waiting = ParticipationFactory(project=project, entered_on=None)
    response = worker.post(address("leave", project, waiting.pk), LEAVING)
    assert "Zanim udział się zakończy, musi mieć datę rozpoczęcia." in errors(response)["left_on"]


def test_each_official_form_offers_its_own_situations(client_of, social_worker):
    offered = {}
    for period in (ProgrammingPeriod.ESF_2014, ProgrammingPeriod.ESF_PLUS_2021):
        project = ProjectFactory(period=period)
        TeamMemberFactory(project=project, user=social_worker, role="social_worker")
        participation = ParticipationFactory(project=project)
        form = client_of(social_worker).get(address("leave", project, participation.pk)).context["form"]
        offered[period] = {value for value, _label in form.fields["situations"].choices}
    assert offered[ProgrammingPeriod.ESF_2014] - offered[ProgrammingPeriod.ESF_PLUS_2021] == {"still_employed"}
    assert offered[ProgrammingPeriod.ESF_PLUS_2021] - offered[ProgrammingPeriod.ESF_2014] == {"social"}


def test_the_windows_of_a_day_being_typed_are_shown_and_nothing_is_saved(worker, project, person):
    page = text(worker.get(address("leave", project, person.pk), {"left_on": "30.09.2024"}))
    assert "do 28.10.2024 włącznie" in page
    assert "do 29.12.2024 włącznie" in page
    assert again(person).left_on is None


def test_a_support_that_goes_on_is_pointed_at(worker, project, person):
    enrolment = EnrolmentFactory(participation=person)
    assert f"Jeszcze trwa: {enrolment.group.form_of_support}." in text(worker.get(address("leave", project, person.pk)))


# --- coming back


def test_coming_back_asks_first_and_then_withdraws_the_leaving(worker, project, gone):
    url = address("reopen", project, gone.pk)
    assert "zakończenie 30.09.2024 zostanie cofnięte" in text(worker.get(url))
    assert again(gone).left_on == LEFT
    worker.post(url)
    row = again(gone)
    assert (row.left_on, row.exit_reason, row.entered_on) == (None, "", gone.entered_on)


def test_there_is_nothing_to_withdraw_for_somebody_who_is_there(worker, project, person):
    assert worker.get(address("reopen", project, person.pk)).url == person.get_absolute_url()


# --- outcomes

OUTCOME = {"kind": "competence", "obtained_on": "30.09.2024", "title": "kurs", "evidence": "zaświadczenie nr 7"}
JOB = {"kind": "employment", "contract_kind": "employment", "contract_months": "3,5", "working_time": "0,5"}

VERDICTS = [
    ({}, "Zapisano rezultat. W terminie: dowody liczą się do 28.10.2024 włącznie."),
    ({"obtained_on": "28.10.2024"}, "Zapisano rezultat. W terminie"),
    ({"obtained_on": "29.10.2024"}, "Po terminie: do wskaźników rezultatu liczyły się dowody do 28.10.2024 włącznie."),
    ({"evidence": ""}, "Bez dokumentu nie liczy się do żadnego wskaźnika."),
    ({"obtained_on": "04.02.2024"}, "Rezultat jest sprzed rozpoczęcia udziału (05.02.2024)"),
    ({"kind": "qualification"}, "Kwalifikacja liczy się dopiero po egzaminie i walidacji"),
    ({"kind": "qualification", "is_validated": "on"}, "Zapisano rezultat. W terminie"),
    ({**JOB, "obtained_on": "29.12.2024"}, "Może liczyć się do efektywności, do 29.12.2024 włącznie."),
    ({**JOB, "obtained_on": "30.12.2024"}, "Ten się nie policzy."),
]


@pytest.mark.parametrize(("changes", "sentence"), VERDICTS, ids=lambda value: str(value)[:60])
def test_an_outcome_is_saved_and_told_whether_it_counts(worker, project, gone, changes, sentence):
    url = address("outcome_add", project, gone.pk)
    response = worker.post(url, {**OUTCOME, "submission": str(uuid4()), **changes}, follow=True)
    assert gone.outcomes.count() == 1
    notice = " ".join(str(message) for message in response.context["messages"]).replace("\n", " ")
    assert sentence in notice
    counts = notice.startswith("Zapisano rezultat.")
    assert counts == any(getattr(again(gone), name) for name in ("competent_on", "qualified_on", "employed_on"))


def test_an_outcome_of_somebody_still_there_waits_for_the_leaving(worker, project, person):
    response = worker.post(address("outcome_add", project, person.pk), OUTCOME, follow=True)
    assert "Policzy się, gdy osoba zakończy udział" in text(response)


def test_an_outcome_sent_twice_is_one(worker, project, gone):
    data = {**OUTCOME, "submission": str(uuid4())}
    for _time in range(2):
        worker.post(address("outcome_add", project, gone.pk), data)
    assert gone.outcomes.count() == 1


def test_what_does_not_apply_to_the_kind_is_forgotten(worker, project, gone):
    foreign = {"is_validated": "on", "contract_months": "dużo", "contract_value": "-5", "progress_sign": "health"}
    worker.post(address("outcome_add", project, gone.pk), {**OUTCOME, **foreign})
    outcome = gone.outcomes.get()
    assert (outcome.is_validated, outcome.contract_months, outcome.contract_value, outcome.progress_sign) == (
        False,
        None,
        None,
        "",
    )


def test_a_job_keeps_what_effectiveness_asks_for(worker, project, gone):
    worker.post(address("outcome_add", project, gone.pk), {**OUTCOME, **JOB})
    outcome = gone.outcomes.get()
    assert (float(outcome.contract_months), float(outcome.working_time)) == (3.5, 0.5)
    assert again(gone).effective_job_on == LEFT


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"kind": ""}, "kind", "Wybierz, co osoba osiągnęła."),
        ({"obtained_on": ""}, "obtained_on", "Wpisz datę"),
        ({"obtained_on": TOMORROW}, "obtained_on", "Data rezultatu jest w przyszłości."),
        ({**JOB, "working_time": "1,5"}, "working_time", "nie większy niż 1"),
        ({**JOB, "contract_months": "trzy"}, "contract_months", "liczb"),
    ],
    ids=lambda value: str(value),
)
def test_a_wrong_outcome_is_refused_beside_its_field(worker, project, gone, changes, field, sentence):
    response = worker.post(address("outcome_add", project, gone.pk), {**OUTCOME, **changes})
    assert sentence in errors(response)[field]
    assert not Outcome.objects.exists()


def test_an_outcome_is_corrected_and_one_recorded_by_mistake_deleted(worker, project, gone):
    outcome = OutcomeFactory(participation=gone, evidence="")
    url = address("outcome_edit", project, gone.pk, outcome.pk)
    worker.post(url, OUTCOME)
    assert again(gone).competent_on == LEFT
    worker.post(url, {"delete": "1"})
    assert again(gone).competent_on is None
    assert not Outcome.objects.exists()


def test_an_outcome_of_somebody_else_is_not_found(worker, project, gone):
    other = OutcomeFactory(participation__project=project)
    assert worker.get(address("outcome_edit", project, gone.pk, other.pk)).status_code == 404


# --- the person's page


def test_the_page_of_a_person_tells_the_whole_story(worker, project, gone):
    PremiseFactory(participation=gone, document="")
    OutcomeFactory(participation=gone, obtained_on=LEFT + timedelta(days=29))
    EnrolmentFactory(participation=gone, finished=True)
    page = text(worker.get(gone.get_absolute_url()))
    for told in (
        "Udział 05.02.2024–30.09.2024. Dowody rezultatów liczą się do 28.10.2024 włącznie.",
        "bezrobotna zarejestrowana, długotrwale",
        "brak dokumentu – przesłanka się nie liczy",
        "kurs komputerowy",
        "po terminie, nie liczy się",
        "zgodnie z zaplanowaną ścieżką",
    ):
        assert told in page


def test_a_reader_sees_the_page_without_ways_to_change_it(client_of, controller, project, gone):
    page = text(client_of(controller).get(gone.get_absolute_url()))
    for name in ("edit", "leave", "reopen", "contact", "outcome_add"):
        assert address(name, project, gone.pk) not in page


def test_the_page_of_a_person_has_at_most_fifteen_queries(worker, project, gone, django_assert_max_num_queries):
    for _n in range(5):
        OutcomeFactory(participation=gone)
        EnrolmentFactory(participation=gone)
        ParticipationFactory(project=project, surroundings=True, main_participation=gone)
    with django_assert_max_num_queries(15):
        worker.get(gone.get_absolute_url())


def test_the_present_contact_is_changed_apart_from_the_day_of_entry(worker, project, gone):
    data = {"phone": "32 123 45 67", "email": "", "country": "Polska", "place": "Będzin", "postcode": "42500"}
    response = worker.post(address("contact", project, gone.pk), data, follow=True)
    row = Participation.objects.select_related("person").get(pk=gone.pk)
    assert (row.person.place, row.person.postcode, row.place) == ("Będzin", "42-500", "Sosnowiec")
    assert "Dane z dnia przystąpienia się nie zmieniły." in text(response)


def test_a_wrong_postcode_of_the_present_address_is_refused(worker, project, gone):
    response = worker.post(address("contact", project, gone.pk), {"country": "Polska", "postcode": "4-2"})
    assert "Kod pocztowy ma postać 00-000" in errors(response)["postcode"]
