"""Taking an import back, and when that is refused."""

from datetime import date

import pytest

from activities.models import Enrolment, FormOfSupport, Group
from exchange.importing import NotPossible, undo
from exchange.models import AuthorityRow, State
from participants.actions import record_outcome, set_contact
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
