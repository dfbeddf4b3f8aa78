"""A session may be extra, moved from another day or cancelled, and knows the series that it was made with."""

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0003_event_parts_need_their_total"),
    ]

    operations = [
        migrations.CreateModel(
            name="Series",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("submission", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "weekdays",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.PositiveSmallIntegerField(
                            choices=[
                                (0, "poniedziałek"),
                                (1, "wtorek"),
                                (2, "środa"),
                                (3, "czwartek"),
                                (4, "piątek"),
                                (5, "sobota"),
                                (6, "niedziela"),
                            ]
                        ),
                        blank=True,
                        default=list,
                        help_text="puste, gdy zaplanowano tylko pojedyncze dni",
                        size=None,
                        verbose_name="dni tygodnia",
                    ),
                ),
                ("starts_at", models.TimeField(verbose_name="od")),
                ("ends_at", models.TimeField(verbose_name="do")),
            ],
            options={
                "verbose_name": "seria zajęć",
                "verbose_name_plural": "serie zajęć",
                "ordering": ["group", "pk"],
            },
        ),
        migrations.AddField(
            model_name="session",
            name="cancel_reason",
            field=models.CharField(blank=True, max_length=200, verbose_name="powód odwołania"),
        ),
        migrations.AddField(
            model_name="session",
            name="is_extra",
            field=models.BooleanField(
                default=False, help_text="poza pierwotnym planem", verbose_name="zajęcia dodatkowe"
            ),
        ),
        migrations.AddField(
            model_name="session",
            name="moved_from",
            field=models.DateField(blank=True, null=True, verbose_name="przeniesione z"),
        ),
        migrations.AddField(
            model_name="session",
            name="status",
            field=models.CharField(
                choices=[("planned", "w planie"), ("cancelled", "odwołane")],
                default="planned",
                max_length=10,
                verbose_name="stan",
            ),
        ),
        migrations.AddField(
            model_name="series",
            name="enrolment",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="series",
                to="activities.enrolment",
                verbose_name="dla osoby",
            ),
        ),
        migrations.AddField(
            model_name="series",
            name="group",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="series",
                to="activities.group",
                verbose_name="grupa",
            ),
        ),
        migrations.AddField(
            model_name="session",
            name="series",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="sessions",
                to="activities.series",
                verbose_name="seria",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(("status__in", ["planned", "cancelled"])),
                name="session_status_known",
                violation_error_message="Zajęcia są w planie albo odwołane.",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("cancel_reason__gt", ""), ("status", "cancelled")),
                    models.Q(models.Q(("status", "cancelled"), _negated=True), ("cancel_reason", "")),
                    _connector="OR",
                ),
                name="session_cancelled_has_reason",
                violation_error_message="Odwołane zajęcia mają powód, a zajęcia w planie go nie mają.",
            ),
        ),
        migrations.AddConstraint(
            model_name="session",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("moved_from__isnull", True),
                    models.Q(("moved_from", models.F("held_on")), _negated=True),
                    _connector="OR",
                ),
                name="session_moved_from_another_day",
                violation_error_message="Zajęcia przenosi się na inny dzień niż ten, w którym były.",
            ),
        ),
        migrations.AddConstraint(
            model_name="series",
            constraint=models.CheckConstraint(
                condition=models.Q(("ends_at__gt", models.F("starts_at"))),
                name="series_ends_after_it_starts",
                violation_error_message="Zajęcia serii kończą się wcześniej, niż się zaczynają.",
            ),
        ),
        migrations.AddConstraint(
            model_name="series",
            constraint=models.CheckConstraint(
                condition=models.Q(("weekdays__contained_by", [0, 1, 2, 3, 4, 5, 6])),
                name="series_weekdays_known",
                violation_error_message="Dni tygodnia serii to dni od poniedziałku do niedzieli.",
            ),
        ),
    ]
