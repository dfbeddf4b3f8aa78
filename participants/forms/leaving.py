"""Leaving the project: when, how, and the person's situation within four weeks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.forms import WithinProjectForm
from projects.forms.fields import DayField
from projects.templatetags.polish import day

from ..actions import close_participation
from ..models import Participation
from ..vocabulary import ExitReason, Scope, Situation
from .rules import RulesBesideFields, not_in_future

REASON = {"required": _("Zaznacz, jak zakończył się udział.")}
NOT_IN = {
    Scope.SL2014: (Situation.SOCIAL,),
    Scope.SMEFS: (Situation.STILL_EMPLOYED,),
}


class LeaveForm(RulesBesideFields, WithinProjectForm):
    """Facts on leaving. Facts at entry are not on it."""

    left_on = DayField(label=_("Data zakończenia udziału"), error_messages={"required": _("Wpisz datę zakończenia.")})
    exit_reason = forms.ChoiceField(
        label=_("Jak zakończył się udział"), choices=ExitReason, widget=forms.RadioSelect, error_messages=REASON
    )
    situations = forms.MultipleChoiceField(
        label=_("Sytuacja do czterech tygodni po zakończeniu"),
        choices=Situation,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("można uzupełnić później, gdy będzie znana"),
    )

    class Meta:
        model = Participation
        fields = ["left_on", "exit_reason", "exit_note", "situations", "business_started_on"]
        field_classes = {"business_started_on": DayField}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        without = NOT_IN.get(self.instance.scope, ())
        self.fields["situations"].choices = [
            (situation.value, situation.label)
            for situation in Situation
            if situation not in without or situation in self.instance.situations
        ]

    def _get_validation_exclusions(self):
        """Leaving is compared with the day of entry, which is not on the form."""
        return super()._get_validation_exclusions() - {"entered_on"}

    def clean_left_on(self):
        left, project = self.cleaned_data["left_on"], self.project
        if left and left > project.ends_on:
            raise forms.ValidationError(
                _("Projekt kończy się %(day)s. Udział nie może trwać dłużej."), params={"day": day(project.ends_on)}
            )
        return not_in_future(left, _("Data zakończenia jest w przyszłości. Wpisz ją, gdy udział się skończy."))

    def clean_situations(self):
        situations = self.cleaned_data["situations"]
        if Situation.NOT_APPLICABLE in situations and len(situations) > 1 and Situation.OTHER not in situations:
            raise forms.ValidationError(_("„Nie dotyczy” wyklucza pozostałe odpowiedzi. Odznacz jedno albo drugie."))
        if self.instance.scope == Scope.SL2014 and len(situations) > 2:
            raise forms.ValidationError(_("Formularz SL2014 ma miejsce na dwie sytuacje. Zostaw dwie najważniejsze."))
        return situations

    def save(self, commit=True):
        """Records the leaving and gives back the participation."""
        return close_participation(participation=self.instance, by=self.user, **self.cleaned_data)
