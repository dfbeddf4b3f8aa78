"""Words of a person's way through the project: complete data, entry, leaving."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participants.vocabulary import EXITS_FOR_EFFECTIVENESS, ExitReason

from ..definitions import DAY, Stage, Word
from .facts import data, leaving, shown

complete = Word(
    "complete",
    _("ma komplet danych wymaganych przez instytucję"),
    Q(is_complete=True),
    Stage.DATA,
    _("Dane"),
    data,
)
entered = Word(
    "entered",
    _("rozpoczęła udział nie później niż {day}"),
    Q(entered_on__lte=DAY),
    Stage.ENTRY,
    _("Przystąpienie"),
    shown("entered_on"),
)
left = Word(
    "left",
    _("zakończyła udział nie później niż {day} – także przed czasem"),
    Q(left_on__lte=DAY),
    Stage.EXIT,
    _("Zakończenie"),
    leaving,
)
finished = Word(
    "finished",
    _("zakończyła udział zgodnie ze ścieżką nie później niż {day}"),
    Q(left_on__lte=DAY, exit_reason=ExitReason.COMPLETED),
    Stage.EXIT,
    _("Zakończenie"),
    leaving,
)
ended_for_effectiveness = Word(
    "ended_for_effectiveness",
    _("zakończyła udział zgodnie ze ścieżką albo przerwała go tylko z powodu podjęcia pracy"),
    Q(left_on__lte=DAY, exit_reason__in=EXITS_FOR_EFFECTIVENESS),
    Stage.EXIT,
    _("Zakończenie"),
    leaving,
)
