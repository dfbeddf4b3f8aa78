"""The values of a paper: what is known of the project and of somebody, a participant or a candidate."""

from datetime import timedelta

from django.utils import timezone

from projects.models import Partner
from projects.templatetags.polish import day, period

from ..facts import address
from ..vocabulary import RESULT_WINDOW_DAYS, Sex

NAMED_BY_SEX = {
    Sex.FEMALE: ("Pani", "Szanowna Pani"),
    Sex.MALE: ("Pan", "Szanowny Panie"),
}


def values_of(project, who=None, lives=None, *, entered_on=None, left_on=None):
    """A dictionary for ``fill``. ``who`` has an identity (Person, a candidate), ``lives`` an address, ``who``'s own unless given.

    Without anybody the values of a person are empty, and dotted lines are printed for them.
    """
    return {**_of_project(project), **_of_person(who, lives or who), **_of_dates(entered_on, left_on)}


def values_of_participation(participation):
    """The values for somebody who takes part; the address is the present one, letters go there."""
    return values_of(
        participation.project,
        participation.person,
        entered_on=participation.entered_on,
        left_on=participation.left_on,
    )


def _of_project(project):
    office = project.offices.order_by("pk").first()
    others = [partner.name for partner in project.partners.all() if partner.role != Partner.Role.LEAD]
    return {
        "projekt": project.name,
        "numer umowy": project.agreement_number,
        "beneficjent": project.lead.name if project.lead else "",
        "partnerzy": ", ".join(others),
        "program": project.programme.name,
        "fundusz": project.programme.fund,
        "instytucja": project.programme.institution,
        "okres realizacji": period(project.starts_on, project.ends_on),
        "próg frekwencji": f"{project.attendance_threshold}%",
        "biuro": office.address if office else "",
        "telefon biura": office.phones if office else "",
        "dzisiaj": day(timezone.localdate()),
    }


def _of_person(who, lives):
    called, address_in_letter = NAMED_BY_SEX.get(getattr(who, "sex", ""), ("Pani/Pan", "Szanowna Pani, Szanowny Panie"))
    words = {"Pani/Pan": called, "zwrot": address_in_letter}
    if who is None:
        return words
    return words | {
        "imię i nazwisko": f"{who.first_name} {who.last_name}".strip(),
        "PESEL": who.pesel or who.other_identifier,
        "data urodzenia": who.birth_date and day(who.birth_date),
        "adres": address(lives),
        "telefon": who.phone,
        "e-mail": who.email,
    }


def _of_dates(entered_on, left_on):
    until = left_on and left_on + timedelta(days=RESULT_WINDOW_DAYS)
    dates = {"data rozpoczęcia": entered_on, "data zakończenia": left_on, "termin": until}
    return {name: value and day(value) for name, value in dates.items()}
