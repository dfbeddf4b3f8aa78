"""Reading the files that people bring: CSV of SM EFS and our spreadsheet, a row at a time, without holding the whole of them.

Rows are numbered as a spreadsheet shows them: the heading is row 1. A cell is text, exactly as it stands in a CSV.
"""

import codecs
import csv
import io
from datetime import date, datetime
from xml.etree.ElementTree import ParseError
from zipfile import BadZipFile, ZipFile

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from .layouts.columns import COLUMNS, what_is_wrong_with

CSV, XLSX = "csv", "xlsx"
ZIP = b"PK\x03\x04"
OLD_EXCEL = b"\xd0\xcf\x11\xe0"
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
MOST_EMPTY_ROWS = 1000  # a sheet formatted to its last row would go on for a million
# Bounds of what one upload may make of memory; real files stay far below them.
MOST_CELLS = 1000  # in a row
LONGEST_LINE = 1_000_000  # letters
MOST_UNPACKED = 4  # how many times the largest upload a spreadsheet may unpack into
TOO_MANY_CELLS = gettext_lazy("W wierszu %(row)s jest za dużo kolumn albo za długi tekst. Zostaw 43 kolumny.")
NO_TEXT = gettext_lazy(
    "W pliku są znaki, których nie ma w tekście (bajty zerowe). Zapisz go jeszcze raz jako CSV UTF-8."
)


class Unreadable(Exception):
    """The file cannot be read as it is; the message is a Polish sentence that says what to do. It holds nothing from the file."""


class Source:
    """A file of rows. ``rows()`` gives (number, cells) and raises ``Unreadable``; it may be asked once."""

    def __init__(self, file, kind):
        self.file, self.kind = file, kind

    def rows(self):
        return _xlsx_rows(self.file) if self.kind == XLSX else _csv_rows(self.file)


def open_file(file):
    """What kind of file this is, by its content; ``file`` is open for reading bytes and can seek. Raises ``Unreadable``."""
    file.seek(0)
    start = file.read(8)
    file.seek(0)
    if not start:
        raise Unreadable(_("Plik jest pusty. Wybierz plik z danymi."))
    if start.startswith(ZIP):
        return Source(file, XLSX)
    if start.startswith(OLD_EXCEL):
        raise Unreadable(
            _("To plik starego Excela (XLS). Zapisz go jako XLSX albo jako CSV UTF-8 i wczytaj jeszcze raz.")
        )
    if start.startswith(UTF_16):
        raise Unreadable(_("Plik jest zapisany w UTF-16. Zapisz go jako „CSV UTF-8” i wczytaj jeszcze raz."))
    if start.startswith(b"%PDF"):
        raise Unreadable(_("To plik PDF. Wczytaj plik CSV z SM EFS albo szablon XLSX."))
    return Source(file, CSV)


# --- CSV


def _csv_rows(file):
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="")
    reader = csv.reader(_bounded(text), delimiter=";", strict=True)
    try:
        yield from _numbered(reader)
    except UnicodeDecodeError:
        raise Unreadable(_encoding_of(file)) from None
    except csv.Error:
        raise Unreadable(
            _(
                "Nie można odczytać wiersza %(row)s: prawdopodobnie jest w nim cudzysłów bez pary. Wartość z cudzysłowem lub średnikiem "
                "ujmij w cudzysłowy, a cudzysłów w środku podwój."
            )
            % {"row": reader.line_num}
        ) from None
    finally:
        text.detach()


def _bounded(lines):
    """The same lines; one that no memory should be spent on is refused, and one with a sign that the database does not keep."""
    for number, line in enumerate(lines, 1):
        if len(line) > LONGEST_LINE:
            raise Unreadable(TOO_MANY_CELLS % {"row": number})
        if "\0" in line:
            raise Unreadable(str(NO_TEXT))
        yield line


def _encoding_of(file):
    """What to say of a file that is no UTF-8."""
    return _(
        "Plik nie jest zapisany w UTF-8, prawdopodobnie w kodowaniu Windows-1250. W Excelu wybierz „Zapisz jako” i „CSV UTF-8 (rozdzielany "
        "przecinkami)”, a w LibreOffice zestaw znaków UTF-8 i separator „;”; albo użyj szablonu XLSX."
    )


def _numbered(reader):
    """Rows with their numbers; rows without any content are passed over, and cells beyond the 43rd when they are empty."""
    header = next(reader, None)
    if header is None or not any(cell.strip() for cell in header):
        raise Unreadable(_("Pierwszy wiersz jest pusty. Powinien zawierać nazwy 43 kolumn."))
    if len(header) == 1 and (header[0].count(",") > 10 or header[0].count("\t") > 10):
        raise Unreadable(
            _("Kolumny nie są rozdzielone średnikami. Zapisz plik z separatorem „;” i wczytaj jeszcze raz.")
        )
    if wrong := what_is_wrong_with(_cut(header)):
        raise Unreadable(wrong)
    empty = 0
    for number, cells in enumerate(reader, 2):
        if len(cells) > MOST_CELLS:
            raise Unreadable(TOO_MANY_CELLS % {"row": number})
        if any(map(str.strip, cells)):
            empty = 0
            yield number, _cut(cells)
        else:
            empty += 1
            if empty > MOST_EMPTY_ROWS:
                return


def _cut(cells):
    extra = cells[len(COLUMNS) :]
    return cells[: len(COLUMNS)] if extra and not any(map(str.strip, extra)) else cells


# --- XLSX


def _xlsx_rows(file):
    try:
        _refuse_bomb(file)
        book = load_workbook(file, read_only=True)
    except (BadZipFile, InvalidFileException, KeyError, ValueError, ParseError, OSError):
        raise Unreadable(
            _(
                "Pliku nie da się otworzyć jako arkusza XLSX. Zapisz go w Excelu jeszcze raz jako „Skoroszyt programu Excel (.xlsx)”."
            )
        ) from None
    try:
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # some programs write a wrong size
        yield from _numbered(_padded(sheet))
    except (BadZipFile, KeyError, ValueError, ParseError, IndexError):
        raise Unreadable(_("Arkusz jest uszkodzony. Zapisz go w Excelu jeszcze raz i wczytaj.")) from None
    finally:
        book.close()


def _refuse_bomb(file):
    """A spreadsheet is a ZIP: a few bytes of it may be any number of letters. More than a part says of its size is never unpacked."""
    with ZipFile(file) as parts:
        unpacked = sum(part.file_size for part in parts.infolist())
    file.seek(0)
    if unpacked > MOST_UNPACKED * settings.IMPORT_MAX_BYTES:
        raise Unreadable(_("Ten arkusz jest po rozpakowaniu za duży. Podziel go na mniejsze."))


def _padded(sheet):
    """Rows of text; a spreadsheet leaves out empty cells at the end of a row."""
    for cells in sheet.iter_rows():
        texts = [_text(cell) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        yield texts + [""] * (len(COLUMNS) - len(texts)) if texts else []


def _text(cell):
    """A cell of a spreadsheet as the text that the CSV would have."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, str):
        if len(value) > LONGEST_LINE or "\0" in value:
            raise Unreadable(TOO_MANY_CELLS % {"row": cell.row})
        return value
    if isinstance(value, bool):
        return "Tak" if value else "Nie"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
