"""Effectiveness: what each measure of the agreement says and of whom, and the rules and thresholds behind it."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.forms.asof import AsOfForm

from ..examples.effectiveness import JOBS, PLACES, WAYS
from ..forms import ThresholdsForm
from ..measures import measures_of


def effectiveness(request, project_slug):
    """Each measure on a day: the figures, whom it still waits for and until when, and who is left out and why."""
    project = project_for(request.user, project_slug, Permission.INDICATORS_VIEW)
    asof = AsOfForm(request.GET, project)
    measures = measures_of(project, asof.day)
    log_access(request.user, AccessLog.Act.LIST, project=project, subject="efektywność")
    sees_names = Permission.PARTICIPANTS_VIEW in project.allowed
    context = {"project": project, "asof": asof, "measures": measures, "sees_names": sees_names}
    return render(request, "indicators/effectiveness.html", context)


def thresholds(request, project_slug):
    """The rules and the thresholds. ``propose`` fills in those of the chosen version and saves nothing."""
    project = project_for(request.user, project_slug, Permission.TARGETS_EDIT)
    form = ThresholdsForm(request.POST if request.method == "POST" else None, project=project)
    if "propose" in request.POST:
        form = form.proposed()
    elif form.submitted():
        messages.success(request, _("Zapisano progi efektywności."))
        return redirect("indicators:targets", project.slug)
    ways = [(way, PLACES[way.place]) for way in WAYS]
    return render(request, "indicators/thresholds.html", {"project": project, "form": form, "jobs": JOBS, "ways": ways})
