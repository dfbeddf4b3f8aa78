"""Texts of a project's papers: declaration, data-protection clause, consent, contract, letters. Supplied, then the project's own."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from .project import Project


class Paper(models.TextChoices):
    """What is printed from a text."""

    DECLARATION = "declaration", _("deklaracja uczestnictwa")
    CLAUSE = "clause", _("klauzula informacyjna (RODO)")
    IMAGE_CONSENT = "image_consent", _("zgoda na wykorzystanie wizerunku")
    CONTRACT = "contract", _("umowa uczestnictwa")
    LETTER = "letter", _("list z prośbą o dokument")
    EMAIL = "email", _("e-mail z prośbą o dokument")


class ProjectText(models.Model):
    """The project's own wording of a paper; a paper without a row has the supplied one. ``{nazwy}`` in braces are filled in."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="texts", verbose_name=_("projekt"))
    paper = models.CharField(_("dokument"), max_length=20, choices=Paper)
    title = models.CharField(_("tytuł"), max_length=200)
    body = models.TextField(_("treść"))
    changed_at = models.DateTimeField(_("zmieniono"), db_default=Now(), editable=False)

    class Meta:
        verbose_name = _("tekst dokumentu")
        verbose_name_plural = _("teksty dokumentów")
        ordering = ["project", "paper"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "paper"],
                name="project_text_once",
                violation_error_message=_("Projekt ma już tekst tego dokumentu."),
            ),
        ]

    def __str__(self):
        return self.title
