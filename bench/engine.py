"""The engine: the whole list of one programming period, women and men, in one statement, against the same figures by hand."""

from datetime import date

from indicators import catalogue
from indicators.queries import compute

from .sql import one_project

ON = date(2022, 6, 30)
DEFINITIONS = [
    catalogue.BY_KEY["people"],
    *catalogue.common("esf_2014_before_2018"),
    *(d for d in catalogue.INCLUSION if d.counts_people),
]
ALL_IN_CHILD = """
from bench.engine import engine
projects = list(Project.objects.select_related("programme").order_by("pk"))
"""


def engine(projects):
    """{project: {key: figure}} of these projects."""
    counted = compute(projects, DEFINITIONS, ON)
    return {project: {key: counted[project][key].value for key in counted[project]} for project in counted}


def check_same(projects):
    """The engine and the hand-written SQL must give the same figures, or the comparison is worth nothing."""
    by_hand = one_project(projects[0].pk, ON)
    by_engine = engine(projects[:1])[projects[0].pk]
    assert {key: (figure.women, figure.men) for key, figure in by_engine.items()} == by_hand, "the figures differ"
