"""Our records beside the authority's own file."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for

from ..comparing import bring, compare
from ..forms import FileForm
from ..models import Finding
from ..reading import Unreadable
from .home import home_page

PAGE = 25
SHOWN_FIRST = (Finding.DIFFERS, Finding.THEIRS, Finding.OURS, Finding.FOREIGN, Finding.SAME)


def comparison_add(request, project_slug):
    """Takes the authority's file in and compares it. Nothing of ours changes."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_IMPORT)
    if request.method != "POST":  # a refused form stands under this address, and may be opened anew
        return redirect("exchange:home", project.slug)
    form = FileForm(request.POST, request.FILES, auto_id="compare_%s")
    if not form.is_valid():
        return home_page(request, project, comparison_form=form)
    submission = form.cleaned_data["submission"]
    if submission and (before := project.comparisons.filter(submission=submission).first()):
        return redirect(before)
    file = form.cleaned_data["file"]
    try:
        made = bring(project=project, by=request.user, file=file, name=file.name, submission=submission)
    except Unreadable as error:
        form.add_error("file", str(error))
        return home_page(request, project, comparison_form=form)
    return redirect(made)


def comparison(request, project_slug, pk):
    """What agrees and what does not: per figure, and person by person."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_IMPORT)
    found = get_object_or_404(project.comparisons.select_related("by"), pk=pk)
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=f"uzgodnienie {found.pk}")
    counts = dict(found.rows.order_by().values_list("finding").annotate(n=Count("pk")))
    asked = request.GET.get("view", "")
    view = asked if asked in Finding.values else next((f.value for f in SHOWN_FIRST if counts.get(f)), Finding.SAME)
    rows = found.rows.filter(finding=view).select_related("participation__person", "participation__project")
    context = {
        "project": project,
        "comparison": found,
        "counts": counts,
        "differing": sum(n for finding, n in counts.items() if finding not in (Finding.SAME, Finding.FOREIGN)),
        "links": [(f.value, f.label, counts.get(f, 0)) for f in SHOWN_FIRST if counts.get(f) or f == view],
        "view": view,
        "page": Paginator(rows.order_by("number", "pk"), PAGE).get_page(request.GET.get("page")),
        "figures": [with_gap(figure) for figure in found.figures],
    }
    return render(request, "exchange/comparison.html", context)


def with_gap(figure):
    """A figure with what it lacks or has too much with us, against the authority: +2, −1; women and men may differ at equal totals."""
    gap = figure["ours"][2] - figure["theirs"][2]
    return {**figure, "differs": figure["ours"] != figure["theirs"], "gap": f"{gap:+d}".replace("-", "−")}


@require_POST
def comparison_again(request, project_slug, pk):
    """Compares the same file with what our records say now."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_IMPORT)
    found = get_object_or_404(project.comparisons, pk=pk)
    compare(found)
    messages.success(request, _("Porównano jeszcze raz z dzisiejszymi danymi."))
    return redirect(found)
