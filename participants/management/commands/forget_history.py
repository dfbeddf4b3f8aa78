"""``manage.py forget_history``: empties what the history holds of people whose project is long over. Only when told to."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from participants.history.forgetting import blank, entries_of, holding_values, over
from projects.models import Project


class Command(BaseCommand):
    help = (
        "Pokazuje, ile wpisów historii zmian ma wartości po okresie przechowywania projektu. Z --delete usuwa te wartości; zostaje, kto, "
        "kiedy i co zmienił. Warto uruchamiać raz na rok."
    )

    def add_arguments(self, parser):
        parser.add_argument("--delete", action="store_true", help="usuń; bez tego polecenie tylko liczy")
        parser.add_argument("--project", metavar="SLUG", help="tylko ten projekt")
        parser.add_argument(
            "--years",
            type=int,
            default=settings.HISTORY_KEPT_YEARS,
            metavar="N",
            help="projekty, od których końca minęło więcej pełnych lat; bez tego tyle, ile mówi ustawienie HISTORY_KEPT_YEARS",
        )

    def handle(self, *args, delete, project, years, **options):
        if years < 1:
            raise CommandError("Liczba lat musi być dodatnia.")
        projects = over(years, timezone.localdate())
        if project:
            if not Project.objects.filter(slug=project).exists():
                raise CommandError(f"Nie ma projektu „{project}”.")
            projects = projects.filter(slug=project)
        found = entries_of(projects)
        if delete:
            self.stdout.write(f"Usunięto wartości wpisów: {blank(found)}.")
        else:
            self.stdout.write(f"Po terminie: {holding_values(found).count()}. Nic nie usunięto; usuwa --delete.")
