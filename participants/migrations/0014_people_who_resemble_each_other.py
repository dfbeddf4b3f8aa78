"""A view of people who may be recorded twice, and the indexes by which it finds them among a million in milliseconds.

Each arm looks up one person's likes by one index; the conditions on ``one`` alone switch an arm off before it reads anything.
"""

import django.db.models.functions.text
from django.db import migrations, models

import participants.models.person

SEEN = "p.id, p.sex, p.is_demo"
NAMES_ARE_ALIKE = """similarity(
            searchable(one.last_name || ' ' || one.first_name), searchable(p.last_name || ' ' || p.first_name))"""
NAMES_ARE_THE_SAME = (
    "searchable(p.last_name || ' ' || p.first_name) = searchable(one.last_name || ' ' || one.first_name)"
)
IDENTIFIER = "searchable(replace(one.other_identifier, ' ', ''))"

VIEW = f"""
CREATE VIEW participants_resemblance AS
SELECT one.id AS one_id, alike.id AS other_id, alike.likeness, alike.identifier
FROM participants_person one CROSS JOIN LATERAL (
    SELECT {SEEN}, {NAMES_ARE_ALIKE} AS likeness, '' AS identifier
    FROM participants_person p WHERE one.pesel = '' AND p.birth_date = one.birth_date
  UNION ALL
    SELECT {SEEN}, {NAMES_ARE_ALIKE}, ''
    FROM participants_person p WHERE one.pesel <> '' AND p.pesel = '' AND p.birth_date = one.birth_date
  UNION ALL
    SELECT {SEEN}, 1, ''
    FROM participants_person p WHERE one.birth_date IS NULL AND one.first_name <> '' AND {NAMES_ARE_THE_SAME}
  UNION ALL
    SELECT {SEEN}, 1, ''
    FROM participants_person p
    WHERE one.birth_date IS NOT NULL AND one.first_name <> '' AND p.birth_date IS NULL AND {NAMES_ARE_THE_SAME}
  UNION ALL
    SELECT {SEEN}, greatest({NAMES_ARE_ALIKE}, 0.55), {IDENTIFIER}
    FROM participants_person p
    WHERE one.other_identifier <> '' AND p.other_identifier <> ''
      AND searchable(replace(p.other_identifier, ' ', '')) = {IDENTIFIER}
) alike
WHERE alike.id <> one.id AND alike.likeness >= 0.55 AND alike.is_demo = one.is_demo
  AND (alike.sex = one.sex OR alike.sex = '' OR one.sex = '');
"""


class Migration(migrations.Migration):
    dependencies = [("participants", "0013_what_is_said_on_leaving")]
    operations = [
        migrations.AddIndex(model_name="person", index=models.Index(fields=["birth_date"], name="person_born")),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                condition=models.Q(("pesel", "")), fields=["birth_date"], name="person_born_without_pesel"
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                participants.models.person.Searchable("last_name", "first_name"), name="person_full_name"
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                participants.models.person.Searchable("last_name", "first_name"),
                condition=models.Q(("birth_date__isnull", True)),
                name="person_name_undated",
            ),
        ),
        migrations.AddIndex(
            model_name="person",
            index=models.Index(
                participants.models.person.Searchable(
                    django.db.models.functions.text.Replace(models.F("other_identifier"), models.Value(" "))
                ),
                condition=models.Q(("other_identifier", ""), _negated=True),
                name="person_other_identifier",
            ),
        ),
        migrations.RunSQL(VIEW, "DROP VIEW participants_resemblance"),
        migrations.CreateModel(
            name="Resemblance",
            fields=[
                (
                    "one",
                    models.OneToOneField(
                        db_column="one_id",
                        on_delete=models.DO_NOTHING,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="participants.person",
                        verbose_name="osoba",
                    ),
                ),
                ("likeness", models.FloatField(verbose_name="podobieństwo")),
                ("identifier", models.TextField(verbose_name="ten sam identyfikator")),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=models.DO_NOTHING,
                        related_name="+",
                        to="participants.person",
                        verbose_name="podobna osoba",
                    ),
                ),
            ],
            options={
                "verbose_name": "podobieństwo",
                "verbose_name_plural": "podobieństwa",
                "db_table": "participants_resemblance",
                "managed": False,
            },
        ),
    ]
