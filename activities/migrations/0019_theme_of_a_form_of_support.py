"""What a form of support is about, where an official indicator counts the people who got it."""

from django.db import migrations, models

THEMES = {
    "digital": "kompetencje cyfrowe",
    "carers": "wsparcie opiekunów faktycznych (nieformalnych)",
    "leaving_care": "opuszczenie opieki instytucjonalnej",
}


class Migration(migrations.Migration):
    dependencies = [("activities", "0018_history_of_supports")]
    operations = [
        migrations.AddField(
            model_name="formofsupport",
            name="theme",
            field=models.CharField(
                blank=True,
                choices=list(THEMES.items()),
                db_default="",
                default="",
                max_length=20,
                verbose_name="czego dotyczy",
            ),
        ),
        migrations.AddConstraint(
            model_name="formofsupport",
            constraint=models.CheckConstraint(
                condition=models.Q(theme__in=["", *THEMES]),
                name="form_of_support_theme_known",
                violation_error_message="Nie ma takiego tematu wsparcia na liście.",
            ),
        ),
    ]
