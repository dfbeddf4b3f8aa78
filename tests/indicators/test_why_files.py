"""Both lists behind a figure as files: every row, text-safe, names only for those who may take people away."""

import csv
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import AccessLog

from ..factories import OutcomeFactory, ParticipationFactory, PremiseFactory

pytestmark = pytest.mark.django_db
KEY = "qualified_or_competent"
IN, LEFT = {"entered_on": date(2024, 2, 5)}, {"left_on": date(2024, 6, 28), "exit_reason": "completed"}


@pytest.fixture
def crowd(project):
    """One counted whose name looks like a formula, one with a late proof, one still inside."""
    people = [
        ParticipationFactory(project=project, person__last_name="=Łukasik", **IN, **LEFT),
        ParticipationFactory(project=project, person__last_name="Nowak", **IN, **LEFT),
        ParticipationFactory(project=project, person__last_name="Żak", **IN),
    ]
    for participation in people:
        PremiseFactory(participation=participation)
    OutcomeFactory(participation=people[0], evidence="OP/114/2022")
    OutcomeFactory(participation=people[1], obtained_on=date(2024, 8, 1))
    return people


def taken(client, project, form, key=KEY, **query):
    return client.get(reverse(f"indicators:why_{form}", args=[project.slug, key]), {"on": "2024-12-31"} | query)


def rows(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(StringIO(text), delimiter=";"))


def test_the_plain_file_has_everybody_with_a_column_for_each_word(project, crowd, coordinator, client_of):
    response = taken(client_of(coordinator), project, "csv")
    head, counted, late, inside = rows(response)
    assert head == [
        "grupa", "numer", "nazwisko", "imię", "płeć", "ile zdań nie jest spełnionych", "1. Dane", "2. Przystąpienie",
        "3. Przesłanka", "4. Zakończenie", "5. Potwierdzenie do 28. dnia", "czego brakuje",
    ]  # fmt: skip
    assert counted[:6] == ["Policzone", crowd[0].reference, "'=Łukasik", "Anna", "kobieta", "0"]
    assert "OP/114/2022" in counted[10]
    assert counted[11] == ""
    assert late[0] == "Dowód nie wystarcza"
    assert late[10] == "nie – Po terminie: dowód z 01.08.2024, termin minął 26.07.2024."
    assert late[11] == "potwierdzenie do 28. dnia: po terminie: dowód z 01.08.2024, termin minął 26.07.2024"
    assert [inside[0], inside[5]] == ["Jeszcze w projekcie", "2"]


def test_the_workbook_has_a_sheet_for_each_list(project, crowd, coordinator, client_of):
    response = taken(client_of(coordinator), project, "xlsx")
    book = load_workbook(BytesIO(b"".join(response.streaming_content)))
    assert book.sheetnames == ["policzone", "jeszcze nie"]
    counted, others = ([[cell.value for cell in row] for row in book[name].iter_rows()] for name in book.sheetnames)
    assert [row[2] for row in counted[1:]] == ["=Łukasik"]
    assert book["policzone"]["C2"].data_type == "s"
    assert [row[2] for row in others[1:]] == ["Nowak", "Żak"]


def test_who_may_not_take_people_away_gets_numbers_and_no_documents(project, crowd, social_worker, client_of):
    response = taken(client_of(social_worker), project, "csv")
    head, counted, *_others = rows(response)
    assert "nazwisko" not in head
    assert counted[1] == crowd[0].reference
    assert not {"'=Łukasik", "Anna"} & set(counted)
    assert "OP/114/2022" not in "".join(counted)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({}, [0, 1, 2]),
        ({"q": "nowak"}, [1]),
        ({"group": "inside"}, [2]),
        ({"group": "counted"}, [0]),
        ({"sex": "M"}, []),
    ],
)
def test_the_file_keeps_what_was_asked(project, crowd, coordinator, client_of, query, found):
    _head, *listed = rows(taken(client_of(coordinator), project, "csv", **query))
    assert [row[1] for row in listed] == [crowd[place].reference for place in found]


def test_the_file_of_a_period_has_the_day_of_measurement(project, crowd, coordinator, client_of):
    head, counted, *_others = rows(taken(client_of(coordinator), project, "csv", since="2024-06-01"))
    assert counted[head.index("dzień pomiaru")] == "2024-06-28"


def test_taking_the_lists_away_is_logged_without_names(project, crowd, coordinator, client_of):
    assert b"".join(taken(client_of(coordinator), project, "xlsx").streaming_content)
    entry = AccessLog.objects.get(user=coordinator)
    assert (entry.act, entry.subject) == ("export", f"dlaczego xlsx: {KEY}")


def test_a_thing_has_no_such_file(project, coordinator, client_of):
    assert taken(client_of(coordinator), project, "csv", "communities").status_code == 404


@pytest.mark.parametrize("number", [2, 30])
def test_a_file_costs_the_same_few_statements_however_many_people(
    project, coordinator, client_of, django_assert_max_num_queries, number
):
    for _ in range(number):
        OutcomeFactory(participation=ParticipationFactory(project=project, **IN, **LEFT))
    client = client_of(coordinator)
    with django_assert_max_num_queries(14):
        rows(taken(client, project, "csv"))
