"""The calendar of deadlines: opened by its private address alone, without a name in it."""

import logging
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from accounts.models import AccessLog, User
from config.logs import WithoutPersonalData
from participants.views import feed

from ..factories import ContactFactory, ParticipationFactory, TeamMemberFactory

TODAY = timezone.localdate()
LEFT = TODAY - timedelta(days=10)
KEY = "k" * 43


@pytest.fixture(autouse=True)
def nobody_asked_yet():
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def running(project):
    project.ends_on = TODAY + timedelta(days=300)
    project.save()
    return project


@pytest.fixture
def owner(social_worker):
    User.objects.filter(pk=social_worker.pk).update(calendar_key=KEY)
    return social_worker


def gone(project, **facts):
    return ParticipationFactory(
        project=project,
        **{"left_on": LEFT, "exit_reason": "completed", "person__last_name": "Łukasik", "person__first_name": "Żaneta"}
        | facts,
    )


def fetched(key=KEY, **headers):
    return Client().get(reverse("calendar", args=[key]), headers=headers)


def events(key=KEY):
    return Calendar.from_ical(fetched(key).content).walk("VEVENT")


def test_a_deadline_is_a_whole_day_with_a_number_and_the_stake(running, owner):
    one = gone(running)
    (event,) = events()
    until = LEFT + timedelta(days=28)
    assert str(event["summary"]) == f"Termin: U{one.pk}, dowód rezultatu do {until:%d.%m.%Y}"
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (until, until + timedelta(days=1))
    assert "wskaźniki rezultatu" in str(event["description"])
    assert str(event["url"]).endswith(one.get_absolute_url())


def test_nothing_in_it_tells_who_it_is_about(running, owner):
    one = gone(running, exit_note="choroba")
    ContactFactory(participation=one, note="nie odebrała", next_on=TODAY + timedelta(days=2))
    content = Calendar.from_ical(fetched().content).to_ical().decode().replace("\r\n ", "")
    person = one.person
    secrets = [person.last_name, person.first_name, person.pesel, person.phone, person.email, person.street, "odebrała"]
    assert not [secret for secret in (*secrets, "choroba", owner.last_name) if secret in content]


def test_the_number_of_an_event_stays_when_the_day_moves(running, owner):
    one = gone(running)
    before = events()[0]["uid"]
    type(one).objects.filter(pk=one.pk).update(left_on=LEFT + timedelta(days=3))
    assert events()[0]["uid"] == before


def test_the_next_attempt_is_an_event_and_ones_own_people_are_told_apart(running, owner):
    one = gone(running, caretaker=owner)
    ContactFactory(participation=one, next_on=TODAY + timedelta(days=2))
    summaries = {str(event["summary"]) for event in events()}
    assert f"Kontakt: U{one.pk}, umówiona próba (Twoja sprawa)" in summaries


def test_it_holds_all_projects_where_the_owner_sees_people_and_no_other(running, owner):
    second = ParticipationFactory(project__ends_on=running.ends_on, left_on=LEFT, exit_reason="completed")
    TeamMemberFactory(project=second.project, user=owner, role="controller")
    gone(running)
    ParticipationFactory(project__ends_on=running.ends_on, left_on=LEFT, exit_reason="completed")  # a stranger's
    assert len(events()) == 2


def test_what_is_proved_closed_or_long_past_is_not_in_it(running, owner):
    ContactFactory(participation=gone(running), result="refused")
    gone(running, left_on=max(running.starts_on + timedelta(days=40), TODAY - timedelta(days=60)))
    assert [str(event["summary"]) for event in events()] == []


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["k" * 42, "nonsense", KEY.upper(), "%27%20or%201"])
def test_a_key_that_opens_nothing_answers_always_the_same(key):
    response = fetched(key)
    assert (response.status_code, response.content) == (404, b"404")


def test_the_key_of_somebody_who_is_gone_opens_nothing(owner):
    User.objects.filter(pk=owner.pk).update(is_active=False)
    assert fetched().content == b"404"


def test_nobody_keeps_it_and_no_search_engine_finds_it(running, owner):
    response = fetched()
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert response["Referrer-Policy"] == "no-referrer"


def test_it_is_in_polish_whatever_the_calendar_speaks(running, owner):
    gone(running)
    content = fetched(**{"Accept-Language": "en"}).content.decode()
    assert "Termin: " in content
    assert "PRODID:-//Wlaczenie//Terminy//PL" in content


def test_each_fetch_is_in_the_log_without_the_key(running, owner):
    fetched()
    row = AccessLog.objects.get()
    assert (row.user, row.act, row.subject) == (owner, "list", "kalendarz terminów")


def test_a_calendar_that_asks_all_the_time_is_told_to_wait(running, owner, monkeypatch):
    monkeypatch.setattr(feed, "MOST_AN_HOUR", 2)
    assert [fetched().status_code for _time in range(3)] == [200, 200, 429]
    assert fetched()["Retry-After"] == "3600"


def test_the_log_of_the_server_does_not_tell_the_key():
    record = logging.LogRecord("gunicorn.access", logging.INFO, "", 1, f"GET /kalendarz/{KEY}.ics 200 5 ms", None, None)
    assert WithoutPersonalData("%(message)s").format(record) == "GET /kalendarz/… 200 5 ms"


@pytest.mark.parametrize("many", [1, 30])
def test_it_asks_the_same_of_the_database_however_many_wait(running, owner, django_assert_max_num_queries, many):
    for _n in range(many):
        gone(running, person__last_name="Nowak")
    with django_assert_max_num_queries(5):
        fetched()


# --- the address on the account page


def test_the_address_is_made_renewed_and_switched_off(client_of, social_worker):
    client, page = client_of(social_worker), reverse("accounts:profile")
    assert "Utwórz adres kalendarza" in client.get(page).content.decode()
    client.post(reverse("accounts:calendar_key"))
    first = User.objects.get(pk=social_worker.pk).calendar_key
    assert len(first) == 43
    assert f"http://testserver/kalendarz/{first}.ics" in client.get(page).content.decode()
    assert fetched(first).status_code == 200
    client.post(reverse("accounts:calendar_key"))
    assert fetched(first).status_code == 404
    client.post(reverse("accounts:calendar_key"), {"off": "1"})
    assert User.objects.get(pk=social_worker.pk).calendar_key is None


@pytest.mark.parametrize("key", ["%00", "a%00b", "%EF%BF%BD"])
def test_a_key_that_no_database_could_hold_opens_nothing_and_breaks_nothing(db, key):
    assert Client().get(f"/kalendarz/{key}.ics").status_code == 404
