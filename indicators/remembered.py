"""What of the indicators has a history: targets and their corrections, entries of things, thresholds, values that others measured."""

from participants.history import register

from .models import (
    AuthorityValue,
    EffectivenessRules,
    EffectivenessThreshold,
    ProjectIndicator,
    RegisterEntry,
    TargetCorrection,
)


def register_all():
    """Lets the history of indicators be read (``participants.history``)."""
    register(ProjectIndicator, called=("definition", "name"), path="project")
    register(TargetCorrection, called=("indicator", "annex"), path="indicator__project")
    register(RegisterEntry, called=("register", "name"), path="project")
    register(EffectivenessThreshold, called=("measure", "group"), path="project")
    register(EffectivenessRules, path="project")
    register(AuthorityValue, called=("key", "measured_on"), path="project")
