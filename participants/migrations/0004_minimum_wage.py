"""The statutory minimum wage since 2014, złoty a month (yearly regulations of the Council of Ministers)."""

from datetime import date
from decimal import Decimal

from django.db import migrations

WAGES = [
    (date(2014, 1, 1), "1680"),
    (date(2015, 1, 1), "1750"),
    (date(2016, 1, 1), "1850"),
    (date(2017, 1, 1), "2000"),
    (date(2018, 1, 1), "2100"),
    (date(2019, 1, 1), "2250"),
    (date(2020, 1, 1), "2600"),
    (date(2021, 1, 1), "2800"),
    (date(2022, 1, 1), "3010"),
    (date(2023, 1, 1), "3490"),
    (date(2023, 7, 1), "3600"),
    (date(2024, 1, 1), "4242"),
    (date(2024, 7, 1), "4300"),
    (date(2025, 1, 1), "4666"),
    (date(2026, 1, 1), "4806"),
]


def fill(apps, schema_editor):
    wage = apps.get_model("participants", "MinimumWage")
    wage.objects.bulk_create(wage(valid_from=day, amount=Decimal(amount)) for day, amount in WAGES)


def empty(apps, schema_editor):
    apps.get_model("participants", "MinimumWage").objects.filter(
        valid_from__in=[day for day, _amount in WAGES]
    ).delete()


class Migration(migrations.Migration):
    dependencies = [("participants", "0003_facts_kept_by_the_database")]
    operations = [migrations.RunPython(fill, empty)]
