"""What the demo data exchange with the authority: its file with the people of a project, a later one that differs twice, applications."""

import csv
from io import BytesIO, StringIO

from settlements.demo import settle

from .comparing import bring as bring_back
from .exporting import MARK, lines
from .importing import carry_out, check, load
from .layouts.columns import HEADER, PLACE
from .layouts.rendering import render

__all__ = ["bring", "compare", "settle"]  # what the loading of the demo asks of this room

FILE, LATER_FILE = "uczestnicy-przyklad.csv", "eksport-instytucji-przyklad.csv"
DELIMITER, LINE_END = ";", "\r\n"


def bring(*, project, by, rows):
    """Imports these people the way the browser does it: read, check, write. A row has ``person``, ``facts`` and ``supports``."""
    cells = [render(row.person, row.facts, row.supports, project.agreement_number) for row in rows]
    run = load(project=project, by=by, file=_file(cells), name=FILE)
    check(run)
    return carry_out(run)


def compare(*, project, by):
    """Compares our records with a file of the authority in which one status and one postcode are others."""
    table = list(csv.reader(StringIO("".join(lines(project)).removeprefix(MARK)), delimiter=DELIMITER))[1:]
    _change(table[3], "postcode", "42-998")
    inactive = next(row for row in table if row[PLACE["labour_status"]] == "Osoba bezrobotna")
    _change(inactive, "labour_status", "Osoba bierna zawodowo")
    _change(inactive, "labour_detail", "osoba nieuczestnicząca w kształceniu lub szkoleniu")
    return bring_back(project=project, by=by, file=_file(table), name=LATER_FILE)


def _change(row, key, text):
    row[PLACE[key]] = text


def _file(rows):
    """These rows as the authority's system writes them."""
    written = StringIO()
    csv.writer(written, delimiter=DELIMITER, lineterminator=LINE_END).writerows([HEADER, *rows])
    return BytesIO((MARK + written.getvalue()).encode())
