"""What the form says as soon as it is typed: sex, birth date and age by the PESEL, and whether the person is on record."""

from dataclasses import dataclass, field, replace
from datetime import date

from django.core.exceptions import ValidationError

from projects.forms.fields import DayField

from .completeness import completed_years
from .forms.person import checked_pesel, checked_place
from .known import Known, recognise
from .models import Person
from .placeholders import NOT_AN_IDENTIFIER, is_placeholder
from .similar import similar_to

# The fields beside the PESEL that tell who is being typed.
WHO = ("last_name", "first_name", "birth_date", "other_identifier", "names")


@dataclass(frozen=True)
class Said:
    """``error`` is a sentence or ""; ``age`` is in completed years, None without a day of entry.

    ``known`` is whom the number recognises; ``similar`` are participations of people who may be the same without it.
    """

    person: Person | None = None
    age: int | None = None
    error: str = ""
    known: Known | None = None
    similar: list = field(default_factory=list)


def said_by(text, *, on, project, user, but=None, who=None):
    """What the number says, as soon as it has eleven digits or is no number at all, and what the other fields (``who``) say.

    ``but`` is the participation being edited.
    """
    who = {name: who.get(name) or "" for name in WHO} if who else {}
    said = said_by_number(text, on=on, project=project, user=user, but=but, names=who)
    if said.error or said.known or not who:
        return said
    if not said.person and who["other_identifier"].strip() and is_placeholder(who["other_identifier"]):
        said = replace(said, error=str(NOT_AN_IDENTIFIER))
    typed = said.person or Person(birth_date=day_typed(who["birth_date"]))
    typed.last_name, typed.first_name = checked_place(who["last_name"]), checked_place(who["first_name"])
    return replace(said, similar=similar_to(typed, project=project, user=user, but=but and but.person))


def said_by_number(text, *, on, project, user, but, names):
    """What the PESEL alone says; nothing as long as it is still being typed."""
    is_word = text.strip() and not any(letter.isdecimal() for letter in text) and is_placeholder(text)
    if sum(letter.isdecimal() for letter in text) < 11 and not is_word:
        return Said()
    try:
        person = Person(pesel=checked_pesel(text))
    except ValidationError as error:
        return Said(error=error.messages[0])
    person.take_from_pesel()
    known = recognise(person.pesel, project=project, user=user, but=but, since=on, names=names)
    return Said(person, completed_years(person.birth_date, on), known=known if known and known.may_be_shown else None)


def day_typed(text):
    """The date in a field that may still be half typed, or None."""
    if isinstance(text, date):
        return text
    try:
        return DayField(required=False).clean(text)
    except ValidationError:
        return None
