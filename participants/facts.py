"""What is recorded of a person, as pairs of a label and a value for a page."""

from django.utils.translation import gettext as _

from projects.templatetags.polish import counted, day

from .by_path import implied
from .models import Participation
from .short import status_in_short
from .vocabulary import Answer, ParticipantKind, Scope, Situation

QUESTIONS = (
    "minority",
    "foreign_origin",
    "third_country",
    "homeless",
    "jobless_household",
    "household_children",
    "single_adult_household",
    "disability",
    "other_disadvantage",
)


def entry_facts(participation):
    """Who the person is and what was true on the day of entry; what was not asked or not answered is left out."""
    age, person = participation.age_at_entry, participation.person
    official = participation.scope != Scope.BASIC
    pairs = [
        (person.get_identifier_kind_display().capitalize(), person.other_identifier),
        (_("Płeć"), person.get_sex_display()),
        (_("Data urodzenia"), person.birth_date and day(person.birth_date)),
        (_("Wiek w dniu przystąpienia"), counted(age, "rok", "lata", "lat") if age is not None else ""),
        (_("Obywatelstwo"), participation.get_citizenship_display() if official else ""),
        (_("Wykształcenie"), participation.get_education_display()),
        (_("Status na rynku pracy"), status_in_short(participation)),
        (_("Bez pracy od"), participation.unemployed_since and day(participation.unemployed_since)),
        (_("Wykonywany zawód"), participation.get_occupation_display()),
        (_("Zatrudniony w"), participation.employer),
        (_("Koniec edukacji"), participation.education_ends_on and day(participation.education_ends_on)),
        (_("Adres"), address(participation)),
        (_("Gmina, powiat, województwo"), ", ".join(filter(None, region(participation)))),
        (_("DEGURBA"), participation.get_degurba_display()),
        (_("Rodzaj uczestnika"), _kind_of_participant(participation)),
        (_("Instytucja"), participation.institution_name),
        (_("Zakres wsparcia"), participation.support_range),
        (_("Grupa docelowa"), participation.target_group and participation.target_group.name),
    ]
    return [(label, value) for label, value in pairs if value]


def _kind_of_participant(participation):
    is_employee = participation.participant_kind == ParticipantKind.EMPLOYEE
    return participation.get_participant_kind_display() if is_employee else ""


def answers(participation):
    """The questions about status that were answered, with the degree of disability."""
    pairs = [answer(participation, name) for name in QUESTIONS]
    pairs.append((_("Stopień niepełnosprawności"), participation.get_disability_degree_display()))
    pairs.append((_("Rodzaj niepełnosprawności"), participation.get_disability_kind_display()))
    return [(label, value) for label, value in pairs if value]


def answer(participation, name):
    """A question about status and its answer; a refusal is an answer."""
    label = str(Participation._meta.get_field(name).verbose_name)
    value = getattr(participation, name)
    return label[:1].upper() + label[1:], Answer(value).label if value else ""


def exit_facts(participation):
    """What was recorded on leaving."""
    pairs = [
        (_("Data zakończenia"), participation.left_on and day(participation.left_on)),
        (_("Jak się zakończył"), participation.get_exit_reason_display()),
        (_("Wyjaśnienie"), participation.exit_note),
        (_("Zgodnie ze ścieżką"), path_answer(participation)),
        (_("Sytuacja po zakończeniu"), "; ".join(str(Situation(value).label) for value in participation.situations)),
        (
            _("Założenie działalności"),
            participation.business_started_on and day(participation.business_started_on),
        ),
    ]
    return [(label, value) for label, value in pairs if value]


def path_answer(participation):
    """Whether participation ended by the planned path, and why: as it follows, or the reason of whoever overruled that."""
    if participation.left_on is None:
        return ""
    word = _("tak") if participation.ended_by_path else _("nie")
    why = participation.by_path_note or implied(participation, participation.exit_reason).sentence
    return f"{word}: {why[:1].lower()}{why[1:]}"


def contact_now(person):
    """How the person can be reached now."""
    pairs = [(_("Telefon"), person.phone), (_("E-mail"), person.email), (_("Adres"), address(person))]
    return [(label, value) for label, value in pairs if value]


def address(row):
    """Street, house and flat, postcode and place, as on an envelope."""
    number = "/".join(filter(None, [row.house, row.flat]))
    lines = [
        f"{row.street or row.place} {number}".strip() if number or row.street else "",
        f"{row.postcode} {row.place}".strip(),
    ]
    return ", ".join(filter(None, lines))


def region(row):
    return row.commune, row.county, row.voivodeship
