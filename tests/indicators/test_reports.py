"""The report: one object, the same figures on the screen, on paper, in a workbook, in CSV and in JSON."""

import csv
import json
import re
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO

import pytest
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from accounts.models import AccessLog
from indicators import as_json, paper, spreadsheets
from indicators.definitions import percent_of
from indicators.effectiveness import Effectiveness
from indicators.forms import PeriodForm, quarters
from indicators.models import EffectivenessThreshold
from indicators.reports import ProgressReport
from projects import pdf

from ..factories import ProjectFactory, ProjectIndicatorFactory
from .conftest import PERIOD
from .paper_text import text_of

QUARTER = {"since": "2024-04-01", "on": "2024-06-30"}
PARTS = ("women", "men", "total")


def figures(data):
    """Target, period, value and per cent of every indicator, as the report's data have them."""
    return [
        [
            *(row[group] and row[group][part] for group in ("target", "period", "value") for part in PARTS),
            row["percent"],
        ]
        for row in data["indicators"]
    ]


# --- the figures themselves


def test_the_report_of_a_quarter_by_hand(report):
    data = as_json.report_data(report)
    assert {key: data[key] for key in ("project", "on", "since")} == {"project": "pelny", **QUARTER}
    assert figures(data)[:5] == [
        [5, 3, 8, 1, 0, 1, 4, 2, 6, Decimal("75.00")],
        [4, None, 9, 0, 0, 0, 3, 0, 3, Decimal("33.33")],
        [None, None, None, 1, 0, 1, 1, 0, 1, None],
        [None, None, 4, None, None, 1, None, None, 3, Decimal("75.00")],
        [None, None, 3, 2, 0, 2, 2, 0, 2, Decimal("66.67")],
    ]
    assert data["effectiveness"] == [
        measure("social", 1, 3, Decimal("33.33"), Decimal("34.00"), False, degree=Decimal("98.04"), needed=1),
        measure("employment", 0, 0, None, Decimal("25.00"), None, degree=None, needed=0),
    ]


def measure(name, numerator, denominator, percent, threshold, met, **more):
    """``more``: what a measure tells besides since it also says who is awaited, who is left out, and how many are missing."""
    return {
        "measure": name,
        "group": "all",
        "numerator": numerator,
        "denominator": denominator,
        "percent": percent,
        "threshold": threshold,
        "met": met,
        "pending": 0,
        "excluded": 0,
        **more,
        "name": {"social": "efektywność społeczna", "employment": "efektywność zatrudnieniowa"}[name]
        + ", wszystkie osoby",
    }


def test_own_rows_come_first_and_common_ones_follow_without_a_target(report):
    rows = as_json.report_data(report)["indicators"]
    assert [row["code"] for row in rows[:7]] == [None, None, "CO16", None, None, "CO01", "CO02"]
    assert {tuple(row["target"].values()) for row in rows[5:]} == {(None,) * 6}
    assert "CO16" not in [row["code"] for row in rows[5:]], "an indicator stands in a report once"


def test_without_a_period_the_period_is_null(busy):
    data = as_json.report_data(ProgressReport.build(busy, PERIOD.on))
    assert data["since"] is None
    assert {row["period"] for row in data["indicators"]} == {None}


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(93, 93, "100.00"), (8, 7, "114.29"), (1, 3, "33.33"), (2, 3, "66.67"), (0, 5, "0.00"), (1, 800, "0.13")],
)
def test_per_cent_has_two_places_rounds_halves_up_and_has_no_cap(part, whole, percent):
    assert str(percent_of(part, whole)) == percent


@pytest.mark.parametrize("whole", [0, None])
def test_nothing_of_nothing_has_no_per_cent(whole):
    assert percent_of(3, whole) is None


@given(st.integers(0, 10**6), st.integers(1, 10**6))
def test_per_cent_is_the_nearest_hundredth(part, whole):
    assert abs(percent_of(part, whole) * whole - part * 100) * 200 <= whole


def test_a_threshold_is_compared_exactly_and_not_after_rounding():
    threshold = EffectivenessThreshold(percent=Decimal("34"))
    almost = Effectiveness(threshold, 67999, 200000)
    assert almost.percent == Decimal("34.00")
    assert almost.is_met is False
    assert Effectiveness(threshold, 34, 100).is_met is True


