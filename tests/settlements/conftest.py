"""A project of two years with its first payment application, and somebody whose birth date will be corrected."""

from datetime import date

import pytest

from tests.factories import (
    ParticipationFactory,
    PaymentApplicationFactory,
    PersonFactory,
    ProjectFactory,
    ProjectIndicatorFactory,
    make_pesel,
)

from .house import YOUNG


@pytest.fixture
def without_paper(monkeypatch):
    """What is counted and compared does not depend on the PDF of the report, which takes its time."""
    monkeypatch.setattr("settlements.papers.files_of", lambda report, seal: [("pdf", b"%PDF")])


@pytest.fixture
def two_years(db):
    """A project in which who asks may see names and take them away."""
    project = ProjectFactory(slug="dwa-lata", title="Dwa lata", starts_on=date(2022, 1, 1), ends_on=date(2023, 12, 31))
    project.allowed = frozenset({"participants_view", "participants_export"})
    ProjectIndicatorFactory(project=project, definition="people", name="", total=10)
    return project


@pytest.fixture
def first(two_years):
    """The application of the first half-year."""
    return PaymentApplicationFactory(
        project=two_years, since=two_years.starts_on, until=date(2022, 6, 30), number="WNP-001"
    )


@pytest.fixture
def zaneta(two_years):
    """Somebody below 25 at entry, as the record says so far."""
    person = PersonFactory(last_name="Łukasik", first_name="Żaneta", birth_date=YOUNG, pesel=make_pesel(YOUNG, "K", 7))
    return ParticipationFactory(project=two_years, person=person, entered_on=date(2022, 2, 1))
