"""The attendance of a group as it is read: the grid in which one session is marked."""

from dataclasses import dataclass, field, replace
from functools import cached_property

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from projects.templatetags.polish import day as written

from .models import Attendance, Enrolment, Session
from .queries import members_of
from .rates import ABSENT, EXCUSED, PRESENT, Coming, Rate, goes_on, rates_of
from .vocabulary import AttendanceStatus, SessionStatus

PAST_SHOWN = 5


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
        has_come = self.session.held_on <= timezone.localdate() and not self.session.is_cancelled
        return has_come and not self.chosen and not self.absence_reason

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
        held = held.filter(Q(pk=self.session.pk) | ~Q(status=SessionStatus.CANCELLED))
        return list(held.order_by("held_on", "starts_at", "pk").only("pk", "group", "held_on", "hours"))

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

    @property
    def is_open(self):
        """Whether this session can be marked: it has come and was not cancelled."""
        return not self.is_future and not self.session.is_cancelled

    @cached_property
    def rows(self):
        """The people to mark, in Polish order: those in the group on that day, and whoever has a mark already."""
        enrolments = list(members_to_mark(self.session))
        before = rates_of(enrolments, self.threshold, sessions=[held.pk for held in self.sequence[: self.place]])
        before = {e.pk: replace(before[e.pk], coming=self._coming if goes_on(e) else None) for e in enrolments}
        marks = self._marks(enrolments)
        rows = [self._row(enrolment, before[enrolment.pk], marks) for enrolment in enrolments]
        return [row for row in rows if row.saved or row.chosen or not is_over(row.enrolment, self.session.held_on)]

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

    @cached_property
    def _coming(self):
        """This session and those after it, or None on the page of an older one: what could become of it then is no news."""
        later = self.sequence[self.place :]
        if self.session.is_cancelled or (len(later) > 1 and later[1].held_on <= timezone.localdate()):
            return None
        lengths = {held.hours for held in later}
        return Coming(len(later), lengths.pop() if len(lengths) == 1 else None)

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


def is_over(enrolment, day):
    """Whether the support of this person had ended before the day."""
    ends = [ended for ended in (enrolment.ended_on, enrolment.participation.left_on) if ended]
    return bool(ends) and min(ends) < day
