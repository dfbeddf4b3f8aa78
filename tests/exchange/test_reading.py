"""Files as people bring them: encodings, separators, headings, spreadsheets, and what is said of those that cannot be read."""

from datetime import date, datetime
from io import BytesIO

import pytest
from openpyxl import Workbook

from bench.smefs import file_of
from exchange.layouts.columns import COLUMNS, HEADER, LONG_HEADER
from exchange.reading import CSV, XLSX, Unreadable, open_file

from .house import cells


def rows_of(content):
    return list(open_file(BytesIO(content)).rows())


def refusal_of(content):
    with pytest.raises(Unreadable) as refusal:
        rows_of(content)
    return str(refusal.value)


def book_of(*rows, header=HEADER):
    book = Workbook()
    book.active.append(header)
    for row in rows:
        book.active.append(row)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


@pytest.mark.parametrize("header", [HEADER, LONG_HEADER, [name.upper() for name in LONG_HEADER]])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
def test_short_and_long_headings_are_read_with_and_without_the_mark_of_utf8(header, mark):
    assert rows_of(file_of([cells(0), cells(1)], header, mark)) == [(2, cells(0)), (3, cells(1))]


def test_unknown_names_are_let_through_because_the_order_decides():
    header = [*HEADER[:28], "Zakres", *HEADER[29:42], "Notatki"]
    assert len(rows_of(file_of([cells(0)], header))) == 1


def test_columns_in_another_order_are_refused_by_name():
    header = [*HEADER[:4], HEADER[5], HEADER[4], *HEADER[6:]]
    assert "na miejscu 5 jest „Nazwisko”, a powinna być „Imię”" in refusal_of(file_of([cells(0)], header))


def test_a_file_without_a_heading_is_told_to_have_one():
    assert "nie jest nagłówkiem" in refusal_of(file_of([cells(1)], cells(0)))


def test_a_heading_of_another_length_is_counted():
    assert "42 kolumn" in refusal_of(file_of([], HEADER[:42]))
    assert "średnikami" in refusal_of(",".join(HEADER).replace(";", "").encode())


def test_a_file_in_windows_1250_says_how_to_save_it():
    content = file_of([cells(0)]).decode("utf-8-sig").encode("cp1250")
    assert "Windows-1250" in refusal_of(content)
    assert "CSV UTF-8" in refusal_of(content)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "pusty"),
        (b"\n", "pusty"),
        ("\ufeffa;b".encode("utf-16"), "UTF-16"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "XLS"),
        (b"%PDF-1.7", "PDF"),
        (b"PK\x03\x04nonsense", "arkusza XLSX"),
    ],
)
def test_what_is_no_file_of_people_is_named(content, message):
    assert message in refusal_of(content)


def test_a_quotation_mark_without_its_pair_is_told_with_its_row():
    content = file_of([cells(0)]) + b'"otwarty;' + b"x" * 200_000
    assert "cudzysłów bez pary" in refusal_of(content)


def test_rows_keep_the_numbers_of_a_spreadsheet():
    row = cells(0, remarks="dwie\nlinie")
    content = file_of([row, [], [""] * 43, cells(1), [*cells(2), "", ""]])
    assert rows_of(content) == [(2, row), (5, cells(1)), (6, cells(2))]


def test_a_row_of_another_length_is_passed_on_as_it_is():
    assert [len(row) for _, row in rows_of(file_of([cells(0)[:40], [*cells(1), "nadmiar"]]))] == [40, 44]


def test_the_kind_of_a_file_is_told_by_its_content():
    assert open_file(BytesIO(file_of([]))).kind == CSV
    assert open_file(BytesIO(book_of())).kind == XLSX


def test_a_spreadsheet_gives_the_same_rows_as_the_csv():
    assert rows_of(book_of(cells(0), cells(1))) == rows_of(file_of([cells(0), cells(1)]))


def test_cells_of_a_spreadsheet_become_text():
    row = cells(0)
    row[6], row[10], row[7] = 2070803628, 41.0, False
    row[21], row[22] = datetime(2024, 2, 1), date(2024, 5, 31)
    row[42] = "=1+1"
    read = rows_of(book_of(row))[0][1]
    assert (read[6], read[10], read[7]) == ("2070803628", "41", "Nie")
    assert (read[21], read[22], read[42]) == ("2024-02-01", "2024-05-31", "=1+1")


def test_empty_rows_to_the_end_of_a_sheet_are_not_waited_for():
    book = Workbook()
    book.active.append(HEADER)
    book.active.append(cells(0))
    book.active.cell(5000, 1, " ")
    file = BytesIO()
    book.save(file)
    assert len(rows_of(file.getvalue())) == 1


def test_the_heading_has_a_name_for_every_column():
    assert len(set(LONG_HEADER)) == len(COLUMNS) - 1
