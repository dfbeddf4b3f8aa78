"""Texts of the project's papers: reading, changing, restoring; and printing them, filled for somebody or empty."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.models import Paper, ProjectText

from ..forms.text import TextForm
from ..papers import (
    PACKET,
    PLACEHOLDERS,
    SIGNED,
    render_packet,
    render_paper,
    text_of,
    values_of,
    values_of_participation,
)
from ..papers.printing import sheet

PRINTED = {"Cache-Control": "private, no-store"}


def text_list(request, project_slug):
    """The papers of the project: which text holds, printing one empty, changing it."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_VIEW)
    own = {text.paper: text for text in project.texts.all()}
    papers = [{"paper": paper, "own": own.get(paper), "is_printed": paper in SIGNED} for paper in Paper]
    context = {"project": project, "papers": papers, "packet": PACKET, "changed": len(own)}
    return render(request, "participants/text_list.html", context)


def text_edit(request, project_slug, paper):
    """Changes the text of a paper; "preview" shows it filled with the project's facts and saves nothing."""
    project = project_for(request.user, project_slug, Permission.PROJECT_EDIT)
    paper = paper_named(paper)
    text = text_of(project, paper)
    row = project.texts.filter(paper=paper).first()
    instance = row or ProjectText(project=project, paper=paper, title=text.title, body=text.body)
    form = TextForm(request.POST or None, instance=instance, project=project)
    if "preview" not in request.POST and form.submitted():
        messages.success(request, _("Zapisano tekst.\nTak będzie drukowany w tym projekcie od teraz."))
        return redirect("participants:document_texts", project.slug)
    context = {
        "project": project,
        "paper": paper,
        "is_own": row is not None,
        "form": form,
        "preview": previewed(request, form, project),
        "placeholders": PLACEHOLDERS.items(),
    }
    return render(request, "participants/text_form.html", context)


def previewed(request, form, project):
    """The typed text filled in, when the preview was asked for and the text is right; else None."""
    if "preview" not in request.POST or not form.is_valid():
        return None
    return sheet(project, form.instance, values_of(project))


def paper_named(name):
    """The paper of this name. Raises Http404."""
    if name not in Paper.values:
        raise Http404
    return Paper(name)


@require_POST
def text_restore(request, project_slug, paper):
    """Throws the project's own text away; the supplied one holds again."""
    project = project_for(request.user, project_slug, Permission.PROJECT_EDIT)
    project.texts.filter(paper=paper_named(paper)).delete()
    messages.success(request, _("Przywrócono tekst dostarczony z programem."))
    return redirect("participants:document_texts", project.slug)


@require_safe
def print_blank(request, project_slug, paper):
    """A paper, or the packet, with places to fill in by hand."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_VIEW)
    return printed(project, paper, values_of(project), f"{paper}.pdf")


@require_safe
def print_filled(request, project_slug, pk, paper):
    """A paper, or the packet, filled in for one person."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_VIEW)
    participation = get_object_or_404(project.participations.select_related("person", "project__programme"), pk=pk)
    response = printed(project, paper, values_of_participation(participation), f"{participation.reference}-{paper}.pdf")
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"{participation.reference} druk {paper}")
    return response


def printed(project, paper, values, name):
    """The PDF, opened in the browser under a name without names. Raises Http404 for what is not printed."""
    if paper == PACKET:
        content = render_packet(project, values)
    elif paper in SIGNED:
        content = render_paper(project, paper, values)
    else:
        raise Http404
    headers = {"Content-Disposition": f'inline; filename="{name.replace("_", "-")}"', **PRINTED}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
