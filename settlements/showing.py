"""A comparison as it is shown: the names of those who came and went beside each figure, and each person's changes."""

from dataclasses import dataclass
from itertools import islice

from accounts.permissions import Permission
from participants.models import Participation

from .comparing import Comparison, Row

VIEW = Permission.PARTICIPANTS_VIEW
NAMED = 6  # beside one figure on the screen; all of them stand in the list of people and in the files


@dataclass(frozen=True)
class Named:
    """Somebody, or something, that came or went."""

    text: str
    url: str = ""


@dataclass(frozen=True)
class ShownMoves:
    """Those who came and went in one part of a figure; ``more`` says how many stand only in the list below."""

    label: str
    came: list[Named]
    went: list[Named]
    more: int


@dataclass(frozen=True)
class ShownRow:
    """One figure that differs."""

    row: Row
    moves: list[ShownMoves]


def shown_rows(project, comparison: Comparison, most=NAMED, *, linked=True, names_need=VIEW):
    """The figures that differ, with at most so many names each way; one query for the names. Paper links nothing."""
    differing = comparison.differing
    wanted = {pk for row in differing for moves in row.moves for pk in (*moves.came[:most], *moves.went[:most])}
    names = names_of(project, wanted, linked=linked, names_need=names_need)
    return [ShownRow(row, [_shown(moves, names, most) for moves in row.moves]) for row in differing]


def sees_names(project, names_need=VIEW):
    """Names are shown to whoever may see people and has, for a file, the right that the file needs."""
    return {VIEW, names_need} <= set(project.allowed)


def names_of(project, numbers, *, linked=True, names_need=VIEW):
    """{number: Named}: the name with the way to the person, a number for those who may not see names or whose record is gone."""
    if not sees_names(project, names_need):
        return {pk: Named(f"U{pk}") for pk in numbers}
    found = Participation.objects.filter(project=project, pk__in=numbers).select_related("person", "project")
    known = {
        each.pk: Named(str(each.person), each.get_absolute_url() if linked else "") for each in found.order_by("pk")
    }
    return {pk: known.get(pk, Named(f"U{pk}")) for pk in numbers}


def _shown(moves, names, most):
    came = [names[pk] for pk in moves.came[:most]] + [Named(name) for name in islice(moves.things_came, most)]
    went = [names[pk] for pk in moves.went[:most]] + [Named(name) for name in islice(moves.things_went, most)]
    every = sum(map(len, (moves.came, moves.went, moves.things_came, moves.things_went)))
    return ShownMoves(moves.label, came, went, every - len(came) - len(went))
