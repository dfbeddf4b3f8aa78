"""Institutions that take part (2014–2020): recording them, what they lack, whom they delegate."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import AccessLog
from activities.models import InstitutionSupport
from participants.institutions import completeness_of, institutions_of
from participants.models import Institution
from projects.models import ProgrammingPeriod

from ..factories import InstitutionFactory, ParticipationFactory, ProjectFactory, TeamMemberFactory, make_nip
from .paper import SL2014, SMEFS, address, paper

COMPLETE = {
    "name": "Miejski Ośrodek Pomocy Społecznej",
    "nip": "123-456-32-18",
    "kind": "local_government",
    "voivodeship": "śląskie",
    "county": "Sosnowiec",
    "commune": "Sosnowiec",
    "place": "Sosnowiec",
    "postcode": "41200",
    "degurba": "1",
    "country": "Polska",
    "phone": "32 296 22 21",
    "entered_on": "05.02.2024",
    "delegates_employees": "yes",
}


@pytest.fixture
def worker(client_of, social_worker):
    return client_of(social_worker)


def text(response):
    return " ".join(response.content.decode().split()).replace("\xa0", " ")


def errors(response):
    return {name: " ".join(told) for name, told in response.context["form"].errors.items()}


def lacks(institution):
    row = institutions_of(institution.project).get(pk=institution.pk)
    return [gap.field for gap in completeness_of(row).gaps]


# --- recording


def test_an_institution_is_recorded_and_lacks_only_its_support(worker, project):
    response = worker.post(address("institution_add", project), COMPLETE, follow=True)
    institution = project.institutions.get()
    assert response.redirect_chain[-1][0] == address("institution", project, institution.pk)
    assert (institution.nip, institution.postcode, institution.shown_nip) == ("1234563218", "41-200", "123-456-32-18")
    assert lacks(institution) == ["support"]
    assert "Brakuje 1 z 13 pól." in text(response)
    assert "nie istnieje dla instytucji zarządzającej" in text(response)


def test_with_its_support_an_institution_exists(worker, project):
    institution = InstitutionFactory(project=project)
    InstitutionSupport.objects.create(institution=institution, kind="training", started_on=date(2024, 3, 1))
    assert lacks(institution) == []
    page = text(worker.get(address("institution", project, institution.pk)))
    assert "szkolenie/kurs" in page
    assert "Niczego nie brakuje." in page


MISSING = [
    ("nip", {"nip": ""}),
    ("kind", {"kind": ""}),
    ("voivodeship", {"voivodeship": ""}),
    ("degurba", {"degurba": None}),
    ("phone", {"phone": ""}),
    ("entered_on", {"entered_on": None}),
    ("delegates_employees", {"delegates_employees": ""}),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("field", "facts"), MISSING)
def test_what_an_institution_lacks_is_named(field, facts):
    assert set(lacks(InstitutionFactory(**facts))) == {field, "support"}


@pytest.mark.django_db
@pytest.mark.parametrize("facts", [{"nip": "", "has_no_nip": True}, {"phone": "", "email": "mops@example.org"}])
def test_one_of_two_is_enough(facts):
    assert lacks(InstitutionFactory(**facts)) == ["support"]


def test_an_institution_may_be_saved_with_its_name_alone(worker, project):
    worker.post(address("institution_add", project), {"name": "Szkoła", "country": "Polska"})
    assert lacks(project.institutions.get())[0] == "nip"


WRONG = [
    ({"name": ""}, "name", "Wpisz nazwę instytucji"),
    ({"nip": "123-456-32-19"}, "nip", "Cyfra kontrolna NIP się nie zgadza."),
    ({"nip": "123"}, "nip", "NIP ma 10 cyfr, a tu jest ich 3."),
    ({"has_no_nip": "on"}, "nip", "Podaj NIP albo zaznacz, że instytucja go nie ma."),
    ({"postcode": "41-20"}, "postcode", "Kod pocztowy ma postać 00-000"),
    ({"entered_on": "01.01.2023"}, "entered_on", "Projekt trwa 01.01.2024–31.12.2026."),
    ({"left_on": "01.02.2024"}, "left_on", "Zakończenie udziału instytucji jest wcześniejsze niż rozpoczęcie."),
    ({"delegates_employees": "refused"}, "delegates_employees", "refused"),
    ({"kind": "church"}, "kind", "church"),
    ({"email": "mops(at)sosnowiec"}, "email", "To nie jest adres e-mail."),
]


@pytest.mark.parametrize(("typed", "field", "sentence"), WRONG, ids=lambda value: str(value))
def test_a_wrong_answer_is_told_beside_its_field(worker, project, typed, field, sentence):
    response = worker.post(address("institution_add", project), COMPLETE | typed)
    assert sentence in errors(response)[field]
    assert not Institution.objects.exists()


@pytest.mark.parametrize("typed", ["PL 123 456 32 18", "1234563218", " 123-456-32-18 "])
def test_a_nip_is_understood_as_people_write_it(worker, project, typed):
    worker.post(address("institution_add", project), COMPLETE | {"nip": typed})
    assert project.institutions.get().nip == "1234563218"


@pytest.mark.parametrize(
    ("field", "sentence"), [("name", "Instytucja o tej nazwie już"), ("nip", "o tym numerze NIP już")]
)
def test_an_institution_is_once_in_a_project(worker, project, field, sentence):
    InstitutionFactory(project=project, **{field: {"name": COMPLETE["name"], "nip": "1234563218"}[field]})
    response = worker.post(address("institution_add", project), COMPLETE)
    assert sentence in errors(response)[field]
    assert project.institutions.count() == 1


def test_a_form_sent_twice_makes_one_institution(worker, project):
    data = COMPLETE | {"submission": "7b3f4c0e-2f3a-4b57-9d8d-111111111111"}
    first, second = (worker.post(address("institution_add", project), data) for _ in range(2))
    assert first.url == second.url
    assert Institution.objects.count() == 1


# --- those whom it delegates


def employee(institution, **facts):
    return ParticipationFactory(project=institution.project, delegated=True, delegated_by=institution, **facts)


def test_a_person_is_recorded_as_an_employee_of_an_institution_from_the_list(worker, project):
    chosen, closed = InstitutionFactory(project=project), InstitutionFactory(project=project, delegates_employees="no")
    InstitutionFactory()
    offered = worker.get(address("add", project)).context["form"].fields["delegated_by"].queryset
    assert list(offered) == [chosen]
    work = {
        "labour_status": "employed",
        "labour_detail": "local_government",
        "occupation": "social_staff",
        "employer": "MOPS",
    }
    data = paper(SL2014, participant_kind="employee", delegated_by=chosen.pk, **work)
    worker.post(address("add", project), data)
    participation = project.participations.get()
    assert participation.is_complete
    assert (participation.delegated_by, participation.institution, participation.institution_name) == (
        chosen,
        "",
        chosen.name,
    )
    refused = worker.post(address("add", project), paper(SL2014, participant_kind="employee", delegated_by=closed.pk))
    assert "delegated_by" in errors(refused)


def test_an_employee_without_an_institution_does_not_exist_and_is_told_so(worker, project):
    response = worker.post(address("missing", project), paper(SL2014, participant_kind="employee"))
    assert [gap.field for gap in response.context["completeness"].gaps] == ["delegated_by"]
    assert "Bez pola „instytucja, która deleguje” osoba <b>nie istnieje dla instytucji</b>" in text(response)
    worker.post(address("add", project), paper(SL2014, participant_kind="employee"))
    assert project.participations.get().state == "szkic"


def test_the_institution_of_an_individual_stays_empty(worker, project):
    institution = InstitutionFactory(project=project)
    worker.post(address("add", project), paper(SL2014, delegated_by=institution.pk))
    assert project.participations.get().delegated_by is None


def test_sm_efs_asks_for_the_name_of_the_institution(client_of, social_worker):
    project = ProjectFactory(period=ProgrammingPeriod.ESF_PLUS_2021)
    TeamMemberFactory(project=project, user=social_worker, role="social_worker")
    client = client_of(social_worker)
    client.post(address("add", project), paper(SMEFS, participant_kind="employee"))
    participation = project.participations.get()
    assert [gap.field for gap in participation.missing()] == ["institution"]
    data = paper(SMEFS, participant_kind="employee", institution="OPS Sosnowiec", pesel=participation.person.pesel)
    client.post(address("edit", project, participation.pk), data)
    participation.refresh_from_db()
    assert participation.is_complete
    assert participation.institution_name == "OPS Sosnowiec"
    assert client.get(address("institutions", project)).status_code == 404


def test_a_project_of_2021_has_institutions_when_it_says_that_it_supports_them(client_of, social_worker):
    project = ProjectFactory(period=ProgrammingPeriod.ESF_PLUS_2021, supports_institutions=True)
    TeamMemberFactory(project=project, user=social_worker, role="social_worker")
    client = client_of(social_worker)
    assert client.get(address("institutions", project)).status_code == 200
    assert client.get(address("institution_add", project)).status_code == 200


DATES = [
    ({"entered_on": date(2024, 3, 1)}, "14.02.2024", "entered_on"),
    ({"left_on": date(2024, 2, 10), "entered_on": date(2024, 2, 1)}, "14.02.2024", "entered_on"),
]


@pytest.mark.parametrize(("dates", "entered", "field"), DATES)
def test_an_employee_is_in_the_project_only_while_the_institution_is(worker, project, dates, entered, field):
    institution = InstitutionFactory(project=project, **dates)
    data = paper(SL2014, participant_kind="employee", delegated_by=institution.pk, entered_on=entered)
    response = worker.post(address("add", project), data)
    assert "Jej pracownik może być w projekcie tylko w tym okresie." in errors(response)[field]


def test_an_employee_leaves_no_later_than_the_institution(worker, project):
    institution = InstitutionFactory(project=project, left_on=date(2024, 6, 30))
    url = address("leave", project, employee(institution).pk)
    response = worker.post(url, {"left_on": "01.07.2024", "exit_reason": "completed"})
    assert "Udział instytucji trwa 01.01.2024–30.06.2024." in errors(response)["left_on"]
    assert worker.post(url, {"left_on": "30.06.2024", "exit_reason": "completed"}).status_code == 302


MOVED = [
    ({"entered_on": "01.04.2024"}, "entered_on", "Jej pracownik rozpoczął udział już 05.02.2024."),
    (
        {"entered_on": "01.02.2024", "left_on": "03.02.2024"},
        "left_on",
        "Jej pracownik był w projekcie jeszcze 05.02.2024.",
    ),
    ({"entered_on": "01.02.2024", "delegates_employees": "no"}, "delegates_employees", "oddelegowała już osoby"),
]


@pytest.mark.parametrize(("typed", "field", "sentence"), MOVED)
def test_an_institution_keeps_its_employees_inside(worker, project, typed, field, sentence):
    institution = InstitutionFactory(project=project)
    employee(institution)
    response = worker.post(address("institution_edit", project, institution.pk), COMPLETE | typed)
    assert sentence in errors(response)[field]


def test_the_page_of_an_institution_lists_those_whom_it_delegated(worker, project):
    institution = InstitutionFactory(project=project)
    employee(institution, person__last_name="Łukasik")
    ParticipationFactory(project=project, person__last_name="Obca")
    page = text(worker.get(address("institution", project, institution.pk)))
    assert "Łukasik" in page
    assert "Obca" not in page
    assert "tak, 1 osoba" in page


def test_the_name_of_the_institution_stands_on_the_page_and_in_the_files(client_of, admin, project):
    institution = InstitutionFactory(project=project, name="MOPS Sosnowiec")
    participation = employee(institution)
    client = client_of(admin)
    assert "MOPS Sosnowiec" in text(client.get(address("detail", project, participation.pk)))
    lines = b"".join(client.get(address("export", project, "csv"))).decode("utf-8-sig").splitlines()
    heading, row = (line.split(";") for line in lines)
    assert row[heading.index("nazwa instytucji")] == "MOPS Sosnowiec"


def test_an_institution_recorded_by_mistake_is_removed_one_with_employees_is_not(worker, project):
    mistake, used = InstitutionFactory(project=project), InstitutionFactory(project=project)
    employee(used)
    worker.post(address("institution_remove", project, mistake.pk))
    response = worker.post(address("institution_remove", project, used.pk), follow=True)
    assert list(project.institutions.all()) == [used]
    assert "Nie usunięto." in text(response)


# --- the list


def test_institutions_stand_in_polish_order_and_are_found_without_accents(worker, project):
    for name in ("Żłobek", "Łaźnia", "Lipa", "Zespół"):
        InstitutionFactory(project=project, name=name)
    shown = [institution.name for institution, _gaps in worker.get(address("institutions", project)).context["rows"]]
    assert shown == ["Lipa", "Łaźnia", "Zespół", "Żłobek"]
    found = worker.get(address("institutions", project), {"q": "laznia"}).context["rows"]
    assert [institution.name for institution, _gaps in found] == ["Łaźnia"]
    nip = project.institutions.get(name="Lipa").shown_nip
    found = worker.get(address("institutions", project), {"q": nip}).context["rows"]
    assert [institution.name for institution, _gaps in found] == ["Lipa"]


def test_an_empty_list_says_how_to_begin_and_offers_nothing_to_a_reader(worker, client_of, controller, project):
    add = address("institution_add", project)
    assert add in worker.get(address("institutions", project)).content.decode()
    assert add not in client_of(controller).get(address("institutions", project)).content.decode()


def test_people_of_an_institution_are_chosen_in_the_list(client_of, controller, project):
    institution = InstitutionFactory(project=project)
    mine = employee(institution)
    ParticipationFactory(project=project)
    reader = client_of(controller)
    for who in (f"i{institution.pk}", "employees"):
        page = reader.get(address("list", project), {"who": who}).context["page"]
        assert list(page) == [mine]


@pytest.mark.parametrize("who", ["main", "surroundings"])
def test_people_of_the_surroundings_are_told_apart_in_the_list(client_of, controller, project, who):
    near, main = ParticipationFactory(project=project, surroundings=True), ParticipationFactory(project=project)
    page = client_of(controller).get(address("list", project), {"who": who}).context["page"]
    assert list(page) == [{"main": main, "surroundings": near}[who]]


def test_lists_and_pages_have_at_most_twelve_queries(worker, project):
    institutions = [InstitutionFactory(project=project) for _ in range(25)]
    for _ in range(22):
        employee(institutions[0])
    for path in (address("institutions", project), address("institution", project, institutions[0].pk)):
        with CaptureQueriesContext(connection) as queries:
            worker.get(path)
        assert len(queries) <= 12, path


def test_the_list_does_not_ask_for_each_institution(worker, project):
    institution = InstitutionFactory(project=project)
    for _ in range(15):
        employee(institution, education="")
    with CaptureQueriesContext(connection) as queries:
        worker.get(address("list", project))
    assert len(queries) <= 12


def test_opening_and_saving_are_written_down_without_names(worker, project):
    institution = InstitutionFactory(project=project)
    worker.get(address("institution", project, institution.pk))
    worker.post(address("institution_edit", project, institution.pk), COMPLETE)
    assert list(AccessLog.objects.order_by("pk").values_list("act", "subject")) == [
        ("view", institution.reference),
        ("edit", institution.reference),
    ]


def test_an_institution_of_another_project_is_not_found(worker, project):
    foreign = InstitutionFactory()
    for name in ("institution", "institution_edit"):
        assert worker.get(address(name, project, foreign.pk)).status_code == 404


@pytest.mark.django_db
def test_made_numbers_are_valid_and_differ():
    numbers = {make_nip(n) for n in range(40)}
    assert len(numbers) == 40
