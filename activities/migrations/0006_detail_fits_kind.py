"""The "w tym" of a form of support is one of those that its kind has."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("activities", "0005_details_that_fit_no_kind")]

    operations = [
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
                    _connector="OR",
                ),
                name="form_of_support_detail_fits_kind",
                violation_error_message="„W tym” nie pasuje do rodzaju wsparcia. Wybierz je jeszcze raz albo zostaw puste.",
            ),
        ),
    ]
