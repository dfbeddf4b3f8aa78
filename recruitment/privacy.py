"""Each field of recruitment, classified once. Whoever adds a field says here what it is; a test asks.

What a commission writes may tell of health, origin or convictions (a reason, an answer, an assessment, a document's name), so it
counts as special whatever it holds.
"""

from accounts.privacy import Privacy
from participants.privacy import ADDRESS

from .models import (
    Candidate,
    CandidatePremise,
    ChecklistItem,
    CommissionAnswer,
    Criterion,
    DecisionLog,
    ForgottenCandidate,
    Quota,
    ReceivedDocument,
    Round,
    Sitting,
)

FIELDS = {
    Round: {
        Privacy.KEPT: "id submission project name opens_on closes_on venues places reserve_places tie_order retention_months",
    },
    Criterion: {Privacy.KEPT: "id round kind rule params label points position"},
    Quota: {Privacy.KEPT: "id project round rule params label at_least percent"},
    Candidate: {
        Privacy.KEPT: "id submission project round number created_at updated_at decision decided_on delete_after lot decided_by",
        Privacy.PERSONAL: f"{ADDRESS} last_name first_name identifier_kind pesel other_identifier sex birth_date phone email "
        "search applied_on applied_at target_group is_surroundings main_candidate participation participant_kind institution delegated_by "
        "education labour_status labour_detail unemployed_since occupation employer education_ends_on jobless_household household_children "
        "single_adult_household",
        Privacy.SPECIAL: "citizenship minority foreign_origin third_country homeless disability disability_degree disability_kind "
        "other_disadvantage needs note decision_reason",
    },
    CandidatePremise: {Privacy.KEPT: "id candidate", Privacy.SPECIAL: "kind document"},
    ForgottenCandidate: {Privacy.KEPT: "id round number decision decided_on forgotten_on"},
    ChecklistItem: {Privacy.KEPT: "id project name is_required position"},
    ReceivedDocument: {
        Privacy.KEPT: "id candidate item",
        Privacy.PERSONAL: "received_on",
        Privacy.SPECIAL: "note document",
    },
    CommissionAnswer: {Privacy.KEPT: "id candidate criterion", Privacy.SPECIAL: "is_met points"},
    Sitting: {
        Privacy.KEPT: "id submission round held_on place votes_for votes_against votes_abstained record recorded_by",
        Privacy.PERSONAL: "members",
        Privacy.SPECIAL: "note",
    },
    DecisionLog: {
        Privacy.KEPT: "id candidate sitting at by decided_on was became proposed",
        Privacy.PERSONAL: "points rank",
        Privacy.SPECIAL: "reason assessment",
    },
}
