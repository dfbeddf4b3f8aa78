"""What becomes of rows: new people, changes, nothing; and that it is all or nothing."""

from datetime import date
from io import BytesIO

import pytest

from activities.models import Enrolment, FormOfSupport
from bench.smefs import file_of
from exchange.importing import NotPossible, carry_out, check, load
from exchange.importing.batches import chunks_of
from exchange.importing.following import EVIDENCE
from exchange.importing.on_record import GROUP
from exchange.importing.writing import Writer
from exchange.models import Act, AuthorityRow, State
from exchange.reading import Unreadable
from participants.actions import close_participation, correct_entry, record_outcome
from participants.models import Outcome, Participation, Person
from participants.vocabulary import ExitReason, OutcomeKind, Scope
from projects.models import ProgrammingPeriod

from ..factories import (
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    ParticipationFactory,
    PersonFactory,
    ProjectFactory,
    TeamMemberFactory,
    UserFactory,
)
from .house import brought, cells, checked, loaded, problems_of, without_pesel

pytestmark = pytest.mark.django_db


def test_a_row_becomes_a_complete_person_with_everything_the_file_says(smefs):
    run = brought(smefs, cells(0))
    participation = smefs.participations.get()
    person = participation.person
    assert run.counts() == {"rows": 1, "created": 1, "updated": 0, "unchanged": 0, "rejected": 0}
    assert (person.last_name, person.pesel, person.sex, person.birth_date) == (
        "Łukasik",
        "55010100008",
        "K",
        date(1955, 1, 1),
    )
    assert (person.place, person.phone, person.citizenship) == ("Sosnowiec", "600000000", "polish")
    assert (participation.is_complete, participation.scope, participation.age_at_entry) == (True, Scope.SMEFS, 69)
    assert (participation.entered_on, participation.left_on) == (date(2024, 2, 1), date(2024, 5, 31))
    assert (participation.exit_reason, participation.ended_by_path) == (ExitReason.COMPLETED, True)
    assert (participation.labour_status, participation.labour_detail) == ("unemployed", "long_term")
    assert participation.support_range == "aktywna integracja; reintegracja"
    assert participation.minority == "no"
    assert run.rows.get().participation == participation


def test_a_file_read_again_changes_nothing(smefs):
    rows = [*(cells(n) for n in range(12)), without_pesel(12)]
    brought(smefs, *rows)
    before = list(Participation.objects.order_by("pk").values_list("pk", "updated_at", "person"))
    again = brought(smefs, *rows)
    assert again.counts() == {"rows": 13, "created": 0, "updated": 0, "unchanged": 13, "rejected": 0}
    assert list(Participation.objects.order_by("pk").values_list("pk", "updated_at", "person")) == before
    assert AuthorityRow.objects.count() == 13


def test_situations_that_are_results_count_as_outcomes_on_the_day_of_leaving(smefs):
    brought(smefs, cells(0, situations="osoba uzyskała kwalifikacje|osoba poszukująca pracy|inne"))
    participation = smefs.participations.get()
    outcomes = participation.outcomes.order_by("kind")
    assert [(o.kind, o.obtained_on, o.from_file, o.evidence) for o in outcomes] == [
        ("job_search", date(2024, 5, 31), True, EVIDENCE),
        ("qualification", date(2024, 5, 31), True, EVIDENCE),
    ]
    assert (participation.qualified_on, participation.seeking_on) == (date(2024, 5, 31), date(2024, 5, 31))
    assert participation.situations == ["qualification", "seeking", "other"]


def test_an_outcome_recorded_by_hand_is_not_doubled(smefs):
    brought(smefs, cells(0, left_on="", by_path="", situations=""))
    participation = smefs.participations.get()
    by = UserFactory()
    record_outcome(
        participation=participation, by=by, kind=OutcomeKind.QUALIFICATION, obtained_on="2024-05-20", evidence="nr 7"
    )
    brought(smefs, cells(0, situations="osoba uzyskała kwalifikacje|osoba nabyła kompetencje"))
    assert set(participation.outcomes.values_list("kind", "from_file")) == {
        ("qualification", False),
        ("competence", True),
    }


