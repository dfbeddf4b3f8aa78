"""An employee of an institution is complete only with that institution. A generated column is changed by making it anew."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("participants", "0008_only_employees_are_delegated")]
    operations = [
        migrations.RemoveField(model_name="participation", name="is_complete"),
        migrations.AddField(
            model_name="participation",
            name="is_complete",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.ExpressionWrapper(
                    models.Q(
                        ("has_name", True),
                        models.Q(
                            models.Q(("scope__in", ["sl2014", "smefs"]), _negated=True),
                            ("has_identifier", True),
                            _connector="OR",
                        ),
                        models.Q(("sex", ""), _negated=True),
                        ("birth_date__isnull", False),
                        models.Q(
                            models.Q(("scope__in", ["smefs"]), _negated=True),
                            models.Q(("citizenship", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014", "smefs"]), _negated=True),
                            models.Q(("education", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014", "smefs"]), _negated=True),
                            models.Q(("voivodeship", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014", "smefs"]), _negated=True),
                            models.Q(("county", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014", "smefs"]), _negated=True),
                            models.Q(("commune", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014", "smefs"]), _negated=True),
                            models.Q(("place", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014", "smefs"]), _negated=True),
                            models.Q(("postcode", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014", "smefs"]), _negated=True),
                            ("degurba__isnull", False),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014"]), _negated=True),
                            ("has_phone", True),
                            ("has_email", True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["smefs"]), _negated=True), ("has_phone", True), _connector="OR"
                        ),
                        models.Q(
                            models.Q(("scope__in", ["smefs"]), _negated=True), ("has_email", True), _connector="OR"
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014"]), _negated=True),
                            models.Q(("participant_kind", "employee"), _negated=True),
                            models.Q(("institution", ""), _negated=True),
                            ("delegated_by__isnull", False),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["smefs"]), _negated=True),
                            models.Q(("participant_kind", "employee"), _negated=True),
                            models.Q(("institution", ""), _negated=True),
                            ("delegated_by__isnull", False),
                            _connector="OR",
                        ),
                        ("entered_on__isnull", False),
                        models.Q(
                            models.Q(("scope__in", ["sl2014", "smefs"]), _negated=True),
                            models.Q(("labour_status", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014", "smefs"]), _negated=True),
                            ("labour_status", ""),
                            models.Q(("labour_detail", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014"]), _negated=True),
                            models.Q(("labour_status", "employed"), _negated=True),
                            models.Q(("occupation", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014"]), _negated=True),
                            models.Q(("labour_status", "employed"), _negated=True),
                            models.Q(("employer", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014", "smefs"]), _negated=True),
                            models.Q(("minority", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["smefs"]), _negated=True),
                            models.Q(("foreign_origin", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["smefs"]), _negated=True),
                            models.Q(("third_country", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014", "smefs"]), _negated=True),
                            models.Q(("homeless", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014", "smefs"]), _negated=True),
                            models.Q(("disability", ""), _negated=True),
                            _connector="OR",
                        ),
                        models.Q(
                            models.Q(("scope__in", ["sl2014"]), _negated=True),
                            models.Q(("other_disadvantage", ""), _negated=True),
                            _connector="OR",
                        ),
                    ),
                    output_field=models.BooleanField(),
                ),
                output_field=models.BooleanField(),
            ),
        ),
    ]
