"""Figures and things that are not people; nothing personal is kept here."""

from accounts.privacy import Privacy

from .models import (
    AuthorityValue,
    DefinitionVersion,
    EffectivenessRules,
    EffectivenessThreshold,
    ProjectIndicator,
    RegisterEntry,
    TargetCorrection,
)

FIELDS = {
    ProjectIndicator: {
        Privacy.KEPT: "id submission project definition name kind unit counts words register form_of_support event_kind women men "
        "total percent is_at_least position"
    },
    TargetCorrection: {
        Privacy.KEPT: "id submission indicator annex holds_from women men total percent is_at_least",
    },
    DefinitionVersion: {
        Privacy.KEPT: "id key project number name rule fingerprint recorded_at recorded_by examples failed checked_at",
    },
    RegisterEntry: {Privacy.KEPT: "id submission project register name happened_on evidence note"},
    AuthorityValue: {Privacy.KEPT: "id submission project key measured_on women men total source note"},
    EffectivenessRules: {
        Privacy.KEPT: "id project version grouping special only_at_risk excludes_school excludes_minors excludes_homeless "
        "excludes_in_care social_waits asked"
    },
    EffectivenessThreshold: {Privacy.KEPT: "id project measure group percent"},
}
