"""What is missing for the institution, told while one types and beside the saved form."""

import pytest

from ..factories import ParticipationFactory
from .paper import SL2014, address, paper


@pytest.fixture
def ask(client_of, social_worker, project):
    """The panel for a form typed so far."""

    def asked(**changes):
        response = client_of(social_worker).post(address("missing", project), paper(SL2014, **changes))
        assert response.status_code == 200
        return response

    return asked


def gaps(response):
    return [(gap.field, gap.is_wrong) for gap in response.context["completeness"].gaps]


TABLE = [
    ({}, "Niczego nie brakuje.", []),
    ({"education": None}, "Brakuje 1 z 21 pól.", ["education"]),
    ({"phone": None}, "Brakuje 1 z 21 pól.", ["phone"]),
    ({"phone": None, "email": "a@example.org"}, "Niczego nie brakuje.", []),
    ({"other_disadvantage": None, "phone": None}, "Brakuje 2 z 21 pól.", ["phone", "other_disadvantage"]),
    ({"first_name": None}, "Brakuje 1 z 21 pól.", ["last_name"]),
    ({"first_name": None, "last_name": None}, "Brakuje 1 z 21 pól.", ["last_name"]),
    ({"pesel": None}, "Brakuje 3 z 21 pól.", ["pesel", "pesel", "pesel"]),
    ({"pesel": None, "no_pesel": "on", "sex": "K"}, "Brakuje 2 z 21 pól.", ["other_identifier", "birth_date"]),
    ({"labour_status": None, "labour_detail": None}, "Brakuje 1 z 21 pól.", ["labour_status"]),
    ({"labour_detail": None}, "Brakuje 1 z 21 pól.", ["labour_detail"]),
    (
        {"labour_status": "employed", "labour_detail": "ngo"},
        "Brakuje 2 z 21 pól.",
        ["occupation", "employer"],
    ),
    ({"entered_on": None}, "Brakuje 1 z 21 pól.", ["entered_on"]),
]


@pytest.mark.parametrize(("changes", "sentence", "fields"), TABLE, ids=lambda value: str(value))
def test_the_panel_names_what_is_missing(ask, changes, sentence, fields):
    response = ask(**changes)
    assert gaps(response) == [(field, False) for field in fields]
    assert sentence in response.content.decode()


def test_what_is_wrong_is_to_be_corrected_and_not_missing(ask):
    response = ask(postcode="41-20", phone=None, other_disadvantage=None)
    assert gaps(response) == [("postcode", True), ("phone", False), ("other_disadvantage", False)]
    page = response.content.decode()
    assert "Brakuje 2 z 21 pól, jedno jest do poprawy." in page
    assert '<a href="#id_postcode">Kod pocztowy – do poprawy</a>' in page
    assert "nie istnieje dla instytucji" in page


def test_typing_saves_nothing(ask, project):
    ask()
    assert not project.participations.exists()


def test_the_panel_of_a_saved_person_asks_about_that_person(ask, project):
    participation = ParticipationFactory(project=project)
    response = ask(pesel=participation.person.pesel, participation=str(participation.pk))
    assert gaps(response) == []


def test_a_draft_shows_its_gaps_without_javascript(client_of, social_worker, project):
    participation = ParticipationFactory(project=project, draft=True)
    page = client_of(social_worker).get(address("edit", project, participation.pk)).content.decode()
    assert "Brakuje 1 z 21 pól." in page
    assert '<span class="need">brakuje</span>' in page
    assert 'href="#id_education"' in page


def test_a_new_form_does_not_shout(client_of, social_worker, project):
    page = client_of(social_worker).get(address("add", project)).content.decode()
    assert 'class="need"' not in page


def test_a_long_list_of_gaps_is_cut_and_can_be_opened(client_of, social_worker, project):
    page = client_of(social_worker).get(address("add", project)).content.decode()
    assert "Pokaż pozostałe (10)" in page
