"""A report says when its data were read, which is not always the moment of which it speaks."""

import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("settlements", "0003_what_was_submitted_stays"),
    ]

    operations = [
        migrations.AddField(
            model_name="submittedreport",
            name="frozen_at",
            field=models.DateTimeField(default=django.utils.timezone.now, verbose_name="dane odczytano"),
        ),
    ]
