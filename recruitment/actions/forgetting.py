"""Deleting the data of candidates who were rejected or withdrew, once their day has passed. The fact of the application stays."""

from django.db import transaction
from django.utils import timezone

from ..models import Candidate, ForgottenCandidate, ReceivedDocument
from ..scans import delete_unneeded


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
    received = ReceivedDocument.objects.filter(candidate__in=numbers, document__isnull=False).order_by()
    scans = set(received.values_list("document", flat=True))
    Candidate.objects.filter(pk__in=numbers).delete()
    delete_unneeded(scans)
    return len(gone)
