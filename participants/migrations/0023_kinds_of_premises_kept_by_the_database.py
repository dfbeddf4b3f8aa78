"""A participation keeps which premises it has a document for, so that an indicator may ask for one: ``{"carer": "yes"}``."""

from django.db import migrations, models

KEEP = """
CREATE FUNCTION participation_keep_premises() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    SELECT coalesce(jsonb_object_agg(kind, 'yes'), '{}') INTO NEW.premise_kinds
    FROM participants_premise WHERE participation_id = NEW.id AND document <> '';
    RETURN NEW;
END
$$;

CREATE TRIGGER participation_keep_premises BEFORE UPDATE ON participants_participation
FOR EACH ROW EXECUTE FUNCTION participation_keep_premises();

UPDATE participants_participation SET updated_at = now() WHERE has_premise;
"""

BACK = """
DROP TRIGGER participation_keep_premises ON participants_participation;
DROP FUNCTION participation_keep_premises();
"""


class Migration(migrations.Migration):
    dependencies = [("participants", "0022_history_of_people")]
    operations = [
        migrations.AddField(
            model_name="participation",
            name="premise_kinds",
            field=models.JSONField(db_default=models.Value({}, models.JSONField()), default=dict, editable=False),
        ),
        migrations.RunSQL(KEEP, BACK),
    ]
