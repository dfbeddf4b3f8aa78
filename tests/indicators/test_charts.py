"""Charts: what they draw is what is counted, words in them are escaped, and paper shows the same as the screen."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from pypdf import PdfReader

from indicators.catalogue import BY_KEY
from indicators.charts import charts_of, drawing
from indicators.charts.drawing import Chart, Drawing, round_step, wrapped
from indicators.charts.growth import cumulative, growth
from indicators.charts.people import BANDS, People
from indicators.queries import compute
from indicators.reports import ProgressReport

from ..factories import (
    OutcomeFactory,
    ParticipationFactory,
    ProjectFactory,
    ProjectIndicatorFactory,
    TargetCorrectionFactory,
)
from .paper_text import text_of

ON = date(2024, 6, 30)
LEFT = {"left_on": date(2024, 5, 20), "exit_reason": "completed"}
SVG = "{http://www.w3.org/2000/svg}"


def charts_by_key(project, on=ON):
    return {chart.key: chart for chart in charts_of(ProgressReport.build(project, on))}


def shapes(markup, tag):
    return ElementTree.fromstring(markup).findall(f".//{SVG}{tag}")


def cells(chart):
    """The words of a chart's table by the head of the row."""
    return {head: [str(cell.value) for cell in row] for head, row in chart.table}


@pytest.mark.django_db
def test_every_month_of_the_chart_is_what_the_engine_counts_on_that_day(busy):
    for key in ("people", "qualified_or_competent"):
        for month in cumulative(busy, BY_KEY[key], ON):
            value = compute([busy], [BY_KEY[key]], month.on)[busy.pk][key].value
            assert (month.women, month.men) == (value.women, value.men)


@pytest.mark.django_db
def test_the_months_are_counted_in_one_statement(busy):
    cumulative(busy, BY_KEY["people"], ON)
    with CaptureQueriesContext(connection) as queries:
        months = cumulative(busy, BY_KEY["people"], ON)
    assert (len(months), len(queries)) == (6, 1)


@pytest.mark.django_db
def test_the_target_steps_where_an_annex_changed_it(project):
    ParticipationFactory(project=project, entered_on=date(2024, 2, 5))
    indicator = ProjectIndicatorFactory(project=project, definition="people", women=None, men=None, total=5)
    TargetCorrectionFactory(indicator=indicator, holds_from=date(2024, 4, 10), women=None, men=None, total=8)
    row = next(row for row in ProgressReport.build(project, ON).rows if row.definition.key == "people")
    months = cumulative(project, row.definition, ON, row.indicator)
    assert [month.target for month in months] == [5, 5, 5, 8, 8, 8]
    drawn = growth(project, row.definition, ON, row.indicator).wide
    assert len([path for path in shapes(drawn, "path") if path.get("stroke-dasharray")]) == 1
    assert {"cel 5", "cel 8"} <= {text.text for text in shapes(drawn, "text")}


@pytest.mark.django_db
def test_results_that_come_after_the_last_day_of_the_project_are_on_the_chart():
    last = date(2024, 12, 31)
    project = ProjectFactory(ends_on=last)
    participation = ParticipationFactory(project=project, left_on=last, exit_reason="completed")
    OutcomeFactory(participation=participation, kind="qualification", is_validated=True, obtained_on=date(2025, 1, 9))
    assert cumulative(project, BY_KEY["CR03"], date(2025, 1, 31))[-1].total == 1
    assert cumulative(project, BY_KEY["CR03"], last) == []


@pytest.mark.django_db
def test_ages_and_statuses_hold_everybody_once(busy):
    people = People(busy, ON)
    report = ProgressReport.build(busy, ON)
    assert people.total == report.people.value.total
    assert sum(people.number(band=place) for place in range(len(BANDS))) == people.total
    table = cells(charts_by_key(busy)["statuses"])
    assert table["ogółem"][-1] == "3"
    assert sum(map(int, table["ogółem"][:-1])) == 3


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kinds", "after"),
    [
        (["employment", "education", "job_search"], "pracują"),
        (["education", "job_search"], "uczą się"),
        (["job_search"], "szukają pracy"),
        (["competence"], "bez dowodu zmiany"),
        ([], "bez dowodu zmiany"),
    ],
)
def test_a_leaver_stands_once_by_the_first_that_is_proved(project, kinds, after):
    participation = ParticipationFactory(project=project, entered_on=date(2024, 2, 5), **LEFT)
    for kind in kinds:
        OutcomeFactory(participation=participation, kind=kind, obtained_on=date(2024, 5, 25))
    chart = charts_by_key(project)["statuses"]
    assert dict(zip(chart.head[1:], cells(chart)["bezrobotne"], strict=True)) == {
        name: "1" if name in (after, "Ogółem") else "0" for name in chart.head[1:]
    }


