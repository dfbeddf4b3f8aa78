"""The report as a workbook (XLSX) and as plain rows (CSV): the figures of the same report, as numbers one can add up."""

import csv
from dataclasses import dataclass
from io import BytesIO, StringIO

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter

from . import effectiveness
from .as_json import checksum
from .models import Kind
from .targets import Target

LANGUAGE = "pl"  # like paper: what an institution receives
PARTS = ("women", "men", "total")
PERCENT = '0.00"%"'
DAY = "dd.mm.yyyy"
AT_LEAST = '"≥ "0'
AT_LEAST_PERCENT = '"≥ "0.00"%"'
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
BOLD, TITLE = Font(bold=True), Font(bold=True, size=14)
RULED = Border(top=Side(style="medium"), bottom=Side(style="thin"))
WRAPPED, HEAD = Alignment(wrap_text=True, vertical="top"), Alignment(wrap_text=True, vertical="bottom")


@dataclass(frozen=True)
class Column:
    """A column of a table: its head, its width in letters, and how a number in it is shown."""

    head: str
    width: float = 11
    shown: str = "General"


def xlsx(report, seal=None):
    """The bytes of a workbook: indicators with their targets, common ones, effectiveness; the facts on top of the first."""
    with translation.override(LANGUAGE):
        book = Workbook()
        book.properties.title, book.properties.creator = _clean(report.title), _clean(report.institution)
        sheet = book.active
        _write_facts(sheet, report, seal)
        _write_table(sheet, _("Wskaźniki"), _target_columns(), [_target_row(row) for row in report.rows])
        _mark_lowest_values(sheet, report)
        if report.common:
            rows = [_common_row(row) for row in report.common]
            _write_table(book.create_sheet(), _("Wspólne"), _common_columns(), rows)
        if report.told:
            rows = [_later_row(row) for row in report.told]
            _write_table(book.create_sheet(), _("Mierzy instytucja"), _later_columns(), rows)
        if report.effectiveness:
            rows = [_measure_row(measure) for measure in report.effectiveness]
            _write_table(book.create_sheet(), _("Efektywność"), _measure_columns(), rows)
        written = BytesIO()
        book.save(written)
        return written.getvalue()


def _name_columns():
    return [Column(_("Kod"), 9), Column(_("Wskaźnik"), 64), Column(_("Rodzaj"), 10), Column(_("J.m."), 9)]


def _part_columns(label):
    return [Column(f"{label}: {part}") for part in (_("kobiety"), _("mężczyźni"), _("ogółem"))]


def _figure_columns():
    return [*_part_columns(_("W okresie")), *_part_columns(_("Od początku"))]


def _target_columns():
    percents = [
        Column(_("Stopień realizacji %"), 12, PERCENT),
        Column(_("Stopień realizacji %: kobiety"), 12, PERCENT),
        Column(_("Stopień realizacji %: mężczyźni"), 12, PERCENT),
    ]
    target = [
        Column(_("Cel: % uczestników"), 12, PERCENT),
        Column(_("Cel obowiązuje od"), 12, DAY),
        Column(_("Aneks"), 26),
    ]
    return [*_name_columns(), *_part_columns(_("Wartość docelowa")), *_figure_columns(), *percents, *target]


def _common_columns():
    return [*_name_columns(), *_figure_columns()]


def _measure_columns():
    return [
        Column(_("Miara"), 30),
        Column(_("Grupa"), 34),
        Column(_("Osiągnęło")),
        Column(_("Spośród")),
        Column(_("Wynik %"), 12, PERCENT),
        Column(_("Próg %"), 12, PERCENT),
        Column(_("Próg osiągnięty"), 12),
        Column(_("Stopień realizacji progu %"), 12, PERCENT),
        Column(_("Brakuje osób")),
        *[
            column
            for part in (_("Osiągnęło"), _("Spośród"), _("Czeka"), _("Wyłączone"))
            for column in _part_columns(part)
        ],
    ]


def _name_of(row):
    definition = row.definition
    return [definition.code, str(definition.name), str(Kind(definition.kind).label), str(definition.unit)]


def _parts(figure):
    return [getattr(figure, part, None) for part in PARTS]


def _later_columns():
    told = [Column(_("Dzień pomiaru"), 13, "DD.MM.YYYY"), Column(_("Dokument instytucji"), 40)]
    return [*_name_columns(), *_part_columns(_("Wartość od instytucji")), *told]


def _later_row(row):
    return [*_name_of(row), *_parts(row.value), row.counted.measured_on, row.counted.document]


def _common_row(row):
    return [*_name_of(row), *_parts(row.counted.period), *_parts(row.value)]


def _percents(row):
    return [row.percent, row.percent_women, row.percent_men]


def _target_row(row):
    target = row.target or Target()
    origin = [target.percent, target.holds_from, target.annex or None]
    return [*_name_of(row), *_parts(target), *_parts(row.counted.period), *_parts(row.value), *_percents(row), *origin]


