"""The people behind a figure: how many in each group, and all of them in order, nearest to being counted first.

``before`` is the last day before a period, or None; ``project`` that of the participations, where they are of one project.
"""

from django.db.models import Case, Count, F, IntegerField, Prefetch, Q, Value, When

from participants.models import Outcome, Premise

from ..definitions import Stage, at
from .groups import Group, false, group_of, truth, window_open


def with_reasons(participations, definition, on, before=None, project=None):
    """Each participation with the truth of every word (``w0``, ``w1`` …), how many of them fail, and its group."""
    truths = {f"w{number}": truth(at(word.condition, on)) for number, word in enumerate(definition.words)}
    return with_group(participations, definition, on, before, project).annotate(**truths)


def with_group(participations, definition, on, before=None, project=None):
    """Each participation with its group and the number of words that fail."""
    return participations.annotate(group=group_of(definition, on, before, project), failing=failing(definition, on))


def failing(definition, on):
    """How many words do not hold of a participation on the day; what is unknown does not hold."""
    number = Value(0, output_field=IntegerField())
    for word in definition.words:
        holds = When(at(word.condition, on), then=Value(0))
        number = number + Case(holds, default=Value(1), output_field=IntegerField())
    return number


def sizes(participations, definition, on, before=None, project=None, found=None):
    """How many people of each sex each group holds: {group: {sex: number}}, in the order of nearness.

    With ``found``, a condition, a pair of such sizes: of everybody, and of those for whom the condition holds; one query.
    """
    rows = participations.order_by().annotate(group=group_of(definition, on, before, project)).values("group", "sex")
    rows = rows.annotate(number=Count("pk"), found=Count("pk", filter=found) if found else Value(0))
    everybody, chosen = {}, {}
    for row in rows.order_by("group"):
        everybody.setdefault(Group(row["group"]), {})[row["sex"]] = row["number"]
        chosen.setdefault(Group(row["group"]), {})[row["sex"]] = row["found"]
    return (everybody, chosen) if found else everybody


def counted_people(participations, definition, on, before=None, project=None):
    """Those who make up the figure, with their reasons; of a period, those who came in it."""
    chosen = participations.filter(definition.condition(on))
    if before is not None:
        chosen = chosen.filter(false(definition.condition(before)))
    return with_reasons(chosen, definition, on, before, project)


def other_people(participations, definition, on, before=None, project=None):
    """Everybody else, with their reasons."""
    chosen = false(definition.condition(on))
    if before is not None:
        chosen |= Q(truth(definition.condition(before)))
    return with_reasons(participations.filter(chosen), definition, on, before, project)


def nearest_first(people, definition, on, by_name=True):
    """By group, by the number of failing words, by the deadline, by name in Polish order.

    A deadline that is open stands the sooner the less is left of it, one that has passed the later it passed; only whoever lacks
    nothing but the proof has one. Where names are not shown they do not decide the order either.
    """
    names = ["person__last_name", "person__first_name"] * by_name
    return people.order_by("group", "failing", *_deadlines(definition, on), *names, "pk")


def _deadlines(definition, on):
    if not definition.proofs:
        return []
    lacks_proof = at(definition.rule_until(Stage.PROOF), on) & false(definition.condition(on))
    is_open = lacks_proof & at(window_open(definition), on)
    return [
        Case(When(is_open, then=F("left_on"))).asc(nulls_last=True),
        Case(When(lacks_proof, then=F("left_on"))).desc(nulls_last=True),
    ]


def in_order_of_names(people, by_name=True):
    """The counted, who are all equally near: in Polish order, or by number where names are not shown."""
    return people.order_by(*["person__last_name", "person__first_name"] * by_name, "pk")


def with_children(people):
    """The people with what their facts are read from, fetched along."""
    return people.prefetch_related(*CHILDREN)


CHILDREN = (
    Prefetch("outcomes", Outcome.objects.with_wage().order_by("obtained_on", "pk")),
    Prefetch("premises", Premise.objects.order_by("pk")),
)
