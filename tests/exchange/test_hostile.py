"""Files made by hand to break something: bombs, signs that no database keeps, lines that look like the end of a file, endless cells."""

import zipfile
from io import BytesIO

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from openpyxl import Workbook

from accounts.models import AccessLog
from bench.smefs import file_of
from config.logs import WithoutPersonalData
from exchange import jobs
from exchange.comparing import bring
from exchange.importing import NotPossible, check, correct, load
from exchange.jobs import start
from exchange.layouts.columns import HEADER, PLACE
from exchange.models import Comparison, ImportRun, State
from exchange.reading import MOST_CELLS, Unreadable, open_file

from ..factories import TeamMemberFactory
from .house import brought, cells, checked, loaded, problems_of

pytestmark = pytest.mark.django_db


def book_of(*rows):
    book = Workbook()
    book.active.append(HEADER)
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def with_part(content, name, text):
    """A workbook with one of its parts replaced by this one."""
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, text)
    return made.getvalue()


def refusal_of(content):
    with pytest.raises(Unreadable) as refusal:
        list(open_file(BytesIO(content)).rows())
    return str(refusal.value)


@pytest.mark.parametrize(
    "part", ["xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/media/a.bin"]
)
def test_a_workbook_that_unpacks_into_far_more_than_it_weighs_is_refused_before_it_is_unpacked(settings, part):
    settings.IMPORT_MAX_BYTES = 200_000
    bomb = with_part(book_of(cells(0)), part, b" " * 5_000_000)
    assert len(bomb) < settings.IMPORT_MAX_BYTES
    assert "po rozpakowaniu" in refusal_of(bomb)


def test_entities_in_a_workbook_are_not_multiplied():
    entities = '<!ENTITY a0 "aaaaaaaaaa">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>&a9;</t></is></c></row>'
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = f'<worksheet xmlns="{namespace}"><sheetData>{row}</sheetData></worksheet>'
    text = f'<?xml version="1.0"?><!DOCTYPE worksheet [{entities}]>{sheet}'
    assert "nie da się otworzyć" in refusal_of(with_part(book_of(cells(0)), "xl/worksheets/sheet1.xml", text))


@pytest.mark.parametrize("sign", ["\x00", "\x00\x00"])
def test_a_sign_that_no_database_keeps_is_refused_and_nothing_is_stored(smefs, sign):
    content = file_of([cells(0, place=f"Sosno{sign}wiec")])
    with pytest.raises(Unreadable):
        load(project=smefs, by=None, file=BytesIO(content), name="a.csv")
    with pytest.raises(Unreadable):
        bring(project=smefs, by=None, file=BytesIO(content), name="a.csv")


def test_a_correction_with_a_nul_breaks_nothing(client_of, coordinator, smefs):
    TeamMemberFactory(project=smefs, user=coordinator, role="coordinator")
    run = checked(smefs, cells(0, postcode="1"))
    sent = {f"c-2-{PLACE['postcode'] + 1}": "41\x00-200"}
    response = client_of(coordinator).post(reverse("exchange:rows_correct", args=[smefs.slug, run.pk]), sent)
    assert response.status_code == 302
    assert run.rows.get().cells[PLACE["postcode"]] == "41-200"


@pytest.mark.parametrize("text", ["a\n\\.\nb", "\\.", "a\r\n\\.\r\nb", "\\N", "NULL", '"', "{", "a\\"])
def test_what_looks_like_the_end_of_a_copy_stays_a_cell(smefs, text):
    run = loaded(smefs, cells(0, remarks=text), cells(1))
    assert run.total == run.rows.count() == 2
    check(run)
    assert run.rows.get(number=2).cells[PLACE["remarks"]] == text


def test_a_cell_of_thousands_of_values_is_told_once(smefs):
    run = checked(smefs, cells(0, support_kinds="|".join("x" * 1500), support_details="", support_dates=""))
    assert len(problems_of(run)) == 1
    run = checked(smefs, cells(0, situations="|".join("x" * 1500)))
    assert len(problems_of(run)) == 1


def test_a_row_of_countless_cells_is_refused_without_being_kept(smefs):
    content = file_of([cells(0)]) + b"x;" * (MOST_CELLS + 1)
    assert "W wierszu 3 jest za dużo kolumn" in refusal_of(content)


def test_a_correction_that_comes_while_the_import_is_written_changes_nothing(smefs):
    run = checked(smefs, cells(0))
    stale = ImportRun.objects.get(pk=run.pk)
    ImportRun.objects.filter(pk=run.pk).update(state=State.ORDERED)
    with pytest.raises(NotPossible):
        correct(run=stale, rows={2: {PLACE["place"] + 1: "Będzin"}})
    assert run.rows.get().cells == cells(0)
    assert not Comparison.objects.exists()


def test_writing_ordered_twice_in_one_moment_is_ordered_once_and_stands_in_the_log(client_of, coordinator, smefs):
    TeamMemberFactory(project=smefs, user=coordinator, role="coordinator")
    run = checked(smefs, cells(0))
    stale = ImportRun.objects.get(pk=run.pk)
    client_of(coordinator).post(reverse("exchange:import_write", args=[smefs.slug, run.pk]))
    with pytest.raises(NotPossible):
        start(stale, "write")
    assert DBTaskResult.objects.count() == 1
    assert list(AccessLog.objects.values_list("act", "subject")) == [("edit", f"import {run.pk} zlecono zapis")]


def test_taking_an_import_back_stands_in_the_log(client_of, coordinator, smefs):
    TeamMemberFactory(project=smefs, user=coordinator, role="coordinator")
    run = brought(smefs, cells(0))
    client_of(coordinator).post(reverse("exchange:import_undo", args=[smefs.slug, run.pk]))
    assert not smefs.participations.exists()
    assert list(AccessLog.objects.values_list("act", "subject")) == [("edit", f"import {run.pk} cofnięto")]


@pytest.mark.parametrize("what", ["check", "write"])
def test_the_queue_knows_nothing_of_the_people_it_works_on(smefs, what, monkeypatch, caplog):
    """Not even when the work falls over a row: the queue would keep the trace, and the log the message."""
    run = checked(smefs, cells(0))

    def fall(_run):
        raise ValueError(cells(0)[PLACE["identifier"]])

    monkeypatch.setitem(jobs.WORK, what, fall)
    start(run, what)
    assert DBTaskResult.objects.get().args_kwargs == {"args": [run.pk, what], "kwargs": {}}
    assert jobs.work.call(run.pk, what) is None
    record = next(record for record in caplog.records if record.name == "exchange.jobs")
    assert cells(0)[PLACE["identifier"]] not in WithoutPersonalData().format(record)
