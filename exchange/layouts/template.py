"""Our own spreadsheet for people who have no file of SM EFS: the same 43 columns, cells set as text, lists of the official words.

The sheet that is read is the first one. Words for the lists stand on a sheet of their own, an explanation on the last.
"""

from io import BytesIO

from django.conf import settings
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation

from . import words
from .columns import BY_KEY, COLUMNS
from .smefs import REQUIRED

ROWS = 5000  # rows that are offered lists; more may be filled, the reader needs none
TEXT = "@"
WIDTHS = {
    "first_name": 18,
    "last_name": 22,
    "identifier": 16,
    "support_kinds": 40,
    "support_details": 40,
    "support_dates": 28,
}
FILL_REQUIRED, FILL_OTHER = PatternFill("solid", fgColor="DCE8F5"), PatternFill("solid", fgColor="EEEEEE")
ALL_DETAILS = list(dict.fromkeys(label for details in words.DETAILS.values() for label in details.shown))
LISTS = {
    "citizenship": words.CITIZENSHIP.shown,
    "participant_kind": words.KIND.shown,
    "no_pesel": words.YES_NO.shown,
    "sex": words.SEX.shown,
    "education": words.EDUCATION.shown,
    "degurba": words.DEGURBA.shown,
    "labour_status": words.STATUS.shown,
    "labour_detail": ALL_DETAILS,
    "by_path": words.YES_NO.shown,
    "foreign_origin": words.YES_NO.shown,
    "third_country": words.YES_NO.shown,
    "homeless": words.YES_NO.shown,
}
# Several values joined by "|" may stand here, so the list only helps and refuses nothing.
HINTS = {
    "situations": words.SITUATION.shown,
    "support_kinds": words.SUPPORT_KIND.shown,
    "support_details": words.SUPPORT_DETAIL.shown,
}


def workbook(project):
    """The bytes of an empty template of this project."""
    book = Workbook()
    sheet = book.active
    sheet.title = _("uczestnicy")
    _columns(sheet)
    _lists(book, sheet)
    _explanation(book.create_sheet(_("jak wypełnić")), project)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _columns(sheet):
    sheet.freeze_panes = "H2"
    for column in COLUMNS:
        heading = sheet.cell(1, column.number, column.short)
        heading.font = Font(bold=True)
        heading.alignment = Alignment(wrap_text=True, vertical="top")
        heading.fill = FILL_REQUIRED if column.key in REQUIRED else FILL_OTHER
        whole = sheet.column_dimensions[column.letter]
        whole.width = WIDTHS.get(column.key, 16)
        whole.number_format = TEXT


def _lists(book, sheet):
    """Each list of words is a column of a sheet; cells point at it, because a list in the cell itself may have 255 letters only."""
    answers = [*words.YES_NO.shown, settings.SMEFS_REFUSAL]
    lists = {**LISTS, "minority": answers, "disability": answers, **HINTS}
    dictionary = book.create_sheet(_("słowniki"))
    name = dictionary.title
    for place, (key, labels) in enumerate(lists.items(), 1):
        dictionary.cell(1, place, BY_KEY[key].name).font = Font(bold=True)
        for row, text in enumerate(labels, 2):
            dictionary.cell(row, place, text)
        letter = dictionary.cell(1, place).column_letter
        dictionary.column_dimensions[letter].width = 40
        choice = DataValidation("list", f"'{name}'!${letter}$2:${letter}${len(labels) + 1}", allow_blank=True)
        choice.showErrorMessage = key not in HINTS
        choice.error = _("Wybierz jedną z wartości listy.")
        choice.errorTitle = BY_KEY[key].name[:32]
        choice.add(f"{BY_KEY[key].letter}2:{BY_KEY[key].letter}{ROWS + 1}")
        sheet.add_data_validation(choice)


def _explanation(sheet, project):
    sheet.column_dimensions["A"].width = 110
    title = sheet.cell(1, 1, _("Uczestnicy projektu: %(project)s") % {"project": project.name})
    title.font = Font(bold=True, size=13)
    for row, line in enumerate(explanation(project), 3):
        sheet.cell(row, 1, line).alignment = Alignment(wrap_text=True, vertical="top")


def explanation(project):
    """How to fill the template, a line each."""
    return [
        _("Jeden wiersz to jedna osoba. Dane zaczynają się w wierszu 2; nagłówka i kolejności kolumn nie zmieniaj."),
        _(
            "Kolumny z niebieskim nagłówkiem są obowiązkowe: bez nich osoba nie istnieje dla instytucji i nie wchodzi do wskaźników."
        ),
        _(
            "PESEL ma 11 cyfr i jest tekstem: zera na początku zostają. Gdy osoba go nie ma, wpisz inny identyfikator, w kolumnie „brak PESEL” Tak, oraz płeć i wiek."
        ),
        _("Płeć i wiek osoby z numerem PESEL można zostawić puste, wynikają z numeru."),
        _("Daty wpisuj w postaci rrrr-mm-dd, na przykład 2024-03-01. Kod pocztowy: 00-000."),
        _("Projekt trwa od %(from)s do %(to)s; udział musi mieścić się w tych dniach.")
        % {"from": project.starts_on, "to": project.ends_on},
        _(
            "Kilka form wsparcia wpisz w jednej komórce, rozdzielając je znakiem „|”; „w tym” i daty w sąsiednich kolumnach mają tę samą kolejność. Puste pozycje zostaw puste: A||C."
        ),
        _("Kilka sytuacji po zakończeniu udziału też rozdziel znakiem „|”."),
        _("Kolumny od „Data dodania” do „Użytkownik modyfikujący” zostaw puste: wypełnia je SM EFS."),
        _("Dozwolone wartości są na listach w komórkach i w arkuszu „słowniki”."),
    ]
