"""A group: who is in it, and its sessions."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for

from ..forms import GroupForm
from ..models import Group
from ..paper import months_of
from ..queries import groups_with_numbers, members_of, sessions_with_numbers
from ..rates import rates_of, with_coming

PEOPLE_ON_PAGE = 100
SESSIONS_ON_PAGE = 60


def group_of(project, pk, groups=Group.objects):
    """A group of the project, with its form of support in hand, or 404."""
    group = get_object_or_404(groups.select_related("form_of_support"), pk=pk, form_of_support__project=project)
    group.form_of_support.project = project
    return group


def group_detail(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_VIEW)
    group = group_of(project, pk, groups_with_numbers(Group.objects))
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"grupa {group.pk}")
    people = page_of(with_coming(members_of(group)), PEOPLE_ON_PAGE, group.enrolled, request.GET.get("page"))
    context = {
        "project": project,
        "group": group,
        "support": group.form_of_support,
        "people": people,
        "members": with_rates(people.object_list, project),
        "sessions": page_of(
            sessions_with_numbers(group),
            SESSIONS_ON_PAGE,
            group.session_count + group.cancelled_count,
            request.GET.get("zajecia"),
        ),
        "months": months_of(group),
        "today": timezone.localdate(),
        "may_edit": Permission.ACTIVITIES_EDIT in project.allowed,
    }
    return render(request, "activities/group.html", context)


def page_of(rows, size, count, number):
    """A page of rows whose count is known already."""
    paginator = Paginator(rows, size)
    paginator.count = count
    return paginator.get_page(number)


def group_add(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    support = get_object_or_404(project.forms_of_support, pk=pk)
    named = {"name": _("grupa %(n)s") % {"n": support.groups.count() + 1}}
    form = GroupForm(request.POST or None, initial=named, form_of_support=support)
    if group := form.submitted():
        messages.success(request, _("Dodano grupę.\nZapisz do niej osoby i zaplanuj zajęcia."))
        return redirect("activities:group", project.slug, group.pk)
    return render(
        request,
        "activities/group_form.html",
        {"project": project, "form": form, "support": support, "group": None, "name": ""},
    )


def group_edit(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    group = group_of(project, pk)
    name = group.name
    form = GroupForm(request.POST or None, instance=group, form_of_support=group.form_of_support)
    if form.submitted():
        messages.success(request, _("Zapisano grupę."))
        return redirect("activities:group", project.slug, group.pk)
    context = {"project": project, "form": form, "support": group.form_of_support, "group": group, "name": name}
    return render(request, "activities/group_form.html", context)


def with_rates(enrolments, project):
    """Pairs of an enrolment and how the person attended, over all marked sessions, and what may still become of it."""
    enrolments = list(enrolments)
    rates = rates_of(enrolments, project.attendance_threshold)
    return [(enrolment, rates[enrolment.pk]) for enrolment in enrolments]
