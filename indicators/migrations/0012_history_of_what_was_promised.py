"""The database keeps the history of targets and their corrections, of entries, of the rules of effectiveness and of recorded values."""

from importlib import import_module

from django.db import migrations

watching = import_module("accounts.migrations.0005_history_kept_by_the_database").watching
INDICATOR = "(SELECT i.project_id FROM indicators_projectindicator i WHERE i.id = r.indicator_id)"
OF_PROJECT = ("projectindicator", "registerentry", "effectivenessthreshold", "effectivenessrules", "authorityvalue")


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0011_measures_asked_kept_with_the_rules"),
        ("accounts", "0005_history_kept_by_the_database"),
    ]
    operations = [
        *(watching("indicators", name, about="project", owner="r.project_id") for name in OF_PROJECT),
        watching("indicators", "targetcorrection", about="project", owner=INDICATOR),
    ]
