"""The attendance of a group as it is read: the rate of a person, and the grid in which one session is marked."""

from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property

from django.db.models import Count, Q, Sum
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.templatetags.polish import day as written

from .models import Attendance, Enrolment, Session
from .queries import members_of
from .vocabulary import AttendanceStatus

PAST_SHOWN = 5
PRESENT, ABSENT, EXCUSED = AttendanceStatus.PRESENT, AttendanceStatus.ABSENT, AttendanceStatus.EXCUSED


@dataclass(frozen=True)
class Rate:
    """How somebody attended: marked sessions by their mark, hours of presence, the project's threshold in per cent."""

    present: int = 0
    absent: int = 0
    excused: int = 0
    hours: Decimal = Decimal(0)
    threshold: int = 80

    def plus(self, status, hours):
        """The rate with one more session marked so; without a mark it stays."""
        if not status:
            return self
        gained = hours if status == PRESENT else 0
        return replace(self, **{status: getattr(self, status) + 1}, hours=self.hours + gained)

    @property
    def marked(self):
        """How many sessions have a mark; the others do not count yet."""
        return self.present + self.absent + self.excused

    @property
    def percent(self):
        """Sessions attended of those marked, in whole per cent; None before the first mark.

        Rounding never lifts a rate to the threshold that it does not reach: 79,6 is shown as 79.
        """
        if not self.marked:
            return None
        rounded = (200 * self.present + self.marked) // (2 * self.marked)
        reaches = 100 * self.present >= self.threshold * self.marked
        return rounded if reaches else min(rounded, self.threshold - 1)

    @property
    def is_below(self):
        """Whether unexcused absence alone takes more than the threshold leaves: over 20 % where 80 % are required."""
        return 100 * self.absent > (100 - self.threshold) * self.marked

    @property
    def remark(self):
        """The words beside the bar: below the threshold, or how many excused absences explain a low rate."""
        if self.is_below:
            return _("poniżej progu")
        if self.excused and self.percent < self.threshold:
            return _("%(n)s uspr.") % {"n": self.excused}
        return ""


def rates_of(enrolments, threshold, sessions=None):
    """The rate of every enrolment as a dictionary by its key, one statement; ``sessions`` limits which count."""
    marks = Attendance.objects.filter(enrolment__in=enrolments).order_by()
    if sessions is not None:
        marks = marks.filter(session__in=sessions)
    rows = marks.values("enrolment").annotate(
        present=Count("pk", filter=Q(status=PRESENT)),
        absent=Count("pk", filter=Q(status=ABSENT)),
        excused=Count("pk", filter=Q(status=EXCUSED)),
        hours=Sum("session__hours", filter=Q(status=PRESENT), default=Decimal(0)),
    )
    found = {row.pop("enrolment"): Rate(**row, threshold=threshold) for row in rows}
    return {enrolment.pk: found.get(enrolment.pk, Rate(threshold=threshold)) for enrolment in enrolments}


@dataclass(frozen=True)
class Choice:
    """One of the answers about a person: what it is called, and the rate that it would make."""

    value: str
    label: str
    word: str
    css: str
    rate: Rate
    is_chosen: bool


ANSWERS = [
    (PRESENT, gettext_lazy("jest"), gettext_lazy("obecność"), "a"),
    (ABSENT, gettext_lazy("brak"), gettext_lazy("nieobecność"), "b"),
    (EXCUSED, gettext_lazy("uspr."), gettext_lazy("nieobecność usprawiedliwiona"), "c"),
]
NO_ANSWER = ("", gettext_lazy("–"), gettext_lazy("nieoznaczona"), "n")


@dataclass
class Row:
    """One person in the grid: past marks, the mark that is saved, the one that is chosen, how the others would count."""

    enrolment: Enrolment
    past: list
    before: Rate
    session: Session
    saved: str = ""
    chosen: str = ""

    @property
    def name(self):
        return self.enrolment.participation.person.name

    @cached_property
    def rate(self):
        """The rate with the mark that is chosen."""
        return self.before.plus(self.chosen, self.session.hours)

    @cached_property
    def is_waiting(self):
        """Whether the person could have been there, on a day that has come, and has no mark."""
        return not self.chosen and not self.absence_reason and self.session.held_on <= timezone.localdate()

    @cached_property
    def absence_reason(self):
        """Why an unmarked person is not waited for: she was not in the project yet, or any more."""
        day, participation = self.session.held_on, self.enrolment.participation
        if participation.entered_on and day < participation.entered_on:
            return _("w projekcie od %(day)s") % {"day": written(participation.entered_on)}
        if participation.left_on and day > participation.left_on:
            return _("w projekcie do %(day)s") % {"day": written(participation.left_on)}
        return ""

    @property
    def choices(self):
        """The three answers in the order of the keys 1, 2, 3."""
        return [self._choice(*answer) for answer in ANSWERS]

    @property
    def no_choice(self):
        """The answer that takes a mark away."""
        return replace(self._choice(*NO_ANSWER), is_chosen=bool(self.saved) and not self.chosen)

    def _choice(self, value, label, word, css):
        rate = self.before.plus(value, self.session.hours)
        return Choice(str(value), label, word, css, rate, is_chosen=self.chosen == value)


