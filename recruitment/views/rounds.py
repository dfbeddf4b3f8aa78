"""Rounds and their rules: criteria, quotas, what decides between equal points."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import counted

from ..actions.rounds import keep_for, take_ready_rules, take_rules_of
from ..assessment import Asking, most_points
from ..forms.rounds import READY, RoundForm
from ..forms.rules import CriterionForm, QuotaForm, TiesForm
from ..models import Criterion, Quota
from ..vocabulary import BY_COMMISSION, CriterionKind, Decision, RuleCode

DECIDE = Permission.RECRUITMENT_DECIDE


def round_of(project, pk):
    """The round of this project, which it has in hand."""
    round = get_object_or_404(project.rounds, pk=pk)
    round.project = project
    return round


def round_add(request, project_slug):
    """Announces a round; its rules come along from where the form says."""
    project = project_for(request.user, project_slug, DECIDE)
    form = RoundForm(request.POST or None, project=project)
    if round := form.submitted():
        take_rules(round, form.data.get("rules_from"))
        messages.success(
            request, _("Zapisano „%(round)s”.\nSprawdź teraz kryteria i limity miejsc.") % {"round": round}
        )
        return redirect("recruitment:rules", project.slug, round.pk)
    return render(request, "recruitment/round_form.html", {"project": project, "form": form, "round": None})


def round_edit(request, project_slug, pk):
    """Changes dates, places and the period for which data are kept."""
    project = project_for(request.user, project_slug, DECIDE)
    round = round_of(project, pk)
    name, months = round.name, round.retention_months
    form = RoundForm(request.POST or None, instance=round, project=project)
    if saved := form.submitted():
        if saved.retention_months != months:
            keep_for(round=saved)
        messages.success(request, _("Zapisano „%(round)s”.") % {"round": saved})
        return redirect("recruitment:ranking", project.slug, saved.pk)
    return render(
        request, "recruitment/round_form.html", {"project": project, "form": form, "round": round, "name": name}
    )


def take_rules(round, wanted):
    """The rules of an earlier round of the project, the ready set, or none."""
    if wanted == READY:
        take_ready_rules(round=round)
    elif earlier := round_named(round.project, wanted or ""):
        take_rules_of(round=round, earlier=earlier)


def round_named(project, number):
    """The round of the project with this number, typed as text; None for anything else."""
    return project.rounds.filter(pk=number).first() if number.isdecimal() and len(number) < 19 else None


# --- the rules of a round


def rules(request, project_slug, pk):
    """The criteria and quotas of a round; posting sets what decides between equal points."""
    project = project_for(
        request.user, project_slug, DECIDE if request.method == "POST" else Permission.RECRUITMENT_VIEW
    )
    round = round_of(project, pk)
    criteria = list(round.criteria.in_order())
    ties = TiesForm(request.POST or None, round=round, criteria=criteria)
    if ties.is_bound and ties.is_valid():
        round.tie_order = ties.order
        round.save(update_fields=["tie_order"])
        messages.success(request, _("Zapisano kolejność rozstrzygania.\nLista rankingowa jest już przeliczona."))
        return redirect("recruitment:rules", project.slug, round.pk)
    return render(request, "recruitment/rules.html", rules_context(project, round, criteria, ties))


def rules_context(project, round, criteria, ties):
    scored = [criterion for criterion in criteria if criterion.kind == CriterionKind.SCORED]
    names = {f"criterion:{criterion.pk}": criterion.sentence for criterion in scored}
    return {
        "project": project,
        "round": round,
        "formal": [criterion for criterion in criteria if criterion.kind == CriterionKind.FORMAL],
        "scored": scored,
        "most": most_points([Asking(criterion) for criterion in scored]),
        "quotas": [quota for quota in project.quotas.order_by("pk") if quota.round_id in (None, round.pk)],
        "ties": ties,
        "tie_words": [names.get(name) or dict(ties.fields["first"].choices).get(name) for name in round.tie_order],
        "others": project.rounds.exclude(pk=round.pk).order_by("-opens_on", "-pk"),
        "is_decided": round.candidates.exclude(decision=Decision.WAITING).exists(),
        "asks_commission": any(criterion.rule in BY_COMMISSION for criterion in criteria),
        "may_decide": DECIDE in project.allowed,
    }


@require_POST
def rules_take(request, project_slug, pk):
    """Fills a round without criteria with the ready set or with the rules of another round."""
    project = project_for(request.user, project_slug, DECIDE)
    round = round_of(project, pk)
    take_rules(round, request.POST.get("rules_from"))
    number = round.criteria.count()
    messages.success(request, _("Nabór ma teraz %(n)s.") % {"n": counted(number, "kryterium", "kryteria", "kryteriów")})
    return redirect("recruitment:rules", project.slug, round.pk)


def rule_choices(project, kind):
    """The rules to choose from for a criterion of this kind, or for a quota: (code, name, what it asks)."""
    for code in RuleCode:
        if kind == "quota" and code in BY_COMMISSION:
            continue
        if kind == CriterionKind.FORMAL and code == RuleCode.SCORE:
            continue
        if code == RuleCode.TARGET_GROUP and not project.target_groups.exists():
            continue
        yield code, code.label


def offered_rule(project, kind, rule):
    """The rule of this code, if it may be chosen here; Http404 otherwise."""
    if rule not in {code for code, _label in rule_choices(project, kind)}:
        raise Http404
    return RuleCode(rule)


def kind_asked(request):
    """Whether the address asks for a scored criterion or a formal one."""
    return CriterionKind.SCORED if request.GET.get("kind") == CriterionKind.SCORED else CriterionKind.FORMAL


def criterion_choose(request, project_slug, pk):
    """What a new criterion is about: the vocabulary of rules."""
    return choose_rule(request, project_slug, pk, kind_asked(request), "recruitment:criterion_add")


def quota_choose(request, project_slug, pk):
    """Which group a new quota is for: the vocabulary of rules."""
    return choose_rule(request, project_slug, pk, "quota", "recruitment:quota_add")


def choose_rule(request, project_slug, pk, kind, opens):
    project = project_for(request.user, project_slug, DECIDE)
    round = round_of(project, pk)
    choices = [(code.value, label) for code, label in rule_choices(project, kind)]
    context = {"project": project, "round": round, "kind": kind, "choices": choices, "opens": opens}
    return render(request, "recruitment/rule_choice.html", context)


def criterion_add(request, project_slug, pk, rule):
    """A new criterion by a rule already chosen: its parameters, words and points."""
    project = project_for(request.user, project_slug, DECIDE)
    round, kind = round_of(project, pk), kind_asked(request)
    last = round.criteria.filter(kind=kind).order_by("-position").values_list("position", flat=True).first() or 0
    new = Criterion(round=round, kind=kind, rule=offered_rule(project, kind, rule), position=min(last + 10, 32_000))
    form = CriterionForm(request.POST if request.method == "POST" else None, instance=new, project=project)
    return criterion_page(request, project, round, form)


def criterion_edit(request, project_slug, pk):
    """Other parameters, points or words of a criterion; the rule stays."""
    project = project_for(request.user, project_slug, DECIDE)
    criterion = get_object_or_404(Criterion.objects.select_related("round"), round__project=project, pk=pk)
    form = CriterionForm(request.POST if request.method == "POST" else None, instance=criterion, project=project)
    return criterion_page(request, project, criterion.round, form)


def criterion_page(request, project, round, form):
    is_new = form.instance.pk is None
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("Zapisano kryterium.\nLista rankingowa jest już przeliczona."))
        return redirect("recruitment:rules", project.slug, round.pk)
    context = {"project": project, "round": round, "form": form, "criterion": form.instance, "is_new": is_new}
    return render(request, "recruitment/criterion_form.html", context)


@require_POST
def criterion_remove(request, project_slug, pk):
    """Takes a criterion out of the rules, with the answers given to it."""
    project = project_for(request.user, project_slug, DECIDE)
    criterion = get_object_or_404(Criterion.objects.select_related("round"), round__project=project, pk=pk)
    round = criterion.round
    criterion.delete()
    messages.success(request, _("Usunięto kryterium.\nLista rankingowa jest już przeliczona."))
    return redirect("recruitment:rules", project.slug, round.pk)


def quota_add(request, project_slug, pk, rule):
    """A new quota for a group already chosen: how many, and where."""
    project = project_for(request.user, project_slug, DECIDE)
    round = round_of(project, pk)
    new = Quota(project=project, rule=offered_rule(project, "quota", rule))
    form = QuotaForm(request.POST if request.method == "POST" else None, instance=new, project=project, round=round)
    return quota_page(request, project, round, form)


def quota_edit(request, project_slug, pk):
    """Another number, group or reach of a quota."""
    project = project_for(request.user, project_slug, DECIDE)
    quota = get_object_or_404(project.quotas.select_related("round"), pk=pk)
    round = quota.round or project.rounds.order_by("-opens_on", "-pk").first()
    form = QuotaForm(request.POST if request.method == "POST" else None, instance=quota, project=project, round=round)
    return quota_page(request, project, round, form)


def quota_page(request, project, round, form):
    is_new = form.instance.pk is None
    if form.is_bound and form.is_valid():
        form.save()
        messages.success(request, _("Zapisano limit miejsc."))
        return redirect("recruitment:rules", project.slug, round.pk)
    context = {"project": project, "round": round, "form": form, "quota": form.instance, "is_new": is_new}
    return render(request, "recruitment/quota_form.html", context)


@require_POST
def quota_remove(request, project_slug, pk):
    """Takes a quota away."""
    project = project_for(request.user, project_slug, DECIDE)
    quota = get_object_or_404(project.quotas, pk=pk)
    round = quota.round_id or project.rounds.order_by("-opens_on", "-pk").values_list("pk", flat=True).first()
    quota.delete()
    messages.success(request, _("Usunięto limit miejsc."))
    return redirect("recruitment:rules", project.slug, round)
