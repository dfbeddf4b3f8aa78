"""The attendance of one session: the page on which a class is marked in a minute."""

from django.contrib import messages
from django.db import IntegrityError
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from participants.models import Participation
from projects.access import project_for
from projects.forms.base import sentence_for
from projects.templatetags.polish import counted, day

from ..actions import Refused, save_attendance
from ..attendance import PRESENT, Grid, members_to_mark
from ..forms import AttendanceForm
from .sessions import session_of


def attendance(request, project_slug, pk):
    wanted = Permission.ATTENDANCE_EDIT if request.method == "POST" else Permission.ACTIVITIES_VIEW
    project = project_for(request.user, project_slug, wanted)
    session = session_of(project, pk)
    members = members_to_mark(session).order_by().values_list("pk", flat=True) if request.method == "POST" else []
    form = AttendanceForm(request.POST or None, session=session, enrolments=members)
    may_mark, reasons = Permission.ATTENDANCE_EDIT in project.allowed, []
    may_move = Permission.PARTICIPANTS_EDIT in project.allowed
    if request.method == "POST" and form.is_valid() and "rest" not in request.POST:
        saved, reasons = _saved(form, request.user if may_move and "begin_earlier" in request.POST else None)
        if saved:
            return _after_saving(request, project, session, saved)
    grid = Grid(session, project.attendance_threshold, form.chosen)
    if "rest" in request.POST:
        grid = Grid(
            session,
            project.attendance_threshold,
            form.chosen | {row.enrolment.pk: PRESENT for row in grid.rows if row.is_waiting},
        )
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"obecność, zajęcia {session.pk}")
    context = {"project": project, "session": session, "group": session.group, "support": session.group.form_of_support}
    context |= {"form": form, "grid": grid, "reasons": reasons, "may_mark": grid.is_open and may_mark}
    context["may_begin_earlier"] = may_move and all(reason.begins_on for reason in reasons)
    return render(request, "activities/attendance.html", context)


def _saved(form, beginning_by):
    """What was saved, or None with the reasons (or with an error on the form) when nothing was."""
    try:
        return save_attendance(session=form.session, marks=form.changes, beginning_by=beginning_by), []
    except Refused as refused:
        return None, refused.reasons
    except IntegrityError as error:
        form.add_error(None, sentence_for(error, Participation))
        return None, []


def _after_saving(request, project, session, saved):
    """Says what was saved, and goes on to the next session when that was asked for."""
    grid = Grid(session, project.attendance_threshold)
    told = {"marked": grid.marked, "people": counted(grid.count, "osoby", "osób", "osób"), "day": day(session.held_on)}
    lines = [_("Zapisano obecność %(day)s: oznaczono %(marked)s z %(people)s.") % told]
    if saved.entered:
        told["entered"] = counted(saved.entered, "osoby", "osób", "osób")
        lines.append(
            _("Dla %(entered)s to pierwsze wsparcie, więc %(day)s jest datą rozpoczęcia udziału w projekcie.") % told
        )
    if saved.moved:
        told["moved"] = counted(saved.moved, "osoby", "osób", "osób")
        lines.append(_("Rozpoczęcie udziału %(moved)s przesunięto na %(day)s. Sprawdź dane na wejściu.") % told)
    if saved.without_presence:
        told["without"] = counted(saved.without_presence, "osoba", "osoby", "osób")
        lines.append(
            _("%(without)s: data rozpoczęcia udziału %(day)s została, choć obecności tego dnia już nie ma. Sprawdź ją.")
            % told
        )
    messages.success(request, "\n".join(lines))
    following = grid.following if "forward" in request.POST else None
    return redirect("activities:attendance", project.slug, (following or session).pk)
