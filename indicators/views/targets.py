"""What the project answers for: its indicators with their targets."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission
from projects.access import project_for

from .. import catalogue
from ..forms import OfficialIndicatorForm, OwnIndicatorForm, TargetForm
from ..models import ProjectIndicator
from ..queries import definition_of
from ..renewing import saved_and_proved
from ..reports import ProgressReport
from .renewing import renewal_to_see


def targets(request, project_slug):
    """The indicators in their order, each with its target and what is counted today."""
    project = project_for(request.user, project_slug, Permission.TARGETS_EDIT)
    report = ProgressReport.build(project)
    has_list = bool(catalogue.offered(project.programme.indicator_list))
    return render(request, "indicators/targets.html", {"project": project, "report": report, "has_list": has_list})


def target_add(request, project_slug):
    """One more indicator of the programme's list."""
    return _add(request, project_slug, OfficialIndicatorForm, "indicators:target_add")


def target_own(request, project_slug):
    """One more indicator of the project's own."""
    return _add(request, project_slug, OwnIndicatorForm, "indicators:target_own")


def _add(request, project_slug, form_class, again):
    project = project_for(request.user, project_slug, Permission.TARGETS_EDIT)
    form = _form(request, form_class, None, project)
    if row := _saved(request, form):
        messages.success(request, _("Dodano wskaźnik: %(name)s.") % {"name": definition_of(row).name})
        return redirect(again if "another" in request.POST else "indicators:targets", project.slug)
    return _shown(request, project, form, None)


def target_edit(request, project_slug, pk):
    """The target of an official indicator; everything of an own one."""
    project = project_for(request.user, project_slug, Permission.TARGETS_EDIT)
    row = get_object_or_404(project.indicators, pk=pk)
    form = _form(request, TargetForm if row.definition else OwnIndicatorForm, row, project)
    if unseen := renewal_to_see(request, project, form):
        return unseen
    if _saved(request, form):
        messages.success(request, _("Zapisano wskaźnik: %(name)s.") % {"name": definition_of(row).name})
        return redirect("indicators:targets", project.slug)
    return _shown(request, project, form, get_object_or_404(project.indicators.with_changes(), pk=pk))


def _form(request, form_class, row, project):
    """The form, or a preview of an own indicator ("Pokaż, kogo liczy") that will not be saved."""
    preview = {"is_preview": "preview" in request.POST} if form_class is OwnIndicatorForm else {}
    return form_class(request.POST or None, instance=row, project=project, **preview)


def _saved(request, form):
    return None if "preview" in request.POST else saved_and_proved(form, request.user)


def _shown(request, project, form, row):
    return render(
        request,
        "indicators/target_form.html",
        {
            "project": project,
            "form": form,
            "row": row,
            "definition": definition_of(row) if row else None,
            "is_own": isinstance(form, OwnIndicatorForm),
        },
    )


@require_POST
def target_remove(request, project_slug, pk):
    """Takes an indicator off the project's list; the people and entries it counted stay."""
    project = project_for(request.user, project_slug, Permission.TARGETS_EDIT)
    row: ProjectIndicator = get_object_or_404(project.indicators, pk=pk)
    name = definition_of(row).name
    row.delete()
    messages.success(request, _("Usunięto z projektu wskaźnik: %(name)s.") % {"name": name})
    return redirect("indicators:targets", project.slug)
