"""Who is counted and who is not: the tables of indicators/examples, each row against the real engine and database."""

from datetime import date, timedelta

import pytest

from indicators import examples
from indicators.catalogue import BY_KEY
from indicators.examples import building
from indicators.queries import compute
from participants.vocabulary import Scope

from ..factories import (
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    OutcomeFactory,
    ParticipationFactory,
    PremiseFactory,
)

pytestmark = pytest.mark.django_db


def recorded(example):
    person = {"person__birth_date": date(1989, 5, 5), "entered_on": date(2024, 2, 5)}
    participation = ParticipationFactory(smefs=example.scope == Scope.SMEFS, **(person | example.facts))
    for outcome in example.outcomes:
        day = {"obtained_on": participation.left_on or participation.entered_on}
        OutcomeFactory(participation=participation, **(day | outcome))
    for kind in building.premises_of(example):
        PremiseFactory(participation=participation, kind=kind)
    for key, is_finished in example.supports.items():
        support(participation, key, is_finished)
    return participation


def support(participation, key, is_finished):
    """She begins, in a group of its own, a form of support of the kind or theme that the key names."""
    form = FormOfSupportFactory(project=participation.project, **{{"k": "kind", "t": "theme"}[key[0]]: key[2:]})
    ended = {"ended_on": participation.entered_on + timedelta(days=30)} if is_finished else {}
    EnrolmentFactory(
        group=GroupFactory(form_of_support=form),
        participation=participation,
        started_on=participation.entered_on,
        is_finished=is_finished,
        **ended,
    )


def value(project, key, on=examples.ON):
    return compute([project], [BY_KEY[key]], on)[project.pk][key].value


@pytest.mark.parametrize("example", examples.ALL, ids=lambda example: f"{example.key}: {example.who}")
def test_each_example_is_counted_as_the_table_says(example):
    participation = recorded(example)
    assert value(participation.project, example.key).total == example.counted, f"{example.key}: {example.who}"


def test_every_line_of_the_catalogue_that_counts_people_has_an_example():
    shown = {example.key for example in examples.ALL}
    assert {key for key, definition in BY_KEY.items() if definition.counts_people} <= shown


def test_every_line_of_people_shows_somebody_counted_and_somebody_not():
    said = {(example.key, bool(example.counted)) for example in examples.ALL}
    people = {key for key, definition in BY_KEY.items() if definition.counts_people}
    assert said == {(key, counted) for key in people for counted in (True, False)}
