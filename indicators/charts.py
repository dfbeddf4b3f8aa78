"""Charts drawn on the server: shapes in SVG units at the two widths of the page, each with its table of numbers."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.db.models.functions import TruncMonth

from participants.vocabulary import Sex

WIDE, NARROW = (660, 260), (358, 230)
RIGHT, TOP, BOTTOM = 76, 46, 28
DIGIT = 8  # the width of a figure on the axis


@dataclass(frozen=True)
class Month:
    """Participants since the beginning, at the end of one month (or on the day of the chart, in its last month)."""

    first_day: date
    women: int
    men: int

    @property
    def total(self):
        return self.women + self.men


def growth(project, on):
    """The months from the project's first to the day, with the participants so far; one query. Empty when nobody has entered."""
    rows = (
        project.participations.complete()
        .filter(entered_on__lte=on)
        .order_by()
        .annotate(month=TruncMonth("entered_on"))
        .values_list("month", "sex")
        .annotate(number=Count("pk"))
    )
    entered = {(month, sex): number for month, sex, number in rows}
    if not entered:
        return []
    months, women, men = [], 0, 0
    for first_day in months_between(project.starts_on, on):
        women += entered.get((first_day, Sex.FEMALE), 0)
        men += entered.get((first_day, Sex.MALE), 0)
        months.append(Month(first_day, women, men))
    return months


def months_between(start: date, end: date):
    """The first days of the months from one date to another, both included."""
    for number in range(start.year * 12 + start.month - 1, end.year * 12 + end.month):
        yield date(number // 12, number % 12 + 1, 1)


class StepArea:
    """Participants over time as two stacked step areas, women below men, with the target dotted and the day as a line."""

    def __init__(self, months, size, target=None):
        self.months, self.target = months, target
        self.width, self.height = size
        self.right = self.width - RIGHT
        self.base = self.height - BOTTOM
        self.top_value = max(months[-1].total, target or 0, 1)
        self.left = 14 + DIGIT * len(str(self.top_value))
        self.step = (self.right - self.left) / len(months)

    def x(self, number):
        return round(self.left + number * self.step, 1)

    def y(self, value):
        return round(self.base - (self.base - TOP) * value / self.top_value, 1)

    def _steps(self, values):
        return [(self.x(number + side), self.y(value)) for number, value in enumerate(values) for side in (0, 1)]

    def _path(self, upper, lower):
        points = self._steps(upper) + self._steps(lower)[::-1]
        return "M" + "L".join(f"{x},{y}" for x, y in points) + "Z"

    @property
    def women_path(self):
        return self._path([m.women for m in self.months], [0] * len(self.months))

    @property
    def men_path(self):
        return self._path([m.total for m in self.months], [m.women for m in self.months])

    @property
    def grid(self):
        """Lines at round values: (y, value)."""
        return [(self.y(value), value) for value in range(0, self.top_value + 1, round_step(self.top_value))]

    @property
    def ticks(self):
        """Labelled months: (x, text), the first and then every January and July while there is room."""
        chosen = [(0, self.months[0])] + [
            (n, m) for n, m in enumerate(self.months) if m.first_day.month in (1, 7) and n > 2
        ]
        room = 52 if self.width == WIDE[0] else 80
        kept = []
        for number, month in chosen:
            if not kept or self.x(number) - kept[-1][0] >= room:
                kept.append((self.x(number), f"{month.first_day:%m.%Y}"))
        return kept

    @property
    def target_y(self):
        return self.y(self.target) if self.target else None

    @property
    def label_women_y(self):
        return self.y(self.months[-1].women / 2)

    @property
    def label_men_y(self):
        return min(
            self.y(self.months[-1].women + self.months[-1].men / 2),
            self.label_women_y - 36,
        )

    @property
    def last(self):
        return self.months[-1]


def round_step(top):
    """The smallest round distance between grid lines that leaves at most three of them below the top."""
    steps = (base * 10**power for power in range(9) for base in (1, 2, 5, 25))
    return min(step for step in steps if top <= 4 * step)
