"""Which models have a history, and how one of their rows is called in it."""

from dataclasses import dataclass
from functools import cached_property
from importlib import import_module

from django.db import models

from accounts.privacy import Privacy
from projects.models import Project

from ..models import Outcome, Participation, Person, Premise

KINDS = {}
NAMES = {}


@dataclass(frozen=True)
class Tracked:
    """A model with a history. ``called`` are the fields by which one row is told from others; ``also`` are facts that no form edits.

    ``path`` leads from a row to the person, participation or project that it belongs to, as a lookup.
    """

    model: type[models.Model]
    called: tuple = ()
    path: str = "pk"
    also: tuple = ()

    @property
    def what(self):
        return str(self.model._meta.verbose_name)

    @cached_property
    def fields(self):
        """The fields that are told, by column: what people record, not what the database derives from it."""
        return {
            field.column: field
            for field in self.model._meta.concrete_fields
            if (field.editable and not field.generated and not field.primary_key) or field.name in self.also
        }

    @cached_property
    def sensitive(self):
        """Names of the fields of a special category (health, origin, convictions)."""
        classes = import_module(f"{self.model._meta.app_label}.privacy").FIELDS[self.model]
        return frozenset(classes.get(Privacy.SPECIAL, "").split())


def register(model, **facts):
    """Lets the history of a model be read."""
    KINDS[model._meta.db_table] = Tracked(model, **facts)


def named(model, name, *, reading=()):
    """Says how a row of another model is called where a field points at it; ``reading`` are relations that the name needs."""
    NAMES[model] = (name, reading)


register(Person)
register(Participation, also=("citizenship",))
register(Premise, called=("kind",), path="participation")
register(Outcome, called=("kind", "obtained_on"), path="participation")
register(Project)
named(Participation, lambda row: row.reference)
