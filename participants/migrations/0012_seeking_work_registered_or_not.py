from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("participants", "0011_calls_close_and_hand_over")]
    operations = [
        migrations.AddField(
            model_name="outcome",
            name="is_registered",
            field=models.BooleanField(db_default=False, default=False, verbose_name="zarejestrowana w urzędzie pracy"),
        ),
        migrations.AddConstraint(
            model_name="outcome",
            constraint=models.CheckConstraint(
                condition=Q(("is_registered", False)) | Q(("kind", "job_search")),
                name="outcome_registered_only_if_seeking",
                violation_error_message="Rejestracja w urzędzie pracy dotyczy tylko poszukiwania pracy.",
            ),
        ),
    ]
