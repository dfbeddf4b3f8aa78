"""Charts drawn on the server, the same on the screen and on paper, each with a sentence and a table that say what it shows."""

from .growth import growth
from .people import People, pyramid, statuses, women_and_men
from .thresholds import thresholds

__all__ = ["People", "growth", "pyramid", "statuses", "thresholds", "women_and_men"]


def charts_of(report):
    """The charts of a report in their order: what there is nothing to draw of is left out.

    One query for the people, one for each indicator of people with a target.
    """
    project, people = report.subject, People(report.subject, report.on)
    growths = [
        growth(project, row.definition, report.on, row.indicator)
        for row in report.with_target
        if row.definition.counts_people
    ]
    found = [
        *growths,
        women_and_men(report.with_target, report.on),
        pyramid(people),
        statuses(people),
        thresholds(report.effectiveness),
    ]
    return [chart for chart in found if chart]
