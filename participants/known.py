"""Recognising a person by PESEL: in this project, or in another one that the user may see. Why so:
docs/decisions/known-pesel.md."""

from dataclasses import dataclass, field

from django.db.models import F, Q, Value
from django.db.models.lookups import Exact

from accounts.permissions import Permission
from accounts.roles import Role, permissions_of

from .models import Participation, Person, Searchable

MAY_SEE_PEOPLE = [role for role in Role if Permission.PARTICIPANTS_VIEW in permissions_of(role)]


@dataclass
class Known:
    """A person on record: the participation in this project or None, and those in other projects that the user may see."""

    person: Person
    here: Participation | None = None
    elsewhere: list = field(default_factory=list)

    @property
    def may_be_shown(self):
        """Whether the user may be told that this person is on record."""
        return bool(self.here or self.elsewhere)


def recognise(pesel, *, project, user, but=None):
    """What is known of the person with this PESEL, or None. ``but`` is the participation being edited."""
    person = Person.objects.filter(pesel=pesel).first() if pesel else None
    if person is None or (but and but.person_id == person.pk):
        return None
    participations = person.participations.select_related("project").order_by("entered_on", "pk")
    seen = (
        participations
        if user.is_superuser
        else participations.filter(project__team__user=user, project__team__role__in=MAY_SEE_PEOPLE)
    )
    here = participations.filter(project=project).first()
    return Known(person, here, [participation for participation in seen if participation.project_id != project.pk])


def bears_name(person, **names):
    """Whether these names are the ones on record, accents and letter case aside; a name not on record contradicts nothing."""
    agree = [
        Q(**{field: ""}) | Q(Exact(Searchable(F(field)), Searchable(Value(name)))) for field, name in names.items()
    ]
    return Person.objects.filter(*agree, pk=person.pk).exists()
