"""``manage.py indicators SLUG``: the figures of a project or a programme, as a table or as JSON."""

from indicators.as_json import report_data, written
from indicators.as_text import table
from indicators.management.base import ReportCommand


class Command(ReportCommand):
    help = "Wskaźniki projektu na dzień: cele, wartości osiągnięte, stopień realizacji, efektywność."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--format", choices=["table", "json"], default="table", help="postać: tabela albo JSON")

    def handle(self, **options):
        report = self.report(options)
        self.stdout.write(
            written(report_data(report), indent=2) if options["format"] == "json" else table(report_data(report))
        )
