"""Paper: the ranking and the reserve list, inside the house and published, and the protocol of a sitting."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.pdf import render

from ..models import Sitting
from ..papers import KINDS, list_context, protocol_context
from ..situation import Situation


def list_print(request, project_slug, pk, list_name):
    """A list of the round as PDF."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_VIEW)
    if list_name not in KINDS:
        raise Http404
    context = list_context(Situation.of_round(project, pk), *KINDS[list_name])
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"{list_name}, nabór {pk}")
    return as_pdf(render("recruitment/list_print.html", context), f"{list_name}-{pk}-{timezone.localdate()}.pdf")


def protocol(request, project_slug, pk):
    """The protocol of a sitting as PDF."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_VIEW)
    sitting = get_object_or_404(Sitting.objects.select_related("round"), round__project=project, pk=pk)
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"protokół komisji {sitting.pk}")
    content = render("recruitment/protocol_print.html", protocol_context(sitting, project))
    return as_pdf(content, f"protokol-{sitting.pk}-{sitting.held_on}.pdf")


def as_pdf(content, name):
    """The paper, to be looked at in the browser."""
    return HttpResponse(
        content, content_type="application/pdf", headers={"Content-Disposition": f'inline; filename="{name}"'}
    )
