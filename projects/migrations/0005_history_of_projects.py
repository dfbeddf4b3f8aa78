"""The database keeps the history of what was agreed about a project: its dates, its attendance threshold, its texts."""

from importlib import import_module

from django.db import migrations

watching = import_module("accounts.migrations.0005_history_kept_by_the_database").watching


class Migration(migrations.Migration):
    dependencies = [
        ("projects", "0004_a_job_may_end_the_path"),
        ("accounts", "0005_history_kept_by_the_database"),
    ]
    operations = [watching("projects", "project", about="project", owner="r.id")]
