"""How somebody attended, and whether the project's threshold can still be kept: the early warning.

The rate counts sessions; only unexcused absence brings a person under the threshold (docs/decisions/attendance.md). What is still to
come are the planned sessions, from today on, that are not marked for this person yet.
"""

from dataclasses import dataclass, replace
from decimal import Decimal

from django.db.models import Count, F, Max, Min, OuterRef, Q, Subquery, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from projects.templatetags.polish import counted

from .models import Attendance, Session
from .templatetags.hours import hours as written
from .vocabulary import AttendanceStatus

PRESENT, ABSENT, EXCUSED = AttendanceStatus.PRESENT, AttendanceStatus.ABSENT, AttendanceStatus.EXCUSED
NEAR = 1  # how few more absences make a warning of somebody who has missed a session already
LOST, RETURNING, CLOSE = "lost", "returning", "close"


@dataclass(frozen=True)
class Coming:
    """The planned sessions that somebody can still come to; ``hours`` of each where all last the same, else None."""

    sessions: int = 0
    hours: Decimal | None = None

    def said(self, sessions, *words):
        """So many of them in words, with their hours where these are certain: "4 zajęcia (16 h)"."""
        told = counted(sessions, *words)
        return told if self.hours is None else f"{told} ({written(self.hours * sessions)})"


@dataclass(frozen=True)
class Rate:
    """How somebody attended: marked sessions by their mark, hours of presence, the project's threshold in per cent.

    ``coming`` is what is still planned for the person, None where nobody asks what may still become of the rate.
    """

    present: int = 0
    absent: int = 0
    excused: int = 0
    hours: Decimal = Decimal(0)
    threshold: int = 80
    coming: Coming | None = None

    def plus(self, status, hours):
        """The rate with one more session marked so, one of those still to come; without a mark it stays."""
        if not status:
            return self
        gained = hours if status == PRESENT else 0
        coming = self.coming and replace(self.coming, sessions=max(0, self.coming.sessions - 1))
        return replace(self, **{status: getattr(self, status) + 1}, hours=self.hours + gained, coming=coming)

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

    @property
    def may_miss(self):
        """How many of the coming sessions may be missed without excuse and the threshold kept; below 0 it cannot be any more."""
        all_of_them = self.marked + self.coming.sessions
        return (100 - self.threshold) * all_of_them // 100 - self.absent

    @property
    def warning(self):
        """lost, returning or close; "" where there is nothing to warn of, or nobody asked."""
        if self.coming is None:
            return ""
        if self.is_below:
            return RETURNING if self.may_miss >= 0 else LOST
        is_close = self.absent and self.may_miss <= NEAR and self.may_miss < self.coming.sessions
        return CLOSE if is_close else ""

    @property
    def outlook(self):
        """What may still become of the rate, in a sentence without its subject; "" where there is nothing to warn of."""
        return {"": lambda: "", LOST: self._lost, RETURNING: self._returning, CLOSE: self._close}[self.warning]()

    def _lost(self):
        if not self.coming.sessions:
            return _("nie osiągnie progu: nie ma już zaplanowanych zajęć")
        return _("nie osiągnie już progu na zaplanowanych zajęciach")

    def _returning(self):
        left, spare = self.coming.sessions, self.may_miss
        if left == 1:
            return _("wróci do progu, jeśli przyjdzie na ostatnie zaplanowane zajęcia")
        if not spare:
            told = {"sessions": self.coming.said(left, "zajęcia", "zajęcia", "zajęć")}
            return _("wróci do progu, jeśli przyjdzie na wszystkie pozostałe %(sessions)s") % told
        told = {
            "left": counted(left, "zajęć", "zajęć", "zajęć"),
            "spare": self.coming.said(spare, "zajęcia", "zajęcia", "zajęć"),
        }
        return _("wróci do progu, jeśli z pozostałych %(left)s opuści najwyżej %(spare)s") % told

    def _close(self):
        if not self.may_miss:
            return _("nie może już opuścić żadnych zajęć")
        told = {"spare": self.coming.said(self.may_miss, "zajęcia", "zajęcia", "zajęć")}
        return _("może jeszcze opuścić najwyżej %(spare)s") % told