def test_situations_changed_in_the_file_change_the_outcomes_that_came_from_it(smefs):
    brought(smefs, cells(0, situations="osoba uzyskała kwalifikacje"))
    run = brought(smefs, cells(0, situations="osoba nabyła kompetencje", left_on="2024-06-10"))
    assert run.updated == 1
    assert list(Outcome.objects.values_list("kind", "obtained_on")) == [("competence", date(2024, 6, 10))]


def test_supports_find_a_form_of_the_project_or_make_one_by_the_official_name(smefs):
    career = FormOfSupportFactory(project=smefs, name="Doradca", kind="counselling", detail="career")
    brought(
        smefs,
        cells(
            0,
            support_kinds="doradztwo/konsultacje|doradztwo/konsultacje|krajowe szkolenie/kurs|krajowe szkolenie/kurs",
            support_details="doradztwo zawodowe|pomoc psychologiczna||",
            support_dates="2024-02-01|2024-02-03||2024-03-01",
        ),
    )
    enrolments = Enrolment.objects.order_by("pk")
    assert [(e.group.form_of_support.name, e.group.name, e.started_on) for e in enrolments] == [
        ("Doradca", GROUP, date(2024, 2, 1)),
        ("doradztwo/konsultacje – pomoc psychologiczna", GROUP, date(2024, 2, 3)),
        ("krajowe szkolenie/kurs", GROUP, None),
        ("krajowe szkolenie/kurs", f"{GROUP} (2)", date(2024, 3, 1)),
    ]
    assert smefs.participations.get().supports_started[career.key] == "2024-02-01"
    assert FormOfSupport.objects.get(detail="psychological").mode == "individual"


def test_a_support_recorded_by_hand_keeps_its_day_and_is_not_doubled(smefs):
    brought(smefs, cells(0, support_kinds="", support_details="", support_dates=""))
    participation = smefs.participations.get()
    form = FormOfSupportFactory(project=smefs, kind="counselling", detail="career")
    by_hand = EnrolmentFactory(
        group=GroupFactory(form_of_support=form), participation=participation, started_on=date(2024, 2, 9)
    )
    run = checked(smefs, cells(0))
    assert ["Zostaje data z programu" in w["message"] for w in run.rows.get().warnings] == [True]
    carry_out(run)
    assert list(participation.enrolments.values_list("pk", "started_on")) == [(by_hand.pk, date(2024, 2, 9))]


def test_a_person_known_elsewhere_is_joined_and_her_other_participation_stays(smefs):
    known = PersonFactory(pesel="55010100008", last_name="Łukasik", first_name="Anna")
    other = ParticipationFactory(smefs=True, person=known)
    other.person.street = "Długa"
    other.person.save()
    other.refresh_from_db()
    facts = (other.place, other.education, other.minority, other.entered_on)
    brought(smefs, cells(0, place="Katowice"))
    person = Person.objects.get()
    other.refresh_from_db()
    assert person.participations.count() == 2
    assert (other.place, other.education, other.minority, other.entered_on) == facts
    assert smefs.participations.get().place == "Katowice"


def test_contact_known_from_a_later_project_is_not_replaced_by_an_older_file(smefs):
    later = ProjectFactory(period=ProgrammingPeriod.ESF_PLUS_2021)
    PersonFactory(pesel="55010100008", last_name="Łukasik", first_name="Anna", phone="500 500 500", email="")
    ParticipationFactory(project=later, person=Person.objects.get(), entered_on=date(2025, 5, 5), place="Gdynia")
    brought(smefs, cells(0))
    person = Person.objects.get()
    assert (person.phone, person.email) == ("500 500 500", "osoba0@example.org")


def test_another_name_under_a_pesel_is_refused_unless_one_of_them_agrees_and_she_may_be_seen(smefs):
    user = UserFactory()
    TeamMemberFactory(project=smefs, user=user)
    ParticipationFactory(smefs=True, person=PersonFactory(pesel="55010100008", last_name="Inna", first_name="Anna"))
    assert [column for _, column, _ in problems_of(checked(smefs, cells(0), by=user))] == [7]
    assert problems_of(checked(smefs, cells(0), by=None)) == []
    Person.objects.update(first_name="Zenobia")
    assert len(problems_of(checked(smefs, cells(0), by=None))) == 1


