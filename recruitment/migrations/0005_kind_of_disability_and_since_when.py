"""A candidate tells the same facts at entry: since when without work, and what kind of disability."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0018_kind_of_disability_school_and_since_when"),
        ("projects", "0004_a_job_may_end_the_path"),
        ("recruitment", "0004_where_applications_are_taken"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="candidate",
            name="disability_kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("intellectual", "intelektualna"),
                    ("multiple", "sprzężona"),
                    ("mental", "choroba psychiczna"),
                    ("pervasive", "całościowe zaburzenia rozwojowe"),
                    ("other", "inna"),
                ],
                db_default="",
                default="",
                max_length=14,
                verbose_name="rodzaj niepełnosprawności",
            ),
        ),
        migrations.AddField(
            model_name="candidate",
            name="unemployed_since",
            field=models.DateField(
                blank=True,
                help_text="rozstrzyga, czy osoba jest długotrwale bezrobotna",
                null=True,
                verbose_name="bez pracy nieprzerwanie od",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.CheckConstraint(
                condition=models.Q(("disability_kind", ""), ("disability", "yes"), _connector="OR"),
                name="candidate_disability_kind_only_if_disabled",
                violation_error_message="Rodzaj niepełnosprawności podaje się tylko, gdy osoba ma niepełnosprawność.",
            ),
        ),
        migrations.AddConstraint(
            model_name="candidate",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("unemployed_since__isnull", True),
                    ("labour_status__in", ("unemployed_registered", "unemployed_unregistered", "unemployed")),
                    _connector="OR",
                ),
                name="candidate_since_only_if_unemployed",
                violation_error_message="Od kiedy bez pracy, podaje się tylko dla osoby bezrobotnej.",
            ),
        ),
    ]
