"""Empties the "w tym" of forms of support where it does not fit their kind: the institution's file could not carry it."""

from django.db import migrations

FITTING = {
    "counselling": ["psychological", "career", "legal"],
    "active_integration": ["social", "vocational", "educational", "health"],
}


def empty_misfits(apps, schema_editor):
    forms = apps.get_model("activities", "FormOfSupport").objects.exclude(detail="")
    for kind, details in FITTING.items():
        forms.filter(kind=kind).exclude(detail__in=details).update(detail="")
    forms.exclude(kind__in=FITTING).update(detail="")


class Migration(migrations.Migration):
    dependencies = [("activities", "0004_sessions_moved_cancelled_and_in_series")]
    operations = [migrations.RunPython(empty_misfits, migrations.RunPython.noop)]
