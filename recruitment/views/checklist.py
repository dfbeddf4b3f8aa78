"""The documents that a project asks of its candidates, and those that one of them handed in."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission
from participants.files import store
from participants.vocabulary import DocumentKind
from projects.access import project_for

from ..actions.registering import set_received
from ..forms.checklist import USUAL, Checklist, ReceivedForm
from ..models import ChecklistItem
from .candidates import candidate_page, with_everything


def checklist(request, project_slug):
    """The project's own list of documents."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_DECIDE)
    rows = Checklist(request.POST or None, instance=project, prefix="doc")
    if rows.is_bound and rows.is_valid():
        rows.save()
        messages.success(request, _("Zapisano listę dokumentów.\nObowiązuje wszystkich kandydatów tego projektu."))
        return redirect("recruitment:checklist", project.slug)
    return render(request, "recruitment/checklist.html", {"project": project, "rows": rows, "usual": USUAL})


@require_POST
def checklist_take(request, project_slug):
    """Begins the list with what projects usually ask for; what is on the list already stays."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_DECIDE)
    rows = [
        ChecklistItem(project=project, name=str(name), is_required=is_required, position=position)
        for position, (name, is_required) in enumerate(USUAL)
    ]
    ChecklistItem.objects.bulk_create(rows, ignore_conflicts=True)
    messages.success(request, _("Lista jest gotowa.\nPopraw ją tak, jak stoi w regulaminie rekrutacji."))
    return redirect("recruitment:checklist", project.slug)


@require_POST
def received(request, project_slug, pk):
    """Notes what a candidate handed in, with the scans."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_EDIT)
    candidate = get_object_or_404(with_everything(project), pk=pk)
    form = ReceivedForm(request.POST, request.FILES, candidate=candidate)
    if not form.is_valid():
        return candidate_page(request, project, candidate, form)
    with transaction.atomic():
        rows = [(*line[:3], _stored(request.user, candidate, *line)) for line in form.rows()]
        set_received(candidate=candidate, by=request.user, rows=rows)
    messages.success(request, _("Zapisano dokumenty zgłoszenia %(number)s.") % {"number": candidate.number})
    return redirect(candidate)


def _stored(by, candidate, item, _day, _note, scan):
    if not scan:
        return None
    title = f"{item.name} ({candidate.number})"[:200]
    return store(
        project=candidate.project,
        by=by,
        upload=scan,
        kind=DocumentKind.APPLICATION,
        title=title,
        participation=candidate.participation,
    )
