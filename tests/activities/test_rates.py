"""How attendance is counted, and how hours are written."""

from datetime import time
from decimal import Decimal

import pytest

from activities.attendance import Rate, rates_of
from activities.hours import hours_between
from activities.templatetags.hours import clock, hours, hours_of
from activities.vocabulary import HourUnit

from ..factories import AttendanceFactory, SessionFactory
from .house import MARKS, make_group

# marks, hours, per cent, remark: the first seven rows are the people of the drawn page (look, 5-attendance).
TABLE = [
    ("......", 24, 100, ""),
    ("..x...", 20, 83, ""),
    (".u....", 20, 83, ""),
    (".x.x.x", 12, 50, "poniżej progu"),
    ("...u.u", 16, 67, "2 uspr."),
    (".....", 20, 100, ""),
    (".x.x.", 12, 60, "poniżej progu"),
    ("", 0, None, ""),
    ("x", 0, 0, "poniżej progu"),
    ("u", 0, 0, "1 uspr."),
    ("....x", 16, 80, ""),
    ("...x", 12, 75, "poniżej progu"),
    ("...xuuu", 12, 43, "3 uspr."),
]


@pytest.mark.parametrize(("marks", "spent", "percent", "remark"), TABLE)
def test_a_rate_counts_sessions_and_only_unexcused_absence_brings_it_under_the_threshold(marks, spent, percent, remark):
    rate = Rate()
    for mark in marks:
        rate = rate.plus(MARKS[mark], Decimal(4))
    assert (rate.hours, rate.percent, rate.remark) == (spent, percent, remark)


@pytest.mark.parametrize(
    ("present", "absent", "threshold", "percent", "is_below"),
    [
        (39, 10, 80, 79, True),
        (4, 1, 80, 80, False),
        (1, 1, 0, 50, False),
        (99, 1, 100, 99, True),
        (199, 1, 100, 99, True),
    ],
)
def test_rounding_never_lifts_a_rate_to_the_threshold(present, absent, threshold, percent, is_below):
    rate = Rate(present=present, absent=absent, threshold=threshold)
    assert (rate.percent, rate.is_below) == (percent, is_below)


def test_a_session_without_a_mark_leaves_the_rate_alone():
    rate = Rate(present=2, hours=Decimal(8))
    assert rate.plus("", Decimal(4)) == rate


def test_the_database_counts_as_the_rate_does(project):
    group = make_group(project, people=2, sessions=3)
    first, second = group.enrolments.order_by("pk")
    for session, status in zip(group.sessions.order_by("pk"), ["present", "absent", "excused"], strict=True):
        AttendanceFactory(session=session, enrolment=first, status=status)
    rates = rates_of([first, second], 50)
    assert rates[first.pk] == Rate(present=1, absent=1, excused=1, hours=Decimal(4), threshold=50)
    assert rates[second.pk] == Rate(threshold=50)


def test_only_the_sessions_asked_about_count(project):
    group = make_group(project, sessions=2)
    enrolment = group.enrolments.get()
    early, late = group.sessions.order_by("held_on")
    for session in (early, late):
        AttendanceFactory(session=session, enrolment=enrolment)
    assert rates_of([enrolment], 80, sessions=[early.pk])[enrolment.pk].present == 1


def test_hours_of_sessions_are_added_as_they_are(project):
    group = make_group(project)
    enrolment = group.enrolments.get()
    for length in ("1.50", "2.25"):
        AttendanceFactory(session=SessionFactory(group=group, hours=Decimal(length)), enrolment=enrolment)
    assert rates_of([enrolment], 80)[enrolment.pk].hours == Decimal("3.75")


@pytest.mark.parametrize(
    ("starts", "ends", "unit", "expected"),
    [
        (time(9), time(13), HourUnit.CLOCK, "4.00"),
        (time(9), time(12), HourUnit.TEACHING, "4.00"),
        (time(8, 15), time(9), HourUnit.TEACHING, "1.00"),
        (time(9), time(13), HourUnit.TEACHING, "5.33"),
        (time(14), time(15, 30), HourUnit.CLOCK, "1.50"),
    ],
)
def test_hours_follow_from_the_times_in_the_unit_of_the_support(starts, ends, unit, expected):
    assert hours_between(starts, ends, unit) == Decimal(expected)


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (Decimal("4.00"), "clock", "4 h zegarowe"),
        (Decimal(1), "clock", "1 h zegarowa"),
        (Decimal(36), "clock", "36 h zegarowych"),
        (Decimal(45), "teaching", "45 h dydaktycznych"),
        (Decimal(22), "teaching", "22 h dydaktyczne"),
        (Decimal("2.50"), "clock", "2,5 h zegarowej"),
        (None, "clock", "–"),
    ],
)
def test_hours_are_written_with_their_kind(value, unit, written):
    assert hours_of(value, unit).replace("\xa0", " ") == written


def test_a_column_of_hours_and_a_time_of_day_are_written_short():
    assert hours(Decimal("20.00")).replace("\xa0", " ") == "20 h"
    assert hours(None) == "–"
    assert [clock(time(9)), clock(time(13, 5)), clock(time(0, 30)), clock(None)] == ["9.00", "13.05", "0.30", "–"]
