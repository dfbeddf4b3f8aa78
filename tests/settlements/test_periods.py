"""Periods of payment applications: first and last may differ, none overlaps another, the final one is the last."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from settlements.forms import ApplicationForm, suggested
from settlements.models import PaymentApplication
from tests.factories import PaymentApplicationFactory, ProjectFactory

pytestmark = pytest.mark.django_db

# The periods of a real project: the first and the last are no quarters.
PERIODS = [
    (date(2025, 9, 1), date(2025, 11, 30)),
    (date(2025, 12, 1), date(2026, 2, 28)),
    (date(2026, 3, 1), date(2026, 8, 31)),
]


@pytest.fixture
def project():
    return ProjectFactory(starts_on=date(2025, 9, 1), ends_on=date(2026, 8, 31))


def posted(project, instance=None, **fields):
    days = {name: f"{value:%d.%m.%Y}" for name, value in fields.items() if isinstance(value, date)}
    data = {"number": "WNP-009", "since": "01.09.2025", "until": "30.11.2025"} | fields | days
    form = ApplicationForm(data, project=project, **({"instance": instance} if instance else {}))
    form.is_valid()
    return form


def test_periods_of_unequal_length_stand_side_by_side(project):
    for number, (since, until) in enumerate(PERIODS):
        form = posted(project, number=f"WNP-{number}", since=since, until=until)
        assert form.submitted()
    assert project.payment_applications.count() == 3


@pytest.mark.parametrize(
    ("since", "until"),
    [
        (date(2025, 9, 1), date(2025, 11, 30)),
        (date(2025, 11, 30), date(2026, 1, 31)),
        (date(2025, 8, 1), date(2025, 9, 1)),
        (date(2025, 10, 1), date(2025, 10, 1)),
    ],
)
def test_a_day_belongs_to_one_application(project, since, until):
    PaymentApplicationFactory(project=project, since=PERIODS[0][0], until=PERIODS[0][1])
    form = posted(project, since=since, until=until)
    assert form.errors["__all__"] == ["Ten okres zachodzi na okres innego wniosku. Każdy dzień należy do jednego."]
    with pytest.raises(IntegrityError, match="application_periods_apart"), transaction.atomic():
        PaymentApplicationFactory(project=project, since=since, until=until)


def test_another_project_has_periods_of_its_own(project):
    PaymentApplicationFactory(project=project)
    assert PaymentApplicationFactory(since=project.starts_on)


def test_a_period_ends_after_it_begins(project):
    form = posted(project, since=date(2025, 12, 1), until=date(2025, 11, 1))
    assert "Okres kończy się, zanim się zacznie. Popraw jedną z dat." in form.errors["__all__"]


def test_a_project_has_one_final_application(project):
    PaymentApplicationFactory(project=project, since=PERIODS[2][0], until=PERIODS[2][1], is_final=True)
    with pytest.raises(ValidationError, match="ma już wniosek końcowy"):
        PaymentApplicationFactory.build(project=project, is_final=True).validate_constraints()
    with pytest.raises(IntegrityError, match="application_final_once"), transaction.atomic():
        PaymentApplicationFactory(project=project, is_final=True)


def test_nothing_follows_the_final_application(project):
    PaymentApplicationFactory(project=project, since=PERIODS[0][0], until=PERIODS[0][1], is_final=True)
    form = posted(project, since=PERIODS[1][0], until=PERIODS[1][1])
    assert form.errors["since"] == ["Ten okres jest po wniosku końcowym. Po nim nie ma już żadnego."]


def test_the_final_application_is_the_last(project):
    PaymentApplicationFactory(project=project, since=PERIODS[1][0], until=PERIODS[1][1])
    form = posted(project, is_final=True)
    assert form.errors["is_final"] == ["Po tym okresie jest już inny wniosek, więc ten nie jest końcowy."]


@pytest.mark.parametrize(("is_final", "on"), [(True, date(2026, 9, 28)), (False, date(2026, 8, 31))])
def test_the_final_application_may_take_results_of_a_later_day(project, is_final, on):
    since, until = PERIODS[2]
    form = posted(project, since=since, until=until, is_final=is_final, measured_on="28.09.2026")
    if is_final:
        assert form.submitted().on == on
    else:
        assert form.errors["__all__"][0].startswith("Dzień rezultatów inny niż koniec okresu ma tylko wniosek końcowy")


def test_a_period_outside_the_project_is_questioned(project):
    assert posted(project, since=date(2027, 1, 1), until=date(2027, 3, 31)).errors["since"]
    assert posted(project, since=date(2024, 1, 1), until=date(2024, 3, 31)).errors["until"]


def test_the_next_period_is_suggested(project):
    assert suggested(project) == {
        "number": "WNP-001",
        "since": date(2025, 9, 1),
        "until": date(2025, 11, 30),
        "is_final": False,
    }
    PaymentApplicationFactory(project=project, since=date(2025, 9, 1), until=date(2026, 6, 30))
    assert suggested(project) == {
        "number": "WNP-002",
        "since": date(2026, 7, 1),
        "until": date(2026, 8, 31),
        "is_final": True,
    }


def test_a_period_runs_until_its_last_day_is_over():
    today = timezone.localdate()
    day = timedelta(days=1)
    assert PaymentApplication(since=today - day, until=today).is_running
    assert not PaymentApplication(since=today - day, until=today - day).is_running
