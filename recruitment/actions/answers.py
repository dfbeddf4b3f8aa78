"""What the commission answers where no field of the form does."""

from django.db import transaction

from accounts.models import AccessLog, log_access

from ..models import CommissionAnswer


@transaction.atomic
def set_answers(*, round, by, answers):
    """Makes these the commission's answers: (candidate, criterion) → True, False, points, or None for no answer. Gives back how
    many changed."""
    on_record = {
        (answer.candidate_id, answer.criterion_id): answer
        for answer in CommissionAnswer.objects.filter(
            candidate__round=round, candidate__in={pk for pk, _criterion in answers}
        ).order_by("pk")
    }
    changed = {key: given for key, given in answers.items() if _differs(given, _value(on_record.get(key)))}
    gone = [on_record[key].pk for key in changed if key in on_record]
    CommissionAnswer.objects.filter(pk__in=gone).delete()
    CommissionAnswer.objects.bulk_create(
        CommissionAnswer(candidate_id=candidate, criterion_id=criterion, **_columns(given))
        for (candidate, criterion), given in changed.items()
        if given is not None
    )
    log_access(by, AccessLog.Act.EDIT, project=round.project, subject=f"odpowiedzi komisji, nabór {round.pk}")
    return len(changed)


def _columns(given):
    return {"is_met": given} if isinstance(given, bool) else {"points": given}


def _value(answer):
    if answer is None:
        return None
    return answer.points if answer.is_met is None else answer.is_met


def _differs(given, known):
    """True is not one point: the kind of the answer counts as well."""
    return type(given) is not type(known) or given != known
