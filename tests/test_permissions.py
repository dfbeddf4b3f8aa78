"""Every address against everybody, as the table of rights says (tests/rights.py); what a GET may write; what is closed."""

import re
from contextlib import contextmanager
from copy import deepcopy
from types import SimpleNamespace

import pytest
from django.contrib import admin
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.models import User
from accounts.roles import Role

from .addresses import GAPS_OF, address, every_address, object_in_gap
from .conftest import make_operator, make_stranger, member, signed_in
from .factories import ProjectFactory
from .rights import ROWS, VISITORS
from .world import furnish

INSIDE = [(method, name) for method, name in ROWS if any(object_in_gap(name, gap) for gap in GAPS_OF.get(name, ()))]
PROJECTS = [(method, name) for method, name in ROWS if "project_slug" in GAPS_OF.get(name, ())]
KEEPS_A_RECORD = re.compile(r'"(accounts_accesslog|django_session|axes_\w+)"|UPDATE "accounts_user" SET "last_login"')
# Closed to those without an account, and no mere signpost to somewhere else.
CLOSED = [
    name
    for (method, name), cells in ROWS.items()
    if method == "GET" and cells["anonymous"] == 302 and cells["admin"] != 302
]
WRITING = re.compile(r"^(INSERT|UPDATE|DELETE|TRUNCATE)")


@pytest.fixture(scope="module")
def db(django_db_setup, django_db_blocker):
    """One transaction for the whole module: the house is furnished once, and what a test changes is undone."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def house(db):
    """A furnished project with its visitors, and another project elsewhere."""
    project = ProjectFactory(slug="aktywni", title="Aktywni razem")
    users = {role: member(project, role, "Jan", role) for role in Role.values} | {"stranger": make_stranger()}
    return SimpleNamespace(
        world=furnish(project),
        elsewhere=furnish(ProjectFactory()),
        users=users,
        visitors={"anonymous": Client()} | {name: signed_in(user) for name, user in users.items()},
        operator=signed_in(make_operator()),
    )


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def answer(client, method, path):
    """What the address answers; whatever it wrote, in the database or in the browser, is undone."""
    cookies = deepcopy(client.cookies)
    with undone():
        response = getattr(client, method.lower())(path)
    if response.streaming:
        list(response)  # a file is closed when it has been read
    client.cookies = cookies
    return response


def written(client, method, path):
    """The statements that changed something, other than the record of who was here."""
    with CaptureQueriesContext(connection) as queries:
        answer(client, method, path)
    statements = [query["sql"] for query in queries.captured_queries]
    return [sql[:120] for sql in statements if WRITING.match(sql) and not KEEPS_A_RECORD.search(sql)]


def statuses(house, method, path):
    return {who: answer(house.visitors[who], method, path).status_code for who in VISITORS}


def test_every_address_has_a_name_and_is_in_the_table():
    names = [name for name, _ in every_address()]
    assert not [name for name in names if name.endswith("None")]
    assert len(names) == len(set(names))
    opened = {name for method, name in ROWS if method == "GET"}
    assert sorted(set(names) - opened) == []
    assert sorted({name for _, name in ROWS} - set(names)) == []


@pytest.mark.parametrize(("method", "name"), ROWS, ids=str)
def test_everybody_gets_what_the_table_says(method, name, house):
    assert statuses(house, method, address(name, house.world)) == ROWS[method, name]


@pytest.mark.parametrize("name", CLOSED)
def test_without_an_account_one_is_asked_to_sign_in(name, house):
    path = address(name, house.world)
    assert answer(Client(), "GET", path).url == f"{reverse('accounts:login')}?next={path}"


@pytest.mark.parametrize(("method", "name"), PROJECTS, ids=str)
def test_nobody_learns_that_a_project_exists(method, name, house):
    stranger = house.visitors["stranger"]
    refused = answer(stranger, method, address(name, house.world))
    missing = answer(stranger, method, address(name, house.world, project_slug="nie-ma-takiego"))
    assert refused.status_code == missing.status_code
    assert refused.status_code in (404, 405)


@pytest.mark.parametrize(("method", "name"), INSIDE, ids=str)
def test_an_object_of_another_project_is_like_one_that_does_not_exist(method, name, house):
    for gap in GAPS_OF[name]:
        if known := object_in_gap(name, gap):
            foreign = address(name, house.world, **{gap: getattr(house.elsewhere, known).pk})
            missing = address(name, house.world, **{gap: 2_000_000_000})
            status = answer(house.operator, method, foreign).status_code
            assert status == answer(house.operator, method, missing).status_code, gap
            assert status in (404, 405) or (status == 302 and not written(house.operator, method, foreign)), gap


@pytest.mark.parametrize("name", GAPS_OF)
def test_opening_an_address_changes_nothing(name, house):
    path = address(name, house.world)
    assert written(house.operator, "GET", path) == []
    if ("POST", name) not in ROWS:
        assert written(house.operator, "POST", path) == [], "a form is taken here: the table needs a POST row"


@pytest.mark.parametrize(("method", "name"), ROWS, ids=str)
def test_the_operator_may_do_all_that_an_admin_may(method, name, house):
    assert answer(house.operator, method, address(name, house.world)).status_code == ROWS[method, name]["admin"]


@pytest.mark.parametrize(("method", "name"), PROJECTS, ids=str)
def test_a_role_taken_away_is_a_door_closed(method, name, house):
    with undone():
        house.world.project.team.filter(user=house.users["admin"]).delete()
        assert answer(house.visitors["admin"], method, address(name, house.world)).status_code in (404, 405)


@pytest.mark.parametrize(("method", "name"), PROJECTS, ids=str)
def test_an_account_switched_off_is_a_door_closed(method, name, house):
    with undone():
        User.objects.filter(pk=house.users["admin"].pk).update(is_active=False)
        status = answer(house.visitors["admin"], method, address(name, house.world)).status_code
        assert status == (302 if method == "GET" else 401)


# --- Django's admin


def admin_pages():
    """Lists of everything that the operator keeps, and empty forms of what can be added."""
    yield "admin:index"
    request = SimpleNamespace(user=User(is_active=True, is_staff=True, is_superuser=True))
    for model, model_admin in admin.site._registry.items():
        prefix = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield f"{prefix}_changelist"
        if model_admin.has_add_permission(request):
            yield f"{prefix}_add"


@pytest.mark.parametrize("name", [*admin_pages()])
def test_djangos_admin_is_for_the_operator_alone(name, house):
    path = reverse(name)
    page = answer(house.operator, "GET", path)
    assert page.status_code == 200
    assert " | Włączenie – administracja</title>" in page.text
    assert statuses(house, "GET", path) == dict.fromkeys(VISITORS, 302)
