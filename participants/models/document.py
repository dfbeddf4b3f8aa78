"""A file kept as proof: a scan, a certificate, a signed declaration."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from projects.constraints import check, one_of
from projects.models import CreatedOnce, Project

from ..vocabulary import DocumentKind
from .participation import Participation


def place_of(document, _name):
    """Where a file lies: by project and by the number of its form, never by a name that someone typed."""
    return f"documents/{document.project_id}/{document.submission}{document.SUFFIXES[document.content_type]}"


class Document(CreatedOnce):
    """One file of one project; one proof may serve several facts (``Outcome.documents``, ``Premise.documents``).

    The kind of content is what the bytes say, not what the name says. ``size`` is in bytes.
    """

    SUFFIXES = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="documents", verbose_name=_("projekt"))
    participation = models.ForeignKey(
        Participation,
        on_delete=models.CASCADE,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("uczestnik"),
    )
    kind = models.CharField(_("rodzaj dokumentu"), max_length=20, choices=DocumentKind, default=DocumentKind.OTHER)
    title = models.CharField(_("nazwa"), max_length=200)
    issued_on = models.DateField(_("data dokumentu"), null=True, blank=True)
    file = models.FileField(_("plik"), upload_to=place_of, max_length=200)
    content_type = models.CharField(max_length=20, editable=False)
    size = models.PositiveIntegerField(editable=False)
    sha256 = models.CharField(max_length=64, editable=False)
    uploaded_at = models.DateTimeField(_("dodano"), db_default=Now(), editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, editable=False, related_name="+"
    )

    class Meta:
        verbose_name = _("dokument")
        verbose_name_plural = _("dokumenty")
        ordering = ["-uploaded_at", "-pk"]
        constraints = [
            one_of(
                "document_kind_known", "kind", DocumentKind.values, _("Nie ma takiego rodzaju dokumentu na liście.")
            ),
            one_of(
                "document_content_known",
                "content_type",
                ["application/pdf", "image/jpeg", "image/png"],
                _("Plik musi być dokumentem PDF albo zdjęciem JPG lub PNG."),
            ),
            check("document_not_empty", Q(size__gt=0), _("Plik jest pusty.")),
            models.UniqueConstraint(
                fields=["participation", "sha256"],
                condition=Q(participation__isnull=False),
                name="document_once",
                violation_error_message=_("Ten plik już jest wśród dokumentów tej osoby."),
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("participants:document", args=[self.project.slug, self.pk])

    @property
    def reference(self):
        """What stands in logs: the numbers of the participation and of the document, never its title."""
        return f"U{self.participation_id} {self.number}" if self.participation_id else self.number

    @property
    def number(self):
        """By what a document is named on paper beside its person."""
        return f"D{self.pk}"

    @property
    def filename(self):
        """The name under which a reader keeps the file: its numbers and its kind, no names."""
        return f"{self.reference.replace(' ', '-')}-{self.kind.replace('_', '-')}{self.SUFFIXES[self.content_type]}"

    @property
    def suffix(self):
        """PDF, JPG or PNG: what the file is, for a reader."""
        return self.SUFFIXES[self.content_type][1:].upper()

    @property
    def is_picture(self):
        """Whether a page can show it as it is, beside what it proves; a PDF is opened by its reader."""
        return self.content_type.startswith("image/")
