"""A row of the grid that fills what is missing: only the fields that this person lacks, nothing required, saved on its own."""

from dataclasses import dataclass
from datetime import date

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import IntegrityError, transaction
from django.forms.models import fields_for_model
from django.utils.translation import gettext_lazy as _

from projects.forms.base import sentence_for
from projects.forms.fields import DayField
from projects.templatetags.polish import day

from ..actions import fill_gaps
from ..gaps import OF_PERSON, fields_of, value_of
from ..known import bears_name, recognise
from ..models import Participation, Person
from ..short import status_in_short
from .entry import ALREADY_HERE, OTHER_NAME
from .offers import CHOOSE, offer_official_values
from .person import EMAIL, IdentityCleaning, ResidenceCleaning, VoivodeshipField, checked_pesel
from .rules import FIELD_OF_RULE, not_in_future, within_institution, within_project

ELSEWHERE = _("Osoba o tym numerze PESEL jest w innym projekcie. Otwórz jej formularz tutaj i użyj zapisanych danych.")
TAKEN = _("W międzyczasie wpisano tu: %(value)s. Nic nie nadpisano.")
TAKEN_FROM = _("%(person)s: w międzyczasie wpisano „%(value)s”. Nic nie nadpisano.")
STILL_TO_COME = _("Data rozpoczęcia udziału jest w przyszłości. Wpisz ją, gdy udział się zacznie.")
ALONGSIDE = {"pesel": ("other_identifier", "sex", "birth_date"), "last_name": ("first_name",), "phone": ("email",)}
DAYS = {"entered_on": DayField, "birth_date": DayField}


@dataclass(frozen=True)
class Cell:
    """A cell of the grid: pairs of a bound field that fills the gap and its name; none where the person does not lack it.

    ``known`` is what is on record already of the same thing: the status, where only its "w tym" is missing.
    """

    name: str
    fields: list
    known: str = ""

    @property
    def is_pair(self):
        return len(self.fields) > 1


