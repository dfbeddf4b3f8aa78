"""What an application says, as pairs of a label and a value, for its page and its print."""

from django.utils import timezone
from django.utils.translation import gettext as _

from participants.completeness import completed_years
from participants.facts import QUESTIONS, address, answer, region
from projects.templatetags.polish import counted, day


def facts(candidate):
    """Who applied, when, and in what situation; what was not asked or not answered is left out."""
    age = completed_years(candidate.birth_date, timezone.localdate())
    arrived = (
        f"{day(candidate.applied_on)} {candidate.applied_at:%H:%M}"
        if candidate.applied_at
        else day(candidate.applied_on)
    )
    pairs = [
        (_("Nabór"), candidate.round.name),
        (_("Wpłynęło"), arrived),
        (candidate.get_identifier_kind_display().capitalize(), candidate.other_identifier),
        (_("Płeć"), candidate.get_sex_display()),
        (_("Data urodzenia"), candidate.birth_date and day(candidate.birth_date)),
        (_("Wiek dziś"), counted(age, "rok", "lata", "lat") if age is not None else ""),
        (_("Obywatelstwo"), candidate.get_citizenship_display()),
        (_("Wykształcenie"), candidate.get_education_display()),
        (_("Status na rynku pracy"), _status(candidate)),
        (_("Bez pracy od"), candidate.unemployed_since and day(candidate.unemployed_since)),
        (_("Wykonywany zawód"), candidate.get_occupation_display()),
        (_("Zatrudniony w"), candidate.employer),
        (_("Koniec edukacji"), candidate.education_ends_on and day(candidate.education_ends_on)),
        (_("Adres"), address(candidate)),
        (_("Gmina, powiat, województwo"), ", ".join(filter(None, region(candidate)))),
        (_("DEGURBA"), candidate.get_degurba_display()),
        (_("Grupa docelowa"), candidate.target_group and candidate.target_group.name),
        (_("Otoczenie osoby"), candidate.main_candidate and candidate.main_candidate.name),
        (_("Szczególne potrzeby"), candidate.needs),
        (_("Uwagi"), candidate.note),
    ]
    return [(label, value) for label, value in pairs if value]


def answers(candidate):
    """The questions about status that were answered, with the degree of disability."""
    pairs = [answer(candidate, name) for name in QUESTIONS]
    pairs.append((_("Stopień niepełnosprawności"), candidate.get_disability_degree_display()))
    pairs.append((_("Rodzaj niepełnosprawności"), candidate.get_disability_kind_display()))
    return [(label, value) for label, value in pairs if value]


def contact(candidate):
    """How the candidate can be reached."""
    pairs = [(_("Telefon"), candidate.phone), (_("E-mail"), candidate.email)]
    return [(label, value) for label, value in pairs if value]


def _status(candidate):
    parts = [candidate.get_labour_status_display(), candidate.get_labour_detail_display()]
    return ", ".join(filter(None, parts))
