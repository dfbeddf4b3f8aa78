"""Which measures and groups have thresholds is kept with the rules of their project, flat; thresholds without rules bring the usual ones.

The radar asks it of every person on every page of a project, where a subquery would cost more than the page.
"""

import django.contrib.postgres.fields
from django.db import migrations, models

KEEPING = """
CREATE FUNCTION effectiveness_keep_asked() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN  -- perhaps of the whole project, with the rules before the thresholds: no rules come back
        UPDATE indicators_effectivenessrules r SET asked = ARRAY(
            SELECT t.measure || ':' || t.group FROM indicators_effectivenessthreshold t
            WHERE t.project_id = r.project_id ORDER BY t.measure, t.group)
        WHERE r.project_id IN (SELECT project_id FROM changed);
        RETURN NULL;
    END IF;
    INSERT INTO indicators_effectivenessrules (project_id, asked, version, grouping, special, only_at_risk, excludes_school,
        excludes_minors, excludes_homeless, excludes_in_care, social_waits)
    SELECT t.project_id, array_agg(t.measure || ':' || t.group ORDER BY t.measure, t.group),
        'later', 'disjoint', 'disabled', false, true, false, false, false, false
    FROM indicators_effectivenessthreshold t WHERE t.project_id IN (SELECT project_id FROM changed)
    GROUP BY t.project_id
    ON CONFLICT (project_id) DO UPDATE SET asked = EXCLUDED.asked;
    RETURN NULL;
END
$$;
"""
EVENTS = {"insert": "NEW", "update": "NEW", "delete": "OLD"}
ON_RECORD = "UPDATE indicators_effectivenessthreshold SET percent = percent;"


def keeping():
    """A statement trigger for each event, and what is on record read once."""
    forward, back = [KEEPING], []
    for event, side in EVENTS.items():
        name = f"effectivenessthreshold_{event}_kept_with_rules"
        forward.append(
            f"CREATE TRIGGER {name} AFTER {event.upper()} ON indicators_effectivenessthreshold REFERENCING {side} TABLE AS changed "
            "FOR EACH STATEMENT EXECUTE FUNCTION effectiveness_keep_asked();"
        )
        back.append(f"DROP TRIGGER {name} ON indicators_effectivenessthreshold;")
    back.append("DROP FUNCTION effectiveness_keep_asked();")
    return migrations.RunSQL("\n".join([*forward, ON_RECORD]), "\n".join(back))


class Migration(migrations.Migration):
    dependencies = [("indicators", "0010_values_measured_by_the_authority")]
    operations = [
        migrations.AddField(
            model_name="effectivenessrules",
            name="asked",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=30),
                db_default=models.Value([]),
                default=list,
                editable=False,
                size=None,
                verbose_name="miary i grupy z progami",
            ),
        ),
        keeping(),
    ]
