"""What must hold of every indicator, whoever the people are: random participants, the engine, and the rules in plain Python."""

import json
import re
from contextlib import contextmanager
from datetime import date
from io import BytesIO

import pytest
from django.db import transaction
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from indicators import paper, reasons, spreadsheets
from indicators.as_json import report_data, written
from indicators.catalogue import BY_KEY, PEOPLE, offered
from indicators.members import members
from indicators.queries import compute
from indicators.reports import ProgressReport
from projects import pdf
from projects.models import IndicatorList, ProgrammingPeriod

from ..factories import ProjectFactory, ProjectIndicatorFactory
from .drawn_people import END, START, groups_of, people, recorded
from .paper_text import text_of
from .plain import RULES, counted

pytestmark = pytest.mark.django_db(transaction=False)
LISTS = {
    "sl2014": (ProgrammingPeriod.ESF_2014, [IndicatorList.ESF_2014, IndicatorList.ESF_2014_BEFORE_2018]),
    "smefs": (ProgrammingPeriod.ESF_PLUS_2021, [IndicatorList.ESF_PLUS_2021]),
}
# Each row: a breakdown of the participants into parts that exclude each other and leave nobody out.
WHOLES = {
    "sl2014": [("people", ["CO01", "CO03", "CO05"])],
    "smefs": [("EECO01", ["EECO02", "EECO04", "EECO05"]), ("EECO01", ["EECO09", "EECO10", "EECO11"])],
}
# Parts that exclude each other and do leave people out.
APART = {
    "sl2014": [["CO06", "CO07"], ["CO09", "CO10", "CO11"], ["CO02", "CO03", "CO05"]],
    "smefs": [["EECO06", "EECO07", "EECO08"]],
}
INSIDE = {
    "sl2014": [("CO02", "CO01"), ("CO04", "CO03"), ("CO08", "CO07"), ("CO13", "CO12"), ("CR05", "CR05_2013")],
    "smefs": [("EECO03", "EECO02")],
}
EXAMPLES = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


@contextmanager
def project_with(form, crowd):
    """A project with these people, gone afterwards."""
    with transaction.atomic():
        project = ProjectFactory(period=LISTS[form][0], starts_on=START, ends_on=END)
        groups = groups_of(project)
        yield project, [recorded(project, groups, person) for person in crowd]
        transaction.set_rollback(True)


def definitions_of(form):
    """Every indicator of the list that counts people."""
    listed = [PEOPLE, *(definition for name in LISTS[form][1] for definition in offered(name))]
    return list({definition.key: definition for definition in listed if definition.counts_people}.values())


def values(project, form, day, since=None):
    found = compute([project], definitions_of(form), day, since)[project.pk]
    return {key: found[key] for key in (d.key for d in definitions_of(form))}


def crowds(form):
    return st.lists(people(form), max_size=10)


days = st.dates(START, date(2025, 3, 1))


def test_the_plain_rules_cover_every_indicator_that_counts_people():
    assert {key for key, definition in BY_KEY.items() if definition.counts_people} == set(RULES)


@pytest.mark.parametrize("form", LISTS)
def test_whoever_the_people_are_every_figure_agrees_with_every_other(form):
    """One project of random people, held against everything at once: making the rows costs more than asking."""

    @EXAMPLES
    @given(crowds(form), days, days)
    def holds(crowd, day, other_day):
        with project_with(form, crowd) as (project, _rows):
            found = values(project, form, day)
            the_same_as_in_plain_python(crowd, found, day)
            parts_make_the_whole(form, found)
            as_many_as_there_are_members(project, form, found, day)
            periods_add_up(project, form, found, day, other_day)

    holds()


def the_same_as_in_plain_python(crowd, found, day):
    for key, one in found.items():
        assert (one.value.women, one.value.men) == counted(crowd, key, day), (key, day)