def test_an_empty_cell_erases_nothing(smefs):
    brought(smefs, cells(0))
    run = brought(smefs, cells(0, education_ends_on="", support_range="", phone="700000000"))
    participation = smefs.participations.get()
    assert run.updated == 1
    assert participation.support_range == "aktywna integracja; reintegracja"
    assert participation.person.phone == "700000000"


def test_an_old_file_undoes_no_later_correction(smefs):
    row = cells(0)
    brought(smefs, row)
    participation = smefs.participations.get()
    correct_entry(
        participation=participation,
        by=UserFactory(),
        person={"first_name": "Hanna"},
        facts={"place": "Będzin"},
        premises={},
    )
    assert brought(smefs, row).unchanged == 1
    brought(smefs, cells(0, phone="700000000"))
    participation.refresh_from_db()
    assert (participation.person.first_name, participation.place) == ("Hanna", "Będzin")


def test_a_change_has_to_be_passed_on_again(smefs):
    brought(smefs, cells(0))
    smefs.participations.update(reported_on=date(2024, 6, 30))
    brought(smefs, cells(0, education=cells(1)[11]))
    assert smefs.participations.get().reported_on is None


def test_a_change_of_status_takes_along_what_only_the_old_one_has(smefs):
    brought(smefs, cells(2))
    smefs.participations.update(
        occupation="other", employer="Spółdzielnia", disability="yes", disability_degree="light"
    )
    brought(smefs, cells(2, labour_status="Osoba bierna zawodowo", labour_detail="inne", disability="Tak"))
    participation = smefs.participations.get()
    assert (participation.occupation, participation.employer, participation.labour_detail) == ("", "", "inactive_other")


def test_the_flag_of_the_path_overrules_the_reason_on_record(smefs):
    brought(smefs, cells(7))
    participation = smefs.participations.get()
    close_participation(
        participation=participation, by=UserFactory(), left_on=date(2024, 10, 30), exit_reason=ExitReason.HEALTH
    )
    brought(smefs, cells(7, left_on="2024-10-30", by_path="Tak"))
    participation.refresh_from_db()
    assert (participation.exit_reason, participation.by_path, participation.by_path_note) == ("health", True, EVIDENCE)


def test_days_of_the_file_must_agree_with_days_on_record(smefs):
    brought(smefs, cells(0, support_kinds="", support_details="", support_dates=""))
    form = FormOfSupportFactory(project=smefs, kind="studies", detail="")
    EnrolmentFactory(
        group=GroupFactory(form_of_support=form), participation=smefs.participations.get(), started_on=date(2024, 2, 9)
    )
    late = cells(0, entered_on="2024-03-01", support_kinds="", support_details="", support_dates="")
    assert [
        (column, "wsparcie od 2024-02-09" in message) for _, column, message in problems_of(checked(smefs, late))
    ] == [(22, True)]


def test_without_a_pesel_the_age_is_no_birth_date_and_the_person_waits_for_hers(smefs):
    run = brought(smefs, without_pesel(3))
    participation = smefs.participations.get()
    assert (participation.birth_date, participation.sex, participation.is_complete) == (None, "K", False)
    assert [w["column"] for w in run.rows.get().warnings] == [11]
    participation.person.birth_date = date(1950, 1, 1)
    participation.person.save()
    wrong = checked(smefs, without_pesel(3, age="33"))
    assert [column for _, column, _ in problems_of(wrong)] == [11]


def test_people_without_a_pesel_are_told_apart_by_their_technical_id(smefs):
    rows = [without_pesel(3, identifier="ZS1"), without_pesel(4, identifier="ZS1")]
    brought(smefs, *rows)
    assert Participation.objects.count() == 2
    assert brought(smefs, *rows).unchanged == 2


def test_the_same_person_twice_in_a_file_is_an_error_in_the_later_row(smefs):
    run = checked(smefs, cells(0), cells(1), cells(0, phone="700000000"))
    assert [(row, column, "w wierszu 2" in message) for row, column, message in problems_of(run)] == [(4, 7, True)]


def test_a_missing_required_field_is_an_error_unless_it_is_on_record(smefs):
    assert [column for _, column, _ in problems_of(checked(smefs, cells(0, county="", email="")))] == [15, 21]
    brought(smefs, cells(0))
    assert problems_of(checked(smefs, cells(0, county=""))) == []


