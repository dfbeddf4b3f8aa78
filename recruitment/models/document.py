"""The checklist of documents: what a project asks of its candidates, and what came when."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from participants.models import Document
from projects.models import Project

from .candidate import Candidate


class ChecklistItem(models.Model):
    """A document that a project asks of its candidates."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="checklist", verbose_name=_("projekt"))
    name = models.CharField(_("dokument"), max_length=200)
    is_required = models.BooleanField(_("wymagany"), default=True)
    position = models.PositiveSmallIntegerField(_("kolejność"), default=0)

    class Meta:
        verbose_name = _("wymagany dokument")
        verbose_name_plural = _("wymagane dokumenty")
        ordering = ["project", "position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "name"],
                name="checklist_item_once",
                violation_error_message=_("Ten dokument już jest na liście."),
            )
        ]

    def __str__(self):
        return self.name


class ReceivedDocument(models.Model):
    """A document of the checklist that a candidate handed in."""

    candidate = models.ForeignKey(
        Candidate, on_delete=models.CASCADE, related_name="received", verbose_name=_("kandydat")
    )
    item = models.ForeignKey(
        ChecklistItem, on_delete=models.PROTECT, related_name="received", verbose_name=_("dokument")
    )
    received_on = models.DateField(_("data wpływu"))
    note = models.CharField(_("uwagi"), max_length=200, blank=True)
    document = models.ForeignKey(
        Document,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="received",
        verbose_name=_("skan"),
    )

    class Meta:
        verbose_name = _("złożony dokument")
        verbose_name_plural = _("złożone dokumenty")
        ordering = ["candidate", "item__position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["candidate", "item"],
                name="received_document_once",
                violation_error_message=_("Ten dokument jest już odnotowany."),
            )
        ]

    def __str__(self):
        return str(self.item)
