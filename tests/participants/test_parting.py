"""A merge taken back: every row of every table is again as it was, or it is refused and nothing changes."""

from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.models import AccessLog
from activities.models import Allowance, PlannedSupport
from participants.actions import reopen
from participants.merging import CannotPart, merge, part
from participants.models import Call, Document, NotTheSame, Participation, Person

from ..factories import (
    AttendanceFactory,
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    OutcomeFactory,
    ParticipationFactory,
    PersonFactory,
    PremiseFactory,
    ProjectFactory,
    SessionFactory,
    UserFactory,
)
from .ledger import differences, everything

pytestmark = pytest.mark.django_db
NO_PESEL = {"identifier_kind": "other", "pesel": "", "other_identifier": ""}
ENTERED = date(2024, 2, 5)


@pytest.fixture
def by():
    return UserFactory()


@pytest.fixture
def kept():
    return PersonFactory(last_name="Łukasik", first_name="Żaneta")


@pytest.fixture
def gone():
    return PersonFactory(last_name="Lukasik", first_name="Zaneta", phone="32 266 00 00", **NO_PESEL)


def filled(participation, group):
    """A participation with something of everything."""
    enrolment = EnrolmentFactory(group=group, participation=participation, started_on=participation.entered_on)
    for session in group.sessions.order_by("pk"):
        AttendanceFactory(session=session, enrolment=enrolment)
    OutcomeFactory(participation=participation, obtained_on=date(2024, 8, 1))
    premise = PremiseFactory(participation=participation)
    scan = Document.objects.create(
        project=participation.project,
        participation=participation,
        title="OPS",
        content_type="image/png",
        size=1,
        sha256="a" * 64,
    )
    premise.documents.add(scan)
    Call.objects.create(participation=participation, made_on=date(2024, 8, 2), result="reached")


def test_everything_is_again_as_it_was(project, kept, gone, by):
    group = GroupFactory(form_of_support__project=project)
    SessionFactory.create_batch(2, group=group)
    filled(ParticipationFactory(project=project, person=kept, entered_on=date(2024, 3, 4), reported_on=ENTERED), group)
    filled(ParticipationFactory(project=project, person=gone, entered_on=ENTERED, left=True), group)
    ParticipationFactory(person=gone)
    NotTheSame.objects.create(first=kept, second=gone)
    before = everything()
    trace = merge(project=project, kept=kept, gone=gone, by=by)
    assert differences(before, everything())
    part(merge=trace, by=by)
    assert differences(before, everything()) == []
    trace.refresh_from_db()
    assert trace.parted_by == by
    assert trace.parted_at


# --- any pair


@st.composite
def way(draw):
    """One record's way through a project: nothing, a draft, or a participation with whatever hangs from it."""
    kind = draw(st.sampled_from(["none", "draft", "present", "left"]))
    some = st.integers(0, 2)
    return {
        "kind": kind,
        "days": draw(st.integers(0, 60)),
        "stay": draw(st.integers(0, 200)),
        "enrolled": draw(st.booleans()),
        "marks": draw(st.lists(st.sampled_from(["present", "absent", "excused", ""]), min_size=3, max_size=3)),
        "outcomes": draw(some),
        "premises": draw(some),
        "calls": draw(some),
        "reported": draw(st.booleans()),
        "surroundings": draw(st.booleans()),
    }


def walk(person, project, group, plan):
    """Makes the rows of one plan."""
    if plan["kind"] == "none":
        return
    entered = None if plan["kind"] == "draft" else ENTERED + timedelta(days=plan["days"])
    facts = {"entered_on": entered, "is_surroundings": plan["surroundings"]}
    if plan["kind"] == "left":
        facts |= {"left_on": entered + timedelta(days=plan["stay"]), "exit_reason": "completed", "situations": ["job"]}
    if plan["kind"] != "draft" and plan["reported"]:
        facts["reported_on"] = entered
    row = ParticipationFactory(project=project, person=person, **facts)
    for kind in ["poverty", "disability"][: plan["premises"]]:
        PremiseFactory(participation=row, kind=kind)
    for kind in ["competence", "job_search"][: plan["outcomes"]]:
        OutcomeFactory(participation=row, kind=kind, obtained_on=ENTERED + timedelta(days=90))
    for day in range(plan["calls"]):
        Call.objects.create(participation=row, made_on=ENTERED + timedelta(days=day), result="reached")
    if plan["enrolled"]:
        enrolment = EnrolmentFactory(group=group, participation=row, started_on=entered)
        for session, status in zip(group.sessions.order_by("pk"), plan["marks"], strict=True):
            if status:
                AttendanceFactory(session=session, enrolment=enrolment, status=status)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    ways=st.lists(st.tuples(way(), way()), min_size=1, max_size=2),
    with_pesel=st.sampled_from(["kept", "gone", "neither"]),
    close=st.booleans(),
)
def test_any_pair_is_joined_without_losing_a_row_and_parted_without_a_trace(by, ways, with_pesel, close):
    with transaction.atomic():
        people = [
            PersonFactory(last_name=name, phone=phone, **({} if side == with_pesel else NO_PESEL))
            for side, name, phone in (("kept", "Łukasik", ""), ("gone", "Lukasik", "32 1000000"))
        ]
        for plans in ways:
            project = ProjectFactory()
            group = GroupFactory(form_of_support__project=project)
            SessionFactory.create_batch(3, group=group)
            for person, plan in zip(people, plans, strict=True):
                walk(person, project, group, plan)
            rows = list(project.participations.order_by("pk"))
            if close and len(rows) == 2 and rows[1].is_surroundings:
                Participation.objects.filter(pk=rows[1].pk).update(main_participation=rows[0])
        before = everything()
        trace = merge(project=project, kept=people[0], gone=people[1], by=by)
        after = everything()
        for table in ("participants.outcome", "participants.call"):
            assert after[table].keys() == before[table].keys()
        part(merge=trace, by=by)
        assert differences(before, everything()) == []
        transaction.set_rollback(True)


