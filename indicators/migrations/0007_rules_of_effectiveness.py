"""By which version of the guidelines an agreement measures effectiveness, which groups it tells apart, and whom it leaves out."""

import django.db.models.deletion
from django.db import migrations, models

MEASURES = [
    ("social", "efektywność społeczna"),
    ("employment", "efektywność zatrudnieniowa"),
    ("joint", "efektywność społeczno-zatrudnieniowa"),
]
VERSIONS = [
    ("joint", "miara łączna, w niej zatrudnieniowa (nabory do jesieni 2016)"),
    ("separate", "dwie osobne miary (nabory od jesieni 2016)"),
    ("later", "dwie osobne miary, wyższy próg zatrudnieniowej (umowy od około 2018)"),
]
GROUPINGS = [
    ("disjoint", "rozłącznie: grupa szczególna i pozostałe osoby"),
    ("overlapping", "łącznie: wszystkie osoby, a wśród nich grupa szczególna"),
]
SPECIAL = [
    ("disabled", "wszystkie osoby z niepełnosprawnościami"),
    ("severe", "znaczny stopień, niepełnosprawność intelektualna lub sprzężona"),
]


def known(name, field, choices, message):
    return models.CheckConstraint(
        condition=models.Q((f"{field}__in", [value for value, _label in choices])),
        name=name,
        violation_error_message=message,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("indicators", "0006_rules_of_definitions_by_version"),
        ("participants", "0021_a_minimum_wage_reaches_the_contracts"),
    ]
    operations = [
        migrations.AlterField(
            model_name="effectivenessthreshold",
            name="measure",
            field=models.CharField(choices=MEASURES, max_length=12, verbose_name="miara"),
        ),
        migrations.CreateModel(
            name="EffectivenessRules",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "version",
                    models.CharField(choices=VERSIONS, default="later", max_length=10, verbose_name="jak mierzyć"),
                ),
                (
                    "grouping",
                    models.CharField(
                        choices=GROUPINGS,
                        default="disjoint",
                        max_length=12,
                        verbose_name="grupy osób",
                    ),
                ),
                (
                    "special",
                    models.CharField(
                        choices=SPECIAL,
                        default="disabled",
                        max_length=10,
                        verbose_name="grupa szczególna",
                    ),
                ),
                (
                    "only_at_risk",
                    models.BooleanField(
                        default=False,
                        help_text="bez przesłanki osoba z otoczenia nie jest osobą zagrożoną",
                        verbose_name="tylko osoby z udokumentowaną przesłanką zagrożenia",
                    ),
                ),
                (
                    "excludes_school",
                    models.BooleanField(
                        default=True,
                        help_text="szkoła lub studia, nie kurs",
                        verbose_name="bez osób, które podjęły naukę w formie szkolnej",
                    ),
                ),
                (
                    "excludes_minors",
                    models.BooleanField(
                        default=False,
                        verbose_name="bez osób, które w dniu przystąpienia nie miały 18 lat",
                    ),
                ),
                (
                    "excludes_homeless",
                    models.BooleanField(default=False, verbose_name="bez osób bezdomnych"),
                ),
                (
                    "excludes_in_care",
                    models.BooleanField(
                        default=False,
                        help_text="według udokumentowanych przesłanek",
                        verbose_name="bez osób w zakładzie karnym, pieczy zastępczej lub ośrodku dla nieletnich",
                    ),
                ),
                (
                    "social_waits",
                    models.BooleanField(
                        default=False,
                        help_text="osoba bez postępu wchodzi do miary dopiero, gdy termin minie",
                        verbose_name="efektywność społeczna też czeka na koniec 90 dni",
                    ),
                ),
                (
                    "project",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="effectiveness_rules",
                        to="projects.project",
                        verbose_name="projekt",
                    ),
                ),
            ],
            options={
                "verbose_name": "zasady efektywności",
                "verbose_name_plural": "zasady efektywności",
                "ordering": ["project"],
                "constraints": [
                    known("rules_version_known", "version", VERSIONS, "Nie ma takiej wersji zasad na liście."),
                    known("rules_grouping_known", "grouping", GROUPINGS, "Nie ma takiego podziału na liście."),
                    known("rules_special_known", "special", SPECIAL, "Nie ma takiej grupy na liście."),
                ],
            },
        ),
    ]
