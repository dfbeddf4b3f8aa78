"""What only the authority measures: indicators of six months after leaving, recorded with day and document."""

import uuid

import django.db.models.deletion
import django.db.models.expressions
from django.db import migrations, models

import participants.models.participation


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0009_more_registers"),
        ("projects", "0006_the_list_before_2018"),
        ("participants", "0023_kinds_of_premises_kept_by_the_database"),
    ]
    operations = [
        migrations.CreateModel(
            name="AuthorityValue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("submission", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="authority_values",
                        to="projects.project",
                        verbose_name="projekt",
                    ),
                ),
                ("key", models.CharField(max_length=40, verbose_name="wskaźnik")),
                ("measured_on", models.DateField(verbose_name="dzień pomiaru")),
                ("women", models.PositiveIntegerField(blank=True, null=True, verbose_name="kobiety")),
                ("men", models.PositiveIntegerField(blank=True, null=True, verbose_name="mężczyźni")),
                ("total", models.PositiveIntegerField(verbose_name="ogółem")),
                (
                    "source",
                    models.CharField(
                        help_text="rodzaj, numer i data pisma, w którym instytucja podała wartość",
                        max_length=200,
                        verbose_name="dokument instytucji",
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=300, verbose_name="uwagi")),
            ],
            options={
                "verbose_name": "wartość zmierzona przez instytucję",
                "verbose_name_plural": "wartości zmierzone przez instytucję",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "key", "measured_on"),
                        name="authority_value_once",
                        violation_error_message="Wartość tego wskaźnika z tego dnia już jest zapisana.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("key", ""), _negated=True),
                        name="authority_value_of_an_indicator",
                        violation_error_message="Wybierz wskaźnik, który zmierzyła instytucja.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("source", ""), _negated=True),
                        name="authority_value_has_source",
                        violation_error_message="Podaj dokument, w którym instytucja podała wartość.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("measured_on__lte", participants.models.participation.WarsawToday())),
                        name="authority_value_not_in_future",
                        violation_error_message="Dzień pomiaru jeszcze nie nadszedł.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("women__isnull", False),
                                ("men__isnull", False),
                                ("total__isnull", False),
                                (
                                    "total",
                                    django.db.models.expressions.CombinedExpression(
                                        models.F("women"), "+", models.F("men")
                                    ),
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
                        name="authority_value_parts_fit",
                        violation_error_message="Kobiety i mężczyźni nie zgadzają się z wartością ogółem.",
                    ),
                ],
                "ordering": ["project", "key", "-measured_on", "pk"],
            },
        ),
    ]
