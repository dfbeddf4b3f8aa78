"""The page of the authority's files: bring one, take one away, compare; and the files themselves."""

from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from participants.vocabulary import Scope
from projects.access import project_for

from ..exporting import LAYOUTS, left_out, lines
from ..forms import FileForm
from ..layouts import template as layout_template

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LATEST = 20


def files(request, project_slug):
    """What can be brought and taken away, and what was brought before."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EXPORT)
    return home_page(request, project)


def home_page(request, project, import_form=None, comparison_form=None):
    """The page around its two forms; a refused one comes back with its message."""
    context = {
        "project": project,
        "import_form": import_form or FileForm(auto_id="import_%s"),
        "comparison_form": comparison_form or FileForm(auto_id="compare_%s"),
        "imports": project.imports.select_related("by")[:LATEST],
        "comparisons": project.comparisons.select_related("by")[:LATEST],
        "takes_files": project.scope == Scope.SMEFS,
        "left_out": left_out(project),
        "to_export": project.participations.complete().count(),
    }
    return render(request, "exchange/home.html", context)


def template(request, project_slug):
    """The empty spreadsheet, its columns set as text where a number would lose its zero."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EXPORT)
    headers = {"Content-Disposition": 'attachment; filename="szablon-uczestnicy.xlsx"'}
    return HttpResponse(layout_template.workbook(project), content_type=XLSX, headers=headers)


def export(request, project_slug, layout):
    """The participants that exist for the authority, in its layout, a row at a time."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EXPORT)
    if layout not in LAYOUTS:
        raise Http404
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"plik {layout}")
    name = f"{layout}-{project.slug}-{timezone.localdate():%Y-%m-%d}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return StreamingHttpResponse(lines(project, layout), content_type="text/csv; charset=utf-8", headers=headers)
