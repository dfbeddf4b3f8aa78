"""Which demo projects there are, which are missing, and whether the database holds anything that is not demo data."""

from accounts.models import User
from participants.models import Person
from projects.models import Programme, Project

from . import (
    abc_gospodarki,
    abc_gospodarki_way,
    accounts,
    aktywizacja,
    aktywne_centrum,
    aktywne_centrum_way,
    aktywny_spolecznie,
    aktywny_spolecznie_way,
    krok,
    krok_way,
    partnerstwo,
    partnerstwo_way,
    programmes,
)

# What the document of a project says, and the way of its people from the application to the last follow-up.
MODULES = [
    (aktywne_centrum, aktywne_centrum_way),
    (aktywny_spolecznie, aktywny_spolecznie_way),
    (abc_gospodarki, abc_gospodarki_way),
    (partnerstwo, partnerstwo_way),
    (aktywizacja, aktywizacja),
    (krok, krok_way),
]
PROJECTS = {facts.SLUG: (facts.load, way.furnish) for facts, way in MODULES}


def holds_real_data():
    """Whether the database holds a programme, project, user or person that is not demo data.

    Somebody recorded in a demo project only is a trial, not a real person: the screens let one try everything.
    """
    real_people = Person.objects.filter(is_demo=False).exclude(participations__project__is_demo=True)
    things = [model.objects.filter(is_demo=False) for model in (Programme, Project, User)]
    return any(rows.exists() for rows in [*things, real_people])


def load_missing(authority):
    """Adds what is missing of the demo data and changes nothing that exists; gives back a line for each thing added.

    ``authority`` brings files of the authority in, compares them and submits payment applications (``exchange.demo``): that is
    further down the street.
    """
    added = []
    if not Programme.objects.filter(slug=programmes.MINISTRY_SLUG).exists():
        added.append(f"program: {programmes.load_ministry_programme()}")
    existing = set(Project.objects.filter(slug__in=PROJECTS).values_list("slug", flat=True))
    users = accounts.add_missing_users()
    projects = [_whole(*steps, authority) for slug, steps in PROJECTS.items() if slug not in existing]
    accounts.join_new(users, projects)
    added += [f"projekt: {project} (osoby: {project.participations.count()})" for project in projects]
    return added + [f"konto: {user.email}" for user in users]


def _whole(load, furnish, authority):
    """A project with everything in it."""
    project, team = load(), accounts.team()
    team.authority = authority
    furnish(project, team)
    return project
