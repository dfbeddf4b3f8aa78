"""The list as files: text stays text, dates are dates, nothing runs as a formula, every row is there."""

import csv
from datetime import date, datetime
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from accounts.models import AccessLog
from participants.models import Person

from ..factories import OutcomeFactory, ParticipationFactory, PersonFactory, PremiseFactory, make_pesel
from .paper import address

BORN = date(2001, 4, 2)  # a PESEL that begins with a zero


@pytest.fixture
def reader(client_of, controller):
    return client_of(controller)


@pytest.fixture
def person(project):
    participation = ParticipationFactory(
        project=project,
        left=True,
        person=PersonFactory(pesel=make_pesel(BORN, "K"), last_name="Łukasik", phone="+48 600 100 200", email="=1+1"),
    )
    PremiseFactory(participation=participation)
    OutcomeFactory(participation=participation)
    return participation


def content(client, project, kind, **wanted):
    response = client.get(address("export", project, kind), wanted)
    assert response.status_code == 200
    return response, b"".join(response.streaming_content)


def rows_of_csv(client, project, **wanted):
    _response, body = content(client, project, "csv", **wanted)
    rows = list(csv.reader(StringIO(body.decode("utf-8-sig")), delimiter=";"))
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]]


def sheet_of(client, project, **wanted):
    _response, body = content(client, project, "xlsx", **wanted)
    return load_workbook(BytesIO(body)).active


def test_csv_opens_in_a_polish_spreadsheet_without_asking(reader, project, person):
    response, body = content(reader, project, "csv")
    assert body.startswith("\ufeff".encode())
    assert b"\r\n" in body
    assert response["Content-Disposition"].startswith(f'attachment; filename="uczestnicy-{project.slug}-')


def test_csv_says_everything_in_official_words(reader, project, person):
    row = rows_of_csv(reader, project)[0]
    assert row["nazwisko"] == "Łukasik"
    assert row["PESEL"] == person.person.pesel
    assert row["wykształcenie"] == "ponadgimnazjalne (ISCED 3)"
    assert row["data rozpoczęcia udziału"] == "2024-02-05"
    assert row["przesłanki"] == "korzysta z pomocy społecznej – ubóstwo – zaświadczenie OPS z 10.01.2024"
    assert row["rezultaty"].startswith("kompetencje, ")
    assert row["osoba z otoczenia"] == "nie"


def test_nothing_runs_as_a_formula_in_csv(reader, project, person):
    row = rows_of_csv(reader, project)[0]
    assert (row["telefon"], row["e-mail"]) == ("'+48 600 100 200", "'=1+1")


@pytest.mark.parametrize("beginning", "=+-@\t\r")
def test_every_beginning_of_a_formula_is_told_to_be_text(reader, project, person, beginning):
    Person.objects.update(phone=f"{beginning}cmd")
    assert rows_of_csv(reader, project)[0]["telefon"].startswith("'")


def test_xlsx_keeps_text_as_text_and_dates_as_dates(reader, project, person):
    sheet = sheet_of(reader, project)
    row = dict(zip([cell.value for cell in sheet[1]], sheet[2], strict=True))
    assert (row["PESEL"].value, row["PESEL"].data_type) == (person.person.pesel, "s")
    assert person.person.pesel.startswith("0")
    assert (row["e-mail"].value, row["e-mail"].data_type) == ("=1+1", "s")
    assert row["data rozpoczęcia udziału"].value == datetime(2024, 2, 5)
    assert row["wiek w chwili przystąpienia"].value == 22


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_holds_every_row_of_the_narrowed_list_in_its_order(reader, project, kind):
    for n in range(25):
        ParticipationFactory(project=project, person__last_name=f"Nowak-{n:02}")
    ParticipationFactory(project=project, person__last_name="Kowalska")
    wanted = {"q": "nowak", "sort": "-name", "page": "2"}
    if kind == "csv":
        names = [row["nazwisko"] for row in rows_of_csv(reader, project, **wanted)]
    else:
        names = [row[2].value for row in sheet_of(reader, project, **wanted).iter_rows(min_row=2)]
    assert names == [f"Nowak-{n:02}" for n in reversed(range(25))]


def test_a_file_of_nobody_has_its_heading(reader, project):
    assert rows_of_csv(reader, project) == []
    assert sheet_of(reader, project)["A1"].value == "numer"


def test_another_kind_of_file_does_not_exist(reader, project):
    assert reader.get(address("export", project, "pdf")).status_code == 404


def test_taking_a_file_is_written_down(reader, project, controller):
    content(reader, project, "csv")
    log = AccessLog.objects.get(act="export")
    assert (log.user, log.project_slug, log.subject) == (controller, project.slug, "uczestnicy, plik csv")


def test_a_file_of_many_rows_needs_no_more_queries_than_one_of_few(reader, project, django_assert_max_num_queries):
    for n in range(30):
        ParticipationFactory(project=project, person__last_name=f"Nowak-{n:02}")
    with django_assert_max_num_queries(12):
        content(reader, project, "csv")
