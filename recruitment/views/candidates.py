"""The candidate: the application form, what was handed in, and the step into the project."""

from django.contrib import messages
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from participants.completeness import Completeness
from participants.forms.entry import OTHER_NAME
from participants.pesel import said_by
from projects.access import project_for
from projects.templatetags.polish import plural
from projects.way_back import way_back

from ..actions.joining import NotQualified, OtherName, join, join_all
from ..assessment import assess
from ..candidate_facts import answers, contact, facts
from ..forms.candidate import CandidateForm
from ..forms.checklist import ReceivedForm
from ..models import CandidatePremise, DecisionLog


def with_everything(project):
    """The candidates of a project with what their pages show."""
    rows = project.candidates.select_related("round", "project", "target_group", "main_candidate", "participation")
    return rows.prefetch_related(
        Prefetch("premises", CandidatePremise.objects.order_by("pk")),
        Prefetch("history", DecisionLog.objects.select_related("by", "sitting").order_by("-pk")),
    )


def candidate_add(request, project_slug):
    """Takes an application."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_EDIT)
    if not project.rounds.exists():
        messages.info(request, _("Najpierw potrzebny jest nabór.\nZgłoszenie zawsze należy do naboru."))
        return redirect("recruitment:list", project.slug)
    form = CandidateForm(request.POST or None, project=project, user=request.user, initial=_beginning(request, project))
    if candidate := form.submitted():
        return _saved(request, candidate)
    return _form_page(request, project, form)


def candidate_edit(request, project_slug, pk):
    """Corrects an application. Once its person takes part, her data are the participation's."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_EDIT)
    candidate = get_object_or_404(with_everything(project), pk=pk)
    if candidate.has_joined:
        messages.info(request, _("Ta osoba już uczestniczy w projekcie.\nJej dane zmienia się na karcie uczestnika."))
        return redirect(candidate.participation)
    name, number = candidate.name, candidate.number
    form = CandidateForm(request.POST or None, instance=candidate, project=project, user=request.user)
    if candidate := form.submitted():
        return _saved(request, candidate)
    if not form.is_bound:
        log_access(request.user, AccessLog.Act.VIEW, project=project, subject=number)
    return _form_page(request, project, form, name)


def _beginning(request, project):
    """A new application comes today, now, into the round of the address, else into one that is open."""
    asked, now = request.GET.get("round", ""), timezone.localtime()
    rounds = list(project.rounds.order_by("-opens_on", "-pk"))
    open_now = [each for each in rounds if each.is_open_on(now.date())]
    chosen = [each for each in rounds if str(each.pk) == asked] or open_now or rounds
    return {"round": chosen[0].pk, "applied_on": now.date(), "applied_at": now.time().replace(second=0, microsecond=0)}


def _form_page(request, project, form, name=""):
    context = {"project": project, "form": form, "name": name, "is_new": form.is_new}
    return render(request, "recruitment/candidate_form.html", context)


def _saved(request, candidate):
    url = candidate.get_absolute_url()
    told = _("Zapisano zgłoszenie %(number)s: %(person)s.") % {"number": candidate.number, "person": candidate.name}
    assessment = assess(candidate)
    rest = _("Kryteria formalne: komplet danych.") if not assessment.gaps else _gaps(len(assessment.gaps))
    messages.success(request, f"{told}\n{rest}")
    if "add_another" in request.POST:
        return redirect(
            f"{reverse('recruitment:candidate_add', args=[candidate.project.slug])}?round={candidate.round_id}"
        )
    return redirect(way_back(request, url))


def _gaps(number):
    word = plural(number, "kryterium czeka", "kryteria czekają", "kryteriów czeka")
    return _("%(n)d %(word)s na dane.") % {"n": number, "word": word}


@require_POST
def candidate_pesel(request, project_slug):
    """What the PESEL being typed says. It travels in the body, never in an address."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_EDIT)
    said = said_by(request.POST.get("pesel", ""), on=timezone.localdate(), project=project, user=request.user)
    context = {"said": said, "project": project, "with_error": True}
    return render(request, "recruitment/_candidate_pesel_says.html", context)


def candidate(request, project_slug, pk):
    """The application, its assessment, what was handed in, and the commission's decisions."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_VIEW)
    candidate = get_object_or_404(with_everything(project), pk=pk)
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=candidate.reference)
    return candidate_page(request, project, candidate, ReceivedForm(candidate=candidate))


def candidate_page(request, project, candidate, received):
    """The page of a candidate around the form of what was handed in."""
    context = {
        "project": project,
        "candidate": candidate,
        "assessment": assess(candidate),
        "received": received,
        "lines": list(received.lines()),
        "facts": facts(candidate),
        "answers": answers(candidate),
        "contact": contact(candidate),
        "premises": candidate.premises.all(),
        "history": candidate.history.all(),
        "may_edit": Permission.RECRUITMENT_EDIT in project.allowed,
    }
    return render(request, "recruitment/candidate.html", context)


@require_POST
def candidate_join(request, project_slug, pk):
    """Makes a qualified candidate a participant."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EDIT)
    candidate = get_object_or_404(project.candidates.select_related("round"), pk=pk)
    try:
        participation = join(candidate=candidate, by=request.user)
    except NotQualified:
        messages.error(
            request,
            _("Nie przeniesiono.\nUczestnikiem zostaje osoba, którą komisja zakwalifikowała: zapisz najpierw decyzję."),
        )
        return redirect(candidate)
    except OtherName:
        messages.error(request, _("Nie przeniesiono.\n%(why)s") % {"why": OTHER_NAME})
        return redirect(candidate)
    told = _("%(person)s jest w projekcie.") % {"person": candidate.name}
    messages.success(request, f"{told}\n{Completeness.of(participation).sentence}")
    return redirect(participation)


@require_POST
def round_join(request, project_slug, pk):
    """Makes all qualified candidates of a round participants."""
    project = project_for(request.user, project_slug, Permission.PARTICIPANTS_EDIT)
    chosen = get_object_or_404(project.rounds, pk=pk)
    number, refused = join_all(round=chosen, by=request.user)
    if refused:
        told = _("Nie przeniesiono: %(numbers)s.") % {"numbers": ", ".join(refused)}
        messages.error(request, f"{told}\n{OTHER_NAME}")
    word = plural(number, "osoba przeszła", "osoby przeszły", "osób przeszło")
    told = _("%(n)d %(word)s z rekrutacji do projektu.") % {"n": number, "word": word}
    if number or not refused:
        messages.success(request, f"{told}\n{_('Udział każdej z nich zacznie się od pierwszej formy wsparcia.')}")
    return redirect("participants:list", project.slug)
