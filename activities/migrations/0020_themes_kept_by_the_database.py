"""A participation keeps, beside each form, the first day of what an official list asks for: ``k_social_services``, ``t_digital`` …

The kind "usługi społeczne" and the themes are read so; other kinds are asked for by no list and are not kept.
"""

from importlib import import_module

from django.db import migrations

path = import_module("activities.migrations.0015_path_kept_by_the_database")

SUPPORTS = """
CREATE OR REPLACE FUNCTION participation_keep_supports() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    SELECT
        coalesce(jsonb_object_agg(key, started_on) FILTER (WHERE started_on IS NOT NULL), '{}'),
        coalesce(jsonb_object_agg(key, finished_on) FILTER (WHERE finished_on IS NOT NULL), '{}'),
        min(vocational_on),
        min(social_on)
    INTO NEW.supports_started, NEW.supports_finished, NEW.vocational_support_on, NEW.social_support_on
    FROM (
        SELECT
            key,
            min(e.started_on) AS started_on,
            min(e.ended_on) FILTER (WHERE e.is_finished) AS finished_on,
            min(e.started_on) FILTER (WHERE f."character" = 'vocational') AS vocational_on,
            min(e.started_on) FILTER (WHERE f."character" = 'social') AS social_on
        FROM activities_enrolment e
        JOIN activities_group g ON g.id = e.group_id
        JOIN activities_formofsupport f ON f.id = g.form_of_support_id
        CROSS JOIN unnest(ARRAY[
            'f' || f.id,
            CASE WHEN f.kind = 'social_services' THEN 'k_' || f.kind END,
            't_' || nullif(f.theme, '')
        ]) AS key
        WHERE e.participation_id = NEW.id AND key IS NOT NULL
        GROUP BY key
    ) supports;
"""

TOUCH = """
DROP TRIGGER form_of_support_touch_participations ON activities_formofsupport;
CREATE TRIGGER form_of_support_touch_participations AFTER UPDATE OF {columns} ON activities_formofsupport
FOR EACH ROW WHEN (({old}) IS DISTINCT FROM ({new})) EXECUTE FUNCTION form_of_support_touch_participations();
"""


def touch(*columns):
    return TOUCH.format(
        columns=", ".join(columns),
        old=", ".join(f"OLD.{column}" for column in columns),
        new=", ".join(f"NEW.{column}" for column in columns),
    )


AGAIN = """
UPDATE participants_participation SET updated_at = now()
WHERE id IN (
    SELECT e.participation_id FROM activities_enrolment e
    JOIN activities_group g ON g.id = e.group_id
    JOIN activities_formofsupport f ON f.id = g.form_of_support_id
    WHERE f.kind = 'social_services');
"""


class Migration(migrations.Migration):
    dependencies = [("activities", "0019_theme_of_a_form_of_support")]
    operations = [
        migrations.RunSQL(SUPPORTS + path.PATH + path.END, path.SUPPORTS + path.PATH + path.END),
        migrations.RunSQL(touch('"character"', "kind", "theme"), touch('"character"')),
        migrations.RunSQL(AGAIN, AGAIN),
    ]
