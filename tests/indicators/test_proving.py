"""A definition proves itself: its examples in the real database, and nothing of them left behind."""

from dataclasses import replace
from datetime import date

import pytest
from django.apps import apps
from django.utils import translation

from indicators import catalogue, examples, proving, versions, words
from indicators.definitions import output, result
from indicators.examples import display, reading
from indicators.examples.building import Builder
from indicators.examples.generated import Search, examples_of
from indicators.examples.rows import Example
from indicators.hypothetical import NotReadable
from indicators.models import Counts, DefinitionVersion
from indicators.words import proofs, status, way
from participants.models import Participation
from participants.vocabulary import Scope

from ..factories import FormOfSupportFactory, ParticipationFactory, ProjectIndicatorFactory

pytestmark = pytest.mark.django_db
OFFICIAL = catalogue.BY_KEY.values()


def own(*asked, key="own-1"):
    define = result if any(word.proofs for word in asked) else output
    return define(key, "Wskaźnik własny", way.complete, way.entered, *asked)


def test_every_official_definition_passes_its_examples():
    proofs_by_key = proving.prove([(definition, proving.table_of(definition)) for definition in OFFICIAL])
    failed = {key: [str(row.who) for row in proof.failed] for key, proof in proofs_by_key.items() if proof.failed}
    assert not failed
    assert all(proof.examples for proof in proofs_by_key.values())


def test_an_example_that_the_engine_counts_otherwise_is_named():
    table = [replace(examples.of("CO09")[0], counted=False), *examples.of("CO09")[1:]]
    proof = proving.prove([(catalogue.BY_KEY["CO09"], table)])["CO09"]
    assert [row.who for row in proof.failed] == [table[0].who]
    assert proof.passed == len(table) - 1


def test_a_proof_leaves_no_row_and_uses_up_no_number():
    before = ParticipationFactory().pk
    counts = {model: model.objects.count() for model in apps.get_models() if model._meta.managed}
    proving.prove([(definition, proving.table_of(definition)) for definition in OFFICIAL])
    assert {model: model.objects.count() for model in counts} == counts
    assert ParticipationFactory().pk == before + 1


def test_a_person_of_the_real_data_changes_no_proof():
    ParticipationFactory.create_batch(2, entered_on=date(2024, 2, 5), education="isced_1")
    proof = proving.prove([(catalogue.BY_KEY["CO09"], examples.of("CO09"))])["CO09"]
    assert not proof.failed


# --- examples that are searched for


@pytest.mark.parametrize("scope", [Scope.SL2014, Scope.SMEFS, Scope.BASIC])
def test_every_word_alone_has_one_of_whom_it_holds_and_one_of_whom_it_fails(scope):
    tables = []
    for number, word in enumerate(words.PLAIN.values()):
        definition = own(word, key=f"own-{number}")
        tables.append((definition, examples_of(definition, scope)))
    proved = proving.prove(tables)
    assert not {
        proof.definition.words[-1].name: [str(row.who) for row in proof.failed]
        for proof in proved.values()
        if proof.failed
    }
    if scope == Scope.SL2014:
        one_sided = {d.words for d, rows in tables if {row.counted for row in rows} != {True, False}}
        assert not [[word.name for word in asked] for asked in one_sided]


def test_only_one_word_fails_of_each_person_who_is_not_counted():
    definition = own(status.woman, status.unemployed, status.aged(18, 29), proofs.qualified)
    rows = examples_of(definition)
    search = Search(definition.words, Scope.SL2014)
    failing = [row for row in rows if "zdanie" in str(row.who)]
    assert [search.truths(row).count(False) for row in failing] == [1] * 5  # who enters later cannot have left before
    assert not proving.prove([(definition, rows)])[definition.key].failed


def test_proofs_of_the_28th_and_the_29th_day_are_among_the_examples():
    counted = {str(row.who): row.counted for row in examples_of(own(proofs.qualified))}
    assert counted["dowód z 28. dnia po zakończeniu"]
    assert not counted["dowód z 29. dnia po zakończeniu"]


def test_a_word_that_the_others_imply_has_no_example_of_its_own():
    rows = examples_of(own(status.jobless, status.unemployed))
    assert len([row for row in rows if not row.counted]) == 3  # complete, entered, unemployed


def test_words_that_exclude_each_other_have_no_examples():
    assert examples_of(own(status.woman, status.man)) == []


def test_a_word_that_an_example_cannot_say_leaves_the_table_empty(monkeypatch):
    def unreadable(*_):
        raise NotReadable("x")

    monkeypatch.setattr(proving, "examples_of", unreadable)
    assert proving.table_of(own(status.woman)) == []


