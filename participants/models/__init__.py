"""Who is helped: the person, and the person's participation in one project."""

from .document import Document
from .entry import EntryFacts
from .institution import Institution
from .outcome import MinimumWage, Outcome, Premise
from .participation import Participation
from .person import Identity, Person, Residence, Searchable
from .resemblance import Resemblance
from .trail import Call, Merge, NotTheSame, WithdrawnExit

__all__ = [
    "Call",
    "Document",
    "EntryFacts",
    "Identity",
    "Institution",
    "Merge",
    "MinimumWage",
    "NotTheSame",
    "Outcome",
    "Participation",
    "Person",
    "Premise",
    "Resemblance",
    "Residence",
    "Searchable",
    "WithdrawnExit",
]
