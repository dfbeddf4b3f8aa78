"""Finding and sorting Polish text: "lukasik" finds Łukasik, and Ł comes after L."""

from django.db.models import Q
from django.db.models.functions import Collate

POLISH = "pl-x-icu"


def in_polish_order(field):
    """The expression that sorts a text column as a Polish dictionary does."""
    return Collate(field, POLISH)


def typed(text):
    """What somebody looks for, as the database can take it: a hundred letters at most, and no NUL among them."""
    return text.replace("\x00", "").strip()[:100]


def every_word(text, *fields):
    """The condition that each word of the text occurs in one of the fields, whatever the case and the accents."""
    found = Q()
    for word in text.split():
        in_a_field = Q()
        for field in fields:
            in_a_field |= Q(**{f"{field}__unaccent__icontains": word})
        found &= in_a_field
    return found
