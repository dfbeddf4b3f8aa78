"""A system check: no word may look through a relation that multiplies rows, or every other figure of the statement would swell."""

from django.core.checks import Error, register
from django.db.models import Q

from participants.models import Participation

from . import words


@register()
def words_are_flat(app_configs=None, **kwargs):
    """Every lookup of every word begins with a plain column of the participation."""
    columns = {field.name for field in Participation._meta.concrete_fields if not field.is_relation}
    return [
        Error(
            f"the word “{word.name}” looks at “{path}”, which is no plain column of a participation",
            id="indicators.E001",
        )
        for word in words.PLAIN.values()
        for path in lookups(word.condition)
        if path.split("__")[0] not in columns
    ]


def lookups(condition):
    """Every field path that a condition speaks of."""
    for child in condition.children:
        if isinstance(child, Q):
            yield from lookups(child)
        else:
            yield child[0]
