"""When a minimum wage is added, corrected or taken away, the contracts that are measured by it are measured again."""

from django.db import migrations

TOUCHING = """
CREATE FUNCTION wage_touch_participations() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    UPDATE participants_participation SET updated_at = now()
    WHERE id IN (SELECT participation_id FROM participants_outcome WHERE contract_kind IN ('civil', 'work'));
    RETURN NULL;
END
$$;

CREATE TRIGGER wage_touch_participations AFTER INSERT OR UPDATE OR DELETE ON participants_minimumwage
FOR EACH STATEMENT EXECUTE FUNCTION wage_touch_participations();
"""

TOUCHING_BACK = """
DROP TRIGGER wage_touch_participations ON participants_minimumwage;
DROP FUNCTION wage_touch_participations();
"""


class Migration(migrations.Migration):
    dependencies = [("participants", "0020_the_employment_test_whole")]
    operations = [migrations.RunSQL(TOUCHING, TOUCHING_BACK)]
