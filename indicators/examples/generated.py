"""Worked examples of an indicator that nobody wrote examples for: one who has everything, and one for each word that alone fails.

The facts are searched for among a few people per kind of fact; ``reading`` says of each of them which words hold.
"""

from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from participants.vocabulary import Answer, ContractKind, Degurba, Education, OutcomeKind, ProgressSign, Scope, Sex

from ..hypothetical import reader
from . import reading
from .building import ENTERED
from .rows import CERTIFICATE, DAY_28, DAY_29, DROPPED, INACTIVE, LEARNING, LEFT, ON, WORKING, Example

LATER = date(2025, 1, 2)
UNEMPLOYED_SHORT = {"labour_detail": "unemployed_other"}
PROOFS = "qualified_on competent_on employed_on business_on seeking_on studying_on progressed_on volunteering_on"


@dataclass(frozen=True)
class Choice:
    """A kind of fact: the columns that it decides, and the ways that it can be, the usual one first."""

    columns: frozenset
    ways: tuple


def choice(columns, *ways):
    return Choice(frozenset(columns.split()), ways)


def facts(**fields):
    return {"facts": fields}


def outcome(kind, **fields):
    return {"outcomes": ({"kind": kind} | fields,)}


def answer(field, *answers):
    return choice(field, *(facts(**{field: value}) for value in (Answer.NO, Answer.YES, *answers)))


USUAL = {}
CHOICES = (
    choice("is_complete has_name", USUAL, facts(person__first_name="")),
    choice("entered_on", USUAL, facts(entered_on=LATER)),
    choice(
        f"left_on exit_reason {PROOFS}",
        USUAL,
        {"facts": LEFT},
        {"facts": DROPPED},
        {"facts": LEFT | {"exit_reason": "took_job"}},
    ),
    choice("sex", USUAL, facts(person__sex=Sex.MALE)),
    choice(
        "labour_status labour_detail is_long_term",
        USUAL,
        {"facts": UNEMPLOYED_SHORT},
        {"facts": INACTIVE},
        {"facts": LEARNING},
        {"facts": WORKING},
        facts(labour_status="inactive", labour_detail="inactive_other"),
    ),
    choice("education", USUAL, *(facts(education=level) for level in Education)),
    choice("degurba", *(facts(degurba=area) for area in Degurba)),
    choice("is_surroundings", USUAL, facts(is_surroundings=True)),
    choice("has_premise", USUAL, {"premise": True}),
    *(answer(field, Answer.REFUSED) for field in ("minority", "disability", "other_disadvantage")),
    *(answer(field) for field in ("homeless", "foreign_origin", "third_country", "single_adult_household")),
    choice(
        "jobless_household household_children",
        facts(jobless_household=Answer.NO),
        facts(jobless_household=Answer.YES),
        facts(jobless_household=Answer.YES, household_children=Answer.YES),
    ),
    choice("qualified_on", USUAL, {"outcomes": (CERTIFICATE,)}),
    choice("competent_on", USUAL, outcome(OutcomeKind.COMPETENCE)),
    choice(
        "employed_on business_on",
        USUAL,
        outcome(OutcomeKind.EMPLOYMENT, contract_kind=ContractKind.EMPLOYMENT),
        outcome(OutcomeKind.EMPLOYMENT, contract_kind=ContractKind.BUSINESS),
    ),
    choice("seeking_on", USUAL, outcome(OutcomeKind.JOB_SEARCH)),
    choice("studying_on", USUAL, outcome(OutcomeKind.EDUCATION)),
    choice(
        "progressed_on volunteering_on",
        USUAL,
        outcome(OutcomeKind.SOCIAL_PROGRESS),
        outcome(OutcomeKind.SOCIAL_PROGRESS, progress_sign=ProgressSign.VOLUNTEERING),
    ),
)


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
        self.choices = [*_ages(words), *_supports(words), *CHOICES]
        self.choices = [choice for choice in self.choices if any(choice.columns & asked for asked in columns)]
        # The word can be judged once the last choice that moves one of its columns is made.
        self.judged_at = [
            max((step for step, choice in enumerate(self.choices) if choice.columns & asked), default=-1)
            for asked in columns
        ]

    def person(self, wanted):
        """An example of whom each word is as wanted, or None."""
        return self._try(Example("", "", {}, scope=self.scope), 0, wanted)

    def truths(self, example):
        """Whether each word holds of the example."""
        columns = reading.columns_of(example)
        return [holds(columns) for holds in self.readers]

    def _try(self, example, step, wanted):
        if step == len(self.choices):
            return example if self.truths(example) == wanted else None
        for way in self.choices[step].ways:
            person = merged(example, way)
            if is_possible(person) and self._fits(person, step, wanted):
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
        premise=example.premise or way.get("premise", False),
        supports=dict(example.supports) | way.get("supports", {}),
    )


def is_possible(example):
    """Whether the database would take the person at all: nobody leaves before entering."""
    left = example.facts.get("left_on")
    return not left or left >= example.facts.get("entered_on", ENTERED)


def columns_in(condition):
    """Every column that a condition asks for; with its key where it is a JSON column (``supports_started f12``)."""
    for child in condition.children:
        if isinstance(child, Q):
            yield from columns_in(child)
        else:
            column, *steps = child[0].split("__")
            yield f"{column} {steps[0]}" if column.startswith("supports_") else column


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


def _supports(words):
    """Not begun, begun, finished: for every form of support that the words name."""
    named = {column for word in words for column in columns_in(word.condition) if column.startswith("supports_")}
    for key in sorted({column.partition(" ")[2] for column in named}):
        columns = frozenset([f"supports_started {key}", f"supports_finished {key}"])
        yield Choice(columns, (USUAL, {"supports": {key: False}}, {"supports": {key: True}}))
