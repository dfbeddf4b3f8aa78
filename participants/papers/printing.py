"""Papers on paper: one, or the packet that is signed at the start, as PDF/UA with the project's line of marks."""

from projects.letterhead import marks_of
from projects.models import Paper
from projects.pdf import render

from .filling import DOTS, pieces
from .markup import blocks
from .supplied import text_of
from .values import values_of

SIGNED = (Paper.DECLARATION, Paper.CLAUSE, Paper.IMAGE_CONSENT, Paper.CONTRACT)
PACKET = "pakiet"
TEMPLATE = "participants/paper_print.html"


def render_paper(project, paper, values=None):
    """The bytes of one paper. ``values`` from ``values_of``; without them it is printed empty, for filling in by hand."""
    return _printed(project, [paper], values)


def render_packet(project, values=None):
    """The bytes of all papers that are signed at the start, each on a page of its own."""
    return _printed(project, SIGNED, values)


def _printed(project, papers, values):
    values = values_of(project) if values is None else values
    sheets = [sheet(project, text_of(project, paper), values) for paper in papers]
    context = {
        "project": project,
        "sheets": sheets,
        "marks": marks_of(project),
        "title": " · ".join(sheet["title"] for sheet in sheets),
        "author": values["beneficjent"],
    }
    return render(TEMPLATE, context)


def sheet(project, text, values):
    """What a template shows of one filled text: its title and its blocks."""
    title = "".join(DOTS if piece.is_blank else piece.text for piece in pieces(text.title, values))
    return {"title": title, "blocks": blocks(text.body, values)}
