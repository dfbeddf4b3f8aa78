"""Every rule that a row can break, as a table: what stands in which column, and what the message says."""

from datetime import date

import pytest

from exchange.importing.checking import rules_of
from exchange.layouts import words
from exchange.layouts.columns import COLUMNS, PLACE
from exchange.layouts.smefs import REQUIRED, parse
from participants.requirements import required_for
from participants.vocabulary import Scope

from ..factories import ProjectFactory
from .house import cells, parsed, without_pesel

pytestmark = pytest.mark.django_db

# (what the row says, key of the column of the error, part of the message, the value proposed)
BROKEN = [
    ({"identifier": "44051401459"}, "identifier", "Cyfra kontrolna", None),
    ({"identifier": "2070803628", "sex": "", "age": ""}, "identifier", "zgubił początkowe zera", "02070803628"),
    ({"identifier": "'02070803628", "sex": "", "age": ""}, "identifier", "same cyfry", "02070803628"),
    ({"identifier": '="02070803628"', "sex": "", "age": ""}, "identifier", "same cyfry", "02070803628"),
    ({"identifier": "2,07E+09"}, "identifier", "wykładniczej", None),
    ({"identifier": "4405140145"}, "identifier", "11 cyfr", None),
    ({"identifier": "44135101458"}, "identifier", "prawdziwej daty", None),
    ({"identifier": "ABC 1234567"}, "identifier", "brak PESEL", None),
    ({"no_pesel": "Tak"}, "no_pesel", "wpisz Nie", "Nie"),
    ({"no_pesel": "może"}, "no_pesel", "„Tak”, „Nie”", None),
    ({"sex": "Mężczyzna"}, "sex", "wynika płeć: kobieta", "kobieta"),
    ({"age": "18"}, "age", "wynika 69\xa0lat", "69"),
    ({"age": "sto"}, "age", "nie jest wiekiem", None),
    ({"education": "średnie"}, "education", "ISCED 0–2", None),
    ({"citizenship": "polka"}, "citizenship", "Obywatelstwo polskie", None),
    ({"voivodeship": "ślaskie"}, "voivodeship", "śląskie", None),
    ({"postcode": "41200"}, "postcode", "41-200", "41-200"),
    ({"postcode": "4120"}, "postcode", "00-000", None),
    ({"degurba": "4"}, "degurba", "nie jest na liście", None),
    ({"phone": "32 12"}, "phone", "siedem cyfr", None),
    ({"email": "anna.nowak"}, "email", "adres e-mail", None),
    ({"email": "żaneta@poczta.pl"}, "email", "bez polskich liter", None),
    ({"email": "-"}, "email", "adres projektu", None),
    ({"entered_on": "01.02.2024"}, "entered_on", "2024-02-01", "2024-02-01"),
    ({"entered_on": "2024-02-30"}, "entered_on", "nie jest datą", None),
    ({"entered_on": "2023-12-31"}, "entered_on", "poza okresem projektu", None),
    ({"entered_on": "2999-01-01"}, "entered_on", "w przyszłości", None),
    ({"left_on": "2024-01-31"}, "left_on", "wcześniejsze niż rozpoczęcie", None),
    ({"left_on": "2027-01-01"}, "left_on", "przyszłości", None),
    ({"left_on": "", "by_path": ""}, "situations", "po zakończeniu", None),
    ({"left_on": "", "situations": ""}, "by_path", "po zakończeniu", None),
    ({"by_path": ""}, "by_path", "Tak albo Nie", None),
    ({"situations": "osoba szczęśliwa"}, "situations", "osoba uzyskała kwalifikacje", None),
    ({"labour_status": "student"}, "labour_status", "Osoba bezrobotna", None),
    ({"labour_detail": "osoba pracująca w MMŚP"}, "labour_detail", "nie pasuje do statusu", None),
    ({"labour_status": ""}, "labour_status", "Wpisz status", None),
    ({"institution": "Szkoła nr 1"}, "institution", "tylko dla jej pracownika", None),
    (
        {"participant_kind": "pracownik lub przedstawiciel instytucji/podmiotu"},
        "institution",
        "wpisz jej nazwę",
        None,
    ),
    ({"support_kinds": "masaż"}, "support_kinds", "doradztwo/konsultacje", None),
    ({"support_details": "masaż"}, "support_details", "pomoc psychologiczna", None),
    ({"support_details": "usługa o charakterze społecznym"}, "support_details", "nie pasuje do rodzaju", None),
    ({"support_dates": "2024-01-15"}, "support_dates", "przed rozpoczęciem udziału", None),
    ({"support_dates": "2024-12-01"}, "support_dates", "po zakończeniu udziału", None),
    ({"support_dates": "1.03.2024"}, "support_dates", "2024-03-01", "2024-03-01"),
    ({"support_dates": "2024-03-01|2024-03-02"}, "support_kinds", "pozycji", None),
    (
        {"support_kinds": "|studia", "support_details": "", "support_dates": "2024-03-01|"},
        "support_kinds",
        "rodzaj",
        None,
    ),
    ({"business_started_on": "2024-01-05"}, "business_started_on", "przed rozpoczęciem", None),
    ({"homeless": "Odmowa podania informacji"}, "homeless", "odmowa nie jest tu możliwa", None),
    ({"foreign_origin": "odmowa podania danych"}, "foreign_origin", "odmowa nie jest tu możliwa", None),
    ({"disability": "trochę"}, "disability", "„Tak”, „Nie”", None),
    ({"first_name": "=HYPERLINK(1)"}, "first_name", "formuła", None),
    ({"last_name": "Ż" * 81}, "last_name", "81 znaków", None),
    ({"remarks": "x" * 5000}, "remarks", "5000 znaków", None),
    ({"remarks": "zła\x07uwaga"}, "remarks", "niewidoczny", None),
]


