"""Allowances: exact amounts, rates by their day, sums that are the sum of their parts."""

from datetime import date
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase
from openpyxl import load_workbook

from activities.allowances import by_kind, by_month, earned, rate_on, sums_of
from activities.models import Allowance, AllowanceRate
from activities.models.allowance import to_grosz
from activities.vocabulary import AllowanceKind, AllowanceUnit

from ..factories import (
    AllowanceFactory,
    AllowanceRateFactory,
    FormOfSupportFactory,
    ParticipationFactory,
    ProjectFactory,
)
from .house import text_of, to

pytestmark = pytest.mark.django_db

FEBRUARY = date(2024, 2, 1)


@pytest.fixture
def page(client_of, coordinator):
    return client_of(coordinator)


@pytest.fixture
def person(project):
    return ParticipationFactory(project=project, person__last_name="Łukasik", entered_on=FEBRUARY)


# --- money

# quantity × rate → złoty
AMOUNTS = [
    ("1", "13.29", "13.29"),
    ("7.5", "13.29", "99.68"),  # 99,675: half up
    ("0.5", "0.01", "0.01"),  # 0,005: half up
    ("0.25", "0.02", "0.01"),  # 0,005
    ("0.24", "0.02", "0.00"),
    ("2.67", "8.24", "22.00"),
    ("120", "13.29", "1594.80"),
    ("1", "1994.40", "1994.40"),
]


@pytest.mark.parametrize(("quantity", "rate", "amount"), AMOUNTS, ids=str)
def test_an_amount_is_the_product_rounded_half_up(person, quantity, rate, amount):
    allowance = AllowanceFactory(participation=person, quantity=Decimal(quantity), rate=Decimal(rate))
    allowance.refresh_from_db()
    assert allowance.amount == Decimal(amount)


class TestProducts(TestCase):
    @settings(max_examples=40, deadline=None)
    @given(st.decimals("0.01", "9999.99", places=2), st.decimals("0", "9999.99", places=2))
    def test_the_database_rounds_as_the_program_does(self, quantity, rate):
        amount = to_grosz(quantity * rate)
        assert abs(amount - quantity * rate) <= Decimal("0.005")
        AllowanceFactory(quantity=quantity, rate=rate, amount=amount)


class TestSums(TestCase):
    @settings(max_examples=20, deadline=None)
    @given(
        st.lists(
            st.tuples(
                st.integers(1, 28),
                st.sampled_from(AllowanceKind.values),
                st.decimals("0.25", "300", places=2),
                st.decimals("0", "99", places=2),
            ),
            min_size=1,
            max_size=8,
            unique_by=lambda row: row[:2],
        )
    )
    def test_months_kinds_and_people_add_up_to_the_whole(self, rows):
        project = ProjectFactory()
        people = [ParticipationFactory(project=project, entered_on=FEBRUARY) for _ in range(2)]
        for day, kind, quantity, zus in rows:
            starts_on = date(2024, 2 + day % 3, day)
            AllowanceFactory(participation=people[day % 2], kind=kind, starts_on=starts_on, quantity=quantity, zus=zus)
        AllowanceFactory()
        allowances = Allowance.objects.of_project(project)
        whole = allowances.sums()
        assert whole == sums_of(allowances.order_by("pk"))
        assert whole["count"] == len(rows)
        each = [Allowance.objects.filter(participation=person).sums() for person in people]
        for parts in (by_month(allowances), by_kind(allowances), each):
            for figure in ("count", "amount", "zus", "cost"):
                assert sum(part[figure] for part in parts) == whole[figure]


# --- rates

RATES = [
    (date(2024, 1, 31), None),
    (date(2024, 2, 1), "10.00"),
    (date(2024, 6, 30), "10.00"),
    (date(2024, 7, 1), "12.50"),
]


@pytest.mark.parametrize(("day", "amount"), RATES, ids=str)
def test_the_rate_is_the_latest_one_by_then(project, day, amount):
    AllowanceRateFactory(project=project, valid_from=date(2024, 7, 1), amount="12.50")
    AllowanceRateFactory(project=project, valid_from=date(2024, 2, 1), amount="10.00")
    AllowanceRateFactory(project=project, kind="travel", valid_from=date(2024, 1, 1), amount="1.00")
    found = rate_on(project, AllowanceKind.TRAINING, day)
    assert (found and found.amount) == (amount and Decimal(amount))


# unit, quantity, from, to → unit, quantity, rate, amount, zus (of 1994,40 and 582,17 a month; domain notes, section 6)
MONTHS = [
    ("month", "1", date(2024, 3, 1), date(2024, 3, 31), ("month", "1", "1994.40", "1994.40", "582.17")),
    ("month", "1", date(2024, 3, 15), date(2024, 3, 31), ("day", "17", "66.48", "1130.16", "329.90")),
    ("month", "1", date(2024, 2, 1), date(2024, 2, 29), ("month", "1", "1994.40", "1994.40", "582.17")),
    ("month", "1", date(2024, 2, 1), date(2024, 2, 1), ("day", "1", "66.48", "66.48", "19.41")),
    ("hour", "12.5", date(2024, 3, 15), date(2024, 3, 31), ("hour", "12.5", "1994.40", "24930.00", "7277.13")),
]


