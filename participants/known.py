"""Recognising a person by PESEL: in this project, or in another one that the user may see. Why so:
docs/decisions/known-pesel.md."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import F, Q, Value
from django.db.models.lookups import Exact
from django.utils import timezone

from accounts.permissions import Permission
from accounts.roles import Role, permissions_of

from .actions import NAMES
from .models import Participation, Person, Searchable
from .placeholders import is_placeholder

MAY_SEE_PEOPLE = [role for role in Role if Permission.PARTICIPANTS_VIEW in permissions_of(role)]


@dataclass
class Known:
    """A person on record: the participation in this project or None, and those in other projects that the user may see.

    ``names`` are pairs of what is on record and what was typed, where they differ; ``choice`` says which was chosen, if any.
    """

    person: Person
    here: Participation | None = None
    elsewhere: list = field(default_factory=list)
    since: date = field(default_factory=timezone.localdate)
    names: list = field(default_factory=list)
    typed_name: str = ""
    choice: str = ""

    @property
    def may_be_shown(self):
        """Whether the user may be told that this person is on record."""
        return bool(self.here or self.elsewhere)

    @property
    def at_the_same_time(self):
        """The participations in other projects that go on while the one here does: the same support may be paid for twice."""
        return [other for other in self.elsewhere if other.left_on is None or other.left_on >= self.since]


def seen_by(user, participations):
    """Those of the participations that are in projects where this user may see people."""
    if user.is_superuser:
        return participations
    return participations.filter(project__team__user=user, project__team__role__in=MAY_SEE_PEOPLE)


def recognise(pesel, *, project, user, but=None, since=None, names=None):
    """What is known of the person with this PESEL, or None.

    ``but`` is the participation being edited, ``since`` the day on which the participation here begins (today where it is not
    typed yet), ``names`` the columns of the names as typed.
    """
    person = None if is_placeholder(pesel or "") else Person.objects.filter(pesel=pesel).first()
    if person is None or (but and but.person_id == person.pk):
        return None
    participations = person.participations.select_related("project").order_by("entered_on", "pk")
    here = participations.filter(project=project).select_related("person").first()
    elsewhere = [row for row in seen_by(user, participations) if row.project_id != project.pk]
    typed = {name: " ".join(((names or {}).get(name) or "").split()) or getattr(person, name) for name in NAMES}
    return Known(
        person,
        here,
        elsewhere,
        since or timezone.localdate(),
        differing_names(person, typed),
        " ".join(typed.values()),
        (names or {}).get("names", ""),
    )


def differing_names(person, typed):
    """Pairs of a name on record and the name typed, where both are there and not the same to the letter."""
    pairs = [(getattr(person, name), typed[name]) for name in NAMES]
    return [(record, given) for record, given in pairs if record and given and record != given]


def bears_name(person, **names):
    """Whether these names are the ones on record, accents and letter case aside; a name not on record contradicts nothing."""
    agree = [
        Q(**{field: ""}) | Q(Exact(Searchable(F(field)), Searchable(Value(name)))) for field, name in names.items()
    ]
    return Person.objects.filter(*agree, pk=person.pk).exists()
