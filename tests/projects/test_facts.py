"""Percentages that add up, the derived grant, opening hours, and the place in time."""

from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from projects.facts import about, desks, funding
from projects.models import FundingLine, Partner, Project
from projects.models.project import with_percentages

from ..factories import FundingLineFactory, OfficeFactory, OpeningHoursFactory, PartnerFactory, ProjectFactory

AMOUNTS = st.decimals(min_value="0.01", max_value="999999999999.99", places=2)


@given(st.lists(AMOUNTS, min_size=1, max_size=12))
def test_percentages_add_up_to_exactly_100_and_amounts_to_the_grosz(amounts):
    lines = with_percentages([FundingLine(amount=amount) for amount in amounts])
    assert sum(line.percent for line in lines) == 100
    project = Project()
    project.funding = lines
    assert project.total_value == sum(amounts)
    assert project.total_value.as_tuple().exponent == -2


@given(st.lists(AMOUNTS, min_size=1, max_size=12))
def test_a_percentage_is_off_by_less_than_a_hundredth(amounts):
    total = sum(amounts)
    for line in with_percentages([FundingLine(amount=amount) for amount in amounts]):
        assert abs(line.percent - line.amount * 100 / total) < Decimal("0.01")
        assert 0 <= line.percent <= 100


def project_with(**amounts):
    project = ProjectFactory()
    for source, amount in amounts.items():
        FundingLineFactory(project=project, source=source, amount=Decimal(amount))
    return project


@pytest.mark.parametrize(
    ("amounts", "percentages"),
    [
        ({"eu": "1766270.41", "state": "207796.52", "own": "103898.26"}, ["85.00", "10.00", "5.00"]),
        ({"eu": "1381671.51", "other": "243824.39"}, ["85.00", "15.00"]),
        ({"eu": "1427053.08", "own": "611594.18"}, ["70.00", "30.00"]),
        ({"eu": "50000.00"}, ["100.00"]),
        ({"eu": "1.00", "state": "1.00", "own": "1.00"}, ["33.34", "33.33", "33.33"]),
    ],
)
def test_percentages_of_real_projects(db, amounts, percentages):
    money = funding(project_with(**amounts))
    assert [line.percent for line in money.lines] == [Decimal(percent) for percent in percentages]
    assert money.percent == 100
    assert money.total == sum(map(Decimal, amounts.values()))


def test_the_grant_is_derived_where_there_are_both_sources_and_something_else(db):
    grant = funding(project_with(eu="1766270.41", state="207796.52", own="103898.26")).grant
    assert (grant.amount, grant.percent) == (Decimal("1974066.93"), Decimal("95.00"))


@pytest.mark.parametrize("sources", [["eu"], ["eu", "state"], ["eu", "own"], ["state", "own"]])
def test_the_grant_is_not_said_where_it_would_repeat_a_line_or_the_whole(db, sources):
    assert funding(project_with(**dict.fromkeys(sources, "100"))).grant is None


def test_lines_of_one_source_share_their_part_of_the_picture(db):
    project = project_with(eu="50", own="30")
    FundingLineFactory(project=project, source="own", name="wolontariat", amount=20)
    money = funding(project)
    assert money.parts == [50, 50]
    assert [line.place for line in money.lines] == [1, 2, 2]


def test_a_project_without_amounts_has_no_funding(db):
    assert funding(ProjectFactory()) is None
    assert ProjectFactory().total_value is None


# --- facts


def test_facts_follow_the_agreement_the_lead_first(db):
    project = ProjectFactory(goal="Cel.\n\nDrugi akapit.", description="Opis.", area="Sosnowiec")
    PartnerFactory(project=project, name="Fundacja Po Skrzydła w Sosnowcu", place="Sosnowiec")
    PartnerFactory(project=project, name="Miejski Ośrodek", place="Bytom", role=Partner.Role.REALISER)
    PartnerFactory(project=project, name="Sosnowiec – Miasto", role=Partner.Role.LEAD)
    told = about(project)
    assert told.paragraphs == ["Cel.", "Drugi akapit.", "Opis."]
    assert told.facts[:3] == [
        ("Beneficjent", "Sosnowiec – Miasto"),
        ("Realizator", "Miejski Ośrodek, Bytom"),
        ("Partner", "Fundacja Po Skrzydła w Sosnowcu"),
    ]
    assert ("Okres realizacji", "01.01.2024–31.12.2026") in told.facts


def test_a_remark_on_the_period_stands_beside_it(db):
    project = ProjectFactory(starts_on=date(2008, 5, 1), period_note="umowa podaje tylko miesiąc początku")
    assert ("Okres realizacji", "01.05.2008–31.12.2026 (umowa podaje tylko miesiąc początku)") in about(project).facts


# --- offices


def test_days_in_a_row_with_the_same_hours_are_told_together(db):
    office = OfficeFactory()
    closing = {1: time(17), 2: time(15, 30), 3: time(15, 30), 4: time(15, 30), 5: time(14), 7: time(14)}
    for weekday, closes in closing.items():
        OpeningHoursFactory(office=office, weekday=weekday, opens=time(7, 30), closes=closes)
    (desk,) = desks(office.project)
    assert desk.opening == [
        ("poniedziałek", "7.30–17.00"),
        ("wtorek–czwartek", "7.30–15.30"),
        ("piątek", "7.30–14.00"),
        ("niedziela", "7.30–14.00"),
    ]


def test_a_break_makes_two_intervals_of_one_day(db):
    office = OfficeFactory(phones="507-726-335, 32 388-67-43")
    OpeningHoursFactory(office=office, opens=time(13), closes=time(16))
    OpeningHoursFactory(office=office, opens=time(8), closes=time(12))
    (desk,) = desks(office.project)
    assert desk.opening == [("poniedziałek", "8.00–12.00, 13.00–16.00")]
    assert desk.phones == [("507-726-335", "507726335"), ("32 388-67-43", "323886743")]


# --- the place in time


@pytest.mark.parametrize(
    ("starts", "ends", "on", "elapsed"),
    [
        ("2020-07-30", "2022-12-31", "2022-09-30", "89.60"),
        ("2020-07-30", "2022-12-31", "2020-07-29", "0.00"),
        ("2020-07-30", "2022-12-31", "2020-07-30", "0.11"),
        ("2020-07-30", "2022-12-31", "2022-12-31", "100.00"),
        ("2020-07-30", "2022-12-31", "2026-01-01", "100.00"),
        ("2024-01-01", "2024-01-01", "2023-12-31", "0.00"),
        ("2024-01-01", "2024-01-01", "2024-01-01", "100.00"),
        ("2024-01-01", "2024-12-31", "2024-07-01", "50.00"),
        ("2024-02-28", "2024-03-01", "2024-02-29", "66.67"),
    ],
)
def test_time_elapsed_counts_both_ends(starts, ends, on, elapsed):
    project = Project(starts_on=date.fromisoformat(starts), ends_on=date.fromisoformat(ends))
    assert str(project.time_elapsed(date.fromisoformat(on))) == elapsed
