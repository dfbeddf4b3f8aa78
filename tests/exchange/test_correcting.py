"""Rows corrected, left out and taken back in before the import."""

import pytest

from exchange.importing import NotPossible, begin_again, carry_out, check, correct, exclude, include
from exchange.models import State

from .house import brought, cells, checked, loaded, problems_of

pytestmark = pytest.mark.django_db


def refreshed(run):
    run.refresh_from_db()
    return run


def test_a_proposed_value_taken_over_mends_the_row_and_the_original_is_kept(smefs):
    run = checked(smefs, cells(0, identifier="2070803628", sex="", age=""), cells(1))
    error = run.rows.get(number=2).errors[0]
    correct(run=run, rows={2: {error["column"]: error["suggestion"]}})
    row = run.rows.get(number=2)
    assert (row.errors, row.act, row.original[6], row.cells[6]) == ([], "created", "2070803628", "02070803628")
    assert carry_out(refreshed(run)).created == 2


def test_a_row_left_out_is_not_imported_and_not_counted(smefs):
    run = checked(smefs, cells(0, postcode="x"), cells(1))
    exclude(run=run, numbers=[2])
    assert refreshed(run).counts() == {"rows": 1, "created": 1, "updated": 0, "unchanged": 0, "rejected": 0}
    include(run=run, numbers=[2])
    assert refreshed(run).rejected == 1
    exclude(run=run, numbers=[2])
    assert carry_out(refreshed(run)).created == 1
    assert smefs.participations.count() == 1


def test_leaving_out_the_first_of_two_rows_about_one_person_frees_the_second(smefs):
    run = checked(smefs, cells(0), cells(0, phone="700000000"), cells(0, phone="700000001"))
    assert [row for row, _, _ in problems_of(run)] == [3, 4]
    exclude(run=run, numbers=[2])
    assert [(row, "w wierszu 3" in message) for row, _, message in problems_of(run) if row > 2] == [(4, True)]
    correct(run=run, rows={4: {7: cells(1)[6], 10: "", 11: ""}})
    assert (refreshed(run).rejected, run.created, run.excluded) == (0, 2, 1)


def test_rows_are_corrected_only_between_checking_and_writing(smefs):
    waiting = loaded(smefs, cells(0))
    with pytest.raises(NotPossible):
        correct(run=waiting, rows={2: {5: "Ewa"}})
    with pytest.raises(NotPossible):
        exclude(run=brought(smefs, cells(1)), numbers=[2])


def test_an_interrupted_import_begins_again_with_its_corrections(smefs):
    run = checked(smefs, cells(0, postcode="x"))
    correct(run=run, rows={2: {18: "41-200"}})
    run.state = State.CHECKING
    run.save()
    assert run.is_interrupted
    begin_again(run)
    check(run)
    assert (refreshed(run).state, run.created) == (State.CHECKED, 1)
    carry_out(run)
    with pytest.raises(NotPossible):
        begin_again(refreshed(run))


def test_two_imports_of_a_project_do_not_cross(smefs, monkeypatch):
    run = checked(smefs, cells(0))
    monkeypatch.setattr("exchange.importing.whole.statements.lock_until_commit", lambda what, pk: False)
    with pytest.raises(NotPossible, match="trwa inny import"):
        carry_out(run)
    assert refreshed(run).state == State.CHECKED


def test_a_finished_import_is_not_checked_again(smefs):
    run = brought(smefs, cells(0))
    with pytest.raises(NotPossible, match="już zapisany"):
        check(run)
    assert refreshed(run).state == State.DONE
