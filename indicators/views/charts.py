"""The charts of a project on a day, on the screen and on paper."""

from django.http import HttpResponse
from django.shortcuts import render

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects import pdf
from projects.access import project_for
from projects.forms.asof import AsOfForm
from projects.letterhead import marks_of

from ..charts import charts_of
from ..reports import ProgressReport


def charts(request, project_slug):
    """Every chart that there is something to draw of, each with its table."""
    project = project_for(request.user, project_slug, Permission.INDICATORS_VIEW)
    asof = AsOfForm(request.GET, project)
    report = ProgressReport.build(project, asof.day)
    return render(request, "indicators/charts.html", {"project": project, "asof": asof, "charts": charts_of(report)})


def charts_pdf(request, project_slug):
    """The same charts as a file."""
    project = project_for(request.user, project_slug, Permission.REPORT_EXPORT)
    report = ProgressReport.build(project, AsOfForm(request.GET, project).day)
    context = {"report": report, "charts": charts_of(report), "marks": marks_of(project)}
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"wykresy, {report.on}")
    return HttpResponse(
        pdf.render("indicators/charts_print.html", context),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="wykresy-{project.slug}-{report.on:%Y-%m-%d}.pdf"'},
    )
