"""Deletes the data of rejected and withdrawn candidates whose day has passed. Says how many; deletes only when told to."""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from projects.models import Project
from recruitment.actions.forgetting import forget
from recruitment.models import Candidate


class Command(BaseCommand):
    help = (
        "Pokazuje, ilu odrzuconych kandydatów i rezygnacji ma dane po terminie przechowywania. Z --delete usuwa te dane; "
        "zostają numery zgłoszeń z wynikiem. Warto uruchamiać raz na dobę."
    )

    def add_arguments(self, parser):
        parser.add_argument("--delete", action="store_true", help="usuń; bez tego polecenie tylko liczy")
        parser.add_argument("--project", metavar="SLUG", help="tylko ten projekt")

    def handle(self, *args, delete, project, **options):
        today, candidates = timezone.localdate(), Candidate.objects.all()
        if project:
            if not Project.objects.filter(slug=project).exists():
                raise CommandError(f"Nie ma projektu „{project}”.")
            candidates = candidates.filter(project__slug=project)
        due = candidates.to_be_forgotten(today)
        if delete:
            self.stdout.write(f"Usunięto dane kandydatów: {forget(candidates=due, on=today)}.")
        else:
            self.stdout.write(f"Po terminie: {due.count()}. Nic nie usunięto; usuwa --delete.")
