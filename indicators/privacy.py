"""Figures and things that are not people; nothing personal is kept here."""

from accounts.privacy import Privacy

from .models import EffectivenessThreshold, ProjectIndicator, RegisterEntry

FIELDS = {
    ProjectIndicator: {
        Privacy.KEPT: "id submission project definition name kind unit counts words register form_of_support event_kind women men "
        "total is_at_least position"
    },
    RegisterEntry: {Privacy.KEPT: "id submission project register name happened_on evidence note"},
    EffectivenessThreshold: {Privacy.KEPT: "id project measure group percent"},
}
