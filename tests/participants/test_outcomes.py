"""Outcomes with their proofs: what each kind keeps, whether it counts, and until when."""

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image

from participants.models import Outcome, Participation

from ..factories import OutcomeFactory, ParticipationFactory, TeamMemberFactory
from .paper import address, again, errors, text

LEFT = date(2024, 9, 30)
TOMORROW = f"{timezone.localdate() + timedelta(days=1):%d.%m.%Y}"


@pytest.fixture
def worker(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def person(project):
    return ParticipationFactory(project=project)


@pytest.fixture
def gone(project):
    return ParticipationFactory(project=project, left_on=LEFT, exit_reason="completed")


@pytest.fixture
def png():
    """A picture as a scanner makes it."""
    picture = BytesIO()
    Image.new("RGB", (40, 30), "white").save(picture, "PNG")
    return SimpleUploadedFile("skan.png", picture.getvalue(), content_type="image/png")


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


# kind of result → what is kept of it
FACTS = [
    (
        {
            "kind": "qualification",
            "is_validated": "on",
            "certificate_number": "OP/114/2024",
            "issued_by": "ZDZ Katowice",
        },
        {"certificate_number": "OP/114/2024", "issued_by": "ZDZ Katowice", "is_validated": True},
    ),
    ({"kind": "job_search", "is_registered": "on"}, {"is_registered": True}),
    ({"kind": "social_progress", "progress_sign": "volunteering"}, {"progress_sign": "volunteering"}),
    (
        {**JOB, "is_subsidised": "on", "months_after_subsidy": "3"},
        {"contract_kind": "employment", "is_subsidised": True, "months_after_subsidy": 3},
    ),
    (
        {"kind": "employment", "contract_kind": "civil", "contract_months": "4", "contract_value": "14 000,50"},
        {"contract_kind": "civil", "contract_value": Decimal("14000.50"), "working_time": None},
    ),
    (
        {
            "kind": "employment",
            "contract_kind": "business",
            "contract_months": "3",
            "pkd": "96 02 z",
            "is_project_funded": "on",
            "grant_amount": "23 050,00",
            "is_subsidised": "on",
        },
        {"pkd": "96.02.Z", "grant_amount": Decimal("23050.00"), "is_project_funded": True, "is_subsidised": False},
    ),
    (
        {"kind": "employment", "contract_kind": "business", "grant_amount": "500", "certificate_number": "7"},
        {"grant_amount": None, "is_project_funded": False, "certificate_number": ""},
    ),
]


@pytest.mark.parametrize(("typed", "kept"), FACTS, ids=lambda value: str(value)[:60])
def test_each_kind_of_result_keeps_what_applies_to_it(worker, project, gone, typed, kept):
    worker.post(address("outcome_add", project, gone.pk), {**OUTCOME, **typed})
    outcome = gone.outcomes.get()
    assert {name: getattr(outcome, name) for name in kept} == kept


def test_the_day_of_a_business_is_the_day_of_founding_and_follows_a_correction(worker, project, gone):
    typed = {**OUTCOME, "kind": "employment", "contract_kind": "business"}
    worker.post(address("outcome_add", project, gone.pk), typed)
    assert again(gone).business_started_on == LEFT
    url = address("outcome_edit", project, gone.pk, gone.outcomes.get().pk)
    worker.post(url, {**typed, "obtained_on": "01.10.2024"})
    assert again(gone).business_started_on == date(2024, 10, 1)


def test_a_day_of_founding_said_on_leaving_stays(worker, project, gone):
    Participation.objects.filter(pk=gone.pk).update(business_started_on=date(2024, 9, 1))
    worker.post(
        address("outcome_add", project, gone.pk), {**OUTCOME, "kind": "employment", "contract_kind": "business"}
    )
    assert again(gone).business_started_on == date(2024, 9, 1)


def test_an_uploaded_file_is_the_proof_and_its_name_the_proof_in_words(worker, project, gone, png):
    typed = {**OUTCOME, "evidence": "", "proof_files": [png]}
    response = worker.post(address("outcome_add", project, gone.pk), typed, follow=True)
    outcome = gone.outcomes.get()
    assert (outcome.documents.get().kind, outcome.evidence) == ("certificate", "certyfikat lub dyplom")
    assert again(gone).competent_on == LEFT
    assert "W terminie" in " ".join(str(message) for message in response.context["messages"])


def test_a_document_on_record_may_prove_a_second_result(worker, project, gone, png):
    url = address("outcome_add", project, gone.pk)
    worker.post(url, {**OUTCOME, "proof_files": [png]})
    document = gone.documents.get()
    worker.post(url, {**OUTCOME, "kind": "education", "proofs": [document.pk]})
    assert document.outcomes.count() == 2


def test_a_file_that_is_no_proof_is_refused_beside_its_field(worker, project, gone):
    text_file = SimpleUploadedFile("umowa.pdf", b"to nie jest PDF")
    response = worker.post(address("outcome_add", project, gone.pk), {**OUTCOME, "proof_files": [text_file]})
    assert "To nie jest PDF ani zdjęcie" in errors(response)["proof_files"]
    assert not gone.outcomes.exists()


# what is typed → what is told of the day
SAID = [
    ({"obtained_on": "28.10.2024", "kind": "competence"}, "W terminie."),
    ({"obtained_on": "29.10.2024", "kind": "competence"}, "Po terminie, nie liczy się."),
    ({"obtained_on": "29.12.2024", "kind": "employment"}, "Może liczyć się do efektywności, do 29.12.2024 włącznie."),
    ({"obtained_on": "04.02.2024"}, "Sprzed udziału."),
    ({"obtained_on": "29.1"}, "do 28.10.2024 włącznie"),
]


@pytest.mark.parametrize(("typed", "sentence"), SAID, ids=lambda value: str(value))
def test_whether_the_day_counts_is_told_while_typing(worker, project, gone, typed, sentence):
    assert sentence in text(worker.post(address("outcome_says", project, gone.pk), typed))
    assert not gone.outcomes.exists()


def test_that_it_is_in_time_is_said_once(worker, project, gone):
    said = text(
        worker.post(address("outcome_says", project, gone.pk), {"obtained_on": "28.10.2024", "kind": "competence"})
    )
    assert "W terminie.</b> Dowody liczą się do 28.10.2024 włącznie." in said
    late = text(
        worker.post(address("outcome_says", project, gone.pk), {"obtained_on": "29.10.2024", "kind": "competence"})
    )
    assert "Po terminie, nie liczy się.</b> Do wskaźników rezultatu liczyły się dowody do 28.10.2024 włącznie." in late


def test_a_job_keeps_what_effectiveness_asks_for(worker, project, gone):
    worker.post(address("outcome_add", project, gone.pk), {**OUTCOME, **JOB})
    outcome = gone.outcomes.get()
    assert (float(outcome.contract_months), float(outcome.working_time)) == (3.5, 0.5)
    assert again(gone).effective_job_on == LEFT


# what is typed → what is told of effectiveness
TYPED = [
    (JOB, "Spełnia kryterium efektywności."),
    ({**JOB, "contract_months": "2"}, "Do efektywności nie wystarcza: umowa na 2 miesiące, potrzeba 3."),
    ({**JOB, "contract_kind": "work", "contract_value": "5000"}, "wartość 5 000,00 zł, potrzeba 3 × 4 300,00 zł = 12 900,00 zł"),
    ({**JOB, "contract_kind": ""}, "nie podano, na jakiej podstawie osoba pracuje"),
    ({"kind": "social_progress"}, "Spełnia kryterium efektywności."),
]  # fmt: skip


@pytest.mark.parametrize(("typed", "sentence"), TYPED, ids=lambda value: str(value))
def test_what_effectiveness_says_of_a_job_is_told_while_typing_and_on_saving(worker, project, gone, typed, sentence):
    asked = {**OUTCOME, "obtained_on": "02.10.2024", **typed}
    assert sentence in text(worker.post(address("outcome_says", project, gone.pk), asked))
    assert not gone.outcomes.exists()
    worker.post(address("outcome_add", project, gone.pk), asked)
    assert sentence in text(worker.get(address("detail", project, gone.pk)))


def test_effectiveness_is_not_spoken_of_where_it_is_not_measured(client_of, social_worker):
    gone = ParticipationFactory(smefs=True, left=True)
    TeamMemberFactory(project=gone.project, user=social_worker, role="social_worker")
    asked = {**OUTCOME, **JOB, "contract_months": "2"}
    said = client_of(social_worker).post(address("outcome_says", gone.project, gone.pk), asked)
    assert "efektywności" not in text(said)


def test_work_without_a_stated_time_asks_for_its_value_alone_and_a_school_for_its_form(worker, project, gone):
    work = {**OUTCOME, **JOB, "contract_kind": "work", "contract_value": "12 900", "is_school_form": "on"}
    worker.post(address("outcome_add", project, gone.pk), work)
    school = {**OUTCOME, "kind": "education", "is_school_form": "on"}
    worker.post(address("outcome_add", project, gone.pk), school)
    first, second = gone.outcomes.order_by("pk")
    assert (first.contract_months, first.working_time, first.contract_value) == (None, None, 12900)
    assert (first.is_school_form, second.is_school_form) == (False, True)


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
