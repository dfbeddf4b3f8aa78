"""Printed papers of groups: attendance lists and certificates."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import counted

from .. import paper
from ..certificates import enrolment_of, finished_in, issue, issued_in
from ..forms.allowance import MonthForm
from ..forms.people import PeopleForm
from ..queries import members_of
from .groups import group_of
from .sessions import session_of


def group_list_pdf(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_VIEW)
    group = group_of(project, pk)
    month = MonthForm(request.GET).chosen
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"lista obecności, grupa {group.pk}")
    name = f"lista-obecnosci-grupa-{group.pk}" + (f"-{month:%Y-%m}" if month else "")
    return paper.answer("activities/print_attendance.html", paper.attendance_context(group, month), name)


def session_list_pdf(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_VIEW)
    session = session_of(project, pk)
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=f"lista obecności, zajęcia {session.pk}")
    name = f"lista-obecnosci-{session.held_on:%Y-%m-%d}-{session.pk}"
    return paper.answer("activities/print_session.html", paper.session_context(session), name)


def certificates(request, project_slug, pk):
    """Who of the group finished, who has a certificate, and numbers for those who have none."""
    wanted = Permission.ACTIVITIES_EDIT if request.method == "POST" else Permission.ACTIVITIES_VIEW
    project = project_for(request.user, project_slug, wanted)
    group = group_of(project, pk)
    form = PeopleForm(request.POST or None, people=finished_in(group))
    if request.method == "POST" and form.is_valid():
        made = issue(group=group, by=request.user, enrolments=form.cleaned_data["people"])
        told = {"certificates": counted(len(made), "zaświadczenie", "zaświadczenia", "zaświadczeń")}
        messages.success(request, _("Wystawiono %(certificates)s.") % told)
        return redirect("activities:certificates", project.slug, group.pk)
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"zaświadczenia, grupa {group.pk}")
    rows = [(enrolment, getattr(enrolment, "certificate", None)) for enrolment in finished_in(group)]
    context = {"project": project, "group": group, "support": group.form_of_support, "form": form, "rows": rows}
    context |= {"issued": sum(bool(certificate) for _enrolment, certificate in rows)}
    return render(request, "activities/certificates.html", context)


def certificates_pdf(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_VIEW)
    group = group_of(project, pk)
    found = issued_in(members_of(group).order_by().values("pk")).order_by("ordinal")
    return _printed(request, project, found, f"zaświadczenia, grupa {group.pk}", f"zaswiadczenia-grupa-{group.pk}")


def certificate_pdf(request, project_slug, pk):
    """The certificate of one enrolment."""
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_VIEW)
    found = issued_in(enrolment_of(project, pk)).order_by("ordinal")
    return _printed(request, project, found, f"zaświadczenie, wsparcie {pk}", f"zaswiadczenie-{pk}")


def _printed(request, project, certificates, subject, name):
    """The paper, or 404 where nobody has a certificate that can be printed."""
    certificates = list(certificates)
    if not certificates:
        raise Http404
    log_access(request.user, AccessLog.Act.EXPORT, project=project, subject=subject)
    context = paper.certificates_context(project, certificates)
    return paper.answer("activities/print_certificates.html", context, name)
