"""How rows of a brought file are shown."""

from django import template

from ..layouts.columns import PLACE
from ..preview import gaps_of, name_of

register = template.Library()
register.filter("row_name", name_of)
register.filter("gaps", gaps_of)


@register.filter
def cell(cells, key):
    """The cell of a row by the key of its column; "" where the row is not whole."""
    place = PLACE[key]
    return cells[place] if place < len(cells) else ""
