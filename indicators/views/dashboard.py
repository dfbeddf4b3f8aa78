"""The dashboard of a project: where we stand on a day, what is at risk, whom it concerns."""

from django.shortcuts import render

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from participants.deadlines import soonest
from projects.access import project_for
from projects.facts import about, funding
from projects.forms.asof import AsOfForm

from ..catalogue import PEOPLE
from ..charts import growth
from ..definitions import at
from ..reports import ProgressReport
from ..stakes import by_window, stakes_of, wager_of

DEADLINES_SHOWN = 5


def dashboard(request, project_slug):
    """All indicators of the project on a day, with the people who can still make a difference beside them."""
    project = project_for(request.user, project_slug, Permission.INDICATORS_VIEW)
    asof = AsOfForm(request.GET, project)
    report = ProgressReport.build(project, asof.day)
    due, due_count, stakes = [], 0, stakes_of(report)
    if Permission.PARTICIPANTS_VIEW in project.allowed:
        marks = {f"stake_{place}": at(stake.waiting, asof.day) for place, stake in enumerate(stakes)}
        due, due_count = soonest(project, asof.day, DEADLINES_SHOWN, marks)
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
            "due": [(deadline, wagered(deadline, stakes, asof.day)) for deadline in due],
            "due_count": due_count,
            "stakes": stakes,
            "chart": growth_chart(report),
            "funding": funding(project),
            "about": about(project),
        },
    )


def wagered(deadline, stakes, on):
    """The stakes that the person's open windows decide, as her row was marked."""
    one = deadline.participation
    return by_window(wager_of(one, stake, on) for n, stake in enumerate(stakes) if getattr(one, f"stake_{n}"))


def growth_chart(report):
    """The first product with a target over time, the participants where none has one; None when nobody counts yet."""
    row = report.headline
    if row is None:
        return growth(report.project, PEOPLE, report.on)
    return growth(report.project, row.definition, report.on, row.indicator)
