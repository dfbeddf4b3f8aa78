"""Forms of allowances: one allowance, the filter of their list, a group's month, the project's rates."""

from datetime import date

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from participants.models import Person
from projects.forms import OnceForm
from projects.forms.fields import DayField, MoneyField
from projects.forms.narrowing import NarrowingForm
from projects.templatetags.polish import day

from ..allowances import rate_on
from ..models import Allowance, AllowanceRate
from ..models.allowance import to_grosz
from ..vocabulary import USUAL_UNITS, AllowanceKind
from .layout import sections
from .numbers import PlainDecimalField
from .people import PeopleForm

PAID = [("", _("wszystkie")), ("yes", _("wypłacone")), ("no", _("niewypłacone"))]
SECTIONS = [
    (_("Za co"), {"kind": "c6", "form_of_support": "c6", "starts_on": "c3 s6", "ends_on": "c3 s6"}),
    (_("Ile"), {"quantity": "c3 s6", "unit": "c3 s6", "rate": "c3 s6", "zus": "c3 s6"}),
    (_("Wypłata"), {"paid_on": "c3 s6", "document": "c6"}),
]


class MonthField(forms.CharField):
    """A month in an address, ``2024-03``, as its first day; None for anything else."""

    def to_python(self, value):
        text = super().to_python(value)
        try:
            return date.fromisoformat(f"{text}-01") if text else None
        except ValueError:
            return None

    def run_validators(self, value):
        """A day has no length in letters."""


class AllowanceForm(OnceForm):
    """One allowance of one person. What is left empty of rate, unit and contribution follows from the project's rates."""

    class Meta:
        model = Allowance
        fields = [name for _title, widths in SECTIONS for name in widths]
        field_classes = {
            "starts_on": DayField,
            "ends_on": DayField,
            "paid_on": DayField,
            "quantity": PlainDecimalField,
            "rate": MoneyField,
            "zus": MoneyField,
        }
        labels = {"quantity": _("Ile jednostek"), "rate": _("Stawka za jednostkę"), "zus": _("Składka ZUS razem")}
        help_texts = {"rate": _("puste: ze stawek projektu"), "zus": _("puste: ze stawek projektu")}

    def __init__(self, *args, participation, **kwargs):
        super().__init__(*args, **kwargs)
        self.participation = self.instance.participation = participation
        self.fields["form_of_support"].queryset = participation.project.forms_of_support.order_by("pk")
        self.fields["form_of_support"].empty_label = _("bez formy wsparcia")
        for name in ("unit", "rate", "zus"):
            self.fields[name].required = False
        self.fields["unit"].choices = [
            ("", _("ze stawek projektu")),
            *self._meta.model._meta.get_field("unit").flatchoices,
        ]
        if not self.instance.pk:
            self.initial["zus"] = None
        self.helper = sections(self, *SECTIONS)

    def _get_validation_exclusions(self):
        """Keeps the person in, so that an allowance written down twice is an answer of the form."""
        return super()._get_validation_exclusions() - {"participation"}

    def own_rows(self):
        return Allowance.objects.filter(participation=self.participation)

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("starts_on"), cleaned.get("ends_on")
        self._inside(start, end)
        rate = rate_on(self.participation.project, cleaned["kind"], start) if start and cleaned.get("kind") else None
        quantity = cleaned.get("quantity")
        if "unit" not in self.errors and not cleaned.get("unit"):
            cleaned["unit"] = rate.unit if rate else USUAL_UNITS.get(cleaned.get("kind"), "")
        proposed = rate if rate and rate.unit == cleaned.get("unit") else None
        if "rate" not in self.errors and cleaned.get("rate") is None:
            self._take_rate(cleaned, proposed, start)
        if "zus" not in self.errors and cleaned.get("zus") is None and quantity is not None:
            is_usual = proposed and cleaned.get("rate") == proposed.amount
            cleaned["zus"] = to_grosz(quantity * proposed.zus) if is_usual else to_grosz(quantity * 0)
        if quantity is not None and cleaned.get("rate") is not None:
            self.instance.amount = to_grosz(quantity * cleaned["rate"])
        return cleaned

    def _take_rate(self, cleaned, proposed, start):
        if proposed:
            cleaned["rate"] = proposed.amount
        elif start:
            self.add_error("rate", _("Projekt nie ma stawki tego świadczenia na ten dzień. Wpisz stawkę."))

    def _inside(self, start, end):
        """The period lies inside the participation; the trigger of the database says the same without words."""
        entered, left = self.participation.entered_on, self.participation.left_on
        if entered is None:
            self.add_error(None, _("Udział tej osoby jeszcze się nie zaczął, więc nie ma za co wypłacać."))
        elif start and start < entered:
            self.add_error(
                "starts_on",
                _("Udział zaczął się %(day)s; okres nie może zacząć się wcześniej.") % {"day": day(entered)},
            )
        if end and left and end > left:
            self.add_error(
                "ends_on", _("Udział zakończył się %(day)s; okres nie może trwać dłużej.") % {"day": day(left)}
            )


