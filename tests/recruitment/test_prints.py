"""Paper of recruitment: what was entered stands in it, and where it is published no name does."""

from datetime import date

import pytest

from accounts.models import AccessLog
from recruitment.actions.decisions import Choice, hold_sitting
from recruitment.situation import Situation

from ..factories import (
    CandidateFactory,
    CandidatePremiseFactory,
    ChecklistItemFactory,
    CriterionFactory,
    PartnerFactory,
    QuotaFactory,
    RoundFactory,
)
from ..indicators.paper_text import reader, text_of
from .application import address

pytestmark = pytest.mark.django_db


@pytest.fixture
def round(project):
    PartnerFactory(project=project, role="lead", name="Gmina Sosnowiec")
    round = RoundFactory(project=project, name="nabór I", places=2)
    CriterionFactory(round=round)
    CriterionFactory(round=round, rule="sex", params={"values": ["K"]}, points=10)
    CriterionFactory(round=round, rule="disability", params={"values": ["severe"]}, points=20)
    QuotaFactory(round=round, at_least=1)
    return round


@pytest.fixture
def people(round):
    best = CandidateFactory(
        round=round, last_name="Świętochowska", first_name="Żaneta", number="K/2024/003", disability_degree="severe"
    )
    CandidatePremiseFactory(candidate=best)
    second = CandidateFactory(round=round, last_name="Łukasik", number="K/2024/001")
    third = CandidateFactory(round=round, last_name="Źrebiec", first_name="Jan", sex="M", number="K/2024/002")
    child = CandidateFactory(round=round, last_name="Mała", number="K/2024/004", birth_date=date(2012, 1, 1))
    return best, second, third, child


@pytest.fixture
def sitting(round, people, coordinator):
    _best, second, third, _child = people
    proposals = Situation(round.project, round).proposals
    choices = [Choice(pk, one.decision, one.why, one.decision) for pk, one in proposals.items()]
    choices = [one for one in choices if one.candidate not in (second.pk, third.pk)]
    choices += [
        Choice(second.pk, "reserve", "niższa motywacja w rozmowie", "qualified"),
        Choice(third.pk, "qualified", "wyższa motywacja w rozmowie", "reserve"),
    ]
    return hold_sitting(
        round=round,
        by=coordinator,
        held_on=date(2024, 4, 15),
        members="Ewa Borowiecka, przewodnicząca\nAdam Adamczyk, sekretarz",
        place="MOPS, ul. 3 Maja 33",
        votes=(2, 0, 1),
        note="Wysłuchano obojga kandydatów.",
        choices=choices,
    )


def printed(client, project, round, name):
    answer = client.get(address("list_print", project, round.pk, name))
    assert answer["Content-Type"] == "application/pdf"
    return answer.content


def test_the_list_for_the_house_holds_names_points_and_what_they_are_for(
    client_of, coordinator, project, round, people
):
    text = text_of(printed(client_of(coordinator), project, round, "lista-rankingowa"))
    for words in (
        "Świętochowska Żaneta",
        "K/2024/003",
        "niepełnosprawność, stopień: znaczny 20",
        "Do użytku wewnętrznego",
        "nie spełnia: wiek",
        "czeka na decyzję",
        "kobieta, co najmniej 1 osoba: otwarty.",
        "Zgłoszeń 4",
    ):
        assert words in text, words
    assert text.index("Świętochowska") < text.index("Łukasik") < text.index("Źrebiec") < text.index("Mała")


@pytest.mark.parametrize("name", ["lista-rankingowa-publiczna", "lista-rezerwowa-publiczna"])
def test_a_published_list_holds_numbers_and_results_and_nothing_of_the_person(
    client_of, coordinator, project, round, sitting, people, name
):
    text = text_of(printed(client_of(coordinator), project, round, name))
    assert "K/2024/001" in text
    for person in people:
        assert person.last_name not in text
    for words in ("niepełnosprawność", "kobieta", "wiek", "Maria", "motywacja"):
        assert words not in text


def test_the_reserve_list_holds_those_on_it_alone(client_of, coordinator, project, round, sitting):
    text = text_of(printed(client_of(coordinator), project, round, "lista-rezerwowa"))
    assert "Łukasik Maria" in text
    assert "Świętochowska" not in text


def test_an_empty_reserve_list_says_so(client_of, coordinator, project, round):
    text = text_of(printed(client_of(coordinator), project, round, "lista-rezerwowa-publiczna"))
    assert "Na liście rezerwowej nie ma nikogo." in text


def test_the_protocol_says_who_sat_by_which_rules_what_was_decided_and_why(client_of, coordinator, project, sitting):
    content = client_of(coordinator).get(address("protocol", project, sitting.pk)).content
    text = text_of(content)
    for words in (
        "Protokół z posiedzenia komisji rekrutacyjnej",
        "15.04.2024",
        "MOPS, ul. 3 Maja 33",
        "Ewa Borowiecka, przewodnicząca",
        "wiek: 18–64 lata",
        "kobieta – 10 pkt",
        "rozstrzygały kolejno: więcej przesłanek zagrożenia wykluczeniem, wcześniejsze zgłoszenie",
        "Świętochowska Żaneta",
        "miejsce 1 na 2",
        "wyższa motywacja w rozmowie (z punktów i limitów wynikało: lista rezerwowa)",
        "nie spełnia: wiek: 18–64 lata – 12 lat",
        "kobieta, co najmniej 1 osoba: osiągnięty. Jest 1 z 1.",
        "Za: 2, przeciw: 0, wstrzymało się: 1.",
        "Wysłuchano obojga kandydatów.",
        "zakwalifikowana: 2",
        "Zakwalifikowana: 2; lista rezerwowa: 1; odrzucona: 1.",
    ):
        assert words.lower() in text.lower(), words
    assert reader(content).metadata.author == "Gmina Sosnowiec"


def test_the_protocol_stays_as_it_was_when_the_rules_change(client_of, coordinator, project, round, sitting):
    round.criteria.all().delete()
    project.quotas.all().delete()
    text = text_of(client_of(coordinator).get(address("protocol", project, sitting.pk)).content)
    assert "kobieta – 10 pkt" in text
    assert "Jest 1 z 1." in text


def test_the_paper_is_tagged_and_its_printing_is_logged(client_of, controller, project, round, people):
    content = printed(client_of(controller), project, round, "lista-rankingowa")
    assert b"pdfuaid" in reader(content).trailer["/Root"]["/Metadata"].get_object().get_data()
    assert AccessLog.objects.filter(user=controller, act=AccessLog.Act.EXPORT).count() == 1


def test_a_list_that_does_not_exist_is_not_found(client_of, coordinator, project, round):
    assert client_of(coordinator).get(address("list_print", project, round.pk, "lista-zyczen")).status_code == 404


def test_the_list_tells_what_documents_are_missing(client_of, coordinator, project, round, people):
    CriterionFactory(round=round, rule="documents")
    ChecklistItemFactory(project=project, name="oświadczenie")
    text = text_of(printed(client_of(coordinator), project, round, "lista-rankingowa"))
    assert "brakuje: oświadczenie" in text
