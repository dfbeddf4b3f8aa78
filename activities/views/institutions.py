"""Support that an institution received."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission
from participants.institutions import takes_institutions
from projects.access import project_for

from ..forms.institution import InstitutionSupportForm
from ..models import InstitutionSupport


def institution_of(project, pk):
    """An institution of the project, where projects of its period have any, or 404."""
    if not takes_institutions(project):
        raise Http404
    institution = get_object_or_404(project.institutions, pk=pk)
    institution.project = project
    return institution


def institution_support_add(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    institution = institution_of(project, pk)
    form = InstitutionSupportForm(request.POST or None, institution=institution)
    if support := form.submitted():
        messages.success(request, _("Zapisano wsparcie instytucji."))
        return redirect(support)
    return _page(request, project, form, None)


def institution_support_edit(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    support = support_of(project, pk)
    form = InstitutionSupportForm(request.POST or None, instance=support, institution=support.institution)
    if form.submitted():
        messages.success(request, _("Zapisano wsparcie instytucji."))
        return redirect(support)
    return _page(request, project, form, support)


def support_of(project, pk):
    found = InstitutionSupport.objects.select_related("institution").filter(institution__project=project)
    support = get_object_or_404(found, pk=pk)
    support.institution.project = project
    return support


def _page(request, project, form, support):
    context = {"project": project, "form": form, "institution": form.instance.institution, "support": support}
    return render(request, "activities/institution_support_form.html", context)


@require_POST
def institution_support_delete(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    support = support_of(project, pk)
    support.delete()
    messages.success(request, _("Usunięto wsparcie instytucji."))
    return redirect(support)
