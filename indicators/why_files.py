"""Both lists behind a figure as files, a column for each word: the fact, or what is missing and why. Written row by row."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import override

from projects.tables import CHUNK, csv_answer, workbook_answer

from . import reasons
from .behind import Behind
from .reasons import COUNTED, GROUPS

LANGUAGE = "pl"  # like paper: what an institution receives
NARROW, WIDE = 14, 34


def as_csv(behind: Behind, name):
    """One table: the counted, then the others."""
    return csv_answer(_polish(_both(behind)), name)


def as_xlsx(behind: Behind, name):
    """A workbook of two sheets."""
    widths = [NARROW] * len(_own_heads(behind)) + [WIDE] * (len(behind.reading.definition.words) + 1)
    with override(LANGUAGE):
        sheets = [
            (_("policzone"), _table(behind, behind.counted()), widths),
            (_("jeszcze nie"), _table(behind, behind.others()), widths),
        ]
        return workbook_answer(sheets, name)


WRITERS = {"csv": as_csv, "xlsx": as_xlsx}


def _polish(rows) -> Iterator:
    """The rows, each made in Polish however late it is asked for: a file is written after its view has ended."""
    while True:
        with override(LANGUAGE):
            row = next(rows, None)
        if row is None:
            return
        yield row


def _both(behind):
    yield from _table(behind, behind.counted())
    others = _table(behind, behind.others())
    next(others)
    yield from others


def _table(behind, people):
    """The heading and a row for each person."""
    words = behind.reading.definition.words
    heads = [_("%(number)s. %(word)s") % {"number": n, "word": word.column} for n, word in enumerate(words, start=1)]
    yield [*_own_heads(behind), *heads, _("czego brakuje")]
    chunks = reasons.with_children(people).iterator(CHUNK)
    for participation in chunks:
        yield [*_own_cells(behind, participation), *_words(behind, participation)]


def _own_heads(behind):
    names = [_("nazwisko"), _("imię")] * behind.reading.sees_names
    day = [_("dzień pomiaru")] * bool(behind.reading.since)
    return [_("grupa"), _("numer"), *names, _("płeć"), *day, _("ile zdań nie jest spełnionych")]


def _own_cells(behind, participation):
    reading, group = behind.reading, participation.group
    names = [participation.person.last_name, participation.person.first_name] if reading.sees_names else []
    day = [reading.measured_on(participation) if group == COUNTED else ""] if reading.since else []
    label = str(GROUPS[group][0])
    return [label, participation.reference, *names, str(participation.get_sex_display()), *day, participation.failing]


def _words(behind, participation):
    """What stands under each word, "nie" before what fails, and all that is missing in one cell."""
    reading = behind.reading
    cells = reading.cells(participation)
    told = [each.text if each.holds else _("nie – %(why)s") % {"why": each.text} for each in cells]
    return [*told, reasons.missing_said(reading, cells)]
