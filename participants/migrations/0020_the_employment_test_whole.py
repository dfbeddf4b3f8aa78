"""The employment test of effectiveness with all its clauses, and what excludes a person from it, each with its day.

A contract for a specific work without a stated time asks for its value alone; a business paid by the project and a school taken up
are kept as days within the window. The replaced function is that of ``0003_facts_kept_by_the_database``; rule: domain notes
section 5.
"""

from importlib import import_module

from django.db import migrations, models

from participants.vocabulary import (
    EFFECTIVENESS_WINDOW_DAYS,
    HALF_TIME,
    MONTHS_OF_WORK,
    RESULT_WINDOW_DAYS,
    WAGES_OF_A_CONTRACT,
)

THREE_WAGES = f"""{WAGES_OF_A_CONTRACT} * (
                        SELECT w.amount FROM participants_minimumwage w
                        WHERE w.valid_from <= o.obtained_on ORDER BY w.valid_from DESC LIMIT 1)"""

KEEPING = f"""
CREATE OR REPLACE FUNCTION participation_keep_facts() RETURNS trigger
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
        min(proved_on) FILTER (WHERE in_effectiveness_window AND is_project_funded),
        min(proved_on) FILTER (WHERE in_effectiveness_window AND is_school_form)
    INTO
        NEW.qualified_on, NEW.competent_on, NEW.employed_on, NEW.business_on, NEW.seeking_on, NEW.studying_on,
        NEW.progressed_on, NEW.volunteering_on, NEW.effective_job_on, NEW.effective_progress_on, NEW.project_business_on,
        NEW.school_on
    FROM (
        SELECT
            o.*,
            greatest(o.obtained_on, NEW.left_on) AS proved_on,
            o.obtained_on BETWEEN NEW.entered_on AND NEW.left_on + {RESULT_WINDOW_DAYS} AS in_result_window,
            o.obtained_on BETWEEN NEW.entered_on AND NEW.left_on + {EFFECTIVENESS_WINDOW_DAYS} AS in_effectiveness_window,
            o.kind = 'employment'
                AND NOT o.is_project_funded
                AND (NOT o.is_subsidised OR o.months_after_subsidy >= {MONTHS_OF_WORK})
                AND (
                    o.contract_kind = 'employment' AND o.contract_months >= {MONTHS_OF_WORK} AND o.working_time >= {HALF_TIME}
                    OR o.contract_kind = 'civil' AND o.contract_months >= {MONTHS_OF_WORK} AND o.contract_value >= {THREE_WAGES}
                    OR o.contract_kind = 'work' AND o.contract_value >= {THREE_WAGES}
                    OR o.contract_kind = 'business' AND o.contract_months >= {MONTHS_OF_WORK}
                ) AS is_effective_job
        FROM participants_outcome o
        WHERE o.participation_id = NEW.id AND o.evidence <> '' AND NEW.left_on IS NOT NULL
    ) proved;
    RETURN NEW;
END
$$;
"""

earlier = import_module("participants.migrations.0003_facts_kept_by_the_database")
KEEPING_BACK = earlier.BEFORE_WRITE.partition("CREATE TRIGGER")[0].replace(
    "CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"
)

# Reads again those for whom the new columns, or the old one on the way back, can hold something.
READ_AGAIN = """
UPDATE participants_participation SET updated_at = updated_at
WHERE id IN (SELECT participation_id FROM participants_outcome WHERE is_project_funded OR is_school_form OR contract_kind = 'work');
"""


class Migration(migrations.Migration):
    dependencies = [("participants", "0019_long_term_unemployed_by_the_date")]
    operations = [
        migrations.RunSQL(migrations.RunSQL.noop, READ_AGAIN),
        migrations.AddField("participation", "school_on", models.DateField(editable=False, null=True)),
        migrations.AddField("participation", "project_business_on", models.DateField(editable=False, null=True)),
        migrations.RemoveField("participation", "has_project_business"),
        migrations.RunSQL(KEEPING, KEEPING_BACK),
        migrations.RunSQL(READ_AGAIN, migrations.RunSQL.noop),
    ]
