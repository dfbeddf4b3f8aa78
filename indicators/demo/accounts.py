"""The demo logins: one per role, and the operator of Django's admin. Their password is public; that is why they are demo."""

from types import SimpleNamespace

from django.contrib.auth.hashers import check_password, make_password
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from accounts.roles import Role
from projects.models import Project, TeamMember

PASSWORD = "Wlaczenie-demo-2026"  # public on purpose: it is printed beside the address
OPERATOR = "operator@wlaczenie.example"
PEOPLE = {
    "administrator@wlaczenie.example": (Role.ADMIN, "Joanna", "Żmudzka", "specjalistka do spraw rozliczeń"),
    "koordynatorka@wlaczenie.example": (Role.COORDINATOR, "Ewa", "Borowiecka", "koordynatorka"),
    "pracownik@wlaczenie.example": (Role.SOCIAL_WORKER, "Marek", "Ćwikła", "pracownik socjalny"),
    "kontrolerka@wlaczenie.example": (Role.CONTROLLER, "Łucja", "Świerczek", "kontrolerka instytucji"),
    OPERATOR: ("", "Olgierd", "Wrona", "operator"),
}


def add_missing_users():
    """Creates the demo users that do not exist; those that exist stay as they are. Gives back the new ones."""
    existing = set(User.objects.filter(email__in=PEOPLE).values_list("email", flat=True))
    missing = {email: person for email, person in PEOPLE.items() if email not in existing}
    password = make_password(PASSWORD) if missing else ""  # once for all: a good hash is slow on purpose
    return User.objects.bulk_create(
        [
            User(
                email=email,
                first_name=first_name,
                last_name=last_name,
                position=position,
                password=password,
                is_demo=True,
                is_staff=email == OPERATOR,
                is_superuser=email == OPERATOR,
            )
            for email, (_role, first_name, last_name, position) in missing.items()
        ]
    )


def team():
    """The demo logins who do things in the demo: ``coordinator``, ``social_worker``."""
    users = {user.email: user for user in User.objects.filter(email__in=PEOPLE, is_demo=True)}
    by_role = {role: users[email] for email, (role, *_names) in PEOPLE.items() if role}
    return SimpleNamespace(coordinator=by_role[Role.COORDINATOR], social_worker=by_role[Role.SOCIAL_WORKER])


def join_teams(users, projects):
    """Puts these users into the teams of these projects, each in the role of the login; a member already there stays."""
    TeamMember.objects.bulk_create(
        [
            TeamMember(project=project, user=user, role=PEOPLE[user.email][0])
            for project in projects
            for user in users
            if PEOPLE[user.email][0]
        ],
        ignore_conflicts=True,
    )


def join_new(new_users, new_projects):
    """New projects get every demo login, old projects the new ones."""
    users = list(User.objects.filter(email__in=PEOPLE, is_demo=True))
    join_teams(users, new_projects)
    join_teams(new_users, Project.objects.filter(is_demo=True).exclude(pk__in=[project.pk for project in new_projects]))


def logins():
    """Rows of role, e-mail and password of the demo logins that still can sign in with the public password."""
    users = {user.email: user for user in User.objects.filter(email__in=PEOPLE, is_demo=True, is_active=True)}
    works = {encoded: check_password(PASSWORD, encoded) for encoded in {user.password for user in users.values()}}
    return [
        (str(Role(role).label) if role else str(_("operator")), email, PASSWORD)
        for email, (role, *_names) in PEOPLE.items()
        if email in users and works[users[email].password]
    ]
