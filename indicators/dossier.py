"""All that the program knows of one definition: its sentences, its worked examples, its versions and what each of them changed."""

from dataclasses import dataclass
from functools import cached_property

from . import changes, versions
from .definitions import Definition
from .examples import display
from .models import DefinitionVersion
from .proving import table_of
from .wordlist import sentence_of


@dataclass(frozen=True)
class Step:
    """A recorded version and, where one went before it, the sentences by which the two differ."""

    version: DefinitionVersion
    earlier: DefinitionVersion | None

    @property
    def difference(self):
        if not self.earlier:
            return None
        return changes.difference(versions.definition_of(self.earlier), versions.definition_of(self.version))


class Dossier:
    """A definition in one project. Reads only; the proof is the one that was recorded last."""

    def __init__(self, project, definition: Definition):
        self.project, self.definition = project, definition

    @cached_property
    def steps(self):
        """The recorded versions, newest first."""
        recorded = list(
            DefinitionVersion.objects.filter(key=self.definition.key).select_related("recorded_by").order_by("-number")
        )
        return [Step(version, earlier) for version, earlier in zip(recorded, [*recorded, None][1:], strict=True)]

    @property
    def version(self):
        """The newest recorded version, or None."""
        return self.steps[0].version if self.steps else None

    @property
    def is_recorded(self):
        """Whether the rule that counts today is the one recorded last; it is not between an upgrade and its check."""
        return bool(self.version) and self.version.fingerprint == versions.fingerprint(
            versions.rule_of(self.definition)
        )

    @property
    def sentences(self):
        """[(sentence without a particular day, note)]."""
        return [(sentence_of(word), word.note) for word in self.definition.words]

    @cached_property
    def table(self):
        """The heads and rows of the worked examples, those that the last proof counted otherwise marked."""
        rows = table_of(self.definition, self.project.scope)
        heads, rows = display.table_of(rows, self._failed() if self.version and self.version.failed else ())
        return {"heads": heads, "rows": rows, "of_people": self.definition.counts_people}

    @versions.in_polish
    def _failed(self):
        """The places in the table of the examples that failed; the record names them in Polish."""
        rows = table_of(self.definition, self.project.scope)
        return [place for place, row in enumerate(rows) if str(row.who) in self.version.failed]

    def step(self, number):
        """The step to this version, if it has one before it; to the newest one where no number was asked for."""
        found = [step for step in self.steps if step.earlier and (number is None or step.version.number == number)]
        return found[0] if found else None

    def changes_of(self, step, on):
        """What that step means in this project on the day."""
        return changes.between(
            self.project, versions.definition_of(step.earlier), versions.definition_of(step.version), on
        )
