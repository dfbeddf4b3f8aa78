"""Institutions that take part (2014–2020), and the people whom they delegate."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.search import typed

from ..forms.institution import InstitutionForm
from ..institutions import completeness_of, facts_of, institutions_of, matching, takes_institutions

PAGE = 20


def institution_list(request, project_slug):
    """The institutions of the project, in Polish order of names."""
    project = project_of(request, project_slug, Permission.PARTICIPANTS_VIEW)
    text = typed(request.GET.get("q", ""))
    rows = institutions_of(project).order_by("name", "pk")
    page = Paginator(matching(rows, text) if text else rows, PAGE).get_page(request.GET.get("page"))
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"instytucje, strona {page.number}")
    context = {"project": project, "page": page, "q": text, "ways": [] if text or page.object_list else ways(project)}
    context["rows"] = [(institution, completeness_of(institution)) for institution in page]
    return render(request, "participants/institution_list.html", context)


def ways(project):
    """How to begin in a project without institutions."""
    if Permission.PARTICIPANTS_EDIT not in project.allowed:
        return []
    return [
        {
            "title": _("Zapisz pierwszą instytucję"),
            "text": _("Nazwa, NIP, typ, adres i czy wsparciem objęto jej pracowników."),
            "url": reverse("participants:institution_add", args=[project.slug]),
            "button": _("Dodaj instytucję"),
        }
    ]


def institution_detail(request, project_slug, pk):
    """What is on record of an institution, what is missing, and whom it delegated."""
    project = project_of(request, project_slug, Permission.PARTICIPANTS_VIEW)
    institution = get_object_or_404(institutions_of(project), pk=pk)
    people = institution.participation_delegates.select_related("person").in_polish_order()
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=institution.reference)
    context = {
        "project": project,
        "institution": institution,
        "facts": facts_of(institution),
        "completeness": completeness_of(institution),
        "page": Paginator(people, PAGE).get_page(request.GET.get("page")),
    }
    return render(request, "participants/institution_detail.html", context)


def institution_add(request, project_slug):
    """Records an institution in the project."""
    project = project_of(request, project_slug, Permission.PARTICIPANTS_EDIT)
    return institution_form(request, project, InstitutionForm(request.POST or None, project=project), None)


def institution_edit(request, project_slug, pk):
    """Corrects what is on record of an institution."""
    project = project_of(request, project_slug, Permission.PARTICIPANTS_EDIT)
    institution = get_object_or_404(institutions_of(project), pk=pk)
    as_saved = {"pk": institution.pk, "name": institution.name, "may_go": not institution.people}
    form = InstitutionForm(request.POST or None, instance=institution, project=project)
    return institution_form(request, project, form, as_saved)


def institution_form(request, project, form, as_saved):
    """The form, or the page of the institution once it is saved."""
    if institution := form.submitted():
        log_access(request.user, AccessLog.Act.EDIT, project=project, subject=institution.reference)
        messages.success(request, _("Zapisano instytucję: %(name)s.") % {"name": institution.name})
        return redirect("participants:institution", project.slug, institution.pk)
    if as_saved and not form.is_bound:
        log_access(request.user, AccessLog.Act.VIEW, project=project, subject=form.instance.reference)
    context = {"project": project, "form": form, "as_saved": as_saved}
    return render(request, "participants/institution_form.html", context)


@require_POST
def institution_remove(request, project_slug, pk):
    """Deletes an institution recorded by mistake; one that delegated somebody stays."""
    project = project_of(request, project_slug, Permission.PARTICIPANTS_EDIT)
    institution = get_object_or_404(institutions_of(project), pk=pk)
    if institution.people or institution.has_support:
        messages.error(request, _("Nie usunięto.\nTa instytucja ma zapisane wsparcie albo oddelegowane osoby."))
        return redirect("participants:institution", project.slug, institution.pk)
    log_access(request.user, AccessLog.Act.EDIT, project=project, subject=f"{institution.reference} usunięto")
    institution.delete()
    messages.success(request, _("Usunięto instytucję: %(name)s.") % {"name": institution.name})
    return redirect("participants:institutions", project.slug)


def project_of(request, slug, permission):
    """The project, when institutions take part in projects of its period; else 404."""
    project = project_for(request.user, slug, permission)
    if not takes_institutions(project):
        raise Http404
    return project
