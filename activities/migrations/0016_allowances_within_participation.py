"""A trigger that keeps the period of an allowance inside the participation, and its form of support inside the project."""

from django.db import migrations

WITHIN = """
CREATE FUNCTION allowance_stay_within_participation() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    p participants_participation%ROWTYPE;
BEGIN
    SELECT * INTO p FROM participants_participation WHERE id = NEW.participation_id;
    IF p.entered_on IS NULL OR NEW.starts_on < p.entered_on OR NEW.ends_on > p.left_on THEN
        RAISE EXCEPTION 'allowance outside the participation'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'allowance_within_participation', TABLE = 'activities_allowance';
    END IF;
    IF NEW.form_of_support_id IS NOT NULL AND NOT EXISTS (
        SELECT FROM activities_formofsupport f WHERE f.id = NEW.form_of_support_id AND f.project_id = p.project_id
    ) THEN
        RAISE EXCEPTION 'allowance for a form of support of another project'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'allowance_form_of_its_project', TABLE = 'activities_allowance';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER allowance_stay_within_participation
BEFORE INSERT OR UPDATE OF participation_id, starts_on, ends_on, form_of_support_id ON activities_allowance
FOR EACH ROW EXECUTE FUNCTION allowance_stay_within_participation();
"""

WITHIN_BACK = """
DROP TRIGGER allowance_stay_within_participation ON activities_allowance;
DROP FUNCTION allowance_stay_within_participation();
"""


class Migration(migrations.Migration):
    dependencies = [("activities", "0015_path_kept_by_the_database")]
    operations = [migrations.RunSQL(WITHIN, WITHIN_BACK)]
