"""Forms of support, who is enrolled, who came, and events."""

from datetime import time, timedelta
from decimal import Decimal

import factory
from factory.django import DjangoModelFactory

from activities.models import (
    Attendance,
    Enrolment,
    FormOfSupport,
    Group,
    HeadcountEvent,
    Series,
    Session,
)
from activities.vocabulary import (
    AttendanceStatus,
    EventKind,
    ServiceCharacter,
    SupportKind,
)

from .base import OfParticipation
from .participants import ParticipationFactory
from .projects import ProjectFactory


class FormOfSupportFactory(DjangoModelFactory):
    class Meta:
        model = FormOfSupport

    project = factory.SubFactory(ProjectFactory)
    name = factory.Sequence(lambda n: f"kurs komputerowy {n}")
    kind = SupportKind.TRAINING
    character = ServiceCharacter.VOCATIONAL
    hours_planned = Decimal(40)


class GroupFactory(DjangoModelFactory):
    class Meta:
        model = Group

    form_of_support = factory.SubFactory(FormOfSupportFactory)
    name = factory.Sequence(lambda n: f"grupa {n}")


class EnrolmentFactory(OfParticipation):
    """A person in a group of the same project; started on the day of entry, not finished."""

    class Meta:
        model = Enrolment

    class Params:
        finished = factory.Trait(
            is_finished=True, ended_on=factory.LazyAttribute(lambda o: o.started_on + timedelta(days=30))
        )

    group = factory.SubFactory(GroupFactory)
    participation = factory.SubFactory(
        ParticipationFactory, project=factory.SelfAttribute("..group.form_of_support.project")
    )
    started_on = factory.LazyAttribute(lambda o: o.participation.entered_on)

    @classmethod
    def _generate(cls, strategy, params):
        if "participation" in params and not any(name.startswith("group") for name in params):
            params = {**params, "group__form_of_support__project": params["participation"].project}
        return super()._generate(strategy, params)


class SeriesFactory(DjangoModelFactory):
    """Tuesdays and Thursdays from nine to twelve; its sessions are made by themselves."""

    class Meta:
        model = Series

    group = factory.SubFactory(GroupFactory)
    weekdays = factory.LazyFunction(lambda: [1, 3])
    starts_at = time(9)
    ends_at = time(12)


class SessionFactory(DjangoModelFactory):
    """A meeting of four hours in the third month of the project."""

    class Meta:
        model = Session

    group = factory.SubFactory(GroupFactory)
    held_on = factory.LazyAttribute(lambda o: o.group.form_of_support.project.starts_on + timedelta(days=60))
    starts_at = time(9)
    ends_at = time(13)
    hours = Decimal(4)
    place = "sala 2"
    leader = "Ewa Trenerska"


class AttendanceFactory(DjangoModelFactory):
    """An enrolled person who came to a session of her group."""

    class Meta:
        model = Attendance

    session = factory.SubFactory(SessionFactory)
    enrolment = factory.SubFactory(EnrolmentFactory, group=factory.SelfAttribute("..session.group"))
    status = AttendanceStatus.PRESENT

    @classmethod
    def _generate(cls, strategy, params):
        if "enrolment" in params and "session" not in params:
            params = {"session__group": params["enrolment"].group, **params}
        return super()._generate(strategy, params)


class HeadcountEventFactory(DjangoModelFactory):
    class Meta:
        model = HeadcountEvent

    project = factory.SubFactory(ProjectFactory)
    name = factory.Sequence(lambda n: f"festyn rodzinny {n}")
    kind = EventKind.FESTIVAL
    held_on = factory.LazyAttribute(lambda o: o.project.starts_on + timedelta(days=90))
    place = "rynek"
    visitors = 120
