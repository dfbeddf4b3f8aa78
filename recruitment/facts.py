"""The facts of many candidates at once, as rules read them and lists show them: one statement, however many people there are."""

from collections import namedtuple

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, TextField, Value
from django.db.models.functions import Cast, Concat

from .models import Candidate, CandidatePremise, ChecklistItem, CommissionAnswer, ReceivedDocument

COLUMNS = (
    "id",
    "round_id",
    "number",
    "last_name",
    "first_name",
    "decision",
    "decided_on",
    "decision_reason",
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
GAP = ":"  # no kind of premise and no number holds it


def _joined(*parts):
    """Columns as one text with gaps between; nothing where a column holds nothing."""
    texts = []
    for part in parts:
        texts += [Cast(part, TextField()), Value(GAP)]
    return Concat(*texts[:-1], output_field=TextField())


PREMISES = ArraySubquery(
    CandidatePremise.objects.filter(candidate=OuterRef("pk"))
    .order_by("pk")
    .annotate(text=_joined("kind", "document"))
    .values("text")
)
ANSWERS = ArraySubquery(
    CommissionAnswer.objects.filter(candidate=OuterRef("pk"))
    .order_by("pk")
    .annotate(text=_joined("criterion_id", "is_met", "points"))
    .values("text")
)
LACKS = ArraySubquery(
    ChecklistItem.objects.filter(
        ~Exists(ReceivedDocument.objects.filter(candidate=OuterRef(OuterRef("pk")), item=OuterRef("pk"))),
        project=OuterRef("project"),
        is_required=True,
    )
    .order_by("position", "pk")
    .values("name")
)


def facts_of(candidates):
    """The facts of these candidates, in no order. Whoever withdrew is among them: ask her ``decision``."""
    rows = candidates.order_by().values_list(*COLUMNS, PREMISES, ANSWERS, LACKS)
    return [
        Facts(*columns, _premises(premises), _answers(answers), tuple(lacks))
        for *columns, premises, answers, lacks in rows
    ]


def facts_of_one(candidate):
    """The facts of one candidate."""
    return facts_of(Candidate.objects.filter(pk=candidate.pk))[0]


def _premises(texts):
    return {kind: document for kind, _gap, document in (text.partition(GAP) for text in texts)}


def _answers(texts):
    found = {}
    for text in texts:
        criterion, is_met, points = text.split(GAP)
        found[int(criterion)] = ({"true": True, "false": False}.get(is_met), int(points) if points else None)
    return found
