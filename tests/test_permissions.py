"""Every address against everybody: what each role gets when it opens it, and when it sends a form to it.

302 without an account is the way to sign in; 401 is the same for a form, which comes back after signing in. A stranger, who may
do everything in a project of their own, gets 404: nobody learns which projects exist. A colleague without the right gets 403.
An address that only takes a form answers 405 when it is opened. An empty form is refused with its errors (200).
"""

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
from .world import furnish

VISITORS = ["anonymous", "stranger", "controller", "social_worker", "coordinator", "admin"]

TABLE = """
                                          anonymous stranger controller worker coordinator admin
GET  home                                       302      302        302    302         302   302
GET  accounts:login                             200      302        302    302         302   302
POST accounts:login                             200      302        302    302         302   302
GET  accounts:logout                            405      405        405    405         405   405
POST accounts:logout                            302      302        302    302         302   302
GET  accounts:profile                           302      200        200    200         200   200
GET  accounts:calendar_key                      302      405        405    405         405   405
POST accounts:calendar_key                      401      302        302    302         302   302
GET  calendar                                   404      404        404    404         404   404
GET  accounts:password_change                   302      200        200    200         200   200
POST accounts:password_change                   401      200        200    200         200   200
GET  accounts:password_change_done              302      200        200    200         200   200
GET  accounts:password_reset                    200      200        200    200         200   200
POST accounts:password_reset                    200      200        200    200         200   200
GET  accounts:password_reset_done               200      200        200    200         200   200
GET  accounts:password_reset_confirm            302      302        302    302         302   302
POST accounts:password_reset_confirm            302      302        302    302         302   302
GET  accounts:password_reset_complete           200      200        200    200         200   200
GET  accounts:roles                             302      200        200    200         200   200
GET  accounts:set_language                      302      302        302    302         302   302
POST accounts:set_language                      302      302        302    302         302   302
GET  accounts:accessibility                     200      200        200    200         200   200
GET  accounts:privacy                           200      200        200    200         200   200
GET  accounts:help                              200      200        200    200         200   200
GET  projects:list                              302      200        200    200         200   200
GET  projects:create                            302      200        403    403         403   200
POST projects:create                            401      200        403    403         403   200
GET  projects:detail                            302      404        200    200         200   200
GET  projects:edit                              302      404        403    403         200   200
POST projects:edit                              401      404        403    403         200   200
GET  projects:team                              302      404        200    200         200   200
POST projects:team                              401      404        403    403         403   200
GET  projects:team_role                         302      405        405    405         405   405
POST projects:team_role                         401      404        403    403         403   302
GET  projects:team_remove                       302      405        405    405         405   405
POST projects:team_remove                       401      404        403    403         403   302
GET  projects:marks                             302      404        200    200         200   200
POST projects:marks                             401      404        403    403         200   200
GET  projects:mark                              302      404        200    200         200   200
GET  projects:mark_remove                       302      405        405    405         405   405
POST projects:mark_remove                       401      404        403    403         302   302
GET  projects:programmes                        302      200        200    200         200   200
GET  projects:programme                         302      200        200    200         200   200
GET  projects:call                              302      200        200    200         200   200
GET  participants:list                          302      404        200    200         200   200
GET  participants:add                           302      404        403    200         200   200
POST participants:add                           401      404        403    200         200   200
GET  participants:pesel                         302      405        405    405         405   405
POST participants:pesel                         401      404        403    200         200   200
GET  participants:missing                       302      405        405    405         405   405
POST participants:missing                       401      404        403    200         200   200
GET  participants:main_person                   302      405        405    405         405   405
POST participants:main_person                   401      404        403    200         200   200
GET  participants:incomplete                    302      404        200    200         200   200
POST participants:incomplete                    401      404        403    302         302   302
GET  participants:institutions                  302      404        200    200         200   200
GET  participants:institution_add               302      404        403    200         200   200
POST participants:institution_add               401      404        403    200         200   200
GET  participants:institution                   302      404        200    200         200   200
GET  participants:institution_edit              302      404        403    200         200   200
POST participants:institution_edit              401      404        403    200         200   200
GET  participants:institution_remove            302      405        405    405         405   405
POST participants:institution_remove            401      404        403    302         302   302
GET  participants:duplicates                    302      404        403    403         200   200
GET  participants:compare                       302      404        403    403         200   200
POST participants:compare                       401      404        403    403         200   200
GET  participants:merges                        302      404        403    403         200   200
GET  participants:part                          302      405        405    405         405   405
POST participants:part                          401      404        403    403         302   302
GET  participants:deadlines                     302      404        200    200         200   200
GET  participants:deadlines_hand_over           302      405        405    405         405   405
POST participants:deadlines_hand_over           401      404        403    302         302   302
GET  participants:deadlines_close               302      405        405    405         405   405
POST participants:deadlines_close               401      404        403    302         302   302
GET  participants:report                        302      404        403    403         403   200
POST participants:report                        401      404        403    403         403   302
GET  participants:export                        302      404        200    403         200   200
GET  participants:detail                        302      404        200    200         200   200
GET  participants:edit                          302      404        403    200         200   200
POST participants:edit                          401      404        403    200         200   200
GET  participants:contact                       302      404        403    200         200   200
POST participants:contact                       401      404        403    200         200   200
GET  participants:leave                         302      404        403    200         200   200
POST participants:leave                         401      404        403    200         200   200
GET  participants:leave_says                    302      405        405    405         405   405
POST participants:leave_says                    401      404        403    200         200   200
GET  participants:call_add                      302      404        403    200         200   200
POST participants:call_add                      401      404        403    200         200   200
GET  participants:call_edit                     302      404        403    200         200   200
POST participants:call_edit                     401      404        403    200         200   200
GET  participants:write                         302      404        403    200         200   200
POST participants:write                         401      404        403    200         200   200
GET  participants:letter                        302      404        403    200         200   200
GET  participants:outcome_says                  302      405        405    405         405   405
POST participants:outcome_says                  401      404        403    200         200   200
GET  participants:reopen                        302      404        403    200         200   200
POST participants:reopen                        401      404        403    302         302   302
GET  participants:outcome_add                   302      404        403    200         200   200
POST participants:outcome_add                   401      404        403    200         200   200
GET  participants:outcome_edit                  302      404        403    200         200   200
POST participants:outcome_edit                  401      404        403    200         200   200
GET  participants:documents                     302      404        200    200         200   200
GET  participants:document_add                  302      404        403    200         200   200
POST participants:document_add                  401      404        403    200         200   200
GET  participants:document_add_for              302      404        403    200         200   200
POST participants:document_add_for              401      404        403    200         200   200
GET  participants:document                      302      404        200    200         200   200
POST participants:document                      401      404        403    200         200   200
GET  participants:document_file                 302      404        200    200         200   200
GET  participants:document_delete               302      404        403    200         200   200
POST participants:document_delete               401      404        403    403         302   302
GET  participants:document_dossier              302      404        200    200         200   200
GET  participants:document_print                302      404        200    200         200   200
GET  participants:document_blank                302      404        200    200         200   200
GET  participants:document_texts                302      404        200    200         200   200
GET  participants:document_text                 302      404        403    403         200   200
POST participants:document_text                 401      404        403    403         200   200
GET  participants:document_text_restore         302      405        405    405         405   405
POST participants:document_text_restore         401      404        403    403         302   302
GET  activities:list                            302      404        200    200         200   200
GET  activities:add                             302      404        403    200         200   200
POST activities:add                             401      404        403    200         200   200
GET  activities:detail                          302      404        200    200         200   200
GET  activities:edit                            302      404        403    200         200   200
POST activities:edit                            401      404        403    200         200   200
GET  activities:group_add                       302      404        403    200         200   200
POST activities:group_add                       401      404        403    200         200   200
GET  activities:group                           302      404        200    200         200   200
GET  activities:group_edit                      302      404        403    200         200   200
POST activities:group_edit                      401      404        403    200         200   200
GET  activities:enrol                           302      404        403    200         200   200
POST activities:enrol                           401      404        403    200         200   200
GET  activities:withdraw                        302      405        405    405         405   405
POST activities:withdraw                        401      404        403    302         302   302
GET  activities:finish                          302      404        403    200         200   200
POST activities:finish                          401      404        403    200         200   200
GET  activities:session_add                     302      404        403    200         200   200
POST activities:session_add                     401      404        403    200         200   200
GET  activities:attendance                      302      404        200    200         200   200
POST activities:attendance                      401      404        403    200         200   200
GET  activities:session_edit                    302      404        403    200         200   200
POST activities:session_edit                    401      404        403    200         200   200
GET  activities:session_delete                  302      405        405    405         405   405
POST activities:session_delete                  401      404        403    302         302   302
GET  activities:session_check                   302      405        405    405         405   405
POST activities:session_check                   401      404        403    200         200   200
GET  activities:series_add                      302      404        403    200         200   200
POST activities:series_add                      401      404        403    200         200   200
GET  activities:rest                            302      404        403    200         200   200
POST activities:rest                            401      404        403    200         200   200
GET  activities:session_cancel                  302      404        403    200         200   200
POST activities:session_cancel                  401      404        403    200         200   200
GET  activities:session_restore                 302      405        405    405         405   405
POST activities:session_restore                 401      404        403    302         302   302
GET  activities:plan                            302      404        200    200         200   200
GET  activities:warnings                        302      404        200    200         200   200
GET  activities:events                          302      404        200    200         200   200
GET  activities:event_add                       302      404        403    200         200   200
POST activities:event_add                       401      404        403    200         200   200
GET  activities:event_edit                      302      404        403    200         200   200
POST activities:event_edit                      401      404        403    200         200   200
GET  activities:group_list_pdf                  302      404        200    200         200   200
GET  activities:session_list_pdf                302      404        200    200         200   200
GET  activities:certificates                    302      404        200    200         200   200
POST activities:certificates                    401      404        403    200         200   200
GET  activities:certificates_pdf                302      404        200    200         200   200
GET  activities:certificate_pdf                 302      404        200    200         200   200
GET  activities:path_edit                       302      404        403    200         200   200
POST activities:path_edit                       401      404        403    200         200   200
GET  activities:path_pdf                        302      404        200    200         200   200
GET  activities:card                            302      404        200    200         200   200
POST activities:card                            401      404        403    200         200   200
GET  activities:card_pdf                        302      404        200    200         200   200
GET  activities:internship_add                  302      404        403    200         200   200
POST activities:internship_add                  401      404        403    200         200   200
GET  activities:internship                      302      404        200    200         200   200
POST activities:internship                      401      404        403    200         200   200
GET  activities:internship_delete               302      405        405    405         405   405
POST activities:internship_delete               401      404        403    302         302   302
GET  activities:allowances                      302      404        200    200         200   200
GET  activities:allowances_xlsx                 302      404        200    200         200   200
GET  activities:allowance_add                   302      404        403    403         200   200
POST activities:allowance_add                   401      404        403    403         200   200
GET  activities:allowance_rates                 302      404        403    403         200   200
POST activities:allowance_rates                 401      404        403    403         200   200
GET  activities:allowance_rate_delete           302      405        405    405         405   405
POST activities:allowance_rate_delete           401      404        403    403         302   302
GET  activities:allowance                       302      404        403    403         200   200
POST activities:allowance                       401      404        403    403         200   200
GET  activities:allowance_delete                302      405        405    405         405   405
POST activities:allowance_delete                401      404        403    403         302   302
GET  activities:grant                           302      404        403    403         200   200
POST activities:grant                           401      404        403    403         200   200
GET  activities:institution_support_add         302      404        403    200         200   200
POST activities:institution_support_add         401      404        403    200         200   200
GET  activities:institution_support             302      404        403    200         200   200
POST activities:institution_support             401      404        403    200         200   200
GET  activities:institution_support_delete      302      405        405    405         405   405
POST activities:institution_support_delete      401      404        403    302         302   302
GET  indicators:portfolio                       302      200        200    200         200   200
GET  indicators:dashboard                       302      404        200    200         200   200
GET  indicators:why                             302      404        200    200         200   200
GET  indicators:reports                         302      404        200    200         200   200
GET  indicators:report_pdf                      302      404        200    200         200   200
GET  indicators:report_xlsx                     302      404        200    200         200   200
GET  indicators:report_csv                      302      404        200    200         200   200
GET  indicators:register                        302      404        200    200         200   200
GET  indicators:register_add                    302      404        403    403         200   200
POST indicators:register_add                    401      404        403    403         200   200
GET  indicators:register_edit                   302      404        403    403         200   200
POST indicators:register_edit                   401      404        403    403         200   200
GET  indicators:register_remove                 302      405        405    405         405   405
POST indicators:register_remove                 401      404        403    403         302   302
GET  indicators:targets                         302      404        403    403         200   200
GET  indicators:target_add                      302      404        403    403         200   200
POST indicators:target_add                      401      404        403    403         200   200
GET  indicators:target_own                      302      404        403    403         200   200
POST indicators:target_own                      401      404        403    403         200   200
GET  indicators:thresholds                      302      404        403    403         200   200
POST indicators:thresholds                      401      404        403    403         302   302
GET  indicators:target_edit                     302      404        403    403         200   200
POST indicators:target_edit                     401      404        403    403         200   200
GET  indicators:target_remove                   302      405        405    405         405   405
POST indicators:target_remove                   401      404        403    403         302   302
GET  recruitment:list                           302      404        200    200         200   200
GET  recruitment:round_add                      302      404        403    403         200   200
POST recruitment:round_add                      401      404        403    403         200   200
GET  recruitment:round_edit                     302      404        403    403         200   200
POST recruitment:round_edit                     401      404        403    403         200   200
GET  recruitment:ranking                        302      404        200    200         200   200
GET  recruitment:rules                          302      404        200    200         200   200
POST recruitment:rules                          401      404        403    403         200   200
GET  recruitment:rules_take                     302      405        405    405         405   405
POST recruitment:rules_take                     401      404        403    403         302   302
GET  recruitment:criterion_add                  302      404        403    403         200   200
POST recruitment:criterion_add                  401      404        403    403         200   200
GET  recruitment:criterion_edit                 302      404        403    403         200   200
POST recruitment:criterion_edit                 401      404        403    403         200   200
GET  recruitment:quota_add                      302      404        403    403         200   200
POST recruitment:quota_add                      401      404        403    403         200   200
GET  recruitment:quota_edit                     302      404        403    403         200   200
POST recruitment:quota_edit                     401      404        403    403         200   200
GET  recruitment:answers                        302      404        403    403         200   200
POST recruitment:answers                        401      404        403    403         200   200
GET  recruitment:decisions                      302      404        403    403         200   200
POST recruitment:decisions                      401      404        403    403         200   200
GET  recruitment:sitting_edit                   302      404        403    403         200   200
POST recruitment:sitting_edit                   401      404        403    403         200   200
GET  recruitment:decide                         302      404        403    403         200   200
POST recruitment:decide                         401      404        403    403         200   200
GET  recruitment:criterion_remove               302      405        405    405         405   405
POST recruitment:criterion_remove               401      404        403    403         302   302
GET  recruitment:quota_remove                   302      405        405    405         405   405
POST recruitment:quota_remove                   401      404        403    403         302   302
GET  recruitment:call_up                        302      405        405    405         405   405
POST recruitment:call_up                        401      404        403    403         302   302
GET  recruitment:draw                           302      405        405    405         405   405
POST recruitment:draw                           401      404        403    403         302   302
GET  recruitment:list_print                     302      404        200    200         200   200
GET  recruitment:protocol                       302      404        200    200         200   200
GET  recruitment:withdraw                       302      404        403    200         200   200
POST recruitment:withdraw                       401      404        403    200         200   200
GET  recruitment:retention                      302      404        403    403         200   200
POST recruitment:retention                      401      404        403    403         302   302
"""


def read(table):
    """(method, name) → the expected status of each visitor."""
    lines = [line.split() for line in table.strip().splitlines()[1:] if line.strip()]
    return {(method, name): dict(zip(VISITORS, map(int, cells), strict=True)) for method, name, *cells in lines}


ROWS = read(TABLE)
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
