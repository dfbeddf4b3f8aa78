"""What changed about people, and about what was done for them: read from the log that the database keeps (``accounts.ChangeLog``).

``changes`` and ``changes_of_project`` tell it in Polish; ``rows_at`` gives back how rows were at a moment. Rooms along the street
``register`` the models whose history they keep, beside the migration that turns the history on.
"""

from .reading import changed, changes, changes_of_project, how_many, rows_at
from .registry import Tracked, named, register
from .telling import Change

__all__ = ["Change", "Tracked", "changed", "changes", "changes_of_project", "how_many", "named", "register", "rows_at"]
