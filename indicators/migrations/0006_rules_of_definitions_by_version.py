"""Each rule that an indicator has had, numbered, with the proof that it counts its worked examples rightly."""

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.models.functions import Now


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0005_targets_changed_by_annexes"),
        ("projects", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="DefinitionVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("key", models.CharField(max_length=60, verbose_name="wskaźnik")),
                ("number", models.PositiveSmallIntegerField(verbose_name="wersja")),
                ("name", models.CharField(max_length=400, verbose_name="nazwa")),
                ("rule", models.JSONField(verbose_name="reguła")),
                ("fingerprint", models.CharField(max_length=64, verbose_name="odcisk reguły")),
                ("recorded_at", models.DateTimeField(db_default=Now(), verbose_name="zapisano")),
                ("examples", models.PositiveSmallIntegerField(default=0, verbose_name="przykłady")),
                (
                    "failed",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="przykłady niespełnione",
                    ),
                ),
                ("checked_at", models.DateTimeField(blank=True, null=True, verbose_name="sprawdzono")),
                (
                    "project",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="definition_versions",
                        to="projects.project",
                        verbose_name="projekt",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto zmienił",
                    ),
                ),
            ],
            options={
                "verbose_name": "wersja definicji",
                "verbose_name_plural": "wersje definicji",
                "ordering": ["key", "number"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key", "number"),
                        name="definition_version_once",
                        violation_error_message="Ta wersja definicji jest już zapisana.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("number__gte", 1)),
                        name="definition_version_from_one",
                        violation_error_message="Wersje definicji liczy się od 1.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("key__startswith", "own-"), ("project__isnull", False)),
                            models.Q(models.Q(("key__startswith", "own-"), _negated=True), ("project__isnull", True)),
                            _connector="OR",
                        ),
                        name="definition_version_own_in_project",
                        violation_error_message="Wskaźnik własny należy do projektu, a wskaźnik z listy nie należy do żadnego.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("failed__len__lte", models.F("examples"))),
                        name="definition_version_fails_of_its_examples",
                        violation_error_message="Niespełnionych przykładów nie może być więcej niż wszystkich.",
                    ),
                ],
            },
        ),
    ]
