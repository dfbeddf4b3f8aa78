"""Calls: an attempt to reach a person recorded in one short form, corrected, or deleted when it was a mistake."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import day
from projects.way_back import way_back

from ..calls import withdraw_call
from ..forms.calls import CallForm
from ..vocabulary import CLOSING


def call_add(request, project_slug, pk):
    """Records a call; asked for by a script, the form alone."""
    project, participation = participation_for(request, project_slug, pk)
    ids = f"call-{pk}-%s"  # several of these forms may stand in one list
    form = CallForm(request.POST or None, participation=participation, user=request.user, auto_id=ids)
    if call := form.submitted():
        return saved(request, call, participation)
    return call_page(request, project, participation, form)


def call_edit(request, project_slug, pk, call_pk):
    """Corrects a call or deletes one recorded by mistake; a change of caretaker is no call."""
    project, participation = participation_for(request, project_slug, pk)
    call = get_object_or_404(participation.calls.attempts(), pk=call_pk)
    if "delete" in request.POST:
        withdraw_call(call=call, by=request.user)
        messages.success(request, _("Usunięto kontakt."))
        return redirect(way_back(request, participation))
    form = CallForm(request.POST or None, instance=call, participation=participation, user=request.user)
    if call := form.submitted():
        return saved(request, call, participation)
    return call_page(request, project, participation, form)


def participation_for(request, project_slug, pk):
    """The project and the participation, for somebody who may change them."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EDIT)
    return project, get_object_or_404(project.participations.select_related("person", "caretaker"), pk=pk)


def call_page(request, project, participation, form):
    if request.method == "GET":
        log_access(request.user, AccessLog.Act.VIEW, project=project, subject=participation.reference)
    context = {
        "project": project,
        "participation": participation,
        "form": form,
        "is_new": form.instance.pk is None,
        "back": way_back(request, participation.get_absolute_url()),
        "next": request.GET.get("next", ""),
    }
    if request.htmx:
        form.fields["result"].widget.attrs["autofocus"] = True  # day and way are filled in already
    template = "participants/_call_form.html" if request.htmx else "participants/call_form.html"
    return render(request, template, context)


def saved(request, call, participation):
    """Says what was recorded and what comes next."""
    if call.result in CLOSING:
        then = _("Sprawa jest zamknięta; następny kontakt otworzy ją na nowo.")
    elif call.next_on:
        then = _("Następna próba: %(day)s.") % {"day": day(call.next_on)}
    else:
        then = _("Bez daty następnej próby.")
    told = {"name": participation.person.name, "then": then}
    messages.success(request, _("Zapisano kontakt: %(name)s.\n%(then)s") % told)
    return redirect(way_back(request, participation))
