"""What narrows the list of definitions; the state lives in the address."""

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.forms.narrowing import NarrowingForm

from ..models import Kind

STATES = [
    ("", _("wszystkie")),
    ("taken", _("z celem w projekcie")),
    ("changed", _("zmienione")),
    ("failed", _("nie przechodzą")),
]


class DefinitionsFilter(NarrowingForm):
    """Search in codes and in Polish and English names, the kind, and how the definition stands. Nonsense narrows nothing."""

    q = forms.CharField(label=_("Szukaj"), max_length=100, required=False, widget=forms.TextInput({"type": "search"}))
    kind = forms.ChoiceField(label=_("Rodzaj"), choices=[("", _("wszystkie")), *Kind.choices], required=False)
    state = forms.ChoiceField(label=_("Stan"), choices=STATES, required=False)

    def lets_through(self, line):
        """Whether this line of the list was asked for."""
        asked = self.cleaned_data
        return (
            (not asked.get("kind") or line.definition.kind == asked["kind"])
            and (not asked.get("state") or getattr(line, f"is_{asked['state']}"))
            and all(word in line.searched for word in plain(asked.get("q", "")).split())
        )


POLISH = str.maketrans("ąćęłńóśźż", "acelnoszz")


def plain(text):
    """Lower case without Polish accents: "lukasik" finds Łukasik."""
    return text.lower().translate(POLISH)
