"""Words about a participation, for templates."""

from django import template

from ..completeness import gaps_in_line
from ..short import status_in_short

register = template.Library()
register.filter("status_in_short", status_in_short)
register.filter("gaps_in_line", gaps_in_line)


@register.inclusion_tag("participants/_returner.html")
def returner(participation):
    """Says that the person has left before and came back."""
    return {"exits": list(participation.withdrawn_exits.order_by("-withdrawn_at", "-pk"))}
