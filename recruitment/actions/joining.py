"""From candidate to participant: one step, nothing typed twice."""

from django.db import transaction

from accounts.models import AccessLog, log_access
from participants.actions import CONTACT, IDENTITY, NAMES, RESIDENCE, enrol
from participants.known import bears_name, recognise
from participants.models import Document, EntryFacts, Participation

from ..models import Candidate
from ..vocabulary import Decision

FACTS = (*[field.name for field in EntryFacts._meta.get_fields()], *RESIDENCE, "target_group", "is_surroundings")


class NotQualified(Exception):
    """Only somebody whom the commission qualified becomes a participant."""


class OtherName(Exception):
    """Under this PESEL somebody of another name is on record, in a project that the user may not see (docs/decisions/known-pesel.md).
    Says whom by nothing."""


@transaction.atomic
def join(*, candidate, by):
    """Makes a qualified candidate a participant and gives back the participation. Someone who has joined stays as she is.

    Identity, contact, address, status and premises go over as they stand in the application; the start of participation does not,
    because the first support makes it. Scans go along. Somebody who is in the project already is only linked with her application.
    Raises NotQualified, and OtherName as the entry form would: a number alone opens nobody's data.
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
    _refuse_other_name(row, by)
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
    """Makes every qualified candidate of a round a participant; gives back how many came over, and the numbers of the applications
    that stay because of another name (``OtherName``)."""
    waiting = list(round.candidates.taking_places().filter(participation=None).order_by("is_surroundings", "pk"))
    refused = []
    with transaction.atomic():
        for candidate in waiting:
            try:
                join(candidate=candidate, by=by)
            except OtherName:
                refused.append(candidate.number)
    return len(waiting) - len(refused), refused


def _refuse_other_name(row, by):
    known = recognise(row.pesel, project=row.project, user=by)
    if (
        known
        and not known.may_be_shown
        and not bears_name(known.person, **{name: getattr(row, name) for name in NAMES})
    ):
        raise OtherName


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