@pytest.mark.django_db
def test_an_empty_project_has_nothing_to_draw(project):
    assert charts_by_key(project) == {}


@pytest.mark.django_db
def test_each_chart_has_its_sentence_its_table_and_three_widths(busy):
    charts = charts_by_key(busy)
    assert {"growth-people", "women-men", "pyramid", "statuses", "effectiveness"} <= set(charts)
    for chart in charts.values():
        assert chart.sentence.endswith(".")
        assert {len(row) for row in chart.rows} == {len(chart.head)}
        for size, markup in (("l", chart.wide), ("m", chart.half), ("s", chart.narrow)):
            root = ElementTree.fromstring(markup)
            _x, _y, width, height = map(float, root.get("viewBox").split())
            assert (root.get("class"), width) == (f"chart chart-{size}", drawing.WIDTHS[size])
            assert root.get("aria-hidden") == "true"
            for rect in shapes(markup, "rect"):
                assert float(rect.get("x")) >= 0
                assert float(rect.get("x")) + float(rect.get("width")) <= width + 0.5
                assert float(rect.get("y")) + float(rect.get("height")) <= height


def test_words_in_a_drawing_are_escaped():
    page = Drawing("l", 10)
    page.text(0, 0, '<script>alert("x")</script> & spółka')
    assert "<script" not in page.markup
    assert ElementTree.fromstring(page.markup)[0].text == '<script>alert("x")</script> & spółka'


def test_only_the_drawing_hands_out_markup_of_its_own():
    root = Path(settings.BASE_DIR)
    found = [path for app in settings.INSTALLED_APPS if (root / app).is_dir() for path in (root / app).rglob("*.py")]
    assert [path.name for path in found if "__html__" in path.read_text(encoding="utf-8")] == ["drawing.py"]


def test_the_inks_are_the_colours_of_the_stylesheet():
    tokens = Path(settings.BASE_DIR, "static/css/tokens.css").read_text(encoding="utf-8")
    inks = [drawing.INK, drawing.INK_3, drawing.ACCENT, drawing.SOFT, drawing.RULE, drawing.TRACK, drawing.RISK]
    assert not [ink for ink in inks if ink not in tokens]


def test_long_words_break_into_lines_that_fit():
    lines = wrapped("Liczba osób zagrożonych ubóstwem lub wykluczeniem społecznym objętych wsparciem", 200)
    assert " ".join(lines).startswith("Liczba osób zagrożonych")
    assert all(len(line) * drawing.LETTER <= 200 for line in lines)


@pytest.mark.parametrize("top", [1, 2, 3, 4, 5, 7, 93, 100, 1000, 1346, 99999])
def test_a_grid_has_at_most_four_steps_of_a_round_length(top):
    step = round_step(top)
    assert top <= 4 * step
    assert re.fullmatch(r"(1|2|5|25)0*", str(step))


@pytest.mark.django_db
def test_numbers_of_the_tables_are_doors_on_the_screen(busy, operator, client_of):
    page = client_of(operator).get(reverse("indicators:charts", args=[busy.slug]), {"on": "2024-06-30"})
    content = page.content.decode()
    assert f"{reverse('indicators:why', args=[busy.slug, 'people'])}?on=2024-03-31&amp;sex=K" in content
    assert content.count('<svg xmlns="http://www.w3.org/2000/svg"') == 2 * len(charts_by_key(busy))


@pytest.mark.django_db
def test_paper_shows_the_same_charts_with_their_tables(busy, operator, client_of):
    client = client_of(operator)
    answer = client.get(reverse("indicators:charts_pdf", args=[busy.slug]), {"on": "2024-06-30"})
    words = text_of(answer.content)
    for chart in charts_by_key(busy).values():
        assert chart.title.split()[0] in words
    assert len(PdfReader(BytesIO(answer.content)).pages) >= 2


@pytest.mark.django_db
def test_the_page_of_charts_asks_little_of_the_database(busy, operator, client_of):
    client = client_of(operator)
    address = reverse("indicators:charts", args=[busy.slug])
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    growths = sum(key.startswith("growth") for key in charts_by_key(busy))
    assert len(queries) <= 11 + growths


def test_a_long_table_keeps_chosen_rows_on_paper():
    chart = Chart("k", "t", "z.", ["a", "b"], [["1", "x"], ["2", "y"], ["3", "z"]], draw=None, on_paper=[0, 2])
    assert [head for head, _cells in chart.paper_table] == ["1", "3"]
    assert [head for head, _cells in chart.table] == ["1", "2", "3"]
