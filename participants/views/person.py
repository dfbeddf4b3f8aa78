"""The person's page in the project, and how the person can be reached now."""

from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for

from ..actions import CONTACT, RESIDENCE, set_contact
from ..completeness import Completeness
from ..facts import answers, contact_now, entry_facts, exit_facts
from ..follow_up import follow_up
from ..forms.calls import CallForm, HandOverForm
from ..forms.person import ContactForm
from ..history import how_many
from ..models import Outcome, Premise
from ..surroundings import standing
from ..windows import Windows, asks_effectiveness, verdict_on


def participation_detail(request, project_slug, pk):
    """Facts at entry, support received, leaving, outcomes, and how to reach the person."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_VIEW)
    participation = get_object_or_404(with_everything(project), pk=pk)
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=participation.reference)
    asks = asks_effectiveness(project)
    context = {
        "project": project,
        "participation": participation,
        "person": participation.person,
        "completeness": Completeness.of(participation),
        "entry": entry_facts(participation),
        "answers": answers(participation),
        "standing": standing(participation),
        "exit": exit_facts(participation),
        "contact": contact_now(participation.person),
        "changes": how_many(participation),
        "withdrawn": list(
            participation.withdrawn_exits.select_related("withdrawn_by").order_by("-withdrawn_at", "-pk")
        ),
        "windows": Windows.of(project, participation.left_on),
        "outcomes": [(outcome, verdict_on(outcome, participation, asks)) for outcome in participation.outcomes.all()],
    }
    context |= contacts(request.user, project, participation)
    return render(request, "participants/participation_detail.html", context)


def contacts(user, project, participation):
    """The log of calls, how the follow-up stands today, and for who may write, the forms to add to it."""
    may_write = Permission.PARTICIPANTS_EDIT in project.allowed
    ids = f"call-{participation.pk}-%s"
    calls = list(participation.calls.select_related("made_by").newest_first())
    return {
        "follow_up": follow_up(project, participation, timezone.localdate(), calls) if participation.left_on else None,
        "calls": calls,
        "call_form": CallForm(participation=participation, user=user, auto_id=ids) if may_write else None,
        "hand_over": HandOverForm(project=project, auto_id="hand-over-%s") if may_write else None,
    }


def with_everything(project):
    """The participations of a project with all that hangs from them; the support they received included."""
    rows = project.participations.select_related(
        "person", "project", "target_group", "caretaker", "delegated_by", "main_participation__person"
    )
    return rows.prefetch_related(
        Prefetch("premises", Premise.objects.order_by("pk")),
        Prefetch("outcomes", Outcome.objects.with_wage().order_by("obtained_on", "pk")),
        "premises__documents",
        "outcomes__documents",
        "enrolments__group__form_of_support",
        "surroundings__person",
    )


def contact(request, project_slug, pk):
    """Where the person lives and can be reached now; the address of the day of entry stays."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EDIT)
    participation = get_object_or_404(project.participations.select_related("person"), pk=pk)
    name = participation.person.name
    form = ContactForm(request.POST or None, instance=participation.person)
    if form.is_bound and form.is_valid():
        given = {field: form.cleaned_data[field] for field in (*CONTACT, *RESIDENCE)}
        set_contact(participation=participation, by=request.user, contact=given)
        messages.success(request, _("Zapisano kontakt.\nDane z dnia przystąpienia się nie zmieniły."))
        return redirect(participation)
    if not form.is_bound:
        log_access(request.user, AccessLog.Act.VIEW, project=project, subject=participation.reference)
    context = {"project": project, "participation": participation, "name": name, "form": form}
    return render(request, "participants/contact.html", context)
