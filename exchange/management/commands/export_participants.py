"""``manage.py export_participants SLUG FILE``: the participants in the authority's layout, row after row."""

from contextlib import nullcontext
from pathlib import Path

from django.utils.translation import gettext as _

from exchange.exporting import LAYOUTS, layout_of, left_out, lines
from exchange.management.base import ExchangeCommand
from projects.templatetags.polish import plural


class Command(ExchangeCommand):
    help = (
        "Zapisuje uczestników w układzie instytucji (CSV, średnik, UTF-8 z BOM, CRLF). PLIK - to standardowe wyjście. Szkice nie wchodzą do "
        "pliku; ich liczbę podaje standardowe wyjście błędów."
    )

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--layout", choices=list(LAYOUTS), help="układ; bez tego ten, który wynika z perspektywy")

    def handle(self, **options):
        project = self.project(options["slug"])
        layout = options["layout"] or layout_of(project)
        try:
            with self._opened(options["file"]) as file:
                for line in lines(project, layout):
                    file.write(line.encode())
        except OSError:
            told = {"file": options["file"]}
            self.refuse(
                _("Nie można zapisać pliku %(file)s. Sprawdź, czy katalog istnieje i czy wolno w nim pisać.") % told
            )
        if drafts := left_out(project):
            told = {"n": drafts, "drafts": plural(drafts, "szkic", "szkice", "szkiców")}
            self.stderr.write(
                _("Pominięto %(n)s %(drafts)s: bez obowiązkowych pól nie istnieją dla instytucji.") % told
            )

    def _opened(self, name):
        if name == "-":
            return nullcontext(_Bytes(self.stdout))
        return Path(name).open("wb")


class _Bytes:
    """Standard output as a file of bytes; a test may have put a text in its place."""

    def __init__(self, stdout):
        self.out = getattr(stdout, "_out", stdout)

    def write(self, data):
        buffer = getattr(self.out, "buffer", None)
        buffer.write(data) if buffer else self.out.write(data.decode())
