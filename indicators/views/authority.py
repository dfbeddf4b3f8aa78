"""What the authority measured: a register of its own, because nobody counts these values here."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import day

from .. import authority
from ..forms import AuthorityValueForm


def authority_values(request, project_slug):
    """The indicators that the authority measures, each with the values on record."""
    project = project_for(request.user, project_slug, Permission.INDICATORS_VIEW)
    context = {"project": project, "indicators": authority.on_record(project)}
    return render(request, "indicators/authority_values.html", context)


def authority_value_add(request, project_slug):
    project = project_for(request.user, project_slug, Permission.REGISTER_EDIT)
    initial = {"key": request.GET.get("key", "")}
    form = AuthorityValueForm(request.POST or None, project=project, initial=initial)
    if value := form.submitted():
        messages.success(request, _said(value))
        return redirect("indicators:authority_values", project.slug)
    return _shown(request, project, form, None)


def authority_value_edit(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.REGISTER_EDIT)
    value = get_object_or_404(project.authority_values, pk=pk)
    form = AuthorityValueForm(request.POST or None, instance=value, project=project)
    if saved := form.submitted():
        messages.success(request, _said(saved))
        return redirect("indicators:authority_values", project.slug)
    return _shown(request, project, form, value)


def _shown(request, project, form, value):
    context = {"project": project, "form": form, "value": value}
    return render(request, "indicators/authority_value_form.html", context)


@require_POST
def authority_value_remove(request, project_slug, pk):
    """Takes out a value that was recorded by mistake."""
    project = project_for(request.user, project_slug, Permission.REGISTER_EDIT)
    value = get_object_or_404(project.authority_values, pk=pk)
    value.delete()
    messages.success(request, _("Usunięto wartość z dnia %(day)s.") % {"day": day(value.measured_on)})
    return redirect("indicators:authority_values", project.slug)


def _said(value):
    told = {"total": value.total, "day": day(value.measured_on)}
    return _("Zapisano wartość %(total)s z dnia %(day)s.\nSprawozdania pokażą ją od tego dnia.") % told
