"""The authority's file: ours against PostgreSQL's COPY of the same rows into the same tables, and against the usual library.

"Least" is COPY of people, participations, supports and outcomes with their constraints and triggers, from files that already hold
the right columns. Ours is the whole way from the CSV: a dry run that checks every row, then the import, which checks them again, keeps
the authority's own cells and what undoing needs, and writes all or nothing.
"""

import csv
import io
import statistics
import time
from datetime import date
from tempfile import TemporaryFile

from django.db import connection

from accounts.models import ChangeLog
from activities.models import Enrolment
from bench.library import in_library
from bench.memory import in_child
from bench.smefs import file_of, row
from exchange.exporting import lines
from exchange.importing import carry_out, check, load
from exchange.layouts.columns import HEADER
from participants.models import Outcome, Participation, Person
from projects.models import IndicatorList, Programme, ProgrammingPeriod, Project

NUMBER = "FEDS.07.05-IP.02-0172/24"
SLUG = "pomiar-smefs"
TABLES = {
    Person: "id IN (SELECT person_id FROM participants_participation WHERE project_id = %(project)s)",
    Participation: "project_id = %(project)s",
    Enrolment: "participation_id IN (SELECT id FROM participants_participation WHERE project_id = %(project)s)",
    Outcome: "participation_id IN (SELECT id FROM participants_participation WHERE project_id = %(project)s)",
}
BEGINNING = f"""
from bench.exchange import bring, export
project = Project.objects.get(slug="{SLUG}")
"""


def make_project():
    """An empty project of 2021–2027."""
    programme = Programme.objects.create(
        slug="pomiar-plus",
        name="Pomiar 2021–2027",
        fund="EFS+",
        period=ProgrammingPeriod.ESF_PLUS_2021,
        indicator_list=IndicatorList.ESF_PLUS_2021,
    )
    return Project.objects.create(
        slug=SLUG,
        title="Pomiar",
        agreement_number=NUMBER,
        programme=programme,
        starts_on=date(2024, 1, 1),
        ends_on=date(2025, 12, 31),
    )


def content(rows):
    return file_of(row(n, NUMBER) for n in range(rows))


def bring(project, rows):
    """The file in, from its bytes to the last table."""
    with TemporaryFile() as file:
        writer = csv.writer(
            io.TextIOWrapper(file, "utf-8-sig", newline="", write_through=True), delimiter=";", lineterminator="\r\n"
        )
        writer.writerow(HEADER)
        writer.writerows(row(n, NUMBER) for n in range(rows))
        run = load(project=project, by=None, file=file, name="pomiar.csv")
    check(run)
    return carry_out(run)


def export(project):
    """The file out, into nowhere; gives how many bytes."""
    return sum(len(line.encode()) for line in lines(project))


def wipe(project):
    """Takes everybody out of the project, past every trigger."""
    with connection.cursor() as cursor:
        for model in (*TABLES, ChangeLog):
            cursor.execute(f"ALTER TABLE {model._meta.db_table} DISABLE TRIGGER USER")
        cursor.execute(
            "DELETE FROM exchange_importrow; DELETE FROM exchange_importrun; DELETE FROM exchange_authorityrow;"
            "DELETE FROM accounts_changelog"
        )
        cursor.execute(
            "CREATE TEMP TABLE gone AS SELECT id, person_id FROM participants_participation WHERE project_id = %s",
            [project.pk],
        )
        for table in ("activities_enrolment", "participants_outcome"):
            cursor.execute(f"DELETE FROM {table} WHERE participation_id IN (SELECT id FROM gone)")
        cursor.execute("DELETE FROM participants_participation WHERE id IN (SELECT id FROM gone)")
        cursor.execute("DELETE FROM participants_person WHERE id IN (SELECT person_id FROM gone)")
        cursor.execute("DROP TABLE gone")
        for model in (*TABLES, ChangeLog):
            cursor.execute(f"ALTER TABLE {model._meta.db_table} ENABLE TRIGGER USER")
        cursor.execute(
            "VACUUM ANALYZE participants_person, participants_participation, activities_enrolment, participants_outcome"
        )


def columns_of(model):
    return ", ".join(f'"{field.column}"' for field in model._meta.concrete_fields if not field.generated)


def dumped(project):
    """The rows of the four tables as COPY writes them."""
    files = {}
    with connection.cursor() as cursor:
        for model, condition in TABLES.items():
            file = io.BytesIO()
            asked = cursor.mogrify(
                f"COPY (SELECT {columns_of(model)} FROM {model._meta.db_table} WHERE {condition} ORDER BY id) TO STDOUT",
                {"project": project.pk},
            )
            cursor.copy_expert(asked.decode(), file)
            files[model] = file.getvalue()
    return files


def copied(files):
    """The same rows in again with COPY, in one transaction."""
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")
        for model, rows in files.items():
            cursor.copy_expert(f"COPY {model._meta.db_table} ({columns_of(model)}) FROM STDIN", io.BytesIO(rows))
        cursor.execute("COMMIT")


def timed(action, *arguments):
    began = time.perf_counter()
    given = action(*arguments)
    return time.perf_counter() - began, given


def dry(project, rows):
    run = load(project=project, by=None, file=io.BytesIO(content(rows)), name="pomiar.csv")
    check(run)
    assert not run.rejected
    run.delete()


def line(what, ours, least, ratio, aim):
    print(f"{what:<66} {ours * 1000:10.1f} ms {least * 1000:10.1f} ms {ratio:7.2f}   (aim {aim})", flush=True)


def measure_exchange(rows=10_000, library_rows=300, runs=3):
    """Prints the lines of the table; leaves the database without these people."""
    project = make_project()
    pairs, again, out = [], 0, 0
    for _ in range(runs):
        checked, _ = timed(dry, project, rows)
        written, _ = timed(bring, project, rows)
        again, _ = timed(bring, project, rows)
        out, size = timed(export, project)
        assert size == len(content(rows)), "the export is not the file that was imported"
        files = dumped(project)
        wipe(project)
        least, _ = timed(copied, files)
        wipe(project)
        pairs.append((checked, written, least))
    checked, written, least = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = statistics.median((c + w) / copy for c, w, copy in pairs)
    line(f"{rows} rows of SM EFS: dry run and import, against COPY", checked + written, least, ratio, 10)
    line("  of it the dry run alone", checked, least, checked / least, "-")
    line("  the same file again (changes nothing)", again, least, again / least, "-")
    line(f"  export of {rows} rows, streamed", out, least, out / least, "-")
    took = in_library(project, [row(n, NUMBER) for n in range(library_rows)]) / library_rows * rows
    wipe(project)
    line(
        f"  ours against django-import-export, row by row ({library_rows} rows, extrapolated)",
        checked + written,
        took,
        (checked + written) / took,
        "below 1",
    )
    measure_memory(project, rows)


def measure_memory(project, rows):
    """The most memory of a process that imports and exports files of three sizes."""
    for size in (rows // 10, rows, rows * 5):
        idle, brought = in_child(BEGINNING, f"bring(project, {size})")
        _, taken = in_child(BEGINNING, "export(project)")
        wipe(project)
        print(
            f"{f'memory with {size} rows (idle process {idle} MB)':<66} import {brought} MB, export {taken} MB",
            flush=True,
        )
