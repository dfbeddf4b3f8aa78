"""A comparison of the authority's file with our records."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("exchange", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Comparison",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("submission", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("file_name", models.CharField(max_length=200, verbose_name="plik")),
                (
                    "brought_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="wczytano"
                    ),
                ),
                ("compared_at", models.DateTimeField(editable=False, null=True, verbose_name="porównano")),
                ("figures", models.JSONField(default=list, editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="comparisons",
                        to="projects.project",
                        verbose_name="projekt",
                    ),
                ),
            ],
            options={
                "verbose_name": "uzgodnienie",
                "verbose_name_plural": "uzgodnienia",
                "ordering": ["project", "-brought_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ComparisonRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(null=True, verbose_name="wiersz")),
                (
                    "cells",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(blank=True), default=list, size=None
                    ),
                ),
                (
                    "finding",
                    models.CharField(
                        choices=[
                            ("differs", "dane się różnią"),
                            ("theirs", "tylko u instytucji"),
                            ("ours", "tylko u nas"),
                            ("same", "zgodne"),
                            ("foreign", "inny projekt"),
                        ],
                        default="same",
                        max_length=10,
                        verbose_name="wynik",
                    ),
                ),
                ("differences", models.JSONField(default=list)),
                (
                    "comparison",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="exchange.comparison",
                        verbose_name="uzgodnienie",
                    ),
                ),
                (
                    "participation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="participants.participation",
                        verbose_name="uczestnictwo",
                    ),
                ),
            ],
            options={
                "verbose_name": "wiersz uzgodnienia",
                "verbose_name_plural": "wiersze uzgodnienia",
                "ordering": ["comparison", "number", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("comparison", "number"),
                        name="comparison_row_once",
                        violation_error_message="Ten wiersz pliku już jest wczytany.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("finding__in", ["differs", "theirs", "ours", "same", "foreign"])),
                        name="comparison_finding_known",
                        violation_error_message="Nie ma takiego wyniku na liście.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("number__isnull", False), ("participation__isnull", False), _connector="OR"
                        ),
                        name="comparison_row_of_somebody",
                        violation_error_message="Wiersz uzgodnienia dotyczy wiersza pliku albo uczestnika.",
                    ),
                ],
            },
        ),
    ]
