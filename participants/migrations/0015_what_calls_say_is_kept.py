"""What the newest attempt to reach a person says is kept flat with her participation: when to call again, since when the matter is closed.

Both are asked for on every page of a project (the tab of deadlines), where a subquery a person would cost more than the page. A
call is not a change of the person's data, so it leaves ``updated_at`` as it was.
"""

from django.db import migrations, models

NEWEST_ATTEMPT = """
CREATE FUNCTION participation_keep_calls() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    UPDATE participants_participation p SET next_call_on = c.next_on, matter_closed_on = c.closed_on
    FROM (SELECT DISTINCT participation_id FROM changed) t
    LEFT JOIN LATERAL (
        SELECT next_on, CASE WHEN result IN ('refused', 'closed') THEN made_on END AS closed_on
        FROM participants_call
        WHERE participation_id = t.participation_id AND result <> 'handed_over'
        ORDER BY made_on DESC, id DESC LIMIT 1
    ) c ON true
    WHERE p.id = t.participation_id
      AND (p.next_call_on, p.matter_closed_on) IS DISTINCT FROM (c.next_on, c.closed_on);
    RETURN NULL;
END
$$;
"""

# Triggers of one event run by name: this one after participation_keep_facts, which sets the moment.
MOMENT_STAYS = """
CREATE FUNCTION participation_keep_moment() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    NEW.updated_at := OLD.updated_at;
    RETURN NEW;
END
$$;

CREATE TRIGGER participation_keep_moment BEFORE UPDATE ON participants_participation
FOR EACH ROW WHEN ((OLD.next_call_on, OLD.matter_closed_on) IS DISTINCT FROM (NEW.next_call_on, NEW.matter_closed_on))
EXECUTE FUNCTION participation_keep_moment();
"""

MOMENT_STAYS_BACK = """
DROP TRIGGER participation_keep_moment ON participants_participation;
DROP FUNCTION participation_keep_moment();
"""


def keeping():
    """A statement trigger for each event, and the calls on record read once."""
    forward, back = [NEWEST_ATTEMPT], []
    for event, side in (("insert", "NEW"), ("update", "NEW"), ("delete", "OLD")):
        name = f"participants_call_{event}_keeps_newest"
        forward.append(
            f"CREATE TRIGGER {name} AFTER {event.upper()} ON participants_call REFERENCING {side} TABLE AS changed "
            "FOR EACH STATEMENT EXECUTE FUNCTION participation_keep_calls();"
        )
        back.append(f"DROP TRIGGER {name} ON participants_call;")
    forward.append("UPDATE participants_call SET note = note;")
    return migrations.RunSQL("\n".join(forward), "\n".join([*back, "DROP FUNCTION participation_keep_calls();"]))


class Migration(migrations.Migration):
    dependencies = [("participants", "0014_people_who_resemble_each_other")]
    operations = [
        migrations.AddField(
            model_name="participation",
            name="next_call_on",
            field=models.DateField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="participation",
            name="matter_closed_on",
            field=models.DateField(editable=False, null=True),
        ),
        migrations.RunSQL(MOMENT_STAYS, MOMENT_STAYS_BACK),
        keeping(),
    ]
