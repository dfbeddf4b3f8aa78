"""Social services have a "w tym" too: assistance, care, supported housing, the family, foster care (SL2014)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("activities", "0016_allowances_within_participation")]

    operations = [
        migrations.RemoveConstraint(
            model_name="formofsupport",
            name="form_of_support_detail_fits_kind",
        ),
        migrations.RemoveConstraint(
            model_name="institutionsupport",
            name="institution_support_detail_fits_kind",
        ),
        migrations.AlterField(
            model_name="formofsupport",
            name="detail",
            field=models.CharField(
                blank=True,
                choices=[
                    ("psychological", "pomoc psychologiczna"),
                    ("career", "doradztwo zawodowe"),
                    ("legal", "doradztwo/pomoc prawna"),
                    ("social", "usługa o charakterze społecznym"),
                    ("vocational", "usługa o charakterze zawodowym"),
                    ("educational", "usługa o charakterze edukacyjnym"),
                    ("health", "usługa o charakterze zdrowotnym"),
                    ("assistance", "usługi asystenckie"),
                    ("care", "usługi opiekuńcze"),
                    ("supported_housing", "mieszkania wspomagane"),
                    ("family", "wsparcie rodziny"),
                    ("foster_care", "piecza zastępcza"),
                ],
                max_length=20,
                verbose_name="w tym",
            ),
        ),
        migrations.AlterField(
            model_name="institutionsupport",
            name="detail",
            field=models.CharField(
                blank=True,
                choices=[
                    ("psychological", "pomoc psychologiczna"),
                    ("career", "doradztwo zawodowe"),
                    ("legal", "doradztwo/pomoc prawna"),
                    ("social", "usługa o charakterze społecznym"),
                    ("vocational", "usługa o charakterze zawodowym"),
                    ("educational", "usługa o charakterze edukacyjnym"),
                    ("health", "usługa o charakterze zdrowotnym"),
                    ("assistance", "usługi asystenckie"),
                    ("care", "usługi opiekuńcze"),
                    ("supported_housing", "mieszkania wspomagane"),
                    ("family", "wsparcie rodziny"),
                    ("foster_care", "piecza zastępcza"),
                ],
                max_length=20,
                verbose_name="w tym",
            ),
        ),
        migrations.AddConstraint(
            model_name="formofsupport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("detail", ""),
                    models.Q(("detail__in", ("psychological", "career", "legal")), ("kind", "counselling")),
                    models.Q(
                        ("detail__in", ("social", "vocational", "educational", "health")),
                        ("kind", "active_integration"),
                    ),
                    models.Q(
                        ("detail__in", ("assistance", "care", "supported_housing", "family", "foster_care")),
                        ("kind", "social_services"),
                    ),
                    _connector="OR",
                ),
                name="form_of_support_detail_fits_kind",
                violation_error_message="„W tym” nie pasuje do rodzaju wsparcia. Wybierz je jeszcze raz albo zostaw puste.",
            ),
        ),
        migrations.AddConstraint(
            model_name="institutionsupport",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("detail", ""),
                    models.Q(("detail__in", ("psychological", "career", "legal")), ("kind", "counselling")),
                    models.Q(
                        ("detail__in", ("social", "vocational", "educational", "health")),
                        ("kind", "active_integration"),
                    ),
                    models.Q(
                        ("detail__in", ("assistance", "care", "supported_housing", "family", "foster_care")),
                        ("kind", "social_services"),
                    ),
                    _connector="OR",
                ),
                name="institution_support_detail_fits_kind",
                violation_error_message="„W tym” nie pasuje do rodzaju wsparcia. Wybierz je jeszcze raz albo zostaw puste.",
            ),
        ),
    ]
