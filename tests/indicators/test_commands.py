"""The command line: figures as JSON and as a table, the report as files, and one sentence when something is wrong."""

import json
import os
import subprocess
import sys
from datetime import date, timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.utils import timezone

from indicators import as_json
from indicators.lookup import report_of
from indicators.programmes import default_day
from indicators.reports import ProgressReport

from ..factories import CallFactory, PlannedEventFactory, ProgrammeFactory, ProjectFactory
from .conftest import PERIOD
from .paper_text import text_of

pytestmark = pytest.mark.django_db
QUARTER = ["--on", "2024-06-30", "--since", "2024-04-01"]


def said(*arguments):
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def test_json_has_exactly_the_agreed_shape(busy):
    data = json.loads(said("indicators", "pelny", *QUARTER, "--format", "json"))
    assert list(data) == ["project", "on", "since", "indicators", "effectiveness"]
    keys = ["code", "name", "kind", "unit", "target", "value", "period", "percent"]
    assert {tuple(row) for row in data["indicators"]} == {tuple(keys)}
    assert {tuple(row[group]) for row in data["indicators"] for group in ("value", "period")} == {
        ("women", "men", "total")
    }
    # Since annexes change targets, a target also says its per cent, from when it holds and by which annex.
    target = ("women", "men", "total", "percent", "holds_from", "annex")
    assert {tuple(row["target"]) for row in data["indicators"]} == {target}
    # Since windows still run and people are left out, a measure tells of them too, and what it is called in this agreement.
    measure = ["measure", "group", "numerator", "denominator", "percent", "threshold", "met"]
    measure += ["pending", "excluded", "degree", "needed", "name"]
    assert {tuple(row) for row in data["effectiveness"]} == {tuple(measure)}
    assert data["indicators"][0] == {
        "code": None,
        "name": "Liczba osób objętych wsparciem",
        "kind": "output",
        "unit": "osoby",
        "target": {"women": 5, "men": 3, "total": 8, "percent": None, "holds_from": None, "annex": None},
        "value": {"women": 4, "men": 2, "total": 6},
        "period": {"women": 1, "men": 0, "total": 1},
        "percent": 75.00,
    }


def test_json_of_the_command_is_the_reports_own(busy, report):
    text = said("indicators", "pelny", *QUARTER, "--format", "json")
    assert json.loads(text) == json.loads(as_json.written(as_json.report_data(report)))
    assert '"percent": 33.33' in text
    assert '"percent": 75.00' in text


def test_without_a_day_figures_stand_on_the_last_day_or_today():
    today = timezone.localdate()
    ProjectFactory(slug="dawny", starts_on=date(2020, 7, 30), ends_on=date(2022, 12, 31))
    ProjectFactory(slug="trwa", starts_on=date(2020, 7, 30), ends_on=today + timedelta(days=400))
    assert json.loads(said("indicators", "dawny", "--format", "json"))["on"] == "2022-12-31"
    assert json.loads(said("indicators", "trwa", "--format", "json"))["on"] == today.isoformat()


def test_the_table_is_aligned_and_polish(busy):
    lines = said("indicators", "pelny", *QUARTER).splitlines()
    assert lines[0] == "pelny, stan na dzień 2024-06-30"
    assert lines[1] == "okres od 2024-04-01 do 2024-06-30"
    heads = next(line for line in lines if line.startswith("kod"))
    people = next(line for line in lines if "Liczba osób objętych wsparciem" in line)
    assert people.split()[-10:] == ["5", "3", "8", "1", "0", "1", "4", "2", "6", "75,00"]
    assert len(heads) == len(people)
    assert heads.index("j.m.") == people.index("osoby")
    assert any("efektywność społeczna, wszystkie osoby" in line and line.endswith("nie") for line in lines)


def test_the_table_of_an_empty_project_is_only_its_common_indicators(project):
    lines = said("indicators", project.slug, "--on", "2024-06-30").splitlines()
    # CO01–CO11, CO15–CO19 and, since the list is complete, the projects and enterprises of CO20–CO23
    assert sum(line.startswith("CO") for line in lines) == 20


# --- a programme


@pytest.fixture
def programme(db):
    """Two of three conferences held; its calls close in March and in May 2024."""
    programme = ProgrammeFactory(slug="program", period="national")
    for closes_on in (date(2024, 3, 21), date(2024, 5, 31), None):
        CallFactory(programme=programme, closes_on=closes_on)
    for held_on in (date(2024, 2, 1), date(2024, 5, 6), None):
        PlannedEventFactory(programme=programme, held_on=held_on)
    return programme


def test_a_programme_answers_with_its_events(programme):
    data = json.loads(said("indicators", "program", "--since", "2024-05-01", "--format", "json"))
    assert data == {
        "project": "program",
        "on": "2024-05-31",
        "since": "2024-05-01",
        "indicators": [
            {
                "code": None,
                "name": "Liczba zorganizowanych konferencji",
                "kind": "output",
                "unit": "szt.",
                "target": {"women": None, "men": None, "total": 3, "percent": None, "holds_from": None, "annex": None},
                "value": {"women": None, "men": None, "total": 2},
                "period": {"women": None, "men": None, "total": 1},
                "percent": 66.67,
            }
        ],
        "effectiveness": [],
    }


