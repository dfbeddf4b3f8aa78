"""Which demo projects there are, which are missing, and whether the database holds anything that is not demo data."""

from accounts.models import User
from participants.models import Person
from projects.models import Programme, Project

from . import (
    abc_gospodarki,
    accounts,
    aktywizacja,
    aktywne_centrum,
    aktywny_spolecznie,
    partnerstwo,
    programmes,
)

MODULES = (aktywne_centrum, aktywny_spolecznie, abc_gospodarki, partnerstwo, aktywizacja)
PROJECTS = {module.SLUG: module.load for module in MODULES}


def holds_real_data():
    """Whether the database holds a programme, project, user or person that is not demo data.

    Somebody recorded in a demo project only is a trial, not a real person: the screens let one try everything.
    """
    real_people = Person.objects.filter(is_demo=False).exclude(participations__project__is_demo=True)
    things = [model.objects.filter(is_demo=False) for model in (Programme, Project, User)]
    return any(rows.exists() for rows in [*things, real_people])


def load_missing():
    """Adds what is missing of the demo data and changes nothing that exists; gives back a line for each thing added."""
    added = []
    if not Programme.objects.filter(slug=programmes.MINISTRY_SLUG).exists():
        added.append(f"program: {programmes.load_ministry_programme()}")
    existing = set(Project.objects.filter(slug__in=PROJECTS).values_list("slug", flat=True))
    projects = [load() for slug, load in PROJECTS.items() if slug not in existing]
    users = accounts.add_missing_users()
    accounts.join_new(users, projects)
    added += [f"projekt: {project} (osoby: {project.participations.count()})" for project in projects]
    return added + [f"konto: {user.email}" for user in users]
