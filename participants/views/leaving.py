"""Leaving the project, coming back, and what was achieved."""

from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import day
from projects.way_back import way_back

from ..actions import reopen, withdraw_outcome
from ..forms.leaving import LeaveForm
from ..forms.outcome import OutcomeForm
from ..models import Outcome
from ..vocabulary import EXITS_FOR_EFFECTIVENESS
from ..windows import Windows, asks_effectiveness, for_effectiveness, verdict_on, verdict_on_day
from .entry import day_typed


def participation_leave(request, project_slug, pk):
    """Records or corrects how the person left. The day in the address (?left_on=) only shows which windows it would open."""
    project, participation = participation_for(request, project_slug, pk)
    asked = day_typed(request.GET.get("left_on", ""))
    form = LeaveForm(
        request.POST or None,
        instance=participation,
        initial={"left_on": asked} if asked else None,
        project=project,
        user=request.user,
    )
    if left := form.submitted():
        told = {"left": day(left.left_on), "until": day(left.results_until)}
        messages.success(
            request,
            _("Zapisano zakończenie udziału %(left)s.\nDowody rezultatów liczą się do %(until)s włącznie.") % told,
        )
        return (
            redirect("participants:outcome_add", project.slug, pk) if "add_outcome" in request.POST else redirect(left)
        )
    log_view(request, project, participation)
    return render(request, "participants/leave.html", leaving_context(project, participation, form))


@require_POST
def leave_says(request, project_slug, pk):
    """What the leaving being typed means: until when proofs count, and what follows for the path. Nothing is saved."""
    project, participation = participation_for(request, project_slug, pk)
    form = LeaveForm(request.POST, instance=participation, project=project, user=request.user)
    return render(request, "participants/_leave_says.html", leaving_context(project, participation, form))


def leaving_context(project, participation, form):
    left_on = day_typed(form["left_on"].value() or "") if form.is_bound else form["left_on"].value()
    reason = form["exit_reason"].value() or ""
    return {
        "project": project,
        "participation": participation,
        "form": form,
        "windows": Windows.of(project, left_on),
        "follows": form.implied,
        "for_effectiveness": not reason or reason in EXITS_FOR_EFFECTIVENESS,
        "going_on": [e.group.form_of_support for e in participation.enrolments.all() if not e.ended_on],
    }


def participation_reopen(request, project_slug, pk):
    """Withdraws the leaving; a GET asks first."""
    project, participation = participation_for(request, project_slug, pk)
    if request.method == "POST":
        reopen(participation=participation, by=request.user)
        messages.success(request, _("Udział wznowiono.\nPoczątek i rezultaty zostały bez zmian."))
    if request.method == "POST" or participation.left_on is None:
        return redirect(participation)
    log_view(request, project, participation)
    return render(request, "participants/reopen.html", {"project": project, "participation": participation})


def outcome_add(request, project_slug, pk):
    """Records something achieved, with its date and proof."""
    project, participation = participation_for(request, project_slug, pk)
    form = OutcomeForm(request.POST or None, request.FILES or None, participation=participation, user=request.user)
    if outcome := form.submitted():
        return outcome_saved(request, outcome, participation)
    return outcome_page(request, project, participation, form)


@require_POST
def outcome_says(request, project_slug, pk):
    """Whether the outcome being typed would count, by its day. Nothing is saved."""
    project, participation = participation_for(request, project_slug, pk)
    typed = day_typed(request.POST.get("obtained_on", ""))
    context = {
        "windows": Windows.of(project, participation.left_on),
        "verdict": verdict_typed(project, participation, request.POST.get("kind", ""), typed),
        "effectiveness": typed_for_effectiveness(request, project, participation) if typed else "",
    }
    return render(request, "participants/_outcome_says.html", context)


def verdict_typed(project, participation, kind, day):
    """What the day being typed says of the outcome, or None without a day."""
    return verdict_on_day(kind, day, participation, asks_effectiveness(project)) if day else None


def typed_for_effectiveness(request, project, participation):
    """Whether the job or progress being typed would satisfy effectiveness, and what it lacks; its proof comes when it is saved."""
    form = OutcomeForm(request.POST, participation=participation, user=request.user)
    form.is_valid()
    if not asks_effectiveness(project) or form.instance.obtained_on is None:
        return ""
    form.instance.evidence = form.instance.evidence or _("dowód")
    return for_effectiveness(form.instance, participation)


def outcome_edit(request, project_slug, pk, outcome_pk):
    """Corrects an outcome or deletes one that was recorded by mistake."""
    project, participation = participation_for(request, project_slug, pk)
    outcome = get_object_or_404(participation.outcomes.all(), pk=outcome_pk)
    if "delete" in request.POST:
        withdraw_outcome(outcome=outcome, by=request.user)
        messages.success(request, _("Usunięto rezultat.\nWskaźniki policzyły się na nowo."))
        return redirect(way_back(request, participation))
    form = OutcomeForm(
        request.POST or None, request.FILES or None, instance=outcome, participation=participation, user=request.user
    )
    if outcome := form.submitted():
        return outcome_saved(request, outcome, participation)
    return outcome_page(request, project, participation, form)


def participation_for(request, project_slug, pk):
    """The project and the participation, for somebody who may change them."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EDIT)
    return project, get_object_or_404(project.participations.select_related("person", "project"), pk=pk)


def outcome_page(request, project, participation, form):
    log_view(request, project, participation)
    typed = form["obtained_on"].value()
    typed = day_typed(typed) if isinstance(typed, str) else typed
    context = {
        "project": project,
        "participation": participation,
        "form": form,
        "windows": Windows.of(project, participation.left_on),
        "verdict": verdict_typed(project, participation, form["kind"].value() or "", typed),
        "effectiveness": "",
        "back": way_back(request, participation.get_absolute_url()),
        "is_new": not isinstance(form.instance, Outcome) or form.instance.pk is None,
    }
    return render(request, "participants/outcome_form.html", context)


def outcome_saved(request, outcome, participation):
    """Says whether the outcome counts, loudly where it does not."""
    verdict = verdict_on(outcome, participation, asks_effectiveness(participation.project))
    why = " ".join(filter(None, [verdict.sentence, verdict.effectiveness]))
    if verdict.counts:
        messages.success(request, _("Zapisano rezultat.\n%(why)s") % {"why": why})
    else:
        messages.warning(request, _("Zapisano rezultat, ale na razie się nie liczy.\n%(why)s") % {"why": why})
    if "add_another" in request.POST:
        return redirect("participants:outcome_add", participation.project.slug, participation.pk)
    return redirect(way_back(request, participation))


def log_view(request, project, participation):
    """A line in the log for a page that shows a person; a piece of a page asked for by a script adds none."""
    if request.method == "GET" and not request.htmx:
        log_access(request.user, AccessLog.Act.VIEW, project=project, subject=participation.reference)
