"""Certificates of completion: their numbers and what they said when they were issued."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0011_internships"),
        ("participants", "0006_institutions_documents_and_what_happened"),
        ("projects", "0003_texts_of_papers"),
    ]

    operations = [
        migrations.CreateModel(
            name="Certificate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("ordinal", models.PositiveIntegerField(verbose_name="numer")),
                ("issued_on", models.DateField(verbose_name="wystawiono")),
                ("starts_on", models.DateField(verbose_name="wsparcie od")),
                ("ends_on", models.DateField(verbose_name="wsparcie do")),
                ("hours", models.DecimalField(decimal_places=2, max_digits=6, verbose_name="godziny")),
                (
                    "enrolment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificate",
                        to="activities.enrolment",
                        verbose_name="udział we wsparciu",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificates",
                        to="projects.project",
                        verbose_name="projekt",
                    ),
                ),
            ],
            options={
                "verbose_name": "zaświadczenie",
                "verbose_name_plural": "zaświadczenia",
                "ordering": ["project", "ordinal"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("project", "ordinal"),
                        name="certificate_number_once",
                        violation_error_message="Zaświadczenie o tym numerze już wystawiono.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ends_on__gte", models.F("starts_on")),
                            ("starts_on__isnull", True),
                            ("ends_on__isnull", True),
                            _connector="OR",
                        ),
                        name="certificate_dates_in_order",
                        violation_error_message="Koniec wsparcia na zaświadczeniu jest wcześniejszy niż początek.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("hours__gte", 0)),
                        name="certificate_hours_fit",
                        violation_error_message="Liczba godzin na zaświadczeniu nie może być ujemna.",
                    ),
                ],
            },
        ),
    ]
