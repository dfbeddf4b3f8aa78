"""The page "O projekcie", and entering and changing a project."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.permissions import Permission, has_permission
from accounts.roles import POLICIES

from ..access import project_for
from ..facts import about, desks, elapsed_today, funding
from ..forms.agreement import remark_on
from ..forms.entry import ProjectEntry
from ..models import Programme, Project
from ..search import in_polish_order


def project_detail(request, project_slug):
    """What the agreement says, and who works in the project."""
    project = project_for(request.user, project_slug, Permission.PROJECT_VIEW)
    visible = Project.objects.visible_to(request.user)
    read = about(project)
    context = {
        "project": project,
        "elapsed": elapsed_today(project),
        "lead": read.paragraphs[0] if read.paragraphs else "",
        "paragraphs": read.paragraphs[1:],
        "about": read,
        "funding": funding(project),
        "groups": list(project.target_groups.all()),
        "desks": desks(project),
        "team": team_in_order(project),
        "awards": list(project.awards.all()),
        "parent": project.parent,
        "parent_is_visible": visible.filter(pk=project.parent_id).exists(),
        "grants": visible.filter(parent=project).order_by(in_polish_order("title"), "pk"),
    }
    return render(request, "projects/project_detail.html", context)


def team_in_order(project):
    """The team, those who answer for more first, then in Polish order of names."""
    order = list(POLICIES)
    members = project.team.select_related("user").order_by(
        in_polish_order("user__last_name"), in_polish_order("user__first_name"), "pk"
    )
    return sorted(members, key=lambda member: order.index(member.role))


def project_create(request):
    """A new project; whoever makes it becomes the administrator of its team."""
    if not has_permission(request.user, Permission.PROJECT_CREATE):
        raise PermissionDenied
    entry = ProjectEntry(request.POST or None, user=request.user)
    if project := entry.submitted():
        messages.success(request, _("Zapisano projekt.\nDodaj teraz zespół i wskaźniki, a potem osoby."))
        return saved(request, project)
    context = {"entry": entry, "has_programmes": Programme.objects.exists(), "cancel": reverse("projects:list")}
    return render(request, "projects/project_form.html", context)


def project_edit(request, project_slug):
    """Changes what the agreement says."""
    project = project_for(request.user, project_slug, Permission.PROJECT_EDIT)
    saved_name = project.name
    entry = ProjectEntry(request.POST or None, user=request.user, instance=project)
    if entry.submitted():
        messages.success(request, _("Zapisano zmiany."))
        return saved(request, project)
    context = {
        "project": project,
        "saved_name": saved_name,
        "entry": entry,
        "has_programmes": True,
        "cancel": project.get_absolute_url(),
    }
    return render(request, "projects/project_form.html", context)


def saved(request, project):
    """Back to the page of the project, with a remark where its agreement number looks unusual."""
    if remark := remark_on(project):
        messages.warning(request, remark)
    return redirect(project)
