"""The counselling card of one person in one form of support: many meetings on one page, printed with lines to sign."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import counted

from .. import paper
from ..cards import card_of
from ..forms.card import CardRows
from ..hours import MINUTES
from ..vocabulary import Mode, SupportKind
from .paths import person_of


def card(request, project_slug, pk, form_pk):
    wanted = Permission.ATTENDANCE_EDIT if request.method == "POST" else Permission.ACTIVITIES_VIEW
    project = project_for(request.user, project_slug, wanted)
    found = card_of(person_of(project, pk), form_of(project, form_pk))
    may_edit = Permission.ATTENDANCE_EDIT in project.allowed
    rows = CardRows(request.POST if request.method == "POST" else None, card=found) if may_edit else None
    if rows and rows.saved(by=request.user):
        lines = counted(rows.count, "wpis", "wpisy", "wpisów")
        messages.success(request, _("Zapisano kartę: %(lines)s.") % {"lines": lines})
        return redirect("activities:card", project.slug, pk, form_pk)
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=found.participation.reference)
    context = {"project": project, "card": found, "support": found.form, "rows": rows}
    context |= {"minutes": MINUTES[found.form.hour_unit], "reasons": rows.reasons if rows else []}
    return render(request, "activities/card.html", context)


def form_of(project, pk):
    """An individual form of support of the project, or 404; internships have pages of their own."""
    individual = project.forms_of_support.filter(mode=Mode.INDIVIDUAL).exclude(kind=SupportKind.INTERNSHIP)
    form = get_object_or_404(individual, pk=pk)
    form.project = project
    return form


def card_pdf(request, project_slug, pk, form_pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_VIEW)
    found = card_of(person_of(project, pk), form_of(project, form_pk))
    reference = found.participation.reference
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"{reference} karta {found.form.pk}")
    return paper.answer("activities/print_card.html", paper.card_context(found), f"karta-{reference}-{found.form.pk}")
