"""What ``bench/run`` measures is true of the program as it is: its people can be made, and its hand-written SQL counts what we count."""

from xml.etree import ElementTree

import pytest

from bench.engine import DEFINITIONS, check_same, engine
from bench.growth import Size, table
from bench.picture import picture
from bench.population import populate
from indicators.catalogue import BY_KEY
from participants.models import Participation
from projects.models import Project

pytestmark = pytest.mark.django_db


@pytest.fixture
def projects():
    populate(300, 2)
    populate(500, 3)  # more people come into projects of their own
    return list(Project.objects.order_by("pk"))


def test_the_hand_written_figures_are_those_of_the_engine(projects):
    for project in projects:
        check_same([project])
    assert not Participation.objects.filter(is_complete=False).exists()
    assert [project.participations.count() for project in projects] == [150, 150, 200]


def test_nearly_every_figure_that_is_compared_counts_somebody(projects):
    figures = engine(projects)
    empty = {d.key for d in DEFINITIONS if not any(figures[project.pk][d.key].total for project in projects)}
    assert empty == {"at_risk_services", "digital_competence"}  # nobody of the bench gets support


def test_the_whole_list_of_the_period_is_measured():
    codes = {definition.code for definition in DEFINITIONS}
    asked = {
        d.code
        for d in BY_KEY.values()
        if d.counts_people and d.code.startswith(("CO", "CR")) and not d.is_measured_by_authority
    }
    assert asked <= codes


def test_growth_is_drawn():
    sizes = [
        Size(10**n, (0.004, 0.003, 1.3), (0.002 * 10**n / 1000, 0.0015 * 10**n / 1000, 1.3), (70, 75))
        for n in (4, 5, 6)
    ]
    drawn = ElementTree.fromstring(picture(sizes))
    circles = drawn.findall("{http://www.w3.org/2000/svg}circle")
    assert len(circles) == 2 * 2 * 3
    assert all(0 < float(circle.get("cx")) < 660 and 0 < float(circle.get("cy")) < 300 for circle in circles)


def test_growth_is_told_as_a_table():
    told = table([Size(1_000_000, (0.005, 0.004, 1.25), (1.8, 1.5, 1.2), (70, 75))])
    assert all(part in told for part in ("1000000", "1.25", "5 + 70"))
