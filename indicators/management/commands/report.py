"""``manage.py report SLUG --pdf FILE``: the progress report as files, the same that the program gives in the browser."""

from pathlib import Path

from indicators import paper, spreadsheets
from indicators.management.base import ReportCommand
from projects import pdf

MAKERS = {
    "pdf": lambda report: pdf.render(paper.TEMPLATE, paper.context_of(report)),
    "xlsx": spreadsheets.xlsx,
    "csv": spreadsheets.csv_bytes,
}


class Command(ReportCommand):
    help = "Sprawozdanie z postępu rzeczowego w pliku: PDF, XLSX albo CSV."

    def add_arguments(self, parser):
        super().add_arguments(parser)
        for name in MAKERS:
            parser.add_argument(f"--{name}", metavar="PLIK", help=f"zapisz {name.upper()} w tym pliku")

    def handle(self, **options):
        asked = {name: options[name] for name in MAKERS if options[name]}
        if not asked:
            self.refuse("Podaj, co zapisać: --pdf PLIK, --xlsx PLIK albo --csv PLIK.")
        report = self.report(options)
        for name, path in asked.items():
            self._write(path, MAKERS[name](report))

    def _write(self, path, content):
        try:
            Path(path).write_bytes(content)
        except OSError:
            self.refuse(f"Nie można zapisać pliku {path}: sprawdź, czy katalog istnieje i czy wolno w nim pisać.")
        self.stdout.write(f"{path}: {len(content)} B")
