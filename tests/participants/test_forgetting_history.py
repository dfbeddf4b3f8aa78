"""What the history holds of people goes some years after their project; who changed what, and when, stays."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from accounts.models import ChangeLog
from participants.history import changes
from participants.merging import merge
from participants.models import Person

from ..factories import OutcomeFactory, ParticipationFactory, PersonFactory, ProjectFactory, UserFactory

pytestmark = pytest.mark.django_db


def run(*args):
    out = StringIO()
    call_command("forget_history", *args, stdout=out)
    return out.getvalue().strip()


@pytest.fixture
def old():
    """A project that ended in 2010."""
    return ProjectFactory(slug="dawny", starts_on=date(2009, 1, 1), ends_on=date(2010, 6, 30))


@pytest.fixture
def someone(old):
    """Took part in the old project only; her telephone was changed, and an outcome came and went."""
    made = ParticipationFactory(project=old, entered_on=date(2009, 5, 1))
    Person.objects.filter(pk=made.person_id).update(phone="700")
    OutcomeFactory(participation=made, obtained_on=date(2010, 1, 1)).delete()
    return made


def values():
    return ChangeLog.objects.exclude(before={}, after={})


def test_it_counts_and_empties_only_when_told_to(someone):
    assert run() == "Po terminie: 2. Nic nie usunięto; usuwa --delete."
    assert values().count() == 2
    assert run("--delete") == "Usunięto wartości wpisów: 2."
    assert not values().exists()
    assert run() == "Po terminie: 0. Nic nie usunięto; usuwa --delete."


def test_what_is_left_says_that_something_was_changed(someone):
    run("--delete")
    found = changes([someone.pk])[someone.pk]
    assert [change.is_forgotten for change in found] == [False, False, True, False, True]
    assert "700" not in str(found)


def test_projects_that_ended_lately_keep_theirs(someone, old):
    old.ends_on = date.today()
    old.save()
    assert run() == "Po terminie: 0. Nic nie usunięto; usuwa --delete."
    old.ends_on = date(date.today().year - 10, 12, 31)
    old.save()
    assert run() == "Po terminie: 0. Nic nie usunięto; usuwa --delete."
    assert run("--years", "9").startswith("Po terminie: 4.")


def test_a_person_who_is_in_another_project_keeps_her_own(someone):
    ParticipationFactory(person=someone.person)
    assert run("--delete") == "Usunięto wartości wpisów: 1."
    assert values().get().table_name == "participants_person"


def test_people_and_participations_that_are_gone_are_forgotten_too(someone, old):
    kept = someone.person
    gone = PersonFactory(identifier_kind="other", pesel="", other_identifier="", phone="600")
    ParticipationFactory(project=old, person=gone, entered_on=date(2009, 6, 1))
    merge(project=old, kept=kept, gone=gone, by=UserFactory())
    assert values().filter(act="delete", table_name="participants_person").exists()
    run("--delete")
    assert not values().exists()


def test_one_project_or_a_wrong_one(someone):
    assert run("--project", "dawny").startswith("Po terminie: 2.")
    with pytest.raises(CommandError, match="Nie ma projektu"):
        run("--project", "nie-ma")
    with pytest.raises(CommandError, match="dodatnia"):
        run("--years", "0")
