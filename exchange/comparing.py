"""Our records beside the authority's own file: per person, cell by cell, and per figure.

People are matched by PESEL (or the other identifier) inside the project. Cells are compared by what they mean: letter case, dashes
and known spellings of a label are no difference, nor is the order of several values in one cell.
"""

from django.db import transaction
from django.utils import timezone

from .exporting import records
from .figures import side_by_side
from .layouts import words
from .layouts.columns import COLUMNS, PLACE
from .models import Comparison, ComparisonRow, Finding
from .reading import open_file

# What the authority keeps about its own file, and what our records do not say.
NOT_COMPARED = {
    "project",
    "technical_id",
    "support_range",
    "added_at",
    "added_by",
    "modified_at",
    "modified_by",
    "remarks",
}
SUPPORTS = ("support_kinds", "support_details", "support_dates")
COMPARED = [column for column in COLUMNS if column.key not in NOT_COMPARED | set(SUPPORTS[1:])]
DICTIONARIES = {
    "citizenship": words.CITIZENSHIP,
    "participant_kind": words.KIND,
    "no_pesel": words.YES_NO,
    "sex": words.SEX,
    "education": words.EDUCATION,
    "labour_status": words.STATUS,
    "by_path": words.YES_NO,
    **dict.fromkeys(("foreign_origin", "third_country", "minority", "homeless", "disability"), words.ANSWER),
}
CHUNK = 500


@transaction.atomic
def bring(*, project, by, file, name, submission=None):
    """Keeps the rows of the authority's file and compares them; gives back the ``Comparison``. Raises ``reading.Unreadable``."""
    comparison = Comparison(project=project, by=by, file_name=name[:200])
    if submission:
        comparison.submission = submission
    comparison.save()
    rows = (ComparisonRow(comparison=comparison, number=n, cells=cells) for n, cells in open_file(file).rows())
    ComparisonRow.objects.bulk_create(rows, batch_size=CHUNK)
    return compare(comparison)


@transaction.atomic
def compare(comparison):
    """Compares the kept file with our records as they are now; what an earlier comparison found is replaced."""
    comparison = Comparison.objects.select_for_update().select_related("project").get(pk=comparison.pk)
    comparison.rows.filter(number=None).delete()
    ours = {key_of(cells): (pk, cells) for pk, cells in records(comparison.project)}
    number = comparison.project.agreement_number
    theirs, found, seen = [], [], set()
    for row in comparison.rows.order_by("number").iterator(CHUNK):
        judge(row, ours, number)
        found.append(row)
        if row.finding != Finding.FOREIGN:
            theirs.append(row.cells)
            seen.add(key_of(row.cells))
    ComparisonRow.objects.bulk_update(found, ["finding", "participation", "differences"], batch_size=CHUNK)
    lacking = [pk for key, (pk, _cells) in ours.items() if key not in seen]
    alone = [ComparisonRow(comparison=comparison, participation_id=pk, finding=Finding.OURS) for pk in lacking]
    ComparisonRow.objects.bulk_create(alone, batch_size=CHUNK)
    comparison.figures = side_by_side(comparison.project, theirs)
    comparison.compared_at = timezone.now()
    comparison.save(update_fields=["figures", "compared_at"])
    return comparison


def judge(row, ours, number):
    """Says of one row of the file how it stands to our records."""
    row.participation_id, row.differences = None, []
    told = cell(row.cells, "project").strip()
    if told and number and without_annex(told) != without_annex(number):
        row.finding = Finding.FOREIGN
        return
    pk, cells = ours.get(key_of(row.cells), (None, None))
    if pk is None:
        row.finding = Finding.THEIRS
        return
    row.participation_id = pk
    row.differences = differences(cells, row.cells)
    row.finding = Finding.DIFFERS if row.differences else Finding.SAME


def differences(ours, theirs):
    """The cells of a person that mean different things: a list of {"column", "name", "ours", "theirs"}."""
    return [
        {
            "column": column.number,
            "name": column.long,
            "ours": shown(ours, column.key),
            "theirs": shown(theirs, column.key),
        }
        for column in COMPARED
        if meaning(ours, column.key) != meaning(theirs, column.key)
    ]


def key_of(cells):
    """By what a person is matched."""
    return cell(cells, "identifier").strip().upper()


def cell(cells, key):
    return cells[PLACE[key]] if len(cells) == len(COLUMNS) else ""


def meaning(cells, key):
    """What a cell says, apart from how it is spelled."""
    if key == "support_kinds":
        return sorted(supports(cells))
    text = cell(cells, key)
    if key == "labour_detail":
        return detail_of(cells)
    if key == "situations":
        return sorted(code_of(words.SITUATION, part) for part in text.split("|") if part.strip())
    if key == "degurba":
        return words.degurba(text) if text.strip() else ""
    if key == "phone":
        return "".join(letter for letter in text if letter.isdecimal())[-9:]
    return code_of(DICTIONARIES[key], text) if key in DICTIONARIES else words.plain(text)


def code_of(dictionary, text):
    """The code of a label, or the plain label where the dictionary does not know it. "" for nothing."""
    code = dictionary.code(text)
    return words.plain(text) if code is None else str(code)


def detail_of(cells):
    """The "w tym" of a status: "inne" of one status is not that of another."""
    status = code_of(words.STATUS, cell(cells, "labour_status"))
    dictionary = words.DETAILS.get(status)
    text = cell(cells, "labour_detail")
    return code_of(dictionary, text) if dictionary else words.plain(text)


def supports(cells):
    """The supports in a row: (kind, detail, day) by their positions; a kind without a word is none."""
    columns = [cell(cells, key).split("|") for key in SUPPORTS]
    longest = max(map(len, columns))
    kinds, details, days = ([*column, *[""] * (longest - len(column))] for column in columns)
    for kind, detail, day in zip(kinds, details, days, strict=True):
        if kind.strip() or detail.strip() or day.strip():
            yield code_of(words.SUPPORT_KIND, kind), code_of(words.SUPPORT_DETAIL, detail), day.strip()


def shown(cells, key):
    """A cell as a person reads it; supports with their detail and day."""
    if key != "support_kinds":
        return cell(cells, key)
    columns = [cell(cells, name).split("|") for name in SUPPORTS]
    longest = max(map(len, columns))
    padded = [[*column, *[""] * (longest - len(column))] for column in columns]
    return "; ".join(
        ", ".join(filter(None, map(str.strip, parts))) for parts in zip(*padded, strict=True) if any(parts)
    )


def without_annex(number):
    """An agreement's number without its last part, -00, -01 …, which counts the annexes."""
    head, dash, tail = number.rpartition("-")
    return head if dash and len(tail) == 2 and tail.isdecimal() else number
