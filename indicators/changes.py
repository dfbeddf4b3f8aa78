"""Whose counting changes when a definition changes: who comes, who goes, and which sentence decided it."""

from dataclasses import dataclass

from django.db.models import Count, F

from participants.models import Participation

from .definitions import Definition, at
from .queries import Figure, compute
from .reasons import truth

SHOWN = 200


@dataclass(frozen=True)
class Moved:
    """One person whose counting changes, and the sentences that decided it, each with the person's fact."""

    participation: Participation
    because: list


@dataclass(frozen=True)
class Changes:
    """What a change of definition does in one project on a day: the figure before and after, and the people that make the difference.

    ``coming`` and ``going`` are all of them in number; ``comes`` and ``goes`` at most ``SHOWN`` of each.
    """

    before: Figure
    after: Figure
    coming: int = 0
    going: int = 0
    comes: tuple = ()
    goes: tuple = ()

    @property
    def of_people(self):
        return self.after.women is not None

    @property
    def is_nobody(self):
        """Nobody's counting changes."""
        return not self.coming and not self.going


def between(project, before: Definition, after: Definition, on) -> Changes:
    """What the change from one definition to the other does in the project on the day. Their keys must differ."""
    counted = compute([project], [before, after], on)[project.pk]
    figures = counted[before.key].value, counted[after.key].value
    if not (before.counts_people and after.counts_people):
        return Changes(*figures)
    moved = _moved(project.participations.all(), before, after, on)
    sizes = dict(moved.order_by().values_list("is_now").annotate(Count("pk")))
    return Changes(
        *figures,
        coming=sizes.get(True, 0),
        going=sizes.get(False, 0),
        comes=_people(moved.filter(is_now=True), before, on) if sizes.get(True) else (),
        goes=_people(moved.filter(is_now=False), after, on) if sizes.get(False) else (),
    )


def _moved(participations, before, after, on):
    states = {"was": truth(before.condition(on)), "is_now": truth(after.condition(on))}
    return participations.annotate(**states).exclude(was=F("is_now"))


def _people(participations, deciding, on):
    """The people with the words of the deciding definition that fail of them: the old one for who comes, the new for who goes."""
    fails = {f"w{number}": truth(at(word.condition, on)) for number, word in enumerate(deciding.words)}
    rows = participations.annotate(**fails).select_related("person").prefetch_related("outcomes", "premises")
    ordered = rows.order_by("person__last_name", "person__first_name", "pk")[:SHOWN]
    return tuple(Moved(row, _because(row, deciding)) for row in ordered)


def _because(participation, deciding):
    return [
        (number + 1, word, str(word.fact(participation)))
        for number, word in enumerate(deciding.words)
        if not getattr(participation, f"w{number}")
    ]


def across(before: Definition, after: Definition, on):
    """{project pk: (how many come, how many go)} in every project that the change touches, in one query; of people only."""
    if not (before.counts_people and after.counts_people):
        return {}
    rows = _moved(Participation.objects.all(), before, after, on).order_by().values_list("project", "is_now")
    found = {}
    for project, is_now, number in rows.annotate(Count("pk")):
        coming, going = found.get(project, (0, 0))
        found[project] = (number, going) if is_now else (coming, number)
    return found


@dataclass(frozen=True)
class Difference:
    """What changed in the words between two versions: sentences that came, that went, and that now ask for something else."""

    came: list
    went: list
    altered: list

    @property
    def is_empty(self):
        """The sentences are the same; something else about the rule changed."""
        return not (self.came or self.went or self.altered)


def difference(before: Definition, after: Definition) -> Difference:
    """The sentences by which two versions of a definition differ."""
    old, new = ({word.name: word for word in definition.words} for definition in (before, after))
    return Difference(
        came=[word for name, word in new.items() if name not in old],
        went=[word for name, word in old.items() if name not in new],
        altered=[word for name, word in new.items() if name in old and old[name].condition != word.condition],
    )
