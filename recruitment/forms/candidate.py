"""The application form: the participant's questions, asked of somebody who is not on record yet."""

from typing import ClassVar

from django import forms
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from participants.forms.layout import ADDRESS, QUESTIONS, asked_by
from participants.forms.offers import CHOOSE, offer_official_values, places_on_record
from participants.forms.person import PersonForm, ResidenceCleaning, VoivodeshipField
from participants.forms.premises import WithPremises
from participants.forms.rules import FIELD_OF_RULE
from participants.pesel import said_by
from participants.vocabulary import UNEMPLOYED, Answer, Citizenship, LabourStatus
from projects.forms import WithinProjectForm
from projects.forms.fields import DayField
from projects.templatetags.polish import day

from ..actions.registering import register
from ..models import Candidate
from .candidate_layout import helper_for

NOBODY = _("Wpisz nazwisko albo imię: po czymś trzeba tę osobę odnaleźć.")
ALREADY_APPLIED = _("Ta osoba złożyła już zgłoszenie %(number)s w tym naborze.")
BEFORE_ROUND = _("Nabór zaczął się %(day)s. Wybierz inny nabór albo popraw datę wpływu.")
NO_SUCH_CANDIDATE = _("Nie ma takiej osoby wśród kandydatów. Wpisz numer zgłoszenia, nazwisko albo PESEL.")
SEVERAL = _("Pasuje kilka osób. Wpisz numer zgłoszenia tej właściwej.")
IN_FUTURE = _("Data wpływu zgłoszenia jest w przyszłości.")
# What stands in a field that the page does not show, by the answer that would show it.
ONLY_IF = {
    "occupation": ("labour_status", LabourStatus.EMPLOYED),
    "employer": ("labour_status", LabourStatus.EMPLOYED),
    "disability_degree": ("disability", Answer.YES),
    "disability_kind": ("disability", Answer.YES),
}
# The commission decides about people; institutions delegate theirs on the entry form.
NOT_ASKED = {"participant_kind", "institution", "delegated_by", "entered_on"}


def beside():
    """The rules of identity, entry facts and address under a candidate's name, each with its field."""
    rules = {f"candidate_{rule.partition('_')[2]}": field for rule, field in FIELD_OF_RULE.items()}
    return rules | {"candidate_pesel_once_a_round": "pesel", "candidate_main_person_of_surroundings": "main_person"}


