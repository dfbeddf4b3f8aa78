"""Two records of one human being become one: what stays, what moves, what is refused, and what is written down."""

from datetime import date

import pytest

from accounts.models import AccessLog
from participants import merging
from participants.merging import MergeRefused, merge
from participants.models import Document, Merge, NotTheSame, Participation, Person, WithdrawnExit

from ..factories import (
    AttendanceFactory,
    EnrolmentFactory,
    GroupFactory,
    OutcomeFactory,
    ParticipationFactory,
    PersonFactory,
    PremiseFactory,
    SessionFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
NO_PESEL = {"identifier_kind": "other", "pesel": "", "other_identifier": ""}


@pytest.fixture
def by():
    return UserFactory()


@pytest.fixture
def kept():
    return PersonFactory(last_name="Łukasik", first_name="Żaneta")


@pytest.fixture
def gone():
    return PersonFactory(last_name="Lukasik", first_name="Zaneta", phone="32 266 00 00", **NO_PESEL)


def test_participations_of_other_projects_move_to_the_person_kept(project, kept, gone, by):
    here, there = ParticipationFactory(project=project, person=kept), ParticipationFactory(person=gone)
    merge(project=project, kept=kept, gone=gone, by=by)
    assert set(kept.participations.values_list("pk", flat=True)) == {here.pk, there.pk}
    assert not Person.objects.filter(pk=gone.pk).exists()


def test_facts_at_entry_of_either_participation_stay(project, kept, gone, by):
    there = ParticipationFactory(person=gone, education="isced_2", place="Będzin", entered_on=date(2024, 3, 1))
    merge(project=project, kept=kept, gone=gone, by=by)
    there.refresh_from_db()
    assert (there.education, there.place, there.entered_on) == ("isced_2", "Będzin", date(2024, 3, 1))


def test_the_record_with_a_pesel_has_the_say(project, kept, gone, by):
    merge(project=project, kept=kept, gone=gone, by=by)
    kept.refresh_from_db()
    assert (kept.last_name, kept.first_name, kept.phone) == ("Łukasik", "Żaneta", "600 100 200")


def test_the_record_with_a_pesel_has_the_say_also_when_it_is_the_one_that_goes(project, kept, gone, by):
    pesel, born = kept.pesel, kept.birth_date
    merge(project=project, kept=gone, gone=kept, by=by)
    gone.refresh_from_db()
    assert (gone.pesel, gone.birth_date, gone.last_name) == (pesel, born, "Łukasik")


def test_a_value_chosen_wins_and_what_is_empty_is_filled(project, kept, gone, by):
    Person.objects.filter(pk=kept.pk).update(email="")
    merge(project=project, kept=kept, gone=gone, by=by, choices={"phone": gone})
    kept.refresh_from_db()
    assert (kept.phone, kept.email) == ("32 266 00 00", gone.email)


def test_a_pesel_is_not_chosen_away(project, kept, gone, by):
    Person.objects.filter(pk=gone.pk).update(other_identifier="ZS 0012345", birth_date=date(1990, 1, 1))
    merge(project=project, kept=kept, gone=gone, by=by, choices={"identifier": gone, "birth_date": gone})
    before = kept.pesel
    kept.refresh_from_db()
    assert (kept.pesel, kept.other_identifier, kept.birth_date) == (before, "", date(1985, 5, 17))


def test_two_different_pesels_are_two_people(project, kept, by):
    with pytest.raises(MergeRefused) as refused:
        merge(project=project, kept=kept, gone=PersonFactory(), by=by)
    assert "dwa różne numery PESEL" in str(refused.value.sentence)
    assert Person.objects.count() == 2
    assert not Merge.objects.exists()


def test_nobody_is_merged_with_herself_or_an_example_with_a_real_person(project, kept, gone, by):
    for other in (kept, PersonFactory(is_demo=True, **NO_PESEL)):
        with pytest.raises(MergeRefused):
            merge(project=project, kept=kept, gone=other, by=by)


# --- both in one project


@pytest.fixture
def both(project, kept, gone):
    """Entered in February without a PESEL, recorded again in April with one."""
    earlier = ParticipationFactory(project=project, person=gone, entered_on=date(2024, 2, 5), education="isced_2")
    later = ParticipationFactory(project=project, person=kept, entered_on=date(2024, 4, 8), education="isced_3")
    return earlier, later


def only(project):
    return Participation.objects.get(project=project)


def test_one_participation_stays_with_the_first_day_and_the_facts_of_that_day(project, both, kept, gone, by):
    merge(project=project, kept=kept, gone=gone, by=by)
    stays = only(project)
    assert (stays.pk, stays.person_id, stays.entered_on, stays.education) == (
        both[0].pk,
        kept.pk,
        date(2024, 2, 5),
        "isced_2",
    )
    assert stays.sex == "K"


def test_a_fact_that_only_the_later_record_holds_is_not_lost(project, both, kept, gone, by):
    Participation.objects.filter(pk=both[0].pk).update(labour_status="", labour_detail="")
    merge(project=project, kept=kept, gone=gone, by=by)
    assert (only(project).labour_status, only(project).labour_detail) == ("unemployed_registered", "long_term")


def test_a_draft_without_a_day_of_entry_gives_way(project, kept, gone, by):
    ParticipationFactory(project=project, person=gone, entered_on=None)
    full = ParticipationFactory(project=project, person=kept, left=True)
    merge(project=project, kept=kept, gone=gone, by=by)
    assert (only(project).pk, only(project).left_on) == (full.pk, full.left_on)


def test_an_exit_from_which_she_came_back_goes_into_the_history(project, both, kept, gone, by):
    Participation.objects.filter(pk=both[0].pk).update(
        left_on=date(2024, 3, 1), exit_reason="moved", exit_note="wyjazd"
    )
    merge(project=project, kept=kept, gone=gone, by=by)
    stays = only(project)
    withdrawn = WithdrawnExit.objects.get()
    assert (stays.left_on, stays.exit_reason) == (None, "")
    assert (withdrawn.participation, withdrawn.left_on, withdrawn.exit_note) == (stays, date(2024, 3, 1), "wyjazd")


def test_all_that_hangs_from_either_participation_stays(project, both, kept, gone, by):
    earlier, later = both
    OutcomeFactory(participation=earlier)
    OutcomeFactory(participation=later, kind="job_search")
    PremiseFactory(participation=later)
    EnrolmentFactory(participation=later)
    merge(project=project, kept=kept, gone=gone, by=by)
    stays = only(project)
    assert (stays.outcomes.count(), stays.premises.count(), stays.enrolments.count()) == (2, 1, 1)
    assert stays.has_premise
    assert stays.supports_started


def test_enrolled_twice_in_one_group_no_attendance_is_lost(project, both, kept, gone, by):
    group = GroupFactory(form_of_support__project=project)
    first, second, third = (SessionFactory(group=group, held_on=date(2024, 5, day)) for day in (6, 13, 20))
    one, other = (EnrolmentFactory(group=group, participation=p, started_on=date(2024, 5, 6)) for p in both)
    AttendanceFactory(session=first, enrolment=one)
    AttendanceFactory(session=second, enrolment=other)
    AttendanceFactory(session=third, enrolment=one, status="absent")
    AttendanceFactory(session=third, enrolment=other, status="present")
    merge(project=project, kept=kept, gone=gone, by=by)
    marks = only(project).enrolments.get().attendances.order_by("session__held_on").values_list("session", "status")
    assert list(marks) == [(first.pk, "present"), (second.pk, "present"), (third.pk, "present")]


def test_a_support_finished_in_one_record_is_finished(project, both, kept, gone, by):
    group = GroupFactory(form_of_support__project=project)
    EnrolmentFactory(group=group, participation=both[0], started_on=date(2024, 3, 1))
    EnrolmentFactory(group=group, participation=both[1], finished=True)
    merge(project=project, kept=kept, gone=gone, by=by)
    enrolment = only(project).enrolments.get()
    assert (enrolment.started_on, enrolment.is_finished, enrolment.ended_on) == (
        date(2024, 3, 1),
        True,
        date(2024, 5, 8),
    )


def test_the_same_premise_twice_keeps_the_documents_of_both(project, both, kept, gone, by):
    one, other = (PremiseFactory(participation=p, document=d) for p, d in zip(both, ("", "OPS 1"), strict=True))
    scan = Document.objects.create(
        project=project, participation=both[1], title="OPS", content_type="image/png", size=1, sha256="a" * 64
    )
    other.documents.add(scan)
    merge(project=project, kept=kept, gone=gone, by=by)
    premise = only(project).premises.get()
    assert (premise.pk, premise.document, list(premise.documents.all())) == (one.pk, "OPS 1", [scan])


def test_nobody_becomes_her_own_surroundings(project, kept, gone, by):
    main = ParticipationFactory(project=project, person=kept, entered_on=date(2024, 4, 8))
    ParticipationFactory(
        project=project, person=gone, entered_on=date(2024, 2, 5), surroundings=True, main_participation=main
    )
    child = ParticipationFactory(project=project, surroundings=True, main_participation=main)
    merge(project=project, kept=kept, gone=gone, by=by)
    child.refresh_from_db()
    stays = Participation.objects.get(person=kept)
    assert (stays.main_participation, child.main_participation) == (None, stays)


def test_data_that_the_institution_has_are_to_be_passed_on_again(project, kept, gone, by):
    there = ParticipationFactory(person=gone, reported_on=date(2024, 6, 1))
    merge(project=project, kept=kept, gone=gone, by=by)
    there.refresh_from_db()
    assert there.reported_on is None


# --- the trace


def test_whoever_was_somebody_else_stays_somebody_else(project, kept, gone, by):
    third = PersonFactory()
    NotTheSame.objects.create(first=gone, second=third)
    NotTheSame.objects.create(first=kept, second=gone)
    merge(project=project, kept=kept, gone=gone, by=by)
    assert list(NotTheSame.objects.values_list("first", "second")) == [(kept.pk, third.pk)]


def test_the_trace_says_who_when_and_how_the_rows_were(project, both, kept, gone, by):
    trace = merge(project=project, kept=kept, gone=gone, by=by)
    assert (trace.project, trace.kept, trace.gone, trace.merged_by) == (project, kept, gone.pk, by)
    assert trace.before["participants.person"][str(gone.pk)]["last_name"] == "Lukasik"
    assert trace.before["participants.participation"][str(both[1].pk)]["entered_on"] == "2024-04-08"
    assert ["removed", "participants.person", gone.pk] in trace.moved["steps"]


def test_the_log_of_every_project_touched_has_a_line_without_a_name(project, kept, gone, by):
    ParticipationFactory(project=project, person=kept)
    there = ParticipationFactory(person=gone)
    trace = merge(project=project, kept=kept, gone=gone, by=by)
    lines = dict(AccessLog.objects.filter(user=by).values_list("project_slug", "subject"))
    assert lines == dict.fromkeys([project.slug, there.project.slug], f"połączono zapisy osoby, połączenie {trace.pk}")


def test_a_clash_in_the_database_is_a_sentence_and_changes_nothing(project, kept, gone, by, monkeypatch):
    Person.objects.filter(pk=gone.pk).update(birth_date=date(1990, 1, 1))
    monkeypatch.setattr(merging.identity, "settled", lambda *args: {"sex": "X"})
    with pytest.raises(MergeRefused) as refused:
        merge(project=project, kept=kept, gone=gone, by=by)
    assert "Nic się nie zmieniło" in str(refused.value.sentence)
    assert Person.objects.count() == 2
