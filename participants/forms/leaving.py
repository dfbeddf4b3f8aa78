"""Leaving the project: when, how, by the path or not, and the person's situation within four weeks."""

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.forms import WithinProjectForm
from projects.forms.fields import DayField
from projects.templatetags.polish import day

from ..actions import close_participation
from ..by_path import implied
from ..models import Participation
from ..vocabulary import UNEMPLOYED, ExitReason, LabourDetail, LabourStatus, OutcomeKind, Scope, Situation
from ..windows import Windows
from .rules import RulesBesideFields, not_in_future, within_institution

REASON = {"required": _("Zaznacz, jak zakończył się udział.")}
NOT_IN = {
    Scope.SL2014: (Situation.SOCIAL,),
    Scope.SMEFS: (Situation.STILL_EMPLOYED,),
}
FOLLOWS = ("", _("jak wynika ze sposobu zakończenia i ze ścieżki"))
PATH_ANSWERS = [FOLLOWS, ("True", _("tak")), ("False", _("nie"))]
NO_EFFECT = {Situation.OTHER, Situation.NOT_APPLICABLE}  # together they say that nothing changed (SL2014, S-impl 43)

SHOWN_BY = {
    OutcomeKind.QUALIFICATION: Situation.QUALIFICATION,
    OutcomeKind.COMPETENCE: Situation.COMPETENCE,
    OutcomeKind.EMPLOYMENT: Situation.JOB,
    OutcomeKind.JOB_SEARCH: Situation.SEEKING,
    OutcomeKind.EDUCATION: Situation.EDUCATION,
    OutcomeKind.SOCIAL_PROGRESS: Situation.SOCIAL,
}
AT_MOST = {Scope.SL2014: 2}


def situations_shown_by_outcomes(participation):
    """The situations that outcomes on record speak of, as far as the form knows them; those after the four weeks say nothing."""
    until = participation.left_on and Windows(participation.left_on).results_until
    outcomes = participation.outcomes.order_by("obtained_on", "pk")
    shown = [SHOWN_BY[one.kind] for one in outcomes if until is None or one.obtained_on <= until]
    offered = situations_for(participation)
    return [s for s in dict.fromkeys(shown) if s in offered][: AT_MOST.get(participation.scope)]


def situations_for(participation):
    """The situations that the official form knows and that may be those of this person, by her status at entry.

    A job and looking for one are results of those who had none; looking for one of the inactive alone; education of those who
    were not in it. Whatever is on record stays on offer.
    """
    without = set(NOT_IN.get(participation.scope, ()))
    status = participation.labour_status
    if status == LabourStatus.EMPLOYED:
        without |= {Situation.JOB, Situation.SEEKING}
    elif status:
        without.add(Situation.STILL_EMPLOYED)
    if status in UNEMPLOYED:
        without.add(Situation.SEEKING)
    if participation.labour_detail == LabourDetail.IN_EDUCATION:
        without.add(Situation.EDUCATION)
    return [s for s in Situation if s not in without or s in participation.situations]


def reasons_for(participation):
    """The ways of leaving that apply: nobody who works at entry leaves in order to take a job."""
    employed = participation.labour_status == LabourStatus.EMPLOYED
    return [r for r in ExitReason if not (employed and r == ExitReason.TOOK_JOB) or r == participation.exit_reason]


def may_start_business(participation):
    """Whether the official form may ask for the day a business was started: not of somebody who has one."""
    return participation.labour_detail != LabourDetail.SELF_EMPLOYED or participation.business_started_on is not None


class LeaveForm(RulesBesideFields, WithinProjectForm):
    """Facts on leaving. Facts at entry are not on it; they decide what it asks."""

    optional_unsaid = True

    left_on = DayField(label=_("Data zakończenia udziału"), error_messages={"required": _("Wpisz datę zakończenia.")})
    exit_reason = forms.ChoiceField(
        label=_("Jak zakończył się udział"), choices=ExitReason, widget=forms.RadioSelect, error_messages=REASON
    )
    by_path = forms.TypedChoiceField(
        label=_("Zakończenie zgodne z zaplanowaną ścieżką"),
        choices=PATH_ANSWERS,
        coerce=lambda value: value == "True",
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    situations = forms.MultipleChoiceField(
        label=_("Sytuacja do czterech tygodni po zakończeniu"),
        choices=Situation,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    class Meta:
        model = Participation
        fields = [
            "left_on",
            "exit_reason",
            "exit_note",
            "by_path",
            "by_path_note",
            "situations",
            "business_started_on",
        ]
        field_classes = {"business_started_on": DayField}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        person = self.instance
        self.fields["situations"].choices = [(s.value, s.label) for s in situations_for(person)]
        self.fields["situations"].help_text = (
            _("najwyżej dwie: sytuacja (1) i sytuacja (2); można uzupełnić później, gdy będzie znana")
            if person.scope == Scope.SL2014
            else _("można zaznaczyć kilka i uzupełnić później, gdy będzie znana")
        )
        if not person.situations:
            self.initial["situations"] = situations_shown_by_outcomes(person)
        self.fields["exit_reason"].choices = [(r.value, r.label) for r in reasons_for(person)]
        self.fields["by_path"].initial = ""
        if not may_start_business(person):
            del self.fields["business_started_on"]

    @property
    def implied(self):
        """What follows for the path from the way of leaving, as typed or on record; None while none is chosen."""
        return implied(self.instance, self["exit_reason"].value())

    def _get_validation_exclusions(self):
        """Leaving is compared with the day of entry, and situations with the scope, which are not on the form."""
        return super()._get_validation_exclusions() - {"entered_on", "scope"}

    def clean_left_on(self):
        left, project = self.cleaned_data["left_on"], self.project
        if left and left > project.ends_on:
            raise forms.ValidationError(
                _("Projekt kończy się %(day)s. Udział nie może trwać dłużej."), params={"day": day(project.ends_on)}
            )
        if left and self.instance.delegated_by:
            within_institution(self.instance.delegated_by, entered_on=self.instance.entered_on, left_on=left)
        return not_in_future(left, _("Data zakończenia jest w przyszłości. Wpisz ją, gdy udział się skończy."))

    def clean_situations(self):
        situations = self.cleaned_data["situations"]
        if Situation.NOT_APPLICABLE in situations and set(situations) - NO_EFFECT:
            raise forms.ValidationError(_("„Nie dotyczy” wyklucza pozostałe odpowiedzi. Odznacz jedno albo drugie."))
        return situations

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("exit_reason") == ExitReason.OTHER and not cleaned.get("exit_note"):
            self.add_error("exit_note", _("Napisz krótko, z jakiego powodu."))
        self._path_departs_with_reason(cleaned)
        return cleaned

    def _path_departs_with_reason(self, cleaned):
        """Only an answer that departs from what follows is kept, and needs a reason; the reason of any other is forgotten."""
        follows = implied(self.instance, cleaned.get("exit_reason"))
        if follows and cleaned.get("by_path") in (None, follows.by_path):
            cleaned.update(by_path=None, by_path_note="")
        elif follows and not cleaned.get("by_path_note"):
            self.add_error("by_path_note", _("To inaczej, niż wynika ze sposobu zakończenia. Napisz dlaczego."))

    def save(self, commit=True):
        """Records the leaving and gives back the participation."""
        facts = {name: self.cleaned_data[name] for name in self.Meta.fields if name in self.fields}
        return close_participation(participation=self.instance, by=self.user, **facts)
