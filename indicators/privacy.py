"""Figures and things that are not people; nothing personal is kept here."""

from accounts.privacy import Privacy

from .models import EffectivenessThreshold, ProjectIndicator, RegisterEntry, TargetCorrection

FIELDS = {
    ProjectIndicator: {
        Privacy.KEPT: "id submission project definition name kind unit counts words register form_of_support event_kind women men "
        "total percent is_at_least position"
    },
    TargetCorrection: {
        Privacy.KEPT: "id submission indicator annex holds_from women men total percent is_at_least",
    },
    RegisterEntry: {Privacy.KEPT: "id submission project register name happened_on evidence note"},
    EffectivenessThreshold: {Privacy.KEPT: "id project measure group percent"},
}
