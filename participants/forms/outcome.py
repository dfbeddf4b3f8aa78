"""An outcome with its date and proof; each kind asks only what applies to it."""

from django import forms
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from projects.forms import OnceForm
from projects.forms.fields import DayField, MoneyField, plain_number

from ..actions import record_outcome
from ..models import Outcome
from ..vocabulary import ContractKind, DocumentKind, OutcomeKind, ProgressSign
from .offers import CHOOSE
from .proof import WithProofs
from .rules import RulesBesideFields, not_in_future

# Which columns an outcome has only when another column says so.
ONLY_IF = {
    "is_validated": ("kind", (OutcomeKind.QUALIFICATION,)),
    "certificate_number": ("kind", (OutcomeKind.QUALIFICATION, OutcomeKind.COMPETENCE)),
    "progress_sign": ("kind", (OutcomeKind.SOCIAL_PROGRESS,)),
    "is_registered": ("kind", (OutcomeKind.JOB_SEARCH,)),
    "is_school_form": ("kind", (OutcomeKind.EDUCATION,)),
    "contract_kind": ("kind", (OutcomeKind.EMPLOYMENT,)),
    "contract_months": ("contract_kind", (ContractKind.EMPLOYMENT, ContractKind.CIVIL, ContractKind.BUSINESS)),
    "working_time": ("contract_kind", (ContractKind.EMPLOYMENT,)),
    "contract_value": ("contract_kind", (ContractKind.CIVIL, ContractKind.SPECIFIC_WORK)),
    "is_subsidised": ("contract_kind", (ContractKind.EMPLOYMENT, ContractKind.CIVIL)),
    "months_after_subsidy": ("is_subsidised", (True,)),
    "pkd": ("contract_kind", (ContractKind.BUSINESS,)),
    "is_project_funded": ("contract_kind", (ContractKind.BUSINESS,)),
    "grant_amount": ("is_project_funded", (True,)),
}
# What kind of document a new file is, by what it proves.
PROOF_KINDS = {
    OutcomeKind.QUALIFICATION: DocumentKind.CERTIFICATE,
    OutcomeKind.COMPETENCE: DocumentKind.CERTIFICATE,
    OutcomeKind.EMPLOYMENT: DocumentKind.JOB,
    OutcomeKind.SOCIAL_PROGRESS: DocumentKind.PROGRESS,
}
KINDS = [
    (kind.value, _("praca lub własna działalność") if kind == OutcomeKind.EMPLOYMENT else kind.label)
    for kind in OutcomeKind
]


class NumberField(forms.DecimalField):
    """A number written with a comma or a point."""

    def __init__(self, **kwargs):
        super().__init__(widget=forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}), **kwargs)

    def to_python(self, value):
        return super().to_python(plain_number(value) if isinstance(value, str) else value)


class OutcomeForm(WithProofs, RulesBesideFields, OnceForm):
    """A result of one participation. Saved without a proof and after its window too; the page says what that means."""

    optional_unsaid = True

    class Meta:
        model = Outcome
        fields = ["kind", "obtained_on", "title", "issued_by", "evidence", *ONLY_IF]
        field_classes = {
            "obtained_on": DayField,
            "contract_months": NumberField,
            "working_time": NumberField,
            "contract_value": MoneyField,
            "months_after_subsidy": NumberField,
            "grant_amount": MoneyField,
        }
        labels = {
            "evidence": _("Dowód słowami"),
            "issued_by": _("Kto wydał lub potwierdził"),
            "contract_months": _("Na ile miesięcy"),
        }
        help_texts = {
            "issued_by": _("instytucja walidująca, szkoła, urząd, psycholog"),
            "evidence": _("rodzaj i numer dokumentu; puste: nazwa dołączonego pliku"),
            "contract_months": _("własna działalność: ile miesięcy jest prowadzona"),
        }
        error_messages = {
            "kind": {"required": _("Wybierz, co osoba osiągnęła.")},
            "obtained_on": {"required": _("Wpisz datę: od niej zależy, czy rezultat się policzy.")},
        }

    def __init__(self, *args, participation, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.participation, self.user = participation, user
        self.instance.participation = participation
        self.fields["kind"].choices = [CHOOSE, *KINDS]
        for name, vocabulary in {"contract_kind": ContractKind, "progress_sign": ProgressSign}.items():
            self.fields[name].choices = [CHOOSE, *vocabulary.choices]
        self.add_proofs(participation, chosen=self.instance.documents.order_by("pk") if self.instance.pk else ())

    def clean_obtained_on(self):
        return not_in_future(
            self.cleaned_data["obtained_on"], _("Data rezultatu jest w przyszłości. Wpisz ją, gdy będzie osiągnięty.")
        )

    def clean_pkd(self):
        """96.02.z and 9602Z as it is written in the register: 96.02.Z."""
        code = self.cleaned_data["pkd"].replace(".", "").replace(" ", "").upper()
        return f"{code[:2]}.{code[2:4]}.{code[4:]}" if len(code) == 5 else self.cleaned_data["pkd"]

    def clean(self):
        cleaned = super().clean()
        for name, (question, answers) in ONLY_IF.items():
            if cleaned.get(question) not in answers:
                self.errors.pop(name, None)
                field = Outcome._meta.get_field(name)
                cleaned[name] = "" if field.empty_strings_allowed and not field.null else field.get_default()
        return cleaned

    def own_rows(self):
        return self.participation.outcomes.all()

    @transaction.atomic
    def save(self, commit=True):
        """Records the outcome with its files and gives it back."""
        facts = {name: self.cleaned_data[name] for name in self.Meta.fields}
        row = record_outcome(
            participation=self.participation,
            by=self.user,
            outcome=self.instance if self.instance.pk else None,
            submission=self.cleaned_data.get("submission"),
            **facts,
        )
        self.keep_proofs(row, by=self.user, kind=self._kind_of_proof(row))
        return row

    def _kind_of_proof(self, row):
        if row.contract_kind == ContractKind.BUSINESS:
            return DocumentKind.BUSINESS
        return PROOF_KINDS.get(row.kind, DocumentKind.OTHER)
