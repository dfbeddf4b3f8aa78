"""Social and employment effectiveness (2014–2020, PI 9i): who is measured, who succeeded, and the threshold of the agreement.

Rules: domain notes section 5. Employment asks those who got vocational support and ended by the path or for a job; who has no job
yet enters only after the 90th day. Social effectiveness asks those who got social support and completed the path.
"""

from dataclasses import dataclass

from django.db.models import Q

from participants.vocabulary import (
    EFFECTIVENESS_WINDOW_DAYS,
    EXITS_FOR_EFFECTIVENESS,
    Answer,
    ExitReason,
)

from .definitions import DAY, Day, percent_of
from .models import EffectivenessThreshold

Measure, Group = EffectivenessThreshold.Measure, EffectivenessThreshold.Group

WINDOW_PASSED = Q(left_on__lt=Day(moved=-EFFECTIVENESS_WINDOW_DAYS))
DENOMINATOR = {
    Measure.EMPLOYMENT: Q(
        is_complete=True,
        left_on__lte=DAY,
        exit_reason__in=EXITS_FOR_EFFECTIVENESS,
        vocational_support_on__lte=DAY,
    )
    & Q(has_project_business=False)
    & (Q(effective_job_on__lte=DAY) | WINDOW_PASSED),
    Measure.SOCIAL: Q(
        is_complete=True,
        left_on__lte=DAY,
        exit_reason=ExitReason.COMPLETED,
        social_support_on__lte=DAY,
    ),
}
SUCCESS = {
    Measure.EMPLOYMENT: Q(effective_job_on__lte=DAY),
    Measure.SOCIAL: Q(effective_progress_on__lte=DAY),
}
GROUP = {
    Group.DISABLED: Q(disability=Answer.YES),
    Group.OTHERS: ~Q(disability=Answer.YES),
    Group.ALL: Q(),
}


@dataclass(frozen=True)
class Effectiveness:
    """One measure for one group: succeeded of measured, the share in per cent (None for nobody), and whether the threshold is met."""

    threshold: EffectivenessThreshold
    numerator: int
    denominator: int

    @property
    def percent(self):
        return percent_of(self.numerator, self.denominator)

    @property
    def is_met(self):
        """Compared exactly, not after rounding; None while nobody is measured."""
        return self.numerator * 100 >= self.threshold.percent * self.denominator if self.denominator else None


def conditions(thresholds):
    """The named conditions, their days open, that ``queries.compute`` counts along with the indicators."""
    found = {}
    for threshold in thresholds:
        measured = DENOMINATOR[threshold.measure] & GROUP[threshold.group]
        found[_name("of", threshold)] = measured
        found[_name("reached", threshold)] = measured & SUCCESS[threshold.measure]
    return found


def read(thresholds, counted):
    """The measures from what ``queries.compute`` counted."""
    return [Effectiveness(t, counted[_name("reached", t)], counted[_name("of", t)]) for t in thresholds]


def _name(part, threshold):
    return f"{part}:{threshold.measure}:{threshold.group}"
