"""A condition written as data and read back is the same condition, whatever it asks for."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.db.models import F, Q
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators import catalogue, rules, words
from indicators.definitions import DAY, DAY_TEXT, Day, at
from participants.models import Participation
from participants.vocabulary import LabourStatus

from ..factories import ParticipationFactory

PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.text('aąbBćż 1"\\{}', max_size=8),
    st.dates(),
    st.decimals(allow_nan=False, allow_infinity=False, places=2),
    st.builds(Day, st.integers(-90, 90), st.booleans()),
)
VALUES = PLAIN | st.lists(PLAIN, max_size=3)
LOOKUPS = st.tuples(st.text("abcdefgh_", min_size=1, max_size=12), VALUES)

UNTIMED = settings(deadline=None)  # a busy machine is no fault of the condition


def group(children, connector, negated):
    condition = Q(_connector=connector, _negated=negated)
    condition.children = children
    return condition


CONDITIONS = st.recursive(
    st.builds(group, st.lists(LOOKUPS, max_size=3), st.sampled_from([Q.AND, Q.OR]), st.booleans()),
    lambda parts: st.builds(
        group, st.lists(parts | LOOKUPS, max_size=3), st.sampled_from([Q.AND, Q.OR, Q.XOR]), st.booleans()
    ),
    max_leaves=12,
)


@UNTIMED
@given(CONDITIONS)
def test_a_condition_comes_back_from_json_as_it_went(condition):
    data = json.loads(json.dumps(rules.written(condition)))
    assert rules.read(data) == condition
    assert rules.written(rules.read(data)) == data


@UNTIMED
@given(CONDITIONS, CONDITIONS)
def test_two_conditions_have_one_fingerprint_only_when_they_say_the_same(one, other):
    same = json.dumps(rules.written(one)) == json.dumps(rules.written(other))
    assert (rules.fingerprint(rules.written(one)) == rules.fingerprint(rules.written(other))) == same


def test_values_of_vocabularies_tuples_and_columns_are_written_plainly():
    condition = Q(labour_status__in=(LabourStatus.INACTIVE,), age_at_entry__range=(18, 29)) & ~Q(a=F("b"))
    assert rules.written(condition) == {
        "and": [
            ["age_at_entry__range", [18, 29]],
            ["labour_status__in", ["inactive"]],
            {"and": [["a", {"column": "b"}]], "not": True},
        ]
    }


def test_days_stay_open_when_they_are_written():
    assert rules.written(Q(a=DAY) | Q(b=DAY_TEXT) | Q(c=date(2024, 2, 5)) | Q(d=Decimal("0.5")))["or"] == [
        ["a", {"day": 0}],
        ["b", {"day_as_text": 0}],
        ["c", {"date": "2024-02-05"}],
        ["d", {"decimal": "0.5"}],
    ]


def test_what_has_no_written_form_is_refused_by_its_kind():
    with pytest.raises(rules.Unwritable, match="float"):
        rules.written(Q(a=0.5))


@pytest.mark.parametrize("word", words.PLAIN.values(), ids=lambda word: word.name)
def test_every_word_can_be_written_and_read(word):
    data = json.loads(json.dumps(rules.written(word.condition)))
    assert rules.written(rules.read(data)) == data


@pytest.mark.django_db
def test_every_definition_read_back_counts_the_same_people():
    ParticipationFactory(left=True, disability="yes", entered_on=date(2024, 2, 5))
    ParticipationFactory(smefs=True, labour_status="inactive", degurba=3, entered_on=date(2024, 2, 5))
    on = date(2024, 12, 31)
    for definition in catalogue.BY_KEY.values():
        if definition.counts_people:
            read = rules.read(json.loads(json.dumps(rules.written(definition.rule))))
            found = [
                set(Participation.objects.filter(at(rule, on)).values_list("pk")) for rule in (definition.rule, read)
            ]
            assert found[0] == found[1], definition.key
