"""Two states of the same figures side by side: by how many each differs, who came and who went, and which fields were changed."""

from collections import defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from indicators import catalogue
from indicators.queries import Figure
from participants import history
from participants.models import Participation

from .models import Part
from .sides import Side

OF_MEASURES = (Part.NUMERATOR, Part.DENOMINATOR, Part.PENDING, Part.EXCLUDED)


@dataclass(frozen=True)
class Moves:
    """Who is new in one part of a figure, and who is no longer there: numbers of participations, names of things."""

    label: str
    came: list[int]
    went: list[int]
    things_came: list[str] = field(default_factory=list)
    things_went: list[str] = field(default_factory=list)

    def __bool__(self):
        return bool(self.came or self.went or self.things_came or self.things_went)


@dataclass(frozen=True)
class Row:
    """One figure on both sides; ``first`` or ``second`` is None where a side does not know it."""

    key: str
    code: str
    name: str
    unit: str
    is_measure: bool
    first: Figure | None
    second: Figure | None
    moves: list[Moves]
    definition: tuple | None = None
    words: tuple[list, list] | None = None
    target: tuple | None = None
    percent: tuple[Decimal | None, Decimal | None] = (None, None)

    @property
    def difference(self):
        """By how many the total differs; None where either side has no value."""
        if not self.first or not self.second or None in (self.first.total, self.second.total):
            return None
        return self.second.total - self.first.total

    @property
    def differs(self):
        return bool(self.moves) or self.first != self.second or self.has_other_rules

    @property
    def has_other_rules(self):
        """Whether the definition or the target is another one."""
        return self.definition is not None or self.target is not None

    @property
    def short(self):
        """The code, or the name where there is none."""
        return self.code or self.name


@dataclass(frozen=True)
class Move:
    """One figure in which somebody is new, or no longer is."""

    key: str
    where: str
    came: bool


@dataclass(frozen=True)
class PersonMoved:
    """One person whom the two sides count otherwise: where, and which of the recorded data were changed between them.

    ``participation`` is None where the record is gone.
    """

    number: int
    participation: Participation | None
    moves: list[Move]
    changes: list

    @property
    def reference(self):
        return f"U{self.number}"


@dataclass(frozen=True)
class Comparison:
    """Two sides and what lies between them."""

    first: Side
    second: Side
    rows: list[Row]

    @property
    def differing(self):
        return [row for row in self.rows if row.differs]

    @property
    def agreeing(self):
        return len(self.rows) - len(self.differing)

    @property
    def other_rules(self):
        """Rows whose definition or target is another one on the second side."""
        return [row for row in self.rows if row.has_other_rules]

    @property
    def is_same_day(self):
        """Whether both speak of one day, so that everything between them is a correction."""
        return self.first.on == self.second.on

    @cached_property
    def moved(self):
        """{participation: [Move]}: everybody whom the two sides count otherwise."""
        moved = defaultdict(list)
        for row in self.rows:
            for moves in row.moves:
                where = f"{row.short}, {moves.label}" if moves.label else row.short
                for pk in moves.came:
                    moved[pk].append(Move(row.key, where, came=True))
                for pk in moves.went:
                    moved[pk].append(Move(row.key, where, came=False))
        return dict(moved)

    @cached_property
    def corrected(self):
        """The participations of either side about which something was recorded between the two moments.

        Whoever is in any figure is among all participants, which every report holds.
        """
        everybody = set().union(
            *(side.behind(catalogue.PEOPLE.key, Part.VALUE).people for side in (self.first, self.second))
        )
        return history.changed(everybody, self.first.known_at, self.second.known_at, with_merged=True)

    @cached_property
    def numbers(self):
        """The participations to be named one by one: whom a correction moved, then those whose data were changed without moving.

        Between two days those whom only the time moved are no corrections; ``passed`` says how many they are.
        """
        moved = self.moved.keys() if self.is_same_day else self.moved.keys() & self.corrected
        return [*sorted(moved), *sorted(self.corrected - self.moved.keys())]

    @property
    def passed(self):
        """How many people were moved by the time that passed between the two days, without a change of their data."""
        return 0 if self.is_same_day else len(self.moved.keys() - self.corrected)

    def people(self, project, numbers):
        """These people with where they moved and what was changed about them between the two moments; a fixed number of queries."""
        found = Participation.objects.filter(project=project, pk__in=numbers).select_related("person", "project")
        known = {each.pk: each for each in found.order_by("pk")}
        changed = history.changes(numbers, self.first.known_at, self.second.known_at, with_merged=True)
        return [PersonMoved(pk, known.get(pk), self.moved.get(pk, []), changed.get(pk, [])) for pk in numbers]


def compare(first: Side, second: Side):
    """Every figure that either side knows, in the order of the second."""
    keys = [*second.told, *(key for key in first.told if key not in second.told)]
    return Comparison(first, second, [_row(key, first, second) for key in keys])


def _row(key, first, second):
    before, after = first.told.get(key), second.told.get(key)
    said = after or before
    is_measure = "numerator" in said
    parts = [(part, part.label) for part in OF_MEASURES] if is_measure else [(Part.VALUE, "")]
    moves = [_moves(label, first.behind(key, part), second.behind(key, part)) for part, label in parts]
    return Row(
        key=key,
        code=said.get("code") or "",
        name=said["name"],
        unit=said.get("unit", "%"),
        is_measure=is_measure,
        first=_counted(before),
        second=_counted(after),
        moves=[each for each in moves if each],
        percent=(before and before["percent"], after and after["percent"]),
        **_rules(before, after),
    )


def _counted(said):
    """The figure of what is told; of a measure those who succeeded, its total."""
    if said is None:
        return None
    if "numerator" in said:
        return Figure(None, None, said["numerator"])
    value = said["value"] or {}
    return Figure(value.get("women"), value.get("men"), value.get("total"))


def _moves(label, before, after):
    if before == after:
        return Moves(label, [], [])
    names_before = {thing["id"]: thing["name"] for thing in before.things}
    names_after = {thing["id"]: thing["name"] for thing in after.things}
    return Moves(
        label=label,
        came=sorted(after.people - before.people),
        went=sorted(before.people - after.people),
        things_came=[name for pk, name in names_after.items() if pk not in names_before],
        things_went=[name for pk, name in names_before.items() if pk not in names_after],
    )


def _rules(before, after):
    """What changed in the definition and in the target; a measure has its threshold for a target."""
    if not before or not after:
        return {}
    versions = before.get("definition"), after.get("definition")
    words = before.get("words", []), after.get("words", [])
    targets = _target(before), _target(after)
    return {
        "definition": versions if versions[0] != versions[1] else None,
        "words": words if versions[0] != versions[1] else None,
        "target": targets if targets[0] != targets[1] else None,
    }


def _target(said):
    """The target as one reads it: "56, w tym 30 K i 26 M", "34%", "–" for none."""
    if "threshold" in said:
        return f"{said['threshold']}%".replace(".", ",")
    target = said["target"] or {}
    if target.get("total") is None:
        return "–"
    parts = [
        f"{target[part]} {letter}" for part, letter in (("women", _("K")), ("men", _("M"))) if target[part] is not None
    ]
    return f"{target['total']} ({', '.join(parts)})" if parts else str(target["total"])
