"""The page on which a class is marked."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import AccessLog
from activities.actions import save_attendance

from ..factories import AttendanceFactory, EnrolmentFactory, ProjectFactory, SessionFactory, TeamMemberFactory
from .house import MARKS, enrol, make_group, marks_of, read, text_of, to

PICTURE = {
    "Antosik": "......",
    "Bąbelek": "..x...",
    "Cybulska": ".u....",
    "Ćwiklińska": ".x.x.x",
    "Mączyńska": "...u.u",
    "Żelazko": ".....",
}


@pytest.fixture
def page(client_of, social_worker):
    """Opens a page as the social worker."""
    return client_of(social_worker)


def row_of(response, name):
    """The row of a person as text."""
    rows = re.findall(r'<tr role="row".*?</tr>', response.content.decode(), re.DOTALL)
    return read(next(row for row in rows if f"{name} Anna" in row)).strip()


def names_in(response):
    """The surnames in the grid, in their order."""
    return re.findall(r"(\w+) Anna <span", response.content.decode())


def post(client, session, marks, **more):
    return client.post(
        session.get_absolute_url(), {f"mark-{enrolment.pk}": status for enrolment, status in marks.items()} | more
    )


# --- what it shows


def test_the_numbers_are_those_of_the_drawn_page(project, page):
    group = make_group(project, people=0, sessions=6)
    sessions = list(group.sessions.order_by("held_on"))
    for name, marks in PICTURE.items():
        enrolment = enrol(group, name)
        for session, mark in zip(sessions, marks, strict=False):
            AttendanceFactory(session=session, enrolment=enrolment, status=MARKS[mark])
    response = page.get(sessions[5].get_absolute_url())
    assert row_of(response, "Antosik").endswith("24 h 100%")
    assert row_of(response, "Bąbelek").endswith("20 h 83%")
    assert row_of(response, "Cybulska").endswith("20 h 83%")
    assert "12 h 50% poniżej progu nie osiągnie progu" in row_of(response, "Ćwiklińska")
    assert row_of(response, "Mączyńska").endswith("16 h 67% 2 uspr.")
    assert row_of(response, "Żelazko").endswith("20 h 100%")
    assert names_in(response) == list(PICTURE)
    assert "6 osób. 3 jest, 1 brak, 1 usprawiedliwiona, 1 nieoznaczona." in text_of(response)
    assert "Oznaczono 5 z 6 osób." in text_of(response)


def test_the_head_says_which_session_it_is_and_leads_to_its_neighbours(project, page):
    group = make_group(project, sessions=3)
    first, second, third = group.sessions.order_by("held_on")
    text = text_of(page.get(second.get_absolute_url()))
    assert "Obecność: środa 14.02.2024" in text
    assert "Zajęcia 2 z 3 · 9.00–13.00, 4 h zegarowe · sala 2 · prowadzi Ewa Trenerska" in text
    links = page.get(second.get_absolute_url()).content.decode()
    assert first.get_absolute_url() in links
    assert third.get_absolute_url() in links
    assert "Zapisz, dalej 21.02" in text
    assert "Zapisz, dalej" not in text_of(page.get(third.get_absolute_url()))


def test_five_sessions_before_are_shown_and_all_of_them_count(project, page):
    group = make_group(project, sessions=8)
    enrolment = group.enrolments.get()
    sessions = list(group.sessions.order_by("held_on"))
    for session in sessions[:7]:
        AttendanceFactory(session=session, enrolment=enrolment)
    response = page.get(sessions[7].get_absolute_url())
    assert response.content.decode().count('class="past"><span class="dot">') == 5
    assert row_of(response, "Osoba-000").endswith("28 h 100%")


def test_later_sessions_do_not_count_yet(project, page):
    group = make_group(project, sessions=2)
    enrolment = group.enrolments.get()
    early, late = group.sessions.order_by("held_on")
    AttendanceFactory(session=early, enrolment=enrolment)
    AttendanceFactory(session=late, enrolment=enrolment, status="absent")
    assert row_of(page.get(early.get_absolute_url()), "Osoba-000").endswith("4 h 100%")
    assert "poniżej progu" in row_of(page.get(late.get_absolute_url()), "Osoba-000")


def test_people_stand_in_polish_order(project, page):
    group = make_group(project, people=0, sessions=1)
    for name in ("Żak", "Lis", "Ćma", "Łoś", "Cis", "Zięba"):
        enrol(group, name)
    response = page.get(group.sessions.get().get_absolute_url())
    assert names_in(response) == ["Cis", "Ćma", "Lis", "Łoś", "Zięba", "Żak"]


def test_an_individual_session_shows_its_person_alone(project, page):
    group = make_group(project, people=2, mode="individual")
    first, second = group.enrolments.order_by("pk")
    session = SessionFactory(group=group, enrolment=first)
    SessionFactory(group=group, enrolment=second)
    text = text_of(page.get(session.get_absolute_url()))
    assert "Osoba-000 Anna" in text
    assert "Osoba-001 Anna" not in text
    assert "Zajęcia 1 z 1" in text


def test_whose_support_is_over_is_no_longer_asked_about(project, page):
    group = make_group(project, people=0, sessions=2)
    first, second = group.sessions.order_by("held_on")
    gone = enrol(group, "Dawna")
    gone.started_on, gone.ended_on = first.held_on, first.held_on
    gone.save()
    enrol(group, "Obecna")
    assert "Dawna Anna" in text_of(page.get(first.get_absolute_url()))
    assert "Dawna Anna" not in text_of(page.get(second.get_absolute_url()))


def test_who_joins_later_is_not_waited_for_before(project, page):
    group = make_group(project, people=0, sessions=1)
    enrol(group, "Późna", entered_on=date(2024, 3, 1))
    text = text_of(page.get(group.sessions.get().get_absolute_url()))
    assert "Późna Anna w projekcie od 01.03.2024" in text
    assert "nieoznaczona." not in text


def test_an_empty_group_says_what_to_do(project, page):
    group = make_group(project, people=0, sessions=1)
    text = text_of(page.get(group.sessions.get().get_absolute_url()))
    assert "Na te zajęcia nikt nie jest zapisany" in text


# --- saving on it


def test_a_posted_grid_is_saved_and_shown(project, page):
    group = make_group(project, people=3, sessions=1)
    session = group.sessions.get()
    first, second, _third = group.enrolments.order_by("pk")
    response = page.post(session.get_absolute_url(), {f"mark-{first.pk}": "present", f"mark-{second.pk}": "excused"})
    assert response.status_code == 302
    assert response.url == session.get_absolute_url()
    assert marks_of(session) == {first.pk: "present", second.pk: "excused"}
    text = text_of(page.get(response.url))
    assert "Zapisano obecność 07.02.2024: oznaczono 2 z 3 osób." in text
    assert "Osoba-002 Anna nieoznaczona" in text


def test_saving_can_go_on_to_the_next_session(project, page):
    group = make_group(project, sessions=2)
    first, second = group.sessions.order_by("held_on")
    response = post(page, first, {group.enrolments.get(): "present"}, forward="1")
    assert response.url == second.get_absolute_url()
    assert len(marks_of(first)) == 1
    assert post(page, second, {group.enrolments.get(): "present"}, forward="1").url == second.get_absolute_url()


def test_a_saved_mark_is_taken_away_by_an_empty_answer(project, page):
    group = make_group(project, sessions=1)
    enrolment, session = group.enrolments.get(), group.sessions.get()
    post(page, session, {enrolment: "present"})
    page.post(session.get_absolute_url(), {f"was-{enrolment.pk}": "present", f"mark-{enrolment.pk}": ""})
    assert marks_of(session) == {}


def test_a_page_opened_earlier_overwrites_only_what_was_touched_on_it(project, page):
    """A colleague corrects one person while this page, opened before, marks another."""
    group = make_group(project, people=2, sessions=1)
    session = group.sessions.get()
    first, second = group.enrolments.order_by("pk")
    save_attendance(session=session, marks={first.pk: "present"})
    opened = {f"was-{first.pk}": "present", f"mark-{first.pk}": "present", f"was-{second.pk}": ""}
    save_attendance(session=session, marks={first.pk: "absent"})
    page.post(session.get_absolute_url(), opened | {f"mark-{second.pk}": "present"})
    assert marks_of(session) == {first.pk: "absent", second.pk: "present"}


def test_a_grid_posted_twice_is_saved_once(project, page):
    group = make_group(project, people=2, sessions=1)
    session = group.sessions.get()
    marks = dict.fromkeys(group.enrolments.all(), "present")
    for _ in range(2):
        assert post(page, session, marks).status_code == 302
    assert session.attendances.count() == 2


def test_the_unmarked_become_present_without_javascript_and_unsaved(project, page):
    group = make_group(project, people=2, sessions=1)
    session = group.sessions.get()
    first, second = group.enrolments.order_by("pk")
    later = enrol(group, "Późna", entered_on=date(2024, 3, 1))
    response = post(page, session, {first: "absent"}, rest="present")
    assert response.status_code == 200
    assert marks_of(session) == {}
    chosen = re.findall(r'name="mark-(\d+)" value="(\w*)"[^>]* checked', response.content.decode())
    assert {(int(pk), status) for pk, status in chosen} == {(first.pk, "absent"), (second.pk, "present")}
    assert later.pk not in dict(chosen)
    assert "Oznaczono 2 z 3 osób. Jeszcze niezapisane." in text_of(response)


def test_a_refused_presence_names_the_person_keeps_the_marks_and_writes_nothing(project, page):
    group = make_group(project, people=1, sessions=1)
    session = group.sessions.get()
    first = group.enrolments.get()
    late = enrol(group, "Nowak", entered_on=date(2024, 3, 1))
    response = post(page, session, {first: "present", late: "present"})
    text = text_of(response)
    assert response.status_code == 200
    assert "Nic nie zapisano. Oznaczenia są nadal na stronie." in text
    assert "Nowak Anna: udział w projekcie zaczął się 01.03.2024" in text
    assert f"/uczestnicy/{late.participation_id}/zmien/" in response.content.decode()
    assert response.content.decode().count('value="present"') >= 2
    assert len(re.findall(r'value="present"[^>]* checked', response.content.decode())) == 2
    assert "Jeszcze niezapisane." in text
    assert marks_of(session) == {}


def test_the_first_presence_of_a_draft_is_said(project, page):
    group = make_group(project, people=0, sessions=1)
    draft = enrol(group, "Szkic", entered_on=None)
    response = post(page, group.sessions.get(), {draft: "present"})
    text = text_of(page.get(response.url))
    assert "Dla 1 osoby to pierwsze wsparcie, więc 07.02.2024 jest datą rozpoczęcia udziału w projekcie." in text


def test_a_session_of_the_future_cannot_be_marked(client_of, operator):
    today = timezone.localdate()
    project = ProjectFactory(starts_on=today - timedelta(days=400), ends_on=today + timedelta(days=30))
    group = make_group(project, people=0)
    enrolment = EnrolmentFactory(group=group)
    session = SessionFactory(group=group, held_on=today + timedelta(days=1))
    client = client_of(operator)
    assert "Te zajęcia jeszcze się nie odbyły." in text_of(client.get(session.get_absolute_url()))
    response = post(client, session, {enrolment: "present"})
    assert "Obecność zapisuje się od dnia zajęć. Niczego nie zapisano." in text_of(response)
    assert marks_of(session) == {}


@pytest.mark.parametrize("status", ["late", "PRESENT", "present "])
def test_an_answer_that_does_not_exist_is_refused(project, page, status):
    group = make_group(project, sessions=1)
    response = post(page, group.sessions.get(), {group.enrolments.get(): status})
    assert "Obecność: jest, brak albo usprawiedliwiona. Niczego nie zapisano." in text_of(response)
    assert marks_of(group.sessions.get()) == {}


# --- the door


def test_the_controller_reads_and_does_not_write(project, client_of, controller):
    group = make_group(project, sessions=1)
    session = group.sessions.get()
    client = client_of(controller)
    response = client.get(session.get_absolute_url())
    assert response.status_code == 200
    assert 'type="radio"' not in response.content.decode()
    assert "Zapisz obecność" not in response.content.decode()
    assert post(client, session, {group.enrolments.get(): "present"}).status_code == 403
    assert marks_of(session) == {}


def test_a_session_of_another_project_does_not_exist_here(project, page, social_worker):
    other = ProjectFactory()
    TeamMemberFactory(project=other, user=social_worker)
    session = make_group(other, sessions=1).sessions.get()
    assert page.get(to("attendance", project, session.pk)).status_code == 404
    assert page.post(to("attendance", project, session.pk)).status_code == 404
    assert page.get(to("attendance", other, session.pk)).status_code == 200


def test_who_opened_the_names_is_written_down_without_them(project, page, social_worker):
    session = make_group(project, sessions=1).sessions.get()
    page.get(session.get_absolute_url())
    entry = AccessLog.objects.get()
    assert (entry.user, entry.act, entry.project_slug) == (social_worker, AccessLog.Act.LIST, project.slug)
    assert entry.subject == f"obecność, zajęcia {session.pk}"


# --- how many questions it asks


@pytest.mark.parametrize("people", [12, 60])
def test_opening_asks_the_database_at_most_twelve_times(project, page, people, django_assert_max_num_queries):
    group = make_group(project, people=people, sessions=people // 4)
    sessions = list(group.sessions.order_by("held_on"))
    for session in sessions[:-1]:
        save_attendance(session=session, marks=dict.fromkeys(group.enrolments.values_list("pk", flat=True), "present"))
    with django_assert_max_num_queries(12):
        assert page.get(sessions[-1].get_absolute_url()).status_code == 200


@pytest.mark.parametrize("people", [12, 60])
def test_saving_asks_the_same_number_of_times_whatever_the_size_of_the_group(project, people):
    group = make_group(project, people=people, sessions=1)
    drafts = [enrol(group, f"Szkic-{n}", entered_on=None) for n in range(people // 4)]
    marks = dict.fromkeys(group.enrolments.values_list("pk", flat=True), "present")
    assert len(marks) == people + len(drafts)
    with CaptureQueriesContext(connection) as queries:
        save_attendance(session=group.sessions.get(), marks=marks)
    statements = [query["sql"] for query in queries if "SAVEPOINT" not in query["sql"]]
    assert len(statements) <= 12
