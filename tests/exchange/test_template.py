"""Our own spreadsheet: what stands in it, and that people typed into it come in."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from exchange.importing import carry_out, check, load
from exchange.layouts import template, words
from exchange.layouts.columns import BY_KEY, COLUMNS, HEADER

from .house import cells

pytestmark = pytest.mark.django_db


@pytest.fixture
def book(smefs):
    """The template, opened."""
    return load_workbook(BytesIO(template.workbook(smefs)))


def test_cells_of_the_template_are_text(book):
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]] == HEADER
    assert {sheet.column_dimensions[column.letter].number_format for column in COLUMNS} == {"@"}


def test_lists_offer_the_official_words(book):
    sheet, dictionary = book.worksheets[0], book["słowniki"]
    choices = {str(choice.sqref).split(":")[0]: choice for choice in sheet.data_validations.dataValidation}
    education = choices[f"{BY_KEY['education'].letter}2"]
    column = education.formula1.split("$")[1]
    offered = [cell.value for cell in dictionary[column][1:] if cell.value]
    assert offered == words.EDUCATION.shown
    assert education.showErrorMessage
    assert not choices[f"{BY_KEY['situations'].letter}2"].showErrorMessage


def test_an_explanation_says_when_the_project_runs(book):
    text = " ".join(str(cell.value) for (cell,) in book.worksheets[-1].iter_rows(max_col=1))
    assert "2024-01-01" in text
    assert "11 cyfr" in text


def test_people_typed_into_the_template_come_in(smefs, book):
    sheet = book.worksheets[0]
    for number, row in enumerate((cells(0), cells(1)), 2):
        for column, text in enumerate(row, 1):
            sheet.cell(number, column).value = text or None
    file = BytesIO()
    book.save(file)
    run = load(project=smefs, by=None, file=file, name="szablon.xlsx")
    check(run)
    assert carry_out(run).created == 2
    assert smefs.participations.complete().count() == 2
