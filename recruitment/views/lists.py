"""The room's own page: what is going on, the rounds, the quotas live, and everybody who applied."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from accounts.permissions import Permission
from projects.access import project_for
from projects.templatetags.polish import counted, number

from ..filters import STATES, CandidateFilter, counts_of
from ..sentences import sentence_of
from ..situation import Situation

PAGE = 20


def candidate_list(request, project_slug):
    """Everybody who applied: searched, narrowed, sorted, a page at a time; rounds and quotas beside."""
    project = project_for(request.user, project_slug, Permission.RECRUITMENT_VIEW)
    situation = Situation(project)
    if not situation.rounds:
        return nothing_yet(request, project)
    wanted = CandidateFilter(request.GET, situation.rounds)
    rows = rows_of(situation, wanted.in_order(project.candidates.all()))
    counts = counts_of(rows)
    chosen = [row for row in rows if wanted.state in ("", row.state)]
    page = Paginator(chosen, PAGE).get_page(request.GET.get("page"))
    log_access(request.user, AccessLog.Act.LIST, project=project, subject=f"kandydaci, strona {page.number}")
    context = {
        "project": project,
        "filter": wanted,
        "lead": lead_of(situation),
        "rounds": rounds_of(situation),
        "standings": situation.standings,
        "page": page,
        "several_rounds": len(situation.rounds) > 1,
        "shown": shown_sentence(page),
        "quick": [("", _("wszyscy"), counts[""]), *[(key, label, counts[key]) for key, label in STATES.items()]],
        "ways": [] if counts[""] or wanted.is_narrowing else first_ways(project, situation),
    }
    return render(request, "recruitment/candidate_list.html", context)


def rows_of(situation, numbers):
    """The rows of the rankings with these numbers (pk), in their order; one who applied this very moment is not among them yet."""
    known = {pk: row for ranking in situation.rankings.values() for pk, row in ranking.by_pk.items()}
    return [known[pk] for pk in numbers if pk in known]


def lead_of(situation):
    """The sentences of the rounds that go on; of the newest one where none does."""
    today = timezone.localdate()
    going = [round for round in situation.rounds if round.is_open_on(today)] or situation.rounds[:1]
    return " ".join(sentence_of(round, situation, today) for round in going)


def rounds_of(situation):
    """Each round with how many applied, how many of its places are taken, and whether it goes on."""
    found = []
    for round in situation.rounds:
        ranking = situation.rankings.get(round.pk)
        applied, taken = (len(ranking.rows), ranking.taken) if ranking else (0, 0)
        gone = situation.forgotten.get(round.pk, 0)
        found.append(
            {"round": round, "applied": applied + gone, "gone": gone, "taken": taken, "is_open": round.is_open}
        )
    return found


def shown_sentence(page):
    """ "Pokazano 1–20 z 95 zgłoszeń.\""""
    if not page.paginator.count:
        return _("Żadne zgłoszenie nie odpowiada temu wyborowi.")
    return _("Pokazano %(first)s–%(last)s z %(all)s.") % {
        "first": number(page.start_index()),
        "last": number(page.end_index()),
        "all": counted(page.paginator.count, "zgłoszenia", "zgłoszeń", "zgłoszeń"),
    }


# --- where there is nothing yet


def nothing_yet(request, project):
    """What stands in place of the list of a project without a round."""
    ways = []
    if Permission.RECRUITMENT_DECIDE in project.allowed:
        ways.append(
            {
                "title": _("Ogłoś nabór"),
                "text": _("Daty, liczba miejsc i zasady: gotowy zestaw kryteriów, który dopasujesz do regulaminu."),
                "url": reverse("recruitment:round_add", args=[project.slug]),
                "button": _("Nowy nabór"),
            }
        )
    context = {"project": project, "ways": [*ways, *paper_ways(project)]}
    return render(request, "recruitment/nothing_yet.html", context)


def first_ways(project, situation):
    """The ways to begin in a project that has a round and no candidate."""
    ways = []
    if Permission.RECRUITMENT_EDIT in project.allowed:
        ways.append(
            {
                "title": _("Zapisz pierwsze zgłoszenie"),
                "text": _("Formularz zgłoszeniowy w kolejności papierowego. Punkty i kryteria policzą się same."),
                "url": reverse("recruitment:candidate_add", args=[project.slug]),
                "button": _("Dodaj kandydata"),
            }
        )
    if Permission.RECRUITMENT_DECIDE in project.allowed:
        ways.append(
            {
                "title": _("Sprawdź zasady naboru"),
                "text": _("Kryteria formalne i punktowane, limity miejsc, rozstrzyganie przy równej liczbie punktów."),
                "url": reverse("recruitment:rules", args=[project.slug, situation.rounds[0].pk]),
                "button": _("Zasady naboru"),
            }
        )
    return [*ways, *paper_ways(project)]


def paper_ways(project):
    """The papers that a round needs: the checklist and the empty form."""
    ways = []
    if Permission.RECRUITMENT_DECIDE in project.allowed:
        ways.append(
            {
                "title": _("Ułóż listę dokumentów"),
                "text": _("Czego projekt wymaga od kandydata: formularz, oświadczenia, zaświadczenia."),
                "url": reverse("recruitment:checklist", args=[project.slug]),
                "button": _("Lista dokumentów"),
            }
        )
    ways.append(
        {
            "title": _("Wydrukuj pusty formularz"),
            "text": _("Formularz zgłoszeniowy do wypełnienia ręcznie, z logotypami projektu."),
            "url": reverse("recruitment:form_print", args=[project.slug]),
            "button": _("Pusty formularz"),
        }
    )
    return ways
