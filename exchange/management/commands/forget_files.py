"""``manage.py forget_files``: deletes what imports and comparisons copied out of files, after some months. Deletes only when told to."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from exchange.forgetting import Due
from projects.models import Project


class Command(BaseCommand):
    help = (
        "Pokazuje, ile wierszy plików instytucji przechowuje się dłużej niż trzeba: wiersze importów zapisanych, importy nigdy nie "
        "zapisane i uzgodnienia. Z --delete usuwa je; uczestnicy zostają, a importu bez wierszy nie można już cofnąć. Warto "
        "uruchamiać raz na dobę."
    )

    def add_arguments(self, parser):
        parser.add_argument("--delete", action="store_true", help="usuń; bez tego polecenie tylko liczy")
        parser.add_argument("--project", metavar="SLUG", help="tylko ten projekt")
        parser.add_argument(
            "--months",
            type=int,
            default=settings.FILES_KEPT_MONTHS,
            metavar="N",
            help="starsze niż tyle miesięcy; bez tego tyle, ile mówi ustawienie FILES_KEPT_MONTHS",
        )

    def handle(self, *args, delete, project, months, **options):
        if months < 1:
            raise CommandError("Liczba miesięcy musi być dodatnia.")
        projects = Project.objects.filter(slug=project) if project else None
        if project and not projects.exists():
            raise CommandError(f"Nie ma projektu „{project}”.")
        due = Due(months, projects)
        rows, runs, comparisons = due.forget() if delete else due.counts()
        told = f"wierszy importów {rows}, importów niezapisanych {runs}, uzgodnień {comparisons}."
        self.stdout.write(f"Usunięto: {told}" if delete else f"Po terminie: {told} Nic nie usunięto; usuwa --delete.")
