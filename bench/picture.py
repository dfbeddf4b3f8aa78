"""The growth as a picture: milliseconds against people, both in powers of ten, ours beside SQL written by hand."""

from math import log10

import svg

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 660, 300, 70, 130, 24, 40
INK, PALE, RULE, OURS, HAND = "#1a2226", "#5f686c", "#dedbd2", "#0a5563", "#b86e00"


def picture(sizes):
    """SVG of the sizes measured by ``growth.grow``: one project and all projects, ours as lines with dots, by hand as circles."""
    curves = [
        ("wszystkie projekty / all projects", [(s.people, s.all) for s in sizes]),
        ("jeden projekt / one project", [(s.people, s.one) for s in sizes]),
    ]
    plot = _Plot(
        sizes, [seconds for _name, points in curves for _n, (ours, hand, _r) in points for seconds in (ours, hand)]
    )
    shapes = [svg.Rect(x=0, y=0, width=WIDTH, height=HEIGHT, fill="#ffffff"), *plot.grid()]
    for name, points in curves:
        shapes += plot.curve(name, points)
    return svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, WIDTH, HEIGHT),
        width=WIDTH,
        height=HEIGHT,
        elements=shapes,
        extra={"font-family": "sans-serif", "font-size": 13},
    ).as_str()


class _Plot:
    def __init__(self, sizes, seconds):
        self.people = [log10(size.people) for size in sizes]
        self.low = int(log10(min(seconds) * 1000) // 1)
        self.high = int(-(-log10(max(seconds) * 1000) // 1))

    def x(self, people):
        span = (self.people[-1] - self.people[0]) or 1
        return round(LEFT + (WIDTH - LEFT - RIGHT) * (log10(people) - self.people[0]) / span, 1)

    def y(self, seconds):
        share = (log10(seconds * 1000) - self.low) / (self.high - self.low)
        return round(HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * share, 1)

    def grid(self):
        for power in range(self.low, self.high + 1):
            y = self.y(10**power / 1000)
            yield svg.Line(x1=LEFT, x2=WIDTH - RIGHT, y1=y, y2=y, stroke=RULE)
            yield svg.Text(x=LEFT - 8, y=y + 4, text=f"{10**power:g} ms", fill=PALE, text_anchor="end")
        for people in (10**p for p in range(round(self.people[0]), round(self.people[-1]) + 1)):
            words = f"{people:,}".replace(",", "\u00a0")
            yield svg.Text(x=self.x(people), y=HEIGHT - BOTTOM + 20, text=words, fill=PALE, text_anchor="middle")

    def curve(self, name, points):
        places = [(self.x(people), self.y(ours)) for people, (ours, _hand, _ratio) in points]
        yield svg.Polyline(points=[n for place in places for n in place], fill="none", stroke=OURS, stroke_width=2)
        for people, (ours, hand, _ratio) in points:
            yield svg.Circle(cx=self.x(people), cy=self.y(hand), r=6, fill="none", stroke=HAND, stroke_width=2)
            yield svg.Circle(cx=self.x(people), cy=self.y(ours), r=3, fill=OURS)
        for line, words in enumerate(name.split(" / ")):
            yield svg.Text(x=places[-1][0] + 12, y=places[-1][1] + 4 + 16 * line, text=words, fill=INK)