def rates_of(enrolments, threshold, sessions=None):
    """The rate of every enrolment as a dictionary by its key, one statement; ``sessions`` limits which count.

    Of enrolments read through ``with_coming`` the rates know what is still to come, where the support goes on.
    """
    marks = Attendance.objects.filter(enrolment__in=enrolments).order_by()
    if sessions is not None:
        marks = marks.filter(session__in=sessions)
    rows = _counted(marks.values("enrolment"))
    ahead, found = {}, {}
    for row in rows:
        pk = row.pop("enrolment")
        ahead[pk] = row.pop("ahead")
        found[pk] = Rate(**row, threshold=threshold)
    rates = {enrolment.pk: found.get(enrolment.pk, Rate(threshold=threshold)) for enrolment in enrolments}
    for enrolment in enrolments:
        if hasattr(enrolment, "left") and goes_on(enrolment):
            planned = (enrolment.left, enrolment.shortest, enrolment.longest)
            coming = coming_of([planned], ahead.get(enrolment.pk, 0))
            rates[enrolment.pk] = replace(rates[enrolment.pk], coming=coming)
    return rates


def with_coming(enrolments):
    """The enrolments with ``left``, how many sessions from today on are theirs, and the ``shortest`` and ``longest`` of these in hours."""
    theirs = Q(enrolment__isnull=True) | Q(enrolment=OuterRef("pk"))
    sessions = Session.objects.taking_place().filter(theirs, group=OuterRef("group"), held_on__gte=timezone.localdate())
    rows = sessions.order_by().values("group")
    return enrolments.annotate(
        left=Coalesce(Subquery(rows.annotate(n=Count("pk")).values("n")), 0),
        shortest=Subquery(rows.annotate(n=Min("hours")).values("n")),
        longest=Subquery(rows.annotate(n=Max("hours")).values("n")),
    )


def coming_of(planned, marked):
    """What is still to come, from (sessions, shortest, longest) of the group and of the person, without those ``marked`` already."""
    lengths = {length for row in planned if row[0] for length in row[1:]}
    return Coming(sum(row[0] for row in planned) - marked, lengths.pop() if len(lengths) == 1 else None)


def goes_on(enrolment):
    """Whether this support has not ended: only then is there anything to warn of."""
    return enrolment.ended_on is None and enrolment.participation.left_on is None


class Planned:
    """The sessions of a project from today on, by group and person; one statement."""

    def __init__(self, project):
        sessions = Session.objects.taking_place().filter(
            group__form_of_support__project=project, held_on__gte=timezone.localdate()
        )
        rows = (
            sessions.order_by()
            .values("group", "enrolment")
            .annotate(n=Count("pk"), short=Min("hours"), long=Max("hours"))
        )
        self.planned = {(row["group"], row["enrolment"]): (row["n"], row["short"], row["long"]) for row in rows}

    def coming(self, group, enrolment, marked):
        """What is still to come for one person: the sessions of the whole group and her own, without those ``marked`` already."""
        rows = [row for key in (None, enrolment) if (row := self.planned.get((group, key)))]
        return coming_of(rows, marked)


def warned(project):
    """The rates of everybody in a project who needs a warning, by the key of the enrolment; two statements, however many people."""
    rows = _counted(_going_on(project).values("enrolment", "enrolment__group")).filter(absent__gt=0)
    planned, threshold, found = Planned(project), project.attendance_threshold, {}
    for row in rows:
        pk, group, ahead = (row.pop(name) for name in ("enrolment", "enrolment__group", "ahead"))
        rate = Rate(**row, threshold=threshold, coming=planned.coming(group, pk, ahead))
        if rate.warning:
            found[pk] = rate
    return found


def below_threshold(project):
    """How many people whose support goes on are below the threshold now, each once a group; one statement."""
    marked = F("present") + F("absent") + F("excused")
    spare = 100 - project.attendance_threshold
    rows = _counted(_going_on(project).values("enrolment"))
    return rows.alias(beyond=100 * F("absent") - spare * marked).filter(beyond__gt=0).count()


def _going_on(project):
    """The marks of people whose support goes on."""
    return Attendance.objects.filter(
        enrolment__group__form_of_support__project=project,
        enrolment__ended_on__isnull=True,
        enrolment__participation__left_on__isnull=True,
    ).order_by()


def _counted(marks):
    """Marks counted by their kind; ``ahead`` are those of today or later, which are among the planned sessions."""
    return marks.annotate(
        ahead=Count("pk", filter=Q(session__held_on__gte=timezone.localdate())),
        present=Count("pk", filter=Q(status=PRESENT)),
        absent=Count("pk", filter=Q(status=ABSENT)),
        excused=Count("pk", filter=Q(status=EXCUSED)),
        hours=Sum("session__hours", filter=Q(status=PRESENT), default=Decimal(0)),
    )
