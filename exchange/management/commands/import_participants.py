"""``manage.py import_participants SLUG FILE``: the authority's file, or our spreadsheet, into a project. All of it or nothing."""

import json
from pathlib import Path

from django.core.management.base import CommandError
from django.db import transaction
from django.utils.translation import gettext as _

from exchange.importing import NotPossible, carry_out, check, load
from exchange.layouts.columns import COLUMNS
from exchange.management.base import ExchangeCommand
from exchange.models import Act
from exchange.reading import Unreadable
from projects.templatetags.polish import plural

REJECTED = 1
FIGURES = ("rows", "created", "updated", "unchanged", "rejected")


class Command(ExchangeCommand):
    help = (
        "Wczytuje uczestników z pliku CSV SM EFS (43 kolumny, średnik, UTF-8) albo z szablonu XLSX. Wszystko albo nic: gdy choć jeden wiersz "
        "ma błąd, nic nie jest zapisane, a kod wyjścia to 1. Ponowne wczytanie tego samego pliku niczego nie zmienia. Wiersze są "
        "numerowane jak w arkuszu: nagłówek to wiersz 1."
    )

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument("--dry-run", action="store_true", help="tylko sprawdź i policz; niczego nie zapisuj")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="postać wyniku: tekst albo JSON")

    def handle(self, **options):
        self.is_json = options["format"] == "json"
        project = self.project(options["slug"])
        try:
            with Path(options["file"]).open("rb") as file:
                self.bring(project, file, options["dry_run"])
        except OSError:
            self.refuse(
                _("Nie można otworzyć pliku %(file)s. Sprawdź ścieżkę i prawo odczytu.") % {"file": options["file"]}
            )
        except Unreadable as reason:
            self.refuse(reason)

    def bring(self, project, file, is_dry):
        """Reads, checks, and unless it is a dry run writes. A dry run and a refused file leave nothing behind."""
        if is_dry:
            with transaction.atomic():
                run = self._checked(project, file)
                self.report(run, is_dry=True)
                transaction.set_rollback(True)
        else:
            run = self._checked(project, file)
            if not run.rejected and (run.created or run.updated):
                self._write(run)
            self.report(run)
            if run.rejected or not (run.created or run.updated):
                run.delete()
        if run.rejected:
            told = {"n": run.rejected, "rows": plural(run.rejected, "wiersz", "wiersze", "wierszy")}
            raise CommandError(_("Niczego nie zapisano: %(n)s %(rows)s z błędami.") % told, returncode=REJECTED)

    @staticmethod
    def _checked(project, file):
        run = load(project=project, by=None, file=file, name=Path(file.name).name)
        check(run)
        return run

    def _write(self, run):
        try:
            carry_out(run)
        except NotPossible as refusal:
            run.delete()
            self.refuse(refusal)

    # --- what is said

    def refuse(self, sentence):
        """The sentence; as JSON too, where a program reads the answer."""
        if self.is_json:
            self._json(dict.fromkeys(FIGURES, 0), [{"row": 0, "column": "", "message": str(sentence)}])
        super().refuse(sentence)

    def report(self, run, is_dry=False):
        if self.is_json:
            self._json(self._done(run, is_dry), self._errors(run))
        else:
            self._text(run, is_dry)

    @staticmethod
    def _done(run, is_dry):
        """What was done; of a dry run, what would be. A file with rejected rows brings nobody in and changes nobody."""
        nothing = {"created": 0, "updated": 0} if run.rejected and not is_dry else {}
        return run.counts() | nothing

    @staticmethod
    def _errors(run):
        for row in run.rows.filter(act=Act.REJECTED).order_by("number").iterator():
            for error in row.errors:
                yield {"row": row.number, "column": error["name"], "message": error["message"]}

    def _json(self, figures, errors):
        """Written an error at a time: a file may have more of them than memory."""
        head = json.dumps({name: figures[name] for name in FIGURES})
        self.stdout.write(f'{head[:-1]}, "errors": [', ending="")
        for place, error in enumerate(errors):
            self.stdout.write(f"{',' if place else ''}\n  {json.dumps(error, ensure_ascii=False)}", ending="")
        self.stdout.write("]}")

    def _text(self, run, is_dry):
        for row in run.rows.exclude(errors=[], warnings=[]).order_by("number").iterator():
            for error in row.errors:
                self.stdout.write(f"{self._place(row, error)}: {error['message']}")
            for warning in row.warnings:
                self.stdout.write(f"{self._place(row, warning)}, uwaga: {warning['message']}")
        done = _("Do zapisania") if is_dry or run.rejected else _("Zapisano")
        counts = run.counts()
        told = {"done": done, **counts}
        self.stdout.write(
            _(
                "%(done)s: nowych osób %(created)s, zmian %(updated)s, bez zmian %(unchanged)s, z błędami %(rejected)s; wierszy %(rows)s."
            )
            % told
        )

    @staticmethod
    def _place(row, problem):
        told = {"row": row.number, "name": problem["name"]}
        if not problem["column"]:
            return _("Wiersz %(row)s") % told
        told["letter"] = COLUMNS[problem["column"] - 1].letter
        return _("Wiersz %(row)s, kolumna %(letter)s „%(name)s”") % told
