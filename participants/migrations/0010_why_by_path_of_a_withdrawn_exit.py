"""A withdrawn exit keeps all that was said on leaving, the reason why the path was judged otherwise among it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("participants", "0009_employees_need_their_institution")]
    operations = [
        migrations.AddField(
            model_name="withdrawnexit",
            name="by_path_note",
            field=models.CharField(blank=True, max_length=300, verbose_name="dlaczego inaczej, niż wynika ze ścieżki"),
        ),
    ]
