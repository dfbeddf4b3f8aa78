"""The value of an indicator since the beginning, month by month, women below men, against the target that held at the time."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from participants.vocabulary import Sex
from projects.templatetags.polish import day as written
from projects.templatetags.polish import number, plural

from ..queries import figure
from ..statements import statement
from ..targets import target_on
from .drawing import HALF, LETTER, LINE, NARROW, WIDE, Chart, Counted, round_step

HEIGHT = {WIDE: 260, HALF: 240, NARROW: 230}
RIGHT, TOP, BOTTOM = 80, 46, 28
LONGEST = 240  # months drawn, the last ones: a statement of PostgreSQL has room for some hundreds of columns


@dataclass(frozen=True)
class Month:
    """What is counted at the end of one month, or on the day of the chart in its last; the target that held then, or None."""

    first_day: date
    on: date
    women: int
    men: int
    target: int | None

    @property
    def total(self):
        return self.women + self.men


def cumulative(project, definition, on, indicator=None):
    """The months from the project's first to the day, one statement whatever their number; none where nobody counts on the day."""
    firsts = list(months_between(project.starts_on, min(on, project.ends_on)))[-LONGEST:]
    ends = {f"m{place}": min(_end(first), on) for place, first in enumerate(firsts)}
    if ends:
        ends[list(ends)[-1]] = on  # results come after the project's last day too
    key = ("month by month", definition.identity, len(ends))
    conditions = [(definition.rule, which) for which in ends]
    rows = {sex: counts for _project, sex, *counts in statement(key, conditions, 1).run([project.pk], ends)}
    figures = [figure({sex: counts[place] for sex, counts in rows.items()}) for place in range(len(firsts))]
    if not figures or not figures[-1].total:
        return []
    return [
        Month(first, end, one.women, one.men, _target(indicator, end))
        for first, end, one in zip(firsts, ends.values(), figures, strict=True)
    ]


def _target(indicator, on):
    target = target_on(indicator, on)
    return target.total if target and target.percent is None else None


def _end(first):
    return first.replace(day=monthrange(first.year, first.month)[1])


def months_between(start: date, end: date):
    """The first days of the months from one date to another, both included."""
    for number_of_month in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        yield date(number_of_month // 12, number_of_month % 12 + 1, 1)


def growth(project, definition, on, indicator=None, title=""):
    """The chart of one indicator that counts people, or None where nobody counts yet."""
    months = cumulative(project, definition, on, indicator)
    if not months:
        return None
    return Chart(
        key=f"growth-{definition.key}",
        title=title or str(definition.name),
        sentence=_sentence(months[-1], on),
        head=[_("Miesiąc"), _("Kobiety"), _("Mężczyźni"), _("Ogółem"), _("Cel")],
        rows=[_row(month, definition.key) for month in months],
        draw=lambda drawing: _draw(drawing, months, on),
        on_paper=[
            place for place, month in enumerate(months) if month.first_day.month in (6, 12) or month is months[-1]
        ],
    )


def _row(month, key):
    parts = [(month.women, Sex.FEMALE), (month.men, Sex.MALE), (month.total, "")]
    counted = [Counted(value, key, month.on, sex) for value, sex in parts]
    return [f"{month.first_day:%m.%Y}", *counted, number(month.target)]


def _sentence(last, on):
    told = {"day": written(on), "all": number(last.total), "target": number(last.target)}
    if last.target:
        return _("Do %(day)s policzono: %(all)s z %(target)s.") % told
    return _("Do %(day)s policzono: %(all)s.") % told


class _Plot:
    """Where months and values lie."""

    def __init__(self, drawing, months):
        self.top_value = max(months[-1].total, *(month.total for month in months), *(m.target or 0 for m in months), 1)
        self.left = 14 + 8 * len(str(self.top_value))
        self.right, self.base = drawing.width - RIGHT, drawing.height - BOTTOM
        self.step = (self.right - self.left) / len(months)

    def x(self, place):
        return self.left + place * self.step

    def y(self, value):
        return self.base - (self.base - TOP) * value / self.top_value

    def steps(self, values):
        return [(self.x(place + side), self.y(value)) for place, value in enumerate(values) for side in (0, 1)]


def _draw(drawing, months, on):
    drawing.height = HEIGHT[drawing.size]
    plot = _Plot(drawing, months)
    for value in range(0, plot.top_value + 1, round_step(plot.top_value)):
        drawing.line((plot.left, plot.y(value)), (plot.right, plot.y(value)), "hair")
        drawing.text(plot.left - 8, plot.y(value) + 4, value, "axis end")
    women, total = [m.women for m in months], [m.total for m in months]
    drawing.area(plot.steps(women) + plot.steps([0] * len(months))[::-1], "women")
    drawing.area(plot.steps(total) + plot.steps(women)[::-1], "men")
    _draw_target(drawing, plot, months)
    drawing.line((plot.right, 22), (plot.right, plot.base), "day")
    drawing.text(plot.right, 16, written(on), "middle")
    _draw_parts(drawing, plot, months[-1])
    _draw_axis(drawing, plot, months)
    return drawing


def _draw_target(drawing, plot, months):
    """Dotted, a step where an annex changed it."""
    run = []
    for place, month in enumerate([*months, None]):
        if month and month.target is not None:
            run += [(plot.x(place), plot.y(month.target)), (plot.x(place + 1), plot.y(month.target))]
        elif run:
            drawing.path(run, "goal")
            run = []
    promised = [month.target for month in months if month.target is not None]
    if promised:
        drawing.text(plot.left, plot.y(promised[0]) - 7, _("cel %(target)s") % {"target": number(promised[0])})
    if promised and promised[-1] != promised[0]:
        words = _("cel %(target)s") % {"target": number(promised[-1])}
        drawing.text(plot.right - LETTER * len(words), plot.y(promised[-1]) - 7, words)


def _draw_parts(drawing, plot, last):
    """How many women and men at the end, beside their areas and never over each other."""
    low = plot.y(last.women / 2)
    high = min(plot.y(last.women + last.men / 2), low - 2 * LINE - 4)
    if last.men:
        drawing.text(plot.right + 8, high, number(last.men), "strong")
        drawing.text(plot.right + 8, high + LINE, plural(last.men, "mężczyzna", "mężczyzn", "mężczyzn"))
    if last.women:
        drawing.text(plot.right + 8, low, number(last.women), "accent strong")
        drawing.text(plot.right + 8, low + LINE, plural(last.women, "kobieta", "kobiety", "kobiet"), "accent")


def _draw_axis(drawing, plot, months):
    """Labelled months: the first, then every January and July while there is room."""
    room, kept = (80 if drawing.size == NARROW else 52), []
    for place, month in enumerate(months):
        is_wanted = place == 0 or (place > 2 and month.first_day.month in (1, 7))
        if is_wanted and (not kept or plot.x(place) - kept[-1] >= room):
            kept.append(plot.x(place))
            drawing.line((kept[-1], plot.base), (kept[-1], plot.base + 5), "axis")
            anchor = "axis middle" if place else "axis"
            drawing.text(kept[-1], plot.base + 19, f"{month.first_day:%m.%Y}", anchor)
    drawing.line((plot.left, plot.base), (plot.right, plot.base), "axis")
