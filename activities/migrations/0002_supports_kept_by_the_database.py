"""Triggers that keep, on the participation, when each form of support began and was finished, and the first service of each character."""

from importlib import import_module

from django.db import migrations

touching = import_module("participants.migrations.0003_facts_kept_by_the_database").touching

KEEP = """
CREATE FUNCTION participation_keep_supports() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    SELECT
        coalesce(jsonb_object_agg(form, started_on) FILTER (WHERE started_on IS NOT NULL), '{}'),
        coalesce(jsonb_object_agg(form, finished_on) FILTER (WHERE finished_on IS NOT NULL), '{}'),
        min(started_on) FILTER (WHERE "character" = 'vocational'),
        min(started_on) FILTER (WHERE "character" = 'social')
    INTO NEW.supports_started, NEW.supports_finished, NEW.vocational_support_on, NEW.social_support_on
    FROM (
        SELECT 'f' || f.id AS form, f."character", min(e.started_on) AS started_on, min(e.ended_on) FILTER (WHERE e.is_finished) AS finished_on
        FROM activities_enrolment e
        JOIN activities_group g ON g.id = e.group_id
        JOIN activities_formofsupport f ON f.id = g.form_of_support_id
        WHERE e.participation_id = NEW.id
        GROUP BY f.id, f."character"
    ) supports;
    RETURN NEW;
END
$$;

CREATE TRIGGER participation_keep_supports BEFORE UPDATE ON participants_participation
FOR EACH ROW EXECUTE FUNCTION participation_keep_supports();

CREATE FUNCTION form_of_support_touch_participations() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    UPDATE participants_participation SET updated_at = now() WHERE id IN (
        SELECT e.participation_id FROM activities_enrolment e JOIN activities_group g ON g.id = e.group_id
        WHERE g.form_of_support_id = NEW.id);
    RETURN NULL;
END
$$;

CREATE TRIGGER form_of_support_touch_participations AFTER UPDATE OF "character" ON activities_formofsupport
FOR EACH ROW WHEN (OLD."character" <> NEW."character") EXECUTE FUNCTION form_of_support_touch_participations();
"""

KEEP_BACK = """
DROP TRIGGER form_of_support_touch_participations ON activities_formofsupport;
DROP FUNCTION form_of_support_touch_participations();
DROP TRIGGER participation_keep_supports ON participants_participation;
DROP FUNCTION participation_keep_supports();
"""


class Migration(migrations.Migration):
    dependencies = [("activities", "0001_initial"), ("participants", "0003_facts_kept_by_the_database")]
    operations = [migrations.RunSQL(KEEP, KEEP_BACK), touching("activities_enrolment")]
