"""Triggers that keep the flat facts of a participation true, whoever writes: a form, an import, a shell.

One rule: before a participation is written, everything that depends on its person and its children is read again; a change of
the person or of a child touches the participation. Indicators are then plain counts over one table.
"""

from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import migrations, models

from participants.vocabulary import EFFECTIVENESS_WINDOW_DAYS, RESULT_WINDOW_DAYS

BEFORE_WRITE = f"""
CREATE FUNCTION participation_keep_facts() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    p participants_person%ROWTYPE;
    project projects_project%ROWTYPE;
BEGIN
    NEW.updated_at := now();
    IF TG_OP = 'INSERT' OR (NEW.entered_on, NEW.left_on, NEW.project_id) IS DISTINCT FROM (OLD.entered_on, OLD.left_on, OLD.project_id) THEN
        SELECT * INTO project FROM projects_project WHERE id = NEW.project_id;
        IF NEW.entered_on NOT BETWEEN project.starts_on AND project.ends_on
           OR NEW.left_on > project.ends_on THEN
            RAISE EXCEPTION 'participation outside the period of its project'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'participation_within_project', TABLE = 'participants_participation';
        END IF;
    END IF;

    SELECT * INTO p FROM participants_person WHERE id = NEW.person_id;
    NEW.sex := p.sex;
    NEW.birth_date := p.birth_date;
    NEW.has_name := p.last_name <> '' AND p.first_name <> '';
    NEW.has_identifier := p.pesel <> '' OR p.other_identifier <> '';
    NEW.has_phone := p.phone <> '';
    NEW.has_email := p.email <> '';
    IF NEW.citizenship = '' THEN
        NEW.citizenship := p.citizenship;
    END IF;
    IF TG_OP = 'INSERT' THEN
        RETURN NEW;  -- a new participation has no children yet
    END IF;

    NEW.has_premise := EXISTS (SELECT FROM participants_premise WHERE participation_id = NEW.id AND document <> '');

    SELECT
        min(proved_on) FILTER (WHERE in_result_window AND kind = 'qualification' AND is_validated),
        min(proved_on) FILTER (WHERE in_result_window AND kind = 'competence'),
        min(proved_on) FILTER (WHERE in_result_window AND kind = 'employment'),
        min(proved_on) FILTER (WHERE in_result_window AND kind = 'employment' AND contract_kind = 'business'),
        min(proved_on) FILTER (WHERE in_result_window AND kind = 'job_search'),
        min(proved_on) FILTER (WHERE in_result_window AND kind = 'education'),
        min(proved_on) FILTER (WHERE in_result_window AND kind = 'social_progress'),
        min(proved_on) FILTER (WHERE in_result_window AND kind = 'social_progress' AND progress_sign = 'volunteering'),
        min(proved_on) FILTER (WHERE in_effectiveness_window AND is_effective_job),
        min(proved_on) FILTER (WHERE in_effectiveness_window AND kind = 'social_progress'),
        coalesce(bool_or(is_project_funded), false)
    INTO
        NEW.qualified_on, NEW.competent_on, NEW.employed_on, NEW.business_on, NEW.seeking_on, NEW.studying_on,
        NEW.progressed_on, NEW.volunteering_on, NEW.effective_job_on, NEW.effective_progress_on, NEW.has_project_business
    FROM (
        SELECT
            o.*,
            greatest(o.obtained_on, NEW.left_on) AS proved_on,
            o.obtained_on BETWEEN NEW.entered_on AND NEW.left_on + {RESULT_WINDOW_DAYS} AS in_result_window,
            o.obtained_on BETWEEN NEW.entered_on AND NEW.left_on + {EFFECTIVENESS_WINDOW_DAYS} AS in_effectiveness_window,
            o.kind = 'employment'
                AND o.contract_months >= 3
                AND NOT o.is_project_funded
                AND (NOT o.is_subsidised OR o.months_after_subsidy >= 3)
                AND (
                    o.contract_kind = 'employment' AND o.working_time >= 0.5
                    OR o.contract_kind = 'civil' AND o.contract_value >= 3 * (
                        SELECT w.amount FROM participants_minimumwage w
                        WHERE w.valid_from <= o.obtained_on ORDER BY w.valid_from DESC LIMIT 1)
                    OR o.contract_kind = 'business'
                ) AS is_effective_job
        FROM participants_outcome o
        WHERE o.participation_id = NEW.id AND o.evidence <> '' AND NEW.left_on IS NOT NULL
    ) proved;
    RETURN NEW;
END
$$;

CREATE TRIGGER participation_keep_facts BEFORE INSERT OR UPDATE ON participants_participation
FOR EACH ROW EXECUTE FUNCTION participation_keep_facts();
"""

BEFORE_WRITE_BACK = """
DROP TRIGGER participation_keep_facts ON participants_participation;
DROP FUNCTION participation_keep_facts();
"""

PERSON_CHANGED = """
CREATE FUNCTION person_touch_participations() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    UPDATE participants_participation SET updated_at = now() WHERE person_id = NEW.id;
    RETURN NULL;
END
$$;

CREATE TRIGGER person_touch_participations
AFTER UPDATE OF last_name, first_name, pesel, other_identifier, sex, birth_date, citizenship, phone, email ON participants_person
FOR EACH ROW WHEN (OLD IS DISTINCT FROM NEW) EXECUTE FUNCTION person_touch_participations();
"""

PERSON_CHANGED_BACK = """
DROP TRIGGER person_touch_participations ON participants_person;
DROP FUNCTION person_touch_participations();
"""

CHILD_CHANGED = """
CREATE FUNCTION participation_touch_changed() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    UPDATE participants_participation SET updated_at = now() WHERE id IN (SELECT participation_id FROM changed);
    RETURN NULL;
END
$$;
"""

CHILD_CHANGED_BACK = "DROP FUNCTION participation_touch_changed()"


def touching(table):
    """Statement triggers by which a child table touches its participations; one statement touches each of them once."""
    forward, back = [], []
    for event, side in (("insert", "NEW"), ("update", "NEW"), ("delete", "OLD")):
        name = f"{table}_{event}_touches_participation"
        forward.append(
            f"CREATE TRIGGER {name} AFTER {event.upper()} ON {table} REFERENCING {side} TABLE AS changed "
            "FOR EACH STATEMENT EXECUTE FUNCTION participation_touch_changed();"
        )
        back.append(f"DROP TRIGGER {name} ON {table};")
    return migrations.RunSQL("\n".join(forward), "\n".join(back))


class Migration(migrations.Migration):
    dependencies = [("participants", "0002_initial"), ("projects", "0001_initial")]
    operations = [
        migrations.AddIndex(
            model_name="person",
            index=GinIndex(OpClass(models.F("search"), name="gin_trgm_ops"), name="person_search"),
        ),
        migrations.RunSQL(BEFORE_WRITE, BEFORE_WRITE_BACK),
        migrations.RunSQL(PERSON_CHANGED, PERSON_CHANGED_BACK),
        migrations.RunSQL(CHILD_CHANGED, CHILD_CHANGED_BACK),
        touching("participants_premise"),
        touching("participants_outcome"),
    ]
