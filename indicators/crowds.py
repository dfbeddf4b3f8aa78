"""People like a whole group of the project: the group, and who of it stands for the others."""

from collections import Counter

from django.utils.translation import gettext_lazy as _

from .definitions import at
from .supposed import Supposed
from .words import situation, status, way

IN = way.complete.condition & way.entered.condition
GROUPS = {
    "all": (_("wszystkie dotychczasowe osoby"), IN),
    "women": (_("dotychczasowe kobiety"), IN & status.woman.condition),
    "men": (_("dotychczasowi mężczyźni"), IN & status.man.condition),
    "unemployed": (_("osoby bezrobotne"), IN & status.unemployed.condition),
    "inactive": (_("osoby bierne zawodowo"), IN & status.inactive.condition),
    "employed": (_("osoby pracujące"), IN & status.employed.condition),
    "disabled": (_("osoby z niepełnosprawnościami"), IN & situation.with_disability.condition),
}


def choices():
    """The groups for a list to choose from: [(key, words)]."""
    return [(key, words) for key, (words, _condition) in GROUPS.items()]


def members_like(project, key, number, on):
    """So many supposed people, spread evenly over the group as it is on the day; none where it is empty or unknown. Two statements."""
    if key not in GROUPS:
        return []
    group = project.participations.filter(at(GROUPS[key][1], on)).order_by("pk")
    standing = spread(list(group.values_list("pk", flat=True)), number)
    rows = project.participations.filter(pk__in=standing).order_by("pk") if standing else ()
    return [Supposed(None, row, standing[row.pk] - 1) for row in rows]


def spread(members, number):
    """How many stand like each member: {member: number}, as even as can be."""
    return Counter(members[place * len(members) // number] for place in range(number)) if members else {}
