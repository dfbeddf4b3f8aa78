"""Moving whatever hangs from one row to another, without knowing what it is: the models say who points at whom.

Where a unique rule leaves room for one of two rows only (both are enrolled in one group), the two are folded: what hangs from the
second moves to the first, the first takes in what it lacks, the second goes. A model whose rows hold more than blanks to fill says
how one takes in another (``taking_in(other)`` gives the columns and their values).
"""

from django.db import IntegrityError, models, transaction

from .journal import columns


def pointing_at(model):
    """The foreign keys, anywhere on the street, by which rows point at rows of this model; those of many-to-many tables too."""
    relations = [
        relation.field
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created and not relation.concrete and (relation.one_to_many or relation.one_to_one)
    ]
    return sorted(
        (field for field in relations if field.model._meta.managed),
        key=lambda field: (field.model._meta.label_lower, field.name),
    )


def hanging(field, row):
    """The rows that point at this row by this key, held until the end of the transaction."""
    return list(field.model._base_manager.select_for_update().filter(**{field.name: row.pk}).order_by("pk"))


def move_all(journal, kept, gone, but=()):
    """Lets everything that points at one row point at the other; ``but`` are models left to the caller."""
    for field in pointing_at(type(kept)):
        if field.model not in but:
            for row in hanging(field, gone):
                move(journal, field, row, kept)


def move(journal, field, row, kept):
    """Lets a row point at ``kept``, or folds it into the row that already stands in its place there."""
    if type(row) is type(kept) and row.pk == kept.pk:
        journal.change(row, {field.attname: None})  # nobody is her own surroundings
        kept.refresh_from_db()
        return
    twin = twin_of(row, field, kept)
    if twin is None:
        journal.change(row, {field.attname: kept.pk})
    else:
        fold(journal, twin, row)


def fold(journal, kept, gone):
    """Makes one row of two of the same table."""
    move_all(journal, kept, gone)
    take_in(journal, kept, gone)
    journal.remove(gone)


def take_in(journal, kept, gone):
    """What the first row takes from the second; nothing where a rule of the database is against it."""
    values = kept.taking_in(gone) if hasattr(kept, "taking_in") else blanks_filled(kept, gone)
    steps = list(journal.steps)
    try:
        with transaction.atomic():
            journal.change(kept, values)
    except IntegrityError:
        journal.steps[:] = steps
        kept.refresh_from_db()


def blanks_filled(kept, gone):
    """The columns that are empty in the first row and not in the second, as the second has them."""
    own = {"submission", kept._meta.pk.attname}
    names = [field.attname for field in columns(type(kept)) if not field.unique and field.attname not in own]
    return {
        name: getattr(gone, name)
        for name in names
        if is_blank(getattr(kept, name)) and not is_blank(getattr(gone, name))
    }


def is_blank(value):
    return value is None or value == "" or value == []


def twin_of(row, field, kept):
    """The row that already is where this one would come by pointing at ``kept``, by any unique rule, or None."""
    for names, condition, nulls_distinct in unique_rules(type(row)):
        if field.name in names:
            place = {name: getattr(row, row._meta.get_field(name).attname) for name in names if name != field.name}
            if nulls_distinct and None in place.values():
                continue
            wanted = {
                name if value is not None else f"{name}__isnull": value if value is not None else True
                for name, value in place.items()
            }
            rows = type(row)._base_manager.filter(condition) if condition else type(row)._base_manager.all()
            there = rows.filter(**wanted, **{field.name: kept.pk}).exclude(pk=row.pk).order_by("pk").first()
            if there and (not condition or rows.filter(pk=row.pk).exists()):
                return there
    return None


def unique_rules(model):
    """Triples: the names of the fields, a condition or None, whether two empty values are different."""
    for rule in model._meta.total_unique_constraints:
        yield rule.fields, None, rule.nulls_distinct is not False
    for rule in model._meta.constraints:
        if isinstance(rule, models.UniqueConstraint) and rule.fields and rule.condition is not None:
            yield rule.fields, rule.condition, rule.nulls_distinct is not False
    for names in model._meta.unique_together:
        yield names, None, True
    for field in model._meta.concrete_fields:
        if field.unique and field.is_relation:
            yield (field.name,), None, True
