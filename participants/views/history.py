"""The history of one person in the project: what changed, from what to what, by whom and how."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, render

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for

from ..forms.history import HistoryFilter
from ..history import changes
from ..history.moments import moments_of

PAGE = 20


def participation_history(request, project_slug, pk):
    """Every change of the person and of what is recorded of her in this project, the newest first."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_VIEW)
    participation = get_object_or_404(project.participations.select_related("person"), pk=pk)
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=f"{participation.reference}, historia")
    found = changes([participation.pk], with_merged=True)[participation.pk]
    wanted = HistoryFilter(request.GET, changes=found)
    page = Paginator(moments_of(wanted.narrow(found)), PAGE).get_page(request.GET.get("page"))
    context = {"project": project, "participation": participation, "person": participation.person}
    return render(request, "participants/history.html", context | {"filter": wanted, "page": page, "total": len(found)})
