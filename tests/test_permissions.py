"""Every address against everybody: what each role gets when it opens it, and when it sends a form to it.

302 without an account is the way to sign in; 401 is the same for a form, which comes back after signing in. A stranger, who may
do everything in a project of their own, gets 404: nobody learns which projects exist. A colleague without the right gets 403.
An address that only takes a form answers 405 when it is opened. An empty form is refused with its errors (200).
"""

import re
from types import SimpleNamespace

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from .addresses import GAPS_OF, address, every_address, object_in_gap
from .factories import ProjectFactory
from .world import furnish

pytestmark = pytest.mark.django_db

VISITORS = ["anonymous", "stranger", "controller", "social_worker", "coordinator", "admin"]

TABLE = """
                                        anonymous stranger controller worker coordinator admin
GET  home                                     302      302        302    302         302   302
GET  accounts:login                           200      302        302    302         302   302
POST accounts:login                           200      302        302    302         302   302
GET  accounts:logout                          405      405        405    405         405   405
POST accounts:logout                          302      302        302    302         302   302
GET  accounts:profile                         302      200        200    200         200   200
GET  accounts:password_change                 302      200        200    200         200   200
POST accounts:password_change                 401      200        200    200         200   200
GET  accounts:password_change_done            302      200        200    200         200   200
GET  accounts:password_reset                  200      200        200    200         200   200
POST accounts:password_reset                  200      200        200    200         200   200
GET  accounts:password_reset_done             200      200        200    200         200   200
GET  accounts:password_reset_confirm          302      302        302    302         302   302
POST accounts:password_reset_confirm          200      200        200    200         200   200
GET  accounts:password_reset_complete         200      200        200    200         200   200
GET  accounts:roles                           302      200        200    200         200   200
GET  accounts:set_language                    302      302        302    302         302   302
POST accounts:set_language                    302      302        302    302         302   302
GET  accounts:accessibility                   200      200        200    200         200   200
GET  accounts:privacy                         200      200        200    200         200   200
GET  accounts:help                            200      200        200    200         200   200
"""


def read(table):
    """(method, name) → the expected status of each visitor."""
    lines = [line.split() for line in table.strip().splitlines()[1:] if line.strip()]
    return {(method, name): dict(zip(VISITORS, map(int, cells), strict=True)) for method, name, *cells in lines}


ROWS = read(TABLE)
INSIDE = [(method, name) for method, name in ROWS if any(object_in_gap(name, gap) for gap in GAPS_OF.get(name, ()))]
PROJECTS = [(method, name) for method, name in ROWS if "project_slug" in GAPS_OF.get(name, ())]
KEEPS_A_RECORD = re.compile(r'"(accounts_accesslog|django_session|axes_\w+)"|UPDATE "accounts_user" SET "last_login"')
WRITING = re.compile(r"^(INSERT|UPDATE|DELETE|TRUNCATE)")


@pytest.fixture
def world(project):
    return furnish(project)


@pytest.fixture
def visitors(project, stranger, controller, social_worker, coordinator, admin, client_of):
    """Everybody with a browser of their own."""
    users = {"stranger": stranger, "controller": controller, "social_worker": social_worker}
    users |= {"coordinator": coordinator, "admin": admin}
    return {"anonymous": Client()} | {name: client_of(user) for name, user in users.items()}


def answer(client, method, path):
    """What the address answers; whatever it wrote is undone."""
    with transaction.atomic():
        response = getattr(client, method.lower())(path)
        transaction.set_rollback(True)
    return response


def test_every_address_has_a_name_and_is_in_the_table():
    names = [name for name, _ in every_address()]
    assert not [name for name in names if name.endswith("None")]
    assert len(names) == len(set(names))
    opened = {name for method, name in ROWS if method == "GET"}
    assert sorted(set(names) - opened) == []
    assert sorted({name for _, name in ROWS} - set(names)) == []


@pytest.mark.parametrize(("method", "name"), ROWS, ids=str)
def test_everybody_gets_what_the_table_says(method, name, world, visitors):
    path = address(name, world)
    assert {who: answer(client, method, path).status_code for who, client in visitors.items()} == ROWS[method, name]


