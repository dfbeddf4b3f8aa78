"""A line in the history of decisions is never changed; it goes only with the candidate."""

from django.db import migrations

ONLY_GROWS = """
CREATE FUNCTION decision_log_only_grows() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'the history of decisions only grows';
END
$$;

CREATE TRIGGER decision_log_only_grows BEFORE UPDATE ON recruitment_decisionlog
FOR EACH STATEMENT EXECUTE FUNCTION decision_log_only_grows();
"""

ONLY_GROWS_BACK = """
DROP TRIGGER decision_log_only_grows ON recruitment_decisionlog;
DROP FUNCTION decision_log_only_grows();
"""


class Migration(migrations.Migration):
    dependencies = [("recruitment", "0001_initial")]
    operations = [migrations.RunSQL(ONLY_GROWS, ONLY_GROWS_BACK)]
