"""Rows of files are kept for some months: then imports keep their figures, and nobody's data."""

from datetime import timedelta
from io import BytesIO, StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils import timezone

from accounts.models import ChangeLog
from bench.smefs import file_of
from exchange import statements
from exchange.comparing import bring
from exchange.exporting import lines
from exchange.importing import NotPossible, undo
from exchange.models import Comparison, ComparisonRow, ImportRow, ImportRun

from ..factories import ProjectFactory, TeamMemberFactory
from .house import brought, cells, checked

pytestmark = pytest.mark.django_db(transaction=True)
LONG_AGO = timezone.now() - timedelta(days=200)


def run(*args):
    out = StringIO()
    call_command("forget_files", *args, stdout=out)
    return out.getvalue().strip()


def aged(row, **when):
    type(row).objects.filter(pk=row.pk).update(**when)
    row.refresh_from_db()
    return row


def compared(project):
    return bring(project=project, by=None, file=BytesIO(file_of([cells(5)])), name="a.csv")


def test_it_counts_and_deletes_only_when_told_to(smefs):
    aged(brought(smefs, cells(0), cells(1)), done_at=LONG_AGO)
    aged(checked(smefs, cells(2)), created_at=LONG_AGO)
    aged(compared(smefs), brought_at=LONG_AGO)
    told = "wierszy importów 2, importów niezapisanych 1, uzgodnień 1."
    assert run() == f"Po terminie: {told} Nic nie usunięto; usuwa --delete."
    assert ImportRow.objects.count() == 3
    assert run("--delete") == f"Usunięto: {told}"
    assert not ImportRow.objects.exists()
    assert not ComparisonRow.objects.exists()
    assert not Comparison.objects.exists()
    left = ImportRun.objects.get()
    assert (left.state, left.created) == ("done", 2)


def test_people_and_what_the_authority_has_of_them_stay(smefs):
    aged(brought(smefs, cells(0)), done_at=LONG_AGO)
    before = "".join(lines(smefs))
    run("--delete")
    assert smefs.participations.count() == 1
    assert "".join(lines(smefs)) == before


def test_what_is_younger_and_what_is_of_another_project_stays(smefs):
    brought(smefs, cells(0))
    checked(smefs, cells(1))
    compared(smefs)
    aged(checked(smefs, cells(2)), created_at=LONG_AGO)
    other = ProjectFactory()
    assert run("--delete", "--project", other.slug) == (
        "Usunięto: wierszy importów 0, importów niezapisanych 0, uzgodnień 0."
    )
    assert run("--months", "12") == (
        "Po terminie: wierszy importów 0, importów niezapisanych 0, uzgodnień 0. Nic nie usunięto; usuwa --delete."
    )
    assert ImportRow.objects.count() == 3


def test_an_import_that_a_worker_is_at_stays(smefs):
    alive = aged(checked(smefs, cells(0)), created_at=LONG_AGO)
    with statements.held("run", alive.pk):
        run("--delete")
    assert ImportRun.objects.filter(pk=alive.pk).exists()


def test_an_import_without_rows_cannot_be_taken_back_and_its_page_says_so(smefs, client_of, admin):
    TeamMemberFactory(project=smefs, user=admin, role="admin")
    forgotten = aged(brought(smefs, cells(0)), done_at=LONG_AGO)
    run("--delete")
    with pytest.raises(NotPossible, match="nie można go cofnąć"):
        undo(run=forgotten, by=admin)
    assert smefs.participations.count() == 1
    page = client_of(admin).get(reverse("exchange:import", args=[smefs.slug, forgotten.pk])).text
    assert "Wierszy pliku już się nie przechowuje" in page
    assert "Cofnij ten import" not in page


@pytest.mark.parametrize(
    ("args", "said"), [(["--months", "0"], "dodatnia"), (["--project", "nie-ma"], "Nie ma projektu")]
)
def test_what_makes_no_sense_is_refused(db, args, said):
    with pytest.raises(CommandError, match=said):
        run(*args)


def test_whom_an_import_brought_and_its_undoing_took_away_the_history_forgets(smefs):
    aged(undo(run=brought(smefs, cells(0)), by=None), done_at=LONG_AGO)
    kept = ChangeLog.objects.filter(how="undo").exclude(before={})
    assert kept.filter(before__last_name="Łukasik").exists()
    run("--delete")
    assert not kept.exists()
    assert ChangeLog.objects.filter(how="undo", act="delete", forgotten_at__isnull=False).exists()
