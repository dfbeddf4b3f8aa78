"""What stands on the printed papers of activities: attendance lists, counselling cards, paths, certificates, with the line of marks."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models.functions import TruncMonth
from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from projects import pdf
from projects.letterhead import marks_of
from projects.templatetags.polish import day

from .certificates import validations_of
from .internships import end_of_month
from .models import Attendance
from .queries import members_of
from .vocabulary import AttendanceStatus

COLUMNS = 8  # sessions beside each other on a sheet: a signature needs its room
EMPTY_LINES = 8
PRESENT_MARK = "•"


def answer(template, context, name):
    """The printed paper as the answer of a page, opened in the browser under this name."""
    return HttpResponse(
        pdf.render(template, context),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}.pdf"'},
    )


def frame(project):
    """What every paper of a project has: marks, the institution, whether the data are made up, when it was printed."""
    return {
        "project": project,
        "marks": marks_of(project),
        "author": project.lead.name if project.lead else "",
        "is_demo": project.is_demo,
        "printed_at": timezone.localtime(),
    }


# --- attendance


@dataclass(frozen=True)
class Cell:
    """A field of the list: what was entered, or an empty box to sign in."""

    text: str = ""
    is_box: bool = False

    @property
    def is_mark(self):
        """Whether this is the sign of presence, which is drawn larger."""
        return self.text == PRESENT_MARK


@dataclass(frozen=True)
class Line:
    """One person of the list; ``hours`` of presence in all sessions of the print."""

    number: int
    name: str
    cells: list[Cell]
    hours: Decimal


@dataclass(frozen=True)
class Sheet:
    """As many sessions as stand beside each other, with everybody."""

    sessions: list
    lines: list[Line]
    is_last: bool


def attendance_context(group, month=None):
    """The list of a group: people by sessions of a month, or of all time, in sheets; cancelled sessions are only named."""
    sessions = group.sessions.select_related("enrolment").order_by("held_on", "starts_at", "pk")
    if month:
        sessions = sessions.filter(held_on__range=(month, end_of_month(month)))
    return _list_of(group, list(sessions)) | {"month": month}


def months_of(group):
    """The months in which the group has sessions, the latest first."""
    months = group.sessions.order_by().annotate(month=TruncMonth("held_on")).values_list("month", flat=True)
    return sorted(months.distinct(), reverse=True)


def session_context(session):
    """The list of one session."""
    return _list_of(session.group, [session]) | {"session": session}


def _list_of(group, sessions):
    held = [session for session in sessions if not session.is_cancelled]
    enrolments = list(members_of(group))
    rows = Attendance.objects.filter(session__in=held).order_by("pk")
    marks = {
        (session, enrolment): status
        for session, enrolment, status in rows.values_list("session", "enrolment", "status")
    }
    enrolments = [enrolment for enrolment in enrolments if _belongs(enrolment, held, marks)]
    hours = {
        enrolment.pk: sum(
            (session.hours for session in held if marks.get((session.pk, enrolment.pk)) == AttendanceStatus.PRESENT),
            Decimal(0),
        )
        for enrolment in enrolments
    }
    parts = [held[n : n + COLUMNS] for n in range(0, len(held), COLUMNS)]
    sheets = [
        Sheet(
            part,
            [
                Line(
                    n,
                    enrolment.participation.person.name,
                    [_cell(s, enrolment, marks) for s in part],
                    hours[enrolment.pk],
                )
                for n, enrolment in enumerate(enrolments, start=1)
            ],
            is_last=part is parts[-1],
        )
        for part in parts
    ]
    support = group.form_of_support
    return frame(support.project) | {
        "group": group,
        "support": support,
        "sessions": sessions,
        "sheets": sheets,
        "people": len(enrolments),
        "all_hours": sum((session.hours for session in held), Decimal(0)),
    }


def _belongs(enrolment, sessions, marks):
    """Whether the person has a place on the list: marked, or still in the group on one of the days."""
    if any((session.pk, enrolment.pk) in marks for session in sessions):
        return True
    return any(not _is_outside(enrolment, session) for session in sessions)


def _is_outside(enrolment, session):
    """Whether the session is not for this person, or on a day before or after the time in the project or in the support."""
    participation = enrolment.participation
    if session.enrolment_id not in (None, enrolment.pk):
        return True
    ends = [end for end in (enrolment.ended_on, participation.left_on) if end]
    too_late = bool(ends) and session.held_on > min(ends)
    return too_late or bool(participation.entered_on and session.held_on < participation.entered_on)


def _cell(session, enrolment, marks):
    status = marks.get((session.pk, enrolment.pk))
    if status:
        words = {
            AttendanceStatus.PRESENT: PRESENT_MARK,
            AttendanceStatus.ABSENT: _("nb"),
            AttendanceStatus.EXCUSED: _("uspr."),
        }
        return Cell(words[status])
    return Cell("–") if _is_outside(enrolment, session) else Cell(is_box=True)


def remark_on(session):
    """What is unusual about a session: extra, moved, cancelled and why."""
    said = []
    if session.is_extra:
        said.append(_("dodatkowe"))
    if session.moved_from:
        said.append(_("przeniesione z %(day)s") % {"day": day(session.moved_from)})
    if session.is_cancelled:
        said.append(_("odwołane: %(why)s") % {"why": session.cancel_reason})
    return ", ".join(said)


# --- one person


def card_context(card):
    """The counselling card with lines to sign; an empty card has lines to write on."""
    return frame(card.form.project) | {
        "card": card,
        "person": card.participation.person,
        "support": card.form,
        "empty": range(EMPTY_LINES) if not card.meetings else range(0),
    }


def path_context(participation, path, internships):
    """The individual path: what is planned, done and left, and the internships, to be signed by both sides."""
    return frame(participation.project) | {
        "participation": participation,
        "person": participation.person,
        "path": path,
        "internships": internships,
    }


def certificates_context(project, certificates):
    """Certificates, a page each: pairs of one and of the validated qualification that belongs to it, or None."""
    certificates = list(certificates)
    validated = validations_of(certificates)
    return frame(project) | {"certificates": [(each, validated[each.pk]) for each in certificates]}
