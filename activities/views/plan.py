"""The plan of a week for the whole project, and everybody whose attendance is in danger."""

from django.core.paginator import Paginator
from django.shortcuts import render

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for

from ..forms import PlanForm
from ..models import Enrolment
from ..plan import Week
from ..rates import CLOSE, LOST, RETURNING, warned

PEOPLE_ON_PAGE = 50


def plan(request, project_slug):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_VIEW)
    form = PlanForm(request.GET, project)
    week = Week(project, form.day_asked, **form.narrowing)
    if any(session.enrolment for session in week.sessions) or week.clashing:
        log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"plan zajęć od {week.first:%d.%m.%Y}")
    return render(request, "activities/plan.html", {"project": project, "form": form, "week": week})


def warnings(request, project_slug):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_VIEW)
    rates = warned(project)
    asked = request.GET.get("kto", "")
    chosen = [pk for pk, rate in rates.items() if asked not in (LOST, RETURNING, CLOSE) or rate.warning == asked]
    people = Enrolment.objects.filter(pk__in=chosen).select_related("participation__person", "group__form_of_support")
    in_order = people.order_by("participation__person__last_name", "participation__person__first_name", "pk")
    page = Paginator(in_order, PEOPLE_ON_PAGE).get_page(request.GET.get("page"))
    log_access(request.user, AccessLog.Act.LIST, project=project, subject="frekwencja zagrożona")
    kinds = [rate.warning for rate in rates.values()]
    context = {"project": project, "page": page, "rows": [(row, rates[row.pk]) for row in page], "asked": asked}
    counts = {"all": len(kinds), **{kind: kinds.count(kind) for kind in (RETURNING, CLOSE, LOST)}}
    return render(request, "activities/warnings.html", context | {"counts": counts})