def parts_make_the_whole(form, found):
    figures = {key: one.value for key, one in found.items()}
    for whole, parts in WHOLES[form]:
        for part in ("women", "men", "total"):
            assert sum(getattr(figures[key], part) for key in parts) == getattr(figures[whole], part)
    for parts in APART[form]:
        assert sum(figures[key].total for key in parts) <= figures["people"].total
    for part, whole in INSIDE[form]:
        assert figures[part].total <= figures[whole].total
    assert all(figure.women + figure.men == figure.total <= figures["people"].total for figure in figures.values())


def as_many_as_there_are_members(project, form, found, day):
    """The people behind a figure are those without a failing word, and as many as the figure says."""
    listed = members(project, definitions_of(form), day)
    for definition in definitions_of(form):
        rows = reasons.with_reasons(project.participations.order_by("pk"), definition, day)
        places = range(len(definition.words))
        without_failing = {row.pk for row in rows if all(getattr(row, f"w{place}") for place in places)}
        assert set(listed[definition.key]) == without_failing
        assert found[definition.key].value.total == len(without_failing)


def periods_add_up(project, form, found, day, other_day):
    """What came by the other day and what came after it is what there is; where the other day is later, nothing came back."""
    if other_day >= day:
        return
    earlier = values(project, form, other_day)
    later = values(project, form, day, date.fromordinal(other_day.toordinal() + 1))
    for key, one in later.items():
        assert one.value == found[key].value
        assert earlier[key].value.total + one.period.total == one.value.total, key


PROMISED = {"sl2014": ["CO01", "at_risk", "CR03"], "smefs": ["EECO01", "EECO09", "EECR04"]}
FEW = settings(EXAMPLES, max_examples=4)


@pytest.mark.parametrize("form", LISTS)
def test_the_dashboard_the_paper_the_workbook_and_the_json_say_the_same(form, operator, client_of):
    client = client_of(operator)

    @FEW
    @given(crowds(form), days)
    def holds(crowd, day):
        with project_with(form, crowd) as (project, _rows):
            for key in PROMISED[form]:
                ProjectIndicatorFactory(project=project, definition=key, kind=BY_KEY[key].kind, name="", total=7)
            report = ProgressReport.build(project, day, START)
            told = {row["name"]: row for row in json.loads(written(report_data(report)))["indicators"]}
            on_the_dashboard(client, project, day, told)
            in_the_workbook(report, told)
            on_the_paper(report, told)

    holds()


def on_the_dashboard(client, project, day, told):
    """Every figure is a link to its people; the words of the link are the figure."""
    page = client.get(reverse("indicators:dashboard", args=[project.slug]), {"on": day.isoformat()}).text
    for row in map(BY_KEY.get, PROMISED[project.scope]):
        path = re.escape(reverse("indicators:why", args=[project.slug, row.key]))
        for part, sex in (("women", "&amp;sex=K"), ("men", "&amp;sex=M"), ("total", "")):
            found = re.search(rf'{path}\?on={day}{sex}">(\d+)<', page)
            assert int(found[1]) == told[str(row.name)]["value"][part], (row.key, part)


def in_the_workbook(report, told):
    book = load_workbook(BytesIO(spreadsheets.xlsx(report)))
    cells = [[cell.value for cell in row] for sheet in book for row in sheet.iter_rows()]
    for name, row in told.items():
        figures = [row[group][part] for group in ("period", "value") for part in ("women", "men", "total")]
        first = 7 if row["target"]["total"] else 4
        assert [found[first : first + 6] for found in cells if found[1] == name] == [figures], name


def on_the_paper(report, told):
    text = text_of(pdf.render(paper.TEMPLATE, paper.context_of(report)))
    for row in told.values():
        figures = [row[group][part] for group in ("period", "value") for part in ("women", "men", "total")]
        share = [f"{row['percent']:.2f}".replace(".", ",")] if row["percent"] is not None else []
        assert " ".join(["–" if figure is None else str(figure) for figure in figures] + share) in text
