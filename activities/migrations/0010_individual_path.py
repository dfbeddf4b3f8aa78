"""The individual path: forms of support planned for a participation."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0009_participation_begins_with_support"),
        ("participants", "0006_institutions_documents_and_what_happened"),
        ("projects", "0003_texts_of_papers"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlannedSupport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "hours_planned",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=6, null=True, verbose_name="godziny"),
                ),
                ("order", models.PositiveSmallIntegerField(default=0, verbose_name="kolejność")),
                ("agreed_on", models.DateField(blank=True, null=True, verbose_name="uzgodniono")),
                ("note", models.CharField(blank=True, max_length=200, verbose_name="uwagi")),
                (
                    "form_of_support",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="planned_for",
                        to="activities.formofsupport",
                        verbose_name="forma wsparcia",
                    ),
                ),
                (
                    "participation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="planned_supports",
                        to="participants.participation",
                        verbose_name="uczestnik",
                    ),
                ),
            ],
            options={
                "verbose_name": "zaplanowane wsparcie",
                "verbose_name_plural": "ścieżka",
                "ordering": ["participation", "order", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="plannedsupport",
            constraint=models.UniqueConstraint(
                fields=("participation", "form_of_support"),
                name="planned_support_once",
                violation_error_message="Ta forma wsparcia już jest w ścieżce.",
            ),
        ),
        migrations.AddConstraint(
            model_name="plannedsupport",
            constraint=models.CheckConstraint(
                condition=models.Q(("hours_planned__isnull", True), ("hours_planned__gt", 0), _connector="OR"),
                name="planned_support_hours_positive",
                violation_error_message="Zaplanowana liczba godzin musi być większa od zera albo pusta.",
            ),
        ),
    ]
