"""The cast of the tests, and the strictness that all of them share."""

import pytest
from django.template import engines
from django.test import Client, override_settings
from django.utils import translation

from accounts.roles import Role

from .factories import ProjectFactory, TeamMemberFactory, UserFactory
from .strictness import Undefined, reverse_rows_without_order


@pytest.fixture(scope="session", autouse=True)
def settings_of_tests(tmp_path_factory):
    """Quick passwords, no lock after failures (a test that wants it sets AXES_ENABLED), files in a folder of their own."""
    with override_settings(
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],
        AXES_ENABLED=False,
        MEDIA_ROOT=tmp_path_factory.mktemp("media"),
    ):
        yield


@pytest.fixture(scope="session", autouse=True)
def strictness(settings_of_tests):
    """Undefined template variables fail the test; querysets without an order come back reversed."""
    engines["django"].engine.string_if_invalid = Undefined()
    with pytest.MonkeyPatch.context() as monkeypatch:
        reverse_rows_without_order(monkeypatch)
        yield


@pytest.fixture(autouse=True)
def polish():
    """Every test begins in Polish, whatever language the last one spoke."""
    translation.activate("pl")
    yield
    translation.activate("pl")


def signed_in(user):
    """A test client signed in as the user."""
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def client_of(db):
    """``client_of(user)``: a test client signed in as the user."""
    return signed_in


@pytest.fixture
def project(db):
    """The project in which the cast works."""
    return ProjectFactory(slug="aktywni", title="Aktywni razem")


def member(project, role, first_name, last_name):
    """A person of the cast: known by the role's name in the address."""
    user = UserFactory(first_name=first_name, last_name=last_name, email=f"{role}@example.org")
    TeamMemberFactory(project=project, user=user, role=role)
    return user


@pytest.fixture
def admin(project):
    """Runs the project and its settlements."""
    return member(project, Role.ADMIN, "Adam", "Adamczyk")


@pytest.fixture
def coordinator(project):
    """Answers for the indicators of the project."""
    return member(project, Role.COORDINATOR, "Katarzyna", "Kowal")


@pytest.fixture
def social_worker(project):
    """Meets people and records them."""
    return member(project, Role.SOCIAL_WORKER, "Sylwia", "Socha")


@pytest.fixture
def controller(project):
    """Reads everything and changes nothing."""
    return member(project, Role.CONTROLLER, "Konrad", "Krupa")


def make_stranger():
    user = UserFactory(first_name="Stefan", last_name="Stronski", email="stranger@example.org")
    TeamMemberFactory(user=user, role=Role.ADMIN, project__slug="obcy", project__title="Projekt obcy")
    return user


def make_operator():
    names = {"first_name": "Olga", "last_name": "Operacz", "email": "operator@example.org"}
    return UserFactory(**names, is_staff=True, is_superuser=True)


@pytest.fixture
def stranger(db):
    """May do everything in a project of their own, and must not learn that ``project`` exists."""
    return make_stranger()


@pytest.fixture
def operator(db):
    """Keeps the server: Django's admin and every project."""
    return make_operator()
