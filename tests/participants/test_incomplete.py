"""The queue of those who do not exist for the authority yet: counted by what is missing, filled in one grid."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import AccessLog
from participants.actions import fill_gaps
from participants.gaps import KINDS, Queue
from participants.models import Participation, Person
from participants.requirements import REQUIREMENTS

from ..factories import (
    InstitutionFactory,
    ParticipationFactory,
    PersonFactory,
    ProjectFactory,
    TeamMemberFactory,
    make_pesel,
)
from .paper import address


@pytest.fixture
def worker(client_of, social_worker):
    return client_of(social_worker)


def url(project, *keys):
    return address("incomplete", project) + "?" + "&".join(f"pole={key}" for key in keys)


def text(response):
    return " ".join(response.content.decode().split()).replace("\xa0", " ")


def lacking(project, last_name, **facts):
    """Somebody without these facts."""
    names = {"person__last_name": last_name, "person__first_name": "Ewa"}
    return ParticipationFactory(project=project, **names, **facts)


def typed(*rows):
    """What is posted: a participation and what is typed in its row."""
    data = {"row": [str(participation.pk) for participation, _fields in rows]}
    for participation, fields in rows:
        data |= {f"u{participation.pk}-{name}": value for name, value in fields.items()}
    return data


def names(response):
    return [row.instance.person.last_name for row in response.context["rows"]]


# --- the queue


def test_every_requirement_can_be_filled_in_the_queue():
    covered = {field for kind in KINDS.values() for field in kind.requirements}
    assert covered == {requirement.field for requirement in REQUIREMENTS}


def test_people_are_counted_by_what_they_lack(project, worker):
    lacking(project, "Ada", degurba=None)
    lacking(project, "Ewa", degurba=None, education="")
    lacking(project, "Iga", labour_status="", labour_detail="")
    ParticipationFactory(project=project)
    response = worker.get(address("incomplete", project))
    found = [(gap.key, gap.people, gap.alone) for gap in response.context["gaps"]]
    assert sorted(found) == [("degurba", 2, 1), ("education", 1, 0), ("labour_status", 1, 1)]
    assert found[0][0] == "degurba"
    assert "Bez tych pól osoba nie istnieje dla instytucji: 3 osoby nie wchodzą do żadnego wskaźnika." in text(response)
    assert "obszar według stopnia urbanizacji (DEGURBA)" in text(response)


EVERY_GAP = [
    ("last_name", {"person__first_name": ""}),
    ("pesel", {"person": {"pesel": "", "sex": "", "birth_date": None}}),
    ("sex", {"person": {"pesel": "", "identifier_kind": "passport", "other_identifier": "A 1", "sex": ""}}),
    (
        "birth_date",
        {"person": {"pesel": "", "identifier_kind": "passport", "other_identifier": "A 1", "birth_date": None}},
    ),
    *[(name, {name: ""}) for name in ("education", "voivodeship", "county", "commune", "place", "postcode")],
    ("degurba", {"degurba": None}),
    ("phone", {"person__phone": "", "person__email": ""}),
    ("delegated_by", {"participant_kind": "employee"}),
    ("entered_on", {"entered_on": None}),
    ("labour_status", {"labour_detail": ""}),
    ("occupation", {"labour_status": "employed", "occupation": ""}),
    *[(name, {name: ""}) for name in ("minority", "homeless", "disability", "other_disadvantage")],
]


@pytest.mark.parametrize(("key", "facts"), EVERY_GAP, ids=[key for key, _facts in EVERY_GAP])
def test_each_gap_is_found_and_its_row_has_a_field_for_it(project, worker, key, facts):
    if "person" in facts:
        facts = {"person": PersonFactory(**facts["person"])}
    participation = ParticipationFactory(project=project, **facts)
    assert [(gap.key, gap.people, gap.alone) for gap in Queue(project).gaps] == [(key, 1, 1)]
    (row,) = worker.get(url(project, key)).context["rows"]
    assert row.instance == participation
    assert row.fields


def test_a_project_without_gaps_says_so(project, worker):
    ParticipationFactory(project=project)
    assert "Nikomu niczego nie brakuje" in text(worker.get(address("incomplete", project)))
    assert "Tego nie brakuje już nikomu." in text(worker.get(url(project, "degurba")))


def test_the_list_and_the_panel_lead_to_the_queue(project, worker):
    lacking(project, "Ada", degurba=None)
    way = f'href="{address("incomplete", project)}"'
    assert way in worker.get(address("list", project)).content.decode()
    assert way in worker.get(address("add", project)).content.decode()


# --- the grid


def test_several_gaps_stand_side_by_side_and_what_is_on_record_is_not_asked(project, worker):
    lacking(project, "Ada", degurba=None)
    lacking(project, "Ewa", education="")
    lacking(project, "Iga", homeless="")
    response = worker.get(url(project, "degurba", "education"))
    assert names(response) == ["Ada", "Ewa"]
    assert [list(row.fields) for row in response.context["rows"]] == [["degurba"], ["education"]]


def test_rows_are_filled_without_opening_a_file(project, worker):
    ada, ewa = lacking(project, "Ada", degurba=None), lacking(project, "Ewa", degurba=None, homeless="")
    rows = typed((ada, {"degurba": "3"}), (ewa, {"degurba": "1", "homeless": "no"}))
    response = worker.post(url(project, "degurba", "homeless"), rows, follow=True)
    for participation in (ada, ewa):
        participation.refresh_from_db()
    assert (ada.degurba, ewa.degurba, ewa.homeless) == (3, 1, "no")
    assert ada.is_complete
    assert ewa.is_complete
    assert "Zapisano 2 z 2." in text(response)
    assert "Z kompletem danych, czyli już we wskaźnikach: 2 osoby." in text(response)


TOGETHER = [
    (
        "labour_status",
        {"labour_status": "", "labour_detail": ""},
        {"labour_status": "inactive", "labour_detail": "in_education"},
    ),
    ("labour_status", {"labour_detail": ""}, {"labour_detail": "long_term"}),
    (
        "occupation",
        {"labour_status": "employed", "occupation": "", "employer": ""},
        {"occupation": "farmer", "employer": "gospodarstwo własne"},
    ),
    ("entered_on", {"entered_on": None}, {"entered_on": "12.03.2024"}),
    ("minority", {"minority": ""}, {"minority": "refused"}),
    ("county", {"county": ""}, {"county": "będziński"}),
    ("postcode", {"postcode": ""}, {"postcode": "41 200"}),
    ("phone", {"person__phone": "", "person__email": ""}, {"email": "ewa@example.org"}),
    ("last_name", {"person__first_name": ""}, {"first_name": "Ewa"}),
]


@pytest.mark.parametrize(("key", "facts", "fields"), TOGETHER)
def test_each_kind_of_field_is_filled_and_makes_the_person_complete(project, worker, key, facts, fields):
    participation = ParticipationFactory(project=project, **facts)
    assert not participation.is_complete
    worker.post(url(project, key), typed((participation, fields)))
    participation.refresh_from_db()
    assert participation.is_complete


def test_a_pesel_gives_sex_and_birth_date(project, worker):
    person = PersonFactory(pesel="", sex="", birth_date=None)
    participation = ParticipationFactory(project=project, person=person)
    worker.post(url(project, "pesel"), typed((participation, {"pesel": make_pesel(date(1990, 5, 1), "M", 3)})))
    participation.refresh_from_db()
    assert (participation.sex, participation.birth_date, participation.is_complete) == ("M", date(1990, 5, 1), True)


def test_good_rows_are_saved_and_bad_ones_come_back_with_what_was_typed(project, worker):
    people = [lacking(project, name, postcode="", degurba=None) for name in ("Ada", "Ewa", "Iga")]
    rows = [
        (person, {"postcode": code, "degurba": "2"})
        for person, code in zip(people, ("41-200", "41-20", "41300"), strict=True)
    ]
    response = worker.post(url(project, "postcode", "degurba"), typed(*rows))
    assert "Zapisano 2 z 3." in text(response)
    (row,) = response.context["rows"]
    assert row.errors == {"postcode": ["Kod pocztowy ma postać 00-000, na przykład 41-200."]}
    assert (row["postcode"].value(), row["degurba"].value()) == ("41-20", "2")
    saved = dict(Participation.objects.values_list("person__last_name", "postcode"))
    assert saved == {"Ada": "41-200", "Ewa": "", "Iga": "41-300"}
    assert Participation.objects.get(person__last_name="Ewa").degurba is None


WRONG = [
    ("entered_on", {"entered_on": None}, {"entered_on": "01.01.2020"}, "Projekt trwa 01.01.2024–31.12.2026."),
    ("labour_status", {"labour_detail": ""}, {"labour_detail": "ngo"}, "ngo"),
    ("phone", {"person__phone": "", "person__email": ""}, {"email": "łukasz@poczta.pl"}, "To nie jest adres e-mail."),
    ("phone", {"person__phone": "", "person__email": ""}, {"phone": "tak"}, "Wpisz numer telefonu cyframi"),
    ("homeless", {"homeless": ""}, {"homeless": "refused"}, "refused"),
]


@pytest.mark.parametrize(("key", "facts", "fields", "sentence"), WRONG)
def test_what_the_form_refuses_the_grid_refuses_beside_the_field(project, worker, key, facts, fields, sentence):
    participation = ParticipationFactory(project=project, **facts)
    response = worker.post(url(project, key), typed((participation, fields)))
    (row,) = response.context["rows"]
    (name,) = fields
    assert sentence in " ".join(row.errors[name])
    assert "Zapisano 0 z 1." in text(response)


def test_a_detail_that_does_not_fit_the_status_is_told_beside_it(project, worker):
    participation = ParticipationFactory(project=project, labour_status="", labour_detail="")
    rows = typed((participation, {"labour_status": "inactive", "labour_detail": "long_term"}))
    (row,) = worker.post(url(project, "labour_status"), rows).context["rows"]
    assert "nie pasuje do statusu" in row.errors["labour_detail"][0]


def test_what_somebody_else_filled_in_the_meantime_is_not_overwritten(project, worker):
    ada, ewa = (lacking(project, name, degurba=None, education="") for name in ("Ada", "Ewa"))
    page = url(project, "degurba", "education")
    worker.get(page)
    Participation.objects.filter(pk=ada.pk).update(degurba=3)
    response = worker.post(
        page, typed((ada, {"degurba": "1", "education": "isced_3"}), (ewa, {"degurba": "1"})), follow=True
    )
    ada.refresh_from_db()
    assert (ada.degurba, ada.education) == (3, "isced_3")
    assert "Ada Ewa: w międzyczasie wpisano „3 – obszary wiejskie, słabo zaludnione”. Nic nie nadpisano." in text(
        response
    )
    assert Participation.objects.get(pk=ewa.pk).degurba == 1


def test_what_is_filled_between_reading_and_saving_is_shown_and_kept(project, social_worker):
    ada = lacking(project, "Ada", degurba=None)
    Participation.objects.filter(pk=ada.pk).update(degurba=3)
    held = fill_gaps(participation=ada, by=social_worker, person={"phone": "32 111 11 11"}, facts={"degurba": 1})
    ada.refresh_from_db()
    assert held == {"phone": "600 100 200", "degurba": 3}
    assert (ada.degurba, ada.person.phone) == (3, "600 100 200")


def test_empty_rows_are_left_alone(project, worker):
    ada, ewa = (lacking(project, name, degurba=None) for name in ("Ada", "Ewa"))
    response = worker.post(url(project, "degurba"), typed((ada, {"degurba": "3"}), (ewa, {"degurba": ""})), follow=True)
    assert "Zapisano 1 z 1." in text(response)
    assert names(response) == ["Ewa"]
    assert "Nic nie wpisano." in text(worker.post(url(project, "degurba"), typed((ewa, {})), follow=True))


def test_posted_twice_it_saves_once(project, worker, social_worker):
    ada = lacking(project, "Ada", degurba=None)
    for _time in "ab":
        worker.post(url(project, "degurba"), typed((ada, {"degurba": "3"})))
    assert AccessLog.objects.filter(act="edit", subject=ada.reference).count() == 1


def test_data_passed_on_wait_again_once_a_gap_is_filled(project, worker):
    ada = lacking(project, "Ada", degurba=None, reported_on=date(2024, 6, 1))
    worker.post(url(project, "degurba"), typed((ada, {"degurba": "3"})))
    ada.refresh_from_db()
    assert ada.state == "kompletny"


def test_a_person_on_record_elsewhere_is_not_joined_unseen(project, worker, social_worker):
    known = PersonFactory(last_name="Inna", first_name="Osoba")
    other = ProjectFactory()
    TeamMemberFactory(project=other, user=social_worker, role="social_worker")
    ParticipationFactory(project=other, person=known)
    mine = ParticipationFactory(project=project, person=PersonFactory(pesel="", sex="", birth_date=None))
    (row,) = worker.post(url(project, "pesel"), typed((mine, {"pesel": known.pesel}))).context["rows"]
    assert "jest w innym projekcie" in row.errors["pesel"][0]
    mine.refresh_from_db()
    assert mine.person != known


def test_a_hidden_person_of_another_name_is_refused_as_in_the_form(project, worker):
    hidden = ParticipationFactory(person__last_name="Inna").person
    mine = ParticipationFactory(project=project, person=PersonFactory(pesel="", sex="", birth_date=None))
    (row,) = worker.post(url(project, "pesel"), typed((mine, {"pesel": hidden.pesel}))).context["rows"]
    assert "nie zgadzają się z tym numerem PESEL" in row.errors["pesel"][0]


def test_an_employee_gets_an_institution_from_the_list(project, worker):
    institution, closed = (
        InstitutionFactory(project=project),
        InstitutionFactory(project=project, delegates_employees="no"),
    )
    participation = ParticipationFactory(project=project, participant_kind="employee")
    row = worker.get(url(project, "delegated_by")).context["rows"][0]
    assert list(row.fields["delegated_by"].queryset) == [institution]
    assert closed not in row.fields["delegated_by"].queryset
    worker.post(url(project, "delegated_by"), typed((participation, {"delegated_by": institution.pk})))
    participation.refresh_from_db()
    assert participation.is_complete
    assert participation.delegated_by == institution


def test_a_row_of_another_project_is_ignored(project, worker):
    foreign = ParticipationFactory(degurba=None)
    worker.post(url(project, "degurba"), typed((foreign, {"degurba": "1"})))
    foreign.refresh_from_db()
    assert foreign.degurba is None


def test_who_may_only_read_sees_the_queue_and_fills_nothing(project, client_of, controller):
    participation = lacking(project, "Ada", degurba=None)
    reader = client_of(controller)
    page = reader.get(url(project, "degurba"))
    assert "<select" not in page.content.decode().split("<table")[1]
    assert reader.post(url(project, "degurba"), typed((participation, {"degurba": "1"}))).status_code == 403


def test_the_queue_of_sm_efs_asks_what_its_form_asks(client_of, social_worker):
    project = ParticipationFactory(smefs=True, person__email="", foreign_origin="", citizenship="").project
    TeamMemberFactory(project=project, user=social_worker, role="social_worker")
    client = client_of(social_worker)
    participation = project.participations.get()
    assert {gap.key for gap in Queue(project).gaps} == {"email", "foreign_origin"}
    Participation.objects.filter(pk=participation.pk).update(participant_kind="employee")
    fields = {"email": "anna@example.org", "foreign_origin": "no", "institution": "OPS"}
    client.post(url(project, "email", "foreign_origin", "delegated_by"), typed((participation, fields)))
    participation.refresh_from_db()
    assert participation.is_complete


def test_citizenship_is_filled_where_nothing_is_known_of_it(client_of, social_worker):
    participation = ParticipationFactory(smefs=True, person__citizenship="")
    TeamMemberFactory(project=participation.project, user=social_worker, role="social_worker")
    page = url(participation.project, "citizenship")
    client_of(social_worker).post(page, typed((participation, {"citizenship": "eu"})))
    participation.refresh_from_db()
    assert (participation.citizenship, participation.is_complete) == ("eu", True)


# --- many


@pytest.mark.parametrize("many", [1, 300])
@pytest.mark.parametrize("keys", [[], ["degurba"], ["labour_status", "homeless", "phone", "delegated_by"]])
def test_the_queue_has_at_most_twelve_queries(project, worker, many, keys):
    model = ParticipationFactory(project=project, degurba=None, homeless="")
    skipped = {"id", "person", "submission", "created_at", "updated_at"}
    columns = [f for f in Participation._meta.concrete_fields if f.name not in skipped and not f.generated]
    facts = {field.name: getattr(model, field.name) for field in columns}
    people = Person.objects.bulk_create(Person(last_name=f"Nowak-{n:03}", first_name="Ewa") for n in range(many - 1))
    Participation.objects.bulk_create(Participation(**facts, person=person) for person in people)
    with CaptureQueriesContext(connection) as queries:
        response = worker.get(url(project, *keys))
    assert len(queries) <= 12
    if keys == ["degurba"]:
        assert len(response.context["rows"]) == min(many, 25)
        assert response.context["people"] == many
