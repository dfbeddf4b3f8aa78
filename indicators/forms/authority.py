"""The form of a value that the authority measured: which indicator, on which day, how many, in which document."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from activities.forms.layout import sections
from projects.forms import WithinProjectForm
from projects.forms.fields import DayField
from projects.templatetags.polish import day

from .. import authority
from ..models import AuthorityValue

PARTS = ("women", "men", "total")
SECTIONS = [
    (_("Pomiar"), {"key": "c12", "measured_on": "c4 s6"}),
    (_("Wartość"), dict.fromkeys(PARTS, "c3 s4")),
    (_("Skąd wiadomo"), {"source": "c12", "note": "c12"}),
]


class AuthorityValueForm(WithinProjectForm):
    """Women and men together give the total; a total alone is allowed, because the authority may measure on a sample."""

    optional_unsaid = True

    key = forms.ChoiceField(label=_("Wskaźnik"))

    class Meta:
        model = AuthorityValue
        fields = [name for _title, widths in SECTIONS for name in widths]
        field_classes = {"measured_on": DayField}
        widgets = {name: forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}) for name in PARTS}
        labels = {"women": _("Kobiety"), "men": _("Mężczyźni"), "total": _("Ogółem")}
        help_texts = {
            "measured_on": _("na ten dzień instytucja zmierzyła wartość"),
            "total": _("puste, jeśli są kobiety i mężczyźni"),
            "note": _("nieobowiązkowe, na przykład wielkość próby"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["total"].required = False
        named = [(d.key, f"{d.code} {d.name}".strip()) for d in authority.measured_for(self.project)]
        self.fields["key"].choices = [("", _("wybierz")), *named]
        self.helper = sections(self, *SECTIONS)

    def clean_measured_on(self):
        measured_on = self.cleaned_data["measured_on"]
        if measured_on < self.project.starts_on:
            told = {"day": day(self.project.starts_on)}
            raise ValidationError(_("Projekt zaczął się dopiero %(day)s. Popraw dzień pomiaru."), "early", told)
        if measured_on > timezone.localdate():
            raise ValidationError(_("Dzień pomiaru jeszcze nie nadszedł."), code="future")
        return measured_on

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("total") is None and "total" not in self.errors:
            women, men = cleaned.get("women"), cleaned.get("men")
            if women is None or men is None:
                self.add_error("total", _("Podaj wartość ogółem albo osobno kobiety i mężczyzn."))
            else:
                cleaned["total"] = women + men
        return cleaned
