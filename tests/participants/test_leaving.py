"""Leaving and coming back, by the path or not, and the page of a person."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from participants.models import Participation
from projects.models import ProgrammingPeriod

from ..factories import (
    EnrolmentFactory,
    OutcomeFactory,
    ParticipationFactory,
    PremiseFactory,
    ProjectFactory,
    TeamMemberFactory,
)
from .paper import address, again, errors, text

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
    ({"situations": ["job", "competence", "other"]}, "situations", "miejsce na dwie sytuacje"),
    ({"situations": ["seeking"]}, "situations", "nie jest żadną z dostępnych opcji"),  # unemployed at entry
    ({"exit_reason": "other"}, "exit_note", "Napisz krótko, z jakiego powodu."),
    ({"by_path": "False"}, "by_path_note", "Napisz dlaczego."),
    ({"exit_reason": "dropped_out", "by_path": "True"}, "by_path_note", "Napisz dlaczego."),
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


EVERYBODY = {"competence", "qualification", "other", "not_applicable"}
# status at entry and its detail → what is offered besides
STATUSES = [
    ("unemployed", "", {"education", "job"}),
    ("inactive", "inactive_other", {"education", "job", "seeking"}),
    ("inactive", "in_education", {"job", "seeking"}),
    ("employed", "", {"education"}),
]


@pytest.mark.parametrize(("status", "detail", "further"), STATUSES)
def test_only_situations_of_the_form_and_of_the_status_at_entry_are_offered(
    client_of, social_worker, status, detail, further
):
    own = {ProgrammingPeriod.ESF_2014: {"still_employed"} if status == "employed" else set()}
    own[ProgrammingPeriod.ESF_PLUS_2021] = {"social"}
    for period, of_form in own.items():
        project = ProjectFactory(period=period)
        TeamMemberFactory(project=project, user=social_worker, role="social_worker")
        facts = {"labour_status": status} if project.scope == "smefs" or status != "unemployed" else {}
        one = ParticipationFactory(project=project, **facts, **({"labour_detail": detail} if detail else {}))
        form = client_of(social_worker).get(address("leave", project, one.pk)).context["form"]
        assert {value for value, _label in form.fields["situations"].choices} == EVERYBODY | further | of_form


def test_a_situation_on_record_stays_on_offer(worker, project, gone):
    Participation.objects.filter(pk=gone.pk).update(situations=["seeking"])
    form = worker.get(address("leave", project, gone.pk)).context["form"]
    assert "seeking" in dict(form.fields["situations"].choices)


def test_nobody_who_works_at_entry_leaves_to_take_a_job_and_no_owner_of_a_business_founds_one(worker, project):
    one = ParticipationFactory(project=project, labour_status="employed", labour_detail="self_employed")
    form = worker.get(address("leave", project, one.pk)).context["form"]
    assert "took_job" not in dict(form.fields["exit_reason"].choices)
    assert "business_started_on" not in form.fields


def test_no_effect_at_all_is_said_by_two_answers(worker, project, person):
    worker.post(address("leave", project, person.pk), {**LEAVING, "situations": ["other", "not_applicable"]})
    assert again(person).situations == ["other", "not_applicable"]


def test_sm_efs_takes_several_situations(client_of, social_worker):
    one = ParticipationFactory(smefs=True)
    TeamMemberFactory(project=one.project, user=social_worker, role="social_worker")
    told = ["competence", "qualification", "job", "social"]
    client_of(social_worker).post(address("leave", one.project, one.pk), {**LEAVING, "situations": told})
    assert again(one).situations == told


# --- by the path or not

# way of leaving, planned and done, whether a job ends the path in this project → what follows
PATHS = [
    ("completed", (0, 0), False, True),
    ("completed", (3, 3), False, True),
    ("completed", (3, 2), False, False),
    ("took_job", (3, 3), False, False),
    ("took_job", (3, 1), True, True),
    ("dropped_out", (3, 3), True, False),
    ("removed", (0, 0), False, False),
]


@pytest.mark.parametrize(("reason", "path", "job_ends_path", "expected"), PATHS, ids=lambda value: str(value))
def test_by_path_follows_from_the_way_of_leaving_and_from_the_path(project, reason, path, job_ends_path, expected):
    project.job_ends_path = job_ends_path
    one = ParticipationFactory.build(
        project=project, left_on=LEFT, exit_reason=reason, path_planned=path[0], path_done=path[1]
    )
    assert one.ended_by_path is expected


def test_only_an_answer_that_departs_from_what_follows_is_kept_with_its_reason(worker, project, person):
    url = address("leave", project, person.pk)
    worker.post(url, {**LEAVING, "by_path": "True", "by_path_note": "bo tak"})
    assert (again(person).by_path, again(person).by_path_note) == (None, "")
    worker.post(url, {**LEAVING, "by_path": "False", "by_path_note": "staż bez zaliczenia"})
    row = again(person)
    assert (row.by_path, row.by_path_note, row.ended_by_path) == (False, "staż bez zaliczenia", False)
    page = text(worker.get(person.get_absolute_url()))
    assert "nie: staż bez zaliczenia" in page
    assert worker.get(url).context["form"]["by_path"].value() is False


def test_what_follows_is_told_while_typing_and_nothing_is_saved(worker, project, person):
    url = address("leave_says", project, person.pk)
    page = text(worker.post(url, {"left_on": "30.09.2024", "exit_reason": "took_job"}))
    assert "do 28.10.2024 włącznie" in page
    assert "Wynika: nie." in page
    assert "Do efektywności ten, kto przeszedł ścieżkę" in page
    page = text(worker.post(url, {"left_on": "30.9", "exit_reason": "dropped_out"}))
    assert "Wpisz datę, a pojawią się tutaj." in page
    assert "Do efektywności ta osoba się nie liczy" in page
    assert again(person).left_on is None


def test_where_effectiveness_is_not_measured_only_the_four_weeks_are_told(client_of, social_worker):
    one = ParticipationFactory(smefs=True)
    TeamMemberFactory(project=one.project, user=social_worker, role="social_worker")
    page = text(client_of(social_worker).get(address("leave", one.project, one.pk), {"left_on": "30.09.2024"}))
    assert "do 28.10.2024 włącznie" in page
    assert "29.12.2024" not in page


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


def test_the_page_of_a_person_has_at_most_thirty_queries(worker, project, gone, django_assert_max_num_queries):
    for _n in range(5):
        OutcomeFactory(participation=gone)
        EnrolmentFactory(participation=gone)
        ParticipationFactory(project=project, surroundings=True, main_participation=gone)
    with django_assert_max_num_queries(30):
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


# --- the situation after leaving, which outcomes speak of


def proposed(worker, participation):
    form = worker.get(address("leave", participation.project, participation.pk)).context["form"]
    return list(form["situations"].value())


def test_what_outcomes_show_is_proposed_as_the_situation_and_what_came_late_is_not(worker, gone):
    OutcomeFactory(participation=gone, kind="employment", obtained_on=LEFT + timedelta(days=28))
    OutcomeFactory(participation=gone, kind="qualification", obtained_on=LEFT + timedelta(days=29))
    OutcomeFactory(participation=gone, kind="employment", obtained_on=LEFT + timedelta(days=2))
    page = worker.get(gone.get_absolute_url())
    assert "Sytuacji po zakończeniu jeszcze nie wpisano." in text(page)
    assert proposed(worker, gone) == ["job"]
    assert again(gone).situations == []


def test_no_more_is_proposed_than_the_form_takes_nor_what_it_does_not_know(worker, gone):
    for day, kind in enumerate(("social_progress", "competence", "employment", "qualification")):
        OutcomeFactory(participation=gone, kind=kind, obtained_on=LEFT + timedelta(days=day))
    assert proposed(worker, gone) == ["competence", "job"]


def test_a_situation_on_record_stays_as_it_is(worker, gone):
    OutcomeFactory(participation=gone, kind="employment", obtained_on=LEFT)
    Participation.objects.filter(pk=gone.pk).update(situations=["other"])
    assert proposed(worker, gone) == ["other"]
