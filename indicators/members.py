"""Who is in a figure: the participations behind every indicator of a project, all of them in one statement."""

from datetime import date

from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Q

from participants.models import Participation
from participants.vocabulary import Sex

from .definitions import at


def members(project, definitions, on: date):
    """The participations counted on the day: {key: [participation pk, …]} in the order of their numbers, one statement.

    Definitions that count no people have no key here: nobody is behind them.
    """
    return {key: whole(by_sex) for key, by_sex in members_by_sex(project, rules(definitions), on).items()}


def members_in_period(project, definitions, since: date, on: date):
    """Those who came into each figure from ``since`` to ``on``, both days included; at most two statements."""
    before, now = (members(project, definitions, day) for day in (_day_before(since), on))
    return {key: sorted(set(pks) - set(before[key])) for key, pks in now.items()}


def rules(definitions):
    """The conditions of the definitions that count people, the day still open: {key: condition}."""
    return {definition.key: definition.rule for definition in definitions if definition.counts_people}


def members_by_sex(project, conditions: dict[str, Q], on: date):
    """{name: {sex: [participation pk, …]}} for named conditions whose day is still open; one statement.

    People whose sex is not on record are under "" (they are drafts, so no indicator counts them).
    """
    if not conditions:
        return {}
    gathered = {
        f"m{number}": ArrayAgg("pk", filter=at(condition, on), order_by="pk", default=[])
        for number, condition in enumerate(conditions.values())
    }
    rows = Participation.objects.filter(project=project).order_by("sex").values_list("sex").annotate(**gathered)
    found = {name: {} for name in conditions}
    for sex, *arrays in rows:
        for name, pks in zip(conditions, arrays, strict=True):
            found[name][sex] = pks
    return found


def whole(by_sex):
    """Women, men and those of no sex on record, in one list by number."""
    return sorted(pk for sex in (Sex.FEMALE, Sex.MALE, "") for pk in by_sex.get(sex, ()))


def _day_before(day):
    return date.fromordinal(day.toordinal() - 1)
