"""Sessions: planned one by one or as a series, changed, and deleted as long as nobody is marked."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import counted

from ..actions import delete_session
from ..forms import SessionForm
from ..forms.session import after
from ..models import Session
from ..queries import numbers_of
from .groups import group_of


def session_of(project, pk):
    """A session of the project, with its group and form of support in hand, or 404."""
    sessions = Session.objects.select_related("group__form_of_support", "enrolment__participation__person")
    session = get_object_or_404(sessions, pk=pk, group__form_of_support__project=project)
    session.group.form_of_support.project = project
    return session


def session_add(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    group = group_of(project, pk)
    last = group.sessions.order_by("held_on", "starts_at", "pk").last()
    form = SessionForm(request.POST or None, group=group, initial=after(last) | {"enrolment": request.GET.get("osoba")})
    if session := form.submitted():
        count = 1 + len(form.further_days)
        messages.success(
            request, _("Zaplanowano %(sessions)s.") % {"sessions": counted(count, "zajęcia", "zajęcia", "zajęć")}
        )
        return redirect("activities:group", project.slug, session.group_id)
    context = {
        "project": project,
        "group": group,
        "support": group.form_of_support,
        "form": form,
        "session": None,
        "held_on": None,
    }
    return render(
        request,
        "activities/session_form.html",
        context | {"numbers": numbers_of(group), "minutes": form.minutes, "reasons": form.reasons},
    )


def session_edit(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    session = session_of(project, pk)
    group, held_on = session.group, session.held_on
    form = SessionForm(request.POST or None, instance=session, group=group)
    if form.submitted():
        messages.success(request, _("Zapisano zajęcia."))
        return redirect("activities:group", project.slug, group.pk)
    context = {"project": project, "group": group, "support": group.form_of_support, "form": form, "session": session}
    return render(
        request,
        "activities/session_form.html",
        context | {"held_on": held_on, "numbers": numbers_of(group), "minutes": form.minutes, "reasons": form.reasons},
    )


@require_POST
def session_delete(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    session = session_of(project, pk)
    if delete_session(session=session):
        messages.success(request, _("Usunięto zajęcia."))
    else:
        messages.error(
            request, _("Nie usunięto zajęć: jest na nich zapisana obecność.\nNajpierw odznacz wszystkie osoby.")
        )
    return redirect("activities:group", project.slug, session.group_id)
