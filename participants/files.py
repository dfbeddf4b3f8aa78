"""Keeping the files that people bring: stored once, linked to what they prove, gone with their row."""

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction

from accounts.models import AccessLog, log_access
from projects.stored_files import stays_only_if_committed

from .models import Document
from .scans import Scan, examined
from .vocabulary import DocumentKind


@transaction.atomic
def store(*, project, by, upload, kind, title="", participation=None, issued_on=None, submission=None):
    """Keeps a file and gives back its ``Document``; ``upload`` is what a form received, or a ``Scan`` examined already.

    The same file of the same person (or of the project, without a person), and the same ``submission`` a second time, is found
    and not kept again: then ``was_there`` is True and nothing about the document changes. Without a title the document is called
    after its kind. Raises ``scans.Refused`` (a ValidationError with a Polish sentence) for a file that is not kept.
    """
    scan = upload if isinstance(upload, Scan) else examined(upload)
    found = _on_record(project, participation, scan, submission)
    if not found:
        row = Document(
            project=project,
            participation=participation,
            kind=kind,
            title=title or DocumentKind(kind).label,
            issued_on=issued_on,
            content_type=scan.content_type,
            size=len(scan.content),
            sha256=scan.sha256,
            uploaded_by=by,
        )
        if submission:
            row.submission = submission
        try:
            _write(row, scan)
        except IntegrityError:  # somebody stored the same file in this very moment
            found = _on_record(project, participation, scan, submission)
            if not found:
                raise
    document = found or row
    document.was_there = bool(found)
    if not found:
        log_access(by, AccessLog.Act.EDIT, project=project, subject=f"{document.reference} dodano plik")
    return document


@transaction.atomic
def _write(row, scan):
    """The file first, then its row; a row that is refused takes the file away."""
    row.file.save("", ContentFile(scan.content), save=False)
    stays_only_if_committed(row.file)
    row.save()


def _on_record(project, participation, scan, submission):
    same = project.documents.filter(submission=submission) if submission else Document.objects.none()
    return same.first() or project.documents.filter(participation=participation, sha256=scan.sha256).first()
