"""A programme may still answer for the list of 2014–2020 as it was worded before August 2018, CO12–CO14 included."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("projects", "0005_history_of_projects")]
    operations = [
        migrations.AlterField(
            model_name="programme",
            name="indicator_list",
            field=models.CharField(
                choices=[
                    ("esf_2014", "EFS 2014–2020: CO, CR i lista kluczowa (WLWK)"),
                    ("esf_2014_before_2018", "EFS 2014–2020 w brzmieniu do 1 sierpnia 2018 r.: także CO12–CO14"),
                    ("esf_plus_2021", "EFS+ 2021–2027: EECO, EECR i lista kluczowa (LWK)"),
                    ("own", "wskaźniki własne projektu"),
                ],
                max_length=20,
                verbose_name="lista wskaźników",
            ),
        )
    ]
