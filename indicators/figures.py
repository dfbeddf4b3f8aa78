"""Which figure a key names: an indicator of the lists, one of the project's own, or a measure of effectiveness."""

import re

from . import catalogue, effectiveness
from .queries import definition_of

OWN = re.compile(r"own-([0-9]{1,18})")


class Unknown(LookupError):
    """No figure of the project has this key."""


def indicator_of(project, key):
    """The project's indicator of this key (or None where it has no row of its own) and its definition.

    Raises Unknown where there is neither.
    """
    own = OWN.fullmatch(key)
    if own:
        return _own(project, int(own[1]))
    if key in catalogue.BY_KEY:
        return project.indicators.filter(definition=key).first(), catalogue.BY_KEY[key]
    measure = effectiveness.definition_by_key(project, key) if key.startswith(effectiveness.PREFIX) else None
    if measure is None:
        raise Unknown(key)
    return None, measure


def _own(project, pk):
    indicator = project.indicators.filter(pk=pk, definition="").first()
    if indicator is None:
        raise Unknown(pk)
    return indicator, definition_of(indicator)
