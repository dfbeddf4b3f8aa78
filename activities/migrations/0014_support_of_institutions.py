"""Support that institutions received."""

import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0013_allowances"),
        ("participants", "0006_institutions_documents_and_what_happened"),
        ("projects", "0003_texts_of_papers"),
    ]

    operations = [
        migrations.CreateModel(
            name="InstitutionSupport",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("submission", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("counselling", "doradztwo/konsultacje"),
                            ("training", "szkolenie/kurs"),
                            ("internship", "staż/praktyka"),
                            ("active_integration", "usługa aktywnej integracji"),
                            ("social_services", "usługi społeczne"),
                            ("job_brokerage", "pośrednictwo pracy"),
                            ("subsidised_job", "subsydiowanie zatrudnienia"),
                            ("business_grant", "środki na rozpoczęcie działalności gospodarczej"),
                            ("social_economy", "instrument wsparcia ekonomii społecznej"),
                            ("studies", "studia"),
                            ("other", "inne"),
                        ],
                        max_length=20,
                        verbose_name="rodzaj przyznanego wsparcia",
                    ),
                ),
                (
                    "detail",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("psychological", "pomoc psychologiczna"),
                            ("career", "doradztwo zawodowe"),
                            ("legal", "doradztwo/pomoc prawna"),
                            ("social", "usługa o charakterze społecznym"),
                            ("vocational", "usługa o charakterze zawodowym"),
                            ("educational", "usługa o charakterze edukacyjnym"),
                            ("health", "usługa o charakterze zdrowotnym"),
                        ],
                        max_length=20,
                        verbose_name="w tym",
                    ),
                ),
                ("started_on", models.DateField(verbose_name="data rozpoczęcia udziału we wsparciu")),
                (
                    "ended_on",
                    models.DateField(blank=True, null=True, verbose_name="data zakończenia udziału we wsparciu"),
                ),
                (
                    "institution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="supports",
                        to="participants.institution",
                        verbose_name="instytucja",
                    ),
                ),
            ],
            options={
                "verbose_name": "wsparcie instytucji",
                "verbose_name_plural": "wsparcie instytucji",
                "ordering": ["institution", "started_on", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("institution", "kind", "detail", "started_on"),
                        name="institution_support_once",
                        violation_error_message="To wsparcie instytucji od tego dnia już jest zapisane.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "counselling",
                                    "training",
                                    "internship",
                                    "active_integration",
                                    "social_services",
                                    "job_brokerage",
                                    "subsidised_job",
                                    "business_grant",
                                    "social_economy",
                                    "studies",
                                    "other",
                                ],
                            )
                        ),
                        name="institution_support_kind_known",
                        violation_error_message="Nie ma takiego rodzaju wsparcia na liście.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("detail", ""),
                            models.Q(("detail__in", ("psychological", "career", "legal")), ("kind", "counselling")),
                            models.Q(
                                ("detail__in", ("social", "vocational", "educational", "health")),
                                ("kind", "active_integration"),
                            ),
                            _connector="OR",
                        ),
                        name="institution_support_detail_fits_kind",
                        violation_error_message="„W tym” nie pasuje do rodzaju wsparcia. Wybierz je jeszcze raz albo zostaw puste.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on__gte", models.F("started_on")),
                            ("started_on__isnull", True),
                            ("ended_on__isnull", True),
                            _connector="OR",
                        ),
                        name="institution_support_dates_in_order",
                        violation_error_message="Zakończenie wsparcia jest wcześniejsze niż rozpoczęcie.",
                    ),
                ],
            },
        ),
    ]
