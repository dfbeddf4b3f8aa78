"""Who is counted and who is not: a table a social worker can read and correct.

The project runs 2024–2026. Unless a row says otherwise the person is a woman of 34 who entered on 5 February 2024, registered
unemployed for long, with ISCED 3, no special status, and is complete; an outcome has its proof.
"""

from datetime import date

import pytest

from indicators.catalogue import BY_KEY
from indicators.queries import compute
from participants.vocabulary import OutcomeKind as Outcome

from ..factories import OutcomeFactory, ParticipationFactory, PremiseFactory

pytestmark = pytest.mark.django_db

ON = date(2024, 12, 31)
LEFT = {"left_on": date(2024, 6, 28), "exit_reason": "completed"}
DROPPED = {"left_on": date(2024, 6, 28), "exit_reason": "dropped_out"}
INACTIVE = {"labour_status": "inactive", "labour_detail": "not_in_education"}
LEARNING = {"labour_status": "inactive", "labour_detail": "in_education"}
WORKING = {"labour_status": "employed", "labour_detail": "ngo"}
DAY_28, DAY_29 = date(2024, 7, 26), date(2024, 7, 27)
CERTIFICATE = {"kind": Outcome.QUALIFICATION, "is_validated": True}


def born(day, **facts):
    return {"person__birth_date": day, **facts}


