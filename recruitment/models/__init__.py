"""Who wants to take part: the round and its rules, the candidate, the documents, the commission's decisions."""

from .candidate import Candidate, CandidatePremise, ForgottenCandidate
from .decision import CommissionAnswer, DecisionLog, Sitting
from .document import ChecklistItem, ReceivedDocument
from .round import Criterion, Quota, Round

__all__ = [
    "Candidate",
    "CandidatePremise",
    "ChecklistItem",
    "CommissionAnswer",
    "Criterion",
    "DecisionLog",
    "ForgottenCandidate",
    "Quota",
    "ReceivedDocument",
    "Round",
    "Sitting",
]
