"""Activities: what is done."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ActivitiesConfig(AppConfig):
    name = "activities"
    verbose_name = _("Zajęcia")

    def ready(self):
        """What is done for people belongs to their history."""
        from .history import register_all

        register_all()
