"""How annexes of the agreement changed the targets: the history of one, a change of one, an annex that changes several."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import counted

from ..agreement import steps_of
from ..forms import Annex, CorrectionForm
from ..models import TargetCorrection
from ..queries import definition_of


def target_history(request, project_slug, pk):
    """The target of one indicator from the agreement on, annex by annex."""
    project = project_for(request.user, project_slug, Permission.TARGETS_EDIT)
    indicator = get_object_or_404(project.indicators.with_changes(), pk=pk)
    context = {"indicator": indicator, "definition": definition_of(indicator)}
    steps = steps_of(indicator, project.default_day())
    return render(request, "indicators/target_history.html", context | {"project": project, "steps": steps})


def correction_add(request, project_slug, pk):
    """What one more annex made of one target."""
    project = project_for(request.user, project_slug, Permission.TARGETS_EDIT)
    indicator = get_object_or_404(project.indicators.with_changes(), pk=pk)
    return _changed(request, project, indicator, None)


def correction_edit(request, project_slug, pk):
    """A change that was written down before, put right."""
    project = project_for(request.user, project_slug, Permission.TARGETS_EDIT)
    correction = get_object_or_404(_corrections(project), pk=pk)
    return _changed(request, project, correction.indicator, correction)


def _changed(request, project, indicator, correction):
    form = CorrectionForm(request.POST or None, instance=correction, indicator=indicator)
    if form.submitted():
        messages.success(request, _("Zapisano zmianę celu: %(name)s.") % {"name": definition_of(indicator).name})
        return redirect("indicators:target_history", project.slug, indicator.pk)
    context = {"indicator": indicator, "definition": definition_of(indicator), "correction": correction}
    return render(request, "indicators/correction_form.html", context | {"project": project, "form": form})


@require_POST
def correction_remove(request, project_slug, pk):
    """Takes a change of a target back; what held before holds again."""
    project = project_for(request.user, project_slug, Permission.TARGETS_EDIT)
    correction = get_object_or_404(_corrections(project), pk=pk)
    correction.delete()
    messages.success(request, _("Usunięto zmianę celu: %(annex)s.") % {"annex": correction.annex})
    return redirect("indicators:target_history", project.slug, correction.indicator_id)


def annex(request, project_slug):
    """One annex and all the targets that it changes."""
    project = project_for(request.user, project_slug, Permission.TARGETS_EDIT)
    page = Annex(request.POST or None, project=project)
    if written := page.submitted():
        done = counted(len(written), "cel", "cele", "celów")
        messages.success(request, _("Zapisano %(annex)s: %(done)s.") % {"annex": written[0].annex, "done": done})
        return redirect("indicators:targets", project.slug)
    return render(request, "indicators/annex.html", {"project": project, "page": page})


def _corrections(project):
    return TargetCorrection.objects.filter(indicator__project=project).select_related("indicator__project")
