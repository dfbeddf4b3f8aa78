"""The state of an application is that of its last step, a step follows only the one it may follow, and steps only grow."""

from django.db import migrations

STEPS = """
CREATE FUNCTION application_step_taken() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    now_is text;
BEGIN
    SELECT state INTO now_is FROM settlements_paymentapplication WHERE id = NEW.application_id FOR UPDATE;
    IF (now_is, NEW.state) NOT IN (
        ('draft', 'submitted'), ('submitted', 'returned'), ('submitted', 'accepted'),
        ('returned', 'corrected'), ('corrected', 'returned'), ('corrected', 'accepted')
    ) THEN
        RAISE EXCEPTION 'an application that is % does not become %', now_is, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = 'application_step_possible',
                TABLE = 'settlements_applicationstep';
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION application_state_kept() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    UPDATE settlements_paymentapplication SET state = NEW.state WHERE id = NEW.application_id;
    RETURN NULL;
END
$$;

CREATE FUNCTION application_state_of_last_step() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF NEW.state <> COALESCE(
        (SELECT state FROM settlements_applicationstep WHERE application_id = NEW.id ORDER BY id DESC LIMIT 1), 'draft'
    ) THEN
        RAISE EXCEPTION 'the state of an application is that of its last step'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'application_state_of_last_step',
                TABLE = 'settlements_paymentapplication';
    END IF;
    IF TG_OP = 'UPDATE' AND OLD.state NOT IN ('draft', 'returned')
        AND (NEW.project_id, NEW.number, NEW.since, NEW.until, NEW.is_final, NEW.measured_on)
            IS DISTINCT FROM (OLD.project_id, OLD.number, OLD.since, OLD.until, OLD.is_final, OLD.measured_on)
    THEN
        RAISE EXCEPTION 'the authority has this application'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'application_unchanged_when_sent',
                TABLE = 'settlements_paymentapplication';
    END IF;
    RETURN NEW;
END
$$;

CREATE FUNCTION application_steps_only_grow() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'the steps of an application only grow';
END
$$;

CREATE TRIGGER application_step_taken BEFORE INSERT ON settlements_applicationstep
FOR EACH ROW EXECUTE FUNCTION application_step_taken();
CREATE TRIGGER application_state_kept AFTER INSERT ON settlements_applicationstep
FOR EACH ROW EXECUTE FUNCTION application_state_kept();
CREATE TRIGGER application_state_of_last_step BEFORE INSERT OR UPDATE ON settlements_paymentapplication
FOR EACH ROW EXECUTE FUNCTION application_state_of_last_step();
CREATE TRIGGER application_steps_only_grow BEFORE UPDATE OR DELETE ON settlements_applicationstep
FOR EACH STATEMENT EXECUTE FUNCTION application_steps_only_grow();
"""

STEPS_BACK = """
DROP TRIGGER application_steps_only_grow ON settlements_applicationstep;
DROP TRIGGER application_state_of_last_step ON settlements_paymentapplication;
DROP TRIGGER application_state_kept ON settlements_applicationstep;
DROP TRIGGER application_step_taken ON settlements_applicationstep;
DROP FUNCTION application_steps_only_grow();
DROP FUNCTION application_state_of_last_step();
DROP FUNCTION application_state_kept();
DROP FUNCTION application_step_taken();
"""


class Migration(migrations.Migration):
    dependencies = [("settlements", "0001_initial")]
    operations = [migrations.RunSQL(STEPS, STEPS_BACK)]
