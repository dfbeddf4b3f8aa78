"""Conflicts: which sessions are in each other's way, for any slots and in the tables of the database."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from activities.conflicts import Slot, clashes, clashes_among, clashes_with_plan, in_plan, key_of, overlapping
from activities.models import Session

from ..factories import EnrolmentFactory, GroupFactory, ParticipationFactory, SessionFactory
from .house import make_group

DAY = date(2024, 3, 6)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Beata Rzeźniczak", "beata  rzezniczak "),
        ("ŁUKASZ ŻÓŁĆ", "Lukasz Zolc"),
        ("sala 2, MOPS", "Sala 2, mops"),
    ],
)
def test_names_that_differ_in_case_accents_and_spaces_are_one(one, other):
    assert key_of(one) == key_of(other)


def test_other_names_are_others():
    assert key_of("sala 2") != key_of("sala 12")


def test_a_slot_ends_where_the_next_begins():
    first, second = Slot(1, DAY, 540, 600), Slot(2, DAY, 600, 660)
    assert list(overlapping([first, second])) == []


slots = st.builds(
    Slot,
    key=st.uuids(),
    day=st.dates(DAY, DAY + timedelta(days=2)),
    start=st.integers(0, 100),
    end=st.integers(101, 140) | st.integers(1, 140),
    leader=st.sampled_from(["", "Ewa", "ewa", "Jan"]),
    place=st.sampled_from(["", "sala 1", "Sala 1", "online"]),
    group=st.integers(1, 4),
).filter(lambda slot: slot.start < slot.end)


@given(st.lists(slots, max_size=12))
def test_conflicts_go_both_ways_and_only_between_sessions_that_overlap(some):
    found = clashes(some)
    by_key = {slot.key: slot for slot in some}
    for key, rows in found.items():
        for clash in rows:
            assert by_key[key].overlaps(clash.other)
            assert [back.kinds for back in found[clash.other.key] if back.other.key == key] == [clash.kinds]


@given(st.lists(slots, max_size=12))
def test_no_overlap_is_missed_and_none_is_told_twice(some):
    told = [frozenset((a.key, b.key)) for a, b in overlapping(some)]
    there = {frozenset((a.key, b.key)) for a in some for b in some if a.key != b.key and a.overlaps(b)}
    assert set(told) == there
    assert len(told) == len(there)


# --- sessions of a project


def session(group, start=9, end=12, held_on=DAY, **facts):
    facts = {"leader": f"trener {group.pk}", "place": f"sala {group.pk}"} | facts
    return SessionFactory(group=group, held_on=held_on, starts_at=time(start), ends_at=time(end), **facts)


def kinds(found, session):
    return [clash.kinds for clash in found.get(session.pk, [])]


def among(project):
    return clashes_among(in_plan(project))


SAME = [
    ({"leader": "Ewa Ćma"}, {"leader": "ewa cma"}, [("leader",)]),
    ({"place": "sala 2"}, {"place": "Sala 2"}, [("place",)]),
    ({"leader": "E", "place": "s"}, {"leader": "e", "place": "S"}, [("leader", "place")]),
    ({"place": "online"}, {"place": "online"}, []),
    ({"leader": ""}, {"leader": ""}, []),
    ({"place": "s"}, {"place": "s", "status": "cancelled", "cancel_reason": "choroba"}, []),
    ({"place": "s"}, {"place": "s", "start": 12, "end": 13}, []),
    ({"place": "s"}, {"place": "s", "held_on": DAY + timedelta(days=1)}, []),
]


@pytest.mark.parametrize(("one", "other", "expected"), SAME)
def test_the_same_trainer_or_room_at_the_same_time(project, one, other, expected):
    first = session(make_group(project, people=0), **one)
    second = session(make_group(project, people=0), **other)
    found = among(project)
    assert kinds(found, first) == kinds(found, second) == expected


def test_who_leads_the_group_leads_a_session_that_names_nobody(project):
    group = make_group(project, people=0)
    group.leader = "Ewa Ćma"
    group.save()
    first = session(group, leader="")
    second = session(make_group(project, people=0), leader="Ewa Ćma")
    assert kinds(among(project), first) == [("leader",)]
    assert second.pk in among(project)


def test_a_session_without_a_time_cannot_be_compared_and_one_without_an_end_lasts_its_hours(project):
    session(make_group(project, people=0), place="s")
    SessionFactory(group=make_group(project, people=0), held_on=DAY, starts_at=None, ends_at=None, place="s")
    assert among(project) == {}
    late = SessionFactory(
        group=make_group(project, people=0), held_on=DAY, starts_at=time(8), ends_at=None, hours=2, place="s"
    )
    assert kinds(among(project), late) == [("place",)]


def test_two_sessions_of_one_group_at_once_are_told_as_the_group_and_not_person_by_person(project):
    group = make_group(project, people=3)
    first = session(group, leader="")
    session(group, leader="", place="inna")
    assert kinds(among(project), first) == [("group",)]


def in_both(project, **facts):
    groups = [make_group(project, people=1) for _ in range(2)]
    person = ParticipationFactory(project=project, person__last_name="Ćma", person__first_name="Ewa", **facts)
    return groups, [EnrolmentFactory(group=group, participation=person) for group in groups]


def test_a_person_in_two_groups_cannot_be_in_both_at_once(project):
    groups, _enrolments = in_both(project)
    first, second = (session(group) for group in groups)
    found = among(project)
    assert kinds(found, first) == kinds(found, second) == [("person",)]
    assert found[first.pk][0].names == ("Ćma Ewa",)


def test_a_person_whose_support_has_ended_is_not_expected(project):
    groups, enrolments = in_both(project)
    first, _second = (session(group) for group in groups)
    enrolments[1].ended_on = DAY - timedelta(days=1)
    enrolments[1].save()
    assert first.pk not in among(project)


def test_an_individual_meeting_is_in_the_way_of_this_person_alone(project):
    groups, enrolments = in_both(project)
    alone = GroupFactory(form_of_support__project=project, form_of_support__mode="individual")
    own = EnrolmentFactory(group=alone, participation=enrolments[0].participation)
    other = EnrolmentFactory(group=alone, participation=ParticipationFactory(project=project))
    first = session(groups[0])
    meeting = session(alone, enrolment=own, leader="Adam", place="a")
    twice = session(alone, enrolment=own, leader="Jan", place="b", start=11, end=13)
    foreign = session(alone, enrolment=other, leader="Piotr", place="c")
    found = among(project)
    assert {(clash.other.key, clash.kinds) for clash in found[meeting.pk]} == {
        (first.pk, ("person",)),
        (twice.pk, ("person",)),
    }
    assert foreign.pk not in found


def test_another_project_is_never_in_the_way(project):
    first = session(make_group(project, people=0), place="s", leader="E")
    session(make_group(GroupFactory().form_of_support.project, people=0), place="s", leader="E")
    assert first.pk not in among(project)


def test_a_planned_session_is_compared_with_the_plan_but_not_with_the_one_it_replaces(project):
    group = make_group(project, people=0)
    there = session(group, place="s")
    planned = Session(group=group, held_on=DAY, starts_at=time(10), ends_at=time(11), hours=1, place="S")
    assert [clash.kinds for clash in clashes_with_plan(project, [planned])[planned.submission]] == [("place", "group")]
    assert clashes_with_plan(project, [planned], but=[there.pk]) == {}


@pytest.mark.parametrize("people", [2, 60])
def test_looking_for_conflicts_asks_at_most_twice(project, django_assert_max_num_queries, people):
    groups = [make_group(project, people=0) for _ in range(3)]
    for _n in range(people):
        person = ParticipationFactory(project=project)
        for group in groups:
            EnrolmentFactory(group=group, participation=person)
    for group in groups:
        session(group)
    with django_assert_max_num_queries(2):
        found = among(project)
    assert all(len(clash.names) == people for rows in found.values() for clash in rows)
