"""Trainers and rooms as names: what is on record in a project is suggested, and a name typed otherwise becomes the one on record."""

from collections import Counter

from django.db.models import Count

from .conflicts import key_of
from .models import Group, Session


class NamesOnRecord:
    """The names of trainers and rooms in a project, each in the spelling that is used most; two statements."""

    def __init__(self, project):
        sessions = Session.objects.filter(group__form_of_support__project=project).order_by()
        used = list(sessions.values_list("leader", "place").annotate(n=Count("pk")))
        groups = Group.objects.filter(form_of_support__project=project).order_by().values_list("leader")
        self._leaders = spellings([*((name, n) for name, _place, n in used), *groups.annotate(n=Count("pk"))])
        self._places = spellings((name, n) for _leader, name, n in used)

    @property
    def leaders(self):
        return in_order(self._leaders)

    @property
    def places(self):
        return in_order(self._places)

    def leader(self, name):
        """The name as it stands on record, or as it was typed."""
        return self._leaders.get(key_of(name), " ".join(name.split()))

    def place(self, name):
        """The same for a room or another place."""
        return self._places.get(key_of(name), " ".join(name.split()))


def spellings(names):
    """The most frequent spelling of each name, by the key under which names are compared."""
    counts = Counter()
    for name, n in names:
        if name.strip():
            counts[name] += n
    return {key_of(name): name for name, _n in sorted(counts.items(), key=lambda row: (row[1], row[0]))}


POLISH_LETTERS = "aąbcćdeęfghijklłmnńoóprsśtuvwxyzźż"


def in_order(names):
    """The names in Polish order."""
    places = {letter: place for place, letter in enumerate(POLISH_LETTERS, 1)}
    return sorted(names.values(), key=lambda name: [places.get(sign, 0) or ord(sign) for sign in name.casefold()])
