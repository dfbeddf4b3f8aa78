"""A comparison as a file: the correction annex on paper, and a workbook with everybody in it."""

from io import BytesIO

from django.utils import timezone, translation
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from accounts.permissions import Permission
from projects import pdf
from projects.letterhead import marks_of

from .showing import names_of, sees_names, shown_rows

LANGUAGE = "pl"
TEMPLATE = "settlements/comparison_print.html"
TAKE_AWAY = Permission.PARTICIPANTS_EXPORT  # names leave in a file with whoever may take people away
ON_PAPER = 500  # people with their changes; a workbook has no such bound
WRAPPED = Alignment(wrap_text=True, vertical="top")


def as_pdf(project, comparison):
    """The bytes of the annex: figures that differ, people with their changes, signatures."""
    with translation.override(LANGUAGE):
        return pdf.render(TEMPLATE, context_of(project, comparison))


def context_of(project, comparison):
    """All that the annex shows."""
    numbers = comparison.numbers
    return {
        "project": project,
        "marks": marks_of(project),
        "author": project.lead.name if project.lead else "",
        "comparison": comparison,
        "rows": shown_rows(project, comparison, most=ON_PAPER, linked=False, names_need=TAKE_AWAY),
        "people": comparison.people(project, numbers[:ON_PAPER]),
        "names": names_of(project, numbers[:ON_PAPER], linked=False, names_need=TAKE_AWAY),
        "left_out": max(len(numbers) - ON_PAPER, 0),
        "facts": [
            (_("Było"), comparison.first.name),
            (_("Jest"), comparison.second.name),
            (_("Umowa"), project.agreement_number),
        ],
        "printed_at": timezone.localtime(),
        "sees_names": sees_names(project, TAKE_AWAY),
    }


def as_xlsx(project, comparison):
    """The bytes of a workbook: figures, people who came and went, fields that were changed, definitions and targets."""
    with translation.override(LANGUAGE):
        book = Workbook()
        book.properties.title = _clean(f"{project.name}: {comparison.first.name} / {comparison.second.name}")
        named = names_of(project, comparison.numbers, names_need=TAKE_AWAY)
        names = {pk: each.text for pk, each in named.items()}
        people = comparison.people(project, comparison.numbers)
        _sheet(book.active, _("Różnice"), _figures_head(), _figures(comparison))
        _sheet(
            book.create_sheet(), _("Osoby"), [_("Numer"), _("Osoba"), _("Wskaźnik"), _("Zmiana")], _moves(people, names)
        )
        _sheet(book.create_sheet(), _("Zmienione pola"), _changes_head(), _changes(people, names, project))
        if comparison.other_rules:
            _sheet(
                book.create_sheet(),
                _("Definicje i cele"),
                [_("Wskaźnik"), _("Co"), _("Było"), _("Jest")],
                _rules(comparison),
            )
        written = BytesIO()
        book.save(written)
        return written.getvalue()


MAKERS = {"pdf": as_pdf, "xlsx": as_xlsx}


def _figures_head():
    parts = [_("K"), _("M"), _("O")]
    return [
        _("Kod"),
        _("Wskaźnik"),
        *(f"{_('Było')} {p}" for p in parts),
        *(f"{_('Jest')} {p}" for p in parts),
        _("Różnica"),
    ]


def _figures(comparison):
    for row in comparison.rows:
        yield [row.code, row.name, *_parts(row.first), *_parts(row.second), row.difference]


def _parts(figure):
    return [getattr(figure, part, None) for part in ("women", "men", "total")]


def _moves(people, names):
    for person in people:
        for move in person.moves:
            yield [person.reference, names[person.number], move.where, _("przybyła") if move.came else _("ubyła")]


def _changes_head():
    return [_("Numer"), _("Osoba"), _("Co"), _("Pole"), _("Było"), _("Jest"), _("Kiedy"), _("Kto"), _("Jak")]


def _changes(people, names, project):
    is_named = sees_names(project, TAKE_AWAY)
    for person in people:
        for change in person.changes:
            values = (change.before, change.after) if is_named else ("…", "…")
            what = " ".join(filter(None, [change.what, change.subject if is_named else ""]))
            when = f"{timezone.localtime(change.at):%d.%m.%Y %H:%M}"
            by = str(change.by or "")
            yield [person.reference, names[person.number], what, change.field, *values, when, by, change.how]


def _rules(comparison):
    for row in comparison.other_rules:
        if row.definition:
            yield [row.name, _("wersja definicji"), *row.definition]
        if row.target:
            yield [row.name, _("wartość docelowa"), *row.target]


def _sheet(sheet, title, head, rows):
    """A table with its head in sight; texts as texts, also those that look like formulas."""
    sheet.title = title
    sheet.append(head)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for line, values in enumerate(rows, start=2):
        for place, value in enumerate(values, start=1):
            cell = sheet.cell(line, place)
            cell.alignment = WRAPPED
            cell.value = _clean(value) if isinstance(value, str) else value
            if isinstance(value, str):
                cell.data_type = "s"
    for place, name in enumerate(head, start=1):
        sheet.column_dimensions[get_column_letter(place)].width = (
            48 if name == _("Wskaźnik") else max(12, len(name) + 2)
        )
    sheet.freeze_panes = "A2"


def _clean(text):
    return ILLEGAL_CHARACTERS_RE.sub("", str(text))
