"""Sessions: planned one by one, changed, moved, cancelled, restored, and deleted as long as nobody is marked."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for

from ..forms import CancelForm, SessionForm
from ..forms.session import after
from ..models import Session
from ..queries import numbers_of
from ..schedule import cancel_all, delete_session, restore
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
    typed = {"leader": group.leader, "is_extra": group.series.exists(), **after(last)}
    form = SessionForm(request.POST or None, group=group, initial=typed | {"enrolment": request.GET.get("osoba")})
    if session := form.submitted():
        messages.success(request, _("Zapisano zajęcia."))
        return redirect("activities:group", project.slug, session.group_id)
    return session_page(request, project, group, form)


def session_edit(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    session = session_of(project, pk)
    group, held_on = session.group, session.held_on
    form = SessionForm(request.POST or None, instance=session, group=group)
    if form.submitted():
        messages.success(request, _("Zapisano zajęcia."))
        return redirect("activities:group", project.slug, group.pk)
    return session_page(request, project, group, form, held_on)


def session_page(request, project, group, form, held_on=None):
    """The form of a session, new when there is no day it is held on yet, with what is said beside it."""
    if "enrolment" in form.fields:
        log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"osoby do wyboru, grupa {group.pk}")
    elif any(clash.names for clash in form.clashes):
        log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"konflikty osób, grupa {group.pk}")
    context = {"project": project, "group": group, "support": group.form_of_support, "form": form, "held_on": held_on}
    context |= {"session": form.instance if form.instance.pk else None, "numbers": numbers_of(group)}
    return render(request, "activities/session_form.html", context | {"minutes": form.minutes, "reasons": form.reasons})


@require_POST
def session_check(request, project_slug, pk):
    """What the page says while a session is typed: its length in both kinds of hours, and its conflicts. Nothing is saved."""
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    group = group_of(project, pk)
    number = request.GET.get("sesja", "")
    instance = group.sessions.filter(pk=number).first() if number.isascii() and number.isdigit() else None
    form = SessionForm(request.POST, instance=instance, group=group)
    if any(clash.names for clash in form.clashes):
        log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"konflikty osób, grupa {group.pk}")
    return render(request, "activities/_session_says.html", {"project": project, "form": form})


def session_cancel(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    session = session_of(project, pk)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        rows = session.group.sessions.filter(pk=session.pk)
        if session.is_cancelled or cancel_all(sessions=rows, reason=form.cleaned_data["reason"]):
            messages.success(request, _("Odwołano zajęcia.\nNie liczą się do godzin ani do frekwencji."))
            return redirect("activities:group", project.slug, session.group_id)
        form.add_error(None, _("Nie odwołano zajęć: jest na nich zapisana obecność. Najpierw odznacz wszystkie osoby."))
    context = {"project": project, "session": session, "group": session.group, "support": session.group.form_of_support}
    return render(request, "activities/session_cancel.html", context | {"form": form})


@require_POST
def session_restore(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    session = session_of(project, pk)
    if restore(session=session):
        messages.success(request, _("Przywrócono zajęcia do planu."))
    return redirect("activities:group", project.slug, session.group_id)


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
