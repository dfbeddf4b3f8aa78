"""Which changes of a person to show."""

from django import forms
from django.utils.translation import gettext_lazy as _

ALL = ""


class HistoryFilter(forms.Form):
    """By what was changed: the person, the participation, results, supports. Offers only what was."""

    what = forms.ChoiceField(label=_("Co się zmieniło"), required=False, widget=forms.Select({"class": "input"}))

    def __init__(self, *args, changes, **kwargs):
        super().__init__(*args, **kwargs)
        kinds = {change.table: change.what for change in changes}
        self.fields["what"].choices = [(ALL, _("wszystko")), *sorted(kinds.items(), key=lambda pair: pair[1])]

    def narrow(self, changes):
        """These changes, or those of the kind asked for; all where nothing that there is was asked for."""
        what = self.cleaned_data.get("what", ALL) if self.is_valid() else ALL
        return [change for change in changes if what in (ALL, change.table)]
