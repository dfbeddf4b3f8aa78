"""The report: its figures on the screen, and the same report as a file."""

from itertools import groupby
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects import pdf
from projects.access import project_for

from .. import paper, spreadsheets
from ..forms import PeriodForm, quarters
from ..reports import ProgressReport

MAKERS = {
    "pdf": (lambda report: pdf.render(paper.TEMPLATE, paper.context_of(report)), "application/pdf"),
    "xlsx": (spreadsheets.xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": (spreadsheets.csv_bytes, "text/csv; charset=utf-8"),
}


def reports(request, project_slug):
    """The figures of a day and a period, with the files that hold the same."""
    project = project_for(request.user, project_slug, Permission.REPORT_EXPORT)
    form = PeriodForm(request.GET, project)
    report = _report(project, form) if form.is_valid() else None
    return render(
        request,
        "indicators/report.html",
        {
            "project": project,
            "form": form,
            "report": report,
            "is_running": report is not None and paper.is_running(report),
            "query": urlencode(form.query) if report else "",
            "years": [
                (str(year), list(found)) for year, found in groupby(quarters(project), key=lambda quarter: quarter.year)
            ],
        },
    )


def report_file(request, project_slug, form):
    """The report as a file; a period that makes no sense leads back to the page, which says why."""
    project = project_for(request.user, project_slug, Permission.REPORT_EXPORT)
    period = PeriodForm(request.GET, project)
    if not period.is_valid():
        return redirect(f"{reverse('indicators:reports', args=[project.slug])}?{request.GET.urlencode()}")
    report = _report(project, period)
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"sprawozdanie {form}, {report.on}")
    make, content_type = MAKERS[form]
    name = f"sprawozdanie-{project.slug}-{report.on:%Y-%m-%d}.{form}"
    return HttpResponse(
        make(report), content_type=content_type, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _report(project, form):
    return ProgressReport.build(project, form.cleaned_data["on"], form.cleaned_data["since"])
