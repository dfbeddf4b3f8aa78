"""What is done about those who left: calls are recorded, people are handed over to a colleague, matters are closed.

Each is one transaction, says who does it, and leaves a line in the log of access.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access

from .models import Call
from .vocabulary import CallChannel, CallResult


@transaction.atomic
def record_call(*, participation, by, made_on, channel, result, note="", next_on=None, call=None, submission=None):
    """Records an attempt to reach a person, or corrects this one, and gives it back."""
    row = call or Call(participation=participation, made_by=by)
    row.made_on, row.channel, row.result, row.note, row.next_on = made_on, channel, result, note, next_on
    if submission:
        row.submission = submission
    row.save()
    _log(by, participation, "kontakt")
    return row


@transaction.atomic
def withdraw_call(*, call, by):
    """Deletes a call recorded by mistake."""
    _log(by, call.participation, "usunięto kontakt")
    call.delete()


@transaction.atomic
def hand_over(*, project, by, participations, to, note=""):
    """Makes a colleague (None: nobody) the caretaker of these people, with a line in the log of each; gives back how many changed.

    ``to`` is of the project's team; whoever is in that colleague's care already stays as she is.
    """
    rows = project.participations.select_for_update(of=["self"]).filter(pk__in=participations.order_by().values("pk"))
    rows = list(rows.exclude(caretaker=to) if to else rows.filter(caretaker__isnull=False))
    told = _("przejmuje: %(name)s") % {"name": to} if to else _("bez opiekuna")
    _write_down(rows, by, CallResult.HANDED_OVER, f"{told}. {note}".strip(". ") if note else told)
    project.participations.filter(pk__in=[row.pk for row in rows]).update(caretaker=to)
    log_access(by, AccessLog.Act.EDIT, project=project, subject=f"zmiana opiekuna: {len(rows)}")
    return len(rows)


@transaction.atomic
def close_matters(*, project, by, participations, reason):
    """Closes the matter of these people with a reason: nobody waits for their proof any longer. Gives back how many."""
    rows = list(project.participations.filter(pk__in=participations.order_by().values("pk"), left_on__isnull=False))
    _write_down(rows, by, CallResult.CLOSED, reason)
    log_access(by, AccessLog.Act.EDIT, project=project, subject=f"zamknięcie sprawy: {len(rows)}")
    return len(rows)


def _write_down(rows, by, result, note):
    today = timezone.localdate()
    Call.objects.bulk_create(
        Call(
            participation=row,
            made_on=max(today, row.left_on or today),
            made_by=by,
            channel=CallChannel.TEAM,
            result=result,
            note=note[:300],
        )
        for row in rows
    )


def _log(by, participation, what):
    log_access(by, AccessLog.Act.EDIT, project=participation.project, subject=f"{participation.reference} {what}")
