"""Every rule of the projects' models, broken once: in the form's way with its sentence, and against the database."""

from datetime import date, time

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from ..factories import (
    CallFactory,
    FundingLineFactory,
    MarkFactory,
    OfficeFactory,
    OpeningHoursFactory,
    PartnerFactory,
    ProgrammeFactory,
    ProjectFactory,
    ProjectTextFactory,
    TargetGroupFactory,
    TeamMemberFactory,
    UserFactory,
)


def twice(factory, parent_factory, parent_name, **same):
    """A second row like the first under one parent."""

    def make():
        parent = parent_factory()
        factory(**{parent_name: parent}, **same)
        return {parent_name: parent, **same}

    return factory, make


def once(factory, **facts):
    return factory, lambda: facts


def member_twice():
    membership = TeamMemberFactory()
    return {"project": membership.project, "user": membership.user}


BROKEN = {
    "project_text_once": (
        twice(ProjectTextFactory, ProjectFactory, "project"),
        "Projekt ma już tekst tego dokumentu.",
    ),
    "programme_allocation_left_not_negative": (
        once(ProgrammeFactory, allocation_left="-0.01"),
        "Kwota do rozdysponowania nie może być ujemna.",
    ),
    "call_number_once": (
        twice(CallFactory, ProgrammeFactory, "programme", number="1"),
        "Nabór o tym numerze już jest w programie.",
    ),
    "call_closes_after_it_opens": (
        once(CallFactory, opens_on=date(2019, 3, 22), closes_on=date(2019, 3, 21)),
        "Zamknięcie naboru jest wcześniejsze niż otwarcie.",
    ),
    "call_ages_in_order": (once(CallFactory, age_from=25, age_to=24), "Górna granica wieku jest niższa niż dolna."),
    "project_ends_after_it_starts": (
        once(ProjectFactory, starts_on=date(2024, 1, 2), ends_on=date(2024, 1, 1)),
        "Koniec realizacji jest wcześniejszy niż początek.",
    ),
    "project_threshold_in_percent": (
        once(ProjectFactory, attendance_threshold=101),
        "Próg frekwencji jest w procentach, od 0 do 100.",
    ),
    "project_has_one_lead": (
        twice(PartnerFactory, ProjectFactory, "project", role="lead"),
        "Projekt ma już lidera; może być jeden.",
    ),
    "target_group_parts_fit": (
        once(TargetGroupFactory, women=56, men=37, total=94),
        "Kobiety i mężczyźni nie zgadzają się z liczbą ogółem.",
    ),
    "funding_amount_positive": (once(FundingLineFactory, amount=0), "Kwota musi być większa od zera."),
    "funding_source_once": (
        twice(FundingLineFactory, ProjectFactory, "project", source="eu", name=""),
        "To źródło już jest w finansowaniu projektu.",
    ),
    "hours_close_after_opening": (
        once(OpeningHoursFactory, opens=time(8), closes=time(8)),
        "Godzina zamknięcia musi być późniejsza niż otwarcia.",
    ),
    "hours_weekday_exists": (once(OpeningHoursFactory, weekday=8), "Nie ma takiego dnia tygodnia."),
    "hours_once_a_day": (
        twice(OpeningHoursFactory, OfficeFactory, "office", weekday=1, opens=time(8)),
        "Te godziny już są wpisane.",
    ),
    "mark_kind_once": (
        twice(MarkFactory, ProjectFactory, "project", kind="region"),
        "Ten znak już jest; można go podmienić.",
    ),
    "team_member_once": ((TeamMemberFactory, member_twice), "Ta osoba już jest w zespole."),
}
OWN_PARENT = "project_not_its_own_parent"


@pytest.mark.parametrize("rule", BROKEN)
def test_a_broken_rule_answers_with_its_sentence_and_the_database_refuses_it_too(db, rule):
    (factory, make), sentence = BROKEN[rule]
    facts = make()
    parents = {name: value for name, value in facts.items() if hasattr(value, "pk")}
    row = factory.build(**{name: parent_of(factory, name) for name in missing_parents(factory, parents)}, **facts)
    with pytest.raises(ValidationError) as refused:
        row.validate_constraints()
    assert sentence in refused.value.messages
    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        row.save()


def missing_parents(factory, given):
    """The rows that a row of this factory hangs from and that the test did not make."""
    fields = factory._meta.model._meta.concrete_fields
    return [field.name for field in fields if field.is_relation and not field.null and field.name not in given]


def parent_of(factory, name):
    parents = {
        "programme": ProgrammeFactory,
        "project": ProjectFactory,
        "office": OfficeFactory,
        "user": UserFactory,
    }
    return parents[name]()


def test_a_project_is_not_its_own_parent(db):
    project = ProjectFactory()
    project.parent = project
    with pytest.raises(ValidationError, match="Projekt nie może być swoim projektem nadrzędnym"):
        project.validate_constraints()
    with pytest.raises(IntegrityError, match=OWN_PARENT), transaction.atomic():
        project.save()


def test_every_rule_of_the_projects_models_is_broken_here():
    models = apps.get_app_config("projects").get_models()
    assert {rule.name for model in models for rule in model._meta.constraints} == {*BROKEN, OWN_PARENT}


@pytest.mark.parametrize(
    "numbers",
    [
        {"women": 56, "men": 37, "total": 93},
        {"women": 39, "total": 60},
        {"women": 60, "total": 60},
        {"men": 0, "total": 0},
        {"total": 60},
        {},
    ],
)
def test_planned_numbers_that_fit_are_taken(db, numbers):
    TargetGroupFactory(**numbers).validate_constraints()


@pytest.mark.parametrize(
    "numbers", [{"women": 61, "total": 60}, {"women": 5}, {"women": 5, "men": 5}, {"men": 1, "total": 0}]
)
def test_planned_numbers_that_do_not_fit_are_refused(db, numbers):
    with pytest.raises(IntegrityError, match="target_group_parts_fit"), transaction.atomic():
        TargetGroupFactory(**numbers)
