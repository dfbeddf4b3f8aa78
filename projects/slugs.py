"""The address of a project, made from its title and never asked for."""

from itertools import chain, count

from django.utils.text import slugify

from .models import Project

WITHOUT_MARKS = str.maketrans(
    "łŁ", "lL"
)  # the other Polish letters fall apart into a letter and a mark, this one does not
TAKEN_BY_PAGES = {"nowy"}
LONGEST = 80


def slug_from(title):
    """``Źródło – II edycja`` as ``zrodlo-ii-edycja``; ``projekt`` where nothing is left of the title."""
    return slugify(title.translate(WITHOUT_MARKS))[:LONGEST].strip("-") or "projekt"


def free_slug(title):
    """The address for a new project of this title: with -2, -3 … where the plain one is taken."""
    base = slug_from(title)
    taken = TAKEN_BY_PAGES | set(
        Project.objects.filter(slug__startswith=base[: LONGEST - 5]).values_list("slug", flat=True)
    )
    numbered = (f"{base[: LONGEST - len(str(n)) - 1]}-{n}" for n in count(2))
    return next(slug for slug in chain([base], numbered) if slug not in taken)
