"""Whoever may be the person being recorded, although no PESEL says so: the same day of birth and a similar name."""

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q, Value

from .known import seen_by
from .models import NotTheSame, Participation, Person, Searchable
from .models.resemblance import ALIKE

SHOWN = 5


def similar_to(person, *, project, user, but=None):
    """Participations, in projects that this user may see, of people who may be this one: a person saved, or only typed.

    ``but`` is the person on record whom the page edits. Two with a PESEL each are two people.
    """
    if not (person.last_name and person.first_name and person.birth_date):
        return []
    likeness = TrigramSimilarity(
        Searchable("last_name", "first_name"), Searchable(Value(f"{person.last_name} {person.first_name}"))
    )
    people = Person.objects.filter(birth_date=person.birth_date, is_demo=project.is_demo)
    people = people.alias(likeness=likeness).filter(likeness__gte=ALIKE)
    if person.pesel:
        people = people.filter(pesel="")
    if but:
        others = NotTheSame.objects.filter(Q(first=but) | Q(second=but))
        people = (
            people.exclude(pk=but.pk).exclude(pk__in=others.values("first")).exclude(pk__in=others.values("second"))
        )
    rows = seen_by(user, Participation.objects.filter(person__in=people.order_by().values("pk")))
    return list(rows.select_related("person", "project").order_by("person", "entered_on", "pk")[:SHOWN])
