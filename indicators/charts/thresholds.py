"""Effectiveness against its thresholds: a bar for each measure and group, the threshold a mark on it."""

from django.utils.translation import gettext as _

from projects.templatetags.polish import number, percent

from .drawing import LINE, Chart, wrapped


def thresholds(measures):
    """The measures of a report; None where the agreement sets no threshold."""
    if not measures:
        return None
    met = sum(measure.is_met is True for measure in measures)
    return Chart(
        key="effectiveness",
        title=_("Efektywność i jej progi"),
        sentence=_("Progi osiągnięte: %(met)s z %(all)s.") % {"met": number(met), "all": number(len(measures))},
        head=[_("Miara i grupa"), _("Osiągnęły"), _("Z"), _("Wynik"), _("Próg"), _("Czekają"), _("Próg osiągnięty")],
        rows=[_row(measure) for measure in measures],
        draw=lambda drawing: _draw(drawing, measures),
    )


def _row(measure):
    return [
        measure.name,
        number(measure.numerator),
        number(measure.denominator),
        percent(measure.percent),
        percent(measure.threshold.percent),
        number(measure.pending),
        said(measure),
    ]


def said(measure):
    """Whether the threshold is met, in a word; a dash while nobody is measured."""
    return {True: _("tak"), False: _("nie"), None: "–"}[measure.is_met]


def _draw(drawing, measures):
    drawing.height = 4
    scale = (drawing.width - 8) / 100
    for measure in measures:
        told = {"name": measure.name, "part": percent(measure.percent), "threshold": percent(measure.threshold.percent)}
        words = _("%(name)s: %(part)s, próg %(threshold)s") % told
        for line in wrapped(words, drawing.width):
            drawing.height += LINE
            drawing.text(0, drawing.height - 3, line)
        y = drawing.height + 4
        drawing.rect(0, y, 100 * scale, 14, "track")
        drawing.rect(
            0, y, min(float(measure.percent or 0), 100) * scale, 14, "behind" if measure.is_met is False else "women"
        )
        mark = float(measure.threshold.percent) * scale
        drawing.line((mark, y - 3), (mark, y + 17), "day")
        drawing.height = y + 28
    return drawing
