"""SVG as the server draws it: shapes written by the library svg.py, in inks written on them, without style sheets and scripts.

Inks stand in attributes because paper (WeasyPrint) reads no style sheet inside a drawing and the policy of the pages allows no style there.

The library does not escape text, so that words go through ``text`` alone; it is the one place of the house that hands out markup.
"""

from dataclasses import dataclass, field
from datetime import date

import svg
from django.utils.html import escape, format_html

WIDE, HALF, NARROW = "l", "m", "s"  # beside an aside and on paper, two beside each other, on a phone: text never scales
WIDTHS = {WIDE: 660, HALF: 568, NARROW: 358}
LINE = 16  # from one line of words to the next
LETTER = 6.6  # the mean width of a letter of 13 px

# What a shape or a word is called, and how it is inked: the colours of static/css/tokens.css.
INK, INK_3, ACCENT, SOFT, RULE, TRACK, RISK = (
    "#1a2226",
    "#5f686c",
    "#0a5563",
    "#a9cdd1",
    "#dedbd2",
    "#e4e1d8",
    "#b86e00",
)
FILLS = {
    "women": ACCENT,
    "men": SOFT,
    "track": TRACK,
    "behind": RISK,
    "part-1": ACCENT,
    "part-2": SOFT,
    "part-3": INK_3,
    "part-4": RULE,
}
STROKES = {
    "hair": {"stroke": RULE},
    "axis": {"stroke": INK_3},
    "day": {"stroke": INK, "stroke_width": 2},
    "goal": {"stroke": INK, "stroke_dasharray": "2 4", "fill": "none"},
}
WORDS = {
    "axis": {"fill": INK_3},
    "accent": {"fill": ACCENT},
    "strong": {"font_weight": 600},
    "end": {"text_anchor": "end"},
    "middle": {"text_anchor": "middle"},
}


@dataclass
class Drawing:
    """A picture of so many units; the sentence and the table beside it say the same, so it is hidden from those who listen."""

    size: str
    height: float
    shapes: list = field(default_factory=list)

    @property
    def width(self):
        return WIDTHS[self.size]

    def rect(self, x, y, width, height, ink):
        size = {"width": _at(max(width, 0)), "height": _at(height)}
        self.shapes.append(svg.Rect(x=_at(x), y=_at(y), **size, fill=FILLS[ink]))

    def line(self, start, end, ink):
        (x1, y1), (x2, y2) = start, end
        self.shapes.append(svg.Line(x1=_at(x1), y1=_at(y1), x2=_at(x2), y2=_at(y2), **STROKES[ink]))

    def area(self, points, ink):
        """A closed shape through these points."""
        first, *others = points
        path = [svg.MoveTo(*map(_at, first)), *(svg.LineTo(*map(_at, point)) for point in others), svg.ClosePath()]
        self.shapes.append(svg.Path(d=path, fill=FILLS[ink]))

    def path(self, points, ink):
        """An open line through these points."""
        first, *others = points
        path = [svg.MoveTo(*map(_at, first)), *(svg.LineTo(*map(_at, point)) for point in others)]
        self.shapes.append(svg.Path(d=path, **STROKES[ink]))

    def text(self, x, y, words, ink=""):
        """Words; ``ink`` may hold several names of ``WORDS``: where they are anchored, how strong they are."""
        inks = {"fill": INK}
        for name in ink.split():
            inks |= WORDS[name]
        self.shapes.append(svg.Text(x=_at(x), y=_at(y), text=escape(words), **inks))

    @property
    def markup(self):
        """The drawing as it goes into a page or onto paper."""
        return format_html("{}", _Markup(self._svg()))

    def _svg(self):
        return svg.SVG(
            viewBox=svg.ViewBoxSpec(0, 0, self.width, _at(self.height)),
            class_=["chart", f"chart-{self.size}"],
            elements=self.shapes,
            extra={"font-family": "App Sans, sans-serif", "font-size": 13, "aria-hidden": "true", "focusable": "false"},
        ).as_str()


class _Markup:
    """Markup that the library wrote, every word in it escaped by ``Drawing.text``."""

    def __init__(self, written):
        self.written = written

    def __html__(self):
        return self.written


def _at(length):
    return round(float(length), 1)


@dataclass(frozen=True)
class Counted:
    """A cell of a chart's table: words, or a number that opens to its people by the key of its figure, the day and the sex."""

    value: int | str
    key: str = ""
    on: date | None = None
    sex: str = ""


@dataclass(frozen=True)
class Chart:
    """One statement in three forms: a sentence, a picture at three widths, a table.

    ``head`` names the columns; of each row the first cell is its head, the others are words or ``Counted``; ``draw`` makes the picture
    of one size.
    """

    key: str
    title: str
    sentence: str
    head: list
    rows: list
    draw: object
    on_paper: object = None

    @property
    def table(self):
        """Pairs of a row's head and its cells, each a ``Counted``."""
        return self._cells(self.rows)

    @property
    def paper_table(self):
        """The same on paper, where a long table keeps the rows of ``on_paper``, their places."""
        return self._cells(self.rows if self.on_paper is None else [self.rows[place] for place in self.on_paper])

    @staticmethod
    def _cells(rows):
        for head, *cells in rows:
            yield head, [cell if isinstance(cell, Counted) else Counted(cell) for cell in cells]

    @property
    def wide(self):
        return self.draw(Drawing(WIDE, 0)).markup

    @property
    def half(self):
        return self.draw(Drawing(HALF, 0)).markup

    @property
    def narrow(self):
        return self.draw(Drawing(NARROW, 0)).markup


def wrapped(words, width):
    """The words in lines that fit into so many units."""
    lines, line = [], ""
    for word in str(words).split():
        if line and (len(line) + 1 + len(word)) * LETTER > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def round_step(top):
    """The smallest round distance between grid lines that leaves at most three of them below the top."""
    steps = (base * 10**power for power in range(9) for base in (1, 2, 5, 25))
    return min(step for step in steps if top <= 4 * step)
