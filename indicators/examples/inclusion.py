"""Worked examples of the social-inclusion list of 2014–2020."""

from activities.vocabulary import SupportKind, SupportTheme
from participants.vocabulary import OutcomeKind as Outcome

from .rows import CERTIFICATE, DROPPED, INACTIVE, LEFT, WORKING, Example

SERVICES, TRAINING, DIGITAL = SupportKind.SOCIAL_SERVICES.key, SupportKind.TRAINING.key, SupportTheme.DIGITAL.key

# indicator | the person in words | her facts | her outcomes | premise | counted
EXAMPLES = [
    Example("at_risk", "ma udokumentowaną przesłankę", {}, premise=True),
    Example("at_risk", "z otoczenia, bez przesłanki", {"is_surroundings": True}, counted=False),
    Example("at_risk", "z otoczenia, ale sama ma przesłankę", {"is_surroundings": True}, premise=True),
    Example("at_risk", "długotrwale bezrobotna, bez udokumentowanej przesłanki", {}, counted=False),
    Example("at_risk", "szkic z przesłanką", {"education": ""}, premise=True, counted=False),
    Example("at_risk_qualified", "kwalifikacja i przesłanka", LEFT, (CERTIFICATE,), premise=True),
    Example("at_risk_qualified", "kompetencja to nie kwalifikacja", LEFT, ({"kind": Outcome.COMPETENCE},), premise=True, counted=False),
    Example("at_risk_qualified", "kwalifikacja bez przesłanki", LEFT, (CERTIFICATE,), counted=False),
    Example("at_risk_qualified", "zaświadczenie o udziale to nie kwalifikacja", LEFT, (CERTIFICATE | {"is_validated": False},), premise=True, counted=False),
    Example("at_risk_qualified", "przerwała udział, kwalifikację ma", DROPPED, (CERTIFICATE,), premise=True),
    Example("qualified_or_competent", "kompetencja wystarcza", LEFT, ({"kind": Outcome.COMPETENCE},), premise=True),
    Example("qualified_or_competent", "kompetencja bez przesłanki", LEFT, ({"kind": Outcome.COMPETENCE},), counted=False),
    Example("qualified_or_competent", "kwalifikacja wystarcza", LEFT, (CERTIFICATE,), premise=True),
    Example("qualified_or_competent", "zaświadczenie o udziale bez walidacji", LEFT, (CERTIFICATE | {"is_validated": False},), premise=True, counted=False),
    Example("qualified_or_competent", "kwalifikacja i kompetencja: liczona raz", LEFT, (CERTIFICATE, {"kind": Outcome.COMPETENCE}), premise=True),
    Example("at_risk_seeking", "bierna, szuka pracy", INACTIVE | LEFT, ({"kind": Outcome.JOB_SEARCH},), premise=True),
    Example("at_risk_seeking", "bezrobotna, szuka pracy", LEFT, ({"kind": Outcome.JOB_SEARCH},), premise=True, counted=False),
    Example("at_risk_seeking", "bierna, szuka pracy, bez przesłanki", INACTIVE | LEFT, ({"kind": Outcome.JOB_SEARCH},), counted=False),
    Example("at_risk_working", "bezrobotna, pracuje", LEFT, ({"kind": Outcome.EMPLOYMENT},), premise=True),
    Example("at_risk_working", "pracowała już przy wejściu", WORKING | LEFT, ({"kind": Outcome.EMPLOYMENT},), premise=True, counted=False),
    Example("at_risk_working", "bierna, pracuje", INACTIVE | LEFT, ({"kind": Outcome.EMPLOYMENT},), premise=True),
    Example("at_risk_working", "bezrobotna, pracuje, bez przesłanki", LEFT, ({"kind": Outcome.EMPLOYMENT},), counted=False),
    Example("at_risk_services", "ma przesłankę i zaczęła usługę społeczną", {}, premise=True, supports={SERVICES: False}),
    Example("at_risk_services", "zaczęła usługę społeczną, bez przesłanki", {}, supports={SERVICES: False}, counted=False),
    Example("at_risk_services", "ma przesłankę, dostała tylko szkolenie", {}, premise=True, supports={TRAINING: True}, counted=False),
    Example("digital_competence", "zaczęła szkolenie z kompetencji cyfrowych", {}, supports={DIGITAL: False}),
    Example("digital_competence", "szkolenie o czym innym", {}, supports={TRAINING: True}, counted=False),
]  # fmt: skip
