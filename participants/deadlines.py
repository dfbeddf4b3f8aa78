"""Whose windows are running out: people who have left and have no proof of what somebody still waits for.

Two windows open on leaving. Four weeks for result indicators, for everybody: a proof counts until the 28th day, that day included.
Three months for effectiveness, where the project's agreement has thresholds, for those whom they measure. A window that closed
without a proof stays in sight until the proof comes or somebody closes the matter with a reason; for 28 days it stands among the
open ones, because a proof obtained in time may still be on its way.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import (
    BooleanField,
    Case,
    Count,
    DateField,
    ExpressionWrapper,
    F,
    IntegerField,
    Q,
    Value,
    When,
    Window,
)
from django.utils import timezone

from .effectiveness import Measure, lacking
from .models import Participation
from .vocabulary import EFFECTIVENESS_WINDOW_DAYS, RESULT_WINDOW_DAYS

PROOFS = ("qualified_on", "competent_on", "employed_on", "seeking_on", "studying_on", "progressed_on")
WINDOW = timedelta(days=RESULT_WINDOW_DAYS)
LONGER_WINDOW = timedelta(days=EFFECTIVENESS_WINDOW_DAYS)
NAMES = ("person__last_name", "person__first_name", "pk")


@dataclass(frozen=True)
class Deadline:
    """One person's nearest window as it stands on a day: how many days are left (below zero: how many ago it closed), until when.

    The participation comes from ``followed``, or at least knows ``due_on``.
    """

    participation: Participation
    on: date

    @property
    def until(self):
        return self.participation.due_on

    @property
    def days_left(self):
        return (self.until - self.on).days

    @property
    def is_late(self):
        return self.days_left < 0

    @property
    def days(self):
        """The figure to show: days left, or days past."""
        return abs(self.days_left)


def follow_up_day(project):
    """The day on which the radar of a project stands: today, and after the last window of the project has closed, that day."""
    return min(timezone.localdate(), project.ends_on + LONGER_WINDOW)


# --- the conditions


def proved_by(on):
    """The condition that some result has its proof by a day, the proof dated inside the window."""
    proved = Q()
    for column in PROOFS:
        proved |= Q(**{f"{column}__lte": on})
    return proved


def _unproved(on, *columns):
    unproved = Q()
    for column in columns:
        unproved &= Q(**{f"{column}__isnull": True}) | Q(**{f"{column}__gt": on})
    return unproved


def lacks_result(on):
    """The condition that no result has a proof by the day, whoever still waits for it."""
    return Q(left_on__lte=on) & _unproved(on, *PROOFS)


def lacks_job(on):
    """The condition that effectiveness asks about the person's work, and no job has a proof by the day."""
    return lacking(Measure.EMPLOYMENT, on)


def lacks_progress(on):
    """The condition that effectiveness asks about the person's social progress, and none has a proof by the day."""
    return lacking(Measure.SOCIAL, on)


# The newest attempt since leaving ended in a refusal or closed the matter (kept by the database from the calls).
MATTER_CLOSED = Q(matter_closed_on__gte=F("left_on"))
MATTER_OPEN = Q(matter_closed_on__isnull=True) | Q(matter_closed_on__lt=F("left_on"))


def awaiting_proof(on):
    """The condition that somebody still waits on a day: a window is open, or closed within the last 28 days, without a proof."""
    result = Q(left_on__gte=on - 2 * WINDOW) & lacks_result(on)
    effect = Q(left_on__gte=on - LONGER_WINDOW - WINDOW) & (lacks_job(on) | lacks_progress(on))
    return Q(left_on__lte=on) & MATTER_OPEN & (result | effect)


# --- the sets


def followed(participations, on, window=""):
    """Those who have left by the day, each with what is known of the follow-up.

    ``awaits_result``, ``awaits_job``, ``awaits_progress``: what has no proof yet. ``is_closed``: the matter was closed.
    ``due_on``: the last day of the window to look at first: that of the results until four weeks after it closed, then the longer
    one; ``window`` ("results" or "effectiveness") holds to one of them.
    """
    return participations.filter(left_on__lte=on).annotate(
        awaits_result=_true_where(lacks_result(on)),
        awaits_job=_true_where(lacks_job(on)),
        awaits_progress=_true_where(lacks_progress(on)),
        is_closed=_true_where(MATTER_CLOSED),
        due_on=due_on(on, window),
    )