# indicator | the person in words | her facts | her outcomes | premise | counted
EXAMPLES = [
    ("CO01", "zarejestrowana bezrobotna", {}, [], False, True),
    ("CO01", "bezrobotna niezarejestrowana", {"labour_status": "unemployed_unregistered", "labour_detail": "unemployed_other"}, [], False, True),
    ("CO01", "bierna zawodowo", INACTIVE, [], False, False),
    ("CO01", "szkic bez wykształcenia", {"education": ""}, [], False, False),
    ("CO01", "przystąpi po dniu pomiaru", {"entered_on": date(2025, 1, 2)}, [], False, False),
    ("CO02", "długotrwale bezrobotna", {}, [], False, True),
    ("CO02", "bezrobotna krótko", {"labour_detail": "unemployed_other"}, [], False, False),
    ("CO03", "bierna zawodowo", INACTIVE, [], False, True),
    ("CO04", "bierna i poza kształceniem", INACTIVE, [], False, True),
    ("CO04", "bierna, ucząca się", LEARNING, [], False, False),
    ("CO05", "pracująca", WORKING, [], False, True),
    ("CO06", "24 lata w dniu przystąpienia", born(date(1999, 2, 6)), [], False, True),
    ("CO06", "25. urodziny w dniu przystąpienia", born(date(1999, 2, 5)), [], False, False),
    ("CO07", "55. urodziny w dniu przystąpienia", born(date(1969, 2, 5)), [], False, True),
    ("CO07", "54 lata w dniu przystąpienia", born(date(1969, 2, 6)), [], False, False),
    ("CO08", "55 lat i bezrobotna", born(date(1969, 2, 5)), [], False, True),
    ("CO08", "55 lat, bierna i ucząca się", born(date(1969, 2, 5), **LEARNING), [], False, False),
    ("CO08", "55 lat i pracująca", born(date(1969, 2, 5), **WORKING), [], False, False),
    ("CO09", "wykształcenie podstawowe", {"education": "isced_1"}, [], False, True),
    ("CO09", "gimnazjalne", {"education": "isced_2"}, [], False, True),
    ("CO09", "niższe niż podstawowe (ISCED 0) jest poza CO09", {"education": "isced_0"}, [], False, False),
    ("CO10", "policealne", {"education": "isced_4"}, [], False, True),
    ("CO11", "wyższe", {"education": "isced_5_8"}, [], False, True),
    ("CO15", "należy do mniejszości", {"minority": "yes"}, [], False, True),
    ("CO15", "odmowa nie jest odpowiedzią tak", {"minority": "refused"}, [], False, False),
    ("CO16", "z niepełnosprawnością", {"disability": "yes"}, [], False, True),
    ("CO16", "odmowa podania informacji", {"disability": "refused"}, [], False, False),
    ("CO17", "inna niekorzystna sytuacja", {"other_disadvantage": "yes"}, [], False, True),
    ("CO18", "bezdomna", {"homeless": "yes"}, [], False, True),
    ("CO19", "z obszaru wiejskiego", {"degurba": 3}, [], False, True),
    ("CO19", "z miasta", {"degurba": 2}, [], False, False),
    ("CR01", "bierna, szuka pracy", INACTIVE | LEFT, [{"kind": Outcome.JOB_SEARCH}], False, True),
    ("CR01", "bezrobotna, szuka pracy", LEFT, [{"kind": Outcome.JOB_SEARCH}], False, False),
    ("CR02", "podjęła naukę", LEFT, [{"kind": Outcome.EDUCATION}], False, True),
    ("CR02", "uczyła się już przy wejściu", LEARNING | LEFT, [{"kind": Outcome.EDUCATION}], False, False),
    ("CR03", "kwalifikacja 28. dnia po zakończeniu", LEFT, [CERTIFICATE | {"obtained_on": DAY_28}], False, True),
    ("CR03", "kwalifikacja 29. dnia po zakończeniu", LEFT, [CERTIFICATE | {"obtained_on": DAY_29}], False, False),
    ("CR03", "kwalifikacja w trakcie projektu", LEFT, [CERTIFICATE | {"obtained_on": date(2024, 4, 2)}], False, True),
    ("CR03", "zaświadczenie bez walidacji", LEFT, [CERTIFICATE | {"is_validated": False}], False, False),
    ("CR03", "kwalifikacja bez dowodu", LEFT, [CERTIFICATE | {"evidence": ""}], False, False),
    ("CR03", "jeszcze w projekcie", {}, [CERTIFICATE | {"obtained_on": date(2024, 4, 2)}], False, False),
    ("CR03", "przerwała udział, kwalifikację ma", DROPPED, [CERTIFICATE], False, True),
    ("CR04", "bezrobotna, pracuje", LEFT, [{"kind": Outcome.EMPLOYMENT}], False, True),
    ("CR04", "bierna, pracuje", INACTIVE | LEFT, [{"kind": Outcome.EMPLOYMENT}], False, True),
    ("CR04", "pracowała już przy wejściu", WORKING | LEFT, [{"kind": Outcome.EMPLOYMENT}], False, False),
    ("CR05", "z niepełnosprawnością, dwa rezultaty, liczona raz", {"disability": "yes"} | LEFT, [CERTIFICATE, {"kind": Outcome.EMPLOYMENT}], False, True),
    ("CR05", "bez niekorzystnej sytuacji", LEFT, [CERTIFICATE], False, False),
    ("CR05", "z niepełnosprawnością, bezrobotna, tylko szuka pracy", {"disability": "yes"} | LEFT, [{"kind": Outcome.JOB_SEARCH}], False, False),
    ("at_risk", "ma udokumentowaną przesłankę", {}, [], True, True),
    ("at_risk", "z otoczenia, bez przesłanki", {"is_surroundings": True}, [], False, False),
    ("at_risk_qualified", "kwalifikacja i przesłanka", LEFT, [CERTIFICATE], True, True),
    ("at_risk_qualified", "kompetencja to nie kwalifikacja", LEFT, [{"kind": Outcome.COMPETENCE}], True, False),
    ("qualified_or_competent", "kompetencja wystarcza", LEFT, [{"kind": Outcome.COMPETENCE}], True, True),
    ("qualified_or_competent", "kompetencja bez przesłanki", LEFT, [{"kind": Outcome.COMPETENCE}], False, False),
    ("at_risk_seeking", "bierna, szuka pracy", INACTIVE | LEFT, [{"kind": Outcome.JOB_SEARCH}], True, True),
    ("at_risk_seeking", "bezrobotna, szuka pracy", LEFT, [{"kind": Outcome.JOB_SEARCH}], True, False),
    ("at_risk_working", "bezrobotna, pracuje", LEFT, [{"kind": Outcome.EMPLOYMENT}], True, True),
    ("at_risk_working", "pracowała już przy wejściu", WORKING | LEFT, [{"kind": Outcome.EMPLOYMENT}], True, False),
]  # fmt: skip

