"""Functions by which the database keeps the history of a table: ``watching`` turns it on in a migration of the table's own app.

What goes into the log of a statement:

- rows added: that they were, and nothing of what they hold (the row itself holds it, and later entries what it held before);
- rows changed: the columns that differ, before and after;
- rows removed: the row as it was.

Columns that the database keeps (``editable=False``, generated) are no part of it. What one trigger writes because of another table's
change (``updated_at`` and the facts that follow from it) is no change of its own; the columns that triggers truly set are named with
``set_by_triggers``. Who is acting stands in the setting ``history.acting`` of the transaction (``accounts.acting``).
"""

from django.db import migrations

ACTING = """
CREATE FUNCTION history_acting(OUT user_number bigint, OUT how text, OUT source text)
LANGUAGE plpgsql STABLE
AS $$
DECLARE
    told text[] := string_to_array(current_setting('history.acting', true), '|');
BEGIN
    user_number := nullif(told[1], '')::bigint;
    how := coalesce(told[2], '');
    source := coalesce(told[3], '');
END
$$;
"""

ACTING_BACK = "DROP FUNCTION history_acting();"

# watched: the table; about: person, participation or project; owner: SQL for the number of that, over the row "r"; kept: columns that
# are no part of the history; set_by_triggers: columns that count even when a trigger wrote them.
WATCH = """
CREATE FUNCTION history_watch(watched text, about text, owner text, kept text[], set_by_triggers text[]) RETURNS void
LANGUAGE plpgsql
AS $watch$
DECLARE
    into_log text := 'INSERT INTO accounts_changelog (at, user_id, how, source, table_name, row_number, about, owner, act, before, after) ';
    changed text := 'pg_trigger_depth() = 0';
    col text;
BEGIN
    PERFORM history_unwatch(watched);
    FOREACH col IN ARRAY set_by_triggers LOOP
        changed := changed || format(' OR OLD.%1$I IS DISTINCT FROM NEW.%1$I', col);
    END LOOP;

    EXECUTE format($sql$
        CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            %s SELECT now(), acting.*, TG_TABLE_NAME, r.id, %L, %s, 'insert', '{}', '{}' FROM added r, history_acting() acting;
            RETURN NULL;
        END
        $body$ $sql$, watched || '_history_added', into_log, about, owner);
    EXECUTE format($sql$
        CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS $body$
        DECLARE
            was jsonb := to_jsonb(OLD) - %L::text[];
            becomes jsonb := to_jsonb(NEW) - %3$L::text[];
            before jsonb;
            after jsonb;
        BEGIN
            SELECT jsonb_object_agg(key, value), jsonb_object_agg(key, becomes -> key) INTO before, after
            FROM jsonb_each(was) WHERE value IS DISTINCT FROM becomes -> key;
            IF before IS NOT NULL THEN
                %s SELECT now(), acting.*, TG_TABLE_NAME, r.id, %L, %s, 'update', before, after
                FROM (SELECT NEW.*) r, history_acting() acting;
            END IF;
            RETURN NULL;
        END
        $body$ $sql$, watched || '_history_changed', kept, kept, into_log, about, owner);
    EXECUTE format($sql$
        CREATE FUNCTION %I() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            %s SELECT now(), acting.*, TG_TABLE_NAME, r.id, %L, %s, 'delete', to_jsonb(OLD) - %L::text[], '{}'
            FROM (SELECT OLD.*) r, history_acting() acting;
            RETURN NULL;
        END
        $body$ $sql$, watched || '_history_removed', into_log, about, owner, kept);

    EXECUTE format('CREATE TRIGGER history_added AFTER INSERT ON %I REFERENCING NEW TABLE AS added '
        'FOR EACH STATEMENT EXECUTE FUNCTION %I()', watched, watched || '_history_added');
    EXECUTE format('CREATE TRIGGER history_changed AFTER UPDATE ON %I FOR EACH ROW WHEN (%s) EXECUTE FUNCTION %I()',
        watched, changed, watched || '_history_changed');
    EXECUTE format('CREATE TRIGGER history_removed AFTER DELETE ON %I FOR EACH ROW EXECUTE FUNCTION %I()',
        watched, watched || '_history_removed');
END
$watch$;

CREATE FUNCTION history_unwatch(watched text) RETURNS void
LANGUAGE plpgsql
AS $$
DECLARE
    what text;
BEGIN
    FOREACH what IN ARRAY ARRAY['added', 'changed', 'removed'] LOOP
        IF EXISTS (SELECT FROM pg_trigger WHERE tgrelid = watched::regclass AND tgname = 'history_' || what) THEN
            EXECUTE format('DROP TRIGGER history_%s ON %I', what, watched);
            EXECUTE format('DROP FUNCTION %I()', watched || '_history_' || what);
        END IF;
    END LOOP;
END
$$;
"""

WATCH_BACK = """
DROP FUNCTION history_watch(text, text, text, text[], text[]);
DROP FUNCTION history_unwatch(text);
"""


def watching(app, name, *, about, owner, but=(), set_by_triggers=(), also=(), again=False):
    """The step of a migration that keeps the history of a model, by its columns as they are at that step.

    Columns that nobody edits are left out unless they stand in ``also``; those of ``but`` are left out too. A migration that adds
    a column of either sort says the step ``again``.
    """

    def watch(apps, schema_editor):
        fields = apps.get_model(app, name)._meta.concrete_fields
        kept = [f.column for f in fields if (f.generated or not f.editable or f.name in but) and f.name not in also]
        schema_editor.execute(
            "SELECT history_watch(%s, %s, %s, %s::text[], %s::text[])",
            [f"{app}_{name}", about, owner, kept, list(set_by_triggers)],
        )

    def unwatch(apps, schema_editor):
        schema_editor.execute("SELECT history_unwatch(%s)", [f"{app}_{name}"])

    return migrations.RunPython(watch, migrations.RunPython.noop if again else unwatch)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_log_of_changes")]
    operations = [
        migrations.RunSQL(ACTING, ACTING_BACK),
        migrations.RunSQL(WATCH, WATCH_BACK),
    ]
