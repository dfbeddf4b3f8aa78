"""Versions of a definition: recorded when the rule changes, counted again as they were, and whose counting a change moves."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from indicators import changes, rules, versions
from indicators.catalogue import BY_KEY
from indicators.models import DefinitionVersion
from indicators.queries import compute, definition_of
from indicators.words import spell, status

from ..factories import DefinitionVersionFactory, ParticipationFactory, ProjectFactory, ProjectIndicatorFactory

pytestmark = pytest.mark.django_db
ON = date(2024, 12, 31)
CO16 = BY_KEY["CO16"]
OTHERWISE = replace(CO16, words=(*CO16.words, status.woman))


def test_a_definition_that_was_never_recorded_has_version_one():
    assert versions.current(CO16) == 1


def test_a_changed_rule_gets_the_next_number_and_an_unchanged_one_none():
    assert versions.record(CO16)[0].number == 1
    again, is_new = versions.record(CO16)
    assert (again.number, is_new) == (1, False)
    changed, is_new = versions.record(OTHERWISE)
    assert (changed.number, is_new) == (2, True)
    assert versions.current(CO16) == 2


def test_another_wording_of_the_same_sentence_is_the_same_rule():
    versions.record(CO16)
    reworded = replace(CO16, words=tuple(replace(word, phrase="inaczej powiedziane") for word in CO16.words))
    assert not versions.record(reworded)[1]


def test_another_condition_under_the_same_name_is_another_rule():
    versions.record(CO16)
    altered = replace(CO16, words=(*CO16.words[:-1], replace(CO16.words[-1], condition=status.woman.condition)))
    assert versions.record(altered)[0].number == 2


def test_all_current_versions_come_in_one_query(django_assert_num_queries):
    versions.record(CO16)
    versions.record(OTHERWISE)
    with django_assert_num_queries(1):
        assert versions.all_current([CO16, BY_KEY["CO01"]]) == {"CO16": 2, "CO01": 1}


@pytest.mark.parametrize("definition", BY_KEY.values(), ids=lambda definition: definition.key)
def test_a_recorded_definition_comes_back_with_the_same_rule(definition):
    version = DefinitionVersion(key=definition.key, number=3, rule=versions.rule_of(definition), name=definition.name)
    back = versions.definition_of(version)
    assert back.key == f"{definition.key}@3"
    assert versions.fingerprint(versions.rule_of(back)) == versions.fingerprint(versions.rule_of(definition))
    assert versions.rule_of(back) == versions.rule_of(definition)


def test_an_old_version_counts_as_it_did_beside_the_new_one():
    old, new = versions.record(CO16)[0], versions.record(OTHERWISE)[0]
    project = ProjectFactory()
    for sex in ("K", "M", "M"):
        ParticipationFactory(project=project, person__sex=sex, disability="yes")
    asked = [versions.definition_of(version) for version in DefinitionVersion.objects.filter(pk__in=[old.pk, new.pk])]
    counted = compute([project], asked, ON)[project.pk]
    assert (counted["CO16@1"].value.total, counted["CO16@2"].value.total) == (3, 1)


def test_an_old_sentence_whose_word_is_gone_is_still_told():
    version = versions.record(CO16)[0]
    version.rule["words"][-1]["name"] = "no-such-word"
    word = versions.definition_of(version).words[-1]
    assert (word.phrase, word.fact(None)) == ("jest osobą z niepełnosprawnościami", "")


# --- who comes and who goes


def test_a_change_names_who_comes_and_who_goes_with_the_deciding_sentence():
    project = ProjectFactory()
    woman, man = (ParticipationFactory(project=project, person__sex=sex, disability="yes") for sex in "KM")
    ParticipationFactory(project=project, person__sex="K")
    found = changes.between(project, CO16, replace(OTHERWISE, key="CO16@2"), ON)
    assert (found.before.total, found.after.total, found.coming, found.going) == (2, 1, 0, 1)
    [gone] = found.goes
    assert gone.participation == man
    assert [(number, word.name, fact) for number, word, fact in gone.because] == [(4, "woman", "mężczyzna")]
    back = changes.between(project, replace(OTHERWISE, key="CO16@2"), CO16, ON)
    assert [moved.participation for moved in back.comes] == [man]
    assert woman not in [moved.participation for moved in back.comes]
    assert not found.is_nobody


def test_a_change_of_what_is_no_person_tells_the_figures():
    project = ProjectFactory()
    before = BY_KEY["communities"]
    found = changes.between(project, before, replace(before, key="x", register="job"), ON)
    assert not found.of_people
    assert (found.before.total, found.after.total) == (0, 0)


def test_all_projects_are_asked_in_one_query(django_assert_num_queries):
    first, second = ProjectFactory(), ProjectFactory()
    ParticipationFactory(project=first, person__sex="M", disability="yes")
    ParticipationFactory(project=second, person__sex="K", disability="yes")
    with django_assert_num_queries(1):
        assert changes.across(CO16, OTHERWISE, ON) == {first.pk: (0, 1)}
    assert changes.across(BY_KEY["communities"], OTHERWISE, ON) == {}


def test_the_difference_of_two_versions_is_told_by_sentences():
    told = changes.difference(CO16, OTHERWISE)
    assert ([word.name for word in told.came], told.went, told.altered) == (["woman"], [], [])
    altered = replace(CO16, words=(*CO16.words[:-1], replace(CO16.words[-1], condition=status.woman.condition)))
    assert [word.name for word in changes.difference(CO16, altered).altered] == [CO16.words[-1].name]
    assert changes.difference(CO16, CO16).is_empty


# --- the row


def test_a_version_is_recorded_once():
    DefinitionVersionFactory(key="CO16")
    with pytest.raises(IntegrityError, match="definition_version_once"), transaction.atomic():
        DefinitionVersionFactory(key="CO16")


def test_versions_are_numbered_from_one():
    with pytest.raises(IntegrityError, match="definition_version_from_one"), transaction.atomic():
        DefinitionVersionFactory(number=0)


def test_an_own_indicator_has_its_project_and_an_official_one_has_none():
    project = ProjectFactory()
    DefinitionVersionFactory(key="own-7", project=project)
    for wrong in ({"key": "own-8"}, {"key": "CO17", "project": project}):
        with pytest.raises(IntegrityError, match="definition_version_own_in_project"), transaction.atomic():
            DefinitionVersionFactory(**wrong)


def test_no_more_examples_fail_than_there_are():
    with pytest.raises(IntegrityError, match="definition_version_fails_of_its_examples"), transaction.atomic():
        DefinitionVersionFactory(examples=1, failed=["pierwszy", "drugi"])


def test_the_words_of_an_own_indicator_come_back_with_their_limits():
    row = ProjectIndicatorFactory(words=["complete", "entered", "aged:18-29"])
    version = versions.record(definition_of(row), row.project)[0]
    word = versions.definition_of(version).words[-1]
    assert rules.written(word.condition) == rules.written(spell("aged:18-29").condition)
