"""The rules of merges written so that Django checks them before the database does; labels for what a merge keeps."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0015_what_calls_say_is_kept"),
        ("projects", "0004_a_job_may_end_the_path"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="merge",
            name="merge_of_two",
        ),
        migrations.RemoveConstraint(
            model_name="notthesame",
            name="not_the_same_ordered",
        ),
        migrations.AlterField(
            model_name="merge",
            name="before",
            field=models.JSONField(default=dict, editable=False, verbose_name="jak było"),
        ),
        migrations.AlterField(
            model_name="merge",
            name="moved",
            field=models.JSONField(default=dict, editable=False, verbose_name="co przeszło"),
        ),
        migrations.AlterField(
            model_name="notthesame",
            name="first",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="participants.person",
                verbose_name="jedna osoba",
            ),
        ),
        migrations.AlterField(
            model_name="notthesame",
            name="said_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="kto",
            ),
        ),
        migrations.AlterField(
            model_name="notthesame",
            name="second",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="participants.person",
                verbose_name="druga osoba",
            ),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.CheckConstraint(
                condition=models.Q(("kept", models.F("gone")), _negated=True),
                name="merge_of_two",
                violation_error_message="Nie można połączyć osoby z nią samą.",
            ),
        ),
        migrations.AddConstraint(
            model_name="notthesame",
            constraint=models.CheckConstraint(
                condition=models.Q(("first__lt", models.F("second"))),
                name="not_the_same_ordered",
                violation_error_message="Pierwsza osoba ma mniejszy numer.",
            ),
        ),
    ]
