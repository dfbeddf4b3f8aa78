"""Fields as people write: an amount with spaces and a comma, a day as dd.mm.rrrr. Used in every form of the product."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

SPACES = re.compile(r"\s+")
CURRENCY = re.compile(r"(zł|pln)\.?$", re.IGNORECASE)
GROUPED_BY_POINTS = re.compile(r"\d{1,3}(\.\d{3})+(,\d+)|\d{1,3}(\.\d{3}){2,}")
GROUPED_BY_COMMAS = re.compile(r"\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}")
FIRST_YEAR, LAST_YEAR = 1900, 2100


def plain_number(text):
    """``1 625 495,90 zł`` as ``1625495.90``: without spaces, currency and marks of thousands, with a decimal point.

    ``1.625`` stays what it is, because nobody can say whether a thousand is meant.
    """
    text = CURRENCY.sub("", SPACES.sub("", str(text)))
    if GROUPED_BY_POINTS.fullmatch(text):
        text = text.replace(".", "")
    elif GROUPED_BY_COMMAS.fullmatch(text):
        text = text.replace(",", "")
    return text.replace(",", ".")


class MoneyInput(forms.TextInput):
    """An amount in złoty as the product writes it: ``1 625 495,90``, spaces no-break."""

    def __init__(self, attrs=None):
        super().__init__({"inputmode": "decimal", "autocomplete": "off", **(attrs or {})})

    def format_value(self, value):
        if value is None or isinstance(value, str):
            return value
        return number_format(value, 2, use_l10n=True, force_grouping=True)


class MoneyField(forms.DecimalField):
    """An amount in złoty and grosze, as ``Decimal``. In a model form: ``field_classes = {"amount": MoneyField}``.

    Accepts ``1 625 495,90`` with spaces or no-break spaces, with or without ``zł``, and ``1625495.90``.
    """

    widget = MoneyInput
    default_error_messages = {
        "invalid": _("Wpisz kwotę cyframi, z groszami po przecinku, na przykład 1 625 495,90."),
        "max_decimal_places": _("Kwota ma najwyżej dwie cyfry po przecinku, na przykład 1 625 495,90."),
        "max_digits": _("Ta kwota jest za duża."),
        "max_whole_digits": _("Ta kwota jest za duża."),
    }

    def __init__(self, *, max_digits=14, decimal_places=2, **kwargs):
        super().__init__(max_digits=max_digits, decimal_places=decimal_places, **kwargs)

    def to_python(self, value):
        return super().to_python(plain_number(value) if isinstance(value, str) else value)


class DayInput(forms.DateInput):
    """A day as dd.mm.rrrr in a text field: no browser's own calendar, the digits are enough on a phone."""

    def __init__(self, attrs=None, format=None):
        super().__init__({"inputmode": "numeric", "autocomplete": "off", **(attrs or {})}, format)


class DayField(forms.DateField):
    """A day. In a model form: ``field_classes = {"starts_on": DayField}``.

    Accepts ``30.07.2020``, ``30072020`` (a phone's keyboard of digits has no point), ``30-07-2020``, ``30/07/2020`` and
    ``2020-07-30``.
    """

    widget = DayInput
    input_formats = ["%d.%m.%Y", "%d%m%Y", "%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"]
    default_error_messages = {
        "invalid": _("To nie jest data. Wpisz dzień, miesiąc i rok, na przykład 30.07.2020."),
        "year": _("Sprawdź rok tej daty."),
    }

    def __init__(self, *, input_formats=None, **kwargs):
        super().__init__(input_formats=input_formats or self.input_formats, **kwargs)

    def to_python(self, value):
        value = super().to_python(SPACES.sub("", value) if isinstance(value, str) else value)
        if value and not FIRST_YEAR <= value.year <= LAST_YEAR:
            raise ValidationError(self.error_messages["year"], code="year")
        return value
