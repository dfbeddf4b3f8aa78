"""The definitions that concern one project, in groups: its own, and the lists of its programme."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from . import catalogue, versions
from .definitions import Definition
from .forms.definitions import plain
from .models import DefinitionVersion
from .queries import definition_of

OWN = "own-"


def is_listed(key):
    """Whether the key names a line of a list, official or the project's own; a measure of effectiveness is none."""
    return key in catalogue.BY_KEY or key.startswith(OWN)


@dataclass(frozen=True)
class Line:
    """A definition with its recorded version (or None) and whether the project answers for it."""

    definition: Definition
    version: DefinitionVersion | None
    is_taken: bool

    @property
    def is_changed(self):
        return bool(self.version) and self.version.number > versions.FIRST

    @property
    def is_failed(self):
        return bool(self.version) and bool(self.version.failed)

    @property
    def searched(self):
        """Everything that a search looks in."""
        definition = self.definition
        return plain(f"{definition.code} {definition.key} {definition.name} {definition.english} {definition.source}")


def groups_of(project):
    """[(heading, lines)]: the project's own indicators, then the lists of its programme. Two queries."""
    rows = list(project.indicators.all())
    taken = {row.definition for row in rows if row.definition}
    own = [definition_of(row) for row in rows if not row.definition]
    groups = [(_("Własne wskaźniki projektu"), own), *_official(project, taken)]
    newest = versions.latest([definition.key for _heading, lines in groups for definition in lines])
    return [
        (
            heading,
            [
                Line(definition, newest.get(definition.key), definition.key in taken or definition in own)
                for definition in lines
            ],
        )
        for heading, lines in groups
    ]


def _official(project, taken):
    """The programme's key list, the regulation's outputs and results, and what the project took from another list."""
    listed = project.programme.indicator_list
    regulation = catalogue.LISTS.get(listed, [])
    key_list = [line for line in catalogue.KEY_LISTS.get(listed, []) if line not in regulation]
    known = {line.key for line in (*regulation, *key_list)}
    yield _("Wskaźniki kluczowe programu"), key_list
    yield _("Wspólna lista Unii: produkty"), [line for line in regulation if not line.is_result]
    yield _("Wspólna lista Unii: rezultaty"), [line for line in regulation if line.is_result]
    yield _("Inne wskaźniki projektu"), [line for key, line in catalogue.BY_KEY.items() if key in taken - known]