def _measure_row(measure):
    met = {True: _("tak"), False: _("nie"), None: ""}[measure.is_met]
    threshold = measure.threshold
    names = [effectiveness.name_of(threshold), effectiveness.group_of(threshold)]
    figures = [
        measure.numerator,
        measure.denominator,
        measure.percent,
        threshold.percent,
        met,
        measure.degree,
        measure.needed,
    ]
    return [*names, *figures, *[number for part in effectiveness.Part for number in _parts(measure.figures[part])]]


def _write_facts(sheet, report, seal):
    sheet.append([_clean(report.title)])
    sheet["A1"].font = TITLE
    sheet["A1"].data_type = "s"
    if report.since:
        sheet.append([_("Okres od"), report.since])
    sheet.append([_("Stan na"), report.on])
    sheet.append([_("Plik z"), timezone.localtime().replace(tzinfo=None, microsecond=0)])
    for fact in _of_the_seal(seal) if seal else [(_("SHA-256"), checksum(report))]:
        sheet.append(fact)
    if report.subject.is_demo:
        sheet.append([_("Dane przykładowe, osoby zmyślone.")])
    for line in sheet.iter_rows(min_row=2, min_col=2, max_col=2):
        line[0].alignment = Alignment(horizontal="left")
        if isinstance(line[0].value, str):  # the number of an application is typed by hand
            line[0].data_type = "s"
    sheet.append([])


def _of_the_seal(seal):
    """Of a report for the authority: of which application, and when and by whom it was submitted."""
    number = _clean(seal.application)
    if seal.is_draft:
        return [(_("Wniosek o płatność"), number), (_("Stan"), _("szkic, nie został złożony"))]
    told = {"version": seal.version, "when": f"{timezone.localtime(seal.at):%d.%m.%Y, %H:%M}", "by": _clean(seal.by)}
    stand = _("złożono %(when)s, %(by)s, wersja %(version)s") % told
    return [(_("Wniosek o płatność"), number), (_("Stan"), stand), (_("SHA-256"), seal.checksum)]


def _write_table(sheet, title, columns, rows):
    """The table under whatever the sheet holds already; its head stays in sight and repeats on every printed page."""
    sheet.title = title
    top = sheet.max_row + 2 if sheet.max_row > 1 else 1
    for place, column in enumerate(columns, start=1):
        cell = sheet.cell(top, place, column.head)
        cell.font, cell.border, cell.alignment = BOLD, RULED, HEAD
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    for line, values in enumerate(rows, start=top + 1):
        for place, (column, value) in enumerate(zip(columns, values, strict=True), start=1):
            _write_cell(sheet.cell(line, place), value, column)
    sheet.freeze_panes = sheet.cell(top + 1, 3)
    _set_up_print(sheet, top)


def _write_cell(cell, value, column):
    """A number as a number; a text as a text, even one that looks like a formula."""
    cell.alignment = WRAPPED
    if isinstance(value, str):
        cell.value = _clean(value)
        cell.data_type = "s"
    elif value is not None:
        cell.value, cell.number_format = value, column.shown


def _mark_lowest_values(sheet, report):
    """Targets that are lowest values show it: the women in the fifth column, the per cent in the third from the right."""
    top = sheet.max_row - len(report.rows) + 1
    for line, row in enumerate(report.rows, start=top):
        if row.target.is_at_least:
            sheet.cell(line, 5).number_format = AT_LEAST
            sheet.cell(line, len(_target_columns()) - 2).number_format = AT_LEAST_PERCENT


def _set_up_print(sheet, top):
    sheet.print_title_rows = f"{top}:{top}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddFooter.right.text = _("strona %(page)s z %(pages)s") % {"page": "&P", "pages": "&N"}


def _clean(text):
    """The text without the control characters that a workbook cannot hold."""
    return ILLEGAL_CHARACTERS_RE.sub("", str(text))


def csv_bytes(report):
    """The bytes of a CSV file as Polish Excel opens it: UTF-8 with a mark, semicolons, decimal commas; a row an indicator.

    Measures of effectiveness follow as rows of their own kind. A text that could be taken for a formula gets an apostrophe.
    """
    with translation.override(LANGUAGE):
        written = StringIO()
        writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
        writer.writerows([_safe(cell) for cell in row] for row in _csv_rows(report))
        return written.getvalue().encode("utf-8-sig")


def _csv_rows(report):
    columns = _target_columns()
    own = [
        _("Osiągnęło"),
        _("Spośród"),
        _("Próg %"),
        _("Czeka"),
        _("Wyłączone"),
        _("Stopień realizacji progu %"),
        _("Brakuje osób"),
    ]
    yield [_("Projekt"), _("Okres od"), _("Stan na dzień"), *[column.head for column in columns], *own]
    of = [report.subject.slug, report.since.isoformat() if report.since else "", report.on.isoformat()]
    for row in [*report.rows, *report.common, *report.told]:
        yield [*of, *_target_row(row), *[None] * len(own)]
    for measure in report.effectiveness:
        shared = ["", measure.name, _("efektywność"), "%", *[None] * 9, measure.percent]
        figures = [measure.numerator, measure.denominator, measure.threshold.percent, measure.pending, measure.excluded]
        yield [*of, *shared, *[None] * (len(columns) - len(shared)), *figures, measure.degree, measure.needed]


def _safe(value):
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if value.startswith(FORMULA_STARTS) else value
    return str(value).replace(".", ",")
