"""Deciding ahead: what the figures would be if some people finished or found a job, and which targets are at risk."""

from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from participants.deadlines import counts_for_tabs
from projects.access import project_for
from projects.forms.asof import AsOfForm
from projects.search import typed

from .. import crowds
from ..pace import ORDERS, in_order, paces
from ..reports import ProgressReport
from ..shortage import shortages
from ..stakes import stakes_of, windows_of
from ..supposing_page import EXIT_WORDS, JOB_WORDS, suppose
from ..whatif import Choices


@transaction.non_atomic_requests
@require_http_methods(["GET", "POST"])
def what_if(request, project_slug):
    """The figures as they would be. Nothing is saved: a POST brings what was ticked to an address, or a name that is looked for."""
    project = project_for(request.user, project_slug, Permission.INDICATORS_VIEW)
    data = request.POST or request.GET
    asof, choices = AsOfForm(data, project), Choices.read(data)
    words = typed(request.POST.get("q", "")) if Permission.PARTICIPANTS_VIEW in project.allowed else ""
    address = address_of(project, choices, data, asof)
    if request.method == "POST" and not words and not request.htmx:
        return redirect(address)
    log_access(request.user, AccessLog.Act.LIST, project=project, subject="co, jeśli")
    count_tabs(project, asof.day)
    found = context_of(project, asof, choices, data.get("go") or data.get("page"), words)
    response = render(request, "indicators/what_if.html", {**found, "asof": asof, "address": address})
    if request.htmx and not words:
        response["HX-Replace-Url"] = address
    return response


def count_tabs(project, on):
    """The counts on the tabs stand on the day of the page, for whoever may see people."""
    if Permission.PARTICIPANTS_VIEW in project.allowed:
        project.counted_for_nav = {**counts_for_tabs(project, on), "on": on}


def address_of(project, choices, data, asof):
    """Where what was ticked can be found again: numbers and days alone, never a name."""
    on = f"{asof.day:%Y-%m-%d}" if data.get("on") and asof.day != asof.usual else ""
    page = data.get("go") or data.get("page", "")
    query = choices.address(on=on, page=page if page.isdecimal() and page != "1" else "")
    return reverse("indicators:what_if", args=[project.slug]) + (f"?{query}" if query else "")


def context_of(project, asof, choices, page, words):
    """What the page shows: the people, the figures before and after, what is still missing and who is closest."""
    what_if, people = suppose(project, asof.day, choices, page, words)
    listed = people.page
    lines = people.lines(what_if, listed.object_list)
    near = people.near
    return {
        "project": project,
        "what_if": what_if,
        "lines": lines,
        "page": listed,
        "words": words,
        "kept": choices.pairs(but=[line.pk for line in lines]),
        "chosen": people.lines(what_if, people.supposed_of),
        "crowds": crowds.choices(),
        "exits": EXIT_WORDS,
        "jobs": JOB_WORDS,
        "short": [(one, near.get(one.key, [])) for one in shortages(what_if.after)],
        "sees_names": Permission.PARTICIPANTS_VIEW in project.allowed,
        "edits": Permission.PARTICIPANTS_EDIT in project.allowed,
    }


def at_risk(request, project_slug):
    """Every target with its pace, the one furthest behind on top; the windows that stake it beside it."""
    project = project_for(request.user, project_slug, Permission.INDICATORS_VIEW)
    asof = AsOfForm(request.GET, project)
    count_tabs(project, asof.day)
    report = ProgressReport.build(project, asof.day)
    stakes = stakes_of(report)
    windows = windows_of(project, stakes, asof.day)
    order = request.GET.get("sort") if request.GET.get("sort") in ORDERS else "risk"
    context = {
        "project": project,
        "asof": asof,
        "report": report,
        "paces": in_order(paces(report, windows), order),
        "order": order,
        "measures": [(stake, windows[stake.definition.key]) for stake in stakes if stake.is_a_measure],
    }
    return render(request, "indicators/at_risk.html", context)
