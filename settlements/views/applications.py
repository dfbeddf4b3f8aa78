"""The payment applications of a project in their order, and one of them."""

from itertools import groupby

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from indicators.forms import PeriodForm, quarters
from indicators.reports import ProgressReport
from projects.access import project_for

from .. import actions, papers
from ..forms import ApplicationForm
from ..models import State
from ..standing import Standing


def applications(request, project_slug):
    """The applications with where each is and what is next, then any period and any day."""
    project = project_for(request.user, project_slug, Permission.REPORT_EXPORT)
    found = list(project.payment_applications.in_order().with_last_step())
    return render(
        request,
        "settlements/list.html",
        {
            "project": project,
            "applications": found,
            "returned": [each for each in found if each.state == State.RETURNED],
            "form": PeriodForm({}, project),
            "years": [(str(year), list(held)) for year, held in groupby(quarters(project), key=lambda q: q.year)],
        },
    )


def application_add(request, project_slug):
    project = project_for(request.user, project_slug, Permission.REPORT_SUBMIT)
    form = ApplicationForm(request.POST or None, project=project)
    form.instance.created_by = request.user
    if made := form.submitted():
        messages.success(
            request, _("Wniosek %(number)s jest szkicem.\nZłożysz go, gdy okres się skończy.") % {"number": made}
        )
        return redirect(made)
    return render(request, "settlements/application_form.html", {"project": project, "form": form, "application": None})


def application(request, project_slug, pk):
    """The figures as the form of the authority wants them: of today while the project works on it, else as they were frozen."""
    project = project_for(request.user, project_slug, Permission.REPORT_EXPORT)
    found = application_of(project, pk)
    return render(request, "settlements/application.html", {"project": project, "standing": Standing.of(found)})


def application_edit(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.REPORT_SUBMIT)
    found = application_of(project, pk)
    if not found.is_ours:
        messages.warning(request, _("Tego wniosku nie można teraz zmienić.\nMa go instytucja."))
        return redirect(found)
    number = found.number
    form = ApplicationForm(request.POST or None, instance=found, project=project)
    if form.submitted():
        messages.success(request, _("Zapisano zmiany wniosku."))
        return redirect(found)
    context = {"project": project, "form": form, "application": found, "number": number}
    return render(request, "settlements/application_form.html", context)


@require_POST
def application_remove(request, project_slug, pk):
    """Takes out an application that was never submitted."""
    project = project_for(request.user, project_slug, Permission.REPORT_SUBMIT)
    found = application_of(project, pk)
    if not actions.remove(application=found):
        messages.warning(
            request, _("Tego wniosku nie można usunąć.\nByło z nim złożone sprawozdanie, a ono zostaje na zawsze.")
        )
        return redirect(found)
    messages.success(request, _("Usunięto szkic wniosku %(number)s.") % {"number": found.number})
    return redirect("settlements:list", project.slug)


def draft_file(request, project_slug, pk):
    """What would be submitted now, printed, and saying that it was not."""
    project = project_for(request.user, project_slug, Permission.REPORT_EXPORT)
    found = application_of(project, pk)
    if not found.is_ours:
        raise Http404
    report = ProgressReport.build(project, found.on, found.since)
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"szkic wniosku {found.pk}, pdf")
    name = f"szkic-wniosku-{project.slug}-{found.on:%Y-%m-%d}.pdf"
    return file_answer(papers.draft(found, report), "pdf", name)


def application_of(project, pk):
    """The application of this project, which knows its project already."""
    found = get_object_or_404(project.payment_applications.with_last_step(), pk=pk)
    found.project = project
    return found


def file_answer(content, form, name):
    """The bytes as a file to keep."""
    return HttpResponse(
        content,
        content_type=papers.CONTENT_TYPES[form],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
