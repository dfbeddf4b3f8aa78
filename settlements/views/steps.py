"""The steps of an application: submitting it, and what the authority answered."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission
from projects.access import project_for

from .. import actions
from ..actions import ImpossibleStep
from ..checklist import checklist
from ..forms import RemarksForm
from ..models import State
from ..standing import Standing
from ..taking import Disagreement
from .applications import application_of

UNSTEADY = _("Nie złożono: ktoś właśnie zmienia dane tego projektu i liczby się wahają. Spróbuj za chwilę.")


def submit(request, project_slug, pk):
    """What to look at before submitting, and the button; nothing on the list forbids it."""
    project = project_for(request.user, project_slug, Permission.REPORT_SUBMIT)
    application = application_of(project, pk)
    if not application.is_ours:
        messages.warning(request, _("Ten wniosek jest już złożony."))
        return redirect(application)
    if request.method == "POST":
        return _submitted(request, application)
    standing = Standing.of(application)
    context = {"project": project, "standing": standing, "checks": checklist(application, standing.live)}
    return render(request, "settlements/submit.html", context)


def _submitted(request, application):
    try:
        report = actions.submit(application=application, by=request.user)
    except ImpossibleStep as refused:
        messages.warning(request, refused.sentence)
        return redirect(application)
    except Disagreement:
        messages.error(request, _(UNSTEADY))
        return redirect("settlements:submit", application.project.slug, application.pk)
    told = {"number": application.number, "version": report.version}
    messages.success(request, _("Złożono wniosek %(number)s, wersja %(version)s.\nSprawozdanie jest zamrożone.") % told)
    return redirect(report)


def give_back(request, project_slug, pk):
    """The remarks of the authority, with which the application comes back."""
    project = project_for(request.user, project_slug, Permission.REPORT_SUBMIT)
    application = application_of(project, pk)
    if not application.can_become(State.RETURNED):
        messages.warning(request, _("Instytucja nie ma tego wniosku, więc nie może go zwrócić."))
        return redirect(application)
    form = RemarksForm(request.POST or None)
    if form.is_valid():
        return _stepped(request, application, actions.give_back, remarks=form.cleaned_data["remarks"])
    return render(request, "settlements/give_back.html", {"project": project, "application": application, "form": form})


@require_POST
def accept(request, project_slug, pk):
    """The authority accepted the application."""
    project = project_for(request.user, project_slug, Permission.REPORT_SUBMIT)
    return _stepped(request, application_of(project, pk), actions.accept)


def _stepped(request, application, act, **words):
    try:
        step = act(application=application, by=request.user, **words)
        told = {"number": application.number, "state": step.get_state_display()}
        messages.success(request, _("Wniosek %(number)s jest teraz %(state)s.") % told)
    except ImpossibleStep as refused:
        messages.warning(request, refused.sentence)
    return redirect(application)
