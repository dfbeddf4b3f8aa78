"""The vocabulary of rules, as tables that a member of a commission can read: facts, what is asked, answer, the fact in words."""

from datetime import date
from types import SimpleNamespace

import pytest

from recruitment.rules import RULES
from recruitment.vocabulary import RuleCode

DAY = date(2026, 3, 12)
YES, NO, UNKNOWN = True, False, None


def facts(**given):
    """Facts of somebody of whom nothing else is known."""
    nothing = dict.fromkeys(
        "sex voivodeship county commune education labour_status labour_detail homeless minority foreign_origin "
        "citizenship disability disability_degree".split(),
        "",
    )
    empty = {"birth_date": None, "degurba": None, "target_group_id": None, "is_surroundings": False}
    return SimpleNamespace(
        **{**nothing, **empty, "applied_on": DAY, "premises": {}, "answers": {}, "lacks": (), **given}
    )


def born(text):
    return {"birth_date": date.fromisoformat(text)}


def reasons(*kinds, **documented):
    return {"premises": {**dict.fromkeys(kinds, ""), **documented}}


AGE = {"from": 18, "to": 64}
TABLE = [
    # rule, parameters, facts, answer, the fact that decided
    ("sex", {"values": ["K"]}, {"sex": "K"}, YES, "kobieta"),
    ("sex", {"values": ["K"]}, {"sex": "M"}, NO, "mężczyzna"),
    ("sex", {"values": ["K"]}, {}, UNKNOWN, "brak płci"),
    ("age", AGE, born("1992-01-01"), YES, "34 lata w dniu 12.03.2026; wymagane: 18–64 lata"),
    ("age", AGE, born("2008-03-12"), YES, "18 lat w dniu 12.03.2026; wymagane: 18–64 lata"),
    ("age", AGE, born("2008-03-13"), NO, "17 lat w dniu 12.03.2026; wymagane: 18–64 lata"),
    ("age", AGE, born("1961-03-13"), YES, "64 lata w dniu 12.03.2026; wymagane: 18–64 lata"),
    ("age", AGE, born("1961-03-12"), NO, "65 lat w dniu 12.03.2026; wymagane: 18–64 lata"),
    ("age", {"from": 18}, born("1930-01-01"), YES, "96 lat w dniu 12.03.2026; wymagane: co najmniej 18 lat"),
    ("age", {"to": 29}, born("1996-03-12"), NO, "30 lat w dniu 12.03.2026; wymagane: najwyżej 29 lat"),
    ("age", AGE, {}, UNKNOWN, "brak daty urodzenia"),
    ("age", AGE, born("2026-05-01"), UNKNOWN, "brak daty urodzenia"),
    ("voivodeship", {"values": ["śląskie"]}, {"voivodeship": "śląskie"}, YES, "śląskie"),
    ("commune", {"values": ["Sosnowiec", "Będzin"]}, {"commune": " SOSNOWIEC "}, YES, " SOSNOWIEC "),
    ("commune", {"values": ["Sosnowiec"]}, {"commune": "Czeladź"}, NO, "Czeladź"),
    ("county", {"values": ["będziński"]}, {}, UNKNOWN, "brak adresu"),
    ("degurba", {"values": [3]}, {"degurba": 3}, YES, "3 – obszary wiejskie, słabo zaludnione"),
    ("degurba", {"values": [2, 3]}, {"degurba": 1}, NO, "1 – miasta, obszary gęsto zaludnione"),
    ("degurba", {"values": [3]}, {}, UNKNOWN, "brak stopnia urbanizacji"),
    ("premises", {"from": 2}, reasons("poverty", "illness"), YES, "2 przesłanki: korzysta z pomocy społecznej – ubóstwo, "
     "korzysta z pomocy społecznej – długotrwała lub ciężka choroba"),
    ("premises", {"from": 2, "to": 2}, reasons("poverty", "illness", "food_aid"), NO, None),
    ("premises", {"from": 1}, {}, NO, "brak przesłanek"),
    ("premises", {"from": 1, "documented": True}, reasons("poverty"), NO, "brak przesłanek"),
    ("premises", {"from": 1, "documented": True}, reasons(poverty="OPS 1/26"), YES, None),
    ("premise", {"values": ["food_aid", "homeless"]}, reasons("poverty", "homeless"), YES,
     "bezdomna lub dotknięta wykluczeniem z dostępu do mieszkań"),
    ("premise", {"values": ["food_aid"]}, reasons("poverty"), NO, "nie ma takiej przesłanki"),
    ("premise", {"values": ["poverty"], "documented": True}, reasons("poverty"), NO, "nie ma takiej przesłanki"),
    ("disability", {}, {"disability": "yes"}, YES, "tak"),
    ("disability", {}, {"disability": "refused"}, NO, "odmowa podania informacji"),
    ("disability", {"values": ["severe"]}, {"disability": "no"}, NO, "nie"),
    ("disability", {"values": ["severe"]}, {"disability": "yes", "disability_degree": "severe"}, YES, "stopień znaczny"),
    ("disability", {"values": ["severe"]}, {"disability": "yes", "disability_degree": "light"}, NO, "stopień lekki"),
    ("disability", {"values": ["severe"]}, {"disability": "yes"}, UNKNOWN, "brak odpowiedzi albo stopnia niepełnosprawności"),
    ("disability", {}, {}, UNKNOWN, "brak odpowiedzi albo stopnia niepełnosprawności"),
    ("labour", {"values": ["inactive"]}, {"labour_status": "inactive"}, YES, "osoba bierna zawodowo"),
    ("labour", {"values": ["inactive"]}, {"labour_status": "employed"}, NO, "osoba pracująca"),
    ("labour", {"values": ["inactive"]}, {}, UNKNOWN, "brak statusu na rynku pracy"),
    ("labour_detail", {"values": ["long_term"]}, {"labour_detail": "long_term"}, YES, "osoba długotrwale bezrobotna"),
    ("education", {"values": ["isced_0_2"]}, {"education": "isced_3_4"}, NO, None),
    ("homeless", {}, {"homeless": "yes"}, YES, "tak"),
    ("homeless", {}, {}, UNKNOWN, "brak odpowiedzi"),
    ("minority", {}, {"minority": "refused"}, NO, "odmowa podania informacji"),
    ("foreign_origin", {}, {"foreign_origin": "no"}, NO, "nie"),
    ("citizenship", {"values": ["third"]}, {"citizenship": "polish"}, NO, "obywatelstwo polskie"),
    ("target_group", {"group": 7, "name": "otoczenie"}, {"target_group_id": 7}, YES, "ta grupa"),
    ("target_group", {"group": 7, "name": "otoczenie"}, {"target_group_id": 8}, NO, "inna grupa"),
    ("target_group", {"group": 7, "name": "otoczenie"}, {}, UNKNOWN, "nie wybrano grupy docelowej"),
    ("surroundings", {"is": False}, {}, YES, "nie jest z otoczenia"),
    ("surroundings", {"is": True}, {"is_surroundings": True}, YES, "osoba z otoczenia"),
    ("surroundings", {"is": False}, {"is_surroundings": True}, NO, "osoba z otoczenia"),
    ("documents", {}, {}, YES, "komplet"),
    ("documents", {}, {"lacks": ("formularz", "zgoda")}, UNKNOWN, "brakuje: formularz, zgoda"),
    ("question", {"criterion": 5}, {"answers": {5: (True, None)}}, YES, "tak"),
    ("question", {"criterion": 5}, {"answers": {5: (False, None)}}, NO, "nie"),
    ("question", {"criterion": 5}, {"answers": {6: (True, None)}}, UNKNOWN, "komisja jeszcze nie odpowiedziała"),
    ("score", {"criterion": 5}, {"answers": {5: (None, 12)}}, YES, "ocena: 12"),
    ("score", {"criterion": 5}, {"answers": {5: (None, 0)}}, NO, "ocena: 0"),
    ("score", {"criterion": 5}, {}, UNKNOWN, "komisja jeszcze nie oceniła"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "params", "given", "answer", "said"), TABLE)
