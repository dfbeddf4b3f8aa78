"""The log of who read whose data can be added to and never changed or emptied."""

from django.db import migrations

ONLY_GROWS = """
CREATE FUNCTION access_log_only_grows() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'the access log only grows';
END
$$;

CREATE TRIGGER access_log_only_grows BEFORE UPDATE OR DELETE ON accounts_accesslog
FOR EACH STATEMENT EXECUTE FUNCTION access_log_only_grows();
"""

ONLY_GROWS_BACK = """
DROP TRIGGER access_log_only_grows ON accounts_accesslog;
DROP FUNCTION access_log_only_grows();
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [migrations.RunSQL(ONLY_GROWS, ONLY_GROWS_BACK)]
