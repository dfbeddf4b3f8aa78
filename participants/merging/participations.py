"""Two participations of one person in one project become one: the beginning is that of the earlier, the end that of the later."""

from datetime import date

from ..actions import NOT_LEFT, WITHDRAWN
from ..models import Participation, WithdrawnExit
from .folding import is_blank, move_all

EXIT = tuple(NOT_LEFT)
# Facts at entry that belong together: taken from the later record only where the earlier has none of the first column.
FACTS = (
    ("labour_status", "labour_detail", "unemployed_since", "occupation", "employer"),
    ("education", "education_ends_on"),
    ("disability", "disability_degree", "disability_kind"),
    ("jobless_household", "household_children"),
    ("single_adult_household",),
    ("minority",),
    ("foreign_origin",),
    ("third_country",),
    ("homeless",),
    ("other_disadvantage",),
    ("citizenship",),
    ("place", "voivodeship", "county", "commune", "postcode", "street", "house", "flat", "degurba", "country"),
    ("target_group_id",),
    ("support_range",),
    ("caretaker_id",),
)


def join(journal, one, other, by):
    """Makes one participation of two of the same project, and gives back the one that stays."""
    earlier, later = earlier_and_later(one, other)
    left = exit_of(earlier, later)
    for row in (earlier, later):
        if row.left_on and row.left_on != left["left_on"]:
            facts = {name: getattr(row, name) for name in WITHDRAWN}
            journal.create(WithdrawnExit(participation=earlier, withdrawn_by=by, **facts))
    journal.change(earlier, left | {"reported_on": None})
    move_all(journal, earlier, later)
    earlier.refresh_from_db()
    journal.remove(later)
    journal.change(earlier, facts_lacking(earlier, later))
    return Participation._base_manager.get(pk=earlier.pk)


def earlier_and_later(one, other):
    """Two participations by the day of entry; one without it comes second."""
    return sorted((one, other), key=lambda row: (row.entered_on is None, row.entered_on or date.max))


def exit_of(earlier, later):
    """The exit of the record that tells of the later days; a record without a day of entry tells nothing about leaving."""
    last = earlier if later.entered_on is None else later
    if earlier.left_on and later.left_on:
        last = max(earlier, later, key=lambda row: row.left_on)
    return {name: getattr(last, name) for name in EXIT}


def facts_lacking(earlier, later):
    """Facts at entry that only the later record holds; what the earlier says of the day of entry stays."""
    values = {}
    for names in FACTS:
        if is_blank(getattr(earlier, names[0])) and not is_blank(getattr(later, names[0])):
            values |= {name: getattr(later, name) for name in names}
    return values
