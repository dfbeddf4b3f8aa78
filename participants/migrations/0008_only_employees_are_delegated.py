"""An institution delegates its employees, nobody else."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("participants", "0007_range_of_support")]
    operations = [
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.CheckConstraint(
                condition=models.Q(("delegated_by__isnull", True), ("participant_kind", "employee"), _connector="OR"),
                name="participation_delegated_only_employee",
                violation_error_message="Instytucja deleguje tylko swojego pracownika lub przedstawiciela; zmień rodzaj uczestnika.",
            ),
        ),
    ]
