"""Indicators that only the authority measures, six months after leaving: which ones a project has, and what is recorded of them."""

from dataclasses import dataclass

from . import catalogue
from .definitions import Definition
from .models import AuthorityValue
from .queries import definition_of


@dataclass(frozen=True)
class Measured:
    """One such indicator with its measurements, the newest first."""

    definition: Definition
    values: list[AuthorityValue]


def measured_for(project):
    """The indicators of the project that the authority measures: those of its list, then what its agreement adds."""
    listed = catalogue.later(project.programme.indicator_list)
    chosen = [definition_of(row) for row in project.indicators.all()]
    known = {definition.key for definition in listed}
    added = [d for d in chosen if d.is_measured_by_authority and d.key not in known]
    return [*listed, *added]


def on_record(project):
    """Every indicator of ``measured_for``, and any other of which a value is on record, with its measurements."""
    definitions = {definition.key: definition for definition in measured_for(project)}
    values = {}
    for value in project.authority_values.order_by("-measured_on", "pk"):
        values.setdefault(value.key, []).append(value)
    for key in values:
        if key not in definitions and key in catalogue.BY_KEY:
            definitions[key] = catalogue.BY_KEY[key]
    return [Measured(definition, values.get(key, [])) for key, definition in definitions.items()]
