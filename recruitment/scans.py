"""Scans of applications: documents of the project that are no participant's yet, and go once no application needs them."""

from participants.models import Document


def delete_unneeded(documents):
    """Deletes those of these documents (keys) that no candidate handed in any more and no participant has.

    The file goes with its row (projects/stored_files.py).
    """
    for scan in Document.objects.filter(pk__in=documents, participation=None, received=None).order_by("pk"):
        scan.delete()
