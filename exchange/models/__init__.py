"""Files of the authority: what it has of a participation, and the imports with what they changed."""

from .authority import AuthorityRow
from .comparison import Comparison, ComparisonRow, Finding
from .run import BUSY, Act, ImportRow, ImportRun, State

__all__ = ["BUSY", "Act", "AuthorityRow", "Comparison", "ComparisonRow", "Finding", "ImportRow", "ImportRun", "State"]
