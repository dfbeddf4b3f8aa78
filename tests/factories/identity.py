"""What happened to a person's record: an exit withdrawn, two records joined, two people told apart."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from participants.models import Merge, NotTheSame, WithdrawnExit
from participants.vocabulary import ExitReason

from .participants import ParticipationFactory, PersonFactory
from .projects import ProjectFactory


class WithdrawnExitFactory(DjangoModelFactory):
    """Somebody who moved away in June and came back."""

    class Meta:
        model = WithdrawnExit

    participation = factory.SubFactory(ParticipationFactory)
    left_on = date(2024, 6, 3)
    exit_reason = ExitReason.MOVED
    exit_note = "wyjazd do córki"


class NotTheSameFactory(DjangoModelFactory):
    """Two people who look alike on paper; the one recorded first has the smaller number."""

    class Meta:
        model = NotTheSame

    first = factory.SubFactory(PersonFactory)
    second = factory.SubFactory(PersonFactory)


class MergeFactory(DjangoModelFactory):
    """The trace of a merge of which no row is told; ``participants.merging.merge`` makes real ones."""

    class Meta:
        model = Merge

    project = factory.SubFactory(ProjectFactory)
    kept = factory.SubFactory(PersonFactory)
    gone = 2_000_000_000
