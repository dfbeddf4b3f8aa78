"""Indicators, register entries and thresholds."""

from datetime import date, timedelta
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from indicators import catalogue
from indicators.models import (
    AuthorityValue,
    DefinitionVersion,
    EffectivenessRules,
    EffectivenessThreshold,
    ProjectIndicator,
    Register,
    RegisterEntry,
    TargetCorrection,
)
from indicators.versions import rule_of

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


class TargetCorrectionFactory(DjangoModelFactory):
    """The second annex, which promises twenty from the first of July 2024 on."""

    class Meta:
        model = TargetCorrection

    indicator = factory.SubFactory(ProjectIndicatorFactory)
    annex = "aneks nr 2 z 14.06.2024"
    holds_from = date(2024, 7, 1)
    total = 20


class RegisterEntryFactory(DjangoModelFactory):
    """A named community with its proof."""

    class Meta:
        model = RegisterEntry

    project = factory.SubFactory(ProjectFactory)
    register = Register.COMMUNITY
    name = factory.Sequence(lambda n: f"środowisko lokalne {n}")
    happened_on = factory.LazyAttribute(lambda o: o.project.starts_on + timedelta(days=45))
    evidence = "protokół z diagnozy środowiska"


class EffectivenessRulesFactory(DjangoModelFactory):
    """The rules of a project; those that came with a threshold already are changed."""

    class Meta:
        model = EffectivenessRules

    project = factory.SubFactory(ProjectFactory)

    @classmethod
    def _create(cls, model_class, *args, project, **facts):
        return model_class.objects.update_or_create(project=project, defaults=facts)[0]


class EffectivenessThresholdFactory(DjangoModelFactory):
    class Meta:
        model = EffectivenessThreshold

    project = factory.SubFactory(ProjectFactory)
    measure = EffectivenessThreshold.Measure.SOCIAL
    group = EffectivenessThreshold.Group.ALL
    percent = Decimal(34)


class AuthorityValueFactory(DjangoModelFactory):
    """What the authority measured at the end of the first half-year of the project."""

    class Meta:
        model = AuthorityValue

    project = factory.SubFactory(ProjectFactory)
    key = "CR06"
    measured_on = factory.LazyAttribute(lambda o: o.project.starts_on + timedelta(days=180))
    women = 2
    men = 1
    total = 3
    source = "pismo instytucji WZ-12/2024"


class DefinitionVersionFactory(DjangoModelFactory):
    """The first version of a line of the catalogue: everybody complete who has entered."""

    class Meta:
        model = DefinitionVersion

    key = factory.Sequence(lambda n: f"PL{n:02}")
    number = 1
    name = "Liczba osób objętych wsparciem"
    fingerprint = "0" * 64

    @factory.lazy_attribute
    def rule(self):
        return rule_of(catalogue.PEOPLE)
