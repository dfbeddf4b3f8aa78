"""Who the person is after a merge: which of two records has the say, part by part."""

from ..models import Residence
from ..placeholders import is_placeholder

RESIDENCE = tuple(field.name for field in Residence._meta.get_fields())
IDENTIFIER = ("identifier_kind", "pesel", "other_identifier")
# What can be chosen apart, and the columns that go together. The first column says whether the part is filled.
PARTS = {
    "last_name": ("last_name",),
    "first_name": ("first_name",),
    "identifier": IDENTIFIER,
    "sex": ("sex",),
    "birth_date": ("birth_date",),
    "citizenship": ("citizenship",),
    "phone": ("phone",),
    "email": ("email",),
    "residence": RESIDENCE,
}


def has_pesel(person):
    """Whether the record has a real PESEL and not one that stands for "none"."""
    return not is_placeholder(person.pesel)


def is_filled(person, part):
    if part == "identifier":
        return not is_placeholder(person.pesel) or not is_placeholder(person.other_identifier)
    if part == "residence":
        return any(getattr(person, name) for name in RESIDENCE if name != "country")
    return bool(getattr(person, PARTS[part][0]))


def decides(one, other):
    """The record that has the say by default: the one with a PESEL, else the one on record longer."""
    return min(one, other, key=lambda person: (not has_pesel(person), person.pk))


def differing(one, other):
    """The parts that are filled in both records and not the same, so that one has to be chosen."""
    return [
        part
        for part, names in PARTS.items()
        if is_filled(one, part)
        and is_filled(other, part)
        and any(getattr(one, name) != getattr(other, name) for name in names)
    ]


def settled_by_pesel(one, other):
    """The parts about which there is no choice, because a PESEL says them."""
    return {"identifier", "sex", "birth_date"} if has_pesel(one) or has_pesel(other) else set()


def settled(kept, gone, choices):
    """The columns of the person after the merge; ``choices`` maps a part to the record whose value wins."""
    values = {}
    first = decides(kept, gone)
    second = gone if first is kept else kept
    for part, names in PARTS.items():
        wins = first if is_filled(first, part) or not is_filled(second, part) else second
        if part in choices and part not in settled_by_pesel(kept, gone) and is_filled(choices[part], part):
            wins = choices[part]
        values |= {name: getattr(wins, name) for name in names}
    return values
