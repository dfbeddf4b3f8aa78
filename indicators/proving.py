"""Proving a definition: its worked examples as rows of the real database, counted by the real engine, and nothing left behind."""

from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from participants.models import Participation
from participants.vocabulary import Scope

from . import catalogue, examples, versions
from .examples import things
from .examples.building import Builder
from .examples.generated import examples_of
from .models import DefinitionVersion, ProjectIndicator
from .queries import compute, definition_of


@dataclass
class Proof:
    """What came of the examples of one definition: which of them were not counted as their table says."""

    definition: object
    examples: list
    failed: list = field(default_factory=list)

    @property
    def passed(self):
        return len(self.examples) - len(self.failed)


def table_of(definition, scope=Scope.SL2014):
    """The worked examples of a definition: written by hand for a line of the catalogue, made for all others.

    ``scope`` is the form on which the people of an own indicator are recorded.
    """
    if not definition.counts_people:
        return things.examples_of(definition)
    return examples.of(definition.key) or examples_of(definition, scope)


def prove(tables):
    """{key: Proof} of pairs of a definition and its examples. Writes the rows, counts them, and takes all of them back.

    Each example has a project of its own. Never called while a page is only read.
    """
    with transaction.atomic():
        proofs = {definition.key: Proof(definition, rows) for definition, rows in tables}
        for definition, example, is_right in _judged(tables):
            if not is_right:
                proofs[definition.key].failed.append(example)
        transaction.set_rollback(True)
    return proofs


def _judged(tables):
    """Every example with its definition and whether it was counted as its table says."""
    builder, people, others = Builder(), [], []
    for definition, rows in tables:
        for example in rows:
            project = builder.project(example.scope)
            if definition.counts_people:
                people.append((definition, example, project, example.put(builder, project)))
            else:
                others.append((definition, example, project, example.put(builder, project, definition)))
    builder.write()
    yield from _people(people)
    for definition, example, project, bound in others:
        counted = compute([project], [bound], examples.ON)[project.pk][definition.key]
        yield definition, example, counted.value.total == example.value


def _people(placed):
    """The figure of the project and the list of the people behind it must both say what the table says."""
    definitions = list({definition.key: definition for definition, *_rest in placed}.values())
    figures = compute([project for *_rest, project, _row in placed], definitions, examples.ON)
    members = _members(placed)
    for definition, example, project, row in placed:
        figure = figures[project.pk][definition.key].value.total
        yield definition, example, figure == int(row.pk in members) == example.value


def _members(placed):
    """The participations of the examples that the definitions' conditions name, in one query."""
    wanted = Q()
    for definition, _example, project, _row in placed:
        wanted |= Q(project=project.pk) & definition.condition(examples.ON)
    return set(Participation.objects.filter(wanted).values_list("pk", flat=True)) if wanted else set()


@dataclass(frozen=True)
class Checked:
    """A definition as it stands now: its version, whether that version is new, and the proof."""

    definition: object
    version: DefinitionVersion
    is_new: bool
    proof: Proof

    @property
    def is_changed(self):
        return self.is_new and self.version.number > versions.FIRST


def check_all():
    """Records the version and the proof of every definition: the official lists first, then every project's own."""
    own = ProjectIndicator.objects.filter(definition="").select_related("project__programme").order_by("project", "pk")
    return check(
        [(definition, None) for definition in catalogue.BY_KEY.values()]
        + [(definition_of(row), row.project) for row in own]
    )


def check(asked, by=None):
    """Records the version and the proof of these (definition, project or None); ``by`` is who changed an own indicator."""
    newest = versions.latest([definition.key for definition, _project in asked])
    proofs = prove([(d, table_of(d, project.scope if project else Scope.SL2014)) for d, project in asked])
    checked = []
    with transaction.atomic():
        for definition, project in asked:
            version, is_new = versions.record(definition, project, by, newest.get(definition.key))
            checked.append(Checked(definition, version, is_new, proofs[definition.key]))
        _remember([one for one in checked if one.proof.examples])
    return checked


def _remember(checked):
    for one in checked:
        one.version.examples = len(one.proof.examples)
        one.version.failed = [str(example.who) for example in one.proof.failed]
        one.version.checked_at = timezone.now()
    DefinitionVersion.objects.bulk_update([one.version for one in checked], ["examples", "failed", "checked_at"])


def check_own(row, by=None):
    """Records the version and the proof of a project's own indicator that has just been saved."""
    return check([(definition_of(row), row.project)], by)[0]
