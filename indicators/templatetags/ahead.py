"""What is at stake, for pages of rooms that come before the indicators, and the pace of a row for its note of risk."""

from django import template

from ..pace import Pace
from ..stakes import stakes_at, wagers

register = template.Library()


@register.simple_tag
def pace_of(row, project, on):
    """The pace of a row with a target."""
    return Pace(row, project, on)


@register.simple_tag
def wagers_of(project, participations, on):
    """The stakes that these people's open windows decide: {participation pk: [Wager]}. Three statements, none without people."""
    participations = list(participations)
    return wagers(participations, stakes_at(project, on), on) if participations else {}


@register.filter
def of(found, key):
    """What a dictionary holds of this key, or None."""
    return found.get(key)
