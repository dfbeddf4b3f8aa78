"""The target of a day: tables of examples of the agreement, its annexes, per cent of the participants, "at least"."""

import json
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from indicators import as_json, as_text, paper, spreadsheets
from indicators.models import ProjectIndicator, TargetCorrection
from indicators.queries import Counted, Figure
from indicators.reports import ProgressReport, Row
from indicators.targets import Target, needed, target_on
from projects import pdf

from ..factories import ParticipationFactory, ProjectIndicatorFactory, TargetCorrectionFactory
from .paper_text import text_of

FIRST, SECOND = date(2024, 3, 1), date(2024, 7, 1)
ON = date(2024, 9, 30)


@pytest.fixture
def promised(project):
    """Fifty people in the agreement, 56 by the first annex, 60 with at least 30 women by the second."""
    row = ProjectIndicatorFactory(project=project, definition="people", total=50)
    TargetCorrectionFactory(indicator=row, annex="aneks nr 1", holds_from=FIRST, total=56)
    TargetCorrectionFactory(indicator=row, annex="aneks nr 2", holds_from=SECOND, women=30, total=60, is_at_least=True)
    return row


def plain(text):
    """The text with every space that may not break as a plain one."""
    return text.replace("\xa0", " ").replace("&nbsp;", " ")


def row_on(project, day):
    return ProgressReport.build(project, day).rows[0]


# --- which target held


@pytest.mark.parametrize(
    ("day", "women", "total", "holds_from", "annex", "note"),
    [
        ("2024-01-01", None, 50, None, "", ""),
        ("2024-02-29", None, 50, None, "", ""),
        ("2024-03-01", None, 56, FIRST, "aneks nr 1", "od 01.03.2024, aneks nr 1; przedtem 50"),
        ("2024-06-30", None, 56, FIRST, "aneks nr 1", "od 01.03.2024, aneks nr 1; przedtem 50"),
        ("2024-07-01", 30, 60, SECOND, "aneks nr 2", "od 01.07.2024, aneks nr 2; przedtem 56"),
        ("2026-12-31", 30, 60, SECOND, "aneks nr 2", "od 01.07.2024, aneks nr 2; przedtem 56"),
    ],
)
def test_a_report_takes_the_target_that_held_on_its_day(day, women, total, holds_from, annex, note, promised, project):
    target = row_on(project, date.fromisoformat(day)).target
    assert (target.women, target.total, target.holds_from, target.annex, target.note) == (
        women,
        total,
        holds_from,
        annex,
        note,
    )


def test_annexes_written_down_in_another_order_change_nothing(project):
    row = ProjectIndicatorFactory(project=project, definition="people", total=50)
    for day, total in ((SECOND, 60), (FIRST, 56)):
        TargetCorrectionFactory(indicator=row, holds_from=day, total=total)
    assert [row_on(project, day).target.total for day in (FIRST, SECOND)] == [56, 60]


def test_a_target_that_an_annex_takes_away_is_no_target(promised, project):
    TargetCorrectionFactory(indicator=promised, annex="aneks nr 3", holds_from=ON, total=None)
    row = row_on(project, ON)
    assert not row.has_target
    assert row.percent is None
    assert plain(row.target.note) == "od 30.09.2024, aneks nr 3; przedtem 60, w tym co najmniej 30 kobiet"
    assert row_on(project, ON - timedelta(days=1)).has_target


def test_a_target_given_only_by_an_annex_is_none_before(project):
    row = ProjectIndicatorFactory(project=project, definition="people", total=None)
    TargetCorrectionFactory(indicator=row, annex="aneks nr 1", holds_from=FIRST, total=5)
    assert row_on(project, FIRST).target.note == "od 01.03.2024, aneks nr 1; przedtem bez celu"
    assert not row_on(project, date(2024, 2, 29)).has_target
    assert [r.target.total for r in ProgressReport.promised_by(project, FIRST)] == [5]
    assert ProgressReport.promised_by(project, date(2024, 2, 29)) == []


days = st.dates(date(2020, 1, 1), date(2026, 12, 31))


@given(st.dictionaries(days, st.integers(0, 500), max_size=6), st.integers(0, 500), days)
def test_the_newest_change_that_holds_by_the_day_wins(changes, agreed, day):
    indicator = ProjectIndicator(total=agreed)
    indicator.found_changes = [
        {
            "id": number,
            "annex": f"aneks nr {number}",
            "holds_from": since.isoformat(),
            "women": None,
            "men": None,
            "total": total,
            "percent": None,
            "is_at_least": False,
        }
        for number, (since, total) in enumerate(changes.items(), start=1)
    ]
    target = target_on(indicator, day)
    held = [since for since in changes if since <= day]
    assert target.total == (changes[max(held)] if held else agreed)
    assert target.holds_from == (max(held) if held else None)


