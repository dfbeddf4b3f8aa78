"""The command line: figures as JSON and as text, exit statuses, one sentence when something is wrong."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from bench.smefs import file_of
from exchange.models import ImportRun
from participants.models import Participation

from ..factories import ParticipationFactory
from .house import cells

pytestmark = pytest.mark.django_db


@pytest.fixture
def file(tmp_path):
    """``file(rows)``: a path of a file of these rows."""

    def written(*rows, content=None):
        path = tmp_path / "uczestnicy.csv"
        path.write_bytes(file_of(rows) if content is None else content)
        return str(path)

    return written


def said(*arguments):
    """(exit status, standard output, what the error says)."""
    out, err = StringIO(), StringIO()
    try:
        call_command(*arguments, stdout=out, stderr=err, skip_checks=True)
    except CommandError as error:
        return error.returncode, out.getvalue(), str(error)
    return 0, out.getvalue(), err.getvalue()


def test_json_has_exactly_the_agreed_shape(smefs, file):
    status, out, _ = said("import_participants", "plus", file(cells(0), cells(1, postcode="41200")), "--format", "json")
    data = json.loads(out)
    assert status == 1
    assert list(data) == ["rows", "created", "updated", "unchanged", "rejected", "errors"]
    assert (data["rows"], data["created"], data["updated"], data["unchanged"], data["rejected"]) == (2, 0, 0, 0, 1)
    assert data["errors"] == [
        {"row": 3, "column": "Kod pocztowy", "message": "Kod pocztowy ma postać 00-000. Wpisz 41-200."}
    ]
    assert not Participation.objects.exists()
    assert not ImportRun.objects.exists()


def test_a_dry_run_counts_and_leaves_nothing(smefs, file):
    status, out, _ = said("import_participants", "plus", file(cells(0), cells(1)), "--dry-run", "--format", "json")
    assert (status, json.loads(out)["created"]) == (0, 2)
    assert not Participation.objects.exists()
    assert not ImportRun.objects.exists()


def test_an_import_says_in_words_what_it_did_and_again_that_nothing_changed(smefs, file):
    status, out, _ = said("import_participants", "plus", file(cells(0), cells(1)))
    assert (status, "Zapisano: nowych osób 2" in out) == (0, True)
    assert ImportRun.objects.get().by is None
    _, out, _ = said("import_participants", "plus", file(cells(0), cells(1)), "--format", "json")
    assert json.loads(out) == {"rows": 2, "created": 0, "updated": 0, "unchanged": 2, "rejected": 0, "errors": []}
    assert ImportRun.objects.count() == 1


def test_text_names_row_letter_and_name_of_the_column_and_the_corrected_number(smefs, file):
    path = file(cells(0), cells(1, identifier="2070803628", sex="", age="", third_country="Tak"))
    status, out, error = said("import_participants", "plus", path)
    assert status == 1
    assert "Wiersz 3, kolumna G „PESEL/Inny identyfikator”: PESEL ma tu 10 cyfr" in out
    assert "02070803628" in out
    assert "Wiersz 3, kolumna AI „Obywatel państwa trzeciego”, uwaga:" in out
    assert error == "Niczego nie zapisano: 1 wiersz z błędami."


@pytest.mark.parametrize(
    ("slug", "content", "message"),
    [
        ("nie-ma", None, "Nie ma projektu"),
        ("aktywni", None, "2014–2020"),
        ("plus", b"", "pusty"),
        ("plus", "zażółć;".encode("cp1250"), "Windows-1250"),
        ("plus", b"a;b;c\r\n", "3 kolumn"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_and_valid_json(smefs, project, file, slug, content, message):
    path = file(content=content)
    status, out, error = said("import_participants", slug, path)
    assert (status, out, message in error) == (2, "", True)
    status, out, _ = said("import_participants", slug, path, "--format", "json")
    data = json.loads(out)
    assert (status, data["rows"], message in data["errors"][0]["message"]) == (2, 0, True)


def test_a_missing_file_is_named(smefs):
    status, out, _ = said("import_participants", "plus", "/nie/ma.csv", "--format", "json")
    assert (status, "/nie/ma.csv" in json.loads(out)["errors"][0]["message"]) == (2, True)


def test_the_export_writes_a_file_or_standard_output_and_counts_drafts(smefs, file, tmp_path):
    said("import_participants", "plus", file(cells(0)))
    ParticipationFactory(project=smefs, draft=True)
    target = tmp_path / "eksport.csv"
    status, _, error = said("export_participants", "plus", str(target))
    assert (status, "Pominięto 1 szkic" in error) == (0, True)
    assert target.read_bytes() == file_of([cells(0)])
    assert said("export_participants", "plus", "-")[1].encode() == file_of([cells(0)])
    assert "Numer umowy/decyzji/aneksu" in said("export_participants", "plus", "-", "--layout", "sl2014")[1]


def test_an_export_into_nowhere_is_one_sentence(smefs):
    status, _, error = said("export_participants", "plus", "/nie/ma/pliku.csv")
    assert (status, "Nie można zapisać pliku" in error) == (2, True)
