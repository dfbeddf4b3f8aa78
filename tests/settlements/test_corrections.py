"""A correction after submitting: the comparison names the person and the field, on the screen, on paper and in the workbook.

The log of changes tells moments by transactions, so each act here is one of its own.
"""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from accounts.acting import acting
from settlements import annex
from settlements.actions import submit
from tests.factories import OutcomeFactory, ParticipationFactory, PaymentApplicationFactory, make_pesel
from tests.indicators.paper_text import text_of

from .house import OLD, YOUNG, compared, corrected, rows_of

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("without_paper")]


def test_a_corrected_birth_date_names_the_person_and_the_field(two_years, first, zaneta, coordinator):
    report = submit(application=first, by=coordinator)
    corrected(zaneta.person, OLD, coordinator)
    comparison = compared(two_years, first=report.pk, to="now")
    row = rows_of(comparison)["CO06"]
    assert (row.first.total, row.second.total, row.difference) == (1, 0, -1)
    assert row.moves[0].went == [zaneta.pk]
    assert rows_of(comparison)["CO07"].moves[0].came == [zaneta.pk]
    assert comparison.is_same_day
    (person,) = comparison.people(two_years, comparison.numbers)
    assert person.participation == zaneta
    assert {(move.where, move.came) for move in person.moves} >= {("CO06", False), ("CO07", True)}
    change = next(each for each in person.changes if each.field == "data urodzenia")
    assert (change.before, change.after, change.by) == ("04.03.2000", "04.03.1960", coordinator)


def test_a_corrected_sex_names_the_person_though_no_total_moved(two_years, first, zaneta, coordinator):
    submit(application=first, by=coordinator)
    with acting(user=coordinator.pk, how="form"):
        zaneta.person.sex, zaneta.person.pesel = "M", make_pesel(YOUNG, "M", 4322)
        zaneta.person.save()
    following = PaymentApplicationFactory(project=two_years, since=date(2022, 7, 1), until=date(2022, 9, 30))
    comparison = compared(two_years, to=f"start-{submit(application=following, by=coordinator).pk}")
    row = rows_of(comparison)["people"]
    assert ((row.first.women, row.first.men), (row.second.women, row.second.men)) == ((1, 0), (0, 1))
    assert comparison.numbers == [zaneta.pk]


def test_a_correction_that_moves_no_figure_is_named_too(two_years, first, zaneta, coordinator):
    report = submit(application=first, by=coordinator)
    with acting(user=coordinator.pk, how="form"):
        zaneta.person.phone = "600 700 800"
        zaneta.person.save()
    comparison = compared(two_years, first=report.pk, to="now")
    assert not comparison.differing
    (person,) = comparison.people(two_years, comparison.numbers)
    assert (person.number, person.moves) == (zaneta.pk, [])
    assert [change.field for change in person.changes] == ["telefon"]


def test_nothing_changed_nothing_differs(two_years, first, zaneta, coordinator):
    report = submit(application=first, by=coordinator)
    comparison = compared(two_years, first=report.pk, to="now")
    assert not comparison.differing
    assert comparison.numbers == []


def test_a_comparison_takes_as_many_statements_for_few_people_as_for_many(two_years, first, zaneta, coordinator):
    report = submit(application=first, by=coordinator)
    counts = []
    for number in range(2):
        for participation in ParticipationFactory.create_batch(
            4 * number, project=two_years, entered_on=date(2022, 2, 2)
        ):
            corrected(participation.person, OLD - timedelta(days=participation.pk), coordinator)
        corrected(zaneta.person, OLD + timedelta(days=number), coordinator)
        with CaptureQueriesContext(connection) as queries:
            comparison = compared(two_years, first=report.pk, to="now")
            comparison.people(two_years, comparison.numbers)
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 30


@pytest.fixture
def comparison(two_years, first, zaneta, coordinator):
    report = submit(application=first, by=coordinator)
    corrected(zaneta.person, OLD, coordinator)
    OutcomeFactory(participation=ParticipationFactory(project=two_years, left=True, entered_on=date(2022, 2, 3)))
    return compared(two_years, first=report.pk, to="now")


def test_the_workbook_has_every_figure_everybody_and_every_field(two_years, comparison, zaneta):
    book = load_workbook(BytesIO(annex.as_xlsx(two_years, comparison)))
    figures, people, fields = (list(sheet.values) for sheet in book.worksheets[:3])
    assert len(figures) == len(comparison.rows) + 1
    assert ("U" + str(zaneta.pk), "Łukasik Żaneta", "CO06", "ubyła") in people
    assert any(
        row[:6] == (f"U{zaneta.pk}", "Łukasik Żaneta", "osoba", "data urodzenia", "04.03.2000", "04.03.1960")
        for row in fields
    )


def test_who_may_not_see_names_gets_numbers_and_no_values(two_years, comparison, zaneta):
    two_years.allowed = frozenset()
    book = load_workbook(BytesIO(annex.as_xlsx(two_years, comparison)))
    texts = [str(cell) for sheet in book.worksheets for row in sheet.values for cell in row]
    assert f"U{zaneta.pk}" in texts
    assert "Łukasik Żaneta" not in texts
    assert "04.03.2000" not in texts


def test_the_annex_on_paper_names_the_person_and_the_field(two_years, comparison):
    said = text_of(annex.as_pdf(two_years, comparison))
    for words in ("Aneks korekty", "Łukasik Żaneta", "data urodzenia", "04.03.2000", "04.03.1960", "Zatwierdził(a)"):
        assert words in said
