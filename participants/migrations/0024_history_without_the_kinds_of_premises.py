"""The kinds of premises that the database keeps on a participation are no part of its history: the premises have their own."""

from importlib import import_module

from django.db import migrations

watching = import_module("accounts.migrations.0005_history_kept_by_the_database").watching


class Migration(migrations.Migration):
    dependencies = [("participants", "0023_kinds_of_premises_kept_by_the_database")]
    operations = [
        watching(
            "participants",
            "participation",
            about="participation",
            owner="r.id",
            also=["citizenship"],
            set_by_triggers=["entered_on"],
            again=True,
        ),
    ]
