"""Annexes of the agreement change targets from a day on."""

import uuid

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0004_percent_targets")]

    operations = [
        migrations.CreateModel(
            name="TargetCorrection",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("submission", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("women", models.PositiveIntegerField(blank=True, null=True, verbose_name="cel: kobiety")),
                ("men", models.PositiveIntegerField(blank=True, null=True, verbose_name="cel: mężczyźni")),
                ("total", models.PositiveIntegerField(blank=True, null=True, verbose_name="cel: ogółem")),
                (
                    "percent",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=5,
                        null=True,
                        verbose_name="cel w procentach uczestników",
                    ),
                ),
                (
                    "is_at_least",
                    models.BooleanField(
                        default=False, verbose_name="cel dla kobiet albo procent jest wartością minimalną"
                    ),
                ),
                (
                    "annex",
                    models.CharField(
                        help_text="na przykład: aneks nr 2 z 14.03.2021", max_length=100, verbose_name="aneks"
                    ),
                ),
                ("holds_from", models.DateField(verbose_name="obowiązuje od")),
            ],
            options={
                "verbose_name": "zmiana celu",
                "verbose_name_plural": "zmiany celów",
                "ordering": ["indicator", "holds_from", "pk"],
            },
        ),
        migrations.AddField(
            model_name="targetcorrection",
            name="indicator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="corrections",
                to="indicators.projectindicator",
                verbose_name="wskaźnik",
            ),
        ),
        migrations.AddConstraint(
            model_name="targetcorrection",
            constraint=models.UniqueConstraint(
                fields=("indicator", "holds_from"),
                name="correction_once_a_day",
                violation_error_message="Od tego dnia obowiązuje już inna zmiana tego celu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="targetcorrection",
            constraint=models.CheckConstraint(
                condition=models.Q(("annex", ""), _negated=True),
                name="correction_names_its_annex",
                violation_error_message="Podaj, który aneks zmienia cel.",
            ),
        ),
        migrations.AddConstraint(
            model_name="targetcorrection",
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
                name="correction_parts_fit",
                violation_error_message="Cele kobiet i mężczyzn nie zgadzają się z celem ogółem.",
            ),
        ),
        migrations.AddConstraint(
            model_name="targetcorrection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("percent__isnull", True), models.Q(("percent__gt", 0), ("percent__lte", 100)), _connector="OR"
                ),
                name="correction_percent_in_range",
                violation_error_message="Cel w procentach jest większy od zera i najwyżej 100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="targetcorrection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("percent__isnull", True),
                    models.Q(("men__isnull", True), ("total__isnull", True), ("women__isnull", True)),
                    _connector="OR",
                ),
                name="correction_number_or_percent",
                violation_error_message="Cel jest liczbą albo procentem uczestników. Zostaw jedno z nich.",
            ),
        ),
    ]
