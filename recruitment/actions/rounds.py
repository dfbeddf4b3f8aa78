"""Rules of a round: the ready set to start from, taking over those of an earlier round, the period for which data are kept."""

from django.db import transaction

from participants.vocabulary import DisabilityDegree, PremiseKind, Sex

from ..models import Candidate, Criterion, Quota
from ..vocabulary import LEAVING, CriterionKind, RuleCode
from .decisions import delete_after

# Sources: points and formal conditions of a CIS project of 2021–2027 (domain notes, section 6).
READY_FORMAL = [
    (RuleCode.AGE, {"from": 18}, ""),
    (RuleCode.PREMISES, {"from": 1, "documented": False}, ""),
    (RuleCode.DOCUMENTS, {}, ""),
]
READY_SCORED = [
    (RuleCode.SEX, {"values": [Sex.FEMALE.value]}, "", 10),
    (RuleCode.PREMISES, {"from": 2, "to": 2, "documented": False}, "", 5),
    (RuleCode.PREMISES, {"from": 3, "documented": False}, "", 10),
    (RuleCode.DISABILITY, {"values": [DisabilityDegree.MODERATE.value]}, "", 5),
    (RuleCode.DISABILITY, {"values": [DisabilityDegree.SEVERE.value]}, "", 10),
    (
        RuleCode.QUESTION,
        {},
        "niepełnosprawność sprzężona, choroba psychiczna, niepełnosprawność intelektualna albo całościowe zaburzenia "
        "rozwojowe",
        5,
    ),
    (RuleCode.DEGURBA, {"values": [3]}, "", 10),
    (
        RuleCode.PREMISE,
        {"values": [PremiseKind.FOSTER_CARE.value], "documented": False},
        "opuszcza instytucjonalną pieczę",
        5,
    ),
    (
        RuleCode.PREMISE,
        {"values": [PremiseKind.AFTER_PRISON.value, PremiseKind.LEAVING_PRISON.value], "documented": False},
        "opuściła zakład karny w ostatnich 12 miesiącach",
        5,
    ),
    (RuleCode.PREMISE, {"values": [PremiseKind.FOOD_AID.value], "documented": False}, "", 5),
]


@transaction.atomic
def take_ready_rules(*, round):
    """Gives a round without criteria the ready set; gives back how many criteria it then has."""
    if round.criteria.exists():
        return round.criteria.count()
    made = [
        Criterion(round=round, kind=CriterionKind.FORMAL, rule=rule, params=params, label=label, position=n * 10)
        for n, (rule, params, label) in enumerate(READY_FORMAL, start=1)
    ]
    made += [
        Criterion(
            round=round,
            kind=CriterionKind.SCORED,
            rule=rule,
            params=params,
            label=label,
            points=points,
            position=n * 10,
        )
        for n, (rule, params, label, points) in enumerate(READY_SCORED, start=1)
    ]
    Criterion.objects.bulk_create(made)
    return len(made)


@transaction.atomic
def take_rules_of(*, round, earlier):
    """Copies criteria, own quotas and the order of ties of an earlier round into one without criteria."""
    if round.criteria.exists():
        return round.criteria.count()
    copies = {}
    for criterion in earlier.criteria.in_order():
        old, criterion.pk = criterion.pk, None
        criterion._state.adding = True
        criterion.round = round
        criterion.save()
        copies[f"criterion:{old}"] = f"criterion:{criterion.pk}"
    for quota in Quota.objects.filter(round=earlier).order_by("pk"):
        quota.pk, quota.round = None, round
        quota._state.adding = True
        quota.save()
    round.tie_order = [copies.get(name, name) for name in earlier.tie_order]
    round.save(update_fields=["tie_order"])
    return len(copies)


@transaction.atomic
def keep_for(*, round):
    """After a change of the period: the day until which the data of each rejected or withdrawn candidate are kept."""
    rows = list(round.candidates.select_for_update().filter(decision__in=LEAVING).order_by("pk"))
    for row in rows:
        row.delete_after = delete_after(row.decision, row.decided_on, round)
    Candidate.objects.bulk_update(rows, ["delete_after"], batch_size=1000)
    return len(rows)
