"""The portfolio: the indicators of all one's projects side by side."""

from django.core.paginator import Paginator
from django.shortcuts import render

from accounts.permissions import Permission
from accounts.roles import Role, permissions_of
from projects.models import Project

from ..reports import ProgressReport

PAGE = 20


def portfolio(request):
    """Every project whose indicators the user may see, each on its own day: people, targets reached and at risk."""
    projects = Project.objects.visible_to(request.user).with_role_of(request.user).select_related("programme")
    if not request.user.is_superuser:
        reading = [role for role in Role if Permission.INDICATORS_VIEW in permissions_of(role)]
        projects = projects.filter(viewer_role__in=reading)
    page = Paginator(projects.order_by("-starts_on", "title", "pk"), PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "indicators/portfolio.html",
        {"page": page, "reports": ProgressReport.build_all(list(page))},
    )
