"""What the commands that print a report have in common: whose, on which day, and one sentence when it cannot be."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from indicators.lookup import Unanswerable, report_of

REFUSED = 2


class ReportCommand(BaseCommand):
    """A command that asks for SLUG, --on and --since. What is wrong is one sentence on stderr, with exit status 2."""

    def create_parser(self, prog_name, subcommand, **kwargs):
        parser = super().create_parser(prog_name, subcommand, **kwargs)
        parser.error = lambda message: self._misread(parser, message)
        return parser

    def _misread(self, parser, message):
        sentence = _("Nie rozumiem polecenia: %(message)s (pomoc: %(prog)s --help).") % {
            "message": message,
            "prog": parser.prog,
        }
        if parser.called_from_command_line:
            parser.exit(REFUSED, f"{sentence}\n")
        self.refuse(sentence)

    def add_arguments(self, parser):
        parser.add_argument("slug", help="adres projektu albo programu, na przykład aktywne-centrum")
        parser.add_argument(
            "--on",
            metavar="RRRR-MM-DD",
            help="stan na dzień; bez tego ostatni dzień projektu albo dziś, zależnie od tego, co wcześniej",
        )
        parser.add_argument("--since", metavar="RRRR-MM-DD", help="pierwszy dzień okresu sprawozdawczego")

    def report(self, options):
        """The report that was asked for."""
        try:
            return report_of(options["slug"], options["on"], options["since"])
        except Unanswerable as reason:
            self.refuse(reason)

    def refuse(self, reason):
        """Ends the command with this sentence and exit status 2."""
        raise CommandError(str(reason), returncode=REFUSED)