@pytest.mark.parametrize(("changes", "key", "message", "suggestion"), BROKEN)
def test_a_broken_rule_is_told_with_its_column_and_remedy(smefs, changes, key, message, suggestion):
    found = [problem for problem in parsed(smefs, **changes).problems if problem.column == PLACE[key] + 1]
    assert found, parsed(smefs, **changes).problems
    assert message in found[0].message
    assert found[0].suggestion == suggestion


@pytest.mark.parametrize("number", range(12))
def test_a_right_row_has_no_errors(smefs, number):
    read = parse(cells(number), rules_of(smefs))
    assert (read.problems, read.missing) == ([], [])


@pytest.mark.parametrize(
    ("key", "spelling", "code"),
    [
        ("education", "WYŻSZE (isced 5-8)", "isced_5_8"),
        ("education", "Podstawowe (ISCED 1) lub gimnazjalne (ISCED 2)", "isced_0_2"),
        ("education", "Brak lub niepełne podstawowe (ISCED 0)", "isced_0_2"),
        ("education", "średnie I stopnia lub niższe (ISCED 0 – 2)", "isced_0_2"),
        ("citizenship", "OBYWATELSTWO POLSKIE", "polish"),
        (
            "citizenship",
            "Brak polskiego obywatelstwa lub UE - obywatel kraju spoza UE/bezpaństwowiec",
            "third",
        ),
        ("labour_status", "osoba BIERNA zawodowo", "inactive"),
        ("minority", "ODMOWA PODANIA INFORMACJI", "refused"),
        ("disability", "odmowa podania danych", "refused"),
        ("degurba", "Obszary wiejskie (DEGURBA 3)", 3),
    ],
)
def test_official_words_are_read_in_any_spelling(smefs, key, spelling, code):
    changes = {key: spelling}
    if key == "labour_status":
        changes["labour_detail"] = "INNE"
    assert parsed(smefs, **changes).facts[key] == code


def test_the_same_word_means_another_detail_under_another_status(smefs):
    details = [parsed(smefs, labour_status=s, labour_detail="inne").facts["labour_detail"] for s in words.STATUS.shown]
    assert details == ["unemployed_other", "inactive_other", "employed_other"]


def test_details_of_the_employed_are_read_with_and_without_their_beginning(smefs):
    for text in ("osoba pracująca w MMŚP", "w MMŚP"):
        assert parsed(smefs, labour_status="Osoba pracująca", labour_detail=text).facts["labour_detail"] == "sme"


def test_positions_of_supports_correspond_and_may_be_empty(smefs):
    read = parsed(
        smefs,
        support_kinds="doradztwo/konsultacje|doradztwo/konsultacje|krajowe szkolenie/kurs|usługa aktywnej integracji",
        support_details="pomoc psychologiczna|doradztwo zawodowe||usługa o charakterze zawodowym",
        support_dates="2024-02-10|2024-02-11||2024-02-13",
    )
    assert read.problems == []
    assert read.supports == [
        ("counselling", "psychological", date(2024, 2, 10)),
        ("counselling", "career", date(2024, 2, 11)),
        ("training", "", None),
        ("active_integration", "vocational", date(2024, 2, 13)),
    ]


def test_somebody_without_a_pesel_needs_an_identifier_sex_and_age(smefs):
    read = parse(without_pesel(identifier="brak", technical_id="", sex="", age=""), rules_of(smefs))
    assert {problem.column for problem in read.problems} == {7, 10, 11}
    assert parse(without_pesel(identifier="-", technical_id="T77"), rules_of(smefs)).key == ("other", "T77", "T77")


def test_a_row_of_the_wrong_length_is_one_error(smefs):
    problems = parse(cells()[:40], rules_of(smefs)).problems
    assert [(problem.column, "40" in problem.message) for problem in problems] == [(0, True)]


def test_the_number_of_another_project_here_is_an_error_and_an_unknown_one_a_remark(smefs):
    ProjectFactory(agreement_number="FEDS.07.05-IP.02-0001/24")
    assert parsed(smefs, project="FEDS.07.05-IP.02-0001/24").problems[0].column == 1
    assert parsed(smefs, project="FEDS.07.05-IP.02-9999/24").warnings[0].column == 1
    annex = parsed(smefs, project="FEDS.07.05-IP.02-0172/24-01")
    assert (annex.problems, annex.warnings) == ([], [])


def test_unlikely_answers_are_remarks(smefs):
    read = parsed(smefs, third_country="Tak", situations="")
    assert not read.problems
    assert [problem.column for problem in read.warnings] == [27, 35]


def test_every_requirement_of_the_official_form_has_its_column():
    names = {"last_name": "last_name", "pesel": "identifier"}
    follows = {"sex", "birth_date", "institution"}  # from the PESEL; only for employees of an institution
    required = {names.get(r.field, r.field) for r in required_for(Scope.SMEFS)} - follows
    assert required <= set(REQUIRED)


def test_there_are_43_columns_two_of_them_with_the_same_name():
    assert len(COLUMNS) == 43
    assert [column.number for column in COLUMNS if column.short == "w tym"] == [25, 31]
    assert [COLUMNS[n - 1].letter for n in (1, 26, 27, 43)] == ["A", "Z", "AA", "AQ"]
