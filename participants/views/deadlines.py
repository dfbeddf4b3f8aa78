"""The radar: whom to call this week, and what is done for several people of it at once."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.forms.asof import AsOfForm
from projects.templatetags.polish import counted
from projects.way_back import way_back

from ..calls import close_matters, hand_over
from ..deadlines import counts_for_tabs, follow_up_day
from ..forms.calls import CloseForm, HandOverForm, colleagues
from ..radar import STATES, RadarFilter, Row, chosen, counts_of, grouped
from .lists import page_of


@transaction.non_atomic_requests  # reads alone; the log of access is one statement
def deadline_list(request, project_slug):
    """Everyone who left and whose proof somebody waits for, in the order of work; those with a proof or a closed matter on demand."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_VIEW)
    asof = AsOfForm(request.GET, project, follow_up_day(project))
    team = list(colleagues(project))
    wanted = RadarFilter(request.GET, user=request.user, colleagues=team)
    people = wanted.narrow(project.participations.all())
    counts = counts_of(people, asof.day, wanted.asked_window)
    total = counts[wanted.state or "all"]
    page = page_of(chosen(people, asof.day, wanted.state, wanted.asked_window), total, request)
    rows = [Row(participation, asof.day) for participation in page]
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"terminy na {asof.day}")
    project.counted_for_nav = {**counts_for_tabs(project, asof.day), "on": asof.day}
    context = {
        "project": project,
        "asof": asof,
        "filter": wanted,
        "counts": counts,
        "quick": [(key, label, counts[key or "all"]) for key, label in STATES.items()],
        "page": page,
        "groups": grouped(rows) if not wanted.state else [("", rows)],
        "hand_over": HandOverForm(project=project, team=team, auto_id="hand-over-%s"),
        "close": CloseForm(project=project, auto_id="close-%s"),
    }
    return render(request, "participants/deadlines.html", context)


@require_POST
def deadlines_hand_over(request, project_slug):
    """Hands the ticked people over to a colleague; the log of each tells it to both."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EDIT)
    form = HandOverForm(request.POST, project=project)
    if not form.is_valid():
        return refused(request, project, form)
    to = form.cleaned_data["to"]
    number = hand_over(
        project=project,
        by=request.user,
        participations=form.cleaned_data["people"],
        to=to,
        note=form.cleaned_data["note"],
    )
    people = counted(number, "osoba", "osoby", "osób")
    who = _("Pod opieką: %(name)s.") % {"name": to} if to else _("Są teraz bez opiekuna.")
    messages.success(request, _("Zmieniono opiekuna: %(people)s.\n%(who)s") % {"people": people, "who": who})
    return redirect(way_back(request, reverse("participants:deadlines", args=[project.slug])))


@require_POST
def deadlines_close(request, project_slug):
    """Closes the matter of the ticked people with a reason; they leave the radar, the reason stays in their logs."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EDIT)
    form = CloseForm(request.POST, project=project)
    if not form.is_valid():
        return refused(request, project, form)
    reason = form.cleaned_data["reason"]
    number = close_matters(project=project, by=request.user, participations=form.cleaned_data["people"], reason=reason)
    people = counted(number, "osoba", "osoby", "osób")
    messages.success(
        request, _("Zamknięto sprawy: %(people)s.\nPowód jest w kontaktach każdej osoby.") % {"people": people}
    )
    return redirect(way_back(request, reverse("participants:deadlines", args=[project.slug])))


def refused(request, project, form):
    messages.error(request, _("Nic nie zmieniono.\n%(why)s") % {"why": form.told})
    return redirect(way_back(request, reverse("participants:deadlines", args=[project.slug])))