EXAMPLES_2021 = [
    ("EECO01", "każda kompletna osoba", {}, [], False, True),
    ("EECO02", "bezrobotna", {}, [], False, True),
    ("EECO03", "długotrwale bezrobotna", {}, [], False, True),
    ("EECO04", "bierna zawodowo", INACTIVE, [], False, True),
    ("EECO05", "pracująca", WORKING, [], False, True),
    ("EECO06", "17 lat", born(date(2006, 2, 6)), [], False, True),
    ("EECO06", "18. urodziny w dniu przystąpienia", born(date(2006, 2, 5)), [], False, False),
    ("EECO07", "29 lat", born(date(1994, 2, 6)), [], False, True),
    ("EECO07", "30 lat nie wchodzi do żadnej grupy wieku", born(date(1994, 2, 5)), [], False, False),
    ("EECO08", "54 lata nie wchodzi do żadnej grupy wieku", born(date(1969, 2, 6)), [], False, False),
    ("EECO08", "55 lat", born(date(1969, 2, 5)), [], False, True),
    ("EECO09", "ISCED 0–2", {"education": "isced_0_2"}, [], False, True),
    ("EECO09", "ISCED 0 jest w EECO09", {"education": "isced_0"}, [], False, True),
    ("EECO10", "ISCED 3–4", {}, [], False, True),
    ("EECO11", "wyższe", {"education": "isced_5_8"}, [], False, True),
    ("EECO12", "z niepełnosprawnością", {"disability": "yes"}, [], False, True),
    ("EECO13", "z kraju trzeciego", {"third_country": "yes"}, [], False, True),
    ("EECO14", "obcego pochodzenia", {"foreign_origin": "yes"}, [], False, True),
    ("EECO15", "z mniejszości", {"minority": "yes"}, [], False, True),
    ("EECO15", "odmowa", {"minority": "refused"}, [], False, False),
    ("EECO16", "bezdomna", {"homeless": "yes"}, [], False, True),
    ("EECO17", "z obszaru wiejskiego", {"degurba": 3}, [], False, True),
    ("EECR01", "bierna, szuka pracy", INACTIVE | LEFT, [{"kind": Outcome.JOB_SEARCH}], False, True),
    ("EECR01", "bezrobotna, szuka pracy", LEFT, [{"kind": Outcome.JOB_SEARCH}], False, False),
    ("EECR02", "podjęła naukę", LEFT, [{"kind": Outcome.EDUCATION}], False, True),
    ("EECR03", "kwalifikacja", LEFT, [CERTIFICATE], False, True),
    ("EECR04", "pracuje, przedtem bezrobotna", LEFT, [{"kind": Outcome.EMPLOYMENT}], False, True),
    ("social_situation", "postęp społeczny", LEFT, [{"kind": Outcome.SOCIAL_PROGRESS}], False, True),
]  # fmt: skip


def recorded(facts, outcomes, premise, **traits):
    person = {"person__birth_date": date(1989, 5, 5)}
    participation = ParticipationFactory(**traits, **(person | {"entered_on": date(2024, 2, 5)} | facts))
    for outcome in outcomes:
        day = {"obtained_on": participation.left_on or participation.entered_on}
        OutcomeFactory(participation=participation, **(day | outcome))
    if premise:
        PremiseFactory(participation=participation)
    return participation


def value(project, key, on=ON):
    return compute([project], [BY_KEY[key]], on)[project.pk][key].value


@pytest.mark.parametrize(("key", "who", "facts", "outcomes", "premise", "counted"), EXAMPLES)
def test_each_example_of_2014_is_counted_as_the_table_says(key, who, facts, outcomes, premise, counted):
    participation = recorded(facts, outcomes, premise)
    assert value(participation.project, key).total == counted, f"{key}: {who}"


@pytest.mark.parametrize(("key", "who", "facts", "outcomes", "premise", "counted"), EXAMPLES_2021)
def test_each_example_of_2021_is_counted_as_the_table_says(key, who, facts, outcomes, premise, counted):
    participation = recorded(facts, outcomes, premise, smefs=True)
    assert value(participation.project, key).total == counted, f"{key}: {who}"


def test_every_line_of_the_catalogue_that_counts_people_has_an_example():
    shown = {row[0] for row in EXAMPLES + EXAMPLES_2021} | {"people"}
    assert {key for key, definition in BY_KEY.items() if definition.counts_people} == shown
