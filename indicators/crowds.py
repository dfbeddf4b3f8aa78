"""People like a whole group of the project: the group, and who of it stands for the others."""

from django.db.models import Count, F, IntegerField, Value, Window
from django.db.models.functions import Cast, RowNumber
from django.utils.translation import gettext_lazy as _

from .closest import columns
from .definitions import at
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
CROWD = "grupa"


def choices():
    """The groups for a list to choose from: [(key, words)]."""
    return [(key, words) for key, (words, _condition) in GROUPS.items()]


def standing_for(people, key, number, on):
    """So many places given to the members of the group on the day, as evenly as can be, in the order of their numbers.

    Rows of ``closest.columns``, how many places each has as the kind; whoever has none is left out. None for no such group.
    """
    if key not in GROUPS or not number:
        return None
    row, size = Window(RowNumber(), order_by="pk"), Window(Count("pk"))
    given = Cast(F("row") * Value(number) / F("size"), IntegerField()) - Cast(
        (F("row") - 1) * Value(number) / F("size"), IntegerField()
    )
    members = people.filter(at(GROUPS[key][1], on)).annotate(row=row, size=size).annotate(places=given)
    return columns(members.filter(places__gt=0), CROWD, F("places"))
