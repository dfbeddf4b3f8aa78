"""Taking an application, and noting what came with it."""

from django.db import transaction

from accounts.models import AccessLog, log_access

from ..models import Candidate, CandidatePremise
from ..numbers import next_number
from ..scans import delete_unneeded


@transaction.atomic
def register(*, candidate, by, premises):
    """Saves an application with its premises (a dictionary of kind and document) and gives it back; a new one gets its number."""
    if not candidate.number:
        candidate.number = next_number(candidate.project, candidate.applied_on.year)
    candidate.save()
    set_premises(candidate, premises)
    log_access(by, AccessLog.Act.EDIT, project=candidate.project, subject=candidate.reference)
    return candidate


def set_premises(candidate, premises):
    """Makes the premises of a candidate these."""
    candidate.premises.exclude(kind__in=premises).delete()
    rows = [CandidatePremise(candidate=candidate, kind=kind, document=text) for kind, text in premises.items()]
    CandidatePremise.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["candidate", "kind"], update_fields=["document"]
    )


def set_received(*, candidate, by, rows):
    """Makes what a candidate handed in these: a list of (item, received_on or None, note, Document or None).

    No day means that the document did not come. A scan given now replaces the earlier one; without a new one the earlier stays.
    A scan that is nobody's any more is deleted: nothing would ever forget it.
    """
    with transaction.atomic():
        candidate = Candidate.objects.select_for_update().get(pk=candidate.pk)
        before = set(candidate.received.order_by().values_list("document", flat=True))
        for item, received_on, note, document in rows:
            if received_on is None:
                candidate.received.filter(item=item).delete()
                continue
            scan = {"document": document} if document else {}
            candidate.received.update_or_create(item=item, defaults={"received_on": received_on, "note": note, **scan})
        delete_unneeded(before - {None})
        log_access(by, AccessLog.Act.EDIT, project=candidate.project, subject=candidate.reference)
