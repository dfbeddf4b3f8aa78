"""Events where people are only counted."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Sum
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from accounts.permissions import Permission
from projects.access import project_for

from ..forms import EventForm

EVENTS_ON_PAGE = 50


def event_list(request, project_slug):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_VIEW)
    events = project.events.order_by("-held_on", "-pk")
    page = Paginator(events, EVENTS_ON_PAGE).get_page(request.GET.get("page"))
    numbers = events.aggregate(counted=Count("visitors"), visitors=Sum("visitors", default=0))
    return render(request, "activities/events.html", {"project": project, "page": page, "numbers": numbers})


def event_add(request, project_slug):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    form = EventForm(request.POST or None, project=project)
    if event := form.submitted():
        messages.success(request, _("Zapisano wydarzenie."))
        return redirect(event)
    return render(request, "activities/event_form.html", {"project": project, "form": form, "event": None, "name": ""})


def event_edit(request, project_slug, pk):
    project = project_for(request.user, project_slug, Permission.ACTIVITIES_EDIT)
    event = get_object_or_404(project.events, pk=pk)
    name = event.name
    form = EventForm(request.POST or None, instance=event, project=project)
    if form.submitted():
        messages.success(request, _("Zapisano wydarzenie."))
        return redirect(event)
    return render(
        request, "activities/event_form.html", {"project": project, "form": form, "event": event, "name": name}
    )
