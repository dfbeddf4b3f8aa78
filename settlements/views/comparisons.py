"""Two states of the figures side by side: on the screen, as a correction annex on paper, in a workbook."""

from functools import wraps

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for

from .. import annex
from ..choosing import Choice
from ..showing import names_of, shown_rows
from ..taking import Disagreement
from .applications import file_answer

PEOPLE_ON_PAGE = 25


def when_steady(view):
    """While somebody keeps changing the data there is no today to compare with: back to the list, which says so."""

    @wraps(view)
    def answer(request, project_slug, **named):
        try:
            return view(request, project_slug, **named)
        except Disagreement:
            sentence = _(
                "Nie porównano: ktoś właśnie zmienia dane tego projektu i liczby się wahają. Spróbuj za chwilę."
            )
            messages.error(request, sentence)
            return redirect("settlements:list", project_slug)

    return answer


@when_steady
def compare(request, project_slug):
    """Per indicator the difference, then the people who came and went with the fields that were changed."""
    project = project_for(request.user, project_slug, Permission.REPORT_EXPORT)
    choice = Choice.read(project, request.GET)
    if choice is None:
        return redirect("settlements:list", project.slug)
    comparison = choice.comparison(project)
    log_access(request.user, AccessLog.Act.LIST, project=project, subject="porównanie sprawozdań")
    page = Paginator(comparison.numbers, PEOPLE_ON_PAGE).get_page(request.GET.get("page"))
    context = {
        "project": project,
        "choice": choice,
        "comparison": comparison,
        "page": page,
        "people": comparison.people(project, list(page.object_list)),
        "names": names_of(project, page.object_list),
        "rows": shown_rows(project, comparison),
        "sees_names": Permission.PARTICIPANTS_VIEW in project.allowed,
        "query": request.GET.urlencode(),
    }
    return render(request, "settlements/comparison.html", context)


@when_steady
def compare_file(request, project_slug, form):
    """The same as a file: a PDF to print and sign, or a workbook with everybody in it."""
    project = project_for(request.user, project_slug, Permission.REPORT_EXPORT)
    choice = Choice.read(project, request.GET)
    if choice is None:
        return redirect("settlements:list", project.slug)
    comparison = choice.comparison(project)
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"porównanie sprawozdań, {form}")
    content = annex.MAKERS[form](project, comparison)
    return file_answer(content, form, f"aneks-korekty-{project.slug}-{comparison.first.on:%Y-%m-%d}.{form}")
