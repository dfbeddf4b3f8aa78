"""``manage.py explain SLUG CODE --person REF``: why a person counts in a figure or does not yet, word for word."""

import re

from indicators import catalogue
from indicators.as_json import written
from indicators.explained import as_lines, explained
from indicators.figures import Unknown, indicator_of
from indicators.lookup import Unanswerable, day
from indicators.management.base import ReportCommand
from indicators.reasons import Reading
from projects.models import Programme, Project

NUMBER = re.compile(r"[uU]?([0-9]{1,18})")


class Command(ReportCommand):
    help = (
        "Dlaczego osoba liczy się do wskaźnika albo jeszcze nie: każde zdanie, fakt pod nim i co zrobić. Bez nazwisk."
    )

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument(
            "code", help="kod albo klucz wskaźnika, na przykład CO01, own-12, efektywnosc-employment-others"
        )
        parser.add_argument("--person", metavar="U123", required=True, help="numer uczestnictwa, nigdy nazwisko")
        parser.add_argument("--format", choices=["text", "json"], default="text", help="postać: tekst albo JSON")

    def handle(self, **options):
        reading = self._reading(options)
        number = NUMBER.fullmatch(options["person"])
        data = explained(reading, int(number[1])) if number else None
        if data is None:
            self.refuse(self._nobody(options["person"] if number else None, reading.project))
        lines = as_lines(data, reading.on, reading.since)
        self.stdout.write(written(data, indent=2) if options["format"] == "json" else "\n".join(lines))

    def _reading(self, options):
        try:
            on, since = day(options["on"], "--on"), day(options["since"], "--since")
        except Unanswerable as reason:
            self.refuse(reason)
        project = self._project(options["slug"])
        on = on or project.default_day()
        if since and since > on:
            self.refuse(f"Okres zaczyna się {since}, czyli po dniu {on}.")
        return Reading(self._definition(project, options["code"]), project, on, since)

    def _project(self, slug):
        project = Project.objects.select_related("programme").filter(slug=slug).first()
        if project:
            return project
        if Programme.objects.filter(slug=slug).exists():
            self.refuse(f"„{slug}” to program; osoby są w projektach. Podaj adres projektu.")
        self.refuse(f"Nie ma projektu o adresie „{slug}”.")

    def _definition(self, project, code):
        """The figure of this code or key; a code of the project's own list before one of another list."""
        lines = [*catalogue.offered(project.programme.indicator_list), *catalogue.BY_KEY.values()]
        key = next((line.key for line in lines if line.code and line.code == code.upper()), code)
        try:
            definition = indicator_of(project, key)[1]
        except Unknown:
            self.refuse(f"W projekcie „{project.slug}” nie ma wskaźnika „{code}”.")
        if not definition.counts_people:
            self.refuse(f"Wskaźnik „{code}” nie liczy osób, więc nie ma kogo wyjaśniać.")
        return definition

    def _nobody(self, person, project):
        if person is None:
            return "Osobę podaje się numerem uczestnictwa, na przykład --person U123."
        return f"W projekcie „{project.slug}” nie ma uczestnictwa {person}."
