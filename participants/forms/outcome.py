"""An outcome with its date and proof; each kind asks only what applies to it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.forms import OnceForm
from projects.forms.fields import DayField, MoneyField, plain_number

from ..actions import record_outcome
from ..models import Outcome
from ..vocabulary import ContractKind, OutcomeKind, ProgressSign
from .offers import CHOOSE
from .rules import RulesBesideFields, not_in_future

# Which columns an outcome has only when another column says so.
ONLY_IF = {
    "is_validated": ("kind", OutcomeKind.QUALIFICATION),
    "progress_sign": ("kind", OutcomeKind.SOCIAL_PROGRESS),
    "contract_kind": ("kind", OutcomeKind.EMPLOYMENT),
    "contract_months": ("kind", OutcomeKind.EMPLOYMENT),
    "working_time": ("contract_kind", ContractKind.EMPLOYMENT),
    "contract_value": ("contract_kind", ContractKind.CIVIL),
    "is_subsidised": ("kind", OutcomeKind.EMPLOYMENT),
    "months_after_subsidy": ("is_subsidised", True),
    "is_project_funded": ("contract_kind", ContractKind.BUSINESS),
}


class NumberField(forms.DecimalField):
    """A number written with a comma or a point."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}), **kwargs)

    def to_python(self, value):
        return super().to_python(plain_number(value) if isinstance(value, str) else value)


class OutcomeForm(RulesBesideFields, OnceForm):
    """A result of one participation. Saved without a proof and after its window too; the page says what that means."""

    optional_unsaid = True

    class Meta:
        model = Outcome
        fields = [
            "kind",
            "obtained_on",
            "title",
            "issued_by",
            "evidence",
            "is_validated",
            "progress_sign",
            "contract_kind",
            "contract_months",
            "working_time",
            "contract_value",
            "is_project_funded",
            "is_subsidised",
            "months_after_subsidy",
        ]
        field_classes = {
            "obtained_on": DayField,
            "contract_months": NumberField,
            "working_time": NumberField,
            "contract_value": MoneyField,
            "months_after_subsidy": NumberField,
        }
        error_messages = {
            "kind": {"required": _("Wybierz, co osoba osiągnęła.")},
            "obtained_on": {"required": _("Wpisz datę: od niej zależy, czy rezultat się policzy.")},
        }

    def __init__(self, *args, participation, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.participation, self.user = participation, user
        self.instance.participation = participation
        for name, vocabulary in {
            "kind": OutcomeKind,
            "contract_kind": ContractKind,
            "progress_sign": ProgressSign,
        }.items():
            self.fields[name].choices = [CHOOSE, *vocabulary.choices]

    def clean_obtained_on(self):
        return not_in_future(
            self.cleaned_data["obtained_on"], _("Data rezultatu jest w przyszłości. Wpisz ją, gdy będzie osiągnięty.")
        )

    def clean(self):
        cleaned = super().clean()
        for name, (question, answer) in ONLY_IF.items():
            if cleaned.get(question) != answer:
                self.errors.pop(name, None)
                cleaned[name] = Outcome._meta.get_field(name).get_default() if name != "contract_kind" else ""
        return cleaned

    def own_rows(self):
        return self.participation.outcomes.all()

    def save(self, commit=True):
        """Records the outcome and gives it back."""
        facts = {name: self.cleaned_data[name] for name in self.Meta.fields}
        outcome = self.instance if self.instance.pk else None
        return record_outcome(
            participation=self.participation,
            by=self.user,
            outcome=outcome,
            submission=self.cleaned_data.get("submission"),
            **facts,
        )
