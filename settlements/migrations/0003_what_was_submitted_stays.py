"""A submitted report, its members and its files are never changed and never deleted."""

from django.db import migrations

STAYS = """
CREATE FUNCTION what_was_submitted_stays() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'what was submitted to the authority is never changed';
END
$$;

CREATE TRIGGER submitted_report_stays BEFORE UPDATE OR DELETE ON settlements_submittedreport
FOR EACH STATEMENT EXECUTE FUNCTION what_was_submitted_stays();
CREATE TRIGGER frozen_members_stay BEFORE UPDATE OR DELETE ON settlements_frozenmembers
FOR EACH STATEMENT EXECUTE FUNCTION what_was_submitted_stays();
CREATE TRIGGER submitted_file_stays BEFORE UPDATE OR DELETE ON settlements_submittedfile
FOR EACH STATEMENT EXECUTE FUNCTION what_was_submitted_stays();
"""

STAYS_BACK = """
DROP TRIGGER submitted_file_stays ON settlements_submittedfile;
DROP TRIGGER frozen_members_stay ON settlements_frozenmembers;
DROP TRIGGER submitted_report_stays ON settlements_submittedreport;
DROP FUNCTION what_was_submitted_stays();
"""


class Migration(migrations.Migration):
    dependencies = [("settlements", "0002_steps_follow_their_order")]
    operations = [migrations.RunSQL(STAYS, STAYS_BACK)]
