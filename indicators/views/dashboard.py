"""The dashboard of a project: where we stand on a day, what is at risk, whom it concerns."""

from django.shortcuts import render

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from participants.deadlines import soonest
from projects.access import project_for
from projects.facts import about, funding
from projects.forms.asof import AsOfForm

from .. import charts
from ..reports import ProgressReport

DEADLINES_SHOWN = 5


def dashboard(request, project_slug):
    """All indicators of the project on a day, with the people who can still make a difference beside them."""
    project = project_for(request.user, project_slug, Permission.INDICATORS_VIEW)
    asof = AsOfForm(request.GET, project)
    report = ProgressReport.build(project, asof.day)
    due, due_count = [], 0
    if Permission.PARTICIPANTS_VIEW in project.allowed:
        due, due_count = soonest(project, asof.day, DEADLINES_SHOWN)
        project.counted_for_nav = {"participants": report.recorded, "deadlines": due_count, "on": asof.day}
    if due:
        log_access(request.user, AccessLog.Act.LIST, project=project, subject="pulpit: terminy")
    return render(
        request,
        "indicators/dashboard.html",
        {
            "project": project,
            "report": report,
            "asof": asof,
            "due": due,
            "due_count": due_count,
            "stake": next(
                (row for row in report.results if row.has_target and row.definition.proofs),
                None,
            ),
            "chart": growth_chart(project, report),
            "funding": funding(project),
            "about": about(project),
        },
    )


def growth_chart(project, report):
    """The participants over time at both widths, or None when nobody has entered yet."""
    months = charts.growth(project, report.on)
    if not months:
        return None
    target = report.headline.target.total if report.headline else None
    return {
        "months": months,
        "wide": charts.StepArea(months, charts.WIDE, target),
        "narrow": charts.StepArea(months, charts.NARROW, target),
    }