# --- JSON and its sum


def test_a_percentage_is_written_as_a_number_with_two_places(report):
    text = as_json.written(as_json.report_data(report))
    assert '"percent": 75.00' in text
    assert json.loads(text)["indicators"][0]["percent"] == 75
    assert json.loads(text)["effectiveness"][0]["threshold"] == 34


def test_a_name_that_looks_like_a_marked_number_stays_a_name(project):
    ProjectIndicatorFactory(project=project, name='liczba "u000012" \\u000034.00')
    data = as_json.report_data(ProgressReport.build(project, PERIOD.on))
    assert json.loads(as_json.written(data))["indicators"][0]["name"] == 'liczba "u000012" \\u000034.00'


def test_the_sum_follows_the_figures(busy, report):
    again = ProgressReport.build(busy, PERIOD.on, PERIOD.since)
    assert as_json.checksum(report) == as_json.checksum(again)
    assert re.fullmatch("[0-9a-f]{64}", as_json.checksum(report))
    busy.register_entries.filter(evidence="").update(evidence="protokół")
    assert as_json.checksum(report) != as_json.checksum(ProgressReport.build(busy, PERIOD.on, PERIOD.since))


# --- the same figures everywhere


def sheet_rows(book, name):
    """The rows under the head of a sheet."""
    rows = [[cell.value for cell in row] for row in book[name].iter_rows()]
    top = next(n for n, row in enumerate(rows) if row[0] == ("Miara" if name == "Efektywność" else "Kod"))
    return rows[top + 1 :]


def test_the_workbook_has_the_figures_of_the_report(report):
    data = as_json.report_data(report)
    book = load_workbook(BytesIO(spreadsheets.xlsx(report)))
    assert book.sheetnames == ["Wskaźniki", "Wspólne", "Efektywność"]
    count = len(report.rows)
    origin = [[row["target"][key] for key in ("percent", "holds_from", "annex")] for row in data["indicators"]]
    shares = [shares_of(row) for row in data["indicators"]]
    expected = [
        as_floats([*row, *share, *more]) for row, share, more in zip(figures(data), shares, origin, strict=True)
    ]
    assert [row[4:] for row in sheet_rows(book, "Wskaźniki")] == expected[:count]
    assert [row[4:] for row in sheet_rows(book, "Wspólne")] == [row[3:-1] for row in figures(data)[count:]]
    assert [row[2:6] for row in sheet_rows(book, "Efektywność")] == [
        as_floats([m["numerator"], m["denominator"], m["percent"], m["threshold"]]) for m in data["effectiveness"]
    ]
    assert [[row[7], row[8], row[11], row[14], row[17], row[20]] for row in sheet_rows(book, "Efektywność")] == [
        as_floats([m[name] for name in ("degree", "needed", "numerator", "denominator", "pending", "excluded")])
        for m in data["effectiveness"]
    ]


def shares_of(row):
    """The degree of achievement of women and of men, each where the agreement promised so many of them."""
    pairs = [(row["value"][part], row["target"][part]) for part in ("women", "men")]
    return [None if promised is None else percent_of(achieved, promised) for achieved, promised in pairs]


def as_floats(row):
    return [float(value) if isinstance(value, Decimal) else value for value in row]


def test_the_workbook_says_whose_and_when(report):
    sheet = load_workbook(BytesIO(spreadsheets.xlsx(report)))["Wskaźniki"]
    facts = {sheet.cell(line, 1).value: sheet.cell(line, 2).value for line in range(1, 7)}
    assert "Pełny obraz – II edycja" in facts
    assert facts["Okres od"].date() == PERIOD.since
    assert facts["Stan na"].date() == PERIOD.on
    assert facts["SHA-256"] == as_json.checksum(report)
    assert "Dane przykładowe, osoby zmyślone." in facts


def test_the_workbook_is_made_to_be_printed_and_read(report):
    for sheet in load_workbook(BytesIO(spreadsheets.xlsx(report))):
        assert sheet.freeze_panes.startswith("C")
        assert sheet.print_title_rows
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.column_dimensions["B"].width > 30
    first = load_workbook(BytesIO(spreadsheets.xlsx(report)))["Wskaźniki"]
    formats = {cell.number_format for row in first.iter_rows() for cell in row if cell.value in (75, 4)}
    assert {'0.00"%"', '"≥ "0'} <= formats


