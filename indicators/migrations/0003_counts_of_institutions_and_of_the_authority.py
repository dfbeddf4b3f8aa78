"""An indicator may count institutions, or be measured by the authority and only recorded here."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("indicators", "0002_target_parts_need_their_total")]

    operations = [
        migrations.AlterField(
            model_name="projectindicator",
            name="counts",
            field=models.CharField(
                choices=[
                    ("people", "osoby"),
                    ("register", "wpisy do rejestru"),
                    ("sessions", "odbyte zajęcia"),
                    ("leaders", "osoby prowadzące"),
                    ("events", "wydarzenia"),
                    ("visitors", "odwiedzający, bez nazwisk"),
                    ("institutions", "instytucje objęte wsparciem"),
                    ("authority", "wartość, którą mierzy instytucja"),
                ],
                default="people",
                max_length=12,
                verbose_name="co liczy",
            ),
        ),
    ]
