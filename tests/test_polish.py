"""Numbers, days and declined words as the product writes them."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.translation import gettext_lazy

from projects.templatetags.polish import (
    counted,
    day,
    nbsp,
    number,
    percent,
    period,
    plural,
    weekday,
    zl,
)

GAP = "\xa0"


@pytest.mark.parametrize(
    ("n", "word"),
    [
        *((0, "osób"), (1, "osoba"), (2, "osoby"), (3, "osoby"), (4, "osoby"), (5, "osób"), (11, "osób")),
        *(
            (12, "osób"),
            (13, "osób"),
            (14, "osób"),
            (15, "osób"),
            (21, "osób"),
            (22, "osoby"),
            (24, "osoby"),
            (25, "osób"),
        ),
        *((101, "osób"), (102, "osoby"), (112, "osób"), (114, "osób"), (122, "osoby"), (1012, "osób"), (1022, "osoby")),
        *((-1, "osoba"), (-3, "osoby"), (Decimal("2.5"), "osoby"), (Decimal("1.00"), "osoba"), ("7", "osób")),
    ],
)
def test_a_word_is_declined_after_its_number(n, word):
    assert plural(n, "osoba", "osoby", "osób") == word


def test_a_form_of_the_word_may_be_empty():
    assert plural(5, "", "y", "") == ""


def test_a_number_and_its_word_stay_together():
    assert counted(1346, "osoba", "osoby", "osób") == f"1{GAP}346{GAP}osób"


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (Decimal("1625495.9"), f"1{GAP}625{GAP}495,90{GAP}zł"),
        (50000, f"50{GAP}000,00{GAP}zł"),
        (0, f"0,00{GAP}zł"),
        (Decimal("-12.345"), f"−12,35{GAP}zł"),
        (None, "–"),
        ("", "–"),
    ],
)
def test_an_amount_is_written_to_the_grosz(amount, written):
    assert zl(amount) == written


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (Decimal("89.6"), 2, "89,60%"),
        (Decimal("66.665"), 2, "66,67%"),
        (Decimal("66.664"), 2, "66,66%"),
        (83.3333, 0, "83%"),
        (0, 2, "0,00%"),
        (None, 2, "–"),
    ],
)
def test_a_percentage_is_rounded_and_not_cut(value, decimals, written):
    assert percent(value, decimals) == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (1346, f"1{GAP}346"),
        (Decimal("4.00"), "4"),
        (Decimal("2.50"), "2,5"),
        (1000, f"1{GAP}000"),
        (0, "0"),
        (None, "–"),
        ("x", "–"),
    ],
)
def test_a_number_without_decimals_asked_for_keeps_those_that_say_something(value, written):
    assert number(value) == written


def test_days_and_periods():
    assert day(date(2020, 7, 30)) == "30.07.2020"
    assert day(None) == "–"
    assert period(date(2020, 7, 30), date(2022, 12, 31)) == "30.07.2020–31.12.2022"
    assert period(date(2020, 7, 30)) == "od 30.07.2020"
    assert period(None, date(2022, 12, 31)) == "do 31.12.2022"
    assert period(None) == "–"


def test_the_day_of_a_moment_is_the_local_one():
    assert day(datetime(2022, 9, 30, 22, 30, tzinfo=UTC)) == "01.10.2022"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Zapisz osobę w dziesięć minut", f"Zapisz osobę w{GAP}dziesięć minut"),
        ("I w domu, i u kogoś", f"I{GAP}w{GAP}domu, i{GAP}u{GAP}kogoś"),
        ("93 osób, 1 625 495,90 zł", f"93{GAP}osób, 1{GAP}625{GAP}495,90{GAP}zł"),
        ("30.09.2022 bez dowodu", "30.09.2022 bez dowodu"),
        ("II edycja", "II edycja"),
        ('<a href="/a b/" class="i o">a ono</a>', f'<a href="/a b/" class="i o">a{GAP}ono</a>'),
    ],
)
def test_small_words_and_numbers_are_not_left_at_the_end_of_a_line(text, held):
    assert nbsp(text) == held


def test_holding_words_together_escapes_as_before():
    template = Template("{% load polish %}{{ text|nbsp }}{% filter nbsp %}<b>{{ text }}</b>{% endfilter %}")
    assert template.render(Context({"text": "<i> w lesie"})) == f"&lt;i&gt; w{GAP}lesie<b>&lt;i&gt; w{GAP}lesie</b>"


def test_translated_text_is_held_together_too():
    assert nbsp(gettext_lazy("w domu")) == f"w{GAP}domu"


def test_in_english_the_decimal_separator_is_a_point():
    with translation.override("en"):
        assert zl(Decimal("1625495.9")) == f"1{GAP}625{GAP}495.90{GAP}zł"
        assert percent(Decimal("89.6")) == "89.60%"
        assert day(date(2020, 7, 30)) == "30.07.2020"


@pytest.mark.parametrize(("language", "name"), [("pl", "środa"), ("en", "Wednesday")])
def test_the_day_of_the_week_is_written_as_the_language_writes_it(language, name):
    with translation.override(language):
        assert weekday(date(2022, 10, 19)) == name
