"""Deleting the data of candidates who were rejected or withdrew, once their day has passed. The fact of the application stays."""

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone

from participants.models import Document

from ..models import Candidate, ForgottenCandidate, ReceivedDocument


@transaction.atomic
def forget(*, candidates, on=None):
    """Deletes these candidates with everything of theirs, files included, if their day has passed; gives back how many.

    What stays says that there was an application and how it ended, under its number, and nothing of the person.
    """
    on = on or timezone.localdate()
    gone = list(candidates.to_be_forgotten(on).select_for_update(of=["self"]).order_by("pk"))
    ForgottenCandidate.objects.bulk_create(
        ForgottenCandidate(
            round_id=row.round_id,
            number=row.number,
            decision=row.decision,
            decided_on=row.decided_on,
            forgotten_on=on,
        )
        for row in gone
    )
    numbers = [row.pk for row in gone]
    _delete_scans(numbers)
    Candidate.objects.filter(pk__in=numbers).delete()
    return len(gone)


def _delete_scans(candidates):
    """The scans that only these candidates had: one that proves something of a participant, or of another candidate, stays.

    The file goes with its row (projects/stored_files.py).
    """
    others = ReceivedDocument.objects.filter(document=OuterRef("pk")).exclude(candidate__in=candidates)
    scans = Document.objects.filter(received__candidate__in=candidates, participation__isnull=True)
    for scan in scans.exclude(Exists(others)).distinct().order_by("pk"):
        scan.delete()