class GapRow(IdentityCleaning, ResidenceCleaning, forms.Form):
    """What one person lacks of the chosen kinds of gaps. A field left empty stays a gap and is no error."""

    def __init__(self, data, *, participation, kinds, project, user, institutions):
        super().__init__(data, prefix=f"u{participation.pk}", auto_id="id_%s")
        self.instance, self.project, self.user = participation, project, user
        self.scope = participation.scope
        self.names = {kind.key: fields_of(kind, participation) for kind in kinds}
        self.kinds = kinds
        wanted = [name for names in self.names.values() for name in names]
        of_row = [name for name in wanted if name not in (*OF_PERSON, "citizenship")]
        self.fields |= fields_for_model(Person, [n for n in wanted if n in OF_PERSON], field_classes=DAYS)
        self.fields |= fields_for_model(Participation, of_row, field_classes=DAYS)
        if "citizenship" in wanted:
            self.fields["citizenship"] = citizenship_field()
        self._suit_fields(institutions)

    def _suit_fields(self, institutions):
        """The fields as the entry form has them, told apart for a screen reader by the name of the person."""
        fields = self.fields
        if "voivodeship" in fields:
            fields["voivodeship"] = VoivodeshipField()
        if "pesel" in fields:
            fields["pesel"] = forms.CharField(label=fields["pesel"].label, max_length=20)
        if "delegated_by" in fields:
            fields["delegated_by"].queryset = institutions
            fields["delegated_by"].empty_label = CHOOSE[1]
        if "email" in fields:
            fields["email"].error_messages |= EMAIL
        offer_official_values(self)
        if "labour_detail" in fields:
            fields["labour_detail"].widget.attrs["data-fits-of"] = f"id_{self.prefix}-labour_status"
        for field in fields.values():
            field.required = False
            field.help_text = ""
            field.widget.attrs |= {
                "class": "input",
                "aria-label": self._told(field),
                "autocomplete": "off",
            }

    @property
    def cells(self):
        """The cells of the row in the order of the columns."""
        return [
            Cell(kind.called(self.scope), [self._named(name) for name in self.names[kind.key]], self._known(kind))
            for kind in self.kinds
        ]

    def _known(self, kind):
        return status_in_short(self.instance) if kind.key == "labour_status" else ""

    def _named(self, name):
        return self[name], self._told(self.fields[name])

    def _told(self, field):
        return f"{field.label}: {self.instance.person.name}"

    @property
    def is_typed(self):
        """Whether anything was typed in this row."""
        return any((self.data.get(self.add_prefix(name)) or "").strip() for name in self.fields)

    @property
    def overtaken(self):
        """What was typed into fields that somebody else has filled otherwise since the page was opened: sentences."""
        names = {name for kind in self.kinds for name in (*kind.requirements, *ALONGSIDE.get(kind.key, ()))} - set(
            self.fields
        )
        told = []
        for name in sorted(names):
            typed, value = (self.data.get(self.add_prefix(name)) or "").strip(), value_of(self.instance, name)
            if typed and typed not in (str(value), day(value) if isinstance(value, date) else ""):
                told.append(TAKEN_FROM % {"person": self.instance.person.name, "value": shown(name, value)})
        return told

    # --- what was typed

    def clean_pesel(self):
        return checked_pesel(self.cleaned_data["pesel"])

    def clean_entered_on(self):
        day = within_project(self.cleaned_data["entered_on"], self.project)
        day = not_in_future(day, STILL_TO_COME)
        if self.instance.delegated_by:
            within_institution(self.instance.delegated_by, entered_on=day, left_on=self.instance.left_on)
        return day

    def clean_delegated_by(self):
        institution = self.cleaned_data["delegated_by"]
        if institution:
            within_institution(institution, entered_on=self.instance.entered_on, left_on=self.instance.left_on)
        return institution

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("pesel"):
            self._recognise(cleaned["pesel"])
        return cleaned

    def _recognise(self, pesel):
        """A person on record is joined in her own form, where the page shows what is known; here only as the entry form does it unseen."""
        known = recognise(pesel, project=self.project, user=self.user, but=self.instance)
        person = self.instance.person
        names = {"last_name": person.last_name, "first_name": person.first_name}
        if known and known.here:
            self.add_error("pesel", ALREADY_HERE)
        elif known and known.may_be_shown:
            self.add_error("pesel", ELSEWHERE)
        elif known and not bears_name(known.person, **names):
            self.add_error("pesel", OTHER_NAME)

    # --- what comes of it

    def saved(self):
        """Whether the row was saved; where not, the message stands beside its field and everything typed is still there."""
        if not self.is_valid():
            return False
        given = {name: value for name, value in self.cleaned_data.items() if value not in ("", None)}
        person = {name: value for name, value in given.items() if name in OF_PERSON}
        if person.get("pesel"):
            said = Person(pesel=person["pesel"])
            said.take_from_pesel()
            person |= {"sex": said.sex, "birth_date": said.birth_date}
        facts = {name: value for name, value in given.items() if name not in OF_PERSON}
        try:
            with transaction.atomic():
                held = fill_gaps(participation=self.instance, by=self.user, person=person, facts=facts)
        except IntegrityError as error:
            self._refuse(error)
            return False
        for name, value in held.items():
            self.add_error(
                name if name in self.fields else None, ValidationError(TAKEN, params={"value": shown(name, value)})
            )
        return not held

    def _refuse(self, error):
        rule = getattr(getattr(error.__cause__, "diag", None), "constraint_name", None)
        model = Person if (rule or "").startswith("person_") else Participation
        field = FIELD_OF_RULE.get(rule)
        self.add_error(field if field in self.fields else NON_FIELD_ERRORS, sentence_for(error, model))


def citizenship_field():
    field = Participation._meta.get_field("citizenship")
    return forms.ChoiceField(label=field.verbose_name, choices=[CHOOSE, *field.choices])


def shown(name, value):
    """A value in the words of its field."""
    if isinstance(value, date):
        return day(value)
    field = (Person if name in OF_PERSON else Participation)._meta.get_field(name)
    return dict(field.flatchoices).get(value, value)
