"""Internships: added from the person's page, then filled in month by month."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for

from ..forms.internship import InternshipForm
from ..internships import delete_internship, hints_for, internship_forms, length_of, limits_of
from ..models import Internship
from .paths import person_of


def internship_add(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    participation = person_of(project, pk)
    if not internship_forms(project).exists():
        raise Http404
    wanted = {"form_of_support": request.GET.get("forma")}
    form = InternshipForm(request.POST or None, participation=participation, by=request.user, initial=wanted)
    if internship := form.submitted():
        messages.success(request, _("Zapisano staż.\nGodziny każdego miesiąca wpisuje się na dole tej strony."))
        return redirect("activities:internship", project.slug, internship.pk)
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=participation.reference)
    return _page(request, project, participation, form, None)


def internship_of(project, pk):
    """An internship of the project with its person, or 404."""
    whole = "enrolment__participation__person", "enrolment__group__form_of_support"
    internships = Internship.objects.filter(enrolment__participation__project=project).select_related(*whole)
    internship = get_object_or_404(internships, pk=pk)
    internship.enrolment.participation.project = project
    internship.enrolment.group.form_of_support.project = project
    return internship


def internship(request, project_slug, pk):
    wanted = Permission.ACTIVITIES_EDIT if request.method == "POST" else Permission.ACTIVITIES_VIEW
    project = project_for(request.user, project_slug, wanted)
    found = internship_of(project, pk)
    participation = found.enrolment.participation
    form = InternshipForm(request.POST or None, instance=found, participation=participation, by=request.user)
    if form.submitted():
        messages.success(request, _("Zapisano staż."))
        return redirect("activities:internship", project.slug, pk)
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=participation.reference)
    return _page(request, project, participation, form, internship_of(project, pk))


def _page(request, project, participation, form, found):
    context = {"project": project, "participation": participation, "form": form, "internship": found}
    context |= {"limits": limits_of(participation), "may_edit": Permission.ACTIVITIES_EDIT in project.allowed}
    if found:
        months = list(found.months.order_by("month"))
        context |= {"hints": hints_for(found, participation, months), "length": length_of(found), "months": months}
        context |= {"hours_done": sum(month.hours for month in months)}
    return render(request, "activities/internship.html", context)


@require_POST
def internship_delete(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    found = internship_of(project, pk)
    participation = found.enrolment.participation
    delete_internship(internship=found, by=request.user)
    messages.success(request, _("Usunięto staż."))
    return redirect(participation)
