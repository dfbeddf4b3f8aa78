"""People from the surroundings: tied to the main person, counted as participants, and as people at risk only with a premise."""

from datetime import date

import pytest

from accounts.models import AccessLog
from indicators.catalogue import BY_KEY
from indicators.queries import compute

from ..factories import ParticipationFactory, PremiseFactory
from .paper import address, paper


@pytest.fixture
def worker(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def main(project):
    return ParticipationFactory(project=project, person__last_name="Łukasik", person__first_name="Żaneta")


def text(response):
    return " ".join(response.content.decode().split()).replace("\xa0", " ")


def near(main, **facts):
    return ParticipationFactory(project=main.project, surroundings=True, main_participation=main, **facts)


# --- finding the main person


def found(client, project, typed, **given):
    response = client.post(address("main_person", project), {"main_person": typed, **given})
    return [participation.person.name for participation in response.context["found"]]


@pytest.mark.parametrize("typed", ["lukasik", "zaneta lukasik", "ŁUK"])
def test_the_main_person_is_offered_while_one_types(worker, project, main, typed):
    ParticipationFactory(person__last_name="Łukasik")
    assert found(worker, project, typed) == ["Łukasik Żaneta"]
    assert found(worker, project, main.person.pesel) == ["Łukasik Żaneta"]


def test_two_letters_are_too_few_to_show_people(worker, project, main):
    assert found(worker, project, "Łu") == []


def test_nobody_is_offered_as_her_own_main_person(worker, project, main):
    assert found(worker, project, "lukasik", participation=str(main.pk)) == []


def test_a_search_without_result_says_so(worker, project, main):
    response = worker.post(address("main_person", project), {"main_person": "kowalska"})
    assert "Nikogo takiego nie ma w tym projekcie." in text(response)


def test_looking_for_a_person_is_written_down_without_what_was_typed(worker, project, main):
    found(worker, project, "lukasik")
    assert list(AccessLog.objects.values_list("act", "subject")) == [("list", "szukanie osoby głównej")]


def test_of_two_people_of_one_name_the_chosen_one_is_taken(worker, project):
    twins = [ParticipationFactory(project=project, person__last_name="Nowak", person__first_name="Ewa") for _ in "ab"]
    near_both = {"is_surroundings": "on", "main_person": "Nowak Ewa"}
    refused = worker.post(address("add", project), paper(**near_both))
    assert "Pasuje kilka osób. Wybierz właściwą z listy" in text(refused)
    for twin in twins:
        assert f'name="main_choice" value="{twin.pk}"' in refused.content.decode()
    worker.post(address("add", project), paper(**near_both, main_choice=str(twins[1].pk)))
    assert project.participations.get(is_surroundings=True).main_participation == twins[1]


def test_a_choice_stays_when_something_else_is_refused(worker, project):
    twins = [ParticipationFactory(project=project, person__last_name="Nowak", person__first_name="Ewa") for _ in "ab"]
    typed = {"is_surroundings": "on", "main_person": "Nowak Ewa", "main_choice": str(twins[1].pk), "postcode": "41-20"}
    response = worker.post(address("add", project), paper(**typed))
    assert f'name="main_choice" value="{twins[1].pk}" checked' in text(response)


def test_a_choice_that_the_text_does_not_find_is_not_taken(worker, project, main):
    other = ParticipationFactory(project=project, person__last_name="Nowak")
    data = paper(is_surroundings="on", main_person="lukasik", main_choice=str(other.pk))
    worker.post(address("add", project), data)
    assert project.participations.get(is_surroundings=True).main_participation == main


# --- what she counts for

STANDING = [
    ({}, "Liczy się jako uczestnik. Jako osoba zagrożona ubóstwem nie"),
    ({"premise": "zaświadczenie OPS"}, "Liczy się jako uczestnik, a dzięki udokumentowanej przesłance także"),
    ({"premise": ""}, "Liczy się jako uczestnik. Jako osoba zagrożona ubóstwem nie"),
    ({"education": ""}, "Dopóki brakuje wymaganych danych, nie liczy się do żadnego wskaźnika."),
]


@pytest.mark.parametrize(("facts", "sentence"), STANDING)
def test_her_page_says_what_she_counts_for_and_whose_surroundings_she_is(worker, project, main, facts, sentence):
    document = facts.pop("premise", None) if "premise" in facts else None
    participation = near(main, **facts)
    if document is not None:
        PremiseFactory(participation=participation, document=document)
    page = text(worker.get(address("detail", project, participation.pk)))
    assert sentence in page
    assert f'href="{address("detail", project, main.pk)}"' in page


def test_the_page_of_the_main_person_lists_her_surroundings(worker, project, main):
    close = near(main, person__last_name="Bliska")
    page = text(worker.get(address("detail", project, main.pk)))
    assert "Z jej otoczenia w projekcie:" in page
    assert f'href="{address("detail", project, close.pk)}"' in page


COUNTED = [
    # who                                           osoby  zagrożone
    ("main person with a premise", False, "OPS", 1, 1),
    ("surroundings without a premise", True, None, 1, 0),
    ("surroundings with a premise, no document", True, "", 1, 0),
    ("surroundings with a documented premise", True, "OPS", 1, 1),
]


@pytest.mark.parametrize(("who", "is_near", "document", "people", "at_risk"), COUNTED, ids=[row[0] for row in COUNTED])
def test_surroundings_count_as_people_and_as_at_risk_only_with_a_premise(
    project, who, is_near, document, people, at_risk
):
    participation = ParticipationFactory(project=project, is_surroundings=is_near)
    if document is not None:
        PremiseFactory(participation=participation, document=document)
    figures = compute([project], [BY_KEY["people"], BY_KEY["at_risk"]], date(2024, 12, 31))[project.pk]
    assert (figures["people"].value.total, figures["at_risk"].value.total) == (people, at_risk), who


def test_the_file_names_the_main_person_by_name_and_number(client_of, admin, project, main):
    near(main)
    lines = b"".join(client_of(admin).get(address("export", project, "csv") + "?who=surroundings")).decode("utf-8-sig")
    heading, row = (line.split(";") for line in lines.splitlines())
    assert row[heading.index("z otoczenia osoby")] == f"Łukasik Żaneta, {main.reference}"
