"""Asking for a document in writing: the e-mail and the letter, filled, and the note that they were sent."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.models import Paper
from projects.templatetags.polish import day
from projects.way_back import way_back

from ..calls import record_call
from ..letters import mailto, message_to, printed_letter
from ..papers import UnknownPlaceholder
from ..vocabulary import CallChannel, CallResult

CHANNELS = {Paper.EMAIL: CallChannel.EMAIL, Paper.LETTER: CallChannel.LETTER}


def write(request, project_slug, pk):
    """The e-mail and the letter to copy, open or print. The program sends nothing; one click notes that it was sent (POST)."""
    project, participation = participation_for(request, project_slug, pk)
    if request.method == "POST" and request.POST.get("sent") in CHANNELS:
        return note_sent(request, participation, CHANNELS[request.POST["sent"]])
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=participation.reference)
    return render(request, "participants/write.html", {"project": project} | written(request, participation))


def written(request, participation):
    """What the page shows: both texts filled, or the name in braces that nobody knows."""
    back = way_back(request, participation.get_absolute_url())
    found = {"participation": participation, "back": back, "unknown": "", "email": None, "letter": None, "mailto": ""}
    try:
        found["email"] = message_to(participation, Paper.EMAIL, request.user)
        found["letter"] = message_to(participation, Paper.LETTER, request.user)
    except UnknownPlaceholder as unknown:
        return found | {"unknown": unknown.name}
    if participation.person.email:
        found["mailto"] = mailto(participation.person.email, found["email"])
    return found


@require_GET
def letter(request, project_slug, pk):
    """The letter printed on the project's paper."""
    project, participation = participation_for(request, project_slug, pk)
    try:
        content = printed_letter(participation, request.user)
    except UnknownPlaceholder:
        return redirect("participants:write", project.slug, pk)
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"{participation.reference} list")
    name = f"list-{participation.reference}.pdf"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def participation_for(request, project_slug, pk):
    """The project and a participation that has ended: before that there is nothing to ask for."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EDIT)
    left = project.participations.filter(left_on__isnull=False).select_related("person", "caretaker")
    return project, get_object_or_404(left, pk=pk)


def note_sent(request, participation, channel):
    """One click: what was sent today stands in the log of calls; sent twice a day by the same way is noted once."""
    today = timezone.localdate()
    known = participation.calls.filter(channel=channel, result=CallResult.SENT, made_on=today)
    if not known.exists():
        record_call(
            participation=participation, by=request.user, made_on=today, channel=channel, result=CallResult.SENT
        )
    told = {"channel": channel.label, "day": day(today)}
    messages.success(request, _("Zapisano w kontaktach.\nWysłano: %(channel)s, %(day)s.") % told)
    return redirect(way_back(request, participation))
