"""People and participations in Django's admin: found, opened, and what the database keeps only read."""

import pytest
from django.urls import reverse

from participants.models import Participation, Person

from ..factories import OutcomeFactory, ParticipationFactory, PremiseFactory


@pytest.fixture
def client(client_of, operator):
    return client_of(operator)


@pytest.fixture
def participation(project):
    row = ParticipationFactory(project=project, left=True, person__last_name="Łukasik")
    PremiseFactory(participation=row)
    OutcomeFactory(participation=row)
    return row


@pytest.mark.parametrize("model", ["person", "participation", "minimumwage"])
def test_the_list_and_the_page_of_a_new_row_open(client, participation, model):
    for page in ("changelist", "add"):
        assert client.get(reverse(f"admin:participants_{model}_{page}")).status_code == 200


def test_a_participation_is_found_by_name_and_opens_with_its_premises_and_outcomes(client, participation):
    found = client.get(reverse("admin:participants_participation_changelist"), {"q": "Łukasik"})
    assert "Łukasik" in found.content.decode()
    page = client.get(reverse("admin:participants_participation_change", args=[participation.pk])).content.decode()
    assert 'name="premises-0-document"' in page
    assert 'name="outcomes-0-evidence"' in page
    assert 'name="qualified_on"' not in page


def test_the_list_of_participations_does_not_ask_for_each_row(client, project, django_assert_max_num_queries):
    for _n in range(20):
        ParticipationFactory(project=project)
    with django_assert_max_num_queries(12):
        client.get(reverse("admin:participants_participation_changelist"))


def test_a_wrong_pesel_is_refused_in_polish(client):
    data = {"last_name": "Nowak", "identifier_kind": "pesel", "pesel": "44051401359", "country": "Polska"}
    response = client.post(reverse("admin:participants_person_add"), data)
    assert "Płeć lub data urodzenia nie zgadza się z numerem PESEL." in response.content.decode()
    assert not Person.objects.exists()


def test_a_person_is_corrected_and_the_participation_follows(client, participation):
    person = participation.person
    names = ["first_name", "identifier_kind", "pesel", "sex", "birth_date", "citizenship", "country"]
    data = {name: getattr(person, name) for name in names}
    client.post(reverse("admin:participants_person_change", args=[person.pk]), {**data, "last_name": ""})
    assert not Participation.objects.get().has_name
