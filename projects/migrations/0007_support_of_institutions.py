"""A project of 2021–2027 may support institutions, which EECO18 and EECO19 count."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("projects", "0006_the_list_before_2018")]
    operations = [
        migrations.AddField(
            model_name="project",
            name="supports_institutions",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text="w EFS+ odsłania instytucje, które liczą EECO18 i EECO19; w EFS 2014–2020 są zawsze",
                verbose_name="wsparcie obejmuje instytucje",
            ),
        )
    ]
