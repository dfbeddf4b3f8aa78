"""Indicators: what came of it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IndicatorsConfig(AppConfig):
    name = "indicators"
    verbose_name = _("Wskaźniki")

    def ready(self):
        from . import checks  # noqa: F401 registers the check of the words
        from .remembered import register_all

        register_all()
