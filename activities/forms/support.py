"""Forms of a form of support and of its groups."""

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.forms import WithinProjectForm
from projects.forms.fields import DayField

from ..actions import open_form_of_support
from ..models import FormOfSupport, Group
from ..vocabulary import ServiceCharacter
from .layout import sections
from .period import refuse_outside

CHARACTERS = [
    (ServiceCharacter.VOCATIONAL, _("zawodowy – osoba wchodzi do efektywności zatrudnieniowej")),
    (ServiceCharacter.SOCIAL, _("społeczny – osoba wchodzi do efektywności społecznej")),
    (ServiceCharacter.OTHER, _("inny – nie wpływa na efektywność")),
]
SECTIONS = [
    (_("Rodzaj wsparcia"), {"name": "c12", "kind": "c6", "detail": "c6", "character": "c12"}),
    (
        _("Plan"),
        {
            "mode": "c12",
            "hours_planned": "c4",
            "hour_unit": "c8",
            "starts_on": "c4 s6",
            "ends_on": "c4 s6",
            "description": "c12",
        },
    ),
]


class SupportForm(WithinProjectForm):
    """A form of support in the official words; a new one opens with its first group."""

    class Meta:
        model = FormOfSupport
        fields = [name for _title, widths in SECTIONS for name in widths]
        localized_fields = ["hours_planned"]
        field_classes = {"starts_on": DayField, "ends_on": DayField}
        widgets = {
            "character": forms.RadioSelect,
            "mode": forms.RadioSelect,
            "hours_planned": forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}),
            "description": forms.Textarea({"rows": 4}),
        }
        help_texts = {
            "name": _("jak mówi się o niej w projekcie, na przykład trening kompetencji społecznych"),
            "kind": _("słowami formularza instytucji"),
            "character": _(
                "Efektywność mierzy się u osób, które zakończyły udział i dostały usługę danego charakteru. "
                "Od tego wyboru zależy więc mianownik obu efektywności."
            ),
            "hours_planned": _("ile godzin ma przejść jedna osoba"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["character"].choices = CHARACTERS
        self.fields["mode"].choices = [choice for choice in self.fields["mode"].choices if choice[0]]
        self.helper = sections(self, *SECTIONS)

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def clean_starts_on(self):
        return refuse_outside(self.cleaned_data["starts_on"], self.project)

    def clean_ends_on(self):
        return refuse_outside(self.cleaned_data["ends_on"], self.project)

    def save(self, commit=True):
        if self.instance.pk:
            return super().save(commit)
        return open_form_of_support(form_of_support=self.instance)


class GroupForm(forms.ModelForm):
    """A group of a form of support: its name, who leads it, where."""

    class Meta:
        model = Group
        fields = ["name", "leader", "area"]

    def __init__(self, *args, form_of_support, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.form_of_support = form_of_support

    def _get_validation_exclusions(self):
        """Keeps the form of support in, so that a second group of the same name is an answer of the form."""
        return super()._get_validation_exclusions() - {"form_of_support"}

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def submitted(self):
        """The saved group when the form was posted and is right, else None; a second post of a form finds what the first made."""
        if not self.is_bound:
            return None
        if self.instance.pk is None and (twin := self._twin()):
            return twin
        return self.save() if self.is_valid() else None

    def _twin(self):
        typed = {name: " ".join(self.data.get(name, "").split()) for name in self._meta.fields}
        groups = self.instance.form_of_support.groups
        return None if "\0" in "".join(typed.values()) else groups.filter(**typed).first()