@pytest.mark.django_db
def test_all_changes_come_in_the_statement_of_the_indicators(promised, project, django_assert_num_queries):
    TargetCorrectionFactory(indicator=promised, holds_from=ON, total=None, percent=Decimal("33.30"))
    with django_assert_num_queries(1):
        changes = [change for indicator in project.indicators.with_changes() for change in indicator.changes]
    assert [change.holds_from for change in changes] == [ON, SECOND, FIRST]
    assert changes[0].percent == Decimal("33.30")
    assert changes == list(promised.corrections.order_by("-holds_from"))


# --- per cent of the participants


@pytest.mark.parametrize(
    ("percent", "base", "people"),
    [
        ("20", 93, 19),
        ("20", 95, 19),
        ("20", 96, 20),
        ("20", 17, 4),
        ("20", 1, 1),
        ("20", 0, 0),
        ("33.33", 3, 1),
        ("33.34", 3, 2),
        ("100", 7, 7),
        ("0.01", 10000, 1),
        ("0.01", 10001, 2),
    ],
)
def test_the_people_needed_for_a_per_cent_are_rounded_up(percent, base, people):
    assert needed(Decimal(percent), base) == people


@given(st.decimals("0.01", "100", places=2), st.integers(0, 10**6))
def test_so_many_people_are_enough_and_one_less_is_not(percent, base):
    people = needed(percent, base)
    assert people * 100 >= percent * base
    assert not people or (people - 1) * 100 < percent * base


@pytest.mark.parametrize(
    ("value", "base", "percent", "degree", "is_reached", "short_of"),
    [
        (4, 20, "20", "100.00", True, 0),
        (4, 17, "20", "117.65", True, 0),
        (3, 17, "20", "88.24", False, 1),
        (0, 17, "20", "0.00", False, 4),
        (0, 0, "20", None, False, 0),
        (1, 3, "33.33", "100.01", True, 0),
    ],
)
def test_the_degree_is_the_achieved_per_cent_by_the_promised_one(value, base, percent, degree, is_reached, short_of):
    indicator = ProjectIndicator(percent=Decimal(percent))
    indicator.found_changes = []
    row = Row(None, Counted(Figure.of_people(value, 0)), target_on(indicator, ON, base), Decimal(0))
    assert (row.percent, row.is_reached, row.short_of) == (degree and Decimal(degree), is_reached, short_of)


@pytest.fixture
def share(project):
    """At least a fifth of the participants must be women from the country: two of six are."""
    ProjectIndicatorFactory(
        project=project,
        name="Kobiety ze wsi",
        words=["complete", "entered", "woman", "rural"],
        total=None,
        percent=Decimal("40"),
        is_at_least=True,
    )
    ParticipationFactory.create_batch(2, project=project, entered_on=date(2024, 2, 5), degurba="3")
    ParticipationFactory.create_batch(3, project=project, entered_on=date(2024, 2, 5))
    ParticipationFactory(project=project, entered_on=date(2024, 8, 5))
    ParticipationFactory(project=project, draft=True)
    return project


@pytest.mark.parametrize(
    ("day", "base", "people", "degree"), [("2024-02-29", 5, 2, "100.00"), ("2024-09-30", 6, 3, "83.33")]
)
def test_a_target_in_per_cent_is_of_those_who_count_on_that_day(day, base, people, degree, share):
    row = row_on(share, date.fromisoformat(day))
    assert (row.target.base, row.target.total, row.percent) == (base, people, Decimal(degree))
    assert row.target.note == f"co najmniej 40,00% uczestników, na ten dzień {people} z {base}"


def test_a_part_alone_counts_its_whole_along(share):
    row = ProgressReport.promised_by(share, ON)[0]
    assert (row.target.total, row.target.base) == (3, 6)
    assert ProgressReport.row_of(share, row.definition, row.indicator, ON).target == row.target
    assert ProgressReport.target_of(share, row.indicator, ON) == row.target


def test_a_target_may_change_from_people_to_per_cent(promised, project):
    ParticipationFactory.create_batch(3, project=project, entered_on=date(2024, 2, 5))
    TargetCorrectionFactory(indicator=promised, annex="aneks 3", holds_from=ON, total=None, percent=Decimal("50"))
    target = row_on(project, ON).target
    assert (target.total, target.percent) == (2, 50)
    assert plain(target.note) == (
        "50,00% uczestników, na ten dzień 2 z 3, od 30.09.2024, aneks 3; przedtem 60, w tym co najmniej 30 kobiet"
    )


# --- a row that nobody can count


def test_what_the_authority_has_not_told_yet_is_no_zero():
    row = Row(None, Counted(None), Target(total=5), Decimal(50))
    assert (row.value.women, row.value.men, row.value.total) == (None, None, None)
    assert (row.percent, row.is_reached, row.short_of, row.is_behind) == (None, False, 0, False)


# --- wherever a report is shown


def test_json_says_from_when_a_target_holds_and_by_which_annex(promised, project):
    target = as_json.report_data(ProgressReport.build(project, ON))["indicators"][0]["target"]
    assert target == {
        "women": 30,
        "men": None,
        "total": 60,
        "percent": None,
        "holds_from": "2024-07-01",
        "annex": "aneks nr 2",
    }