def test_a_rule_answers_by_the_facts_and_says_which_one_decided(code, params, given, answer, said):
    rule = RULES[code]
    someone = facts(**given)
    assert rule.test(params)(someone) is answer
    told = rule.fact(someone, params).replace("\xa0", " ")
    assert told == said if said else told


def test_every_rule_of_the_vocabulary_is_in_the_table():
    assert {code for code, *_rest in TABLE} == set(RuleCode.values) == set(RULES)


SENTENCES = [
    ("age", {"from": 18, "to": 64}, "wiek: 18–64 lata"),
    ("sex", {"values": ["K", "M"]}, "kobieta lub mężczyzna"),
    ("commune", {"values": ["Sosnowiec", "Będzin"]}, "mieszka w gminie: Sosnowiec, Będzin"),
    ("premises", {"from": 3}, "co najmniej 3 przesłanki zagrożenia wykluczeniem"),
    ("premises", {"from": 2, "to": 2}, "2 przesłanki zagrożenia wykluczeniem"),
    ("premises", {"from": 2, "to": 4}, "liczba przesłanek zagrożenia wykluczeniem od 2 do 4"),
    ("premises", {"from": 1, "documented": True}, "co najmniej 1 przesłanka zagrożenia wykluczeniem, z dokumentem"),
    ("disability", {"values": ["moderate", "severe"]}, "niepełnosprawność, stopień: umiarkowany lub znaczny"),
    ("degurba", {"values": [3]}, "DEGURBA 3 – obszary wiejskie, słabo zaludnione"),
]


@pytest.mark.parametrize(("code", "params", "sentence"), SENTENCES)
def test_a_rule_is_a_sentence_with_its_parameters(code, params, sentence):
    assert str(RULES[code].sentence(params)).replace("\xa0", " ") == sentence
