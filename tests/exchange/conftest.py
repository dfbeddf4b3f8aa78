"""A project of 2021–2027, into which the files of SM EFS go."""

import pytest

from projects.models import ProgrammingPeriod

from ..factories import ProjectFactory
from .house import NUMBER


@pytest.fixture
def smefs(db):
    """A project with its agreement's number, running from 2024 to 2026."""
    return ProjectFactory(slug="plus", period=ProgrammingPeriod.ESF_PLUS_2021, agreement_number=NUMBER)