def csv_rows(content):
    return list(csv.reader(StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_the_csv_has_the_figures_of_the_report(report):
    content = spreadsheets.csv_bytes(report)
    assert content.startswith(b"\xef\xbb\xbf")
    data = as_json.report_data(report)
    _head, *rows = csv_rows(content)
    count = len(data["indicators"])
    assert [row[7:17] for row in rows[:count]] == [in_csv(row) for row in figures(data)]
    # The columns of a target's origin stand between the per cent and the figures of a measure.
    told = ("percent", "numerator", "denominator", "threshold", "pending", "excluded", "degree", "needed")
    assert [row[17:19] for row in rows[:count]] == [in_csv(shares_of(row)) for row in data["indicators"]]
    assert [[row[16], *row[22:]] for row in rows[count:]] == [
        in_csv([measure[name] for name in told]) for measure in data["effectiveness"]
    ]


def in_csv(row):
    return ["" if value is None else str(value).replace(".", ",") for value in row]


def test_a_name_that_looks_like_a_formula_is_only_a_name(project):
    for name in ("=1+1", "+48 600", "@SUM(A1)", "-2"):
        ProjectIndicatorFactory(project=project, name=name)
    report = ProgressReport.build(project, PERIOD.on)
    assert [row[4] for row in csv_rows(spreadsheets.csv_bytes(report))[1:5]] == [
        "'=1+1",
        "'+48 600",
        "'@SUM(A1)",
        "'-2",
    ]
    sheet = load_workbook(BytesIO(spreadsheets.xlsx(report)))["Wskaźniki"]
    names = [cell for row in sheet.iter_rows(min_col=2, max_col=2) for cell in row if cell.value == "=1+1"]
    assert [cell.data_type for cell in names] == ["s"]


@pytest.mark.django_db
def test_a_control_character_in_a_title_breaks_no_workbook():
    report = ProgressReport.build(ProjectFactory(title="A\x0bB"), PERIOD.on)
    assert load_workbook(BytesIO(spreadsheets.xlsx(report)))["Wskaźniki"]["A1"].value == "AB"


def test_paper_has_the_figures_of_the_report(report):
    text = text_of(pdf.render(paper.TEMPLATE, paper.context_of(report)))
    for row in [*figures(as_json.report_data(report))[:5]]:
        assert " ".join(on_paper(row)) in text
    for row in figures(as_json.report_data(report))[5:]:
        assert " ".join(on_paper(row[3:-1])) in text
    for row in as_json.report_data(report)["indicators"][:5]:
        for part, share in zip("KM", shares_of(row), strict=True):
            assert share is None or f"{part} {on_paper([share])[0]}" in text
    told = ("threshold", "numerator", "denominator", "percent", "degree", "needed", "pending", "excluded")
    for measure in as_json.report_data(report)["effectiveness"]:
        met = {True: "tak", False: "nie", None: "–"}[measure["met"]]
        assert " ".join([*on_paper([measure[name] for name in told]), met]) in text


def on_paper(row):
    shown = ["–" if value is None else str(value).replace(".", ",") for value in row]
    return ["≥", *shown] if row[:3] == [4, None, 9] else shown


def test_the_screen_has_the_figures_of_the_report(report, busy, client_of, operator):
    page = client_of(operator).get(reverse("indicators:reports", args=["pelny"]), QUARTER)
    shown = [cells_of(line) for line in re.findall(r"<tr[^>]*>.*?</tr>", page.text, re.DOTALL) if "data-l" in line]
    rows = figures(as_json.report_data(report))
    assert shown[:5] == [on_paper(row) for row in rows[:5]]
    assert shown[5:] == [on_paper(row[3:-1]) for row in rows[5:]]


def cells_of(line):
    """What stands in the cells of a row under K, M and O, and its per cent."""
    line = re.sub(r"<small.*?</small>", "", line)  # the per cent of women and of men under that of all
    cells = re.findall(r"<span(?: data-l=\"[KMO]\")?>((?:(?!</td>).)*)</span></td>", line, re.DOTALL)
    return [word for cell in cells for word in re.sub(r"<[^>]+>", "", cell).replace("&nbsp;", " ").split()]


# --- the page


def test_the_page_shows_the_period_and_links_to_files_of_the_same_period(busy, client_of, operator):
    page = client_of(operator).get(
        reverse("indicators:reports", args=["pelny"]), {"since": "01.04.2024", "on": "30062024"}
    )
    assert "01.04.2024–30.06.2024" in page.text
    assert "plik.pdf?since=2024-04-01&amp;on=2024-06-30" in page.text


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"since": "2024-07-01", "on": "2024-06-30"}, "Okres zaczyna się po dniu sprawozdania."),
        ({"on": "31.02.2024"}, "To nie jest data."),
        ({"on": "2024-01-01' OR 1=1"}, "To nie jest data."),
        ({"since": "0001-01-01"}, "Sprawdź rok tej daty."),
    ],
)
def test_a_period_without_sense_is_refused_on_the_page_and_gives_no_file(asked, sentence, busy, client_of, operator):
    client = client_of(operator)
    page = client.get(reverse("indicators:reports", args=["pelny"]), asked)
    assert sentence in page.text
    assert "plik.pdf" not in page.text
    for name in ("report_pdf", "report_xlsx", "report_csv"):
        refused = client.get(reverse(f"indicators:{name}", args=["pelny"]), asked)
        assert refused.status_code == 302
        assert sentence in client.get(refused.url).text


