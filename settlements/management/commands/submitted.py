"""``manage.py submitted SLUG``: the payment applications of a project, their states, versions and sums, as a table or as JSON."""

from django.utils.translation import gettext as _

from indicators.as_json import written
from indicators.management.base import ReportCommand
from projects.models import Project
from settlements.lists import submitted_data, table
from settlements.models import State


class Command(ReportCommand):
    help = "Wnioski o płatność projektu: stany, złożone wersje, sumy kontrolne, zamrożone wartości wskaźników."

    def add_arguments(self, parser):
        parser.add_argument("slug", help="adres projektu, na przykład aktywne-centrum")
        parser.add_argument("--format", choices=["table", "json"], default="table", help="postać: tabela albo JSON")

    def handle(self, **options):
        project = Project.objects.filter(slug=options["slug"]).first()
        if project is None:
            self.refuse(_("Nie ma projektu o adresie „%(slug)s”.") % {"slug": options["slug"]})
        data = submitted_data(project)
        states = {value: str(label) for value, label in State.choices}
        self.stdout.write(written(data, indent=2) if options["format"] == "json" else table(data, states))
