"""Participants: who is helped."""

from django.apps import AppConfig
from django.db.models.signals import post_delete
from django.utils.translation import gettext_lazy as _


class ParticipantsConfig(AppConfig):
    name = "participants"
    verbose_name = _("Uczestnicy")

    def ready(self):
        """A document's file goes with its row, also where a person's whole participation is deleted."""
        from projects.stored_files import goes_with_its_row

        post_delete.connect(goes_with_its_row("file"), sender="participants.Document", weak=False)
