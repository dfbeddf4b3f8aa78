"""Programmes and calls: public facts, for everyone who is signed in. They are changed in Django's admin."""

from django.db.models import Count, Max
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from ..models import Programme, Project
from ..search import in_polish_order


def programme_list(request):
    """All programmes, the latest perspective first, with what is left to allocate and until when."""
    programmes = Programme.objects.annotate(
        calls_count=Count("calls", distinct=True), last_closing=Max("calls__closes_on")
    ).order_by(in_polish_order("name"), "pk")
    return render(request, "projects/programme_list.html", {"programmes": programmes})


def programme_detail(request, programme_slug):
    """One programme: its goal, its calls, what it plans, and its projects as far as the user sees them."""
    programme = get_object_or_404(Programme, slug=programme_slug)
    context = {
        "programme": programme,
        "calls": list(programme.calls.all()),
        "events": list(programme.planned_events.select_related("call")),
        "projects": _projects_of(programme, request.user),
        "today": timezone.localdate(),
    }
    context["held"] = sum(1 for event in context["events"] if event.held_on)
    return render(request, "projects/programme_detail.html", context)


def call_detail(request, programme_slug, pk):
    """One call: for whom, until when, for how much."""
    programme = get_object_or_404(Programme, slug=programme_slug)
    call = get_object_or_404(programme.calls, pk=pk)
    events = list(call.planned_events.all())
    context = {
        "programme": programme,
        "call": call,
        "events": events,
        "held": sum(1 for event in events if event.held_on),
        "projects": _projects_of(programme, request.user).filter(call=call),
        "today": timezone.localdate(),
    }
    return render(request, "projects/call_detail.html", context)


def _projects_of(programme, user):
    seen = Project.objects.visible_to(user).filter(programme=programme)
    return seen.order_by("-starts_on", in_polish_order("title"), "pk")
