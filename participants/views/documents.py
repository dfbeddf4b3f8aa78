"""Documents of a project and of one person: the list, what is missing, adding, reading, deleting. Each opening is logged."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import counted, number, plural
from projects.way_back import way_back

from ..dossier import dossier
from ..evidence import BY_KEY, evidence_of
from ..forms.document import DocumentFilter, DocumentForm, UploadForm
from ..models import Document
from ..proofs import proved_by

PAGE = 20
# A file is shown and does nothing: no script, no frame, no copy in a shared cache. Tried in Chromium, whose reader of PDF works so.
SHUT = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
}


def document_list(request, project_slug):
    """All documents of the project, or the people who lack one (?brak=…)."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_VIEW)
    gap = BY_KEY.get(request.GET.get("brak", ""))
    wanted = DocumentFilter(request.GET)
    log_access(request.user, AccessLog.Act.LIST, project=project, subject="dokumenty")
    missing = evidence_of(project.participations.all())
    total = project.documents.count()
    lead = sentence(total, missing)
    context = {"project": project, "missing": missing, "gap": gap, "filter": wanted, "total": total, "lead": lead}
    if gap:
        lacking = gap.lacking(project.participations.order_by())
        people = project.participations.filter(lacking).select_related("person").in_polish_order()
        context["page"] = Paginator(people, PAGE).get_page(request.GET.get("page"))
        return render(request, "participants/document_gap.html", context)
    context["page"] = page_of(wanted, project.documents, total, request)
    return render(request, "participants/document_list.html", context)


def page_of(wanted, documents, total, request):
    """The page asked for; the total is known already and not counted again."""
    paginator = Paginator(wanted.narrow(with_proofs(documents)), PAGE)
    if not wanted.is_narrowing:
        paginator.count = total
    return paginator.get_page(request.GET.get("page"))


def sentence(total, missing):
    """ "124 dokumenty. Komplet dowodów ma 30 z 95 osób." """
    if not total:
        return _("Nie ma jeszcze żadnego dokumentu.")
    told = _("%(documents)s.") % {"documents": counted(total, "dokument", "dokumenty", "dokumentów")}
    if not missing.people:
        return told
    words = {
        "have": plural(missing.complete, "ma", "mają", "ma"),
        "n": number(missing.complete),
        "people": counted(missing.people, "osoby", "osób", "osób"),
    }
    return f"{told} {_('Komplet dowodów %(have)s %(n)s z %(people)s.') % words}"


def with_proofs(documents):
    """Documents with their person and what they prove."""
    return documents.select_related("participation__person").prefetch_related("premises", "outcomes")


def document_add(request, project_slug, pk=None):
    """Adds documents: of a person, or of the project itself."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EDIT)
    people = project.participations.select_related("person", "project")
    participation = get_object_or_404(people, pk=pk) if pk else None
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    asked = {"kind": request.GET.get("kind", ""), "facts": request.GET.getlist("fact")}
    form = UploadForm(*sent, project=project, user=request.user, participation=participation, initial=asked)
    back = participation.get_absolute_url() + "#dokumenty" if participation else "participants:documents"
    if form.is_bound and form.is_valid():
        messages.success(request, stored_sentence(form.save()))
        back = way_back(request, back)
        return redirect(back) if participation or "/" in back else redirect(back, project.slug)
    if participation and not form.is_bound:
        log_access(request.user, AccessLog.Act.VIEW, project=project, subject=participation.reference)
    context = {"project": project, "participation": participation, "form": form, "had_files": bool(request.FILES)}
    return render(request, "participants/document_add.html", context)


def stored_sentence(stored):
    """How many were stored, and how many were there already."""
    old = sum(document.was_there for document in stored)
    new = len(stored) - old
    told = []
    if new:
        told.append(_("Zapisano %(documents)s.") % {"documents": counted(new, "dokument", "dokumenty", "dokumentów")})
    if old:
        word = plural(old, "plik już tu był", "pliki już tu były", "plików już tu było")
        told.append(_("%(n)s %(word)s i nie został zapisany drugi raz.") % {"n": old, "word": word})
    return "\n".join(told)


def document(request, project_slug, document_pk):
    """One document: what it is, what it proves; whoever may change people may change this too."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_VIEW)
    row = document_of(project, document_pk)
    may_edit = Permission.PARTICIPANTS_EDIT in project.allowed
    if request.method == "POST" and not may_edit:
        raise PermissionDenied
    form = DocumentForm(request.POST or None, instance=row, user=request.user) if may_edit else None
    if request.method == "POST" and form.is_valid():
        form.save()
        messages.success(request, _("Zapisano.\nPlik zostaje bez zmian."))
        return redirect(way_back(request, row))
    if request.method == "GET":
        log_access(request.user, AccessLog.Act.VIEW, project=project, subject=row.reference)
    context = {"project": project, "document": Document.objects.get(pk=row.pk), "participation": row.participation}
    return render(request, "participants/document.html", {**context, "form": form, "facts": proved_by(row)})


def document_of(project, pk):
    rows = project.documents.select_related("participation__person", "participation__project", "uploaded_by", "project")
    return get_object_or_404(rows, pk=pk)


@require_safe
def document_file(request, project_slug, document_pk):
    """The file itself, read out by the program: never an address of the storage, never a redirection."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_VIEW)
    row = get_object_or_404(project.documents, pk=document_pk)
    try:
        file = row.file.open("rb")
    except OSError:
        raise Http404 from None
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"{row.reference} plik")
    return FileResponse(file, content_type=row.content_type, filename=row.filename, headers=SHUT)


def document_delete(request, project_slug, document_pk):
    """Deletes a document with its file; a GET asks first and says what would lose its proof.

    What proves nothing may be deleted by whoever records people; what proves something, by whoever answers for the project.
    """
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EDIT)
    row = document_of(project, document_pk)
    facts = proved_by(row)
    may_delete = not facts or Permission.PROJECT_EDIT in project.allowed
    back = row.participation.get_absolute_url() if row.participation_id else None
    if request.method == "POST":
        if not may_delete:
            raise PermissionDenied
        log_access(request.user, AccessLog.Act.EDIT, project=project, subject=f"{row.reference} usunięto plik")
        row.delete()
        messages.success(request, _("Usunięto dokument razem z plikiem."))
        return redirect(back) if back else redirect("participants:documents", project.slug)
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=row.reference)
    context = {"project": project, "document": row, "facts": facts, "may_delete": may_delete}
    return render(request, "participants/document_delete.html", context)


@require_safe
def document_dossier(request, project_slug, pk):
    """All documents of one person as one PDF, with a sheet of what there is and what it proves."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_VIEW)
    participation = get_object_or_404(project.participations.select_related("person", "project__programme"), pk=pk)
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"{participation.reference} dokumenty, PDF")
    name = f"{participation.reference}-dokumenty.pdf"
    return FileResponse(dossier(participation), content_type="application/pdf", filename=name, headers=SHUT)
