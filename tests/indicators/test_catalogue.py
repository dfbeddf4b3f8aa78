"""Who is counted and who is not: the tables of indicators/examples, each row against the real engine and database."""

from datetime import date

import pytest

from indicators import examples
from indicators.catalogue import BY_KEY
from indicators.queries import compute
from participants.vocabulary import Scope

from ..factories import OutcomeFactory, ParticipationFactory, PremiseFactory

pytestmark = pytest.mark.django_db


def recorded(example):
    person = {"person__birth_date": date(1989, 5, 5), "entered_on": date(2024, 2, 5)}
    participation = ParticipationFactory(smefs=example.scope == Scope.SMEFS, **(person | example.facts))
    for outcome in example.outcomes:
        day = {"obtained_on": participation.left_on or participation.entered_on}
        OutcomeFactory(participation=participation, **(day | outcome))
    if example.premise:
        PremiseFactory(participation=participation)
    return participation


def value(project, key, on=examples.ON):
    return compute([project], [BY_KEY[key]], on)[project.pk][key].value


@pytest.mark.parametrize("example", examples.ALL, ids=lambda example: f"{example.key}: {example.who}")
def test_each_example_is_counted_as_the_table_says(example):
    participation = recorded(example)
    assert value(participation.project, example.key).total == example.counted, f"{example.key}: {example.who}"


def test_every_line_of_the_catalogue_that_counts_people_has_an_example():
    shown = {example.key for example in examples.ALL}
    assert {key for key, definition in BY_KEY.items() if definition.counts_people} <= shown
