"""Imports with their rows, and the authority's own row of a participation."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("participants", "0013_what_is_said_on_leaving"),
        ("projects", "0004_a_job_may_end_the_path"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ImportRun",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("submission", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("file_name", models.CharField(max_length=200, verbose_name="plik")),
                ("sha256", models.CharField(editable=False, max_length=64, verbose_name="skrót pliku")),
                (
                    "kind",
                    models.CharField(
                        choices=[("csv", "CSV"), ("xlsx", "XLSX")], max_length=4, verbose_name="rodzaj pliku"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("loaded", "wczytany"),
                            ("checking", "w trakcie sprawdzania"),
                            ("checked", "sprawdzony"),
                            ("ordered", "czeka na zapisanie"),
                            ("writing", "w trakcie zapisywania"),
                            ("done", "zapisany"),
                            ("undone", "cofnięty"),
                        ],
                        default="loaded",
                        editable=False,
                        max_length=10,
                        verbose_name="stan",
                    ),
                ),
                (
                    "failure",
                    models.CharField(blank=True, editable=False, max_length=400, verbose_name="dlaczego się nie udało"),
                ),
                ("total", models.PositiveIntegerField(default=0, editable=False, verbose_name="wierszy")),
                ("checked", models.PositiveIntegerField(default=0, editable=False, verbose_name="sprawdzonych")),
                ("created", models.PositiveIntegerField(default=0, editable=False, verbose_name="nowych")),
                ("updated", models.PositiveIntegerField(default=0, editable=False, verbose_name="zmienionych")),
                ("unchanged", models.PositiveIntegerField(default=0, editable=False, verbose_name="bez zmian")),
                ("rejected", models.PositiveIntegerField(default=0, editable=False, verbose_name="z błędami")),
                ("excluded", models.PositiveIntegerField(default=0, editable=False, verbose_name="pominiętych")),
                ("warned", models.PositiveIntegerField(default=0, editable=False, verbose_name="z uwagami")),
                ("made", models.JSONField(default=dict, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False, verbose_name="wczytano"
                    ),
                ),
                ("checked_at", models.DateTimeField(editable=False, null=True, verbose_name="sprawdzono")),
                ("done_at", models.DateTimeField(editable=False, null=True, verbose_name="zapisano")),
                ("undone_at", models.DateTimeField(editable=False, null=True, verbose_name="cofnięto")),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
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
                        related_name="imports",
                        to="projects.project",
                        verbose_name="projekt",
                    ),
                ),
                (
                    "undone_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto cofnął",
                    ),
                ),
            ],
            options={
                "verbose_name": "import",
                "verbose_name_plural": "importy",
                "ordering": ["project", "-created_at", "-pk"],
            },
        ),
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.PositiveIntegerField(verbose_name="wiersz")),
                (
                    "cells",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(blank=True), size=None, verbose_name="komórki"
                    ),
                ),
                (
                    "original",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(blank=True), editable=False, null=True, size=None
                    ),
                ),
                ("key", models.CharField(blank=True, editable=False, max_length=64)),
                ("is_excluded", models.BooleanField(default=False, verbose_name="pominięty")),
                (
                    "act",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("created", "nowa osoba w projekcie"),
                            ("updated", "zmiana"),
                            ("unchanged", "bez zmian"),
                            ("rejected", "błędy"),
                        ],
                        editable=False,
                        max_length=10,
                        verbose_name="co z nim będzie",
                    ),
                ),
                ("errors", models.JSONField(default=list, editable=False)),
                ("warnings", models.JSONField(default=list, editable=False)),
                ("before", models.JSONField(default=dict, editable=False)),
                ("after", models.JSONField(default=dict, editable=False)),
                ("made", models.JSONField(default=dict, editable=False)),
                (
                    "participation",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="participants.participation",
                        verbose_name="uczestnictwo",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="exchange.importrun",
                        verbose_name="import",
                    ),
                ),
            ],
            options={
                "verbose_name": "wiersz importu",
                "verbose_name_plural": "wiersze importu",
                "ordering": ["run", "number"],
            },
        ),
        migrations.CreateModel(
            name="AuthorityRow",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "cells",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(blank=True), size=None, verbose_name="komórki pliku"
                    ),
                ),
                (
                    "rendered",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(blank=True), size=None, verbose_name="nasz zapis"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="wiersz pliku")),
                (
                    "participation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="authority_row",
                        to="participants.participation",
                        verbose_name="uczestnictwo",
                    ),
                ),
            ],
            options={
                "verbose_name": "wiersz z pliku instytucji",
                "verbose_name_plural": "wiersze z pliku instytucji",
                "ordering": ["participation"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("cells__len", 43), ("rendered__len", 43)),
                        name="authority_row_is_whole",
                        violation_error_message="Wiersz pliku instytucji ma 43 komórki.",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="importrun",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["loaded", "checking", "checked", "ordered", "writing", "done", "undone"])
                ),
                name="import_state_known",
                violation_error_message="Nie ma takiego stanu importu.",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrun",
            constraint=models.CheckConstraint(
                condition=models.Q(("checked__lte", models.F("total"))),
                name="import_checked_within_total",
                violation_error_message="Nie można sprawdzić więcej wierszy, niż jest w pliku.",
            ),
        ),
        migrations.AddIndex(
            model_name="importrow",
            index=models.Index(fields=["run", "key"], name="import_row_key"),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.UniqueConstraint(
                fields=("run", "number"),
                name="import_row_once",
                violation_error_message="Ten wiersz pliku już jest wczytany.",
            ),
        ),
        migrations.AddConstraint(
            model_name="importrow",
            constraint=models.CheckConstraint(
                condition=models.Q(("act__in", ["", "created", "updated", "unchanged", "rejected"])),
                name="import_act_known",
                violation_error_message="Nie ma takiego działania na liście.",
            ),
        ),
    ]
