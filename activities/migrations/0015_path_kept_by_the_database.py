"""Triggers that keep, on the participation, how many forms its path has and how many are finished; a path stays in its project."""

from importlib import import_module

from django.db import migrations

touching = import_module("participants.migrations.0003_facts_kept_by_the_database").touching

SUPPORTS = """
CREATE OR REPLACE FUNCTION participation_keep_supports() RETURNS trigger
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
"""

PATH = """
    SELECT count(*), count(*) FILTER (WHERE NEW.supports_finished ? ('f' || form_of_support_id))
    INTO NEW.path_planned, NEW.path_done
    FROM activities_plannedsupport
    WHERE participation_id = NEW.id;
"""

END = """
    RETURN NEW;
END
$$;
"""

OF_PROJECT = """
CREATE FUNCTION planned_support_of_its_project() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF NOT EXISTS (
        SELECT FROM activities_formofsupport f JOIN participants_participation p ON p.project_id = f.project_id
        WHERE f.id = NEW.form_of_support_id AND p.id = NEW.participation_id
    ) THEN
        RAISE EXCEPTION 'a path has forms of support of its own project'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'planned_support_of_its_project', TABLE = 'activities_plannedsupport';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER planned_support_of_its_project
BEFORE INSERT OR UPDATE OF participation_id, form_of_support_id ON activities_plannedsupport
FOR EACH ROW EXECUTE FUNCTION planned_support_of_its_project();
"""

OF_PROJECT_BACK = """
DROP TRIGGER planned_support_of_its_project ON activities_plannedsupport;
DROP FUNCTION planned_support_of_its_project();
"""


class Migration(migrations.Migration):
    dependencies = [("activities", "0014_support_of_institutions")]
    operations = [
        migrations.RunSQL(SUPPORTS + PATH + END, SUPPORTS + END),
        migrations.RunSQL(OF_PROJECT, OF_PROJECT_BACK),
        touching("activities_plannedsupport"),
    ]
