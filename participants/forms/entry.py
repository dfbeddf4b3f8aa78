"""The entry form: one form over a person, her participation and the premises, in the order of the paper."""

from typing import ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from projects.forms import WithinProjectForm
from projects.forms.fields import DayField
from projects.templatetags.polish import day as written

from ..actions import CONTACT, IDENTITY, NAMES, correct_entry, enrol
from ..completeness import Completeness, completed_years
from ..known import bears_name, recognise
from ..long_term import detail_by_date
from ..models import Participation, Person
from ..pesel import WHO, said_by
from ..surroundings import people_matching
from ..vocabulary import UNEMPLOYED, Answer, Citizenship, LabourDetail, LabourStatus, ParticipantKind, Scope
from .layout import ADDRESS, QUESTIONS, asked_by, helper_for
from .offers import CHOOSE, delegating, offer_official_values, places_on_record, ranges_on_record
from .person import PersonForm, ResidenceCleaning, VoivodeshipField
from .premises import WithPremises
from .rules import FIELD_OF_RULE, RulesBesideFields, by_first_support, within_institution, within_project

NOBODY = _("Wpisz nazwisko albo imię: po czymś trzeba tę osobę odnaleźć.")
ALREADY_HERE = _("Ta osoba już jest w tym projekcie.")
OTHER_NAME = _(
    "Nazwisko i imię nie zgadzają się z tym numerem PESEL. Porównaj jedno i drugie z dokumentem; jeśli są dobre, "
    "poproś administratora systemu."
)
NO_SUCH_PERSON = _("Nie ma takiej osoby w tym projekcie. Wpisz nazwisko i imię albo PESEL.")
SEVERAL = _("Pasuje kilka osób. Wybierz właściwą z listy albo wpisz jej PESEL.")
OTHER_NAMES = _("Pod tym numerem PESEL zapisano inne nazwisko lub imię. Wybierz przy numerze, które jest właściwe.")
AS_RECORDED, AS_TYPED = "record", "typed"
WHOSE_NAMES = [("", ""), (AS_RECORDED, _("jak zapisano")), (AS_TYPED, _("jak wpisano"))]
AFTER_ENTRY = _("Ta data jest późniejsza niż rozpoczęcie udziału. Popraw jedną z dat.")
# What stands in a field that the page does not show, by the answer that would show it.
ONLY_IF = {
    "occupation": ("labour_status", LabourStatus.EMPLOYED),
    "employer": ("labour_status", LabourStatus.EMPLOYED),
    "institution": ("participant_kind", ParticipantKind.EMPLOYEE),
    "delegated_by": ("participant_kind", ParticipantKind.EMPLOYEE),
    "disability_degree": ("disability", Answer.YES),
    "disability_kind": ("disability", Answer.YES),
}
DETAIL_BY_DATE = {
    LabourDetail.LONG_TERM: _(
        "Bez pracy od %(day)s, czyli dość długo: to osoba długotrwale bezrobotna. Popraw „w tym” albo datę."
    ),
    LabourDetail.UNEMPLOYED_OTHER: _(
        "Bez pracy od %(day)s, czyli za krótko, by być osobą długotrwale bezrobotną. Popraw „w tym” albo datę."
    ),
}


