"""What one person is given: a planned form of support, an internship, a certificate, an allowance; support of an institution."""

from datetime import timedelta
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from activities.models import (
    Allowance,
    AllowanceRate,
    Certificate,
    InstitutionSupport,
    Internship,
    InternshipMonth,
    PlannedSupport,
)
from activities.models.allowance import to_grosz
from activities.vocabulary import AllowanceKind, AllowanceUnit, SupportKind

from .activities import EnrolmentFactory, FormOfSupportFactory
from .base import OfParticipation
from .participants import ParticipationFactory
from .projects import ProjectFactory


class PlannedSupportFactory(OfParticipation):
    """A form of support of the same project, planned for forty hours."""

    class Meta:
        model = PlannedSupport

    participation = factory.SubFactory(ParticipationFactory)
    form_of_support = factory.SubFactory(FormOfSupportFactory, project=factory.SelfAttribute("..participation.project"))
    hours_planned = Decimal(40)
    agreed_on = factory.LazyAttribute(lambda o: o.participation.entered_on)


class InternshipFactory(DjangoModelFactory):
    """Three months full time with a bakery, from the day of entry."""

    class Meta:
        model = Internship

    enrolment = factory.SubFactory(
        EnrolmentFactory, group__form_of_support__kind=SupportKind.INTERNSHIP, group__form_of_support__detail=""
    )
    host = "Piekarnia Kłos"
    host_nip = "5260250274"
    address = "ul. Młyńska 3, Sosnowiec"
    supervisor = "Jan Piekarczyk"
    starts_on = factory.LazyAttribute(lambda o: o.enrolment.participation.entered_on)
    ends_on = factory.LazyAttribute(lambda o: o.starts_on + timedelta(days=91))
    hours_a_day = Decimal(8)
    hours_a_week = Decimal(40)


class InternshipMonthFactory(DjangoModelFactory):
    class Meta:
        model = InternshipMonth

    internship = factory.SubFactory(InternshipFactory)
    month = factory.LazyAttribute(lambda o: o.internship.starts_on.replace(day=1))
    hours = Decimal(80)


class CertificateFactory(DjangoModelFactory):
    """Issued to somebody who finished, with the first free number."""

    class Meta:
        model = Certificate

    enrolment = factory.SubFactory(EnrolmentFactory, finished=True)
    project = factory.SelfAttribute("enrolment.participation.project")
    ordinal = factory.Sequence(lambda n: n + 1)
    starts_on = factory.SelfAttribute("enrolment.started_on")
    ends_on = factory.SelfAttribute("enrolment.ended_on")
    issued_on = factory.SelfAttribute("ends_on")
    hours = Decimal(40)


class AllowanceRateFactory(DjangoModelFactory):
    """The training stipend of a project of 2025 (domain notes, section 6)."""

    class Meta:
        model = AllowanceRate

    project = factory.SubFactory(ProjectFactory)
    kind = AllowanceKind.TRAINING
    unit = AllowanceUnit.HOUR
    amount = Decimal("13.29")
    zus = Decimal("3.88")
    valid_from = factory.SelfAttribute("project.starts_on")


class AllowanceFactory(DjangoModelFactory):
    """A training stipend for the month in which somebody entered."""

    class Meta:
        model = Allowance

    participation = factory.SubFactory(ParticipationFactory)
    kind = AllowanceKind.TRAINING
    starts_on = factory.SelfAttribute("participation.entered_on")
    ends_on = factory.SelfAttribute("starts_on")
    unit = AllowanceUnit.HOUR
    quantity = Decimal(40)
    rate = Decimal("13.29")
    amount = factory.LazyAttribute(lambda o: to_grosz(Decimal(o.quantity) * Decimal(o.rate)))
    zus = Decimal("155.20")


class InstitutionSupportFactory(DjangoModelFactory):
    """Counselling for a school from the first day of the project on."""

    class Meta:
        model = InstitutionSupport

    institution = factory.SubFactory("tests.factories.InstitutionFactory")
    kind = SupportKind.COUNSELLING
    detail = ""
    started_on = factory.SelfAttribute("institution.project.starts_on")
