"""Women or men need a total beside them, and fit into it: a comparison with NULL used to satisfy the rule."""

import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0003_event_parts_need_their_total"),
        ("indicators", "0001_initial"),
        ("projects", "0002_parts_need_their_total"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="projectindicator",
            name="project_indicator_parts_fit",
        ),
        migrations.AddConstraint(
            model_name="projectindicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("women__isnull", False),
                        ("men__isnull", False),
                        ("total__isnull", False),
                        (
                            "total",
                            django.db.models.expressions.CombinedExpression(models.F("women"), "+", models.F("men")),
                        ),
                    ),
                    models.Q(
                        ("men__isnull", True),
                        ("women__isnull", False),
                        ("total__isnull", False),
                        ("total__gte", models.F("women")),
                    ),
                    models.Q(
                        ("women__isnull", True),
                        ("men__isnull", False),
                        ("total__isnull", False),
                        ("total__gte", models.F("men")),
                    ),
                    models.Q(("women__isnull", True), ("men__isnull", True)),
                    _connector="OR",
                ),
                name="project_indicator_parts_fit",
                violation_error_message="Cele kobiet i mężczyzn nie zgadzają się z celem ogółem.",
            ),
        ),
    ]
