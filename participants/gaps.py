"""The queue of the incomplete: what is missing, of how many people, and which fields of a row fill it.

A gap holds the requirements that are filled together: the status with its "w tym", the occupation with the employer, the PESEL
with sex and birth date, which follow from it.
"""

from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Case, Count, Q, Value, When
from django.utils.translation import gettext_lazy as _

from .requirements import REQUIREMENTS, asked_of, required_for
from .vocabulary import Identifier, Scope

NO_IDENTIFIER = Q(has_identifier=False)


@dataclass(frozen=True)
class GapKind:
    """What is filled at one go. ``key`` stands in the address, ``requirements`` names the fields of ``requirements.REQUIREMENTS``."""

    key: str
    requirements: tuple
    name: str = ""

    def called(self, scope):
        """Its name on one official form."""
        named = (str(r.name) for r in required_for(scope) if r.field in self.requirements)
        return self.name or next(named, self.key)

    @property
    def lacking(self):
        """The condition that a participation lacks it."""
        unmet = [
            Q(scope__in=[str(scope) for scope in r.scopes]) & ~r.met
            for r in REQUIREMENTS
            if r.field in self.requirements
        ]
        condition = reduce(or_, unmet)
        if self.key == "pesel":
            return condition | (NO_IDENTIFIER & (Q(sex="") | Q(birth_date__isnull=True)))
        return condition & ~NO_IDENTIFIER if self.key in FROM_PESEL else condition


FROM_PESEL = ("sex", "birth_date")
# Neighbours share these, so that one value may be repeated down the column; a person's own facts are never.
SHARED = ("voivodeship", "county", "commune", "place", "postcode", "degurba", "entered_on", "delegated_by")
TOGETHER = {
    "labour_status": GapKind("labour_status", ("labour_status", "labour_detail"), _("status na rynku pracy i „w tym”")),
    "occupation": GapKind("occupation", ("occupation", "employer"), _("wykonywany zawód i „zatrudniony w”")),
    "delegated_by": GapKind("delegated_by", ("delegated_by", "institution"), _("instytucja uczestnika")),
}
ELSEWHERE = {field for kind in TOGETHER.values() for field in kind.requirements}
KINDS = {
    field: TOGETHER.get(field) or GapKind(field, (field,))
    for field in dict.fromkeys(requirement.field for requirement in REQUIREMENTS)
    if field in TOGETHER or field not in ELSEWHERE
}


@dataclass(frozen=True)
class Gap:
    """A gap in one project: how many people lack it, and how many lack nothing else."""

    kind: GapKind
    name: str
    people: int
    alone: int

    @property
    def key(self):
        return self.kind.key


class Queue:
    """Everybody of a project who does not exist for the authority yet, by what is missing; one query whatever their number."""

    def __init__(self, project):
        self.project = project
        self.kinds = list(KINDS.values())
        self.counts = dict(
            project.participations.drafts()
            .order_by()
            .annotate(lacks=self._mask())
            .values_list("lacks")
            .annotate(n=Count("pk"))
        )

    def _mask(self):
        """A number whose bits say what is missing."""
        bits = [Case(When(kind.lacking, then=Value(1 << n)), default=Value(0)) for n, kind in enumerate(self.kinds)]
        return reduce(lambda left, right: left + right, bits)

    @property
    def people(self):
        return sum(self.counts.values())

    @property
    def gaps(self):
        """What is missing at all, the most frequent first."""
        found = [
            Gap(kind, kind.called(self.project.scope), self.lacking([kind]), self.counts.get(1 << n, 0))
            for n, kind in enumerate(self.kinds)
        ]
        return sorted((gap for gap in found if gap.people), key=lambda gap: -gap.people)

    def lacking(self, kinds):
        """How many people lack at least one of these."""
        wanted = sum(1 << self.kinds.index(kind) for kind in kinds)
        return sum(n for mask, n in self.counts.items() if mask & wanted)

    def those_lacking(self, kinds):
        """The participations that lack at least one of these, by name in Polish order."""
        wanted = reduce(or_, (kind.lacking for kind in kinds))
        rows = self.project.participations.drafts().filter(wanted)
        return rows.select_related("person", "delegated_by").in_polish_order()


def fields_of(kind, participation):
    """The names of the fields that a row shows for this gap; an empty list where the participation does not lack it."""
    person = participation.person
    lacks = {r.field for r in asked_of(participation) if not r.holds_for(participation)}
    if kind.key == "pesel":
        if participation.has_identifier or not lacks & {"pesel", *FROM_PESEL}:
            return []
        if person.identifier_kind == Identifier.PESEL:
            return ["pesel"]
        return ["other_identifier", *[name for name in FROM_PESEL if name in lacks]]
    if kind.key in FROM_PESEL and not participation.has_identifier:
        return []
    return [name for name in fields_asked(kind, participation, lacks) if not value_of(participation, name)]


def fields_asked(kind, participation, lacks):
    """The fields of a gap as one official form asks them."""
    if not lacks & set(kind.requirements):
        return []
    if kind.key == "last_name":
        return ["last_name", "first_name"]
    if kind.key == "phone" and participation.scope == Scope.SL2014:
        return ["phone", "email"]
    if kind.key == "delegated_by":
        return ["delegated_by" if participation.scope == Scope.SL2014 else "institution"]
    return list(kind.requirements)


def value_of(participation, name):
    """What is on record in a field of the person or of the participation."""
    holder = participation.person if name in OF_PERSON else participation
    return getattr(holder, name)


OF_PERSON = ("last_name", "first_name", "pesel", "other_identifier", "sex", "birth_date", "phone", "email")
