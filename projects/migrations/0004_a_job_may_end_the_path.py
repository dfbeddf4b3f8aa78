from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("projects", "0003_texts_of_papers")]
    operations = [
        migrations.AddField(
            model_name="project",
            name="job_ends_path",
            field=models.BooleanField(
                default=False,
                help_text="zaznacz tylko, gdy instytucja tak to rozumie; zwykle: nie",
                verbose_name="przerwanie z powodu podjęcia pracy jest zakończeniem zgodnym ze ścieżką",
            ),
        ),
    ]
