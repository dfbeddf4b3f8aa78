"""What a PESEL says as soon as it is typed: sex, birth date, age on the day of entry, and whether the person is on record."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError

from .completeness import completed_years
from .forms.person import checked_pesel
from .known import Known, recognise
from .models import Person


@dataclass(frozen=True)
class Said:
    """``error`` is a sentence or ""; ``age`` is in completed years, None without a day of entry."""

    person: Person | None = None
    age: int | None = None
    error: str = ""
    known: Known | None = None


def said_by(text, *, on, project, user, but=None):
    """What this number says; nothing as long as it is shorter than eleven digits. ``but`` is the participation being edited."""
    if sum(letter.isdecimal() for letter in text) < 11:
        return Said()
    try:
        person = Person(pesel=checked_pesel(text))
    except ValidationError as error:
        return Said(error=error.messages[0])
    person.take_from_pesel()
    known = recognise(person.pesel, project=project, user=user, but=but)
    return Said(person, completed_years(person.birth_date, on), known=known if known and known.may_be_shown else None)
