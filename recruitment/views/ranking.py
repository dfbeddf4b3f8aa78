"""The ranking list of a round, the call from the reserve list, the drawing of lots, and the commission's own answers."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import counted, plural

from ..actions.answers import set_answers
from ..actions.decisions import call_up, draw_lots
from ..forms.answers import AnswersForm
from ..sentences import sentence_of
from ..situation import Situation
from ..vocabulary import BY_COMMISSION, Decision
from .rounds import round_of

PAGE = 50


def ranking(request, project_slug, pk):
    """Who stands where and why: points, ties, decisions; beside it the quotas and who is next from the reserve list."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_VIEW)
    situation = Situation.of_round(project, pk)
    round = situation.round
    page = Paginator(situation.ranking.rows, PAGE).get_page(request.GET.get("page"))
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"lista rankingowa naboru {round.pk}")
    context = {
        "project": project,
        "round": round,
        "lead": sentence_of(round, situation, timezone.localdate()),
        "ranking": situation.ranking,
        "page": page,
        "groups": groups_of(page),
        "standings": situation.standings,
        "next": situation.next,
        "sittings": round.sittings.order_by("-held_on", "-pk"),
        "asks_commission": any(asking.criterion.rule in BY_COMMISSION for asking in situation.ranking.askings),
        "to_join": sum(row.decision == Decision.QUALIFIED and not row.has_joined for row in situation.ranking.rows),
        "today": timezone.localdate(),
    }
    return render(request, "recruitment/ranking.html", context)


def groups_of(page):
    """The rows of a page under their heads: on the list, lacking data, refused by the rules, withdrawn."""
    heads = {
        "placed": _("Na liście"),
        "undecidable": _("Do uzupełnienia: bez tych danych nie wiadomo, czy spełniają kryteria formalne"),
        "failed": _("Nie spełniają kryteriów formalnych"),
        "withdrawn": _("Rezygnacje"),
    }
    groups = {}
    for row in page.object_list:
        groups.setdefault(group_of(row), []).append(row)
    return [{"key": key, "head": heads[key], "rows": rows} for key, rows in groups.items()]


def group_of(row):
    if row.decision == Decision.WITHDRAWN:
        return "withdrawn"
    return {True: "placed", None: "undecidable", False: "failed"}[row.meets_formal]


@require_POST
def call_next(request, project_slug, pk):
    """Calls up the person whom the page named, if she is still the next one."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_DECIDE)
    round = round_of(project, pk)
    expected = request.POST.get("candidate", "")
    expected = int(expected) if expected.isdecimal() and len(expected) < 19 else 0
    called = call_up(round=round, by=request.user, on=timezone.localdate(), expected=expected)
    if called:
        messages.success(
            request,
            _("Powołano z listy rezerwowej: %(person)s.\nDecyzja z dzisiejszą datą jest w historii kandydata.")
            % {"person": called.name},
        )
    else:
        messages.warning(
            request,
            _(
                "Nikogo nie powołano.\nW międzyczasie zmieniła się lista albo zabrakło miejsca; sprawdź, kto jest następny."
            ),
        )
    return redirect("recruitment:ranking", project.slug, round.pk)


@require_POST
def draw(request, project_slug, pk):
    """Draws lots for those who have none."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_DECIDE)
    round = round_of(project, pk)
    drawn = draw_lots(round=round, by=request.user)
    told = {"n": counted(drawn, "osoba", "osoby", "osób"), "has": plural(drawn, "ma", "mają", "ma")}
    messages.success(
        request, _("Wylosowano: %(n)s %(has)s swój numer.\nRozstrzyga on tylko przy równej liczbie punktów.") % told
    )
    return redirect("recruitment:ranking", project.slug, round.pk)


def answers(request, project_slug, pk):
    """The questions that no field of the form answers: the commission's yes or no, or its mark, a page of candidates at a time."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_DECIDE)
    round = round_of(project, pk)
    questions = [criterion for criterion in round.criteria.in_order() if criterion.rule in BY_COMMISSION]
    waiting = project.candidates.filter(round=round).exclude(decision=Decision.WITHDRAWN).in_polish_order()
    page = Paginator(waiting.prefetch_related("answers"), PAGE).get_page(request.GET.get("page"))
    form = AnswersForm(request.POST or None, questions=questions, candidates=list(page.object_list))
    if form.is_bound and form.is_valid():
        changed = set_answers(round=round, by=request.user, answers=form.answers)
        told = counted(changed, "odpowiedź", "odpowiedzi", "odpowiedzi")
        messages.success(request, _("Zapisano: %(n)s.\nPunkty są już przeliczone.") % {"n": told})
        return redirect(request.get_full_path())
    if not form.is_bound:
        log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"odpowiedzi komisji, nabór {round.pk}")
    context = {"project": project, "round": round, "form": form, "questions": questions, "page": page}
    return render(request, "recruitment/answers.html", context)