def test_supports_of_the_real_project_can_be_proved():
    form = FormOfSupportFactory()
    row = ProjectIndicatorFactory(
        project=form.project, words=["complete", "entered", f"started:{form.key}", f"completed:{form.key}"]
    )
    proof = proving.check_own(row).proof
    assert (len(proof.examples), proof.failed) == (3, [])  # neither "started" nor "entered" can fail alone
    assert not form.groups.exists()


def test_plain_reading_and_the_database_agree_on_every_column_of_every_example():
    builder, kept = Builder(), {}
    for example in examples.ALL:
        row = example.put(builder, builder.project(example.scope))
        kept[row.pk] = example
    builder.write()
    for row in Participation.objects.filter(pk__in=kept):
        expected = reading.columns_of(kept[row.pk])
        for name in ("supports_started", "supports_finished"):  # the number of the form itself is not known beforehand
            setattr(row, name, {key: day for key, day in getattr(row, name).items() if not key.startswith("f")})
        differ = {name for name in reading.KEPT if getattr(row, name) != expected[name]}
        assert not differ, kept[row.pk]


# --- what is no person


@pytest.mark.parametrize(
    ("counts", "bound"),
    [
        (Counts.REGISTER, {"register": "community"}),
        (Counts.SESSIONS, {}),
        (Counts.LEADERS, {}),
        (Counts.EVENTS, {"event_kind": "conference"}),
        (Counts.VISITORS, {"event_kind": "conference"}),
        (Counts.INSTITUTIONS, {"institution_kinds": ("sme",)}),
        (Counts.AUTHORITY, {}),
    ],
)
def test_things_prove_themselves_too(counts, bound):
    definition = output("own-1", "Rzeczy", counts=counts, **bound)
    proof = proving.prove([(definition, proving.table_of(definition))])["own-1"]
    assert len(proof.examples) >= 2
    assert not proof.failed


# --- the record


def test_checking_records_the_version_and_the_proof_of_every_definition():
    own_row = ProjectIndicatorFactory(name="liczba kobiet", words=["complete", "entered", "woman"])
    checked = proving.check_all()
    assert len(checked) == len(OFFICIAL) + 1
    version = DefinitionVersion.objects.get(key=f"own-{own_row.pk}")
    assert (version.project, version.number, version.passed, version.examples) == (own_row.project, 1, 4, 4)
    assert version.checked_at
    assert version.sentences[-1] == "jest kobietą"
    official = DefinitionVersion.objects.get(key="CO16")
    assert (official.project, official.number) == (None, 1)
    assert DefinitionVersion.objects.count() == len(checked)
    assert not any(one.is_new for one in proving.check_all())


def test_a_failed_proof_is_recorded_with_the_example_that_failed(monkeypatch):
    wrong = [replace(row, counted=not row.counted) for row in examples.of("CO16")]
    monkeypatch.setattr(examples, "of", lambda key: wrong)
    checked = proving.check([(catalogue.BY_KEY["CO16"], None)])[0]
    version = DefinitionVersion.objects.get(key="CO16")
    assert version.failed == [str(row.who) for row in wrong]
    assert version.passed == 0
    assert checked.proof.failed


def test_what_is_recorded_is_polish_whatever_the_screen_speaks():
    definition = own(status.woman)
    project = ProjectIndicatorFactory().project
    first = proving.check([(definition, project)])[0].version
    with translation.override("en"):
        again = proving.check([(definition, project)])[0]
        traits = [line for line in OFFICIAL if line.trait]
        english = {line.key: versions.fingerprint(versions.rule_of(line)) for line in traits}
    assert (again.version, again.is_new) == (first, False)
    assert traits
    assert english == {line.key: versions.fingerprint(versions.rule_of(line)) for line in traits}


# --- the table


def test_a_table_of_examples_reads_in_polish():
    heads, rows = display.table_of(examples.of("CR03"), failed=[1])
    late = next(row for row in rows if row.who == "kwalifikacja 29. dnia po zakończeniu")
    facts = {head: cell.text for head, cell in late.facts if cell.is_said}
    assert facts["rezultat i dowód"] == "kwalifikacje, 27.07.2024 (29. dzień)"
    assert facts["data zakończenia udziału"] == "28.06.2024, zgodnie z zaplanowaną ścieżką"
    assert [row.is_failed for row in rows[:3]] == [False, True, False]
    assert "status na rynku pracy" in heads


def test_facts_that_all_share_are_not_told_again():
    row = Example("CO06", "24 lata", {"person__birth_date": date(1999, 2, 6)})
    _heads, [told] = display.table_of([row])
    assert [cell.text.replace("\xa0", " ") for _head, cell in told.facts] == ["06.02.1999 (24 lata)"]
