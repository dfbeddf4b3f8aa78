"""A project whose report has everything: people, things, a period, thresholds, a target for women, a draft."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from indicators.reports import ProgressReport
from projects.models import FundingLine, Partner

from ..factories import (
    EffectivenessThresholdFactory,
    EnrolmentFactory,
    FormOfSupportFactory,
    FundingLineFactory,
    GroupFactory,
    OutcomeFactory,
    ParticipationFactory,
    PartnerFactory,
    PremiseFactory,
    ProjectFactory,
    ProjectIndicatorFactory,
    RegisterEntryFactory,
)

PERIOD = SimpleNamespace(since=date(2024, 4, 1), on=date(2024, 6, 30))
LEFT = {"left_on": date(2024, 5, 20), "exit_reason": "completed"}


@pytest.fixture
def busy(db):
    """Four women and two men, one of them in the quarter; two of three left with a proof; three communities of four."""
    project = ProjectFactory(slug="pelny", title="Pełny obraz", edition="II edycja", is_demo=True)
    PartnerFactory(project=project, role=Partner.Role.LEAD, name="Gmina Sosnowiec")
    FundingLineFactory(project=project, amount=Decimal("850000.00"))
    FundingLineFactory(project=project, source=FundingLine.Source.OWN, amount=Decimal("150000.50"))
    support = GroupFactory(form_of_support=FormOfSupportFactory(project=project, character="social"))
    women = [ParticipationFactory(project=project, entered_on=date(2024, 2, 5), **LEFT) for _ in range(3)]
    for participation in women:
        PremiseFactory(participation=participation)
        EnrolmentFactory(group=support, participation=participation)
    for participation in women[:2]:
        OutcomeFactory(participation=participation, obtained_on=date(2024, 5, 24))
    OutcomeFactory(
        participation=women[0], kind="social_progress", progress_sign="motivation", obtained_on=date(2024, 5, 25)
    )
    ParticipationFactory(project=project, entered_on=date(2024, 5, 6), disability="yes")
    ParticipationFactory.create_batch(2, project=project, entered_on=date(2024, 3, 4), person__sex="M")
    ParticipationFactory(project=project, draft=True)
    targets(project)
    return project


def targets(project):
    own = {"project": project}
    ProjectIndicatorFactory(**own, definition="people", women=5, men=3, total=8)
    ProjectIndicatorFactory(**own, definition="at_risk", women=4, total=9, is_at_least=True)
    ProjectIndicatorFactory(**own, definition="CO16", total=None)
    ProjectIndicatorFactory(**own, definition="communities", unit="szt.", counts="register", total=4)
    ProjectIndicatorFactory(**own, definition="qualified_or_competent", kind="result", total=3)
    for month in (2, 3, 4):
        RegisterEntryFactory(project=project, happened_on=date(2024, month, 10))
    RegisterEntryFactory(project=project, happened_on=date(2024, 5, 10), evidence="")
    EffectivenessThresholdFactory(project=project, percent=Decimal("34"))
    EffectivenessThresholdFactory(project=project, measure="employment", percent=Decimal("25"))


@pytest.fixture
def report(busy):
    """The report of the quarter."""
    return ProgressReport.build(busy, PERIOD.on, PERIOD.since)
