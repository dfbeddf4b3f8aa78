"""A session that is extra, moved, cancelled and restored: what is shown, what counts, what the database refuses."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from activities.actions import save_attendance
from activities.models import Attendance, Session
from activities.rates import rates_of, with_coming
from activities.schedule import cancel_all

from ..factories import AttendanceFactory, EnrolmentFactory, ProjectFactory, SessionFactory
from .house import make_group, marks_of, text_of, to
from .test_sessions import TYPED

DAY = date(2024, 3, 6)


@pytest.fixture
def page(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def group(project):
    return make_group(project, people=1)


@pytest.fixture
def session(group):
    return SessionFactory(group=group, held_on=DAY)


def again(row):
    row.refresh_from_db()
    return row


# --- moved


def test_another_day_is_a_move_and_the_first_day_stays_in_view(project, group, session, page):
    for day in ("13.03.2024", "20.03.2024"):
        page.post(to("session_edit", project, session.pk), TYPED | {"held_on": day})
    assert (again(session).held_on, session.moved_from) == (date(2024, 3, 20), DAY)
    for name, pk in (("group", group.pk), ("attendance", session.pk)):
        assert "przeniesione z 06.03.2024" in text_of(page.get(to(name, project, pk)))


def test_a_slip_in_the_date_is_no_move(project, session, page):
    page.post(to("session_edit", project, session.pk), TYPED | {"held_on": "07.03.2024", "is_correction": "on"})
    assert (again(session).held_on, session.moved_from) == (date(2024, 3, 7), None)


def test_back_on_its_day_it_was_never_moved(project, session, page):
    for day in ("13.03.2024", "06.03.2024"):
        page.post(to("session_edit", project, session.pk), TYPED | {"held_on": day})
    assert (again(session).held_on, session.moved_from) == (DAY, None)


def test_an_extra_session_says_so(project, group, page):
    page.post(to("session_add", project, group.pk), TYPED | {"is_extra": "on"})
    assert group.sessions.get().is_extra
    assert "dodatkowe" in text_of(page.get(to("group", project, group.pk)))


# --- cancelled


def cancel(page, project, session, reason="choroba trenerki"):
    return page.post(to("session_cancel", project, session.pk), {"reason": reason})


def test_a_cancelled_session_stays_in_view_with_its_reason_and_counts_nowhere(project, group, session, page):
    SessionFactory(group=group, held_on=date(2024, 3, 13))
    assert cancel(page, project, session).url == to("group", project, group.pk)
    text = text_of(page.get(to("group", project, group.pk)))
    assert "odwołane: choroba trenerki" in text
    assert "W planie 1 zajęcia, 4 h zegarowe." in text
    grid = text_of(page.get(to("attendance", project, session.pk)))
    assert "Te zajęcia są odwołane. Powód: choroba trenerki." in grid
    assert "Zapisz obecność" not in grid
    waiting = text_of(page.get(to("list", project)))
    assert "środa 13.03.2024" in waiting
    assert "06.03.2024" not in waiting


def test_a_reason_is_needed(project, session, page):
    assert "To pole jest wymagane." in text_of(cancel(page, project, session, "  "))
    assert not again(session).is_cancelled


def test_a_cancelled_session_is_restored(project, session, page):
    cancel(page, project, session)
    page.post(to("session_restore", project, session.pk))
    assert (again(session).status, session.cancel_reason) == ("planned", "")


def test_a_session_with_attendance_is_not_cancelled(project, group, session, page):
    save_attendance(session=session, marks={group.enrolments.get().pk: "absent"})
    assert "Nie odwołano zajęć: jest na nich zapisana obecność." in text_of(cancel(page, project, session))
    assert not again(session).is_cancelled


def test_nobody_is_marked_on_a_cancelled_session(project, group, session, page):
    cancel(page, project, session)
    enrolment = group.enrolments.get()
    response = page.post(to("attendance", project, session.pk), {f"mark-{enrolment.pk}": "present"})
    assert "Te zajęcia są odwołane, więc nie ma na nich obecności." in text_of(response)
    assert marks_of(session) == {}


def test_the_neighbours_of_a_session_are_those_that_take_place(project, group, session, page):
    other = SessionFactory(group=group, held_on=date(2024, 3, 13))
    last = SessionFactory(group=group, held_on=date(2024, 3, 20))
    cancel(page, project, other)
    assert "Zajęcia 2 z 2" in text_of(page.get(to("attendance", project, last.pk)))


def test_cancelled_sessions_are_not_still_to_come(db):
    today = timezone.localdate()
    project = ProjectFactory(starts_on=today - timedelta(days=99), ends_on=today + timedelta(days=99))
    group = make_group(project, people=0)
    enrolment = EnrolmentFactory(group=group)
    SessionFactory(group=group, held_on=today)
    SessionFactory(group=group, held_on=today, status="cancelled", cancel_reason="mróz")
    assert rates_of(with_coming(group.enrolments.order_by("pk")), 80)[enrolment.pk].coming.sessions == 1


# --- what the database keeps


def refused(write):
    with pytest.raises(IntegrityError) as failed, transaction.atomic():
        write()
    return failed.value.__cause__.diag.constraint_name


@pytest.mark.parametrize("day", [date(2023, 12, 31), date(2027, 1, 1)])
def test_session_within_project(group, session, day):
    """However it is written: by itself, in bulk, moved."""
    assert refused(lambda: SessionFactory(group=group, held_on=day)) == "session_within_project"
    assert refused(lambda: Session.objects.update(held_on=day)) == "session_within_project"
    rows = [Session(group=group, held_on=each, hours=1) for each in (DAY, day)]
    assert refused(lambda: Session.objects.bulk_create(rows)) == "session_within_project"
    assert list(Session.objects.values_list("held_on", flat=True)) == [DAY]


def test_attendance_only_if_held(group, session):
    cancel_all(sessions=group.sessions.all(), reason="mróz")
    assert refused(lambda: AttendanceFactory(session=session, enrolment=group.enrolments.get())) == (
        "attendance_only_if_held"
    )


def test_session_cancelled_unmarked(group, session):
    AttendanceFactory(session=session, enrolment=group.enrolments.get())
    cancelled = {"status": "cancelled", "cancel_reason": "mróz"}
    assert refused(lambda: Session.objects.update(**cancelled)) == "session_cancelled_unmarked"
    assert Attendance.objects.exists()


# --- a conflict on the form


@pytest.fixture
def busy(project):
    return SessionFactory(group=make_group(project, people=0), held_on=DAY, leader="beata RZEŹNICZAK", place="inna")


def test_a_conflict_is_told_and_saved_when_it_is_meant(project, group, busy, page):
    address = to("session_add", project, group.pk)
    response = page.post(address, TYPED)
    assert "Jeszcze nie zapisano: te zajęcia nakładają się na inne." in text_of(response)
    assert "ten sam prowadzący : kurs komputerowy" in text_of(response)
    assert not group.sessions.exists()
    assert page.post(address, TYPED | {"anyway": "1"}).status_code == 302
    assert group.sessions.count() == 1


def test_a_session_in_a_conflict_already_does_not_ask_again_about_its_topic(project, group, busy, page):
    page.post(to("session_add", project, group.pk), TYPED | {"anyway": "1"})
    session = group.sessions.get()
    same = TYPED | {"held_on": f"{session.held_on:%d.%m.%Y}", "leader": session.leader, "hours": "4,00"}
    assert page.post(to("session_edit", project, session.pk), same | {"topic": "gotowanie"}).status_code == 302
    response = page.post(to("session_edit", project, session.pk), same | {"starts_at": "10.00"})
    assert "Jeszcze nie zapisano" in text_of(response)


def test_conflicts_and_length_are_said_while_one_types(project, group, busy, page):
    address = to("session_check", project, group.pk)
    said = text_of(
        page.post(address, {"held_on": "06.03.2024", "starts_at": "9", "ends_at": "12", "leader": "Beata Rzeźniczak"})
    )
    assert "9.00–12.00 to 3 h zegarowe, czyli 4 h dydaktyczne." in said
    assert "Konflikt" in said
    free = text_of(page.post(address, {"held_on": "07.03.2024", "starts_at": "9", "ends_at": "12", "hours": "4"}))
    assert "Wpisano 4 h zegarowe: więcej, niż trwają zajęcia." in free
    assert "nie ma konfliktów" in free
    assert "mniej, niż trwają zajęcia" in text_of(
        page.post(address, {"starts_at": "9", "ends_at": "12", "hours": "2,5"})
    )
    assert not group.sessions.exists()


def test_a_session_is_not_in_its_own_way(project, group, session, page):
    typed = {"held_on": "06.03.2024", "starts_at": "9", "ends_at": "12"}
    assert "ta sama grupa" in text_of(page.post(to("session_check", project, group.pk), typed))
    own = f"{to('session_check', project, group.pk)}?sesja={session.pk}"
    assert "nie ma konfliktów" in text_of(page.post(own, typed))
    for wrong in ("x", "99999999999999999999"):
        assert page.post(f"{to('session_check', project, group.pk)}?sesja={wrong}", typed).status_code == 200