@pytest.mark.parametrize(("unit", "quantity", "first", "last", "expected"), MONTHS, ids=str)
def test_part_of_a_month_is_paid_by_the_day(unit, quantity, first, last, expected):
    rate = AllowanceRate(unit=unit, amount=Decimal("1994.40"), zus=Decimal("582.17"))
    found = earned(rate, Decimal(quantity), first, last)
    told = (found.unit, found.quantity, found.rate, found.amount, found.zus)
    assert told == (expected[0], *map(Decimal, expected[1:]))


# --- inside the participation

OUTSIDE = [
    ({"starts_on": date(2024, 1, 31)}, "allowance_within_participation"),
    ({"starts_on": FEBRUARY, "ends_on": date(2024, 12, 31)}, "allowance_within_participation"),
    ({"form_of_support": "foreign"}, "allowance_form_of_its_project"),
]


@pytest.mark.parametrize(("facts", "rule"), OUTSIDE, ids=str)
def test_an_allowance_stays_inside_the_participation_and_the_project(project, facts, rule):
    gone = ParticipationFactory(
        project=project, entered_on=FEBRUARY, left_on=date(2024, 6, 30), exit_reason="completed"
    )
    if "form_of_support" in facts:
        facts = {"form_of_support": FormOfSupportFactory()}
    with pytest.raises(IntegrityError) as refused, transaction.atomic():
        AllowanceFactory(participation=gone, **facts)
    assert refused.value.__cause__.diag.constraint_name == rule


# --- one by hand


def typed(**others):
    return {"kind": "training", "starts_on": "01.02.2024", "ends_on": "29.02.2024", "quantity": "10"} | others


def add(page, person, **others):
    return page.post(f"{to('allowance_add', person.project)}?osoba={person.pk}", typed(**others))


def test_what_is_left_empty_follows_from_the_rates(page, project, person):
    AllowanceRateFactory(project=project)
    assert add(page, person).url == to("allowances", project)
    allowance = Allowance.objects.get()
    assert (allowance.unit, allowance.rate, allowance.amount, allowance.zus) == (
        AllowanceUnit.HOUR,
        Decimal("13.29"),
        Decimal("132.90"),
        Decimal("38.80"),
    )


def test_a_typed_rate_has_no_contribution_of_the_projects(page, project, person):
    AllowanceRateFactory(project=project)
    add(page, person, rate="20,00")
    allowance = Allowance.objects.get()
    assert (allowance.amount, allowance.zus) == (200, 0)


WRONG = [
    ({}, "Projekt nie ma stawki tego świadczenia na ten dzień. Wpisz stawkę."),
    ({"rate": "1", "starts_on": "31.01.2024"}, "Udział zaczął się 01.02.2024; okres nie może zacząć się wcześniej."),
    ({"rate": "1", "ends_on": "31.01.2024"}, "Koniec okresu jest wcześniejszy niż początek."),
    ({"rate": "1", "quantity": "0"}, "Liczba musi być większa od zera."),
    ({"rate": "1", "zus": "-1"}, "Składka ZUS nie może być ujemna."),
    ({"rate": "99999999", "quantity": "999999"}, "Nie zapisano: jedna z liczb jest za duża."),
]


@pytest.mark.parametrize(("others", "sentence"), WRONG, ids=str)
def test_a_wrong_allowance_is_told(page, person, others, sentence):
    assert sentence in text_of(add(page, person, **others))
    assert not Allowance.objects.exists()


def test_the_same_allowance_twice_is_told(page, person):
    AllowanceFactory(participation=person, starts_on=FEBRUARY, ends_on=date(2024, 2, 29))
    assert "To świadczenie za ten okres już jest zapisane dla tej osoby." in text_of(add(page, person, rate="1"))


def test_an_allowance_is_changed_and_deleted(page, project, person):
    allowance = AllowanceFactory(participation=person, starts_on=FEBRUARY, ends_on=date(2024, 2, 29))
    address = to("allowance", project, allowance.pk)
    page.post(
        address, typed(quantity="20", rate="13,29", unit="hour", zus="0", paid_on="10.03.2024", document="lista 2")
    )
    allowance.refresh_from_db()
    assert (allowance.amount, allowance.document) == (Decimal("265.80"), "lista 2")
    page.post(to("allowance_delete", project, allowance.pk))
    assert not Allowance.objects.exists()


