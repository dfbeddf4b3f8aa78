"""From candidate to participant: one step, nothing typed twice."""

from django.db import transaction

from accounts.models import AccessLog, log_access
from participants.actions import CONTACT, IDENTITY, RESIDENCE, enrol
from participants.models import Document, EntryFacts, Participation

from ..models import Candidate
from ..vocabulary import Decision

FACTS = (*[field.name for field in EntryFacts._meta.get_fields()], *RESIDENCE, "target_group", "is_surroundings")


class NotQualified(Exception):
    """Only somebody whom the commission qualified becomes a participant."""


@transaction.atomic
def join(*, candidate, by):
    """Makes a qualified candidate a participant and gives back the participation. Someone who has joined stays as she is.

    Identity, contact, address, status and premises go over as they stand in the application; the start of participation does not,
    because the first support makes it. Scans go along. Somebody who is in the project already is only linked with her application.
    """
    row = (
        Candidate.objects.select_for_update(of=["self"])
        .select_related("project", "main_candidate")
        .get(pk=candidate.pk)
    )
    if row.has_joined:
        return row.participation
    if row.decision != Decision.QUALIFIED:
        raise NotQualified
    row.participation = _present(row) or enrol(
        project=row.project,
        by=by,
        person={name: getattr(row, name) for name in (*IDENTITY, *CONTACT)},
        facts=_facts(row),
        premises={premise.kind: premise.document for premise in row.premises.all()},
    )
    row.save(update_fields=["participation", "updated_at"])
    Document.objects.filter(received__candidate=row, participation=None).update(participation=row.participation)
    log_access(by, AccessLog.Act.EDIT, project=row.project, subject=f"{row.reference} → {row.participation.reference}")
    return row.participation


def join_all(*, round, by):
    """Makes every qualified candidate of a round a participant; gives back how many came over."""
    waiting = list(round.candidates.taking_places().filter(participation=None).order_by("is_surroundings", "pk"))
    with transaction.atomic():
        for candidate in waiting:
            join(candidate=candidate, by=by)
    return len(waiting)


def _present(row):
    """The participation of the person with this PESEL in this project, or None."""
    if not row.pesel:
        return None
    return Participation.objects.filter(project=row.project, person__pesel=row.pesel).first()


def _facts(row):
    facts = {name: getattr(row, name) for name in FACTS}
    facts["citizenship"] = row.citizenship
    if row.main_candidate:
        facts["main_participation"] = row.main_candidate.participation
    return facts
