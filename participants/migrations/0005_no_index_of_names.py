"""The index of all names goes: with it the database walked a million people in order to show twenty of a project's thousand.

A project's people are few beside all people; found by project and sorted, the first page takes milliseconds.
"""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("participants", "0004_minimum_wage")]
    operations = [migrations.RemoveIndex(model_name="person", name="person_polish_order")]
