"""Who a person is, and how she can be reached."""

import re

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from stdnum.pl import pesel as pesel_number

from projects.forms.fields import DayField

from ..models import Person, Residence
from ..placeholders import NOT_AN_IDENTIFIER, is_placeholder
from ..vocabulary import Identifier
from .rules import RulesBesideFields, not_in_future

WRONG_DIGIT = next(
    rule.violation_error_message for rule in Person._meta.constraints if rule.name == "person_pesel_valid"
)
NOT_ELEVEN = _("PESEL ma 11 cyfr, a tu jest ich %(digits)s. Porównaj numer z dokumentem.")
NO_SUCH_DAY = _("Numer nie zaczyna się od prawdziwej daty urodzenia. Porównaj go z dokumentem.")
BORN_LATER = _("Data urodzenia jest w przyszłości. Sprawdź rok.")
NOT_BORN_YET = _("Z numeru wynika data urodzenia w przyszłości. Porównaj go z dokumentem.")
OTHER_IDENTIFIERS = [choice for choice in Identifier.choices if choice[0] != Identifier.PESEL]
VOIVODESHIPS = (
    "dolnośląskie kujawsko-pomorskie lubelskie lubuskie łódzkie małopolskie mazowieckie opolskie podkarpackie podlaskie "
    "pomorskie śląskie świętokrzyskie warmińsko-mazurskie wielkopolskie zachodniopomorskie"
).split()
GAPS = re.compile(r"[\s.-]+")


def checked_pesel(text):
    """The eleven digits of a PESEL written with or without gaps; "" for none. ValidationError says what is wrong."""
    pesel = GAPS.sub("", text)
    if not text.strip():
        return ""
    if is_placeholder(text):
        raise forms.ValidationError(NOT_AN_IDENTIFIER)
    if not pesel.isdecimal() or not pesel.isascii() or len(pesel) != 11:
        raise forms.ValidationError(NOT_ELEVEN, params={"digits": sum(letter.isdecimal() for letter in pesel)})
    try:
        born = pesel_number.get_birth_date(pesel)
    except pesel_number.InvalidComponent:
        raise forms.ValidationError(NO_SUCH_DAY) from None
    if not pesel_number.is_valid(pesel):
        raise forms.ValidationError(WRONG_DIGIT)
    if born > timezone.localdate():
        raise forms.ValidationError(NOT_BORN_YET)
    return pesel


def checked_postcode(text):
    """A postcode as 41-200, also when it was typed as 41200 or 41 200."""
    digits = GAPS.sub("", text)
    return f"{digits[:2]}-{digits[2:]}" if re.fullmatch(r"[0-9]{5}", digits) else text


def checked_phone(text):
    """A telephone number with at least seven digits."""
    if text and sum(letter.isdecimal() for letter in text) < 7:
        raise forms.ValidationError(_("Wpisz numer telefonu cyframi, na przykład 600 100 200."))
    return text


def checked_place(value):
    """Names of places in lists agree better without stray spaces."""
    return " ".join(value.split())


class VoivodeshipField(forms.ChoiceField):
    """One of the sixteen voivodeships, or none; one recorded otherwise in the past stays possible."""

    def __init__(self, **kwargs):
        choices = [("", _("wybierz")), *[(name, name) for name in VOIVODESHIPS]]
        super().__init__(choices=choices, label=_("Województwo"), required=False, **kwargs)


class ResidenceCleaning:
    """How the fields of an address are read, in whatever form they stand."""

    def clean_postcode(self):
        return checked_postcode(self.cleaned_data["postcode"])

    def clean_county(self):
        return checked_place(self.cleaned_data["county"])

    def clean_commune(self):
        return checked_place(self.cleaned_data["commune"])

    def clean_place(self):
        return checked_place(self.cleaned_data["place"])


class IdentityCleaning:
    """How names, telephone and birth date are read, in whatever form they stand."""

    def clean_last_name(self):
        return checked_place(self.cleaned_data["last_name"])

    def clean_first_name(self):
        return checked_place(self.cleaned_data["first_name"])

    def clean_phone(self):
        return checked_phone(self.cleaned_data["phone"].strip())

    def clean_birth_date(self):
        return not_in_future(self.cleaned_data["birth_date"], BORN_LATER)

    def clean_other_identifier(self):
        text = self.cleaned_data["other_identifier"].strip()
        if text and is_placeholder(text):
            raise forms.ValidationError(NOT_AN_IDENTIFIER)
        return text


EMAIL = {"invalid": _("To nie jest adres e-mail. Przykład: anna.nowak@poczta.pl, bez polskich liter.")}


class PersonForm(IdentityCleaning, RulesBesideFields, forms.ModelForm):
    """Identity and contact. Sex and birth date come from the PESEL; without a PESEL they are typed."""

    no_pesel = forms.BooleanField(label=_("osoba nie ma numeru PESEL"), required=False)
    identifier_kind = forms.ChoiceField(
        label=_("Rodzaj identyfikatora"), choices=[("", _("wybierz")), *OTHER_IDENTIFIERS], required=False
    )
    pesel = forms.CharField(label=_("PESEL"), max_length=20, required=False)

    class Meta:
        model = Person
        fields = [
            "last_name",
            "first_name",
            "pesel",
            "identifier_kind",
            "other_identifier",
            "sex",
            "birth_date",
            "phone",
            "email",
        ]
        field_classes = {"birth_date": DayField}
        widgets = {
            "phone": forms.TextInput({"type": "tel", "autocomplete": "off"}),
            "email": forms.EmailInput({"autocomplete": "off"}),
        }
        error_messages = {"email": EMAIL}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["no_pesel"] = self.instance.identifier_kind != Identifier.PESEL
        if not self.initial["no_pesel"]:
            self.initial["identifier_kind"] = ""
        self.fields["pesel"].widget.attrs.update(inputmode="numeric", autocomplete="off", spellcheck="false")

    def clean_pesel(self):
        return "" if self["no_pesel"].data else checked_pesel(self.cleaned_data["pesel"])

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("no_pesel"):
            cleaned["identifier_kind"] = cleaned.get("identifier_kind") or Identifier.OTHER
        else:
            cleaned |= {"identifier_kind": Identifier.PESEL, "other_identifier": ""}
        if cleaned.get("pesel"):
            said = Person(pesel=cleaned["pesel"])
            said.take_from_pesel()
            cleaned |= {"sex": said.sex, "birth_date": said.birth_date}
        return cleaned

    def _get_validation_exclusions(self):
        """A PESEL on record is no error here: the entry form recognises it and knows what to do (``known.recognise``)."""
        return super()._get_validation_exclusions() | {"pesel"}


class ContactForm(ResidenceCleaning, RulesBesideFields, forms.ModelForm):
    """Where a person lives and can be reached now, apart from what was true on the day of entry."""

    optional_unsaid = True
    voivodeship = VoivodeshipField()

    class Meta:
        model = Person
        fields = ["phone", "email", *[field.name for field in Residence._meta.get_fields()]]
        error_messages = {"email": EMAIL}
        widgets = {"phone": forms.TextInput({"type": "tel"})}

    def clean_phone(self):
        return checked_phone(self.cleaned_data["phone"].strip())
