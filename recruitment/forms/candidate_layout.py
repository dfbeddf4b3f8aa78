"""The application form drawn in the order of the paper: on the screen by crispy, on paper by ``paper_form``."""

from crispy_forms.helper import FormHelper
from crispy_forms.layout import Field, Fieldset, Layout
from django.utils.translation import gettext_lazy as _

from participants.forms.layout import Fragment

# The sections in the order of the paper, the fields of each with their width in the grid of twelve columns.
SECTIONS = [
    (_("Zgłoszenie"), {"round": "c6", "applied_on": "c3 s6", "applied_at": "c3 s6"}),
    (
        _("Dane osoby"),
        {
            "last_name": "c6",
            "first_name": "c6",
            "pesel": "c6",
            "no_pesel": "c6 boxed",
            "identifier_kind": "c6 no-pesel",
            "other_identifier": "c6 no-pesel",
            "sex": "c6 no-pesel",
            "birth_date": "c6 no-pesel",
            "citizenship": "c6",
            "education": "c6",
        },
    ),
    (
        _("Adres i kontakt"),
        {
            "voivodeship": "c4",
            "county": "c4",
            "commune": "c4",
            "postcode": "c4 s8",
            "place": "c8",
            "street": "c8",
            "house": "c2 s6",
            "flat": "c2 s6",
            "degurba": "c8",
            "country": "c4",
            "phone": "c6",
            "email": "c6",
        },
    ),
    (
        _("Sytuacja w dniu zgłoszenia"),
        {
            "labour_status": "c8",
            "labour_detail": "c8",
            "unemployed_since": "c5 for-unemployed",
            "occupation": "c8 for-employed",
            "employer": "c8 for-employed",
            "education_ends_on": "c8 for-student",
            "target_group": "c12",
            "is_surroundings": "c12",
            "main_person": "c12 for-surroundings",
        },
    ),
]
STATUS = _("Status kandydata")
PREMISES = _("Przesłanki zagrożenia ubóstwem lub wykluczeniem")
# What stands in a section besides fields: after which field, drawn by which template.
FRAGMENTS = {"no_pesel": "recruitment/_candidate_pesel.html", "email": "participants/_places.html"}


def helper_for(form):
    """The layout of an application form, without the fields that it does not ask."""
    helper = FormHelper()
    helper.form_tag = False
    helper.layout = Layout(*sections_of(form))
    return helper


def sections_of(form):
    """The sections as crispy draws them; the page numbers them."""
    for title, fields in SECTIONS:
        yield Fieldset(title, *_parts(form, fields))
    if form.questions:
        degree = _parts(form, {"disability_degree": "c6 for-disabled", "disability_kind": "c6 for-disabled"})
        yield Fieldset(STATUS, Fragment("participants/_questions.html"), *degree)
    yield Fieldset(PREMISES, Fragment("participants/_premises.html"))
    yield Fieldset(_("Potrzeby i uwagi"), *_parts(form, {"needs": "c12", "note": "c12"}))


def _parts(form, fields):
    for name, width in fields.items():
        if name in form.fields:
            yield Field(name, wrapper_class=width)
            if name in FRAGMENTS:
                yield Fragment(FRAGMENTS[name])