def test_a_period_that_still_runs_is_said_to_run(client_of, operator):
    today = timezone.localdate()
    project = ProjectFactory(slug="trwa", starts_on=date(today.year, 1, 1), ends_on=date(today.year + 1, 12, 31))
    page = client_of(operator).get(
        reverse("indicators:reports", args=["trwa"]), {"since": f"{today.year}-01-01", "on": f"{today.year}-12-31"}
    )
    assert "Okres jeszcze trwa." in page.text
    assert quarters(project)[-1].is_running
    ended = ProgressReport.build(project, date(today.year, 1, 5), date(today.year, 1, 1))
    assert paper.is_running(ended) == (today <= date(today.year, 1, 5))


def test_quarters_are_cut_to_the_project_and_end_today():
    project = ProjectFactory.build(starts_on=date(2020, 7, 30), ends_on=date(2021, 2, 15))
    assert [(q.year, q.numeral, q.since, q.on) for q in quarters(project)] == [
        (2020, "III", date(2020, 7, 30), date(2020, 9, 30)),
        (2020, "IV", date(2020, 10, 1), date(2020, 12, 31)),
        (2021, "I", date(2021, 1, 1), date(2021, 2, 15)),
    ]


def test_without_a_day_the_report_stands_on_the_projects_own_day():
    project = ProjectFactory.build(starts_on=date(2020, 1, 1), ends_on=date(2021, 2, 15))
    form = PeriodForm({}, project)
    assert form.is_valid()
    assert form.cleaned_data == {"since": None, "on": date(2021, 2, 15)}


@pytest.mark.parametrize(
    ("name", "start", "kind"),
    [
        ("report_pdf", b"%PDF-", "application/pdf"),
        ("report_xlsx", b"PK", "spreadsheetml"),
        ("report_csv", b"\xef\xbb\xbf", "text/csv"),
    ],
)
def test_a_file_is_given_under_a_name_and_written_down(name, start, kind, busy, client_of, operator):
    answer = client_of(operator).get(reverse(f"indicators:{name}", args=["pelny"]), QUARTER)
    extension = name.removeprefix("report_")
    assert answer.content.startswith(start)
    assert kind in answer["Content-Type"]
    assert answer["Content-Disposition"] == f'attachment; filename="sprawozdanie-pelny-2024-06-30.{extension}"'
    log = AccessLog.objects.get()
    assert (log.act, log.project_slug, log.subject) == ("export", "pelny", f"sprawozdanie {extension}, 2024-06-30")


def test_the_page_asks_few_questions_whatever_the_project(busy, client_of, operator, django_assert_max_num_queries):
    client = client_of(operator)
    with django_assert_max_num_queries(12):
        client.get(reverse("indicators:reports", args=["pelny"]), QUARTER)


def test_an_empty_project_has_a_report_too(project, client_of, operator):
    page = client_of(operator).get(reverse("indicators:reports", args=[project.slug]))
    assert "Projekt nie ma jeszcze wskaźników z wartością docelową." in page.text
