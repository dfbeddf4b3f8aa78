"""Every step of a merge, in order, so that the steps can be taken back in the opposite order.

The shapes kept in ``models.Merge``:

- ``before``: ``{table: {number: {column: value}}}``, each row that was changed or removed as it was, all its columns;
- ``moved``: ``{"steps": [...]}``, each step one of ``["changed", table, number, {column: [before, after]}]``,
  ``["removed", table, number]`` and ``["created", table, number]``.

A table is the label of its model. Taken back one by one, the rows pass through the same states as on the way there, so the rules of
the database hold at every step.
"""

from django.apps import apps
from django.db import models


class ChangedSince(Exception):
    """A row is no longer as the journal left it."""


def columns(model):
    """The columns that are written; those that the database computes are not."""
    return [field for field in model._meta.concrete_fields if not field.generated]


def told(field, value):
    """A value as JSON holds it, without losing a microsecond or a grosz."""
    if value is None or isinstance(value, (bool, int)) or isinstance(field, models.JSONField):
        return value
    row = field.model(**{field.attname: value})
    return field.value_to_string(row)


def read(field, value):
    """The value that ``told`` wrote down."""
    return value if isinstance(field, models.JSONField) else field.to_python(value)


def row_told(row):
    return {field.attname: told(field, getattr(row, field.attname)) for field in columns(type(row))}


class Journal:
    """Changes rows and writes down how. Rows are written one by one, past signals and cascades: nothing happens unseen."""

    def __init__(self, before=None, steps=None):
        self.before = before if before is not None else {}
        self.steps = steps if steps is not None else []

    # --- there

    def change(self, row, values):
        """Writes these columns (by ``attname``) where they differ."""
        fields = {field.attname: field for field in columns(type(row))}
        new = {name: value for name, value in values.items() if getattr(row, name) != value}
        if not new:
            return
        was = {name: getattr(row, name) for name in new}
        self.remember(row)
        type(row)._base_manager.filter(pk=row.pk).update(**new)
        for name, value in new.items():
            setattr(row, name, value)
        told_both = {name: [told(fields[name], was[name]), told(fields[name], new[name])] for name in new}
        self.steps.append(["changed", row._meta.label_lower, row.pk, told_both])

    def remove(self, row):
        """Deletes a row from which nothing hangs any more."""
        row.refresh_from_db()
        self.remember(row)
        self.steps.append(["removed", row._meta.label_lower, row.pk])
        rows = type(row)._base_manager.filter(pk=row.pk)
        rows._raw_delete(rows.db)

    def create(self, row):
        row.save(force_insert=True)
        self.steps.append(["created", row._meta.label_lower, row.pk])

    def remember(self, row):
        """Writes down the whole row as it is in the database, unless it was written down before."""
        rows = self.before.setdefault(row._meta.label_lower, {})
        if str(row.pk) not in rows:
            rows[str(row.pk)] = row_told(type(row)._base_manager.get(pk=row.pk))

    # --- and back

    def take_back(self):
        """Undoes every step, the last one first. ``ChangedSince`` when a row is not as the journal left it."""
        self._compare()
        for kind, label, number, *changes in reversed(self.steps):
            model = apps.get_model(label)
            if kind == "removed":
                self._row_when_removed(model, number).save_base(raw=True, force_insert=True)
            elif kind == "created":
                rows = model._base_manager.filter(pk=number)
                rows._raw_delete(rows.db)
            else:
                was = {name: read(model._meta.get_field(name), pair[0]) for name, pair in changes[0].items()}
                model._base_manager.filter(pk=number).update(**was)

    def _row_when_removed(self, model, number):
        """The row as it was, with the changes made to it before it was removed: they are taken back in their turn."""
        values = dict(self.before[model._meta.label_lower][str(number)])
        for kind, label, a_number, *changes in self.steps:
            if kind == "changed" and (label, a_number) == (model._meta.label_lower, number):
                values |= {name: pair[1] for name, pair in changes[0].items()}
        return model(**{f.attname: read(f, values[f.attname]) for f in columns(model) if f.attname in values})

    def _compare(self):
        for (label, number), expected in self._left().items():
            model = apps.get_model(label)
            row = model._base_manager.select_for_update().filter(pk=number).first()
            if row is None and label in ESSENTIAL:
                raise ChangedSince
            if row and any(told(model._meta.get_field(name), getattr(row, name)) != v for name, v in expected.items()):
                raise ChangedSince

    def _left(self):
        """What the journal left in the rows that were still there at its end: {(table, number): {column: value}}."""
        left = {}
        for kind, label, number, *changes in self.steps:
            if kind == "removed":
                left.pop((label, number), None)
            elif kind == "changed":
                row = left.setdefault((label, number), {})
                row |= {name: pair[1] for name, pair in changes[0].items()}
        return left

    def numbers(self, label):
        """The numbers of the rows of a table that the journal tells of."""
        return {number for _kind, a_label, number, *_rest in self.steps if a_label == label}


# Without these rows there is nothing to part; anything else that was deleted since stays deleted.
ESSENTIAL = {"participants.person", "participants.participation"}
