"""The log of changes: it can be added to, never changed or emptied; the one thing that may happen to a row is to be forgotten."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

ONLY_GROWS = """
CREATE FUNCTION change_log_only_grows() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.before = '{}' AND NEW.after = '{}' AND NEW.forgotten_at IS NOT NULL
           AND (NEW.id, NEW.at, NEW.user_id, NEW.how, NEW.source, NEW.table_name, NEW.row_number, NEW.about, NEW.owner, NEW.act)
               IS NOT DISTINCT FROM
               (OLD.id, OLD.at, OLD.user_id, OLD.how, OLD.source, OLD.table_name, OLD.row_number, OLD.about, OLD.owner, OLD.act)
        THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'the log of changes only grows';
END
$$;

CREATE TRIGGER change_log_only_grows BEFORE UPDATE OR DELETE ON accounts_changelog
FOR EACH ROW EXECUTE FUNCTION change_log_only_grows();
"""

ONLY_GROWS_BACK = """
DROP TRIGGER change_log_only_grows ON accounts_changelog;
DROP FUNCTION change_log_only_grows();
"""

HOW = [
    ("form", "formularz"),
    ("file", "import pliku"),
    ("undo", "cofnięcie importu"),
    ("merge", "połączenie zapisów"),
    ("part", "rozłączenie zapisów"),
    ("job", "praca w tle"),
    ("command", "polecenie"),
    ("demo", "dane przykładowe"),
]
ABOUT = [("person", "osoba"), ("participation", "uczestnictwo"), ("project", "projekt")]
ACT = [("insert", "dodanie"), ("update", "zmiana"), ("delete", "usunięcie")]


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_a_calendar_has_a_private_address")]
    operations = [
        migrations.CreateModel(
            name="ChangeLog",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("at", models.DateTimeField(verbose_name="kiedy")),
                ("how", models.CharField(blank=True, choices=HOW, max_length=12, verbose_name="jak")),
                ("source", models.CharField(blank=True, max_length=40, verbose_name="skąd")),
                ("table_name", models.CharField(max_length=63, verbose_name="tabela")),
                ("row_number", models.BigIntegerField(verbose_name="wiersz")),
                ("about", models.CharField(choices=ABOUT, max_length=13, verbose_name="czego dotyczy")),
                ("owner", models.BigIntegerField(null=True, verbose_name="numer")),
                ("act", models.CharField(choices=ACT, max_length=6, verbose_name="co się stało")),
                ("before", models.JSONField(default=dict, verbose_name="przed")),
                ("after", models.JSONField(default=dict, verbose_name="po")),
                ("forgotten_at", models.DateTimeField(blank=True, null=True, verbose_name="usunięto wartości")),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="kto",
                    ),
                ),
            ],
            options={
                "verbose_name": "wpis dziennika zmian",
                "verbose_name_plural": "dziennik zmian",
                "ordering": ["-pk"],
                "indexes": [models.Index(fields=["owner", "about", "at"], name="changelog_owner")],
            },
        ),
        migrations.RunSQL(ONLY_GROWS, ONLY_GROWS_BACK),
    ]
