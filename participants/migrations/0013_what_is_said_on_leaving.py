from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("participants", "0012_seeking_work_registered_or_not")]
    operations = [
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.CheckConstraint(
                condition=~Q(("scope", "sl2014")) | Q(("situations__len__lte", 2)),
                name="participation_two_situations",
                violation_error_message="Formularz SL2014 ma miejsce na dwie sytuacje. Zostaw dwie najważniejsze.",
            ),
        ),
        migrations.AddConstraint(
            model_name="participation",
            constraint=models.CheckConstraint(
                condition=Q(("by_path__isnull", True))
                | ~Q(("by_path_note", ""))
                | Q(("by_path", True), ("exit_reason__in", ("completed", "took_job")))
                | (Q(("by_path", False)) & ~Q(("exit_reason", "completed"))),
                name="participation_path_overruled_with_reason",
                violation_error_message="To inaczej, niż wynika ze sposobu zakończenia. Napisz dlaczego.",
            ),
        ),
    ]
