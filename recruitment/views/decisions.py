"""The commission decides: a whole list at a sitting, or one person; the candidate withdraws."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import counted, number

from ..actions.decisions import Choice, NoPlace, decide, hold_sitting, withdraw
from ..forms.decisions import NO_PLACE, VOTES, Line, OneDecisionForm, SittingForm, WithdrawForm
from ..models import Sitting
from ..situation import Situation
from ..vocabulary import Decision

PAGE = 100


def decisions(request, project_slug, pk):
    """The ranking with what the rules propose; the commission accepts or departs from it, person by person, in one go."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_DECIDE)
    situation = Situation.of_round(project, pk)
    round = situation.round
    table = Table(situation, request)
    form = SittingForm(request.POST if request.method == "POST" else None, round=round)
    if request.method == "POST" and "recount" not in request.POST and form.made_before():
        return redirect("recruitment:ranking", project.slug, round.pk)
    if request.method == "POST" and "recount" not in request.POST and accepted(form, table):
        try:
            return saved(request, form, table)
        except NoPlace as refused:  # somebody else gave the places away in this very moment
            form.add_error(None, TOO_MANY % {"over": number(refused.over)})
    if request.method == "GET":
        log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"decyzje naboru {round.pk}")
    if "recount" in request.POST:
        form = SittingForm(round=round, initial={name: request.POST.get(name, "") for name in SittingForm._meta.fields})
    context = {"project": project, "round": round, "form": form, "table": table, "situation": situation}
    return render(request, "recruitment/decisions.html", context)


class Table:
    """A page of candidates to decide about, and what the choices on it would do to places and quotas."""

    def __init__(self, situation, request):
        self.situation = situation
        rows = [row for row in situation.ranking.rows if row.decision != Decision.WITHDRAWN and not row.has_joined]
        self.joined = sum(row.has_joined for row in situation.ranking.rows)
        self.page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
        data = request.POST if request.method == "POST" else None
        self.lines = [Line(row, situation.proposals.get(row.pk), data) for row in self.page.object_list]
        self.takes_all = "accept_all" in request.POST

    @property
    def is_split(self):
        return self.page.paginator.num_pages > 1

    @property
    def choices(self):
        """The decisions to be written: of the page, or of everybody who waits where all proposals are accepted."""
        if self.takes_all:
            proposals = self.situation.proposals.items()
            return [Choice(pk, one.decision, one.why[:500], one.decision) for pk, one in proposals if one.decision]
        return [line.choice for line in self.lines]

    @property
    def decisions(self):
        return {choice.candidate: choice.decision for choice in self.choices}

    @property
    def standings(self):
        """The quotas as they would stand with the choices of the page."""
        return self.situation.standings_with(self.decisions)

    @property
    def would_take(self):
        """How many places would be taken."""
        chosen = self.decisions
        rows = self.situation.ranking.rows
        return sum(row.has_joined or chosen.get(row.pk, row.decision) == Decision.QUALIFIED for row in rows)

    @property
    def over(self):
        """How many more than there are places."""
        return max(0, self.would_take - self.situation.round.places)

    @property
    def departures(self):
        return [line for line in self.lines if line.departs]

    @property
    def sentence(self):
        """ "Zajęte byłyby 24 z 24 miejsc.\""""
        told = {
            "taken": number(self.would_take),
            "places": counted(self.situation.round.places, "miejsca", "miejsc", "miejsc"),
        }
        return _("Wybór zajmuje %(taken)s z %(places)s.") % told

    def check(self):
        """Whether every choice of the page can be written."""
        return self.takes_all or not [line for line in self.lines if not line.check()]


TOO_MANY = gettext_lazy(
    "Za dużo osób zakwalifikowanych: o %(over)s więcej niż miejsc. Zmień decyzje albo liczbę miejsc w naborze."
)


def accepted(form, table):
    """Whether sitting and choices are right; what is wrong stands on the form and beside the people."""
    fine = form.is_valid()
    if not table.check():
        form.add_error(None, _("Niektóre decyzje wymagają uzasadnienia. Są zaznaczone na liście."))
        fine = False
    if table.over:
        form.add_error(None, TOO_MANY % {"over": number(table.over)})
        fine = False
    return fine


