"""Early warning: who can still keep the threshold, who can return to it, who cannot any more."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from activities.models import Attendance, Enrolment
from activities.rates import Coming, Rate, below_threshold, rates_of, warned, with_coming
from participants.models import Participation

from ..factories import AttendanceFactory, FormOfSupportFactory, GroupFactory, ProjectFactory, SessionFactory
from .house import MARKS, enrol, text_of, to

# marks so far, sessions still to come, what is said
TABLE = [
    ("....", 6, ""),
    ("", 6, ""),
    ("uuuu", 6, ""),
    ("....x", 0, ""),
    ("....x", 1, "nie może już opuścić żadnych zajęć"),
    ("....x", 4, "nie może już opuścić żadnych zajęć"),
    ("....x", 5, "może jeszcze opuścić najwyżej 1 zajęcia (4 h)"),
    ("....x", 10, ""),
    ("...x", 1, "wróci do progu, jeśli przyjdzie na ostatnie zaplanowane zajęcia"),
    ("...x", 4, "wróci do progu, jeśli przyjdzie na wszystkie pozostałe 4 zajęcia (16 h)"),
    ("...x", 6, "wróci do progu, jeśli z pozostałych 6 zajęć opuści najwyżej 1 zajęcia (4 h)"),
    ("..xx", 3, "nie osiągnie już progu na zaplanowanych zajęciach"),
    ("..xx", 0, "nie osiągnie progu: nie ma już zaplanowanych zajęć"),
]


def rate_of(marks, coming, hours=Decimal(4), threshold=80):
    rate = Rate(threshold=threshold, coming=Coming(coming + len(marks), hours))
    for mark in marks:
        rate = rate.plus(MARKS[mark], Decimal(4))
    return rate


@pytest.mark.parametrize(("marks", "coming", "said"), TABLE)
def test_what_may_still_become_of_a_rate(marks, coming, said):
    assert rate_of(marks, coming).outlook.replace("\xa0", " ") == said


def test_hours_are_told_only_where_all_sessions_last_the_same():
    assert rate_of("...x", 4, hours=None).outlook.endswith("wszystkie pozostałe 4\xa0zajęcia")


def test_nobody_is_warned_where_nobody_asks():
    assert Rate(present=1, absent=5).outlook == ""


@given(st.text(".xu", max_size=12), st.integers(0, 12), st.integers(0, 100))
def test_a_warning_keeps_its_word(marks, coming, threshold):
    """Whoever may miss so many and no more ends above the threshold with as many, and below it with one more."""
    rate = rate_of(marks, coming, threshold=threshold)
    assert rate.coming.sessions == coming

    def ends_below(missed):
        end = rate
        for n in range(coming):
            end = end.plus("absent" if n < missed else "present", Decimal(4))
        return end.is_below

    assert (rate.warning == "lost") == (rate.is_below and ends_below(0))
    if rate.warning in ("returning", "close"):
        assert not ends_below(rate.may_miss)
        assert rate.may_miss == coming or ends_below(rate.may_miss + 1)


# --- in a project


@pytest.fixture
def running(db):
    today = timezone.localdate()
    return ProjectFactory(starts_on=today - timedelta(days=200), ends_on=today + timedelta(days=200))


def group_of(project, people, past=5, coming=4, **form):
    """A group with weekly sessions past and to come; ``people`` are pairs of a surname and marks of the past ones."""
    today = timezone.localdate()
    group = GroupFactory(form_of_support=FormOfSupportFactory(project=project, **form))
    sessions = [SessionFactory(group=group, held_on=today + timedelta(days=7 * n)) for n in range(-past, coming)]
    for name, marks in people:
        enrolment = enrol(group, name, entered_on=project.starts_on)
        for session, mark in zip(sessions, marks, strict=False):
            AttendanceFactory(session=session, enrolment=enrolment, status=MARKS[mark])
    return group


def kinds(project):
    people = Enrolment.objects.select_related("participation__person").in_bulk(warned(project))
    return {people[pk].participation.person.last_name: rate.warning for pk, rate in warned(project).items()}


PEOPLE = [("Ćma", "....."), ("Lis", "....x"), ("Wrona", "...xx"), ("Kos", "..xxx"), ("Żak", "uuuuu")]


def test_everybody_who_needs_a_warning_is_found(running):
    group = group_of(running, PEOPLE, coming=5)
    assert kinds(running) == {"Lis": "close", "Wrona": "returning", "Kos": "lost"}
    assert below_threshold(running) == 2
    told = rates_of(list(with_coming(group.enrolments.order_by("pk"))), 80)
    assert {pk: rate for pk, rate in told.items() if rate.warning} == warned(running)


def test_whose_support_has_ended_needs_no_warning(running):
    group = group_of(running, [("Kos", "..xxx"), ("Wrona", "...xx")])
    ended, left = group.enrolments.order_by("pk")
    today = timezone.localdate()
    Enrolment.objects.filter(pk=ended.pk).update(ended_on=today)
    Participation.objects.filter(pk=left.participation_id).update(left_on=today, exit_reason="dropped_out")
    assert (warned(running), below_threshold(running)) == ({}, 0)


def test_a_session_of_today_that_is_marked_is_no_longer_to_come(running):
    group = group_of(running, [("Lis", "....x")], coming=1)
    enrolment, today = group.enrolments.get(), group.sessions.get(held_on=timezone.localdate())
    assert warned(running)[enrolment.pk].coming.sessions == 1
    Attendance.objects.create(session=today, enrolment=enrolment, status="absent")
    assert warned(running)[enrolment.pk].outlook == "nie osiągnie progu: nie ma już zaplanowanych zajęć"


def test_meetings_of_another_person_are_not_to_come_for_this_one(running):
    group = group_of(running, [("Lis", "....x"), ("Inna", ".....")], coming=0, mode="individual")
    lis, other = group.enrolments.order_by("pk")
    for enrolment in (lis, other, other):
        SessionFactory(group=group, enrolment=enrolment, held_on=timezone.localdate())
    assert warned(running)[lis.pk].coming.sessions == 1


def test_the_list_of_the_project_says_what_can_still_be_done(running, client_of, operator):
    group_of(running, PEOPLE, coming=5)
    client = client_of(operator)
    text = text_of(client.get(to("warnings", running)))
    assert "1 osoba może wrócić do progu, 1 osoba jest blisko niego, 1 osoba nie osiągnie go" in text
    assert "Wrona Anna" in text
    assert "wróci do progu, jeśli przyjdzie na wszystkie pozostałe 5 zajęć (20 h)" in text
    only = text_of(client.get(to("warnings", running), {"kto": "lost"}))
    assert "Kos Anna" in only
    assert "Wrona Anna" not in only
    assert "2 osoby są poniżej progu 80%." in text_of(client.get(to("list", running)))


def test_where_nobody_is_in_danger_the_page_says_what_it_is_for(project, client_of, controller):
    text = text_of(client_of(controller).get(to("warnings", project)))
    assert "Nikt z osób w trakcie wsparcia nie jest poniżej progu 80% ani blisko niego." in text


def test_the_group_and_the_grid_warn_too(running, client_of, operator):
    group = group_of(running, PEOPLE, coming=5)
    client = client_of(operator)
    today = group.sessions.get(held_on=timezone.localdate())
    for address in (to("group", running, group.pk), today.get_absolute_url()):
        assert "wróci do progu, jeśli przyjdzie na wszystkie pozostałe 5 zajęć (20 h)" in text_of(client.get(address))


def test_an_older_session_does_not_prophesy_what_is_known_by_now(running, client_of, operator):
    group = group_of(running, PEOPLE, coming=5)
    first = group.sessions.order_by("held_on").first()
    assert "progu, jeśli" not in text_of(client_of(operator).get(first.get_absolute_url()))


def test_a_mark_on_the_page_changes_the_warning_at_once(running, client_of, operator):
    group = group_of(running, [("Lis", "....x")], coming=2)
    today = group.sessions.get(held_on=timezone.localdate())
    html = client_of(operator).get(today.get_absolute_url()).content.decode()
    assert 'data-outlook="nie osiągnie już' in html.replace("\xa0", " ")


@pytest.mark.parametrize("groups", [1, 8])
def test_the_list_asks_at_most_twelve_times(running, client_of, operator, django_assert_max_num_queries, groups):
    for n in range(groups):
        group_of(running, [(f"{name}-{n}", marks) for name, marks in PEOPLE])
    client = client_of(operator)
    with django_assert_max_num_queries(12):
        client.get(to("warnings", running))
    with django_assert_max_num_queries(2):
        assert len(warned(running)) == 3 * groups
