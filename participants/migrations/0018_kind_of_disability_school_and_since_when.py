"""Facts that long-term unemployment and effectiveness ask for: since when without work, what disability, what school."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("participants", "0017_words_for_what_happened"),
        ("projects", "0004_a_job_may_end_the_path"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="outcome",
            name="is_school_form",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="szkoła lub studia, nie kurs; decyduje o efektywności zatrudnieniowej",
                verbose_name="nauka w formie szkolnej",
            ),
        ),
        migrations.AddField(
            model_name="participation",
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
            model_name="participation",
            name="unemployed_since",
            field=models.DateField(
                blank=True,
                help_text="rozstrzyga, czy osoba jest długotrwale bezrobotna",
                null=True,
                verbose_name="bez pracy nieprzerwanie od",
            ),
        ),
        migrations.AlterField(
            model_name="outcome",
            name="contract_kind",
            field=models.CharField(
                blank=True,
                choices=[
                    ("employment", "umowa o pracę"),
                    ("civil", "umowa cywilnoprawna"),
                    ("work", "umowa o dzieło bez określonego czasu"),
                    ("business", "własna działalność"),
                ],
                max_length=12,
                verbose_name="podstawa pracy",
            ),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=models.Q(("is_school_form", False), ("kind", "education"), _connector="OR"),
                name="outcome_school_only_for_education",
                violation_error_message="Forma szkolna dotyczy tylko podjęcia nauki.",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.CheckConstraint(
                condition=models.Q(("disability_kind", ""), ("disability", "yes"), _connector="OR"),
                name="participation_disability_kind_only_if_disabled",
                violation_error_message="Rodzaj niepełnosprawności podaje się tylko, gdy osoba ma niepełnosprawność.",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("unemployed_since__isnull", True),
                    ("labour_status__in", ("unemployed_registered", "unemployed_unregistered", "unemployed")),
                    _connector="OR",
                ),
                name="participation_since_only_if_unemployed",
                violation_error_message="Od kiedy bez pracy, podaje się tylko dla osoby bezrobotnej.",
            ),
        ),
    ]
