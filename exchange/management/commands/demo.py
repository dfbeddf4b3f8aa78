"""Demo data for a database that holds nothing else. The command stands at the end of the street, because the demo uses all of it."""

from django.apps import apps
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts.acting import acting
from accounts.models import ChangeLog, User
from exchange import demo as authority
from exchange.statements import gather_statistics
from indicators.demo.accounts import logins
from indicators.demo.loading import holds_real_data, load_missing
from projects.models import Project

FILLED = ("participants", "recruitment", "activities", "exchange")  # apps whose tables the demo fills by the thousand


def filled():
    """The tables that pages read many rows of; views have no statistics."""
    return [model for app in FILLED for model in apps.get_app_config(app).get_models() if model._meta.managed]


class Command(BaseCommand):
    requires_system_checks = ()  # script/server asks for the logins at every start: no time to read every URL
    help = "Wczytuje dane przykładowe: projekty, zmyślone osoby i po jednym koncie na rolę."

    def add_arguments(self, parser):
        parser.add_argument(
            "--if-empty", action="store_true", help="nie rób nic, gdy w bazie jest użytkownik lub projekt"
        )
        parser.add_argument(
            "--public-logins",
            action="store_true",
            help="wczytaj także pod adresem publicznym, choć hasła kont przykładowych zna każdy",
        )
        parser.add_argument("--logins", action="store_true", help="pokaż tylko konta przykładowe, jeśli są")

    def handle(self, *, if_empty, logins, public_logins, **options):
        if logins:
            return self.show_logins()
        if if_empty and (User.objects.exists() or Project.objects.exists()):
            return
        if settings.IS_PUBLIC and not public_logins:
            raise CommandError(
                "Pod adresem publicznym dane przykładowe otwierają program każdemu, bo hasła ich kont są jawne. "
                "Jeśli tak ma być, dodaj --public-logins."
            )
        self.load()
        if not if_empty:
            self.show_logins()

    @acting(how=ChangeLog.How.DEMO, source="")
    @transaction.atomic
    def load(self):
        """Loads what is missing, or refuses; all or nothing."""
        if holds_real_data():
            raise CommandError(
                "W bazie są dane, które nie są przykładowe, więc polecenie demo niczego w niej nie zmienia."
            )
        gather_statistics(filled())  # so that no plan made for other tables than these is used
        added = load_missing(authority)
        for thing in added:
            self.stdout.write(f"Wczytano {thing}")
        if added:
            gather_statistics(filled())
        else:
            self.stdout.write("Dane przykładowe już są w bazie; nic się nie zmieniło.")

    def show_logins(self):
        """A table of role, e-mail and password; nothing when there are no demo accounts."""
        for role, email, password in logins():
            self.stdout.write(f"  {role:<20} {email:<34} {password}")
