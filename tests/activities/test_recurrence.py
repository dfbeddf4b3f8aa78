"""A series: which meetings follow from a rule, as tables and for any rule."""

from datetime import date, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.days_off import public_holidays
from activities.recurrence import LONGEST, Rule, minutes_of

TUESDAY_AND_THURSDAY = frozenset({1, 3})
FIRST = date(2024, 4, 23)  # a Tuesday


def rule(**facts):
    """Every Tuesday and Thursday, 9.00–12.00, three hours, from 23 April to 16 May 2024."""
    usual = {"first": FIRST, "last": date(2024, 5, 16), "starts_at": time(9), "ends_at": time(12)}
    return Rule(**usual | {"hours": Decimal(3), "weekdays": TUESDAY_AND_THURSDAY} | facts)


def days(rule):
    return [f"{meeting.day:%d.%m}" for meeting in rule.meetings()]


ALL = ["23.04", "25.04", "30.04", "02.05", "07.05", "09.05", "14.05", "16.05"]
TABLE = [
    ({}, ALL),
    ({"last": FIRST}, ["23.04"]),
    ({"last": FIRST - timedelta(days=1)}, []),
    ({"weekdays": frozenset({0})}, ["29.04", "06.05", "13.05"]),
    ({"times": 3}, ALL[:3]),
    ({"times": 20}, ALL),
    ({"without": {date(2024, 5, 2): "ferie"}}, [day for day in ALL if day != "02.05"]),
    ({"times": 4, "without": {date(2024, 5, 2): "ferie"}}, ["23.04", "25.04", "30.04", "07.05"]),
    ({"last": date(2024, 4, 30), "besides": frozenset({date(2024, 4, 27)})}, ["23.04", "25.04", "27.04", "30.04"]),
    ({"last": FIRST, "besides": frozenset({date(2024, 6, 1)})}, ["23.04", "01.06"]),
    ({"weekdays": frozenset(), "besides": frozenset({date(2024, 5, 11)})}, ["11.05"]),
    ({"last": FIRST, "without": {FIRST: "wolne"}, "besides": frozenset({FIRST})}, ["23.04"]),
    ({"hours_in_all": Decimal(9)}, ALL[:3]),
    ({"hours_in_all": Decimal(10)}, ALL[:4]),
    ({"hours_in_all": Decimal(0)}, []),
]


@pytest.mark.parametrize(("facts", "expected"), TABLE)
def test_the_meetings_of_a_rule(facts, expected):
    assert days(rule(**facts)) == expected


def test_the_last_meeting_is_shortened_to_the_hours_that_are_left():
    *_whole, last = rule(hours_in_all=Decimal("7.5")).meetings()
    assert (last.hours, last.starts_at, last.ends_at) == (Decimal("1.5"), time(9), time(10, 30))


def test_a_break_shrinks_with_the_shortened_meeting():
    """Four hours from nine to two hold an hour of breaks; two hours take half of it."""
    [_first, last] = rule(ends_at=time(14), hours=Decimal(4), hours_in_all=Decimal(6)).meetings()
    assert (last.hours, last.ends_at) == (Decimal(2), time(11, 30))


def test_the_days_left_out_are_told_with_their_reason_as_far_as_the_series_goes():
    holidays = {date(2024, 4, 25): "święto", date(2024, 5, 9): "inne święto", date(2024, 5, 1): "środa"}
    whole = rule(without=holidays)
    assert whole.left_out(whole.meetings()) == [(date(2024, 4, 25), "święto"), (date(2024, 5, 9), "inne święto")]
    short = rule(without=holidays, times=2)
    assert short.left_out(short.meetings()) == [(date(2024, 4, 25), "święto")]


@pytest.mark.parametrize(
    ("facts", "is_cut"),
    [({}, False), ({"times": 8}, False), ({"times": 9}, True), ({"hours_in_all": Decimal(25)}, True)],
)
def test_a_series_that_does_not_fit_says_so(facts, is_cut):
    assert rule(**facts).is_cut_short(rule(**facts).meetings()) is is_cut


def test_too_many_meetings_stop_soon_after_the_limit():
    assert len(rule(weekdays=frozenset(range(7)), last=date(2034, 1, 1)).meetings()) == LONGEST + 1


def test_public_holidays_are_those_of_poland_in_that_year():
    assert public_holidays(date(2024, 12, 20), date(2024, 12, 31)) == {
        date(2024, 12, 25): "Boże Narodzenie (pierwszy dzień)",
        date(2024, 12, 26): "Boże Narodzenie (drugi dzień)",
    }
    assert date(2025, 12, 24) in public_holidays(date(2025, 1, 1), date(2025, 12, 31)), "free of work since 2025"


some_days = st.dates(date(2024, 1, 1), date(2024, 12, 31))
rules = st.builds(
    rule,
    first=some_days,
    last=some_days,
    weekdays=st.frozensets(st.integers(0, 6)),
    besides=st.frozensets(some_days, max_size=4),
    without=st.dictionaries(some_days, st.just("wolne"), max_size=40),
    times=st.none() | st.integers(1, 40),
    hours=st.decimals("0.25", "8", places=2),
    hours_in_all=st.none() | st.decimals("0.25", "120", places=2),
)


@given(rules)
def test_whatever_the_rule_its_meetings_keep_it(any_rule):
    meetings = any_rule.meetings()
    held = [meeting.day for meeting in meetings]
    assert held == sorted(set(held))
    for meeting in meetings:
        regular = any_rule.first <= meeting.day <= any_rule.last and meeting.day.weekday() in any_rule.weekdays
        assert meeting.day in any_rule.besides or (regular and meeting.day not in any_rule.without)
        assert 0 < meeting.hours <= any_rule.hours
        assert minutes_of(any_rule.starts_at) < minutes_of(meeting.ends_at) <= minutes_of(any_rule.ends_at)
    if any_rule.times:
        assert len(held) <= any_rule.times
    if any_rule.hours_in_all is not None:
        assert sum(meeting.hours for meeting in meetings) <= any_rule.hours_in_all
    assert all(meeting.hours == any_rule.hours for meeting in meetings[:-1]), "only the last one is shortened"


@given(rules)
def test_no_day_of_the_rule_is_forgotten(any_rule):
    meetings = any_rule.meetings()
    if any_rule.times or any_rule.hours_in_all is not None:
        return
    span = (any_rule.first + timedelta(days=n) for n in range(max(0, (any_rule.last - any_rule.first).days + 1)))
    regular = {day for day in span if day.weekday() in any_rule.weekdays and day not in any_rule.without}
    assert {meeting.day for meeting in meetings} == regular | any_rule.besides or len(meetings) > LONGEST