class AllowanceFilter(NarrowingForm):
    """Narrows the list of allowances; its state lives in the address. A value that the lists do not know narrows nothing."""

    q = forms.CharField(
        label=_("Osoba"),
        max_length=100,
        required=False,
        widget=forms.TextInput({"type": "search", "placeholder": _("nazwisko, imię lub PESEL"), "autocomplete": "off"}),
    )
    month = forms.ChoiceField(label=_("Miesiąc"), required=False)
    kind = forms.ChoiceField(label=_("Rodzaj"), choices=[("", _("wszystkie")), *AllowanceKind.choices], required=False)
    paid = forms.ChoiceField(label=_("Wypłata"), choices=PAID, required=False)
    person = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**62, required=False)

    def __init__(self, data, *, months):
        offered = [(f"{month:%Y-%m}", f"{month:%m.%Y}") for month in months]
        super().__init__(data, month=[("", _("wszystkie")), *offered])

    def narrow(self, allowances):
        """The allowances that were asked for."""
        asked = self.cleaned_data
        if asked.get("q"):
            people = Person.objects.matching(asked["q"]).order_by().values("pk")
            allowances = allowances.filter(participation__person__in=people)
        if asked.get("month"):
            year, month = asked["month"].split("-")
            allowances = allowances.filter(starts_on__year=year, starts_on__month=month)
        if asked.get("person"):
            allowances = allowances.filter(participation=asked["person"])
        if asked.get("kind"):
            allowances = allowances.filter(kind=asked["kind"])
        if asked.get("paid"):
            allowances = allowances.filter(paid_on__isnull=asked["paid"] == "no")
        return allowances


class MonthForm(forms.Form):
    """Which month of a group is asked for; nothing chosen is all of it."""

    month = MonthField(label=_("Miesiąc"), max_length=7, required=False)

    def __init__(self, data):
        super().__init__(data)
        self.is_valid()

    @property
    def chosen(self):
        return self.cleaned_data.get("month")


class GrantForm(PeopleForm):
    """The people of a group who get what was proposed for a month."""

    month = MonthField(label=_("Miesiąc"), max_length=7)
    kind = forms.ChoiceField(label=_("Rodzaj świadczenia"), choices=AllowanceKind.choices)

    def clean_month(self):
        if self.cleaned_data["month"] is None:
            raise ValidationError(_("Wybierz miesiąc z listy."))
        return self.cleaned_data["month"]


class RateForm(OnceForm):
    """One rate of the project."""

    class Meta:
        model = AllowanceRate
        fields = ["kind", "unit", "amount", "zus", "valid_from"]
        field_classes = {"valid_from": DayField, "amount": MoneyField, "zus": MoneyField}
        labels = {"zus": _("Składka ZUS za jednostkę")}

    def __init__(self, *args, project, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.project = project
        self.fields["zus"].required = False
        if not self.instance.pk:
            self.initial |= {"valid_from": project.starts_on, "zus": None}

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"project"}

    def clean_zus(self):
        return self.cleaned_data["zus"] or to_grosz(self.fields["zus"].to_python("0"))
