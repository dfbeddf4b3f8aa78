"""An import step by step: bring the file, look at what it would do, correct or leave out rows, write, undo."""

import re

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for

from ..forms import FileForm
from ..importing import NotPossible, begin_again, correct, exclude, include, load, undo
from ..jobs import start
from ..models import BUSY, Act, State
from ..preview import Preview, sentence_of
from ..reading import Unreadable
from .home import home_page

PAGE = 25
NUMBER = re.compile(r"[0-9]{1,9}")
CELL = re.compile(r"c-(?P<row>[0-9]{1,9})-(?P<column>[1-9]|[1-3][0-9]|4[0-3])")


def run_of(request, project_slug, pk):
    """The project and one import of it, for whoever may import."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_IMPORT)
    return project, get_object_or_404(project.imports.select_related("by", "undone_by"), pk=pk)


def address_of(run, view=""):
    """The page of an import, open on one kind of its rows."""
    address = reverse("exchange:import", args=[run.project.slug, run.pk])
    return f"{address}?view={view}" if view else address


def import_add(request, project_slug):
    """Takes a file in and begins to check it. Nothing of it is among the participants yet."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_IMPORT)
    if request.method != "POST":  # a refused form stands under this address, and may be opened anew
        return redirect("exchange:home", project.slug)
    form = FileForm(request.POST, request.FILES, auto_id="import_%s")
    if not form.is_valid():
        return home_page(request, project, import_form=form)
    submission = form.cleaned_data["submission"]
    if submission and (before := project.imports.filter(submission=submission).first()):
        return redirect(address_of(before))
    file = form.cleaned_data["file"]
    try:
        run = load(project=project, by=request.user, file=file, name=file.name, submission=submission)
    except Unreadable as error:
        form.add_error("file", str(error))
        return home_page(request, project, import_form=form)
    start(run, "check")
    return redirect(address_of(run))


def import_detail(request, project_slug, pk):
    """How far an import is, and its rows by what would become of them."""
    project, run = run_of(request, project_slug, pk)
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=f"import {run.pk}")
    preview = Preview(run, request.GET.get("view", ""))
    context = {
        "project": project,
        "run": run,
        "sentence": sentence_of(run),
        "is_busy": run.state in BUSY and not run.is_interrupted,
        "preview": preview,
        "page": Paginator(preview.rows, PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "exchange/import.html", context)


def import_progress(request, project_slug, pk):
    """The line of progress; when the work is over the page is asked for anew."""
    project, run = run_of(request, project_slug, pk)
    if run.state in BUSY and not run.is_interrupted:
        return render(request, "exchange/_progress.html", {"project": project, "run": run})
    return HttpResponse(headers={"HX-Refresh": "true"})


@require_POST
def rows_correct(request, project_slug, pk):
    """Takes the cells typed into the preview and checks their rows again."""
    _project, run = run_of(request, project_slug, pk)
    return changed(request, run, correct, rows=typed(request.POST))


def typed(data):
    """The cells of a post, named c-ROW-COLUMN: {row: {column: text}}; names of another shape are nobody's."""
    rows = {}
    for name in data:
        if found := CELL.fullmatch(name):
            text = data[name].replace("\0", "")  # no database keeps it
            rows.setdefault(int(found["row"]), {})[int(found["column"])] = text
    return rows


@require_POST
def suggestions_take(request, project_slug, pk):
    """Takes every correction that the program proposes, for instance the lost zeros of PESEL numbers."""
    _project, run = run_of(request, project_slug, pk)
    proposed = {
        row.number: {error["column"]: error["suggestion"] for error in row.errors if error["suggestion"] is not None}
        for row in run.rows.filter(act=Act.REJECTED, is_excluded=False).order_by("number")
    }
    return changed(request, run, correct, rows={number: cells for number, cells in proposed.items() if cells})


@require_POST
def rows_leave_out(request, project_slug, pk):
    """Leaves rows out of the import, or takes them in again."""
    _project, run = run_of(request, project_slug, pk)
    numbers = [int(text) for text in request.POST.getlist("row") if NUMBER.fullmatch(text)]
    if "all_rejected" in request.POST:
        numbers = list(run.rows.filter(act=Act.REJECTED, is_excluded=False).values_list("number", flat=True))
    return changed(request, run, include if "include" in request.POST else exclude, numbers=numbers)


def changed(request, run, act, **what):
    """Does something to the rows of a checked import and leads back to them."""
    try:
        act(run=run, **what)
    except NotPossible as refusal:
        messages.error(request, _("Nie zmieniono.\n%(why)s") % {"why": refusal})
        return redirect(address_of(run))
    run.refresh_from_db()
    return after_change(request, run)


def after_change(request, run):
    """Back to the rows that still have errors, or to what would be written."""
    if run.rejected:
        return redirect(address_of(run, request.POST.get("view") or "rejected"))
    messages.success(request, _("Plik nie ma już błędów.\nNic jeszcze nie zapisano: sprawdź podgląd i zapisz."))
    return redirect(address_of(run))


@require_POST
def import_write(request, project_slug, pk):
    """Begins to write a checked import, all of it or nothing."""
    project, run = run_of(request, project_slug, pk)
    if not run.can_be_written:
        messages.error(
            request, _("Nie zapisano.\nPlik ma błędy albo nic nie wnosi: popraw lub pomiń wiersze z błędami.")
        )
        return redirect(address_of(run))
    try:
        start(run, "write")
    except NotPossible as refusal:  # somebody else ordered it, or changed its rows, in this very moment
        messages.error(request, _("Nie zapisano.\n%(why)s") % {"why": refusal})
    else:
        log_access(request.user, AccessLog.Act.EDIT, project=project, subject=f"import {run.pk} zlecono zapis")
    return redirect(address_of(run))


@require_POST
def import_again(request, project_slug, pk):
    """Starts an interrupted import again from its file."""
    _project, run = run_of(request, project_slug, pk)
    if run.state not in (State.DONE, State.UNDONE) and not run.is_alive:
        begin_again(run)
        start(run, "check")
    return redirect(address_of(run))


@require_POST
def import_undo(request, project_slug, pk):
    """Takes everything back that an import wrote."""
    project, run = run_of(request, project_slug, pk)
    try:
        undo(run=run, by=request.user)
    except NotPossible as error:
        messages.error(request, _("Nie cofnięto.\n%(why)s") % {"why": error})
    else:
        log_access(request.user, AccessLog.Act.EDIT, project=project, subject=f"import {run.pk} cofnięto")
        messages.success(request, _("Cofnięto import.\nDane są takie, jak przed nim."))
    return redirect(address_of(run))
