"""The form of an internship, with the hours done in each of its months."""

from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from stdnum.exceptions import ValidationError as WrongNumber
from stdnum.pl import nip as nip_number

from participants.models import Participation
from projects.forms import OnceForm
from projects.forms.base import sentence_for
from projects.forms.fields import DayField
from projects.templatetags.polish import day

from ..internships import internship_forms, month_of, months_between, save_internship
from ..models import Internship
from .layout import sections
from .numbers import PlainDecimalField
from .period import refuse_outside

MOST_MONTHS = 36
SECTIONS = [
    (
        _("Gdzie i u kogo"),
        {"form_of_support": "c12", "host": "c8", "host_nip": "c4", "address": "c12", "supervisor": "c6"},
    ),
    (
        _("Kiedy i ile"),
        {"starts_on": "c3 s6", "ends_on": "c3 s6", "hours_a_day": "c3 s6", "hours_a_week": "c3 s6", "note": "c12"},
    ),
]


class InternshipForm(OnceForm):
    """An internship of one person. A new one asks for the form of support; a saved one for the hours of its months."""

    form_of_support = forms.ModelChoiceField(queryset=None, label=_("Forma wsparcia"), empty_label=None)

    class Meta:
        model = Internship
        fields = [
            "host",
            "host_nip",
            "address",
            "supervisor",
            "starts_on",
            "ends_on",
            "hours_a_day",
            "hours_a_week",
            "note",
        ]
        field_classes = {
            "starts_on": DayField,
            "ends_on": DayField,
            "hours_a_day": PlainDecimalField,
            "hours_a_week": PlainDecimalField,
        }
        help_texts = {"host_nip": _("10 cyfr, kreski można pominąć")}

    def __init__(self, *args, participation, by, **kwargs):
        super().__init__(*args, **kwargs)
        self.participation, self.by = participation, by
        self.fields["host_nip"].max_length = None
        self.fields["host_nip"].validators = []
        self.fields["host_nip"].widget.attrs.pop("maxlength", None)
        if self.instance.pk:
            del self.fields["form_of_support"]
            self._ask_for_months()
        else:
            self.fields["form_of_support"].queryset = internship_forms(participation.project)
        self.helper = sections(self, *SECTIONS)

    def _ask_for_months(self):
        """A field for every month of the internship, and for any other month that has hours already."""
        self.known = dict(self.instance.months.order_by("month").values_list("month", "hours"))
        planned = months_between(self.instance.starts_on, self.instance.ends_on)[:MOST_MONTHS]
        self.months = sorted({*planned, *self.known})
        for month in self.months:
            self.fields[_name(month)] = PlainDecimalField(
                label=f"{month:%m.%Y}",
                initial=self.known.get(month),
                required=False,
                min_value=Decimal(0),
                max_value=Decimal(744),
                max_digits=5,
                decimal_places=2,
            )

    @property
    def month_fields(self):
        """The fields of the months, bound; none while the internship is new."""
        return [self[_name(month)] for month in self.months] if self.instance.pk else []

    def clean_host_nip(self):
        typed = self.cleaned_data["host_nip"]
        try:
            return nip_number.validate(typed) if typed else ""
        except WrongNumber:
            raise ValidationError(_("To nie jest poprawny NIP. Sprawdź cyfry albo zostaw puste.")) from None

    def clean_starts_on(self):
        start = refuse_outside(self.cleaned_data["starts_on"], self.participation.project)
        entered = self.participation.entered_on
        if start and entered and start < entered:
            raise ValidationError(
                _("Udział w projekcie zaczął się %(day)s; staż nie może zacząć się wcześniej."),
                params={"day": day(entered)},
            )
        return start

    def clean_ends_on(self):
        end = refuse_outside(self.cleaned_data["ends_on"], self.participation.project)
        left = self.participation.left_on
        if end and left and end > left:
            raise ValidationError(
                _("Udział w projekcie zakończył się %(day)s; staż nie może trwać dłużej."), params={"day": day(left)}
            )
        return end

    def clean(self):
        cleaned = super().clean()
        start, end = cleaned.get("starts_on"), cleaned.get("ends_on")
        if start and end and start <= end and len(months_between(start, end)) > MOST_MONTHS:
            self.add_error("ends_on", _("To ponad %(n)s miesięcy. Sprawdź rok.") % {"n": MOST_MONTHS})
        if self.instance.pk and start and end:
            outside = [month for month in self.months if self._hours(month) and not month_of(start) <= month <= end]
            for month in outside:
                self.add_error(_name(month), _("Ten miesiąc jest poza okresem stażu. Usuń godziny albo zmień okres."))
        return cleaned

    def _hours(self, month):
        return self.cleaned_data.get(_name(month))

    def own_rows(self):
        return Internship.objects.filter(enrolment__participation=self.participation)

    def save(self, commit=True):
        return save_internship(
            internship=self.instance,
            by=self.by,
            participation=self.participation,
            form=self.cleaned_data.get("form_of_support"),
            months={month: self._hours(month) for month in self.months} if self.instance.pk else None,
        )

    def submitted(self):
        """As ``OnceForm``; a rule of the participation that a date breaks is said in its own words."""
        if not self.is_bound:
            return None
        row = self.made_before()
        if row or not self.is_valid():
            return row
        try:
            with transaction.atomic():
                return self.save()
        except IntegrityError as error:
            self.add_error(None, sentence_for(error, Participation))
            return self.made_before()


def _name(month):
    return f"month_{month:%Y_%m}"
