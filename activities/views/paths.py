"""The individual path: changed on one page, printed."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for

from .. import paper
from ..forms.path import PathForm
from ..internships import internships_of
from ..paths import path_of


def person_of(project, pk):
    """A participation of the project with its person, or 404."""
    participation = get_object_or_404(project.participations.select_related("person"), pk=pk)
    participation.project = project
    return participation


def path_edit(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    participation = person_of(project, pk)
    form = PathForm(request.POST if request.method == "POST" else None, participation=participation, project=project)
    if form.saved(by=request.user):
        messages.success(request, _("Zapisano ścieżkę."))
        return redirect(participation)
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=participation.reference)
    context = {"project": project, "participation": participation, "form": form}
    return render(request, "activities/path_form.html", context)


def path_pdf(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_VIEW)
    participation = person_of(project, pk)
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"{participation.reference} ścieżka")
    context = paper.path_context(participation, path_of(participation), list(internships_of(participation)))
    return paper.answer("activities/print_path.html", context, f"sciezka-{participation.reference}")
