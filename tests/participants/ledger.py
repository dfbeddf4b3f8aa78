"""Every row of every table, to say that nothing changed, or that everything is again as it was."""

from django.apps import apps

# What only grows, and the moment a row was last written.
DIARIES = {"accounts.accesslog", "accounts.changelog", "participants.merge"}
MOMENTS = {"updated_at"}


def everything():
    """{table: {number: {column: value}}} of all tables of the house, many-to-many tables among them."""
    models = [model for model in apps.get_models(include_auto_created=True) if model._meta.managed]
    own = [model for model in models if not model.__module__.startswith("django.") or model._meta.auto_created]
    return {model._meta.label_lower: rows_of(model) for model in own if model._meta.label_lower not in DIARIES}


def rows_of(model):
    rows = model._base_manager.order_by("pk").values()
    return {
        row["id"]: {name: value for name, value in row.items() if name not in MOMENTS} for row in rows if "id" in row
    }


def differences(before, after):
    """What is not the same in two ledgers, as lines that a failing test shows."""
    return [
        (table, number, before[table].get(number), after[table].get(number))
        for table in before
        for number in before[table].keys() | after[table].keys()
        if before[table].get(number) != after[table].get(number)
    ]