AWAITED = {
    "": Q(awaits_result=True) | Q(awaits_job=True) | Q(awaits_progress=True),
    "results": Q(awaits_result=True),
    "effectiveness": Q(awaits_job=True) | Q(awaits_progress=True),
}


def waiting(participations, on, window=""):
    """The followed who lack a proof and whose matter is not closed, in no order."""
    return followed(participations, on, window).filter(AWAITED[window], is_closed=False)


def due_on(on, window=""):
    """The last day of the window to look at first, as an expression; see ``followed``."""
    results, effectiveness = _days_after_leaving(RESULT_WINDOW_DAYS), _days_after_leaving(EFFECTIVENESS_WINDOW_DAYS)
    if window:
        return results if window == "results" else effectiveness
    return Case(
        When(lacks_result(on) & Q(left_on__gte=on - 2 * WINDOW), then=results),
        When(lacks_job(on) | lacks_progress(on), then=effectiveness),
        default=results,
        output_field=DateField(),
    )


def in_order_of_work(participations, on):
    """Attempts that are due first, then windows by days left, those that closed lately among them, then those closed long ago.

    Each row says in ``rank`` where it stands: 0, 1 or 2.
    """
    lately = on - WINDOW
    ranked = participations.annotate(
        rank=Case(
            When(next_call_on__lte=on, then=0), When(due_on__gte=lately, then=1), default=2, output_field=IntegerField()
        )
    )
    soonest_first = Case(When(due_on__gte=lately, then=F("due_on")), output_field=DateField()).asc(nulls_last=True)
    return ranked.order_by("rank", soonest_first, "-due_on", *NAMES)


def deadlines(project, on):
    """The deadlines of a project on a day, the most overdue of the last four weeks first: a list of ``Deadline``. One query."""
    return [Deadline(participation, on) for participation in _awaited(project, on).select_related("person")]


def counts_for_tabs(project, on):
    """How many people the project has and for whom somebody waits on a day: a dictionary. One query."""
    return counted_of_one_project(
        project.participations.all(), participants=Count("pk"), deadlines=Count("pk", filter=awaiting_proof(on))
    )


def counted_of_one_project(participations, **counts):
    """What ``aggregate`` gives for participations of one project. One query.

    Django's ``aggregate`` compares every part of a condition with the whole, which takes a third of a second for conditions as deep
    as those of effectiveness; a count grouped by the project does not.
    """
    rows = participations.order_by().values("project_id").annotate(**counts).values_list(*counts)
    return dict(zip(counts, next(iter(rows), [0] * len(counts)), strict=True))


def soonest(project, on, number, marks=None):
    """The first so many deadlines, names and days alone, and how many there are in all. One query.

    ``marks`` are further conditions by name; each person says under that name whether it holds of her.
    """
    named = _awaited(project, on).select_related("person")
    named = named.only("left_on", "project", "person__last_name", "person__first_name")
    truths = {name: _true_where(condition) for name, condition in (marks or {}).items()}
    rows = list(named.annotate(in_all=Window(Count("pk")), **truths)[:number])
    return [Deadline(participation, on) for participation in rows], rows[0].in_all if rows else 0


def _awaited(project, on):
    return project.participations.filter(awaiting_proof(on)).annotate(due_on=due_on(on)).order_by("due_on", *NAMES)


def proved_in_open_window(participations, on):
    """Those whose four weeks are open on a day and who already have a proof: a further one still counts. In no order."""
    return followed(participations, on, "results").filter(proved_by(on), left_on__gte=on - WINDOW)


def _days_after_leaving(days):
    return ExpressionWrapper(F("left_on") + Value(days), output_field=DateField())


def _true_where(condition):
    return Case(When(condition, then=True), default=False, output_field=BooleanField())
