"""What nobody types by accident: addresses and forms made by hand never break a page and never lead into another project."""

import logging
import uuid
from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from accounts.models import User
from accounts.roles import Role
from config.logs import WithoutPersonalData
from config.proxy import client_address
from projects.forms.base import TOO_LARGE

from .activities.house import make_group
from .factories import (
    HeadcountEventFactory,
    OutcomeFactory,
    ParticipationFactory,
    ProgrammeFactory,
    ProjectFactory,
    ProjectIndicatorFactory,
    RegisterEntryFactory,
    SessionFactory,
    TeamMemberFactory,
)
from .projects.pages import CREATE, complaints, new_page

pytestmark = pytest.mark.django_db
LARGEST = "2147483647"
EVENT = {"name": "Festyn", "kind": "festival", "held_on": "15.06.2024"}
TOO_LONG = "9" * 5000  # more digits than Python reads as a number


def address(name, project, *args):
    return reverse(name, args=[project.slug, *args])


# --- addresses


@pytest.mark.parametrize("name", ["indicators:dashboard", "participants:deadlines"])
@pytest.mark.parametrize("on", [" ", "\t", "01.01.1900", "31.12.2100", "9999-12-31", "a\x00b"])
def test_an_odd_day_in_the_address_is_answered(client_of, coordinator, project, name, on):
    assert client_of(coordinator).get(address(name, project), {"on": on}).status_code == 200


@pytest.mark.parametrize("key", ["own-²", "own-٣", f"own-{TOO_LONG}", "own-9999999999999999999"])
def test_an_indicator_of_an_impossible_number_does_not_exist(client_of, coordinator, project, key):
    place = address("indicators:why", project, "key").replace("key", key)
    assert client_of(coordinator).get(place).status_code == 404


@pytest.mark.parametrize("path", ["evil", "%s", "konto", "accounts:logout"])
def test_a_way_on_that_is_no_address_of_ours_is_followed_as_it_stands(client_of, admin, path):
    response = client_of(admin).get(reverse("accounts:login"), {"next": path})
    assert response.status_code == 302
    assert response.headers["Location"] != reverse("accounts:logout")


# --- forms


def test_a_participation_of_an_impossible_number_breaks_nothing(client_of, social_worker, project):
    client = client_of(social_worker)
    for name in ("participants:pesel", "participants:missing"):
        assert client.post(address(name, project), {"participation": TOO_LONG}).status_code == 200


def test_visitors_whose_sum_no_column_holds_are_refused_in_words(client_of, social_worker, project):
    sent = EVENT | dict.fromkeys(["visitors", "women", "men"], LARGEST)
    response = client_of(social_worker).post(address("activities:event_add", project), sent)
    assert response.status_code == 200
    assert response.context["form"].non_field_errors() == [TOO_LARGE]
    assert not project.events.exists()


def test_a_target_group_whose_sum_no_column_holds_is_refused_in_words(client_of, admin):
    client = client_of(admin)
    numbers = {f"groups-0-{part}": LARGEST for part in ("women", "men", "total")}
    response = client.post(CREATE, new_page(client, ProgrammeFactory(), **{"groups-0-name": "grupa"}, **numbers))
    assert complaints(response) == [TOO_LARGE]


def test_a_name_of_a_group_with_a_nul_is_refused(client_of, social_worker, project):
    support = make_group(project, people=0).form_of_support
    response = client_of(social_worker).post(address("activities:group_add", project, support.pk), {"name": "a\x00b"})
    assert response.status_code == 200
    assert support.groups.count() == 1


def test_a_name_with_a_control_character_fits_into_a_workbook(client_of, controller, project):
    ParticipationFactory(project=project, person__last_name="Now\x01ak")
    response = client_of(controller).get(address("participants:export", project, "xlsx"))
    sheet = load_workbook(BytesIO(b"".join(response.streaming_content))).active
    assert "Nowak" in [cell.value for cell in sheet[2]]


def test_the_attendance_of_a_large_group_is_not_too_long_a_form(client_of, social_worker, project):
    session = SessionFactory(group=make_group(project, people=0))
    sent = {f"{field}-{person}": "" for field in ("mark", "was") for person in range(1, 1400)}
    response = client_of(social_worker).post(address("activities:attendance", project, session.pk), sent)
    assert response.status_code == 302


# --- a number of a form that another project knows