def test_a_programme_whose_calls_name_no_day_stands_on_today():
    assert default_day(ProgrammeFactory()) == timezone.localdate()
    assert default_day(CallFactory(closes_on=date(2099, 1, 1)).programme) == timezone.localdate()


def test_a_programme_without_events_has_no_indicators():
    ProgrammeFactory(slug="pusty")
    assert json.loads(said("indicators", "pusty", "--format", "json"))["indicators"] == []


def test_a_project_goes_before_a_programme_of_the_same_address(project):
    ProgrammeFactory(slug=project.slug)
    assert report_of(project.slug).subject == project


# --- files


def test_the_report_is_written_as_every_file_that_is_asked_for(busy, tmp_path):
    paths = {name: tmp_path / f"sprawozdanie.{name}" for name in ("pdf", "xlsx", "csv")}
    output = said("report", "pelny", *QUARTER, *(f"--{name}={path}" for name, path in paths.items()))
    assert [path.read_bytes()[:4] for path in paths.values()] == [b"%PDF", b"PK\x03\x04", b"\xef\xbb\xbfP"]
    assert all(str(path) in output for path in paths.values())
    assert "Okres sprawozdawczy 01.04.2024–30.06.2024" in text_of(paths["pdf"].read_bytes())


def test_a_programme_is_written_as_files_too(programme, tmp_path):
    said("report", "program", "--pdf", str(tmp_path / "a.pdf"), "--xlsx", str(tmp_path / "a.xlsx"))
    assert (tmp_path / "a.pdf").stat().st_size > 10_000
    assert (tmp_path / "a.xlsx").stat().st_size > 2_000


# --- refusals


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nie-ma"], "Nie ma projektu ani programu o adresie „nie-ma”."),
        (["pelny", "--on", "2024-02-30"], "--on: „2024-02-30” to nie jest data w postaci RRRR-MM-DD."),
        (["pelny", "--on", "30.06.2024"], "--on: „30.06.2024” to nie jest data w postaci RRRR-MM-DD."),
        (["pelny", "--on", "20240630"], "--on: „20240630” to nie jest data w postaci RRRR-MM-DD."),
        (["pelny", "--on", "0001-01-01"], "--on: „0001-01-01” to nie jest data w postaci RRRR-MM-DD."),
        (["pelny", "--since", "wczoraj"], "--since: „wczoraj” to nie jest data w postaci RRRR-MM-DD."),
        (
            ["pelny", "--on", "2024-06-30", "--since", "2024-07-01"],
            "Okres zaczyna się 2024-07-01, czyli po dniu sprawozdania 2024-06-30.",
        ),
    ],
)
@pytest.mark.parametrize("command", ["indicators", "report"])
def test_what_is_wrong_is_said_in_one_sentence_with_status_2(command, arguments, sentence, busy, tmp_path):
    extra = ["--pdf", str(tmp_path / "a.pdf")] if command == "report" else []
    with pytest.raises(CommandError) as refused:
        call_command(command, *arguments, *extra)
    assert str(refused.value) == sentence
    assert refused.value.returncode == 2
    assert not list(tmp_path.iterdir())


def test_a_report_with_nowhere_to_go_is_refused(busy, tmp_path):
    with pytest.raises(CommandError, match="Podaj, co zapisać") as refused:
        call_command("report", "pelny")
    assert refused.value.returncode == 2
    with pytest.raises(CommandError, match="Nie można zapisać pliku") as refused:
        call_command("report", "pelny", "--csv", str(tmp_path / "nie" / "ma" / "a.csv"))
    assert refused.value.returncode == 2


@pytest.mark.parametrize(
    "arguments", [["indicators"], ["indicators", "x", "--format", "xml"], ["report", "x", "--inne"]]
)
def test_a_command_that_is_not_understood_is_refused_from_code_too(arguments):
    with pytest.raises(CommandError, match="Nie rozumiem polecenia") as refused:
        call_command(*arguments)
    assert refused.value.returncode == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nie-ma-takiego"], "CommandError: Nie ma projektu ani programu o adresie „nie-ma-takiego”."),
        (["x", "--format", "xml"], "Nie rozumiem polecenia: "),
        ([], "Nie rozumiem polecenia: "),
    ],
)
def test_from_a_terminal_a_refusal_is_one_line_on_stderr_and_status_2(arguments, sentence, transactional_db):
    # The database of the tests, asked by a process of its own.
    database = settings.DATABASES["default"]
    url = "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**database)
    done = subprocess.run(
        [sys.executable, "manage.py", "indicators", *arguments],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATABASE_URL": url, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(sentence)
    assert len(done.stderr.splitlines()) == 1


def test_the_report_is_the_same_for_code_and_for_the_command(busy):
    built = ProgressReport.build(busy, PERIOD.on, PERIOD.since)
    assert as_json.checksum(built) == as_json.checksum(report_of("pelny", "2024-06-30", "2024-04-01"))
