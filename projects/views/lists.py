"""The list of one's projects: the page after signing in."""

from django.core.paginator import Paginator
from django.db.models import Count, OuterRef, Subquery, Sum
from django.shortcuts import render
from django.utils import timezone

from accounts.permissions import Permission, has_permission
from accounts.roles import Role

from ..facts import elapsed_today
from ..forms.filters import ProjectFilter, in_state
from ..models import FundingLine, Project
from ..templatetags.polish import NONE

PER_PAGE = 20


def project_list(request):
    """All projects that the user sees: which, in which role, for how much, and how far in time."""
    mine = Project.objects.visible_to(request.user)
    form = ProjectFilter(request.GET)
    rows = form.narrow(with_value(mine)).with_role_of(request.user).select_related("programme")
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    for project in page:
        project.elapsed = elapsed_today(project)
        project.role_label = Role(project.viewer_role).label if project.viewer_role else NONE
    context = {
        "form": form,
        "page": page,
        "counts": counts_in_time(mine),
        "may_create": has_permission(request.user, Permission.PROJECT_CREATE),
    }
    return render(request, "projects/project_list.html", context)


def with_value(projects):
    """Each project with its whole value as ``value``, None where no amount is known."""
    sums = FundingLine.objects.filter(project=OuterRef("pk")).order_by().values("project").annotate(sum=Sum("amount"))
    return projects.annotate(value=Subquery(sums.values("sum")))


def counts_in_time(projects):
    """How many projects there are, and how many of them are running, finished and coming today."""
    today = timezone.localdate()
    states = {state: Count("pk", filter=in_state(state, today)) for state in ("running", "finished", "coming")}
    return projects.order_by().aggregate(all=Count("pk"), **states)
