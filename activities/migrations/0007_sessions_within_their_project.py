"""A trigger that keeps every session inside the period of its project, whoever writes: a form, a series, a shell."""

from django.db import migrations

WITHIN = """
CREATE FUNCTION session_stay_within_project() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF EXISTS (
        SELECT FROM activities_group g
        JOIN activities_formofsupport f ON f.id = g.form_of_support_id
        JOIN projects_project p ON p.id = f.project_id
        WHERE g.id = NEW.group_id AND NEW.held_on NOT BETWEEN p.starts_on AND p.ends_on
    ) THEN
        RAISE EXCEPTION 'session outside the period of its project'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'session_within_project', TABLE = 'activities_session';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER session_stay_within_project BEFORE INSERT OR UPDATE OF held_on, group_id ON activities_session
FOR EACH ROW EXECUTE FUNCTION session_stay_within_project();
"""

WITHIN_BACK = """
DROP TRIGGER session_stay_within_project ON activities_session;
DROP FUNCTION session_stay_within_project();
"""


class Migration(migrations.Migration):
    dependencies = [("activities", "0006_detail_fits_kind")]
    operations = [migrations.RunSQL(WITHIN, WITHIN_BACK)]