def test_one_wrong_row_among_five_hundred_and_nothing_is_written(smefs):
    rows = [cells(n) for n in range(500)]
    for number, change in [(10, {"postcode": "41200"}), (250, {"identifier": "123"}), (499, {"left_on": "2024"})]:
        rows[number] = cells(number, **change)
    run = checked(smefs, *rows)
    assert {(row, column) for row, column, _ in problems_of(run)} >= {(12, 18), (252, 7), (501, 23)}
    assert (run.rejected, run.created, run.checked) == (3, 497, 500)
    with pytest.raises(NotPossible):
        carry_out(run)
    assert not Participation.objects.exists()


def test_a_project_of_another_period_says_what_to_do(project):
    with pytest.raises(Unreadable, match="2014–2020"):
        loaded(project, cells(0))
    with pytest.raises(Unreadable, match="Osoby zapisz w programie"):
        loaded(ProjectFactory(period=ProgrammingPeriod.NATIONAL), cells(0))


def test_an_import_that_breaks_in_the_middle_leaves_nothing_and_may_go_on(smefs, monkeypatch):
    run = checked(smefs, *(cells(n) for n in range(6)))
    monkeypatch.setattr(chunks_of, "__defaults__", (2,))
    write, times = Writer.write, []

    def broken(self, plans):
        times.append(plans)
        if len(times) == 3:
            raise KeyboardInterrupt
        write(self, plans)

    monkeypatch.setattr(Writer, "write", broken)
    with pytest.raises(KeyboardInterrupt):
        carry_out(run)
    monkeypatch.setattr(Writer, "write", write)
    assert not Participation.objects.exists()
    run.refresh_from_db()
    assert run.state == State.WRITING
    assert run.is_interrupted
    assert carry_out(run).state == State.DONE
    assert Participation.objects.count() == 6


def test_what_changed_between_checking_and_writing_is_found(smefs):
    run = checked(smefs, cells(0))
    smefs.ends_on = date(2024, 3, 1)
    smefs.save()
    with pytest.raises(NotPossible, match="nic nie zapisano"):
        carry_out(run)
    run.refresh_from_db()
    assert (run.state, "Sprawdź plik" in run.failure) == (State.CHECKED, True)
    assert not Participation.objects.exists()


def test_the_number_of_statements_does_not_grow_with_the_rows(smefs, django_assert_max_num_queries):
    run = loaded(smefs, *(cells(n) for n in range(300)))
    with django_assert_max_num_queries(90):
        check(run)
        carry_out(run)


def test_acts_of_a_mixed_file_are_told_apart(smefs):
    brought(smefs, cells(0), cells(1))
    run = checked(smefs, cells(0), cells(1, phone="700000000"), cells(2), cells(3, phone=""))
    assert list(run.rows.order_by("number").values_list("act", flat=True)) == [
        Act.UNCHANGED,
        Act.UPDATED,
        Act.CREATED,
        Act.REJECTED,
    ]


def test_loading_keeps_the_cells_as_they_came(smefs):
    row = cells(0, remarks='cudzysłów " i ; średnik\nnowa linia \\ {x,"y"}')
    assert loaded(smefs, row).rows.get().cells == row


def test_a_long_name_of_a_file_is_cut(smefs):
    run = load(project=smefs, by=None, file=BytesIO(file_of([cells(0)])), name="x" * 300 + ".csv")
    assert (len(run.file_name), run.file_name[-4:]) == (200, ".csv")


def test_a_number_from_the_instructions_joins_nobody_to_a_person_of_another_project(smefs):
    known = PersonFactory(pesel="44051401458", last_name="Kowal", first_name="Jan")
    ParticipationFactory(smefs=True, person=known)
    row = cells(0, identifier="44051401458", last_name="Kowal", first_name="Jan", sex="Mężczyzna", age="79")
    assert [(column, "przykładowy" in message) for _, column, message in problems_of(checked(smefs, row))] == [
        (7, True)
    ]
    known.participations.all().delete()
    known.delete()
    assert brought(smefs, row).created == 1
    assert brought(smefs, row).unchanged == 1
