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
from .hypothetical import NotReadable
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
    """The worked examples of a definition: written by hand for a line of the catalogue, made for all others; none where a word
    asks for more than an example can say.

    ``scope`` is the form on which the people of an own indicator are recorded.
    """
    if not definition.counts_people:
        return things.examples_of(definition)
    try:
        return examples.of(definition.key) or examples_of(definition, scope)
    except NotReadable:
        return []


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


@dataclass(frozen=True)
class Placed:
    """An example in its project: the definition as it counts there, and the participation where the example is a person."""

    definition: object
    example: object
    project: object
    bound: object
    row: object = None


def _judged(tables):
    """Every example with its definition and whether it was counted as its table says."""
    builder = Builder()
    placed = [_place(builder, definition, example) for definition, rows in tables for example in rows]
    builder.write()
    members = _members([one for one in placed if one.row])
    figures = _figures(placed)
    for one in placed:
        value = figures[one.project.pk][one.definition.key].value.total
        is_listed = one.row is None or (one.row.pk in members) == bool(value)
        yield one.definition, one.example, is_listed and value == one.example.value


def _place(builder, definition, example):
    project = builder.project(example.scope)
    if definition.counts_people:
        return Placed(definition, example, project, definition, example.put(builder, project))
    return Placed(definition, example, project, example.put(builder, project, definition))


def _figures(placed):
    """{project pk: {key: Counted}}: the people at once, the things at once, and each that is bound to a form of support of its own."""
    figures = {}
    for group in (
        [one for one in placed if one.row],
        [one for one in placed if not one.row and one.bound is one.definition],
        *([one] for one in placed if one.bound is not one.definition),
    ):
        definitions = {one.definition.key: one.bound for one in group}
        figures |= compute([one.project for one in group], list(definitions.values()), examples.ON)
    return figures


def _members(placed):
    """The participations of the examples that the definitions' conditions name, in one query."""
    wanted = Q()
    for one in placed:
        wanted |= Q(project=one.project.pk) & one.definition.condition(examples.ON)
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


@versions.in_polish
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
