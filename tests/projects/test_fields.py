"""Amounts, days and hours as people write them."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from projects.forms.fields import DayField, MoneyField
from projects.forms.hours import HoursField


@pytest.mark.parametrize(
    "written",
    [
        "1 625 495,90",
        "1\xa0625\xa0495,90",
        "1\u202f625\u202f495,9 zł",
        " 1625495.90 ",
        "1.625.495,90",
        "1,625,495.90",
        "1 625 495,90 PLN",
    ],
)
def test_an_amount_is_understood_however_it_is_written(written):
    assert MoneyField().clean(written) == Decimal("1625495.90")


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("milion", "Wpisz kwotę cyframi, z groszami po przecinku, na przykład 1 625 495,90."),
        ("12,345", "Kwota ma najwyżej dwie cyfry po przecinku, na przykład 1 625 495,90."),
        ("1.625", "Kwota ma najwyżej dwie cyfry po przecinku, na przykład 1 625 495,90."),
        ("9999999999999", "Ta kwota jest za duża."),
        ("1e20", "Ta kwota jest za duża."),
        ("NaN", "Wpisz kwotę cyframi, z groszami po przecinku, na przykład 1 625 495,90."),
        ("", "To pole jest wymagane."),
    ],
)
def test_what_is_no_amount_is_told(written, sentence):
    with pytest.raises(ValidationError) as refused:
        MoneyField().clean(written)
    assert refused.value.messages == [sentence]


@given(st.decimals(min_value="0.01", max_value="999999999999.99", places=2))
def test_an_amount_shown_in_a_form_is_read_back_as_the_same(amount):
    for language in ("pl", "en"):
        with translation.override(language):
            field = MoneyField()
            shown = field.widget.format_value(amount)
            assert field.clean(shown) == amount
            assert not field.has_changed(amount, shown)


@pytest.mark.parametrize(
    "written", ["30.07.2020", "30072020", "2020-07-30", "30-07-2020", "30/07/2020", " 30. 07. 2020 "]
)
def test_a_day_is_understood_however_it_is_written(written):
    assert DayField().clean(written) == date(2020, 7, 30)


@pytest.mark.parametrize(
    ("written", "sentence"),
    [
        ("31.02.2020", "To nie jest data. Wpisz dzień, miesiąc i rok, na przykład 30.07.2020."),
        ("lipiec 2020", "To nie jest data. Wpisz dzień, miesiąc i rok, na przykład 30.07.2020."),
        ("07/30/2020", "To nie jest data. Wpisz dzień, miesiąc i rok, na przykład 30.07.2020."),
        ("30.07.0202", "Sprawdź rok tej daty."),
        ("30.07.2202", "Sprawdź rok tej daty."),
    ],
)
def test_what_is_no_day_is_told(written, sentence):
    with pytest.raises(ValidationError) as refused:
        DayField().clean(written)
    assert refused.value.messages == [sentence]


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31)))
def test_a_day_shown_in_a_form_is_read_back_as_the_same(day):
    for language in ("pl", "en"):
        with translation.override(language):
            field = DayField()
            assert field.clean(field.widget.format_value(day)) == day


@pytest.mark.parametrize(
    ("written", "hours"),
    [
        ("", []),
        ("7.30–17.00", [(time(7, 30), time(17))]),
        ("od 7:30 do 17", [(time(7, 30), time(17))]),
        ("13-16, 8-12", [(time(8), time(12)), (time(13), time(16))]),
        ("8–12 oraz 13–16.15", [(time(8), time(12)), (time(13), time(16, 15))]),
    ],
)
def test_hours_are_understood_however_they_are_written(written, hours):
    assert HoursField(required=False).clean(written) == hours


@pytest.mark.parametrize("written", ["8", "8-25", "8.75-9", "od rana", "8-12-16", "–"])
def test_what_are_no_hours_is_told(written):
    with pytest.raises(ValidationError, match="Wpisz godziny jako"):
        HoursField(required=False).clean(written)


@given(st.lists(st.times(), min_size=2, max_size=8, unique_by=lambda moment: (moment.hour, moment.minute)))
def test_hours_shown_in_a_form_are_read_back_as_the_same(moments):
    moments = sorted(time(moment.hour, moment.minute) for moment in moments)
    hours = list(zip(moments[::2], moments[1::2], strict=False))
    for language in ("pl", "en"):
        with translation.override(language):
            field = HoursField()
            shown = field.prepare_value(hours)
            assert field.to_python(shown) == hours
            assert not field.has_changed(hours, shown)
