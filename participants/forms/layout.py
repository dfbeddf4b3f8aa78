"""The entry form drawn in the order of the paper: which fields each official form asks, and where they stand."""

from datetime import date

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Div, Field, Fieldset, Layout
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from ..vocabulary import Scope, Sex

# Regulation (EU) 2018/1046 struck the household indicators out: docs/decisions/entry-form.md
HOUSEHOLD_DROPPED_ON = date(2018, 8, 2)
HOUSEHOLD = ("jobless_household", "household_children", "single_adult_household")
QUESTIONS = ("minority", "foreign_origin", "third_country", "homeless", *HOUSEHOLD, "disability", "other_disadvantage")
REFUSABLE = {"minority", "disability", "other_disadvantage"}
ADDRESS = (
    "voivodeship",
    "county",
    "commune",
    "postcode",
    "place",
    "street",
    "house",
    "flat",
    "degurba",
    "country",
)
EVERYWHERE = {
    "place",
    "postcode",
    "street",
    "house",
    "flat",
    "entered_on",
    "target_group",
    "is_surroundings",
    "main_person",
}
OFFICIAL = {
    *EVERYWHERE,
    *ADDRESS,
    "citizenship",
    "education",
    "labour_status",
    "labour_detail",
    "unemployed_since",
    "education_ends_on",
    "participant_kind",
    "minority",
    "homeless",
    "disability",
    "disability_degree",
    "disability_kind",
}
ASKED = {
    Scope.SL2014: {*OFFICIAL, "delegated_by", "occupation", "employer", "other_disadvantage"},
    Scope.SMEFS: {*OFFICIAL, "institution", "support_range", "foreign_origin", "third_country"},
    Scope.BASIC: EVERYWHERE,
}


def asked_by(scope, project):
    """The names of the fields about the participation that this form asks in this project."""
    old = scope == Scope.SL2014 and project.starts_on < HOUSEHOLD_DROPPED_ON
    return ASKED[scope] | (set(HOUSEHOLD) if old else set())


class Fragment:
    """A piece of the form that has a template of its own; it sees the form alone."""

    def __init__(self, template):
        self.template = template

    def render(self, form, context, **kwargs):
        return render_to_string(self.template, {"form": form})


def helper_for(form):
    """The layout of an entry form, without the fields that it does not ask."""
    helper = FormHelper()
    helper.form_tag = False
    helper.layout = Layout(*sections_of(form))
    return helper


def sections_of(form):
    """The sections in the order of the paper; the page numbers them."""

    def row(**widths):
        return [Field(name, wrapper_class=width) for name, width in widths.items() if name in form.fields]

    yield Fieldset(
        _("Dane osoby"),
        *row(last_name="c6", first_name="c6", pesel="c6", no_pesel="c6 boxed"),
        Fragment("participants/_pesel_place.html"),
        *row(
            identifier_kind="c6 no-pesel", other_identifier="c6 no-pesel", sex="c6 no-pesel", birth_date="c6 no-pesel"
        ),
        *row(citizenship="c6", education="c6"),
    )
    yield Fieldset(
        _("Adres i kontakt"),
        *row(voivodeship="c4", county="c4", commune="c4", postcode="c4 s8", place="c8"),
        *row(street="c8", house="c2 s6", flat="c2 s6", degurba="c8", country="c4", phone="c6", email="c6"),
        Fragment("participants/_places.html"),
    )
    yield Fieldset(
        _("Udział i sytuacja w dniu przystąpienia"),
        *row(entered_on="c5"),
        Div(css_class="c7 hide-xs"),
        *row(labour_status="c8", labour_detail="c8"),
        *row(unemployed_since="c5 for-unemployed"),
        *([Fragment("participants/_long_term_place.html")] if "labour_detail" in form.fields else []),
        *row(occupation="c8 for-employed", employer="c8 for-employed"),
        *row(education_ends_on="c8" if form.instance.education_ends_on else "c8 for-student"),
        *row(participant_kind="c8", delegated_by="c8 for-employee", institution="c8 for-employee"),
        *([Fragment("participants/_institutions.html")] if "delegated_by" in form.fields else []),
        *row(support_range="c8", target_group="c12", is_surroundings="c12", main_person="c8 for-surroundings"),
        Fragment("participants/_main_person_place.html"),
    )
    if form.questions:
        yield Fieldset(
            _("Status uczestniczki") if form.person.sex == Sex.FEMALE else _("Status uczestnika"),
            Fragment("participants/_questions.html"),
            *row(disability_degree="c6 for-disabled", disability_kind="c6 for-disabled"),
        )
    yield Fieldset(_("Przesłanki zagrożenia ubóstwem lub wykluczeniem"), Fragment("participants/_premises.html"))
