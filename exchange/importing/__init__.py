"""Bringing a file of the authority in: read, check, correct, write all of it or nothing, undo."""

from .checking import check, correct, exclude, include
from .loading import begin_again, load
from .refusing import NotPossible
from .undoing import undo
from .whole import carry_out

__all__ = ["NotPossible", "begin_again", "carry_out", "check", "correct", "exclude", "include", "load", "undo"]
