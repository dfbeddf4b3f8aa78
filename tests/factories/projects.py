"""Programmes, projects and all that hangs from them."""

from datetime import date, time
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from accounts.roles import Role
from projects.models import (
    Award,
    Call,
    FundingLine,
    IndicatorList,
    Mark,
    Office,
    OpeningHours,
    Partner,
    PlannedEvent,
    Programme,
    ProgrammingPeriod,
    Project,
    TargetGroup,
    TeamMember,
)

from .accounts import UserFactory


class ProgrammeFactory(DjangoModelFactory):
    """A programme of 2014–2020; ``period`` decides the list of indicators."""

    class Meta:
        model = Programme

    slug = factory.Sequence(lambda n: f"program-{n}")
    name = factory.Sequence(lambda n: f"Program regionalny {n}")
    fund = "Europejski Fundusz Społeczny"
    period = ProgrammingPeriod.ESF_2014

    @factory.lazy_attribute
    def indicator_list(self):
        lists = {
            ProgrammingPeriod.ESF_2014: IndicatorList.ESF_2014,
            ProgrammingPeriod.ESF_PLUS_2021: IndicatorList.ESF_PLUS_2021,
        }
        return lists.get(self.period, IndicatorList.OWN)


class CallFactory(DjangoModelFactory):
    class Meta:
        model = Call

    programme = factory.SubFactory(ProgrammeFactory)
    number = factory.Sequence(lambda n: f"{n}/2024")
    title = "Aktywna integracja"


class PlannedEventFactory(DjangoModelFactory):
    class Meta:
        model = PlannedEvent

    programme = factory.SubFactory(ProgrammeFactory)
    name = "konferencja regionalna"


class ProjectFactory(DjangoModelFactory):
    """A project of three years, 2024 to 2026, of the programming period ``period`` (2014–2020 unless said)."""

    class Meta:
        model = Project

    class Params:
        period = ProgrammingPeriod.ESF_2014

    slug = factory.Sequence(lambda n: f"projekt-{n}")
    title = factory.Sequence(lambda n: f"Projekt przykładowy {n}")
    programme = factory.SubFactory(ProgrammeFactory, period=factory.SelfAttribute("..period"))
    starts_on = date(2024, 1, 1)
    ends_on = date(2026, 12, 31)


class TeamMemberFactory(DjangoModelFactory):
    class Meta:
        model = TeamMember

    project = factory.SubFactory(ProjectFactory)
    user = factory.SubFactory(UserFactory)
    role = Role.SOCIAL_WORKER


class PartnerFactory(DjangoModelFactory):
    class Meta:
        model = Partner

    project = factory.SubFactory(ProjectFactory)
    name = factory.Sequence(lambda n: f"Stowarzyszenie Razem {n}")
    role = Partner.Role.PARTNER


class TargetGroupFactory(DjangoModelFactory):
    class Meta:
        model = TargetGroup

    project = factory.SubFactory(ProjectFactory)
    name = "osoby korzystające z pomocy społecznej"


class FundingLineFactory(DjangoModelFactory):
    class Meta:
        model = FundingLine

    project = factory.SubFactory(ProjectFactory)
    source = FundingLine.Source.EU
    amount = Decimal("100000.00")


class OfficeFactory(DjangoModelFactory):
    class Meta:
        model = Office

    project = factory.SubFactory(ProjectFactory)
    name = factory.Sequence(lambda n: f"biuro {n}")
    address = "ul. Rynek 1, 41-200 Sosnowiec"


class OpeningHoursFactory(DjangoModelFactory):
    class Meta:
        model = OpeningHours

    office = factory.SubFactory(OfficeFactory)
    weekday = OpeningHours.Weekday.MONDAY
    opens = time(8)
    closes = time(16)


class AwardFactory(DjangoModelFactory):
    class Meta:
        model = Award

    project = factory.SubFactory(ProjectFactory)
    title = "Dobra praktyka"


class MarkFactory(DjangoModelFactory):
    class Meta:
        model = Mark

    project = factory.SubFactory(ProjectFactory)
    kind = Mark.Kind.REGION
    name = "Województwo Śląskie"
    image = factory.django.ImageField(filename="znak.png", width=40, height=20)
