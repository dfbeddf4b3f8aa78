"""The people behind a figure: how many in each group, and a page of them, nearest to being counted first."""

from django.db.models import Case, Count, F, IntegerField, Prefetch, Q, Value, When

from participants.models import Outcome, Premise

from ..definitions import at
from .groups import PASSED, WAITING, Group, false, group_of, truth


def with_reasons(participations, definition, on, before=None):
    """Each participation with the truth of every word (``w0``, ``w1`` …), how many of them fail, and its group."""
    truths = {f"w{number}": truth(at(word.condition, on)) for number, word in enumerate(definition.words)}
    return with_group(participations, definition, on, before).annotate(**truths)


def with_group(participations, definition, on, before=None):
    """Each participation with its group and the number of words that fail."""
    return participations.annotate(group=group_of(definition, on, before), failing=failing(definition, on))


def failing(definition, on):
    """How many words do not hold of a participation on the day; what is unknown does not hold."""
    number = Value(0, output_field=IntegerField())
    for word in definition.words:
        holds = When(at(word.condition, on), then=Value(0))
        number = number + Case(holds, default=Value(1), output_field=IntegerField())
    return number


def sizes(participations, definition, on, before=None):
    """How many people of each sex each group holds: {group: {sex: number}}, in the order of nearness."""
    rows = participations.order_by().annotate(group=group_of(definition, on, before)).values_list("group", "sex")
    found = {}
    for group, sex, number in rows.annotate(Count("pk")).order_by("group"):
        found.setdefault(Group(group), {})[sex] = number
    return found


def counted_people(participations, definition, on, before=None):
    """Those who make up the figure, with their reasons; of a period, those who came in it."""
    chosen = participations.filter(definition.condition(on))
    if before is not None:
        chosen = chosen.filter(false(definition.condition(before)))
    return with_reasons(chosen, definition, on, before)


def other_people(participations, definition, on, before=None):
    """Everybody else, with their reasons."""
    chosen = false(definition.condition(on))
    if before is not None:
        chosen |= Q(truth(definition.condition(before)))
    return with_reasons(participations.filter(chosen), definition, on, before)


def nearest_first(people, by_name=True):
    """By group, by the number of failing words, by the deadline, by name in Polish order.

    A deadline that is open stands the sooner the less is left of it, one that has passed the later it passed. Where names are
    not shown they do not decide the order either.
    """
    names = ["person__last_name", "person__first_name"] * by_name
    return people.alias(
        due=Case(When(group=WAITING, then=F("left_on"))), passed=Case(When(group=PASSED, then=F("left_on")))
    ).order_by("group", "failing", F("due").asc(nulls_last=True), F("passed").desc(nulls_last=True), *names, "pk")


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
