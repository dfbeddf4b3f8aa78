"""What was said to the authority: payment applications, the reports frozen with them, and what changed since."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SettlementsConfig(AppConfig):
    name = "settlements"
    verbose_name = _("wnioski o płatność")
