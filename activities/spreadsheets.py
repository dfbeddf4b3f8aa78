"""Allowances as a workbook: every row, then sums by month, by kind and by person. Written row by row, amounts as numbers."""

from tempfile import NamedTemporaryFile

from django.db.models import Count, Sum
from django.http import FileResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from projects.tables import CHUNK, XLSX, cell, heading

from .allowances import by_kind, by_month, with_cost

MONEY, MONTH = "#,##0.00", "mm.yyyy"


def allowances(chosen, ordered, name):
    """The answer that downloads the workbook. ``chosen`` are summed up in the database, ``ordered`` are written one by one."""
    book = Workbook(write_only=True)
    _write(book, _("świadczenia"), _row_heads(), (_row_of(each) for each in ordered.iterator(CHUNK)))
    sums = chosen.sums()
    _write(book, _("miesiące"), _sum_heads(_("miesiąc")), _sums(by_month(chosen), "month", sums))
    _write(book, _("rodzaje"), _sum_heads(_("rodzaj świadczenia")), _sums(by_kind(chosen), "label", sums))
    _write(book, _("osoby"), _sum_heads(_("osoba")), _sums(_by_person(chosen), "name", sums))
    file = NamedTemporaryFile(suffix=".xlsx")  # noqa: SIM115 (the response closes it)
    book.save(file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


def _row_heads():
    return [
        _("numer uczestnictwa"),
        _("nazwisko i imię"),
        _("rodzaj świadczenia"),
        _("forma wsparcia"),
        _("za okres od"),
        _("do"),
        _("ile"),
        _("jednostka"),
        _("stawka"),
        _("kwota"),
        _("składka ZUS"),
        _("koszt razem"),
        _("wypłacono"),
        _("dokument"),
    ]


def _row_of(allowance):
    person = allowance.participation.person
    return [
        allowance.participation.reference,
        person.name,
        str(allowance.get_kind_display()),
        str(allowance.form_of_support or ""),
        allowance.starts_on,
        allowance.ends_on,
        Money(allowance.quantity),
        str(allowance.get_unit_display()),
        Money(allowance.rate),
        Money(allowance.amount),
        Money(allowance.zus),
        Money(allowance.cost),
        allowance.paid_on or "",
        allowance.document,
    ]


def _sum_heads(what):
    return [what, _("ile świadczeń"), _("kwota"), _("składka ZUS"), _("koszt razem")]


def _sums(rows, key, total):
    """A row for each part, and the whole under them."""
    for row in rows:
        yield [Month(row[key]) if key == "month" else str(row[key]), *_figures(row)]
    yield [_("razem"), *_figures(total)]


def _figures(row):
    return [row["count"], Money(row["amount"]), Money(row["zus"]), Money(row["cost"])]


def _by_person(allowances):
    person = "participation__person"
    rows = allowances.order_by().values("participation", f"{person}__last_name", f"{person}__first_name")
    told = rows.annotate(count=Count("pk"), amount=Sum("amount"), zus=Sum("zus"))
    for row in with_cost(told.order_by(f"{person}__last_name", f"{person}__first_name", "participation")):
        names = row[f"{person}__last_name"], row[f"{person}__first_name"]
        yield row | {"name": f"{' '.join(names).strip()} (U{row['participation']})"}


class Money:
    """A number shown with two decimals."""

    shown = MONEY

    def __init__(self, value):
        self.value = value


class Month(Money):
    """The first day of a month, shown as the month."""

    shown = MONTH


def _write(book, title, heads, rows):
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    for letter in "ABCD":
        sheet.column_dimensions[letter].width = 24
    sheet.append([heading(sheet, head) for head in heads])
    for row in rows:
        sheet.append([_cell(sheet, value) for value in row])


def _cell(sheet, value):
    if not isinstance(value, Money):
        return cell(sheet, value)
    made = WriteOnlyCell(sheet, value.value)
    made.number_format = value.shown
    return made
