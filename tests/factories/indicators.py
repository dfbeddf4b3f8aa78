"""Indicators, register entries and thresholds."""

from datetime import timedelta
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from indicators.models import (
    EffectivenessThreshold,
    ProjectIndicator,
    Register,
    RegisterEntry,
)

from .projects import ProjectFactory


class ProjectIndicatorFactory(DjangoModelFactory):
    """The project's own indicator of people, with a target of ten; ``definition`` takes one from the official list."""

    class Meta:
        model = ProjectIndicator

    project = factory.SubFactory(ProjectFactory)
    definition = ""
    name = factory.Sequence(lambda n: f"liczba osób objętych wsparciem {n}")
    words = factory.LazyAttribute(lambda o: [] if o.definition else ["entered"])
    total = 10
    position = factory.Sequence(int)


class RegisterEntryFactory(DjangoModelFactory):
    """A named community with its proof."""

    class Meta:
        model = RegisterEntry

    project = factory.SubFactory(ProjectFactory)
    register = Register.COMMUNITY
    name = factory.Sequence(lambda n: f"środowisko lokalne {n}")
    happened_on = factory.LazyAttribute(lambda o: o.project.starts_on + timedelta(days=45))
    evidence = "protokół z diagnozy środowiska"


class EffectivenessThresholdFactory(DjangoModelFactory):
    class Meta:
        model = EffectivenessThreshold

    project = factory.SubFactory(ProjectFactory)
    measure = EffectivenessThreshold.Measure.SOCIAL
    group = EffectivenessThreshold.Group.ALL
    percent = Decimal(34)
