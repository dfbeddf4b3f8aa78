"""Rows on the page of a project: partners, target groups, money, offices, awards. Empty rows are ignored, marked ones removed."""

from django import forms
from django.core.exceptions import ValidationError
from django.forms.models import BaseInlineFormSet, inlineformset_factory
from django.utils.translation import gettext_lazy as _

from ..models import Award, FundingLine, Office, OpeningHours, Partner, Project, TargetGroup
from ..templatetags.polish import percent
from .fields import DayField, MoneyField
from .hours import HoursField

MOST_ROWS = 40
GONE = _(
    "Tego wiersza już nie ma: ktoś usunął go w międzyczasie. Zaznacz „usuń”, a jeśli jest potrzebny, wpisz go w nowym wierszu."
)
HAS_PEOPLE = _("Grupy „%(name)s” nie można usunąć: są do niej przypisani uczestnicy. Zmień najpierw grupę tych osób.")


def sentence_of(model, rule):
    """The Polish sentence of a database rule of this model."""
    return next(each.violation_error_message for each in model._meta.constraints if each.name == rule)


class RowForm(forms.ModelForm):
    """One row. ``widths`` names the fields in their order with their classes in the grid of twelve columns."""

    widths = {}
    optional_unsaid = True  # a whole row may stay empty, so that the word beside single fields would mislead

    def _get_validation_exclusions(self):
        """Leaves "once a project" to the whole set: the rows in the database are about to change too."""
        return super()._get_validation_exclusions() | {"project"}

    def cells(self):
        """Pairs of a bound field and its width, in the order of the page."""
        return [(self[name], width) for name, width in self.widths.items()]


class RowFormSet(BaseInlineFormSet):
    """The rows of one kind. ``once`` names a database rule that only the whole set can break, ``key`` what it compares."""

    default_error_messages = {
        "missing_management_form": _(
            "Ta część formularza przyszła niekompletna. Otwórz stronę i wpisz zmiany jeszcze raz."
        ),
        "too_many_forms": _("Za dużo wierszy: mieści się %(num)d."),
    }
    once = None
    legend = hint = ""
    add_label = ""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.initial_form_count():
            self.extra = 1  # several empty rows are for the beginning

    def add_fields(self, form, index):
        super().add_fields(form, index)
        form.fields["DELETE"].label = _("usuń ten wiersz")
        form.fields[self._pk_field.name].error_messages["invalid_choice"] = GONE

    @staticmethod
    def key(row):
        """What may stand only once in the set; None for a row that the rule does not look at."""

    def clean(self):
        super().clean()
        seen = set()
        for form in self.kept():
            key = self.key(form.instance)
            if key is not None and key in seen:
                form.add_error(None, sentence_of(self.model, self.once))
            seen.add(key)

    def kept(self):
        """The forms of rows that are there after saving."""
        return [
            form
            for form in self.forms
            if not self._should_delete_form(form) and (form.instance.pk or form.has_changed())
        ]

    def removed(self):
        """The forms of saved rows that this post removes."""
        return [form for form in self.initial_forms if form.instance.pk and self._should_delete_form(form)]

    def save(self, commit=True):
        self.park()
        return super().save(commit)

    def park(self):
        """Moves rows that are about to change out of the way of a rule, so that two of them may change places."""

    def save_new(self, form, commit=True):
        """A new row; a form posted twice finds the row that the first post made."""
        same = {name: form.cleaned_data[name] for name in form._meta.fields} | {self.fk.name: self.instance}
        twin = self.model.objects.filter(**same).order_by("pk").first()
        return twin or super().save_new(form, commit)

    def changing(self):
        """The keys of saved rows that this post changes or removes."""
        return [form.instance.pk for form in self.initial_forms if form.instance.pk and form.has_changed()]


# --- partners


class PartnerForm(RowForm):
    widths = {"name": "c6", "role": "c3", "place": "c3"}

    class Meta:
        model = Partner
        fields = ["name", "role", "place"]


class PartnerRows(RowFormSet):
    once = "project_has_one_lead"
    legend = _("Beneficjent i partnerzy")
    add_label = _("Dodaj partnera")

    @staticmethod
    def key(row):
        return "lead" if row.role == Partner.Role.LEAD else None

    def park(self):
        Partner.objects.filter(project=self.instance, pk__in=self.changing()).update(role=Partner.Role.PARTNER)


# --- target groups


