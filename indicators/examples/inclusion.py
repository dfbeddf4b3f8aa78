"""Worked examples of the social-inclusion list of 2014–2020."""

from participants.vocabulary import OutcomeKind as Outcome

from .rows import CERTIFICATE, INACTIVE, LEFT, WORKING, Example

# indicator | the person in words | her facts | her outcomes | premise | counted
EXAMPLES = [
    Example("at_risk", "ma udokumentowaną przesłankę", {}, premise=True),
    Example("at_risk", "z otoczenia, bez przesłanki", {"is_surroundings": True}, counted=False),
    Example("at_risk_qualified", "kwalifikacja i przesłanka", LEFT, (CERTIFICATE,), premise=True),
    Example("at_risk_qualified", "kompetencja to nie kwalifikacja", LEFT, ({"kind": Outcome.COMPETENCE},), premise=True, counted=False),
    Example("qualified_or_competent", "kompetencja wystarcza", LEFT, ({"kind": Outcome.COMPETENCE},), premise=True),
    Example("qualified_or_competent", "kompetencja bez przesłanki", LEFT, ({"kind": Outcome.COMPETENCE},), counted=False),
    Example("at_risk_seeking", "bierna, szuka pracy", INACTIVE | LEFT, ({"kind": Outcome.JOB_SEARCH},), premise=True),
    Example("at_risk_seeking", "bezrobotna, szuka pracy", LEFT, ({"kind": Outcome.JOB_SEARCH},), premise=True, counted=False),
    Example("at_risk_working", "bezrobotna, pracuje", LEFT, ({"kind": Outcome.EMPLOYMENT},), premise=True),
    Example("at_risk_working", "pracowała już przy wejściu", WORKING | LEFT, ({"kind": Outcome.EMPLOYMENT},), premise=True, counted=False),
]  # fmt: skip
