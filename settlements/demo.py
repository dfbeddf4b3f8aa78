"""The payment applications of the demo projects: submitted, answered by the authority, and frozen as any other."""

from datetime import datetime, time

from django.utils import timezone

from . import actions
from .models import PaymentApplication, State

SUBMITTED_AT, ANSWERED_AT = time(14, 20), time(9, 5)


def settle(*, project, by, applications):
    """Makes these applications of the project and takes each as far as it went.

    One is a dictionary: ``number``, ``since``, ``until``, and if it went so far ``submitted_on``, ``answered_on`` and ``remarks``,
    with which it came back; answered without remarks it was accepted.
    """
    for told in applications:
        fields = {name: told[name] for name in ("number", "since", "until")}
        is_final = told.get("is_final", False)
        made = {"created_by": by, "created_at": _moment(told["since"], ANSWERED_AT)}
        application = PaymentApplication.objects.create(project=project, is_final=is_final, **made, **fields)
        if "submitted_on" in told:
            actions.submit(application=application, by=by, at=_moment(told["submitted_on"], SUBMITTED_AT))
        if "answered_on" in told:
            _answer(application, by, _moment(told["answered_on"], ANSWERED_AT), told.get("remarks", ""))


def _answer(application, by, at, remarks):
    act = actions.give_back if remarks else actions.accept
    step = act(application=application, by=by, remarks=remarks, at=at)
    application.state = State(step.state)


def _moment(day, at):
    return timezone.make_aware(datetime.combine(day, at))
