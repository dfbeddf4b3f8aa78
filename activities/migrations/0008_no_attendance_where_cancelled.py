"""Triggers that keep attendance and cancelled sessions apart: who is marked was there, so the session took place.

The first locks the session while a mark is written, so that it cannot be cancelled in the same moment.
"""

from django.db import migrations

APART = """
CREATE FUNCTION attendance_only_if_held() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    is_cancelled boolean;
BEGIN
    SELECT status = 'cancelled' INTO is_cancelled FROM activities_session WHERE id = NEW.session_id FOR SHARE;
    IF is_cancelled THEN
        RAISE EXCEPTION 'attendance of a cancelled session'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'attendance_only_if_held', TABLE = 'activities_attendance';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER attendance_only_if_held BEFORE INSERT OR UPDATE OF session_id ON activities_attendance
FOR EACH ROW EXECUTE FUNCTION attendance_only_if_held();

CREATE FUNCTION session_cancelled_unmarked() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF EXISTS (SELECT FROM activities_attendance WHERE session_id = NEW.id) THEN
        RAISE EXCEPTION 'a session with attendance is not cancelled'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'session_cancelled_unmarked', TABLE = 'activities_session';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER session_cancelled_unmarked BEFORE UPDATE OF status ON activities_session
FOR EACH ROW WHEN (NEW.status = 'cancelled' AND OLD.status <> 'cancelled') EXECUTE FUNCTION session_cancelled_unmarked();
"""

APART_BACK = """
DROP TRIGGER session_cancelled_unmarked ON activities_session;
DROP FUNCTION session_cancelled_unmarked();
DROP TRIGGER attendance_only_if_held ON activities_attendance;
DROP FUNCTION attendance_only_if_held();
"""


class Migration(migrations.Migration):
    dependencies = [("activities", "0007_sessions_within_their_project")]
    operations = [migrations.RunSQL(APART, APART_BACK)]
