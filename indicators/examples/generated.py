"""Worked examples of an indicator that nobody wrote examples for: one who has everything, and one for each word that alone fails.

The facts are searched for among the ways of each kind of fact (``choices``); ``reading`` says of each person which words hold.
"""

from dataclasses import replace

from django.db.models import Q
from django.utils.translation import gettext as _

from participants.vocabulary import Scope

from ..hypothetical import reader
from . import reading
from .building import ENTERED
from .choices import CHOICES, USUAL, Choice, facts, is_possible
from .rows import DAY_28, DAY_29, ON, Example

JSON_COLUMNS = ("supports_started", "supports_finished", "premise_kinds")


def examples_of(definition, scope=Scope.SL2014):
    """The examples of a definition of people, on the form of this scope; none where no person can satisfy all of its words.

    A word that cannot fail while the others hold (because they imply it) has no example of its own.
    """
    search = Search(definition.words, scope)
    whole = search.person([True] * len(definition.words))
    if whole is None:
        return []
    found = [replace(whole, key=definition.key, who=_("wszystkie zdania są prawdziwe"))]
    if definition.proofs:
        found += _on_the_edge(search, found[0])
    every = range(len(definition.words))
    for number in every:
        person = search.person([number != other for other in every])
        if person:
            who = _("nieprawdziwe jest tylko zdanie %(number)s.") % {"number": number + 1}
            found.append(replace(person, key=definition.key, who=who, counted=False))
    return found


def _on_the_edge(search, whole):
    """The same person with her proofs of the 28th day after leaving, and of the day after it."""
    for day, who in ((DAY_28, _("dowód z 28. dnia po zakończeniu")), (DAY_29, _("dowód z 29. dnia po zakończeniu"))):
        outcomes = tuple(outcome | {"obtained_on": day} for outcome in whole.outcomes)
        late = replace(whole, who=who, outcomes=outcomes)
        yield replace(late, counted=all(search.truths(late)))


class Search:
    """Looks for a person of whom given words hold and given words do not, by trying the ways of each kind of fact in turn."""

    def __init__(self, words, scope):
        self.scope = scope
        self.readers = [reader(word.condition, ON) for word in words]
        columns = [set(columns_in(word.condition)) for word in words]
        self.choices = [*_ages(words), *_supports(words), *_premises(words), *CHOICES]
        self.choices = [choice for choice in self.choices if any(choice.columns & asked for asked in columns)]
        # The word can be judged once the last choice that moves one of its columns is made.
        self.judged_at = [
            max((step for step, choice in enumerate(self.choices) if choice.columns & asked), default=-1)
            for asked in columns
        ]

    def person(self, wanted):
        """An example of whom each word is as wanted, or None."""
        return self._try(Example("", "", {}, premise=(), scope=self.scope), 0, wanted)

    def truths(self, example):
        """Whether each word holds of the example."""
        columns = reading.columns_of(example)
        return [holds(columns) for holds in self.readers]

    def _try(self, example, step, wanted):
        if step == len(self.choices):
            return example if self.truths(example) == wanted else None
        for way in self.choices[step].ways:
            person = merged(example, way)
            if is_possible(person, ENTERED) and self._fits(person, step, wanted):
                found = self._try(person, step + 1, wanted)
                if found:
                    return found
        return None

    def _fits(self, example, step, wanted):
        judged = [number for number, last in enumerate(self.judged_at) if last == step]
        if not judged:
            return True
        columns = reading.columns_of(example)
        return all(self.readers[number](columns) == wanted[number] for number in judged)


def merged(example, way):
    """The example with the facts of one more way."""
    return replace(
        example,
        facts=dict(example.facts) | way.get("facts", {}),
        outcomes=(*example.outcomes, *way.get("outcomes", ())),
        premise=(*example.premise, *way.get("premise", ())),
        supports=dict(example.supports) | way.get("supports", {}),
    )


def columns_in(condition):
    """Every column that a condition asks for; with its key where it is a JSON column (``supports_started f12``)."""
    for child in condition.children:
        if isinstance(child, Q):
            yield from columns_in(child)
        else:
            column, *steps = child[0].split("__")
            yield f"{column} {steps[0]}" if column in JSON_COLUMNS else column


def _lookups(condition):
    for child in condition.children:
        if isinstance(child, Q):
            yield from _lookups(child)
        else:
            yield child


def _ages(words):
    """Ages on both sides of every limit that the words name."""
    limits = set()
    for word in words:
        for path, value in _lookups(word.condition):
            if path.startswith("age_at_entry"):
                limits |= set(value) if isinstance(value, list | tuple) else {value}
    ages = sorted({age for limit in limits for age in (limit - 1, limit, limit + 1) if 0 <= age <= 110})
    born = [facts(person__birth_date=ENTERED.replace(year=ENTERED.year - age)) for age in ages]
    return [Choice(frozenset(["age_at_entry"]), tuple(born))] if born else []


def _premises(words):
    """With and without, for every kind of premise that the words name."""
    for kind in _keys(words, "premise_kinds"):
        yield Choice(frozenset(["has_premise", f"premise_kinds {kind}"]), (USUAL, {"premise": (kind,)}))


def _keys(words, *columns):
    """The keys of JSON columns that the words name."""
    named = (name.split(" ") for word in words for name in columns_in(word.condition) if " " in name)
    return sorted({key for column, key in named if column in columns})


def _supports(words):
    """Not begun, begun, finished: for every form of support that the words name."""
    for key in _keys(words, "supports_started", "supports_finished"):
        columns = frozenset([f"supports_started {key}", f"supports_finished {key}"])
        yield Choice(columns, (USUAL, {"supports": {key: False}}, {"supports": {key: True}}))