def test_first_the_person_is_looked_for(page, project, person):
    text = text_of(page.get(to("allowance_add", project), {"q": "lukasik"}))
    assert "Łukasik" in text
    assert "Nikogo takiego nie ma" in text_of(page.get(to("allowance_add", project), {"q": "zzz"}))


def test_a_rate_is_added_once_and_removed(page, project):
    address = to("allowance_rates", project)
    rate = {"kind": "training", "unit": "hour", "amount": "13,29", "valid_from": "01.01.2024"}
    assert page.post(address, rate).url == address
    assert "Stawka tego świadczenia od tego dnia już jest." in text_of(page.post(address, rate))
    page.post(to("allowance_rate_delete", project, AllowanceRate.objects.get().pk))
    assert not AllowanceRate.objects.exists()


# --- the list


def test_the_list_narrows_and_sums(page, project, person):
    other = ParticipationFactory(project=project, person__last_name="Zawada", entered_on=FEBRUARY)
    AllowanceFactory(participation=person, starts_on=FEBRUARY, quantity=10, paid_on=FEBRUARY)
    AllowanceFactory(
        participation=other, starts_on=date(2024, 3, 4), kind="travel", unit="day", quantity=2, rate="9.20", zus=0
    )
    AllowanceFactory()
    text = text_of(page.get(to("allowances", project)))
    assert "2 świadczenia na 151,30 zł, ze składkami ZUS 306,50 zł." in text
    for query, expected in [
        ({"month": "2024-03"}, "Zawada"),
        ({"kind": "travel"}, "Zawada"),
        ({"q": "zawada"}, "Zawada"),
        ({"paid": "no"}, "Zawada"),
        ({"person": other.pk}, "Zawada"),
        ({"paid": "yes"}, "Łukasik"),
    ]:
        text = text_of(page.get(to("allowances", project), query))
        assert "W tym wyborze 1 świadczenie" in text
        assert ("Zawada" in text, "Łukasik" in text) == (expected == "Zawada", expected == "Łukasik")
    assert "Pokazano 1–2 z 2." in text_of(page.get(to("allowances", project), {"month": "x", "kind": "y"}))


def test_an_empty_project_says_how_to_begin(page, project):
    text = text_of(page.get(to("allowances", project)))
    assert "Wpisz stawki" in text
    assert "Nalicz grupie za miesiąc" in text


def test_the_page_of_a_person_sums_up_all_of_hers(page, person):
    for day in range(1, 9):
        AllowanceFactory(participation=person, starts_on=date(2024, 2, day), quantity=1, zus="1.00")
    text = text_of(page.get(person.get_absolute_url()))
    assert "Razem 8 świadczeń: 106,32 zł, ze składkami ZUS (8,00 zł) 114,32 zł." in text


def test_the_workbook_has_every_row_and_sums_that_agree(page, project, person):
    for day, kind in ((1, "training"), (2, "travel"), (29, "training")):
        AllowanceFactory(participation=person, starts_on=date(2024, 2, day), kind=kind, document="=HYPERLINK(1)")
    AllowanceFactory(participation=person, starts_on=date(2024, 3, 1))
    response = page.get(to("allowances_xlsx", project))
    book = load_workbook(BytesIO(b"".join(response.streaming_content)))
    assert book.sheetnames == ["świadczenia", "miesiące", "rodzaje", "osoby"]
    rows = list(book["świadczenia"].iter_rows(min_row=2, values_only=True))
    assert len(rows) == 4
    whole = sum(Decimal(str(row[9])) for row in rows)
    for name in ("miesiące", "rodzaje", "osoby"):
        *parts, last = book[name].iter_rows(min_row=2, values_only=True)
        assert last[0] == "razem"
        assert sum(Decimal(str(part[2])) for part in parts) == Decimal(str(last[2])) == whole == Decimal("2126.40")
    assert book["świadczenia"]["N2"].data_type == "s" or book["świadczenia"]["N3"].data_type == "s"


@pytest.fixture
def many(project):
    """Ten thousand allowances of a hundred people."""
    people = [ParticipationFactory(project=project, entered_on=FEBRUARY) for _ in range(100)]
    rows = [
        AllowanceFactory.build(
            participation=person, starts_on=date.fromordinal(FEBRUARY.toordinal() + n), kind="training"
        )
        for person in people
        for n in range(100)
    ]
    Allowance.objects.bulk_create(rows, batch_size=2000)


def test_ten_thousand_rows_need_no_more_queries_than_ten(page, project, many, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        text = text_of(page.get(to("allowances", project)))
    assert "10 000 świadczeń na 5 316 000,00 zł" in text.replace("\xa0", " ")
    with django_assert_max_num_queries(14):
        content = b"".join(page.get(to("allowances_xlsx", project)).streaming_content)
    sheet = load_workbook(BytesIO(content), read_only=True)["świadczenia"]
    assert sum(1 for _row in sheet.iter_rows(values_only=True)) == 10_001
