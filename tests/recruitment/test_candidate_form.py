"""Taking an application: from almost nothing to complete, wrong answers, a form sent twice, and the form on paper."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from accounts.models import AccessLog
from projects.models import ProgrammingPeriod
from recruitment.models import Candidate
from recruitment.vocabulary import Decision

from ..factories import CandidateFactory, ParticipationFactory, ProjectFactory, RoundFactory, TeamMemberFactory
from ..participants.paper import BORN, PESEL
from .application import SMEFS, address, application


@pytest.fixture
def round(project):
    return RoundFactory(project=project, name="nabór I")


@pytest.fixture
def worker(client_of, social_worker):
    return client_of(social_worker)


def errors(response):
    return {name: " ".join(told) for name, told in response.context["form"].errors.items()}


def text_of(response):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(response.content)).pages).split())


def test_an_application_is_taken_with_its_number(worker, project, round):
    response = worker.post(address("candidate_add", project), application(round))
    candidate = project.candidates.get()
    assert response.headers["Location"] == candidate.get_absolute_url()
    assert candidate.number == f"K/{round.opens_on.year}/001"
    assert (candidate.last_name, candidate.sex, candidate.birth_date) == ("Źdźbłowska", "K", BORN)
    assert [premise.document for premise in candidate.premises.order_by("pk")] == ["zaświadczenie OPS z 10.02.2024"]
    assert candidate.decision == Decision.WAITING


def test_a_name_alone_is_enough_to_begin(worker, project, round):
    data = {"round": round.pk, "applied_on": f"{round.opens_on:%d.%m.%Y}", "last_name": "Nowak", "country": "Polska"}
    response = worker.post(address("candidate_add", project), data)
    assert response.status_code == 302, errors(response)
    assert project.candidates.get().last_name == "Nowak"


def test_nobody_is_no_application(worker, project, round):
    data = application(round, last_name=None, first_name=None)
    assert "Wpisz nazwisko" in errors(worker.post(address("candidate_add", project), data))["last_name"]


def test_a_form_sent_twice_makes_one_application(worker, project, round):
    data = application(round)
    worker.post(address("candidate_add", project), data)
    worker.post(address("candidate_add", project), data)
    assert project.candidates.count() == 1


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("pesel", "68021498746", "Cyfra kontrolna"),
        ("postcode", "4120", "Kod pocztowy ma postać"),
        ("applied_on", "01.01.2035", "w przyszłości"),
        ("labour_detail", "not_in_education", "nie pasuje do statusu"),
        ("phone", "abc", "Wpisz numer telefonu"),
    ],
)
def test_a_wrong_answer_is_told_beside_its_field_and_nothing_is_saved(worker, project, round, field, value, told):
    response = worker.post(address("candidate_add", project), application(round, **{field: value}))
    assert told in errors(response)[field]
    assert not project.candidates.exists()


def test_an_application_before_the_round_opens_is_refused(client_of, social_worker, project):
    later = RoundFactory(project=project)
    data = application(later, applied_on="01.01.2010")
    told = errors(client_of(social_worker).post(address("candidate_add", project), data))
    assert "Nabór zaczął się" in told["applied_on"]


def test_a_second_application_of_one_person_in_one_round_names_the_first(worker, project, round):
    first = CandidateFactory(round=round, project=project, pesel=PESEL, sex="K", birth_date=BORN)
    response = worker.post(address("candidate_add", project), application(round))
    assert first.number in errors(response)["pesel"]


def test_the_same_person_may_apply_again_in_the_next_round(worker, project, round):
    CandidateFactory(round=round, project=project, pesel=PESEL, sex="K", birth_date=BORN)
    worker.post(address("candidate_add", project), application(RoundFactory(project=project)))
    assert project.candidates.filter(pesel=PESEL).count() == 2


def test_answers_to_questions_that_were_not_asked_are_not_kept(worker, project, round):
    worker.post(address("candidate_add", project), application(round, occupation="farmer", disability_degree="severe"))
    candidate = project.candidates.get()
    assert (candidate.occupation, candidate.disability_degree) == ("", "")


def test_somebody_of_the_surroundings_is_linked_by_the_number_of_the_main_person(worker, project, round):
    main = CandidateFactory(round=round, project=project)
    worker.post(
        address("candidate_add", project), application(round, is_surroundings="on", main_person=main.number.lower())
    )
    assert project.candidates.get(pesel=PESEL).main_candidate == main


def test_an_unknown_main_person_is_said(worker, project, round):
    data = application(round, is_surroundings="on", main_person="Nikt Taki")
    assert "Nie ma takiej osoby" in errors(worker.post(address("candidate_add", project), data))["main_person"]


def test_the_form_of_esf_plus_asks_its_own_questions(client_of, social_worker):
    project = ProjectFactory(period=ProgrammingPeriod.ESF_PLUS_2021)
    TeamMemberFactory(project=project, user=social_worker, role="social_worker")
    round = RoundFactory(project=project)
    client_of(social_worker).post(address("candidate_add", project), application(round, SMEFS))
    candidate = project.candidates.get()
    assert (candidate.labour_status, candidate.third_country, candidate.email) == (
        "unemployed",
        "no",
        "malgorzata@example.org",
    )


def test_a_project_without_rounds_says_what_comes_first(worker, project):
    response = worker.get(address("candidate_add", project), follow=True)
    assert "Najpierw potrzebny jest nabór." in response.content.decode()


def test_a_correction_keeps_the_number_and_replaces_the_premises(worker, project, round):
    worker.post(address("candidate_add", project), application(round))
    candidate = project.candidates.get()
    changed = application(
        round, premise_unemployment=None, document_unemployment=None, premise_carer="on", phone="601 200 300"
    )
    worker.post(address("candidate_edit", project, candidate.pk), changed)
    candidate = Candidate.objects.get(pk=candidate.pk)
    assert (candidate.number[-3:], candidate.phone) == ("001", "601 200 300")
    assert [premise.kind for premise in candidate.premises.order_by("pk")] == ["carer"]


def test_the_data_of_somebody_who_joined_are_corrected_as_a_participant(worker, project, round):
    joined = CandidateFactory(
        round=round, project=project, decision=Decision.QUALIFIED, participation=ParticipationFactory(project=project)
    )
    response = worker.get(address("candidate_edit", project, joined.pk))
    assert response.headers["Location"] == joined.participation.get_absolute_url()


def test_the_pesel_being_typed_says_who_it_is_and_that_she_takes_part(worker, project):
    participation = ParticipationFactory(project=project)
    answer = worker.post(address("candidate_pesel", project), {"pesel": participation.person.pesel}).content.decode()
    assert "Z numeru PESEL" in answer
    assert "Ta osoba już jest w tym projekcie." in answer


def test_the_form_on_paper_holds_what_was_entered(worker, project, round):
    worker.post(address("candidate_add", project), application(round))
    candidate = project.candidates.get()
    printed = text_of(worker.get(address("candidate_print", project, candidate.pk)))
    for told in (candidate.number, "Źdźbłowska", "Małgorzata", "09:15", "41-200", "zaświadczenie OPS z 10.02.2024"):
        assert told in printed
    assert "☒ osoba długotrwale bezrobotna" in printed
    assert "☐ osoba pracująca w MMŚP" in printed


def test_the_empty_form_holds_every_question_and_nobody(worker, project, round):
    CandidateFactory(round=round, project=project, last_name="Źdźbłowska")
    printed = text_of(worker.get(address("form_print", project)))
    assert "Wykształcenie" in printed
    assert "☒" not in printed
    assert "Źdźbłowska" not in printed


def test_opening_and_printing_an_application_is_logged_by_number_alone(worker, project, round, social_worker):
    candidate = CandidateFactory(round=round, project=project)
    worker.get(address("candidate_print", project, candidate.pk))
    row = AccessLog.objects.filter(user=social_worker).latest("pk")
    assert (row.act, row.subject) == ("export", candidate.number)
