"""Taking an import back, and when that is refused."""

import time
from datetime import date
from threading import Thread

import pytest
from django.db import connection, transaction

from accounts.models import ChangeLog
from activities.models import Enrolment, FormOfSupport, Group
from exchange.importing import NotPossible, undo
from exchange.models import AuthorityRow, ImportRun, State
from participants.actions import record_outcome, set_contact
from participants.history import changes
from participants.models import Outcome, Participation, Person
from participants.vocabulary import OutcomeKind

from ..factories import (
    AttendanceFactory,
    FormOfSupportFactory,
    ParticipationFactory,
    PersonFactory,
    PremiseFactory,
    SessionFactory,
    UserFactory,
)
from .house import brought, cells

pytestmark = pytest.mark.django_db(transaction=True)
STATE = (
    "education",
    "place",
    "left_on",
    "exit_reason",
    "by_path",
    "situations",
    "support_range",
    "business_started_on",
)


def facts_of(project):
    return list(
        project.participations.order_by("pk").values_list("person__last_name", "person__phone", "person__place", *STATE)
    )


def test_what_an_import_made_goes(smefs):
    FormOfSupportFactory(project=smefs, kind="counselling", detail="career")
    run = undo(run=brought(smefs, *(cells(n) for n in range(5))), by=UserFactory())
    assert (run.state, run.rows.count()) == (State.UNDONE, 5)
    assert not any(m.objects.exists() for m in (Participation, Person, Enrolment, Outcome, AuthorityRow, Group))
    assert FormOfSupport.objects.count() == 1


def test_what_an_import_changed_is_as_before(smefs):
    brought(smefs, *(cells(n) for n in range(4)))
    before = facts_of(smefs), list(Outcome.objects.order_by("pk").values("pk", "kind", "obtained_on"))
    cells_before = list(AuthorityRow.objects.order_by("pk").values_list("cells", "rendered"))
    run = brought(
        smefs,
        cells(0, situations="osoba nabyła kompetencje", phone="700000000", left_on="2024-06-06"),
        cells(1, place="Katowice", support_dates="2024-03-04|2024-03-10"),
        cells(2),
        cells(9),
    )
    assert run.counts() == {"rows": 4, "created": 1, "updated": 2, "unchanged": 1, "rejected": 0}
    undo(run=run, by=None)
    assert (facts_of(smefs), list(Outcome.objects.order_by("pk").values("pk", "kind", "obtained_on"))) == before
    assert list(AuthorityRow.objects.order_by("pk").values_list("cells", "rendered")) == cells_before


def test_a_participation_recorded_by_hand_stays_without_the_row_of_the_file(smefs):
    person = PersonFactory(pesel="55010100008", last_name="Łukasik", first_name="Anna")
    participation = ParticipationFactory(
        project=smefs, person=person, entered_on=date(2024, 2, 1), education="isced_5_8"
    )
    run = brought(smefs, cells(0))
    participation.refresh_from_db()
    assert participation.education == "isced_0_2"
    undo(run=run, by=None)
    participation.refresh_from_db()
    assert (participation.education, participation.left_on, participation.exit_reason) == ("isced_5_8", None, "")
    assert not AuthorityRow.objects.exists()


def test_a_person_who_came_into_another_project_since_stays(smefs):
    run = brought(smefs, cells(0))
    ParticipationFactory(smefs=True, person=Person.objects.get())
    undo(run=run, by=None)
    assert Person.objects.count() == 1
    assert not smefs.participations.exists()


def outcome_by_hand(participation):
    record_outcome(
        participation=participation, by=UserFactory(), kind=OutcomeKind.EDUCATION, obtained_on=date(2024, 5, 1)
    )


def premise(participation):
    PremiseFactory(participation=participation)


def attendance(participation):
    enrolment = participation.enrolments.first()
    AttendanceFactory(enrolment=enrolment, session=SessionFactory(group=enrolment.group, held_on=enrolment.started_on))


def correction(participation):
    participation.education = "isced_5_8"
    participation.save()


def move(participation):
    set_contact(participation=participation, by=UserFactory(), contact={"place": "Gdynia"})


def later_import(participation):
    brought(participation.project, cells(0, remarks="nowa uwaga instytucji"), cells(1))


@pytest.mark.parametrize("built", [outcome_by_hand, premise, attendance, correction, move, later_import])
def test_what_was_built_upon_is_not_taken_back_and_is_named(smefs, built):
    run = brought(smefs, cells(0), cells(1))
    participation = smefs.participations.get(person__pesel="55010100008")
    built(participation)
    with pytest.raises(NotPossible, match="Łukasik") as refusal:
        undo(run=run, by=None)
    assert refusal.value.participations == [participation]
    assert smefs.participations.count() == 2


def test_an_import_is_taken_back_once(smefs):
    run = brought(smefs, cells(0))
    undo(run=run, by=None)
    with pytest.raises(NotPossible, match="niecofnięty"):
        undo(run=run, by=None)


def test_nobody_builds_upon_it_between_the_question_and_the_answer(smefs):
    """Somebody is just moving when the import is taken back: the undoing waits for her form, and then is refused."""
    run = brought(smefs, cells(0), cells(1))
    participation, said = smefs.participations.get(person__pesel="55010100008"), []

    def take_back():
        try:
            undo(run=ImportRun.objects.get(pk=run.pk), by=None)
        except NotPossible as refusal:
            said.append(refusal)
        finally:
            connection.close()

    beside = Thread(target=take_back)
    with transaction.atomic():
        move(participation)
        beside.start()
        for _ in range(200):
            if is_somebody_waiting():
                break
            time.sleep(0.05)
        assert is_somebody_waiting()
    beside.join(timeout=30)
    assert [refusal.participations for refusal in said] == [[participation]]
    assert smefs.participations.count() == 2


def is_somebody_waiting():
    """Whether some connection waits for a row that another one holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype IN ('transactionid', 'tuple'))"
        )
        return cursor.fetchone()[0]


def test_the_history_says_who_imported_and_who_took_it_back(smefs):
    by = UserFactory()
    run = brought(smefs, cells(0), by=by)
    entries = ChangeLog.objects.filter(user=by, source=str(run.pk))
    made = {"participants_person", "participants_participation", "activities_enrolment"}
    assert made <= set(entries.filter(how="file", act="insert").values_list("table_name", flat=True))
    undo(run=run, by=by)
    assert made <= set(entries.filter(how="undo", act="delete").values_list("table_name", flat=True))


def test_the_history_tells_what_a_later_file_changed(smefs):
    brought(smefs, cells(0))
    participation = smefs.participations.get()
    since = ChangeLog.objects.latest("pk").at
    run = brought(
        smefs, cells(0, education="średnie I stopnia lub niższe (ISCED 0–2)", place="Katowice", phone="700000000")
    )
    found = {c.field: (c.after, c.how) for c in changes([participation.pk], since)[participation.pk]}
    assert found["telefon"] == ("700000000", f"import pliku nr {run.pk}")
    assert {after for after, _how in found.values()} >= {"Katowice"}
