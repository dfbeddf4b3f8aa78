"""Whom to call this week: the four weeks that are running out."""

from django.shortcuts import render

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.forms.asof import AsOfForm

from ..deadlines import deadlines, proved_in_open_window


def deadline_list(request, project_slug):
    """Everyone whose window is open on the day, or closed lately, without a proof; and those who have one already."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_VIEW)
    asof = AsOfForm(request.GET, project)
    rows = deadlines(project, asof.day)
    project.counted_for_nav = {"participants": project.participations.count(), "deadlines": len(rows), "on": asof.day}
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"terminy na {asof.day}")
    context = {
        "project": project,
        "asof": asof,
        "late": [row for row in rows if row.is_late],
        "open": [row for row in rows if not row.is_late],
        "proved": proved_in_open_window(project, asof.day),
    }
    return render(request, "participants/deadlines.html", context)
