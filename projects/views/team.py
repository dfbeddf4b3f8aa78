"""The team of a project: who works in it and in which role."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission
from accounts.roles import POLICIES, Role

from ..access import project_for
from ..forms.team import LAST_ADMIN, NewMemberForm, RoleForm, is_last_admin
from .detail import team_in_order


def team(request, project_slug):
    """Who is in the team; adding a person needs the right to change it."""
    permission = Permission.TEAM_EDIT if request.method == "POST" else Permission.PROJECT_VIEW
    project = project_for(request.user, project_slug, permission)
    form = NewMemberForm(request.POST or None, project=project)
    if member := form.submitted():
        messages.success(request, _("%(person)s jest w zespole.") % {"person": member.user})
        return redirect("projects:team", project.slug)
    roles = [(value, Role(value).label, policy.sentence) for value, policy in POLICIES.items()]
    context = {"project": project, "form": form, "team": team_in_order(project), "roles": roles}
    return render(request, "projects/team.html", context)


@require_POST
def team_role(request, project_slug, pk):
    """Gives somebody in the team another role."""
    project = project_for(request.user, project_slug, Permission.TEAM_EDIT)
    member = get_object_or_404(project.team.select_related("user"), pk=pk)
    form = RoleForm(request.POST, instance=member)
    if not form.is_valid():
        return _refused(request, project, form.errors["role"][0])
    form.save()
    told = {"person": member.user, "role": member.get_role_display()}
    messages.success(request, _("Zmieniono rolę.\n%(person)s: %(role)s.") % told)
    return redirect("projects:team", project.slug)


@require_POST
def team_remove(request, project_slug, pk):
    """Takes somebody out of the team; the account stays. Whoever is out already is simply out."""
    project = project_for(request.user, project_slug, Permission.TEAM_EDIT)
    member = project.team.select_related("user").filter(pk=pk).first()
    if member and is_last_admin(member):
        return _refused(request, project, LAST_ADMIN)
    if member:
        member.delete()
        messages.success(
            request, _("%(person)s nie jest już w zespole.\nKonto tej osoby zostaje.") % {"person": member.user}
        )
        if member.user == request.user:
            return redirect("projects:list")
    return redirect("projects:team", project.slug)


def _refused(request, project, sentence):
    messages.error(request, _("Nie zapisano.\n%(why)s") % {"why": sentence})
    return redirect("projects:team", project.slug)
