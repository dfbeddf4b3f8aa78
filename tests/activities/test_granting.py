"""Allowances of a group for a month: proposed from attendance and internships, confirmed once."""

from datetime import date
from decimal import Decimal

import pytest

from activities.allowances import grant, proposals
from activities.models import Allowance

from ..factories import (
    AllowanceFactory,
    AllowanceRateFactory,
    AttendanceFactory,
    FormOfSupportFactory,
    InternshipFactory,
    InternshipMonthFactory,
    ParticipationFactory,
    SessionFactory,
)
from .house import enrol, make_group, text_of, to

pytestmark = pytest.mark.django_db

FEBRUARY = date(2024, 2, 1)


@pytest.fixture
def page(client_of, coordinator):
    return client_of(coordinator)


@pytest.fixture
def group(project):
    """Two sessions of four hours in February, one in March; one came to all, one to one, one to none, one not yet entered."""
    group = make_group(project, people=0)
    sessions = [
        SessionFactory(group=group, held_on=day) for day in (date(2024, 2, 7), date(2024, 2, 14), date(2024, 3, 6))
    ]
    for name, marks in {"Ćwikła": "ppp", "Łukasik": "pa", "Żak": "aa"}.items():
        enrolment = enrol(group, name)
        for session, mark in zip(sessions, marks, strict=False):
            status = {"p": "present", "a": "absent"}[mark]
            AttendanceFactory(session=session, enrolment=enrolment, status=status)
    enrol(group, "Przyszła", entered_on=None)
    AllowanceRateFactory(project=project)
    AllowanceRateFactory(project=project, kind="travel", unit="day", amount="9.20", zus=0)
    AllowanceRateFactory(project=project, kind="other", unit="piece", amount="5.00", zus=0)
    return group


# kind → name: quantity or the reason why nothing
PROPOSED = [
    (
        "training",
        {
            "Ćwikła": 8,
            "Łukasik": 4,
            "Przyszła": "udział jeszcze się nie zaczął",
            "Żak": "brak obecności w tym miesiącu",
        },
    ),
    (
        "travel",
        {
            "Ćwikła": 2,
            "Łukasik": 1,
            "Przyszła": "udział jeszcze się nie zaczął",
            "Żak": "brak obecności w tym miesiącu",
        },
    ),
    (
        "other",
        {
            "Ćwikła": 2,
            "Łukasik": 1,
            "Przyszła": "udział jeszcze się nie zaczął",
            "Żak": "brak obecności w tym miesiącu",
        },
    ),
    (
        "care",
        {
            "Ćwikła": "brak stawki na ten miesiąc",
            "Łukasik": "brak stawki na ten miesiąc",
            "Przyszła": "udział jeszcze się nie zaczął",
            "Żak": "brak stawki na ten miesiąc",
        },
    ),
]


@pytest.mark.parametrize(("kind", "expected"), PROPOSED, ids=lambda value: value if isinstance(value, str) else "")
def test_a_month_is_proposed_from_attendance(group, kind, expected):
    found = {
        row.name.split()[0]: row.earned.quantity if row.earned else row.reason
        for row in proposals(group, FEBRUARY, kind)
    }
    assert found == expected


def test_the_preview_is_confirmed_and_nobody_is_paid_twice(page, project, group):
    address = to("grant", project, group.pk)
    text = text_of(page.get(address, {"month": "2024-02", "kind": "training"}))
    assert "Za 02.2024: 2 osoby, razem 159,48 zł." in text
    assert "8 × 13,29 zł 106,32 zł 31,04 zł" in text
    people = [enrolment.pk for enrolment in group.enrolments.all()]
    for expected in (2, 2):
        response = page.post(address, {"month": "2024-02", "kind": "training", "people": people})
        assert response.url == to("allowances", project)
        assert Allowance.objects.count() == expected
    first = Allowance.objects.get(participation__person__last_name="Ćwikła")
    assert (first.amount, first.zus, first.starts_on, first.ends_on) == (
        Decimal("106.32"),
        Decimal("31.04"),
        FEBRUARY,
        date(2024, 2, 29),
    )
    assert "już zapisano 106,32 zł" in text_of(page.get(address, {"month": "2024-02", "kind": "training"}))


def test_an_allowance_for_a_part_of_the_month_stands_in_the_way_of_a_second(group, coordinator):
    enrolment = group.enrolments.get(participation__person__last_name="Ćwikła")
    AllowanceFactory(participation=enrolment.participation, starts_on=date(2024, 2, 20), ends_on=date(2024, 2, 29))
    made = grant(group=group, month=FEBRUARY, kind="training", by=coordinator, enrolments=[enrolment])
    assert made == []


def test_an_allowance_for_another_form_does_not_stand_in_the_way(project, group, coordinator):
    enrolment = group.enrolments.get(participation__person__last_name="Ćwikła")
    other = FormOfSupportFactory(project=project)
    AllowanceFactory(participation=enrolment.participation, starts_on=FEBRUARY, form_of_support=other)
    assert len(grant(group=group, month=FEBRUARY, kind="training", by=coordinator, enrolments=[enrolment])) == 1


def test_who_is_not_ticked_gets_nothing(group, coordinator):
    assert grant(group=group, month=FEBRUARY, kind="training", by=coordinator, enrolments=[]) == []


def test_an_intern_is_paid_for_the_part_of_the_month_in_which_the_internship_ran(project):
    form = FormOfSupportFactory(project=project, kind="internship", detail="")
    internship = InternshipFactory(
        enrolment__group__form_of_support=form,
        enrolment__participation=ParticipationFactory(project=project, entered_on=FEBRUARY),
        starts_on=date(2024, 2, 13),
        ends_on=date(2024, 4, 30),
    )
    InternshipMonthFactory(internship=internship, month=FEBRUARY)
    AllowanceRateFactory(project=project, kind="internship", unit="month", amount="1994.40", zus="582.17")
    group = internship.enrolment.group
    found = [proposals(group, month, "internship")[0] for month in (FEBRUARY, date(2024, 3, 1), date(2024, 5, 1))]
    assert [row.earned and row.earned.amount for row in found] == [Decimal("1130.16"), Decimal("1994.40"), None]
    assert (found[0].first, found[0].last) == (date(2024, 2, 13), date(2024, 2, 29))


def test_a_group_without_sessions_has_nothing_to_grant(page, project):
    group = make_group(project)
    assert "W tej grupie nic się jeszcze nie odbyło" in text_of(page.get(to("grant", project, group.pk)))


def test_a_month_that_is_none_is_refused(page, project, group):
    response = page.post(to("grant", project, group.pk), {"month": "luty", "kind": "training", "people": []})
    assert response.status_code == 200
    assert not Allowance.objects.exists()


@pytest.mark.parametrize("people", [2, 40])
def test_the_preview_of_a_group_asks_as_often_for_many_as_for_few(page, project, people, django_assert_max_num_queries):
    group = make_group(project, people=people, sessions=3)
    AllowanceRateFactory(project=project)
    with django_assert_max_num_queries(16):
        page.get(to("grant", project, group.pk))
