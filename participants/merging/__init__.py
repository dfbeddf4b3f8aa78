"""Two records of one human being become one, and can be parted again (docs/decisions/merging-people.md).

``merge`` and ``part`` are the actions. ``journal`` writes down every step and takes it back; ``folding`` moves whatever hangs from a
row to another, also what lives in rooms further along the street: it asks the models who points at whom.
"""

from . import identity
from .actions import CannotPart, MergeRefused, merge, part

__all__ = ["CannotPart", "MergeRefused", "identity", "merge", "part"]