def elsewhere(project):
    """Rows of a project that nobody of the cast may see: (address that adds one here, what is sent, the row there)."""
    foreign = ProjectFactory()
    group, foreign_group = make_group(project, people=0), make_group(foreign, people=0)
    own = ParticipationFactory(project=project)
    theirs = ParticipationFactory(project=foreign)
    return [
        (address("activities:event_add", project), HeadcountEventFactory(project=foreign)),
        (address("activities:add", project), foreign_group.form_of_support),
        (address("activities:session_add", project, group.pk), SessionFactory(group=foreign_group)),
        (address("participants:add", project), theirs),
        (address("participants:outcome_add", project, own.pk), OutcomeFactory(participation=theirs)),
        (address("indicators:register_add", project), RegisterEntryFactory(project=foreign, name="Osiedle Tajne")),
        (address("indicators:target_own", project), ProjectIndicatorFactory(project=foreign)),
        (CREATE, foreign),
    ]


@pytest.mark.parametrize("number", range(8))
def test_the_number_of_a_foreign_form_finds_nothing(client_of, admin, project, number):
    place, row = elsewhere(project)[number]
    response = client_of(admin).post(place, {"submission": str(row.submission)})
    assert response.status_code == 200  # the form again, with what is missing in it


def test_the_number_of_a_foreign_event_makes_no_second_event_of_it(client_of, social_worker, project):
    foreign = HeadcountEventFactory(name="Tajny festyn", held_on=date(2024, 5, 1))
    sent = EVENT | {"submission": str(foreign.submission)}
    response = client_of(social_worker).post(address("activities:event_add", project), sent)
    assert response.status_code == 200
    assert "Tajny" not in response.content.decode()
    assert not project.events.exists()


def test_a_number_that_is_none_is_refused(client_of, social_worker, project):
    sent = EVENT | {"submission": f"{uuid.uuid4()}x"}
    assert client_of(social_worker).post(address("activities:event_add", project), sent).status_code == 200
    assert not project.events.exists()


def test_one_project_gives_no_way_into_another(client_of, project):
    stranger = TeamMemberFactory(project=ProjectFactory(), role=Role.ADMIN)
    foreign = ParticipationFactory(project=project)
    own = address("participants:detail", stranger.project, foreign.pk)
    assert client_of(stranger.user).get(own).status_code == 404


# --- signing in


def test_the_lock_of_the_admin_counts_one_address_in_every_letter_case(client, settings):
    settings.AXES_ENABLED = True
    settings.AXES_FAILURE_LIMIT = 3
    User.objects.create_superuser("operator@example.org", "dobre-haslo-2022")
    written = ["operator@example.org", "Operator@example.org", "OPERATOR@example.org"]
    statuses = [
        client.post(reverse("admin:login"), {"username": name, "password": "zle"}).status_code for name in written
    ]
    assert statuses == [200, 200, 429]


def test_the_log_of_the_server_keeps_nothing_of_a_malformed_request():
    said = "Invalid request from ip=203.0.113.9: Invalid HTTP Version: 'Kowalska HTTP/1.1'"
    record = logging.LogRecord("gunicorn.error", logging.WARNING, __file__, 1, said, (), None)
    assert WithoutPersonalData("%(message)s").format(record) == "Invalid request"


@pytest.mark.parametrize("name", ["accounts:login", "admin:login"])
def test_an_address_longer_than_any_is_only_wrong(client, settings, name):
    settings.AXES_ENABLED = True
    sent = {"username": "A" * 5000, "password": "b" * 5000}
    answer = client.post(reverse(name), sent, HTTP_USER_AGENT="c" * 5000, HTTP_ACCEPT="d" * 5000)
    assert answer.status_code == 200


@pytest.mark.parametrize(
    ("claimed", "address"),
    [
        ("203.0.113.9:4711", "203.0.113.9"),
        ("[2001:db8::9]:4711", "2001:db8::9"),
        ("2001:db8::9", "2001:db8::9"),
        ("unknown", "10.0.0.1"),
        ("'; drop", "10.0.0.1"),
    ],
)
def test_a_proxy_may_write_the_caller_with_a_port_or_not_know_it(rf, claimed, address):
    assert client_address(rf.get("/", REMOTE_ADDR="10.0.0.1", HTTP_X_FORWARDED_FOR=claimed)) == address
