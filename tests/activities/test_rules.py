"""Every rule of the tables of activities, broken once: its Polish sentence in validation, and the database itself."""

from datetime import date, time

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from ..factories import (
    AttendanceFactory,
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    HeadcountEventFactory,
    SessionFactory,
)
from . import rules_of_schedule, rules_of_support

# rule, maker, facts that break it, sentence
TABLE = [
    (
        "form_of_support_dates_in_order",
        FormOfSupportFactory,
        {"starts_on": date(2024, 5, 1), "ends_on": date(2024, 4, 30)},
        "Koniec formy wsparcia jest wcześniejszy niż początek.",
    ),
    (
        "form_of_support_hours_positive",
        FormOfSupportFactory,
        {"hours_planned": 0},
        "Planowana liczba godzin musi być większa od zera.",
    ),
    (
        "form_of_support_kind_known",
        FormOfSupportFactory,
        {"kind": "magic"},
        "Nie ma takiego rodzaju wsparcia na liście.",
    ),
    (
        "form_of_support_theme_known",
        FormOfSupportFactory,
        {"theme": "magic"},
        "Nie ma takiego tematu wsparcia na liście.",
    ),
    (
        "enrolment_dates_in_order",
        EnrolmentFactory,
        {"started_on": date(2024, 5, 1), "ended_on": date(2024, 4, 30)},
        "Zakończenie wsparcia jest wcześniejsze niż rozpoczęcie.",
    ),
    (
        "enrolment_finished_has_end",
        EnrolmentFactory,
        {"is_finished": True, "ended_on": None},
        "Ukończone wsparcie ma datę rozpoczęcia i zakończenia.",
    ),
    (
        "session_hours_positive",
        SessionFactory,
        {"hours": 0},
        "Liczba godzin zajęć jest większa od 0 i nie większa niż 24.",
    ),
    (
        "session_ends_after_it_starts",
        SessionFactory,
        {"starts_at": time(13), "ends_at": time(9)},
        "Zajęcia kończą się wcześniej, niż się zaczynają.",
    ),
    ("attendance_known", AttendanceFactory, {"status": "late"}, "Obecność: jest, brak albo usprawiedliwiona."),
    (
        "event_kind_known",
        HeadcountEventFactory,
        {"kind": "party"},
        "Nie ma takiego rodzaju wydarzenia na liście.",
    ),
    (
        "event_parts_fit",
        HeadcountEventFactory,
        {"visitors": 10, "women": 6, "men": 5},
        "Kobiety i mężczyźni nie zgadzają się z liczbą osób.",
    ),
    *rules_of_support.TABLE,
    *rules_of_schedule.TABLE,
]
TWICE = [
    (
        "form_of_support_once",
        FormOfSupportFactory,
        ["project", "name"],
        "Forma wsparcia o tej nazwie już jest w projekcie.",
    ),
    ("group_once", GroupFactory, ["form_of_support", "name"], "Grupa o tej nazwie już jest."),
    ("enrolment_once", EnrolmentFactory, ["group", "participation"], "Ta osoba już jest w tej grupie."),
    ("attendance_once", AttendanceFactory, ["session", "enrolment"], "Obecność tej osoby jest już oznaczona."),
    *rules_of_support.TWICE,
]

pytestmark = pytest.mark.django_db


def broken(row, rule, sentence):
    """The row is refused by validation with the sentence, and by the database with the rule."""
    with pytest.raises(ValidationError) as refused:
        row.validate_constraints()
    assert sentence in refused.value.messages
    with pytest.raises(IntegrityError) as failed, transaction.atomic():
        row.save()
    assert failed.value.__cause__.diag.constraint_name == rule


@pytest.mark.parametrize(
    ("rule", "make", "facts", "sentence"), TABLE, ids=lambda each: each if isinstance(each, str) else ""
)
def test_a_row_that_breaks_a_rule_is_refused(rule, make, facts, sentence):
    row = make()
    for name, value in facts.items():
        setattr(row, name, value)
    broken(row, rule, sentence)


@pytest.mark.parametrize(
    ("rule", "make", "same", "sentence"), TWICE, ids=lambda each: each if isinstance(each, str) else ""
)
def test_a_second_row_of_the_same_is_refused(rule, make, same, sentence):
    first = make()
    second = type(first)(**{field.attname: getattr(first, field.attname) for field in first._meta.concrete_fields})
    second.pk = None
    if hasattr(second, "submission"):
        second.submission = type(first)().submission
    assert [getattr(second, name) for name in same] == [getattr(first, name) for name in same]
    broken(second, rule, sentence)


def test_every_rule_of_activities_is_in_the_table():
    rules = {rule.name for model in apps.get_app_config("activities").get_models() for rule in model._meta.constraints}
    assert {row[0] for row in TABLE + TWICE} | rules_of_support.ELSEWHERE == rules
