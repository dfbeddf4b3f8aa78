"""An institution that takes part: the columns of SL2014's institution block, without its support."""

from typing import ClassVar

from django import forms
from django.db.models import Max, Min, Q
from django.utils.translation import gettext_lazy as _
from stdnum.pl import nip as nip_number

from projects.forms import WithinProjectForm
from projects.forms.fields import DayField
from projects.templatetags.polish import day, period

from ..models import Institution
from ..vocabulary import Answer
from .layout import ADDRESS
from .offers import ANSWERS, CHOOSE, PLACES, places_on_record
from .person import EMAIL, GAPS, ResidenceCleaning, VoivodeshipField, checked_phone, checked_place
from .rules import RulesBesideFields

NOT_TEN = _("NIP ma 10 cyfr, a tu jest ich %(digits)s. Porównaj numer z dokumentem.")
WRONG_DIGIT = _("Cyfra kontrolna NIP się nie zgadza. Porównaj numer z dokumentem.")
OUTSIDE = _("Projekt trwa %(period)s. Udział instytucji musi być w tym okresie.")
ENTERED_BEFORE = _("Jej pracownik rozpoczął udział już %(day)s. Instytucja nie może zacząć później.")
LEFT_AFTER = _("Jej pracownik był w projekcie jeszcze %(day)s. Instytucja nie może skończyć wcześniej.")
HAS_DELEGATES = _("Ta instytucja oddelegowała już osoby do projektu. Najpierw zmień rodzaj uczestnika u każdej z nich.")
NO_NAME = _("Wpisz nazwę instytucji: po niej się ją wybiera.")
# "w tym" has no closed list in our sources: what is usual for a type is suggested.
USUAL_DETAILS = (
    "ośrodek pomocy społecznej",
    "powiatowe centrum pomocy rodzinie",
    "organizacja pozarządowa",
    "spółdzielnia socjalna",
)


def checked_nip(text):
    """The ten digits of a NIP written with or without dashes; "" for none. ValidationError says what is wrong."""
    nip = GAPS.sub("", text.upper().removeprefix("PL"))
    if not nip:
        return ""
    if not nip.isdecimal() or not nip.isascii() or len(nip) != 10:
        raise forms.ValidationError(NOT_TEN, params={"digits": sum(letter.isdecimal() for letter in nip)})
    if not nip_number.is_valid(nip):
        raise forms.ValidationError(WRONG_DIGIT)
    return nip


class InstitutionForm(ResidenceCleaning, RulesBesideFields, WithinProjectForm):
    """May be saved with a name alone; the page says what the authority still needs."""

    optional_unsaid = True
    beside: ClassVar = {
        "institution_once": "name",
        "institution_nip_once": "nip",
        "institution_nip_digits": "nip",
        "institution_nip_or_none": "nip",
        "institution_postcode_form": "postcode",
        "institution_leaves_after_entering": "left_on",
    }
    sections: ClassVar = [
        (_("Instytucja"), {"name": "c12", "nip": "c6", "has_no_nip": "c6 boxed", "kind": "c6", "detail": "c6"}),
        (
            _("Adres i kontakt"),
            {
                **{"voivodeship": "c4", "county": "c4", "commune": "c4", "postcode": "c4 s8", "place": "c8"},
                **{"street": "c8", "house": "c2 s6", "flat": "c2 s6", "degurba": "c8", "country": "c4"},
                **{"phone": "c6", "email": "c6"},
            },
        ),
        (_("Udział w projekcie"), {"entered_on": "c6", "left_on": "c6", "delegates_employees": "c12"}),
    ]

    voivodeship = VoivodeshipField()

    class Meta:
        model = Institution
        fields: ClassVar = [
            *("name", "nip", "has_no_nip", "kind", "detail", *ADDRESS),
            *("phone", "email", "entered_on", "left_on", "delegates_employees"),
        ]
        field_classes = {"entered_on": DayField, "left_on": DayField}
        error_messages = {"email": EMAIL, "name": {"required": NO_NAME}}
        widgets = {
            "phone": forms.TextInput({"type": "tel", "autocomplete": "off"}),
            "email": forms.EmailInput({"autocomplete": "off"}),
            "delegates_employees": forms.RadioSelect,
        }
        help_texts = {
            "nip": _("dziesięć cyfr, kreski są zbędne"),
            "detail": _("na przykład ośrodek pomocy społecznej"),
            "delegates_employees": _("przy „tak” można ją wskazać u uczestników, którzy są jej pracownikami"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["nip"].max_length = None
        self.fields["nip"] = forms.CharField(
            label=self.fields["nip"].label, max_length=20, required=False, help_text=self.fields["nip"].help_text
        )
        self.fields["nip"].widget.attrs.update(inputmode="numeric", autocomplete="off")
        for name in ("kind", "degurba"):
            self.fields[name].choices = [CHOOSE, *[choice for choice in self.fields[name].choices if choice[0]]]
        self.fields["delegates_employees"].choices = ANSWERS[:2]
        self.fields["detail"].widget.attrs["list"] = "known-detail"
        for name in PLACES:
            self.fields[name].widget.attrs["list"] = f"known-{name}"
        self.initial["nip"] = self.instance.shown_nip

    def clean_name(self):
        return checked_place(self.cleaned_data["name"])

    def clean_nip(self):
        return checked_nip(self.cleaned_data["nip"])

    def clean_phone(self):
        return checked_phone(self.cleaned_data["phone"].strip())

    def clean_entered_on(self):
        return self._within_project(self.cleaned_data["entered_on"])

    def clean_left_on(self):
        return self._within_project(self.cleaned_data["left_on"])

    def _within_project(self, on):
        project = self.project
        if on and not project.starts_on <= on <= project.ends_on:
            raise forms.ValidationError(OUTSIDE, params={"period": period(project.starts_on, project.ends_on)})
        return on

    def clean(self):
        cleaned = super().clean()
        if self.instance.pk:
            self._keep_delegates_inside(cleaned)
        return cleaned

    def _keep_delegates_inside(self, cleaned):
        """The dates of those whom it delegated stay inside its own, and it goes on saying that it delegated them."""
        people = self.instance.participation_delegates
        dates = people.aggregate(
            first=Min("entered_on"), last=Max("left_on"), still=Max("entered_on", filter=Q(left_on=None))
        )
        last = max(filter(None, [dates["last"], dates["still"]]), default=None)
        if cleaned.get("entered_on") and dates["first"] and dates["first"] < cleaned["entered_on"]:
            self.add_error("entered_on", forms.ValidationError(ENTERED_BEFORE, params={"day": day(dates["first"])}))
        if cleaned.get("left_on") and last and last > cleaned["left_on"]:
            self.add_error("left_on", forms.ValidationError(LEFT_AFTER, params={"day": day(last)}))
        if cleaned.get("delegates_employees") != Answer.YES and people.exists():
            self.add_error("delegates_employees", HAS_DELEGATES)

    @property
    def drawn(self):
        """The sections of the page: a heading and pairs of a bound field and its width."""
        return [(title, [(self[name], width) for name, width in widths.items()]) for title, widths in self.sections]

    @property
    def places(self):
        """What was typed before, to choose from."""
        return [*places_on_record(self.project), ("detail", USUAL_DETAILS)]
