"""The parameters of each rule as fields of a form: what is asked, how the answer becomes ``params``, and back."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from participants.forms.person import VOIVODESHIPS
from participants.forms.premises import kinds_offered
from participants.vocabulary import (
    Citizenship,
    Degurba,
    DisabilityDegree,
    Education,
    LabourDetail,
    LabourStatus,
    Sex,
    offered,
)

from ..vocabulary import RuleCode

RANGE = _("Podaj „od” albo „do”.")
BACKWARDS = _("„Od” jest większe niż „do”.")
NOTHING_CHOSEN = _("Zaznacz co najmniej jedną odpowiedź.")


class Params:
    """No parameters: the rule says everything by itself."""

    def fields(self, project):
        return {}

    def initial(self, params):
        return params

    def read(self, cleaned):
        """The parameters as they are kept; ValidationError where they make no rule."""
        return {}


class Values(Params):
    """One or more values of a vocabulary."""

    def __init__(self, vocabulary, label, *, number=False, required=True):
        self.vocabulary, self.label, self.number, self.required = vocabulary, label, number, required

    def choices(self, project):
        return offered(self.vocabulary, project.scope)

    def fields(self, project):
        return {
            "values": forms.MultipleChoiceField(
                label=self.label,
                choices=self.choices(project),
                widget=forms.CheckboxSelectMultiple,
                required=self.required,
                error_messages={"required": NOTHING_CHOSEN},
            )
        }

    def read(self, cleaned):
        chosen = cleaned.get("values") or []
        return {"values": [int(value) for value in chosen] if self.number else chosen}


class Voivodeships(Values):
    def __init__(self):
        super().__init__(None, _("Województwa"))

    def choices(self, project):
        return [(name, name) for name in VOIVODESHIPS]


class Places(Params):
    """Names of places, as many as there are, a comma between them."""

    def fields(self, project):
        hint = _("kilka nazw oddziel przecinkami, na przykład: Sosnowiec, Będzin")
        return {"values": forms.CharField(label=_("Nazwy"), max_length=1000, help_text=hint)}

    def initial(self, params):
        return {"values": ", ".join(params.get("values", []))}

    def read(self, cleaned):
        names = [" ".join(name.split()) for name in (cleaned.get("values") or "").split(",")]
        if not any(names):
            raise ValidationError({"values": _("Wpisz co najmniej jedną nazwę.")})
        return {"values": [name for name in dict.fromkeys(names) if name]}


class Range(Params):
    """From and to, both inclusive, one of them enough."""

    def __init__(self, low_label, high_label, most):
        self.low_label, self.high_label, self.most = low_label, high_label, most

    def fields(self, project):
        widget = forms.TextInput({"inputmode": "numeric", "autocomplete": "off"})
        asked = {"min_value": 0, "max_value": self.most, "required": False, "widget": widget}
        return {
            "low": forms.IntegerField(label=self.low_label, **asked),
            "high": forms.IntegerField(label=self.high_label, **asked),
        }

    def initial(self, params):
        return {**params, "low": params.get("from"), "high": params.get("to")}

    def read(self, cleaned):
        low, high = cleaned.get("low"), cleaned.get("high")
        if low is None and high is None:
            raise ValidationError({"low": RANGE})
        if low is not None and high is not None and low > high:
            raise ValidationError({"high": BACKWARDS})
        return {name: value for name, value in {"from": low, "to": high}.items() if value is not None}


def proved():
    return forms.BooleanField(
        label=_("Liczą się tylko przesłanki z dokumentem"),
        required=False,
        help_text=_("czyli te, przy których wpisano rodzaj i datę dokumentu"),
    )


class PremiseRange(Range):
    def fields(self, project):
        return {**super().fields(project), "documented": proved()}

    def read(self, cleaned):
        return super().read(cleaned) | {"documented": bool(cleaned.get("documented"))}


class Premises(Values):
    def __init__(self):
        super().__init__(None, _("Wystarczy jedna z zaznaczonych"))

    def choices(self, project):
        return [(kind.value, kind.label) for kind in kinds_offered(project.scope)]

    def fields(self, project):
        return {**super().fields(project), "documented": proved()}

    def read(self, cleaned):
        return super().read(cleaned) | {"documented": bool(cleaned.get("documented"))}


class Group(Params):
    """A target group of the project; its name is kept beside its number, so that the sentence needs no query."""

    def fields(self, project):
        choices = [(group.pk, group.name) for group in project.target_groups.all()]
        return {
            "group": forms.TypedChoiceField(
                label=_("Grupa docelowa"),
                choices=choices,
                coerce=int,
                help_text="" if choices else _("Projekt nie ma jeszcze grup docelowych: wpisz je w danych projektu."),
            )
        }

    def read(self, cleaned):
        return {"group": cleaned.get("group")}


class Surroundings(Params):
    def fields(self, project):
        choices = [("no", _("osoba zagrożona wykluczeniem, nie z otoczenia")), ("yes", _("osoba z otoczenia"))]
        return {"is": forms.ChoiceField(label=_("Kto"), choices=choices, widget=forms.RadioSelect)}

    def initial(self, params):
        return {"is": "yes" if params.get("is") else "no"}

    def read(self, cleaned):
        return {"is": cleaned.get("is") == "yes"}


PARAMS = {
    RuleCode.SEX: Values(Sex, _("Płeć")),
    RuleCode.AGE: Range(_("Od lat"), _("Do lat"), 120),
    RuleCode.VOIVODESHIP: Voivodeships(),
    RuleCode.COUNTY: Places(),
    RuleCode.COMMUNE: Places(),
    RuleCode.DEGURBA: Values(Degurba, _("Obszary"), number=True),
    RuleCode.PREMISES: PremiseRange(_("Od ilu przesłanek"), _("Do ilu przesłanek"), 29),
    RuleCode.PREMISE: Premises(),
    RuleCode.DISABILITY: Values(DisabilityDegree, _("Stopień; nic nie zaznaczone znaczy każdy"), required=False),
    RuleCode.LABOUR: Values(LabourStatus, _("Status na rynku pracy")),
    RuleCode.LABOUR_DETAIL: Values(LabourDetail, _("W tym")),
    RuleCode.EDUCATION: Values(Education, _("Wykształcenie")),
    RuleCode.CITIZENSHIP: Values(Citizenship, _("Obywatelstwo")),
    RuleCode.TARGET_GROUP: Group(),
    RuleCode.SURROUNDINGS: Surroundings(),
}
WITHOUT = Params()


def params_of(rule):
    """How the parameters of this rule are asked."""
    return PARAMS.get(rule, WITHOUT)
