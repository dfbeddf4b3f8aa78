"""A number as people write it: 24 and not 24,00."""

from decimal import Decimal

from django import forms


class PlainDecimalField(forms.DecimalField):
    """A decimal number shown without zeros at its end. In a model form: ``field_classes = {"hours": PlainDecimalField}``."""

    def __init__(self, **kwargs):
        kwargs["widget"] = forms.TextInput({"inputmode": "decimal", "autocomplete": "off"})
        super().__init__(**{**kwargs, "localize": True})

    def prepare_value(self, value):
        return Decimal(f"{value.normalize():f}") if isinstance(value, Decimal) else value
