"""Projects: where the money is."""

from django.apps import AppConfig
from django.db.models.signals import post_delete
from django.utils.translation import gettext_lazy as _


class ProjectsConfig(AppConfig):
    name = "projects"
    verbose_name = _("Projekty")

    def ready(self):
        """A mark's picture goes with its row, in the admin too."""
        from .stored_files import goes_with_its_row

        post_delete.connect(goes_with_its_row("image"), sender="projects.Mark", weak=False)
