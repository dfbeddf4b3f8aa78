"""Where it is known since when a person has been without work, the date decides whether she is long-term unemployed."""

import participants.models.participation
from django.db import migrations, models


from participants.vocabulary import LONG_TERM_MONTHS, YOUNG_BELOW

FUNCTION = f"""
CREATE FUNCTION participant_unemployed_long_enough(since date, entered date, born date) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
    SELECT entered > since + CASE
        WHEN date_part('year', age(entered::timestamp, born::timestamp)) < {YOUNG_BELOW} THEN interval '{LONG_TERM_MONTHS["young"]} months'
        ELSE interval '{LONG_TERM_MONTHS["other"]} months'
    END
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("participants", "0018_kind_of_disability_school_and_since_when")]

    operations = [
        migrations.RunSQL(FUNCTION, "DROP FUNCTION participant_unemployed_long_enough(date, date, date)"),
        migrations.AddField(
            model_name="participation",
            name="is_long_term",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Case(
                    models.When(
                        models.Q(
                            ("labour_status__in", ("unemployed_registered", "unemployed_unregistered", "unemployed")),
                            _negated=True,
                        ),
                        then=models.Value(False),
                    ),
                    models.When(
                        birth_date__isnull=False,
                        entered_on__isnull=False,
                        then=participants.models.participation.UnemployedLongEnough(
                            models.F("unemployed_since"), models.F("entered_on"), models.F("birth_date")
                        ),
                        unemployed_since__isnull=False,
                    ),
                    default=models.Case(
                        models.When(labour_detail="long_term", then=models.Value(True)), default=models.Value(False)
                    ),
                    output_field=models.BooleanField(),
                ),
                output_field=models.BooleanField(),
            ),
        ),
    ]
