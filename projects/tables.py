"""Rows as files, CSV or a workbook, one row after another without holding them all. Used by every list that can be taken away.

A text is never a formula nor a number (a spreadsheet would eat a leading zero), dates are dates.
"""

import csv
from tempfile import NamedTemporaryFile

from django.http import FileResponse, StreamingHttpResponse
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

CHUNK = 500
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet may take for one: owasp.org, CSV injection
MARK = "\ufeff"


class Echo:
    """A file that gives back what is written to it."""

    def write(self, line):
        return line


def csv_answer(rows, name):
    """The rows as they come: UTF-8 with its mark, semicolons, dates as 2022-09-30, what a Polish spreadsheet opens without asking."""
    response = StreamingHttpResponse(csv_lines(rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def csv_lines(rows):
    """The lines of the file, its mark first."""
    writer = csv.writer(Echo(), delimiter=";", lineterminator="\r\n")
    yield MARK
    for row in rows:
        yield writer.writerow([harmless(value) for value in row])


def harmless(value):
    """Text that a spreadsheet would run as a formula, told to be text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def workbook_answer(sheets, name):
    """Sheets (title, rows, the first of them the heading, widths of columns or ()), each written row by row."""
    book = Workbook(write_only=True)
    for title, rows, widths in sheets:
        write_sheet(book, title, rows, widths)
    file = NamedTemporaryFile(suffix=".xlsx")  # noqa: SIM115 (the response closes it)
    book.save(file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def write_sheet(book, title, rows, widths=(), frozen="E2"):
    """One sheet of a workbook that is written row by row; its heading and first columns stay in sight."""
    sheet, rows = book.create_sheet(title), iter(rows)
    sheet.freeze_panes = frozen
    for place, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.append([heading(sheet, value) for value in next(rows)])
    for row in rows:
        sheet.append([cell(sheet, value) for value in row])


def heading(sheet, value):
    made = WriteOnlyCell(sheet, value)
    made.font = Font(bold=True)
    return made


def cell(sheet, value):
    """What stands in a cell: an empty text is nothing, digits and what looks like a formula stay text, dates are dates."""
    value = ILLEGAL_CHARACTERS_RE.sub("", value) if isinstance(value, str) else value  # a workbook cannot hold them
    if value == "":
        return None
    is_day, is_text = hasattr(value, "isoformat"), isinstance(value, str)
    if not is_day and not (is_text and (value.isdecimal() or value.startswith(FORMULA))):
        return value  # the spreadsheet's own reading is right, and quicker
    made = WriteOnlyCell(sheet, value)
    made.number_format = "dd.mm.yyyy" if is_day else "@"
    if is_text:
        made.data_type = "s"
    return made