@pytest.mark.parametrize(
    "name", [name for method, name in ROWS if method == "GET" and ROWS[method, name]["anonymous"] == 302]
)
def test_without_an_account_one_is_asked_to_sign_in(name, world):
    path = address(name, world)
    if name not in ("home", "accounts:password_reset_confirm", "accounts:set_language"):
        assert answer(Client(), "GET", path).url == f"{reverse('accounts:login')}?next={path}"


@pytest.mark.parametrize(("method", "name"), PROJECTS, ids=str)
def test_nobody_learns_that_a_project_exists(method, name, world, visitors):
    refused = answer(visitors["stranger"], method, address(name, world))
    missing = answer(visitors["stranger"], method, address(name, world, project_slug="nie-ma-takiego"))
    assert refused.status_code == missing.status_code
    assert refused.status_code in (404, 405)


@pytest.mark.parametrize(("method", "name"), INSIDE, ids=str)
def test_an_object_of_another_project_is_not_found(method, name, world, operator, client_of):
    elsewhere = furnish(ProjectFactory())
    foreign = {gap: getattr(elsewhere, known).pk for gap in GAPS_OF[name] if (known := object_in_gap(name, gap))}
    for gap, pk in foreign.items():
        response = answer(client_of(operator), method, address(name, world, **{gap: pk}))
        assert response.status_code in {404, ROWS[method, name]["admin"]} - {200, 302}, gap


@pytest.mark.parametrize("name", GAPS_OF)
def test_opening_an_address_changes_nothing(name, world, operator, client_of):
    client, path = client_of(operator), address(name, world)
    assert written(client, "GET", path) == []
    if ("POST", name) not in ROWS:
        assert written(client, "POST", path) == [], "a form is taken here: the table needs a POST row"


def written(client, method, path):
    """The statements that changed something, other than the record of who was here."""
    with CaptureQueriesContext(
        connection,
    ) as queries:
        answer(client, method, path)
    statements = [query["sql"] for query in queries.captured_queries]
    return [sql[:120] for sql in statements if WRITING.match(sql) and not KEEPS_A_RECORD.search(sql)]


def test_the_operator_may_do_all_that_an_admin_may(world, visitors, operator, client_of):
    client = client_of(operator)
    answers = {row: answer(client, row[0], address(row[1], world)).status_code for row in ROWS}
    assert answers == {row: statuses["admin"] for row, statuses in ROWS.items()}


def test_a_role_given_back_is_a_door_closed(world, social_worker, client_of):
    client = client_of(social_worker)
    world.project.team.filter(user=social_worker).delete()
    for method, name in PROJECTS:
        assert answer(client, method, address(name, world)).status_code in (404, 405)


def test_an_account_switched_off_is_a_door_closed(world, social_worker, client_of):
    client = client_of(social_worker)
    social_worker.is_active = False
    social_worker.save()
    for method, name in PROJECTS:
        assert answer(client, method, address(name, world)).status_code in (302, 401, 405)


# --- Django's admin


def admin_pages():
    """Lists and empty forms of everything that the operator keeps."""
    from django.contrib import admin

    for model, model_admin in admin.site._registry.items():
        prefix = f"admin:{model._meta.app_label}_{model._meta.model_name}"
        yield f"{prefix}_changelist"
        if model_admin.has_add_permission(request_of_operator()):
            yield f"{prefix}_add"


def request_of_operator():
    from accounts.models import User

    return SimpleNamespace(user=User(is_active=True, is_staff=True, is_superuser=True))


@pytest.mark.parametrize("name", ["admin:index", *admin_pages()])
def test_djangos_admin_is_for_the_operator_alone(name, world, operator, visitors, client_of):
    path = reverse(name)
    page = client_of(operator).get(path)
    assert page.status_code == 200
    assert " | Włączenie – administracja</title>" in page.text
    assert {who: answer(client, "GET", path).status_code for who, client in visitors.items()} == dict.fromkeys(
        VISITORS, 302
    )
