"""Women or men need a total beside them, and fit into it: a comparison with NULL used to satisfy the rule."""

import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0002_supports_kept_by_the_database"),
        ("projects", "0002_parts_need_their_total"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="headcountevent",
            name="event_parts_fit",
        ),
        migrations.AddConstraint(
            model_name="headcountevent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("women__isnull", False),
                        ("men__isnull", False),
                        ("visitors__isnull", False),
                        (
                            "visitors",
                            django.db.models.expressions.CombinedExpression(models.F("women"), "+", models.F("men")),
                        ),
                    ),
                    models.Q(
                        ("men__isnull", True),
                        ("women__isnull", False),
                        ("visitors__isnull", False),
                        ("visitors__gte", models.F("women")),
                    ),
                    models.Q(
                        ("women__isnull", True),
                        ("men__isnull", False),
                        ("visitors__isnull", False),
                        ("visitors__gte", models.F("men")),
                    ),
                    models.Q(("women__isnull", True), ("men__isnull", True)),
                    _connector="OR",
                ),
                name="event_parts_fit",
                violation_error_message="Kobiety i mężczyźni nie zgadzają się z liczbą osób.",
            ),
        ),
    ]
