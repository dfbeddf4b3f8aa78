"""The application form on paper."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects import pdf
from projects.access import project_for

from .. import paper_form
from ..forms.candidate import CandidateForm
from .candidates import with_everything


def form_print(request, project_slug):
    """The empty form, for a pen."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_VIEW)
    return _answer(CandidateForm(project=project, user=request.user), None, "formularz")


def candidate_print(request, project_slug, pk):
    """The form filled with what was entered."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_VIEW)
    candidate = get_object_or_404(with_everything(project), pk=pk)
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=candidate.reference)
    form = CandidateForm(instance=candidate, project=project, user=request.user)
    return _answer(form, candidate, candidate.number.replace("/", "-"))


def _answer(form, candidate, name):
    content = pdf.render(paper_form.TEMPLATE, paper_form.context_of(form, candidate))
    headers = {"Content-Disposition": f'inline; filename="{name}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)
