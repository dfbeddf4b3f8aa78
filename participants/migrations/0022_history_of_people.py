"""The database keeps the history of people, of their participations, and of what is recorded of those."""

from importlib import import_module

from django.db import migrations

watching = import_module("accounts.migrations.0005_history_kept_by_the_database").watching


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0021_a_minimum_wage_reaches_the_contracts"),
        ("accounts", "0005_history_kept_by_the_database"),
    ]
    operations = [
        watching("participants", "person", about="person", owner="r.id"),
        watching(
            "participants",
            "participation",
            about="participation",
            owner="r.id",
            also=["citizenship"],
            set_by_triggers=["entered_on"],  # the first support begins a participation
        ),
        watching("participants", "premise", about="participation", owner="r.participation_id"),
        watching("participants", "outcome", about="participation", owner="r.participation_id"),
    ]
