"""The form of an event where people are only counted."""

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.forms import WithinProjectForm
from projects.forms.fields import DayField

from ..models import HeadcountEvent
from .layout import sections
from .period import refuse_outside

COUNTS = ("visitors", "women", "men")
SECTIONS = [
    (_("Wydarzenie"), {"name": "c12", "kind": "c5", "held_on": "c3", "place": "c4"}),
    (_("Ile osób przyszło"), {**dict.fromkeys(COUNTS, "c4 s4"), "description": "c12"}),
]


class EventForm(WithinProjectForm):
    """An event without personal data; women and men may be known in part or not at all."""

    class Meta:
        model = HeadcountEvent
        fields = [name for _title, widths in SECTIONS for name in widths]
        field_classes = {"held_on": DayField}
        widgets = {name: forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}) for name in COUNTS}
        widgets |= {"description": forms.Textarea({"rows": 3})}
        help_texts = {"visitors": _("zostaw puste, dopóki wydarzenie się nie odbędzie")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.helper = sections(self, *SECTIONS)

    def clean_held_on(self):
        return refuse_outside(self.cleaned_data["held_on"], self.project)

    def clean(self):
        cleaned = super().clean()
        women, men = cleaned.get("women"), cleaned.get("men")
        if cleaned.get("visitors") is None and women is not None and men is not None and "visitors" not in self.errors:
            cleaned["visitors"] = women + men
        return cleaned
