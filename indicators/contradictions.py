"""Words that cannot be true of one person at the same time, found by trying every combination of the answers they speak of."""

from itertools import combinations, product

from django.db.models import BooleanField, Q

from participants.models import Participation
from participants.vocabulary import UNEMPLOYED, details_of

from .checks import lookups
from .definitions import Day, Word

AGES = range(121)
ANYTHING = {True: True, False: True}
LABOUR = {"labour_status", "labour_detail", "is_long_term"}
COMPARED = {
    "exact": lambda value, asked: value == asked,
    "in": lambda value, asked: value in asked,
    "range": lambda value, asked: asked[0] <= value <= asked[1],
    "gte": lambda value, asked: value >= asked,
    "gt": lambda value, asked: value > asked,
    "lte": lambda value, asked: value <= asked,
    "lt": lambda value, asked: value < asked,
}


def contradictory(words: list[Word]) -> list[tuple[Word, Word]]:
    """The pairs of words of which no person can satisfy both."""
    return [pair for pair in combinations(words, 2) if not _someone_fits(*pair)]


def _someone_fits(one, other):
    both = one.condition & other.condition
    return any(_may_be(both, person)[True] for person in _people({path.split("__")[0] for path in lookups(both)}))


def _people(fields):
    """One imaginary person for every combination of answers in these fields; what cannot be listed is left out."""
    if fields & LABOUR:
        fields = fields | LABOUR
    listed = {field: answers for field in sorted(fields) if (answers := _answers(field))}
    for combination in product(*listed.values()):
        person = dict(zip(listed, combination, strict=True))
        if not fields & LABOUR or _labour_agrees(person):
            yield person


def _answers(field):
    if field == "age_at_entry":
        return list(AGES)
    column = Participation._meta.get_field(field)
    if isinstance(getattr(column, "output_field", column), BooleanField):
        return [True, False]
    return ["", *(value for value, _label in column.flatchoices)] if column.choices else []


def _labour_agrees(person):
    """The detail of the status belongs to the status, and only the unemployed are long without work."""
    status = person["labour_status"]
    return person["labour_detail"] in ("", *details_of(status)) and (status in UNEMPLOYED or not person["is_long_term"])


def _may_be(condition, person):
    """Whether the condition may be true of the person, and whether it may be false: {True: …, False: …}."""
    found = [
        _may_be(child, person) if isinstance(child, Q) else _compare(*child, person) for child in condition.children
    ]
    every, some = (True, False) if condition.connector == Q.AND else (False, True)
    may = {every: all(each[every] for each in found), some: any(each[some] for each in found)} if found else ANYTHING
    return {truth: may[not truth] for truth in may} if condition.negated else may


def _compare(path, asked, person):
    field, _separator, lookup = path.partition("__")
    compare = COMPARED.get(lookup or "exact")
    if field not in person or compare is None or isinstance(asked, Day):
        return ANYTHING
    truth = compare(person[field], asked)
    return {truth: True, not truth: False}