def test_json_has_the_per_cent_and_the_people_that_it_makes(share):
    text = as_json.written(as_json.report_data(ProgressReport.build(share, ON)))
    assert '"total": 3, "percent": 40.00, "holds_from": null, "annex": null' in text
    assert json.loads(text)["indicators"][0]["percent"] == 83.33


def test_another_annex_is_another_checksum(promised, project):
    before = as_json.checksum(ProgressReport.build(project, ON))
    promised.corrections.filter(holds_from=SECOND).update(annex="aneks nr 2a")
    assert as_json.checksum(ProgressReport.build(project, ON)) != before


def test_the_table_of_the_terminal_says_it_under_the_name(promised, project):
    lines = as_text.table(as_json.report_data(ProgressReport.build(project, ON))).splitlines()
    place = next(n for n, line in enumerate(lines) if "Liczba osób objętych wsparciem" in line)
    assert lines[place + 1].split("  ")[-1].strip() == "cel od 2024-07-01, aneks nr 2"


def test_the_table_of_the_terminal_says_a_per_cent(share):
    text = as_text.table(as_json.report_data(ProgressReport.build(share, ON)))
    assert "cel 40,00% uczestników" in plain(text)


def test_workbook_and_csv_have_the_origin_of_a_target_in_columns(promised, share):
    report = ProgressReport.build(share, ON)
    book = load_workbook(BytesIO(spreadsheets.xlsx(report)))["Wskaźniki"]
    rows = [[cell.value for cell in row][-3:] for row in book.iter_rows()]
    assert [None, SECOND.isoformat(), "aneks nr 2"] in [[row[0], row[1] and str(row[1])[:10], row[2]] for row in rows]
    assert [40, None, None] in rows
    csv = spreadsheets.csv_bytes(report).decode("utf-8-sig")
    assert ";;2024-07-01;aneks nr 2;" in csv
    assert ";40,00;;;" in csv


def test_paper_and_screen_say_it_under_the_name(promised, project, client_of, coordinator):
    printed = text_of(pdf.render(paper.TEMPLATE, paper.context_of(ProgressReport.build(project, ON))))
    screen = client_of(coordinator).get(reverse("indicators:reports", args=[project.slug]), {"on": "2024-09-30"}).text
    for shown in (printed, screen):
        assert "Cel od 01.07.2024, aneks nr 2; przedtem 56" in plain(shown)


@pytest.mark.parametrize("name", ["dashboard", "targets", "reports"])
def test_every_page_knows_targets_in_per_cent(name, share, client_of, coordinator):
    page = client_of(coordinator).get(reverse(f"indicators:{name}", args=[share.slug]))
    assert "co najmniej 40,00% uczestników" in plain(page.text)


def test_why_knows_a_target_in_per_cent(share, client_of, coordinator):
    key = f"own-{share.indicators.get().pk}"
    page = client_of(coordinator).get(reverse("indicators:why", args=[share.slug, key]), {"on": "2024-09-30"})
    assert "na ten dzień 3 z 6" in plain(page.text)


def test_the_portfolio_counts_targets_of_annexes_and_per_cents(promised, share, client_of, coordinator):
    report = client_of(coordinator).get(reverse("indicators:portfolio")).context["reports"][0]
    assert {row.target.annex: row.target.total is not None for row in report.with_target} == {
        "aneks nr 2": True,
        "": True,
    }


# --- rules of the database


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({"annex": ""}, "correction_names_its_annex"),
        ({"women": 5, "men": 5, "total": 9}, "correction_parts_fit"),
        ({"women": 5, "total": None}, "correction_parts_fit"),
        ({"percent": Decimal("20")}, "correction_number_or_percent"),
        ({"percent": Decimal("0"), "total": None}, "correction_percent_in_range"),
        ({"percent": Decimal("100.01"), "total": None}, "correction_percent_in_range"),
    ],
)
def test_the_database_refuses_a_change_without_sense(facts, rule, project):
    indicator = ProjectIndicatorFactory(project=project)
    with transaction.atomic(), pytest.raises(IntegrityError, match=rule):
        TargetCorrectionFactory(indicator=indicator, **facts)


def test_the_database_refuses_two_changes_from_one_day(promised):
    with transaction.atomic(), pytest.raises(IntegrityError, match="correction_once_a_day"):
        TargetCorrectionFactory(indicator=promised, holds_from=SECOND)
    assert TargetCorrection.objects.count() == 2


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({"percent": Decimal("20")}, "project_indicator_number_or_percent"),
        ({"percent": Decimal("-1"), "total": None}, "project_indicator_percent_in_range"),
        (
            {"percent": Decimal("20"), "total": None, "counts": "register", "register": "community", "words": []},
            "project_indicator_percent_of_people",
        ),
    ],
)
def test_the_database_refuses_a_per_cent_without_sense(facts, rule, project):
    with transaction.atomic(), pytest.raises(IntegrityError, match=rule):
        ProjectIndicatorFactory(project=project, **facts)
