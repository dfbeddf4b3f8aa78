"""A trigger by which a participation begins with its first support, and never later.

Whatever changes an enrolment touches its participation (migration "supports kept by the database"); there the first start of support
is read. Where the participation has no start yet, that day becomes it. A start later than the first support is refused, whichever of
the two is written last. Only a change is judged: rows that disagreed before this rule may still be corrected in everything else.
The trigger's name puts it before those that keep the facts of the participation, because they read its start.
"""

from django.db import migrations

BEGIN_WITH_SUPPORT = """
CREATE FUNCTION participation_begin_with_support() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    first_support date;
    first_known date;
BEGIN
    SELECT min(started_on) INTO first_support FROM activities_enrolment WHERE participation_id = NEW.id;
    IF first_support IS NULL THEN
        RETURN NEW;
    END IF;
    IF NEW.entered_on IS NULL AND first_support <= (now() AT TIME ZONE 'Europe/Warsaw')::date THEN
        NEW.entered_on := first_support;
    END IF;
    IF NEW.entered_on > first_support THEN
        SELECT min(value::date) INTO first_known FROM jsonb_each_text(OLD.supports_started);
        IF (NEW.entered_on, first_support) IS DISTINCT FROM (OLD.entered_on, first_known) THEN
            RAISE EXCEPTION 'participation begins after its first support'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'participation_begins_by_first_support',
                      TABLE = 'participants_participation';
        END IF;
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER participation_begin_with_support BEFORE UPDATE ON participants_participation
FOR EACH ROW EXECUTE FUNCTION participation_begin_with_support();

UPDATE participants_participation p SET updated_at = updated_at
WHERE entered_on IS NULL AND EXISTS (
    SELECT FROM activities_enrolment e, projects_project j
    WHERE e.participation_id = p.id AND j.id = p.project_id
    HAVING min(e.started_on) BETWEEN min(j.starts_on) AND min(j.ends_on));
"""

BEGIN_WITH_SUPPORT_BACK = """
DROP TRIGGER participation_begin_with_support ON participants_participation;
DROP FUNCTION participation_begin_with_support();
"""


class Migration(migrations.Migration):
    dependencies = [("activities", "0008_no_attendance_where_cancelled")]
    operations = [migrations.RunSQL(BEGIN_WITH_SUPPORT, BEGIN_WITH_SUPPORT_BACK)]
