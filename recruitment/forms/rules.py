"""Criteria, quotas, and what decides between equal points: the rules of a round as forms."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from projects.forms.fields import plain_number

from ..models import Criterion, Quota
from ..vocabulary import BY_COMMISSION, CriterionKind, RuleCode, Tie
from .params import params_of

WORDED = {
    RuleCode.QUESTION: _("Treść pytania"),
    RuleCode.SCORE: _("Co komisja ocenia"),
}


class RuledForm(forms.ModelForm):
    """A form of something that asks one rule; the rule is chosen before and does not change. ``instance`` brings it."""

    optional_unsaid = True

    def __init__(self, *args, project, **kwargs):
        super().__init__(*args, **kwargs)
        self.project = project
        self.asked = params_of(self.instance.rule)
        fields = self.asked.fields(project)
        self.fields = fields | self.fields
        self.initial = {**self.asked.initial(self.instance.params), **self.initial}

    def clean(self):
        cleaned = super().clean()
        if not set(self.errors) & set(self.asked.fields(self.project)):
            try:
                self.instance.params = self._read(cleaned)
            except ValidationError as error:
                self._update_errors(error)
        return cleaned

    def _read(self, cleaned):
        """The parameters; a target group with its name, so that the sentence of the rule needs no query."""
        params = self.asked.read(cleaned)
        if "group" in params:
            params["name"] = dict(self.fields["group"].choices)[params["group"]]
        return params


class CriterionForm(RuledForm):
    """A condition or a scored criterion of a round."""

    class Meta:
        model = Criterion
        fields = ["label", "points", "position"]
        widgets = {
            "points": forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
            "position": forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rule = self.instance.rule
        if self.instance.kind == CriterionKind.FORMAL:
            del self.fields["points"]
        else:
            self.fields["points"].required = True
        if rule == RuleCode.SCORE:
            self.fields["points"].label = _("Najwięcej punktów")
        if rule in BY_COMMISSION:
            self.fields["label"].label = WORDED[rule]
            self.fields["label"].required = True
            self.fields["label"].help_text = ""
        self.fields["position"].help_text = _("mniejsza liczba stoi wyżej na liście kryteriów")
        self.fields["position"].required = False

    def clean_position(self):
        return self.cleaned_data["position"] or 0

    def _get_validation_exclusions(self):
        """The kind and the rule are on the instance already; their constraints are asked."""
        return super()._get_validation_exclusions() - {"kind", "rule"}


class QuotaForm(RuledForm):
    """How many places, or what part of them, a group has to get; in this round, or in all rounds together."""

    HERE, ALL = "round", "project"
    over = forms.ChoiceField(
        label=_("Gdzie obowiązuje"),
        choices=[(HERE, _("w tym naborze")), (ALL, _("we wszystkich naborach projektu razem"))],
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Quota
        fields = ["at_least", "percent", "label"]
        widgets = {
            "at_least": forms.TextInput({"inputmode": "numeric", "autocomplete": "off"}),
            "percent": forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}),
        }

    def __init__(self, *args, round, **kwargs):
        super().__init__(*args, **kwargs)
        self.round = round
        self.fields["percent"].help_text = _("jedno z dwojga: osoby albo procent miejsc")
        self.initial.setdefault("over", self.HERE)
        if self.instance.pk and self.instance.round_id is None:
            self.initial["over"] = self.ALL
        self.fields["percent"].localize = True
        if self.is_bound:
            self.data = self.data.copy()
            self.data["percent"] = plain_number(self.data.get("percent", "").rstrip(" %"))

    def clean(self):
        cleaned = super().clean()
        self.instance.round = self.round if cleaned.get("over") == self.HERE else None
        return cleaned

    def _get_validation_exclusions(self):
        return super()._get_validation_exclusions() - {"rule"}


class TiesForm(forms.Form):
    """What decides between equal points: first, then, last. The order of registration closes every list by itself."""

    first = forms.ChoiceField(label=_("Najpierw"), required=False)
    second = forms.ChoiceField(label=_("potem"), required=False)
    third = forms.ChoiceField(label=_("na końcu"), required=False)

    def __init__(self, *args, round, criteria, **kwargs):
        super().__init__(*args, **kwargs)
        scored = [c for c in criteria if c.kind == CriterionKind.SCORED]
        choices = [
            ("", _("–")),
            *Tie.choices,
            *[(f"criterion:{c.pk}", _("więcej punktów: %(name)s") % {"name": c.sentence}) for c in scored],
        ]
        known = {value for value, _label in choices}
        order = [name for name in round.tie_order if name in known]
        for field, name in zip(self, [*order, "", "", ""], strict=False):
            self.fields[field.name].choices = choices
            self.fields[field.name].widget.attrs["class"] = "input"
            self.initial[field.name] = name

    @property
    def order(self):
        """The chosen keys, each once."""
        chosen = [self.cleaned_data.get(name) for name in ("first", "second", "third")]
        return list(dict.fromkeys(name for name in chosen if name))
