"""Projects that have thresholds get the rules by which they were measured until now, so that no figure changes."""

from django.db import migrations


def write(apps, schema_editor):
    thresholds = apps.get_model("indicators", "EffectivenessThreshold")
    rules = apps.get_model("indicators", "EffectivenessRules")
    groups = {}
    for project, group in thresholds.objects.order_by("project").values_list("project", "group"):
        groups.setdefault(project, set()).add(group)
    rules.objects.bulk_create(
        rules(project_id=project, grouping="overlapping" if its == {"all"} else "disjoint")
        for project, its in groups.items()
    )


class Migration(migrations.Migration):
    dependencies = [("indicators", "0007_rules_of_effectiveness")]
    operations = [migrations.RunPython(write, migrations.RunPython.noop)]
