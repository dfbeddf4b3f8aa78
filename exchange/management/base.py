"""What the two commands of the authority's files have in common: which project, and one sentence when it cannot be."""

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from projects.models import Project

REFUSED = 2


class ExchangeCommand(BaseCommand):
    """A command that asks for SLUG and FILE. What is wrong is one Polish sentence on stderr, with exit status 2."""

    def add_arguments(self, parser):
        parser.add_argument("slug", metavar="SLUG", help="adres projektu, na przykład aktywizacja-efs-plus")
        parser.add_argument("file", metavar="PLIK")

    def project(self, slug):
        """The project of this address."""
        project = Project.objects.select_related("programme").filter(slug=slug).first()
        if project is None:
            self.refuse(
                _("Nie ma projektu o adresie „%(slug)s”. Adres widać w przeglądarce po /projekty/.") % {"slug": slug}
            )
        return project

    def refuse(self, sentence):
        """Ends the command with this sentence."""
        raise CommandError(str(sentence), returncode=REFUSED)
