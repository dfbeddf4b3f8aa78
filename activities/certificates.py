"""Certificates of completion: who may get one, how numbers are given, what the paper says about qualifications."""

from collections import defaultdict
from decimal import Decimal

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from accounts.models import AccessLog, log_access
from participants.models import Outcome
from participants.vocabulary import OutcomeKind
from projects.models import Project

from .models import Certificate, Enrolment
from .paths import hours_done
from .queries import members_of


def finished_in(group):
    """The enrolments of a group that ended well, in Polish order, with their certificates where these were issued."""
    finished = members_of(group).filter(is_finished=True)
    return finished.select_related("participation__person", "participation__project", "certificate")


@transaction.atomic
def issue(*, group, by, enrolments):
    """Gives the next numbers of the project to finished people who have no certificate; returns the new certificates.

    The order of numbers is the order of names. Somebody who has a certificate keeps its number.
    """
    project = Project.objects.select_for_update(of=["self"], no_key=True).get(pk=group.form_of_support.project_id)
    chosen = [enrolment.pk for enrolment in enrolments]
    waiting = [row for row in finished_in(group).filter(pk__in=chosen) if not hasattr(row, "certificate")]
    last = project.certificates.aggregate(last=Max("ordinal"))["last"] or 0
    hours = hours_done([enrolment.participation for enrolment in waiting])
    made = Certificate.objects.bulk_create(
        Certificate(
            project=project,
            enrolment=enrolment,
            ordinal=last + n,
            issued_on=timezone.localdate(),
            starts_on=enrolment.started_on,
            ends_on=enrolment.ended_on,
            hours=hours.get((enrolment.participation_id, group.form_of_support_id), Decimal(0)),
        )
        for n, enrolment in enumerate(waiting, start=1)
    )
    log_access(by, AccessLog.Act.EDIT, project=project, subject=f"zaświadczenia, grupa {group.pk}")
    return made


def issued_in(enrolments):
    """The certificates of these enrolments that can be printed: support is still finished. In the order of their numbers."""
    whole = "enrolment__participation__person", "enrolment__group__form_of_support__project__programme"
    return Certificate.objects.filter(enrolment__in=enrolments, enrolment__is_finished=True).select_related(*whole)


def validations_of(certificates):
    """The validated qualification that goes with each certificate, by its key: obtained since the support began.

    Without one the paper says that it confirms no qualification.
    """
    people = [certificate.enrolment.participation_id for certificate in certificates]
    found = defaultdict(list)
    validated = Outcome.objects.filter(
        participation__in=people, kind=OutcomeKind.QUALIFICATION, is_validated=True, obtained_on__isnull=False
    )
    for outcome in validated.order_by("obtained_on", "pk"):
        found[outcome.participation_id].append(outcome)
    return {
        certificate.pk: next(
            (
                outcome
                for outcome in found[certificate.enrolment.participation_id]
                if outcome.obtained_on >= certificate.starts_on
            ),
            None,
        )
        for certificate in certificates
    }


def certificates_of(participation):
    """The certificates of a person by the key of the enrolment."""
    rows = Certificate.objects.filter(enrolment__participation=participation, enrolment__is_finished=True)
    return {certificate.enrolment_id: certificate for certificate in rows.order_by("ordinal")}


def enrolment_of(project, pk):
    """An enrolment of the project as a queryset of one, for a certificate of its own."""
    return Enrolment.objects.filter(pk=pk, participation__project=project)
