"""Who is helped: the person, and the person's participation in one project."""

from .outcome import MinimumWage, Outcome, Premise
from .participation import Participation
from .person import Person, Residence, Searchable

__all__ = ["MinimumWage", "Outcome", "Participation", "Person", "Premise", "Residence", "Searchable"]