def saved(request, form, table):
    """Writes the sitting and its decisions, and goes to the list; says so where nothing was decided."""
    project, round, given = table.situation.project, table.situation.round, form.cleaned_data
    sitting = hold_sitting(
        round=round,
        by=request.user,
        held_on=given["held_on"],
        members=given["members"],
        place=given["place"],
        votes=tuple(given[name] for name in VOTES),
        note=given["note"],
        choices=table.choices,
        submission=given.get("submission"),
    )
    if sitting is None:
        messages.info(request, _("Nic się nie zmieniło.\nŻadna decyzja nie jest inna niż zapisana."))
        return redirect(request.get_full_path())
    told = counted(sitting.decisions.count(), "decyzję", "decyzje", "decyzji")
    messages.success(request, _("Zapisano %(n)s komisji.\nProtokół posiedzenia jest gotowy do wydruku.") % {"n": told})
    return redirect("recruitment:ranking", project.slug, round.pk)


def sitting_edit(request, project_slug, pk):
    """Corrects who sat, where and how the vote went. The decisions stay as they are."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_DECIDE)
    sitting = get_object_or_404(Sitting.objects.select_related("round"), round__project=project, pk=pk)
    sitting.round.project = project
    form = SittingForm(request.POST or None, instance=sitting, round=sitting.round)
    if saved := form.submitted():
        messages.success(request, _("Zapisano dane posiedzenia.\nPodpisany protokół trzeba wydrukować jeszcze raz."))
        return redirect("recruitment:ranking", project.slug, saved.round_id)
    return render(request, "recruitment/sitting_form.html", {"project": project, "form": form, "round": sitting.round})


# --- one person


def candidate_of(project, pk):
    """The candidate with her round, through the project."""
    candidate = get_object_or_404(project.candidates.select_related("round"), pk=pk)
    candidate.round.project = candidate.project = project
    return candidate


def candidate_decide(request, project_slug, pk):
    """A decision about one person, with the reason: a correction, or one that could not wait for a sitting."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_DECIDE)
    candidate = candidate_of(project, pk)
    if candidate.has_joined:
        return closed(request, candidate)
    situation = Situation(project, candidate.round)
    form = OneDecisionForm(request.POST or None, candidate=candidate)
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        proposed = situation.proposals.get(candidate.pk)
        choice = Choice(candidate.pk, given["decision"], given["reason"], proposed.decision if proposed else "")
        try:
            decide(round=candidate.round, by=request.user, decided_on=given["decided_on"], choices=[choice])
        except NoPlace:
            form.add_error("decision", NO_PLACE)
        else:
            messages.success(request, _("Zapisano decyzję.\nPoprzednia została w historii kandydata."))
            return redirect(candidate)
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=candidate.reference)
    context = {"project": project, "candidate": candidate, "form": form, "row": situation.ranking.by_pk[candidate.pk]}
    context |= {"proposed": situation.proposals.get(candidate.pk), "standings": situation.standings}
    return render(request, "recruitment/decide.html", context)


def candidate_withdraw(request, project_slug, pk):
    """The candidate gives up; her place is free from that moment."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_EDIT)
    candidate = candidate_of(project, pk)
    if candidate.has_joined:
        return closed(request, candidate)
    form = WithdrawForm(request.POST or None, candidate=candidate)
    if form.is_bound and form.is_valid():
        held_place = candidate.decision == Decision.QUALIFIED
        withdraw(candidate=candidate, by=request.user, on=form.cleaned_data["on"], reason=form.cleaned_data["reason"])
        rest = _("Zwolniło się miejsce: sprawdź, kto jest następny z listy rezerwowej.") if held_place else ""
        messages.success(request, "\n".join(filter(None, [_("Zapisano rezygnację."), rest])))
        return redirect("recruitment:ranking", project.slug, candidate.round_id) if held_place else redirect(candidate)
    log_access(request.user, AccessLog.Act.VIEW, project=project, subject=candidate.reference)
    return render(request, "recruitment/withdraw.html", {"project": project, "candidate": candidate, "form": form})


def closed(request, candidate):
    """Whoever takes part already is no candidate any more: leaving is recorded with the participation."""
    messages.info(
        request,
        _(
            "Ta osoba już uczestniczy w projekcie.\nJej odejście zapisuje się na karcie uczestnika jako zakończenie udziału."
        ),
    )
    return redirect(candidate)