class TargetGroupForm(RowForm):
    widths = {
        "name": "c12",
        "women": "c2 s4",
        "men": "c2 s4",
        "total": "c2 s4",
        "women_at_least": "c6 boxed",
        "is_surroundings": "c12",
    }

    class Meta:
        model = TargetGroup
        fields = ["name", "women", "men", "total", "women_at_least", "is_surroundings"]
        labels = {
            "women_at_least": _("co najmniej tyle kobiet"),
            "is_surroundings": _("otoczenie osób zagrożonych wykluczeniem"),
        }
        widgets = {name: forms.TextInput({"inputmode": "numeric"}) for name in ("women", "men", "total")}


class TargetGroupRows(RowFormSet):
    legend = _("Grupy docelowe")
    hint = _("Planowane liczby osób. Można podać samo „ogółem”.")
    add_label = _("Dodaj grupę")

    def clean(self):
        super().clean()
        for form in self.removed():
            if form.instance.participations.exists():
                raise ValidationError(HAS_PEOPLE % {"name": form.instance.name}, code="has_people")


# --- money


class FundingForm(RowForm):
    widths = {"source": "c4", "name": "c5", "amount": "c3"}

    class Meta:
        model = FundingLine
        fields = ["source", "name", "amount"]
        error_messages = {"amount": {"min_value": sentence_of(FundingLine, "funding_amount_positive")}}
        field_classes = {"amount": MoneyField}


class FundingRows(RowFormSet):
    once = "funding_source_once"
    legend = _("Finansowanie")
    hint = _("Kwoty w złotych. Źródła nie nakładają się na siebie; wartość projektu i procenty liczą się same.")
    add_label = _("Dodaj źródło")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        shares = {line.pk: line.percent for line in self.instance.funding} if self.instance.pk else {}
        for form in self.initial_forms:
            if form.instance.pk in shares:
                form.fields["amount"].help_text = _("%(percent)s całości") % {
                    "percent": percent(shares[form.instance.pk])
                }

    @staticmethod
    def key(row):
        return row.source, row.name

    def park(self):
        for pk in self.changing():
            FundingLine.objects.filter(project=self.instance, pk=pk).update(name=f"#{pk}")


# --- offices


def _hours_name(day):
    return f"hours_{day}"


class OfficeForm(RowForm):
    """An office with a field of hours for each day of the week."""

    widths = {
        "name": "c4",
        "address": "c8",
        "phones": "c12",
        **{_hours_name(day): "c3 s6" for day in OpeningHours.Weekday.values},
    }

    class Meta:
        model = Office
        fields = ["name", "address", "phones"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        known = self._known_hours()
        for day in OpeningHours.Weekday:
            self.fields[_hours_name(day)] = HoursField(label=day.label, initial=known.get(day, []), required=False)

    def _known_hours(self):
        known = {}
        for row in self.instance.hours.all() if self.instance.pk else []:
            known.setdefault(row.weekday, []).append((row.opens, row.closes))
        return known

    def save_hours(self, office):
        """Writes the hours of the week anew."""
        office.hours.all().delete()
        OpeningHours.objects.bulk_create(
            OpeningHours(office=office, weekday=day, opens=opens, closes=closes)
            for day in OpeningHours.Weekday.values
            for opens, closes in self.cleaned_data[_hours_name(day)]
        )


class OfficeRows(RowFormSet):
    legend = _("Biura i godziny otwarcia")
    hint = _("Godziny jako 7.30–15.30; przerwę oddziel przecinkiem: 8–12, 13–16. Puste pole: nieczynne.")
    add_label = _("Dodaj biuro")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, queryset=Office.objects.prefetch_related("hours"), **kwargs)

    def save_new(self, form, commit=True):
        office = super().save_new(form, commit)
        form.save_hours(office)
        return office

    def save_existing(self, form, obj, commit=True):
        office = super().save_existing(form, obj, commit)
        form.save_hours(office)
        return office


# --- awards


class AwardForm(RowForm):
    widths = {"title": "c6", "contest": "c6", "awarded_by": "c8", "entered_on": "c4", "note": "c12"}

    class Meta:
        model = Award
        fields = ["title", "contest", "awarded_by", "entered_on", "note"]
        field_classes = {"entered_on": DayField}
        widgets = {"note": forms.TextInput}


class AwardRows(RowFormSet):
    legend = _("Wyróżnienia")
    add_label = _("Dodaj wyróżnienie")


def _rows(form, formset, empty_rows):
    return inlineformset_factory(
        Project, form._meta.model, form=form, formset=formset, extra=empty_rows, max_num=MOST_ROWS, validate_max=True
    )


KINDS_OF_ROWS = {
    "partners": _rows(PartnerForm, PartnerRows, 2),
    "groups": _rows(TargetGroupForm, TargetGroupRows, 1),
    "funding": _rows(FundingForm, FundingRows, 3),
    "offices": _rows(OfficeForm, OfficeRows, 1),
    "awards": _rows(AwardForm, AwardRows, 1),
}
