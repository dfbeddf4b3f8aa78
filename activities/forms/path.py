"""The individual path as one form: every form of support of the project is a row, ticked when it is planned for the person."""

from django import forms
from django.forms.utils import ErrorDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from projects.forms.fields import DayField

from ..models import PlannedSupport
from ..paths import set_path
from .numbers import PlainDecimalField
from .period import refuse_outside

FACTS = ("hours_planned", "order", "agreed_on", "note")


class StepForm(forms.ModelForm):
    """One row. Hours begin with those planned for everybody; a row without a tick is not looked at any further."""

    is_planned = forms.BooleanField(label=_("w ścieżce"), required=False)

    class Meta:
        model = PlannedSupport
        fields = FACTS
        field_classes = {"agreed_on": DayField, "hours_planned": PlainDecimalField}
        widgets = {"order": forms.TextInput({"inputmode": "numeric", "autocomplete": "off"})}

    def __init__(self, *args, project, **kwargs):
        super().__init__(*args, **kwargs)
        self.project = project
        self.form_of_support = self.instance.form_of_support
        self.fields["order"].required = False
        for name in FACTS:
            self.fields[name].widget.attrs["class"] = "input"

    @property
    def is_ticked(self):
        """Whether the row is to stand in the path: as posted, else as saved."""
        return bool(self["is_planned"].value())

    def full_clean(self):
        super().full_clean()
        if self.is_bound and not self.is_ticked:
            self._errors = ErrorDict()

    def clean_order(self):
        return self.cleaned_data["order"] or 0

    def clean_agreed_on(self):
        return refuse_outside(self.cleaned_data["agreed_on"], self.project)

    def _get_validation_exclusions(self):
        """The participation and the form come from the page; that a form stands once is true by its row."""
        return super()._get_validation_exclusions() | {"participation", "form_of_support"}

    @property
    def said(self):
        """The errors of the row, one after another."""
        return [error for errors in self.errors.values() for error in errors]


class PathForm:
    """All rows of one page, in the order of the path, then those that are not in it."""

    def __init__(self, data, *, participation, project):
        self.participation = participation
        data = data if data is not None and "path" in data else None  # a post without rows takes nobody's path away
        self.is_bound = data is not None
        saved = {plan.form_of_support_id: plan for plan in participation.planned_supports.all()}
        offered = project.forms_of_support.order_by("pk")
        self.rows = [
            self._row(data, form, saved.get(form.pk), project)
            for form in sorted(
                offered, key=lambda form: (form.pk not in saved, self._place(saved.get(form.pk)), form.pk)
            )
        ]

    @staticmethod
    def _place(plan):
        return plan.order if plan else 0

    def _row(self, data, form, plan, project):
        initial = {"is_planned": bool(plan)}
        if plan is None:
            plan = PlannedSupport(participation=self.participation, form_of_support=form)
            initial |= {"hours_planned": form.hours_planned, "agreed_on": timezone.localdate(), "order": None}
        else:
            plan.form_of_support = form
        return StepForm(data, instance=plan, prefix=form.key, project=project, initial=initial)

    @property
    def wrong(self):
        """The ticked rows that cannot be saved as they are."""
        return [row for row in self.rows if row.errors]

    def saved(self, *, by):
        """Whether the form was posted, is right and has been saved. Rows without an order of their own go to the end."""
        if not self.is_bound or self.wrong:
            return False
        ticked = [row for row in self.rows if row.is_ticked]
        ticked.sort(key=lambda row: row.cleaned_data["order"] or len(self.rows) + 1)
        planned = {
            row.form_of_support: {name: row.cleaned_data[name] for name in FACTS} | {"order": place}
            for place, row in enumerate(ticked, start=1)
        }
        set_path(participation=self.participation, by=by, planned=planned)
        return True
