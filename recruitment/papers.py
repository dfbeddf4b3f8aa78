"""What the lists and the protocol say on paper: rows ready to print, with names inside the house and with numbers outside it."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from projects.letterhead import marks_of
from projects.templatetags.polish import day, number, period

from .vocabulary import Decision

RANKING, RESERVE = "ranking", "reserve"
KINDS = {
    "lista-rankingowa": (RANKING, False),
    "lista-rankingowa-publiczna": (RANKING, True),
    "lista-rezerwowa": (RESERVE, False),
    "lista-rezerwowa-publiczna": (RESERVE, True),
}


@dataclass(frozen=True)
class PaperRow:
    """A line of a list. ``name`` and ``details`` are empty where the list is published."""

    place: object
    number: str
    name: str
    points: int
    details: str
    decision: str


def list_context(situation, kind, is_public):
    """What the printed list of a round says. A published one holds the number, the points and the result, and nothing else:
    neither the points of a criterion (they tell of health) nor what decided between equals."""
    round, ranking = situation.round, situation.ranking
    rows = (
        ranking.with_decision(Decision.RESERVE)
        if kind == RESERVE
        else [*ranking.placed, *ranking.undecidable, *ranking.failed]
    )
    return {
        **letterhead(situation.project),
        "round": round,
        "is_public": is_public,
        "is_reserve": kind == RESERVE,
        "facts": facts_of_round(situation),
        "rows": [paper_row(row, is_public, place) for place, row in enumerate(rows, start=1)]
        if kind == RESERVE
        else [paper_row(row, is_public, row.place) for row in rows],
        "standings": situation.standings,
        "ties": [breaker.name for breaker in ranking.breakers if breaker.name],
        "printed_at": timezone.localtime(),
    }


def paper_row(row, is_public, place):
    details = [] if is_public else [*points_of(row), *([row.tie] if row.tie else [])]
    return PaperRow(
        place=place,
        number=row.number,
        name="" if is_public else row.name,
        points=row.points,
        details="; ".join(details),
        decision=str(Decision(row.decision).label),
    )


def points_of(row):
    """ "kobieta 10": the criteria that gave points; for whoever is refused, what refused her."""
    if row.meets_formal is False:
        return [
            _("nie spełnia: %(what)s") % {"what": f"{line.sentence} – {line.fact}"} for line in row.assessment.failed
        ]
    if row.meets_formal is None:
        return [f"{line.sentence} – {line.fact}" for line in row.assessment.gaps]
    return [f"{line.sentence} {line.points}" for line in row.assessment.scored if line.points]


def letterhead(project):
    return {
        "project": project,
        "marks": marks_of(project),
        "author": str(project.lead or project.programme.institution),
    }


def facts_of_round(situation):
    """Two columns of facts under the title."""
    round, ranking = situation.round, situation.ranking
    applied = len(ranking.rows) + situation.forgotten.get(round.pk, 0)
    return [
        [
            (_("Projekt"), situation.project.name),
            (_("Nabór"), round.name),
            (_("Zgłoszenia"), period(round.opens_on, round.closes_on)),
            *([(_("Miejsca rekrutacji"), round.venues)] if round.venues else []),
        ],
        [
            (_("Liczba miejsc"), number(round.places)),
            (_("Zgłoszeń"), number(applied)),
            (_("Stan na dzień"), day(timezone.localdate())),
        ],
    ]


# --- the protocol


NO_RECORD = {"places": None, "applied": None, "formal": [], "scored": [], "ties": [], "quotas": []}
ORDER = [Decision.QUALIFIED, Decision.RESERVE, Decision.REJECTED, Decision.WAITING, Decision.WITHDRAWN]


def protocol_context(sitting, project):
    """What the protocol of a sitting says, as it was recorded that day."""
    lines = list(
        sitting.decisions.select_related("candidate").only(
            "became",
            "proposed",
            "reason",
            "points",
            "rank",
            "candidate__number",
            "candidate__last_name",
            "candidate__first_name",
        )
    )
    lines.sort(key=lambda line: (line.rank is None, line.rank or 0, line.candidate.number))
    for line in lines:
        line.departs = bool(line.proposed) and line.proposed != line.became
    groups = [(decision.label, [line for line in lines if line.became == decision]) for decision in ORDER]
    return {
        **letterhead(project),
        "sitting": sitting,
        "round": sitting.round,
        "record": NO_RECORD | sitting.record,
        "lines": lines,
        "groups": [(label, found) for label, found in groups if found],
        "departures": [line for line in lines if line.departs],
        "voted": any(n is not None for n in (sitting.votes_for, sitting.votes_against, sitting.votes_abstained)),
        "printed_at": timezone.localtime(),
    }
