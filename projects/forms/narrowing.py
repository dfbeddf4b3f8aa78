"""What every form that narrows a list has in common: its state lives in the address, and nonsense narrows nothing."""

from django import forms


class NarrowingForm(forms.Form):
    """Bound from the start and never refused. ``choices`` are those that only the page knows, by the names of their fields."""

    def __init__(self, data, **choices):
        super().__init__(data)
        for name, offered in choices.items():
            self.fields[name].choices = offered
        self.is_valid()
        for field in self.fields.values():
            field.widget.attrs["class"] = "input"

    @property
    def is_narrowing(self):
        """Whether anything was asked for, a state beside the form aside."""
        return any(self.cleaned_data.values())
