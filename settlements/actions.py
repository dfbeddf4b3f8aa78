"""What happens to an application: it is submitted, comes back with remarks, is corrected, is accepted. Each act is one transaction."""

from django.db import transaction
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access

from .freezing import freeze
from .models import ApplicationStep, PaymentApplication, State


class ImpossibleStep(Exception):
    """The application cannot become this now. ``sentence`` says so in Polish."""

    def __init__(self, sentence):
        self.sentence = sentence
        super().__init__("this step cannot follow")


@transaction.atomic
def submit(*, application, by, at=None):
    """Freezes the report of the application and sends it: a draft becomes submitted, a returned one corrected.

    ``at`` is the moment of submitting, now where it is not given. Gives back the frozen report. Raises ImpossibleStep when the
    authority has the application already, and Disagreement while the data never stand still.
    """
    application = _locked(application)
    state = State.CORRECTED if application.state == State.RETURNED else State.SUBMITTED
    _refuse_unless_possible(application, state)
    report = freeze(application=application, by=by, at=at or timezone.now())
    _step(application, state, by, at, report=report)
    log_access(by, AccessLog.Act.EXPORT, project=application.project, subject=f"wniosek {application.pk} złożony")
    return report


@transaction.atomic
def give_back(*, application, by, remarks, at=None):
    """The authority returned the application with these remarks. Raises ImpossibleStep."""
    application = _locked(application)
    _refuse_unless_possible(application, State.RETURNED)
    return _step(application, State.RETURNED, by, at, remarks=remarks)


@transaction.atomic
def accept(*, application, by, remarks="", at=None):
    """The authority accepted the application; after this nothing more happens to it. Raises ImpossibleStep."""
    application = _locked(application)
    _refuse_unless_possible(application, State.ACCEPTED)
    return _step(application, State.ACCEPTED, by, at, remarks=remarks)


@transaction.atomic
def remove(*, application):
    """Takes out a draft. Gives back whether it was one still: what was ever submitted stays."""
    application = _locked(application)
    is_draft = application.state == State.DRAFT
    if is_draft:
        application.delete()
    return is_draft


def _locked(application):
    """The application as it is now, for us alone: two people who submit at once submit once. Http404 where it was deleted meanwhile."""
    rows = PaymentApplication.objects.select_for_update(of=("self",)).select_related("project__programme")
    return get_object_or_404(rows, pk=application.pk)


def _refuse_unless_possible(application, state):
    if not application.can_become(state):
        told = {"now": application.get_state_display(), "wanted": State(state).label}
        raise ImpossibleStep(_("Wniosek jest teraz %(now)s, więc nie może być %(wanted)s. Nic nie zmieniono.") % told)


def _step(application, state, by, at, remarks="", report=None):
    return ApplicationStep.objects.create(
        application=application, state=state, by=by, at=at or timezone.now(), remarks=remarks, report=report
    )
