"""The people of the page "Co, jeśli?": who is on it, in what order, and what each of them may be supposed to do."""

from dataclasses import dataclass
from datetime import timedelta

from django.core.paginator import Paginator
from django.db.models import Case, DateField, F, IntegerField, Q, Value, When
from django.utils.translation import gettext_lazy as _

from participants.models import Participation, Person
from participants.vocabulary import EFFECTIVENESS_WINDOW_DAYS, RESULT_WINDOW_DAYS, ExitReason

from .supposed import ANY_JOB, FULL_JOB, Supposed, Supposition
from .whatif import BLANK

PAGE = 15
EXIT_WORDS = [
    ("", _("bez zmian")),
    (ExitReason.COMPLETED.value, _("ukończy")),
    (ExitReason.TOOK_JOB.value, _("przerwie dla pracy")),
    (ExitReason.DROPPED_OUT.value, _("przerwie")),
]
JOB_WORDS = [
    ("", _("bez zmian")),
    (ANY_JOB, _("jakakolwiek praca")),
    (FULL_JOB, _("umowa, która spełnia efektywność")),
]
OPEN, GOING, REST = range(3)


@dataclass(frozen=True)
class Line:
    """One person of the page: what is supposed of her, and what that would move."""

    participation: Participation
    choice: Supposition
    supposed: Supposed | None
    effects: list
    on: object
    is_wrong: bool = False

    @property
    def pk(self):
        return self.participation.pk

    @property
    def has_left(self):
        return self.participation.left_on is not None

    @property
    def open_until(self):
        """The last day of the nearest window that is still open, or None."""
        left_on = self.participation.left_on
        days = (
            [left_on + timedelta(days=days) for days in (RESULT_WINDOW_DAYS, EFFECTIVENESS_WINDOW_DAYS)]
            if left_on
            else []
        )
        return next((day for day in days if left_on <= self.on <= day), None)

    @property
    def notes(self):
        return self.supposed.notes if self.supposed else []


def people_in_order(project, on, words=""):
    """Those with an open window first, the nearest on top; then those still in the project; then everybody else."""
    people = project.participations.select_related("person")
    if words:
        people = people.filter(person__in=Person.objects.matching(words).order_by().values("pk"))
    is_open = Q(left_on__lte=on, left_on__gte=on - timedelta(days=EFFECTIVENESS_WINDOW_DAYS))
    going = Q(entered_on__lte=on) & (Q(left_on__isnull=True) | Q(left_on__gt=on))
    rank = Case(When(is_open, then=OPEN), When(going, then=GOING), default=REST, output_field=IntegerField())
    soonest = Case(When(is_open, then=F("left_on")), default=Value(None), output_field=DateField())
    return people.annotate(rank=rank, soonest=soonest).order_by(
        "rank", F("soonest").asc(nulls_last=True), "person__last_name", "person__first_name", "pk"
    )


def page_of(people, number, total=None):
    """One page of the people; the total is counted only where it is not known."""
    paginator = Paginator(people, PAGE)
    if total is not None:
        paginator.count = total
    return paginator.get_page(number)


def lines_of(what_if, people):
    """The lines of these people."""
    return [_line(what_if, one) for one in people]


def chosen_lines(what_if):
    """Everybody of whom something is supposed, in the order of the address."""
    found = what_if.people
    return [_line(what_if, found[pk].was) for pk in what_if.choices.of if pk in found]


def _line(what_if, participation):
    one = what_if.people.get(participation.pk)
    effects = what_if.effects_of(one) if one else []
    choice = what_if.choices.of.get(participation.pk, BLANK)
    is_wrong = participation.pk in what_if.choices.wrong
    return Line(participation, choice, one, effects, what_if.on, is_wrong)
