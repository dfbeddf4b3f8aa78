"""The history that the database keeps: of every tracked model, whoever writes and however; and nothing for what did not change."""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from accounts.acting import acting
from accounts.models import ChangeLog
from participants.history.registry import KINDS
from participants.models import Participation, Person

from . import factories
from .factories import (
    EnrolmentFactory,
    OutcomeFactory,
    ParticipationFactory,
    PersonFactory,
    PremiseFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
Act = ChangeLog.Act
FIXED = {"women", "men", "pesel", "pkd"}  # these obey rules of their own
MODELS = sorted((kind.model for kind in KINDS.values()), key=lambda model: model.__name__)


def log_of(row):
    """What the log tells of a row: (act, before, after, user), the oldest first."""
    entries = ChangeLog.objects.filter(table_name=row._meta.db_table, row_number=row.pk).order_by("pk")
    return list(entries.values_list("act", "before", "after", "user"))


def changed(row):
    """Another value in some field that people fill in, as JSON tells it: (name, value)."""
    others = {
        "CharField": "inaczej",
        "DecimalField": 7,
        "PositiveSmallIntegerField": 7,
        "DateField": "2024-03-30",
        "BooleanField": True,
    }
    for kind, value in others.items():
        for field in row._meta.concrete_fields:
            if field.get_internal_type() == kind and field.editable and not field.choices and field.name not in FIXED:
                return field.name, value
    raise AssertionError(row._meta.label)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_adding_changing_and_removing_stand_in_the_log_with_the_user(model):
    user = UserFactory()
    with acting(user=user.pk, how="form"):
        row = getattr(factories, f"{model.__name__}Factory")()
        name, value = changed(row)
        model._base_manager.filter(pk=row.pk).update(**{name: value})
        model._base_manager.filter(pk=row.pk)._raw_delete("default")
        connection.check_constraints()
    added, change, *rest, removed = log_of(row)
    assert added == (Act.ADDED, {}, {}, user.pk)
    assert (change[0], change[1].keys(), change[2], change[3]) == (Act.CHANGED, {name}, {name: value}, user.pk)
    assert (removed[0], removed[1][name], removed[2], removed[3]) == (Act.REMOVED, value, {}, user.pk)
    assert not rest
    assert set(removed[1]) == {"id", *KINDS[model._meta.db_table].fields}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_writing_the_same_again_leaves_no_entry(model):
    row = model._base_manager.get(pk=getattr(factories, f"{model.__name__}Factory")().pk)
    before = ChangeLog.objects.count()
    row.save()
    model._base_manager.filter(pk=row.pk).update(id=F("id"))
    assert ChangeLog.objects.count() == before


def test_what_follows_in_the_participation_is_no_change_of_its_own():
    participation = ParticipationFactory(left=True)
    before = len(log_of(participation))
    PremiseFactory(participation=participation)
    OutcomeFactory(participation=participation)
    Person.objects.filter(pk=participation.person_id).update(phone="", birth_date=date(1970, 1, 1), pesel="")
    Participation.objects.update(updated_at=timezone.now())
    assert len(log_of(participation)) == before


def test_the_day_of_entry_set_by_the_first_support_is_a_change():
    participation = ParticipationFactory(entered_on=None)
    EnrolmentFactory(participation=participation, started_on=date(2024, 2, 5))
    assert log_of(participation)[-1][:3] == (Act.CHANGED, {"entered_on": None}, {"entered_on": "2024-02-05"})


def test_many_rows_at_once_have_an_entry_each():
    people = PersonFactory.create_batch(3)
    Person.objects.filter(pk__in=[person.pk for person in people]).update(first_name="Anna", place="Będzin")
    assert {log_of(person)[-1][0] for person in people} == {Act.CHANGED}
    assert {log_of(person)[-1][2]["place"] for person in people} == {"Będzin"}


def test_the_triggers_leave_out_just_the_columns_that_nobody_edits():
    """A migration that adds a column kept by the database says the step ``watching`` again."""
    wrong = {}
    with connection.cursor() as cursor:
        for table, kind in KINDS.items():
            cursor.execute("SELECT prosrc FROM pg_proc WHERE proname = %s", [f"{table}_history_removed"])
            kept = filter(None, cursor.fetchone()[0].split("'{")[1].split("}'")[0].split(","))
            columns = {field.column for field in kind.model._meta.concrete_fields} - {"id"}
            wrong[table] = (columns - set(kind.fields)) ^ set(kept)
    assert not {table: found for table, found in wrong.items() if found}


def test_every_model_that_moves_figures_is_tracked():
    told = {f"{model._meta.app_label}.{model.__name__}" for model in MODELS}
    assert told >= {
        "projects.Project",
        "participants.Person",
        "participants.Participation",
        "participants.Premise",
        "participants.Outcome",
        "activities.Enrolment",
        "activities.PlannedSupport",
        "activities.Session",
        "activities.HeadcountEvent",
    }


def test_a_table_with_history_can_be_read_and_one_that_can_be_read_has_history():
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'history_added'")
        watched = {row[0] for row in cursor.fetchall()}
    assert watched == set(KINDS)
    assert watched <= {model._meta.db_table for model in apps.get_models()}


# --- the log only grows


def entry():
    PersonFactory()
    return ChangeLog.objects.latest("pk")


@pytest.mark.parametrize("what", [{"how": "file"}, {"user": 1}, {"before": {}}, {"source": "x"}])
def test_an_entry_cannot_be_changed(what):
    assert_refused(ChangeLog.objects.filter(pk=entry().pk).update, **what)


def test_an_entry_cannot_be_removed():
    assert_refused(ChangeLog.objects.filter(pk=entry().pk).delete)


def test_forgetting_may_not_change_who_it_was():
    told = {"before": {}, "after": {}, "forgotten_at": entry().at + timedelta(days=1)}
    assert_refused(ChangeLog.objects.update, **told, user=7)
    assert ChangeLog.objects.update(**told)


def assert_refused(act, **what):
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        act(**what)
