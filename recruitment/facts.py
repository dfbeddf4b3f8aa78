"""The facts of many candidates at once, as rules read them: five queries, however many people there are."""

from collections import defaultdict, namedtuple

from .models import Candidate, CandidatePremise, ChecklistItem, CommissionAnswer, ReceivedDocument
from .vocabulary import Decision

COLUMNS = (
    "id",
    "round_id",
    "number",
    "decision",
    "participation_id",
    "applied_on",
    "applied_at",
    "lot",
    "sex",
    "birth_date",
    "voivodeship",
    "county",
    "commune",
    "degurba",
    "education",
    "labour_status",
    "labour_detail",
    "homeless",
    "minority",
    "foreign_origin",
    "citizenship",
    "disability",
    "disability_degree",
    "target_group_id",
    "is_surroundings",
)
# ``premises``: kind → document; ``answers``: criterion → (is_met, points); ``lacks``: names of required documents not received.
Facts = namedtuple("Facts", [*COLUMNS, "premises", "answers", "lacks"])
NOTHING = {}


def facts_of(candidates, project):
    """The facts of these candidates of one project, in no order. Whoever withdrew is among them: ask her ``decision``."""
    rows = list(candidates.order_by().values_list(*COLUMNS))
    chosen = candidates.order_by().values("pk")
    premises = _by_candidate(
        CandidatePremise.objects.filter(candidate__in=chosen)
        .order_by()
        .values_list("candidate_id", "kind", "document"),
        lambda kind, document: (kind, document),
    )
    answers = _by_candidate(
        CommissionAnswer.objects.filter(candidate__in=chosen)
        .order_by()
        .values_list("candidate_id", "criterion_id", "is_met", "points"),
        lambda criterion, is_met, points: (criterion, (is_met, points)),
    )
    lacks = _lacks(chosen, project, [row[0] for row in rows])
    return [
        Facts(*row, premises.get(row[0], NOTHING), answers.get(row[0], NOTHING), lacks.get(row[0], ())) for row in rows
    ]


def facts_of_one(candidate):
    """The facts of one candidate."""
    return facts_of(Candidate.objects.filter(pk=candidate.pk), candidate.project)[0]


def _by_candidate(rows, pair):
    found = defaultdict(dict)
    for candidate, *values in rows:
        key, value = pair(*values)
        found[candidate][key] = value
    return found


def _lacks(chosen, project, candidates):
    """Candidate → the names of required documents that have not come."""
    required = dict(
        ChecklistItem.objects.filter(project=project, is_required=True)
        .order_by("position", "pk")
        .values_list("pk", "name")
    )
    if not required:
        return {}
    received = defaultdict(set)
    came = ReceivedDocument.objects.filter(candidate__in=chosen, item__in=list(required)).order_by()
    for candidate, item in came.values_list("candidate_id", "item_id"):
        received[candidate].add(item)
    everything = tuple(required.values())
    return {
        candidate: tuple(name for item, name in required.items() if item not in received[candidate])
        if candidate in received
        else everything
        for candidate in candidates
    }


def holds_place(facts):
    """Whether the candidate holds a place: qualified, joined or not."""
    return facts.decision == Decision.QUALIFIED
