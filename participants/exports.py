"""The list of participants as files: every entry fact, exit fact, premise and outcome, row after row without holding them all.

A PESEL is text (a spreadsheet would eat its leading zero), dates are dates, and nothing that begins like a formula is one.
"""

import csv
from operator import attrgetter
from tempfile import NamedTemporaryFile

from django.db.models import BooleanField, Prefetch
from django.http import FileResponse, StreamingHttpResponse
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from projects.templatetags.polish import day

from .models import Outcome, Participation, Person, Premise
from .vocabulary import Situation

CHUNK = 500
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet may take for one: owasp.org, CSV injection


def label(model, name):
    """The name of a column in the words of its model."""
    return str(model._meta.get_field(name).verbose_name)


def of_participation(name):
    """A column of the participation: its heading, and how to read its value in words from a row."""
    return label(Participation, name), in_words(Participation, name)


def of_person(name):
    read = in_words(Person, name)
    return label(Person, name), lambda row: read(row.person)


def in_words(model, name):
    """How to read a column from an object: official words for a code, "" for nothing. Words are looked up once, not in every row."""
    field, value_of = model._meta.get_field(name), attrgetter(name)
    words = {code: str(word) for code, word in field.flatchoices}
    if isinstance(field, BooleanField):
        words = {True: _("tak"), False: _("nie")}
    if not words:
        return lambda row: "" if value_of(row) is None else value_of(row)
    return lambda row: words.get(value_of(row), "")


def premises_of(row):
    return "; ".join(" – ".join(filter(None, [str(premise), premise.document])) for premise in row.premises.all())


def outcomes_of(row):
    told = ([str(o.get_kind_display()), day(o.obtained_on), o.title, o.evidence] for o in row.outcomes.all())
    return "; ".join(", ".join(filter(None, parts)) for parts in told)


def main_person_of(row):
    """The person to whose surroundings the row belongs, with her number."""
    main = row.main_participation
    return f"{main.person}, {main.reference}" if main else ""


def situations_of(row):
    return "|".join(str(Situation(value).label) for value in row.situations)


def columns():
    """Headings and how to read each from a participation, in the order of the paper."""
    return [
        (_("numer"), lambda row: row.reference),
        (_("dane"), lambda row: row.state),
        *map(of_person, ["last_name", "first_name", "pesel", "identifier_kind", "other_identifier"]),
        *map(of_participation, ["sex", "birth_date"]),
        (_("wiek w chwili przystąpienia"), in_words(Participation, "age_at_entry")),
        *map(of_participation, ["citizenship", "education", "country", "voivodeship", "county", "commune", "place"]),
        *map(of_participation, ["postcode", "street", "house", "flat", "degurba"]),
        *map(of_person, ["phone", "email"]),
        of_participation("participant_kind"),
        (label(Participation, "institution"), lambda row: row.institution_name),
        *map(of_participation, ["support_range", "target_group", "is_surroundings"]),
        (label(Participation, "main_participation"), main_person_of),
        *map(
            of_participation,
            ["entered_on", "labour_status", "labour_detail", "unemployed_since", "occupation", "employer"],
        ),
        *map(of_participation, ["education_ends_on", "minority", "foreign_origin", "third_country", "homeless"]),
        *map(of_participation, ["jobless_household", "household_children", "single_adult_household"]),
        *map(of_participation, ["disability", "disability_degree", "disability_kind", "other_disadvantage"]),
        (_("przesłanki"), premises_of),
        *map(of_participation, ["left_on", "exit_reason", "exit_note"]),
        (label(Participation, "situations"), situations_of),
        *map(of_participation, ["business_started_on", "reported_on"]),
        (_("rezultaty"), outcomes_of),
    ]


def rows_of(participations):
    """The heading and a row for each participation, read a chunk at a time."""
    asked = columns()
    yield [str(heading) for heading, _read in asked]
    complete = participations.select_related(
        "person", "target_group", "project", "delegated_by", "main_participation__person"
    ).prefetch_related(
        Prefetch("premises", Premise.objects.order_by("pk")),
        Prefetch("outcomes", Outcome.objects.order_by("obtained_on", "pk")),
    )
    for participation in complete.iterator(CHUNK):
        yield [plain(read(participation)) for _heading, read in asked]


def plain(value):
    """Numbers and dates as they are, everything else as text."""
    return value if isinstance(value, int) or hasattr(value, "isoformat") else str(value)


def as_csv(participations, name):
    """UTF-8 with its mark, semicolons, dates as in the official file: what a Polish spreadsheet opens without asking."""
    writer = csv.writer(Echo(), delimiter=";", lineterminator="\r\n")
    lines = (writer.writerow([harmless(value) for value in row]) for row in rows_of(participations))
    response = StreamingHttpResponse(with_mark(lines), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def with_mark(lines):
    yield "\ufeff"
    yield from lines


def harmless(value):
    """Text that a spreadsheet would run as a formula, told to be text."""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


class Echo:
    """A file that gives back what is written to it."""

    def write(self, line):
        return line


def as_xlsx(participations, name):
    """A workbook with one sheet, written row by row."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("uczestnicy"))
    sheet.freeze_panes = "E2"
    rows = rows_of(participations)
    sheet.append([heading(sheet, value) for value in next(rows)])
    for row in rows:
        sheet.append([cell(sheet, value) for value in row])
    file = NamedTemporaryFile(suffix=".xlsx")  # noqa: SIM115 (the response closes it)
    book.save(file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=name, content_type=XLSX)


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


WRITERS = {"csv": as_csv, "xlsx": as_xlsx}
