"""Individual paths of the demo people: what was planned for them is what they took part in, and for some a form more."""

from collections import defaultdict
from datetime import timedelta
from decimal import Decimal

from activities.models import PlannedSupport
from activities.paths import hours_done
from activities.vocabulary import SupportKind
from participants.vocabulary import ExitReason

from .rows import enrolments_of, put, rewrite

HOURS = {  # where the form itself does not say
    SupportKind.COUNSELLING: Decimal(6),
    SupportKind.TRAINING: Decimal(110),
    SupportKind.INTERNSHIP: Decimal(480),
    SupportKind.ACTIVE_INTEGRATION: Decimal(36),
    SupportKind.JOB_BROKERAGE: Decimal(4),
}
ONE_IN = 17  # who finished although one planned form was never begun


def plan_paths(project, participations):
    """Saves a path for each of these participations; most of those who stayed to the end have done all of it.

    Hours are planned where hours were recorded, or where they are still to come. Whoever interrupted, or is still there, had a form more in the plan. Every second of those who finished without everything has
    the flag overruled with a reason.
    """
    done = hours_done(participations)
    taken, forms = _enrolments_of(project), list(project.forms_of_support.order_by("pk"))
    planned, overruled = [], []
    for n, one in enumerate(participations, 1):
        ended_well = one.exit_reason == ExitReason.COMPLETED
        wanted = [e.group.form_of_support for e in taken[one.pk] if e.is_finished or not ended_well]
        others = [form for form in forms if form not in wanted]
        if others and (not ended_well or n % ONE_IN == 0):
            wanted.append(others[n % len(others)])
            if ended_well and n % (2 * ONE_IN) == 0:
                one.by_path, one.by_path_note = True, "formę zastąpiono rozmową z psychologiem, aneks do ścieżki"
                overruled.append(one)
        planned += [_planned(one, form, order, done) for order, form in enumerate(dict.fromkeys(wanted), 1)]
    put(planned)
    rewrite(overruled, ["by_path", "by_path_note"])


def _enrolments_of(project):
    found = defaultdict(list)
    for row in enrolments_of(project):
        found[row.participation_id].append(row)
    return found


def _planned(participation, form, order, done):
    is_counted = (participation.pk, form.pk) in done or participation.exit_reason != ExitReason.COMPLETED
    return PlannedSupport(
        participation=participation,
        form_of_support=form,
        hours_planned=(form.hours_planned or HOURS.get(form.kind)) if is_counted else None,
        order=order * 10,
        agreed_on=participation.entered_on + timedelta(days=7) if order > 2 else participation.entered_on,
    )
