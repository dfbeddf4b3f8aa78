"""Numbers and words that stand for "there is none" name nobody."""

import pytest

from participants.actions import enrol
from participants.known import recognise
from participants.models import Person
from participants.placeholders import is_placeholder

from ..factories import ParticipationFactory, PersonFactory, UserFactory
from .paper import PESEL, address, paper

EXAMPLE = "44051401458"
STAND_FOR_NONE = [
    "brak",
    "BRAK",
    " Brak ",
    "-",
    "–",
    "nie dotyczy",
    "0",
    "00000000000",
    "11111111111",
    "22222222222",
    "x",
    "XXX",
    EXAMPLE,
    "440514 01458",
    "n/d",
    "",
]


@pytest.mark.parametrize("text", STAND_FOR_NONE)
def test_this_is_no_identifier(text):
    assert is_placeholder(text)


@pytest.mark.parametrize("text", [PESEL, "ZS 0012345", "AB 1", "10", "XY"])
def test_this_may_be_one(text):
    assert not is_placeholder(text)


def test_a_town_adds_its_own(settings):
    assert not is_placeholder("Nie Ustalono")
    settings.PLACEHOLDER_IDENTIFIERS = ["nieustalono"]
    assert is_placeholder("Nie Ustalono")


@pytest.mark.django_db
@pytest.mark.parametrize("number", [EXAMPLE, "22222222222"])
def test_nobody_is_recognised_by_it(project, number):
    row = ParticipationFactory(project=project, person=PersonFactory(pesel=number))
    assert recognise(number, project=project, user=UserFactory(is_superuser=True)) is None
    assert Person.objects.count() == 1
    assert row.person.pesel == number


@pytest.mark.django_db
def test_an_import_that_brings_it_twice_joins_nobody(project):
    person = {
        "last_name": "Nowak",
        "first_name": "Jan",
        "pesel": "",
        "identifier_kind": "other",
        "other_identifier": "brak",
    }
    rows = [enrol(project=project, by=UserFactory(), person=person, facts={}) for _time in range(2)]
    assert rows[0].person != rows[1].person


@pytest.mark.django_db
@pytest.mark.parametrize("number", [EXAMPLE, "11111111111", "brak"])
def test_the_form_says_that_it_is_no_identifier(client_of, social_worker, project, number):
    client = client_of(social_worker)
    assert "To wpis zastępczy, a nie identyfikator" in client.post(address("pesel", project), {"pesel": number}).text
    refused = client.post(address("add", project), paper(pesel=number))
    assert "To wpis zastępczy" in str(refused.context["form"].errors["pesel"])
    typed = paper(pesel=None, no_pesel="on", other_identifier=number)
    refused = client.post(address("add", project), typed)
    assert "To wpis zastępczy" in str(refused.context["form"].errors["other_identifier"])
    assert not Person.objects.exists()