class EntryForm(WithPremises, ResidenceCleaning, RulesBesideFields, WithinProjectForm):
    """A person's way into a project. May be saved with almost nothing; ``completeness`` says what the institution still needs.

    ``person`` is the person as typed, ``known`` whom the PESEL recognises (``known.Known``) or None. ``is_final`` is False while
    the form is still being typed.
    """

    optional_unsaid = True
    known = None
    beside: ClassVar = {
        **FIELD_OF_RULE,
        "participation_leaves_after_entering": "entered_on",
        "participation_business_after_entry": "entered_on",
        "participation_leaves_only_if_entered": "entered_on",
    }

    citizenship = forms.ChoiceField(label=_("Obywatelstwo"), choices=[CHOOSE, *Citizenship.choices], required=False)
    voivodeship = VoivodeshipField()
    main_person = forms.CharField(
        label=_("Z otoczenia osoby"),
        max_length=160,
        required=False,
        help_text=_("nazwisko i imię albo PESEL osoby z tego projektu"),
    )
    names = forms.ChoiceField(label=_("Nazwisko i imię"), choices=WHOSE_NAMES, required=False)
    main_choice = forms.IntegerField(label=_("Osoba główna"), required=False, widget=forms.HiddenInput)

    class Meta:
        model = Participation
        fields = [
            "education",
            *ADDRESS,
            "entered_on",
            "labour_status",
            "labour_detail",
            "unemployed_since",
            "occupation",
            "employer",
            "education_ends_on",
            "participant_kind",
            "delegated_by",
            "institution",
            "support_range",
            "target_group",
            "is_surroundings",
            *QUESTIONS,
            "disability_degree",
            "disability_kind",
        ]
        field_classes = dict.fromkeys(("entered_on", "unemployed_since", "education_ends_on"), DayField)

    def __init__(self, *args, user, is_final=True, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        self.is_final = is_final
        self.is_new = self.instance.pk is None
        self.scope = self.instance.scope = self.instance.scope or self.project.scope
        self._ask_only_what_the_form_asks()
        self._take_in_person()
        on_record = {} if self.is_new else {row.kind: row.document for row in self.instance.premises.all()}
        self.add_premises(self.scope, on_record)
        offer_official_values(self)

    # --- the fields

    def _ask_only_what_the_form_asks(self):
        asked = asked_by(self.scope, self.project) | {"submission", "main_choice", "names"}
        asked |= {name for name in ("institution",) if getattr(self.instance, name)}  # written before there was a list
        self.fields = {name: field for name, field in self.fields.items() if name in asked}
        if "delegated_by" in self.fields:
            self.fields["delegated_by"].queryset = delegating(self.project, self.instance.delegated_by_id)
            self.fields["delegated_by"].empty_label = CHOOSE[1]
        if "support_range" in self.fields:
            self.fields["support_range"].widget.attrs["list"] = "known-support_range"
        groups = self.project.target_groups.all()
        if groups:
            self.fields["target_group"].queryset = groups
            self.fields["target_group"].empty_label = CHOOSE[1]
        else:
            del self.fields["target_group"]

    def _take_in_person(self):
        """The fields of the person stand among those of the participation, under the same names."""
        person = Person() if self.is_new else self.instance.person
        self.person_form = PersonForm(self.data if self.is_bound else None, instance=person)
        self.person = self.person_form.instance
        self.fields |= self.person_form.fields
        if self.scope == Scope.SMEFS:
            self.fields["email"].help_text = _("gdy osoba nie ma swojego adresu, wpisz adres projektu")
        self.initial = {**self.person_form.initial, **self.initial}
        self.initial.setdefault("citizenship", Citizenship.POLISH if self.is_new else self.instance.citizenship)
        main = None if self.is_new else self.instance.main_participation
        self.initial.setdefault("main_person", main.person.name if main else "")
        self.main_matches = []

    # --- what was typed

    def _get_validation_exclusions(self):
        """The day of entry is compared with what was recorded on leaving, which is not on the form."""
        return super()._get_validation_exclusions() - {"left_on", "business_started_on"}

    def clean_entered_on(self):
        return by_first_support(within_project(self.cleaned_data["entered_on"], self.project), self.instance)

    def clean(self):
        cleaned = super().clean()
        self._join(self.person_form)
        cleaned |= {name: self.person_form.cleaned_data.get(name) for name in self.person_form.fields}
        if self.is_final and not cleaned.get("last_name") and not cleaned.get("first_name"):
            self.add_error("last_name", NOBODY)
        if group := cleaned.get("target_group"):
            cleaned["is_surroundings"] = cleaned.get("is_surroundings") or group.is_surroundings
        self._find_main_person(cleaned)
        for name, (question, answer) in ONLY_IF.items():
            if name in cleaned and cleaned.get(question) != answer:
                cleaned[name] = None if name == "delegated_by" else ""
        if "unemployed_since" in cleaned:
            self._follow_the_date(cleaned)
        if cleaned.get("delegated_by"):
            self._stay_within_institution(cleaned)
        if cleaned.get("pesel"):
            self._recognise(cleaned)
        return cleaned

    def _follow_the_date(self, cleaned):
        """Since when without work decides the "w tym": it is filled in where it is empty, and refused where it says otherwise."""
        if cleaned.get("labour_status") not in UNEMPLOYED:
            cleaned["unemployed_since"] = None
        since, entered_on = cleaned["unemployed_since"], cleaned.get("entered_on")
        if since and entered_on and since > entered_on:
            return self.add_error("unemployed_since", AFTER_ENTRY)
        right = detail_by_date(cleaned.get("labour_status"), since, entered_on, cleaned.get("birth_date"))
        if right and not cleaned.get("labour_detail"):
            cleaned["labour_detail"] = right
        elif right and right != cleaned["labour_detail"]:
            self.add_error("labour_detail", DETAIL_BY_DATE[right] % {"day": written(since)})

    def _join(self, part):
        """What is wrong with the person is wrong with the form; a field already refused is not refused twice."""
        for name, errors in part.errors.as_data().items():
            if name not in self.errors:
                self.add_error(name if name in self.fields else None, errors)

    def _stay_within_institution(self, cleaned):
        try:
            within_institution(
                cleaned["delegated_by"], entered_on=cleaned.get("entered_on"), left_on=self.instance.left_on
            )
        except forms.ValidationError as error:
            self.add_error("entered_on" if cleaned.get("entered_on") else "delegated_by", error)

    def _find_main_person(self, cleaned):
        """Whose surroundings the person belongs to: the one chosen from the list, else whom the text finds.

        An answer left as it was stays, also where two people bear one name.
        """
        text = (cleaned.get("main_person") or "").strip()
        if not text or not cleaned.get("is_surroundings"):
            self.instance.main_participation = None
        elif cleaned.get("main_choice") or self.is_new or text != self.initial["main_person"]:
            found = people_matching(self.project, text, but=self.instance.pk)
            chosen = [participation for participation in found if participation.pk == cleaned.get("main_choice")]
            if len(chosen or found) == 1:
                self.instance.main_participation = (chosen or found)[0]
                self.main_matches = chosen  # stays chosen when something else is refused
            else:
                self.main_matches = found
                self.add_error("main_person", SEVERAL if found else NO_SUCH_PERSON)

    def _recognise(self, cleaned):
        """Somebody here is refused; a hidden person of another name too, but only on saving: typing tells nothing of her.

        The names of somebody whom the user may see are not replaced before it was asked which are right.
        """
        but = None if self.is_new else self.instance
        typed = {name: cleaned.get(name) or "" for name in NAMES}
        self.known = recognise(
            cleaned["pesel"],
            project=self.project,
            user=self.user,
            but=but,
            since=cleaned.get("entered_on"),
            names=typed,
        )
        if self.known and self.known.here:
            self.add_error("pesel", ALREADY_HERE)
        elif self.known and not self.known.may_be_shown and self.is_final:
            if not bears_name(self.known.person, **typed):
                self.add_error("pesel", OTHER_NAME)
        elif self.known and self.known.names and self.is_final and not cleaned.get("names"):
            self.add_error("last_name", OTHER_NAMES)

    # --- what comes of it

    @property
    def typed_citizenship(self):
        if self.is_bound and "citizenship" in self.fields:
            return self.cleaned_data.get("citizenship", "")
        return self.instance.citizenship or self.initial["citizenship"]

    @property
    def completeness(self):
        """What is missing, as the form is filled in now."""
        self.is_valid()
        return Completeness.of_form(self)

    def place_of(self, name):
        """The field where a requirement can be met: sex and birth date by the PESEL, unless there is none."""
        without = self["no_pesel"].value()
        if without and name == "pesel":
            return "other_identifier"
        return "pesel" if not without and name in ("sex", "birth_date") else name

    @property
    def helper(self):
        return helper_for(self)

    @property
    def questions(self):
        """The questions about status, as bound fields in the order of the paper."""
        return [self[name] for name in QUESTIONS if name in self.fields]

    @property
    def said(self):
        """What the PESEL in the form says, for the line under it."""
        text = self["pesel"].value() or ""
        but = None if self.is_new else self.instance
        who = {name: self[name].value() for name in WHO if name in self.fields}
        text = "" if self["no_pesel"].value() else text
        return said_by(text, on=self.instance.entered_on, project=self.project, user=self.user, but=but, who=who)

    @property
    def places(self):
        ranges = [("support_range", ranges_on_record(self.project))] if "support_range" in self.fields else []
        return places_on_record(self.project) + ranges

    @property
    def age(self):
        """Completed years on the day of entry, as far as the form is filled in; None where it does not say."""
        return completed_years(self.person.birth_date, self.instance.entered_on)

    def save(self, commit=True):
        """Records everything in one transaction and gives back the participation."""
        person = {name: self.cleaned_data.get(name) for name in (*IDENTITY, *CONTACT)}
        facts = {name: getattr(self.instance, name) for name in self.Meta.fields if name in self.fields}
        facts["main_participation"] = self.instance.main_participation
        if "citizenship" in self.fields:
            facts["citizenship"] = self.cleaned_data["citizenship"]
        given = {"by": self.user, "person": person, "facts": facts, "premises": self.premises}
        given["rename"] = bool(self.known and self.known.may_be_shown and self.cleaned_data.get("names") == AS_TYPED)
        if self.is_new:
            return enrol(project=self.project, submission=self.cleaned_data.get("submission"), **given)
        return correct_entry(participation=self.instance, **given)
