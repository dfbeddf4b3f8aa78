"""Forms of a form of support and of its groups."""

import json

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.utils.translation import gettext_lazy as _

from projects.forms import WithinProjectForm
from projects.forms.fields import DayField

from ..actions import open_form_of_support
from ..models import FormOfSupport, Group
from ..naming import NamesOnRecord
from ..vocabulary import DETAILS_OF_KIND, ServiceCharacter, SupportTheme
from .layout import sections
from .period import refuse_outside

DETAIL_RULE = next(rule for rule in FormOfSupport._meta.constraints if rule.name == "form_of_support_detail_fits_kind")
CHARACTERS = [
    (ServiceCharacter.VOCATIONAL, _("zawodowy – osoba wchodzi do efektywności zatrudnieniowej")),
    (ServiceCharacter.SOCIAL, _("społeczny – osoba wchodzi do efektywności społecznej")),
    (ServiceCharacter.OTHER, _("inny – nie wpływa na efektywność")),
]
SECTIONS = [
    (_("Rodzaj wsparcia"), {"name": "c12", "kind": "c6", "detail": "c6", "theme": "c12", "character": "c12"}),
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
            "theme": _("zaznacz, jeśli wskaźnik z listy liczy osoby objęte takim wsparciem"),
            "character": _(
                "Efektywność mierzy się u osób, które zakończyły udział i dostały usługę danego charakteru. "
                "Od tego wyboru zależy więc mianownik obu efektywności."
            ),
            "hours_planned": _("ile godzin ma przejść jedna osoba"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["theme"].choices = [("", _("żaden z tych tematów")), *SupportTheme.choices]
        self.fields["character"].choices = CHARACTERS
        self._offer_details()
        self.fields["mode"].choices = [choice for choice in self.fields["mode"].choices if choice[0]]
        self.helper = sections(self, *SECTIONS)

    def _offer_details(self):
        """The "w tym" of every kind under its name, so that it can be chosen without JavaScript; a script reads ``data-fits``."""
        field = self.fields["detail"]
        groups = [(kind.label, [(one, one.label) for one in details]) for kind, details in DETAILS_OF_KIND.items()]
        field.choices = [("", _("nie dotyczy")), *groups]
        field.help_text = _("przy doradztwie, usługach aktywnej integracji i usługach społecznych")
        field.widget.attrs["data-fits"] = json.dumps({kind.value: details for kind, details in DETAILS_OF_KIND.items()})
        field.widget.attrs["data-fits-of"] = "id_kind"

    def _update_errors(self, errors):
        """The rule about the "w tym" is told beside it."""
        told = errors.error_dict.pop(NON_FIELD_ERRORS, []) if hasattr(errors, "error_dict") else []
        for error in told:
            field = "detail" if error.message == DETAIL_RULE.violation_error_message else NON_FIELD_ERRORS
            errors.error_dict.setdefault(field, []).append(error)
        super()._update_errors(errors)

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

    def clean_leader(self):
        """The trainer as on record, when the name differs only in case, accents or spaces."""
        return NamesOnRecord(self.instance.form_of_support.project).leader(self.cleaned_data["leader"])

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
