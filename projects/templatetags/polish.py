"""How the product writes: numbers, money, days and declined words, in Polish and, when the screen is English, in English."""

import re
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from django import template
from django.template.defaultfilters import stringfilter
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import get_language, gettext, pgettext

register = template.Library()

NBSP = "\xa0"
NONE = "–"
TAG = re.compile(r"(<[^>]*>)")
AFTER_ONE_LETTER = re.compile(r"(?<!\w)([aiouwz])\s+(?=\S)", re.IGNORECASE)
INSIDE_NUMBER = re.compile(r"(?<=\d) (?=\d{3}(?!\d))")
UNITS = "zł|gr|tys|mln|mld|szt|h|godz|min|m²|km|lat|lata|rok|roku|dni|dzień|r|os|osoba|osoby|osób|kobiet|kobieta|kobiety|mężczyzn"
BEFORE_UNIT = re.compile(rf"(?<=\d) (?=(?:{UNITS})(?!\w))")


@register.filter(is_safe=True)
@stringfilter
def nbsp(text):
    """The text with no-break spaces after one-letter words and inside and after numbers (``93 osób``, ``1 625 zł``).

    Tags are left as they are, so it may be put around a piece of a page: ``{% filter nbsp %}…{% endfilter %}``.
    """
    return "".join(part if part.startswith("<") else _held_together(part) for part in TAG.split(text))


@register.filter
def number(value, decimals=None):
    """1346 as ``1 346``; with ``decimals`` exactly that many, halves up; "–" where there is no value."""
    value = _decimal(value)
    if value is None:
        return NONE
    value = value.normalize() if decimals is None else value.quantize(Decimal(10) ** -decimals, ROUND_HALF_UP)
    written = number_format(abs(value), decimal_pos=decimals, use_l10n=True, force_grouping=True)
    return f"−{written}" if value < 0 else written


@register.filter
def zl(amount):
    """1625495.9 as ``1 625 495,90 zł``, spaces no-break; "–" where there is no amount."""
    return NONE if _decimal(amount) is None else f"{number(amount, 2)}{NBSP}zł"


@register.filter
def percent(value, decimals=2):
    """89.6 (already in per cent) as ``89,60%``; "–" where there is no value."""
    return NONE if _decimal(value) is None else f"{number(value, decimals)}%"


@register.filter
def day(value):
    """A date, or the local date of a moment, as ``30.07.2020``; "–" where there is none."""
    if not value:
        return NONE
    if isinstance(value, datetime) and timezone.is_aware(value):
        value = timezone.localtime(value)
    return date_format(value, "SHORT_DATE_FORMAT")


@register.filter
def weekday(value):
    """The name of the day inside a sentence: ``środa``, and in English ``Wednesday``, with its capital letter."""
    name = date_format(value, "l")
    return name.lower() if get_language() == "pl" else name


@register.filter
def period(start, end=None):
    """Two days as ``30.07.2020–31.12.2022``; ``od …`` or ``do …`` where one is missing, "–" where both are."""
    if start and end:
        return f"{day(start)}–{day(end)}"
    if start:
        return gettext("od %(day)s") % {"day": day(start)}
    return gettext("do %(day)s") % {"day": day(end)} if end else NONE


@register.simple_tag
def plural(n, one, few, many):
    """The word that goes with ``n``: 1 osoba, 2–4 osoby (not 12–14), 5 osób; a fraction takes the second (2,5 osoby).

    The chosen word is looked up in the catalogue, so English needs an entry for each of the three forms; where the form for
    one is also a Polish plural ("z 1 osoby", "2 osoby") its entry has the context "one".
    """
    chosen = _form(_decimal(n), one, few, many)
    if not chosen:
        return ""
    singular = pgettext("one", chosen) if _decimal(n) == 1 else chosen
    return gettext(chosen) if singular == chosen else singular


@register.simple_tag
def counted(n, one, few, many):
    """The number and its word, not to be torn apart: ``93 osób``."""
    return f"{number(n)}{NBSP}{plural(n, one, few, many)}"


def _held_together(text):
    for gap, filled in ((AFTER_ONE_LETTER, rf"\1{NBSP}"), (INSIDE_NUMBER, NBSP), (BEFORE_UNIT, NBSP)):
        text = gap.sub(filled, text)
    return text


def _form(n, one, few, many):
    if n is None or n != int(n):
        return few
    n = abs(int(n))
    if n == 1:
        return one
    return few if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else many


def _decimal(value):
    """The value as a Decimal, or None where there is no number in it."""
    if value is None or value == "" or isinstance(value, bool):
        return None
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None