@dataclass
class Grid:
    """Everything the page of one session shows. ``chosen`` are marks typed and not saved, by key of the enrolment."""

    session: Session
    threshold: int
    chosen: dict = field(default_factory=dict)

    @cached_property
    def sequence(self):
        """The sessions of this group (of this person, when the session is individual) in the order of their days."""
        held = Session.objects.filter(group=self.session.group_id, enrolment=self.session.enrolment_id)
        return list(held.order_by("held_on", "starts_at", "pk").only("pk", "group", "held_on"))

    @cached_property
    def place(self):
        """Where in the sequence this session stands, from 0."""
        return self.sequence.index(self.session)

    @property
    def number(self):
        return self.place + 1

    @property
    def previous(self):
        return self.sequence[self.place - 1] if self.place else None

    @property
    def following(self):
        return self.sequence[self.place + 1] if self.number < len(self.sequence) else None

    @property
    def past(self):
        """The sessions shown as columns before this one."""
        return self.sequence[max(0, self.place - PAST_SHOWN) : self.place]

    @property
    def is_today(self):
        return self.session.held_on == timezone.localdate()

    @property
    def is_future(self):
        return self.session.held_on > timezone.localdate()

    @cached_property
    def rows(self):
        """The people to mark, in Polish order: those in the group on that day, and whoever has a mark already."""
        enrolments = list(members_to_mark(self.session))
        before = rates_of(enrolments, self.threshold, sessions=[held.pk for held in self.sequence[: self.place]])
        marks = self._marks(enrolments)
        rows = [self._row(enrolment, before[enrolment.pk], marks) for enrolment in enrolments]
        return [row for row in rows if row.saved or row.chosen or not _is_over(row.enrolment, self.session.held_on)]

    @property
    def count(self):
        return len(self.rows)

    @cached_property
    def counts(self):
        """How many people have each mark; "waiting" are those without one."""
        found = {str(status): sum(row.chosen == status for row in self.rows) for status in AttendanceStatus}
        return found | {"waiting": sum(row.is_waiting for row in self.rows)}

    @property
    def is_told(self):
        """Whether there is anything to count: nobody is waited for before the day."""
        return any(self.counts.values())

    @property
    def tally(self):
        """The counts as parts of a sentence: (name, number, whether a comma stands before it)."""
        parts = list(self.counts.items())
        return [(name, n, any(n for _name, n in parts[:place])) for place, (name, n) in enumerate(parts)]

    @property
    def marked(self):
        return sum(bool(row.chosen) for row in self.rows)

    @property
    def is_unsaved(self):
        """Whether a mark on the page differs from the saved one."""
        return any(row.chosen != row.saved for row in self.rows)

    def _marks(self, enrolments):
        shown = [held.pk for held in [*self.past, self.session]]
        marks = Attendance.objects.filter(session__in=shown, enrolment__in=enrolments).order_by("pk")
        return {(mark.session_id, mark.enrolment_id): mark.status for mark in marks}

    def _row(self, enrolment, before, marks):
        saved = marks.get((self.session.pk, enrolment.pk), "")
        return Row(
            enrolment=enrolment,
            past=[marks.get((held.pk, enrolment.pk), "") for held in self.past],
            before=before,
            session=self.session,
            saved=saved,
            chosen=self.chosen.get(enrolment.pk, saved),
        )


def members_to_mark(session):
    """The enrolments that a session is for: the whole group, or the one person of an individual session."""
    members = members_of(session.group)
    return members.filter(pk=session.enrolment_id) if session.enrolment_id else members


def _is_over(enrolment, day):
    """Whether the support of this person had ended before the day."""
    ends = [ended for ended in (enrolment.ended_on, enrolment.participation.left_on) if ended]
    return bool(ends) and min(ends) < day