class CandidateForm(WithPremises, ResidenceCleaning, WithinProjectForm, PersonForm):
    """Formularz zgłoszeniowy. May be saved with almost nothing; the assessment says what the criteria still need."""

    optional_unsaid = True
    beside: ClassVar = beside()
    missing = frozenset()

    citizenship = forms.ChoiceField(label=_("Obywatelstwo"), choices=[CHOOSE, *Citizenship.choices], required=False)
    voivodeship = VoivodeshipField()
    main_person = forms.CharField(
        label=_("Z otoczenia osoby"),
        max_length=160,
        required=False,
        help_text=_("numer zgłoszenia, nazwisko i imię albo PESEL innej osoby z rekrutacji"),
    )

    class Meta(PersonForm.Meta):
        model = Candidate
        fields = [
            "round",
            "applied_on",
            "applied_at",
            *PersonForm.Meta.fields,
            "citizenship",
            "education",
            *ADDRESS,
            "labour_status",
            "labour_detail",
            "unemployed_since",
            "occupation",
            "employer",
            "education_ends_on",
            "target_group",
            "is_surroundings",
            *QUESTIONS,
            "disability_degree",
            "disability_kind",
            "needs",
            "note",
        ]
        field_classes = {
            **PersonForm.Meta.field_classes,
            **dict.fromkeys(("applied_on", "unemployed_since", "education_ends_on"), DayField),
        }
        widgets = {
            **PersonForm.Meta.widgets,
            "applied_at": forms.TimeInput({"type": "time"}, format="%H:%M"),
            "note": forms.Textarea({"rows": 3}),
        }

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.is_new = self.instance.pk is None
        self.scope = self.project.scope
        asked = asked_by(self.scope, self.project) - NOT_ASKED
        asked_always = {"round", "applied_on", "applied_at", "is_surroundings", "main_person", "needs", "note"}
        kept = asked | asked_always | set(PersonForm.base_fields) | {"submission"}
        self.fields = {name: field for name, field in self.fields.items() if name in kept}
        self._offer_rows_of_the_project()
        on_record = {} if self.is_new else {row.kind: row.document for row in self.instance.premises.all()}
        self.add_premises(self.scope, on_record)
        offer_official_values(self)
        self.initial.setdefault("applied_on", timezone.localdate())
        main = self.instance.main_candidate
        self.initial.setdefault("main_person", main.number if main else "")

    def _offer_rows_of_the_project(self):
        self.fields["round"].queryset = self.project.rounds.order_by("-opens_on", "-pk")
        self.fields["round"].empty_label = None
        groups = self.project.target_groups.order_by("pk")
        if groups and "target_group" in self.fields:
            self.fields["target_group"].queryset = groups
            self.fields["target_group"].empty_label = CHOOSE[1]
        else:
            self.fields.pop("target_group", None)

    # --- what was typed

    def clean_applied_on(self):
        applied = self.cleaned_data["applied_on"]
        if applied > timezone.localdate():
            raise forms.ValidationError(IN_FUTURE)
        return applied

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("last_name") and not cleaned.get("first_name"):
            self.add_error("last_name", NOBODY)
        if group := cleaned.get("target_group"):
            cleaned["is_surroundings"] = cleaned.get("is_surroundings") or group.is_surroundings
        self._find_main_person(cleaned)
        for name, (question, answer) in ONLY_IF.items():
            if name in cleaned and cleaned.get(question) != answer:
                cleaned[name] = ""
        if cleaned.get("labour_status") not in UNEMPLOYED:
            cleaned["unemployed_since"] = None
        self._refuse_what_the_round_refuses(cleaned)
        return cleaned

    def _find_main_person(self, cleaned):
        """Whose surroundings the candidate belongs to: one other candidate of this project."""
        text = (cleaned.get("main_person") or "").strip()
        self.instance.main_candidate = None
        if not text or not cleaned.get("is_surroundings"):
            return
        others = self.project.candidates.exclude(pk=self.instance.pk)
        found = others.filter(number__iexact=text)[:1] or others.matching(text).order_by("pk")[:2]
        if len(found) == 1:
            self.instance.main_candidate = found[0]
        else:
            self.add_error("main_person", SEVERAL if found else NO_SUCH_CANDIDATE)

    def _refuse_what_the_round_refuses(self, cleaned):
        chosen, applied, pesel = cleaned.get("round"), cleaned.get("applied_on"), cleaned.get("pesel")
        if chosen and applied and applied < chosen.opens_on:
            error = forms.ValidationError(BEFORE_ROUND, params={"day": day(chosen.opens_on)})
            self.add_error("applied_on", error)
        if chosen and pesel:
            twin = chosen.candidates.filter(pesel=pesel).exclude(pk=self.instance.pk).first()
            if twin and twin != self.made_before():
                self.add_error("pesel", forms.ValidationError(ALREADY_APPLIED, params={"number": twin.number}))

    # --- what the page shows

    @property
    def helper(self):
        return helper_for(self)

    @property
    def questions(self):
        """The questions about status, as bound fields in the order of the paper."""
        return [self[name] for name in QUESTIONS if name in self.fields]

    @property
    def places(self):
        return places_on_record(self.project)

    @cached_property
    def said(self):
        """What the PESEL in the form says, for the line under it."""
        text = self["pesel"].value() or ""
        return said_by(text, on=timezone.localdate(), project=self.project, user=self.user)

    @property
    def pesel_url(self):
        return reverse("recruitment:candidate_pesel", args=[self.project.slug])

    def save(self, commit=True):
        """Records everything in one transaction and gives back the candidate."""
        return register(candidate=self.instance, by=self.user, premises=self.premises)
