"""What one row of the authority's file says, and what is wrong with it."""

from dataclasses import asdict, dataclass, field
from datetime import date

from .columns import name_of


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a cell: its column (from 1; 0 is the whole row), a sentence with the remedy, the right value where it is known."""

    column: int
    message: str
    suggestion: str | None = None

    def as_data(self):
        """For JSON: the same with the column's name."""
        return {**asdict(self), "name": name_of(self.column)}


@dataclass(frozen=True, slots=True)
class Rules:
    """What a row is measured by: the project's number and days, the numbers of the other projects here, and today."""

    number: str
    starts_on: date
    ends_on: date
    today: date
    other_numbers: frozenset = frozenset()


@dataclass(slots=True)
class Parsed:
    """A row in our codes. What the file leaves empty is not in ``person`` and ``facts``.

    ``person`` and ``facts`` hold columns of Person and Participation, ``supports`` (kind, detail, day or None) in the order of the
    file, ``missing`` the columns that the authority requires and the row leaves empty. ``by_path`` is the flag of leaving.
    """

    person: dict = field(default_factory=dict)
    facts: dict = field(default_factory=dict)
    supports: list = field(default_factory=list)
    age: int | None = None
    by_path: bool | None = None
    missing: list = field(default_factory=list)
    problems: list = field(default_factory=list)
    warnings: list = field(default_factory=list)

    @property
    def key(self):
        """By what the person is recognised: ("pesel", number), or ("other", identifier, technical id), or None."""
        if pesel := self.person.get("pesel"):
            return "pesel", pesel
        identifier = self.person.get("other_identifier")
        return ("other", identifier, self.person.get("technical_id", "")) if identifier else None
