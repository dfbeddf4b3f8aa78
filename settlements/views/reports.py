"""A submitted report as it was frozen: its figures, its files, and who was in each figure."""

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for

from .. import doors, frozen
from ..figures import table_of
from ..models import SubmittedReport
from ..papers import JSON
from .applications import file_answer

PAGE = 50


def report(request, project_slug, pk):
    """The figures as they were told, the files, the sum."""
    project = project_for(request.user, project_slug, Permission.REPORT_EXPORT)
    found = report_of(project, pk)
    context = {
        "project": project,
        "report": found,
        "table": table_of(found.data, found.previous, doors.of_report(found)),
        "versions": list(found.application.reports.order_by("version")),
    }
    return render(request, "settlements/report.html", context)


def report_file(request, project_slug, pk, ext):
    """A file of the report, byte for byte as it was made when it was submitted."""
    project = project_for(request.user, project_slug, Permission.REPORT_EXPORT)
    found = report_of(project, pk)
    content = found.content.encode() if ext == JSON else bytes(get_object_or_404(found.files, form=ext).content)
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"złożone sprawozdanie {found.pk}, {ext}")
    return file_answer(content, ext, f"wniosek-{project.slug}-{found.on:%Y-%m-%d}-wersja-{found.version}.{ext}")


def members(request, project_slug, pk, key):
    """Who was in a frozen figure, with the sentences that counted them as they were read then."""
    project = project_for(request.user, project_slug, Permission.INDICATORS_VIEW)
    found = report_of(project, pk)
    told = frozen.told_of(found, key)
    if told is None:
        raise Http404
    shown = frozen.shown(project, found, key, request.GET)
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"złożone sprawozdanie {found.pk}: {key}")
    context = {
        "project": project,
        "report": found,
        "told": told,
        "shown": shown,
        "page": Paginator(shown.rows, PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "settlements/members.html", context)


def report_of(project, pk):
    """The submitted report of this project, with its application."""
    reports = SubmittedReport.objects.select_related("application", "submitted_by", "previous__application")
    found = get_object_or_404(reports, pk=pk, application__project=project)
    found.application.project = project
    return found
