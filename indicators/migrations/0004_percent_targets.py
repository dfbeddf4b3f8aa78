"""A target may be given in per cent of the participants."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0003_counts_of_institutions_and_of_the_authority")]

    operations = [
        migrations.AddField(
            model_name="projectindicator",
            name="percent",
            field=models.DecimalField(
                blank=True, decimal_places=2, max_digits=5, null=True, verbose_name="cel w procentach uczestników"
            ),
        ),
        migrations.AlterField(
            model_name="projectindicator",
            name="is_at_least",
            field=models.BooleanField(
                default=False, verbose_name="cel dla kobiet albo procent jest wartością minimalną"
            ),
        ),
        migrations.AddConstraint(
            model_name="projectindicator",
            constraint=models.CheckConstraint(
                condition=models.Q(("percent__isnull", True), ("counts", "people"), _connector="OR"),
                name="project_indicator_percent_of_people",
                violation_error_message="Celem w procentach uczestników może być tylko liczba osób.",
            ),
        ),
        migrations.AddConstraint(
            model_name="projectindicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("percent__isnull", True), models.Q(("percent__gt", 0), ("percent__lte", 100)), _connector="OR"
                ),
                name="project_indicator_percent_in_range",
                violation_error_message="Cel w procentach jest większy od zera i najwyżej 100.",
            ),
        ),
        migrations.AddConstraint(
            model_name="projectindicator",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("percent__isnull", True),
                    models.Q(("men__isnull", True), ("total__isnull", True), ("women__isnull", True)),
                    _connector="OR",
                ),
                name="project_indicator_number_or_percent",
                violation_error_message="Cel jest liczbą albo procentem uczestników. Zostaw jedno z nich.",
            ),
        ),
    ]
