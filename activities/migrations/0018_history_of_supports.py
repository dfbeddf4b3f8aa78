"""The database keeps the history of who was supported how, and of what was held: all that moves figures."""

from importlib import import_module

from django.db import migrations

watching = import_module("accounts.migrations.0005_history_kept_by_the_database").watching
FORM = "(SELECT f.project_id FROM activities_formofsupport f WHERE f.id = r.form_of_support_id)"
GROUP = (
    "(SELECT f.project_id FROM activities_group g JOIN activities_formofsupport f ON f.id = g.form_of_support_id "
    "WHERE g.id = r.group_id)"
)


class Migration(migrations.Migration):
    dependencies = [
        ("activities", "0017_details_of_social_services"),
        ("participants", "0022_history_of_people"),
    ]
    operations = [
        watching("activities", "enrolment", about="participation", owner="r.participation_id"),
        watching("activities", "plannedsupport", about="participation", owner="r.participation_id"),
        watching("activities", "formofsupport", about="project", owner="r.project_id"),
        watching("activities", "group", about="project", owner=FORM),
        watching("activities", "session", about="project", owner=GROUP),
        watching("activities", "headcountevent", about="project", owner="r.project_id"),
    ]