# --- what was changed since


@pytest.fixture
def merged(project, kept, gone, by):
    ParticipationFactory(project=project, person=kept, entered_on=date(2024, 4, 8))
    ParticipationFactory(project=project, person=gone, entered_on=ENTERED, left=True)
    ParticipationFactory(person=gone)
    return merge(project=project, kept=kept, gone=gone, by=by)


def refused(trace, by):
    before = everything()
    with pytest.raises(CannotPart) as told:
        part(merge=trace, by=by)
    assert differences(before, everything()) == []
    return str(told.value.sentence)


def test_a_name_corrected_since_stays_and_the_rest_is_parted(merged, kept, gone, by):
    Person.objects.filter(pk=kept.pk).update(first_name="Janina")
    part(merge=merged, by=by)
    assert Person.objects.get(pk=kept.pk).first_name == "Janina"
    assert Person.objects.get(pk=gone.pk).first_name == "Zaneta"


def test_what_was_added_since_stays_where_it_was_recorded(merged, project, kept, by):
    stays = project.participations.get()
    outcome = OutcomeFactory(participation=stays, obtained_on=date(2024, 5, 6))
    part(merge=merged, by=by)
    outcome.refresh_from_db()
    assert outcome.participation_id == stays.pk


def test_an_exit_recorded_since_is_not_divided(merged, project, by):
    project.participations.update(left_on=date(2024, 9, 1), exit_reason="completed")
    assert "od połączenia zmieniono dane" in refused(merged, by)


def test_what_was_not_touched_by_the_merge_may_change(merged, project, by):
    project.participations.update(homeless="yes")
    part(merge=merged, by=by)
    assert project.participations.filter(homeless="yes").count() == 1


def test_a_pesel_given_to_somebody_else_since_is_in_the_way(project, by):
    kept, gone = PersonFactory(**NO_PESEL), PersonFactory()
    trace = merge(project=project, kept=kept, gone=gone, by=by)
    Person.objects.filter(pk=kept.pk).update(pesel="", **{"sex": "", "birth_date": None})
    PersonFactory(pesel=gone.pesel)
    assert "Nie rozłączono" in refused(trace, by)


def test_the_later_of_two_merges_is_parted_first(merged, project, kept, by):
    second = PersonFactory(last_name="Łukasik", **NO_PESEL)
    ParticipationFactory(project=project, person=second, entered_on=date(2024, 2, 1))
    before = everything()
    later = merge(project=project, kept=kept, gone=second, by=by)
    assert "najpierw rozłącz to późniejsze połączenie" in refused(merged, by)
    part(merge=later, by=by)
    assert differences(before, everything()) == []
    part(merge=merged, by=by)


def test_a_merge_is_parted_once(merged, by):
    part(merge=merged, by=by)
    assert refused(merged, by) == "Te zapisy już rozłączono."


def test_merged_again_the_other_way_round_after_parting(merged, project, kept, gone, by):
    part(merge=merged, by=by)
    before = everything()
    again = merge(project=project, kept=gone, gone=kept, by=by)
    part(merge=again, by=by)
    assert differences(before, everything()) == []


def test_parting_is_written_down(merged, project, by):
    part(merge=merged, by=by)
    lines = AccessLog.objects.filter(project_slug=project.slug, subject__startswith="rozłączono")
    assert lines.get().subject == f"rozłączono zapisy osoby, połączenie {merged.pk}"


def test_coming_back_after_a_merge_is_no_obstacle_where_the_exit_was_not_part_of_it(project, kept, gone, by):
    there = ParticipationFactory(person=gone, left=True)
    trace = merge(project=project, kept=kept, gone=gone, by=by)
    reopen(participation=there, by=by)
    part(merge=trace, by=by)
    there.refresh_from_db()
    assert (there.person_id, there.left_on) == (gone.pk, None)


def test_money_and_paths_of_rooms_further_along_the_street_come_back_too(project, kept, gone, by):
    form = FormOfSupportFactory(project=project)
    for person, day in ((kept, date(2024, 4, 8)), (gone, ENTERED)):
        row = ParticipationFactory(project=project, person=person, entered_on=day)
        PlannedSupport.objects.create(participation=row, form_of_support=form, hours_planned=40)
        Allowance.objects.create(
            participation=row,
            kind="training",
            starts_on=date(2024, 5, 1),
            ends_on=date(2024, 5, day.day + 10),
            unit="hour",
            quantity=10,
            rate=9,
            amount=90,
        )
    before = everything()
    trace = merge(project=project, kept=kept, gone=gone, by=by)
    stays = project.participations.get()
    assert (stays.path_planned, stays.planned_supports.count(), stays.allowances.count()) == (1, 1, 2)
    part(merge=trace, by=by)
    assert differences(before, everything()) == []
