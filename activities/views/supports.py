"""Forms of support: what the project does, and what is on today."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for

from ..forms import SupportForm
from ..internships import rows_in
from ..queries import coming_sessions, forms_with_numbers, groups_with_numbers, unmarked_sessions
from ..rates import below_threshold
from ..vocabulary import SupportKind


def support_list(request, project_slug):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_VIEW)
    coming, unmarked = list(coming_sessions(project)), list(unmarked_sessions(project))
    if any(session.enrolment for session in [*coming, *unmarked]):
        log_access(request.user, AccessLog.Act.LIST, project=project, subject="spotkania indywidualne")
    today = timezone.localdate()
    return render(
        request,
        "activities/support_list.html",
        {
            "project": project,
            "supports": list(forms_with_numbers(project)),
            "today": today,
            "todays": [session for session in coming if session.held_on == today],
            "coming": coming,
            "unmarked": unmarked,
            "below_count": below_threshold(project),
            "event_count": project.events.count(),
            "may_mark": Permission.ATTENDANCE_EDIT in project.allowed,
        },
    )


def support_detail(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_VIEW)
    support = get_object_or_404(forms_with_numbers(project), pk=pk)
    context = {"project": project, "support": support, "groups": list(groups_with_numbers(support.groups))}
    internships, more = rows_in(support) if support.kind == SupportKind.INTERNSHIP else ([], False)
    if internships:
        log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"staże, forma wsparcia {support.pk}")
    return render(request, "activities/support_detail.html", context | {"internships": internships, "more": more})


def support_add(request, project_slug):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    form = SupportForm(request.POST or None, project=project)
    if support := form.submitted():
        messages.success(
            request, _("Zapisano formę wsparcia.\nPierwsza grupa już jest: zapisz do niej osoby i zaplanuj zajęcia.")
        )
        return redirect(support)
    return render(
        request, "activities/support_form.html", {"project": project, "form": form, "support": None, "name": ""}
    )


def support_edit(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    support = get_object_or_404(project.forms_of_support, pk=pk)
    name = support.name
    form = SupportForm(request.POST or None, instance=support, project=project)
    if form.submitted():
        messages.success(request, _("Zapisano formę wsparcia."))
        return redirect(support)
    context = {"project": project, "form": form, "support": support, "name": name}
    return render(request, "activities/support_form.html", context)
