"""Which range of support of the call a person has: a column of the file of SM EFS."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("participants", "0006_institutions_documents_and_what_happened")]
    operations = [
        migrations.AddField(
            model_name="participation",
            name="support_range",
            field=models.CharField(
                blank=True,
                db_default="",
                default="",
                help_text="słowami z listy naboru",
                max_length=200,
                verbose_name="zakres wsparcia",
            ),
        ),
    ]
