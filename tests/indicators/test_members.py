"""Who is behind a figure: as many as it says, in one statement."""

from datetime import timedelta

import pytest

from indicators import catalogue
from indicators.members import members, members_by_sex, members_in_period
from indicators.queries import compute
from tests.factories import OutcomeFactory, ParticipationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(project):
    """A woman and a man inside, a woman who left with a qualification, a draft."""
    left = ParticipationFactory(project=project, left=True)
    OutcomeFactory(participation=left)
    man = {"person__sex": "M", "person__first_name": "Jan"}
    return {
        "left": left,
        "woman": ParticipationFactory(project=project),
        "man": ParticipationFactory(project=project, **man),
        "draft": ParticipationFactory(project=project, draft=True),
        "elsewhere": ParticipationFactory(),
    }


def definitions_of(project):
    return [catalogue.PEOPLE, *catalogue.common(project.programme.indicator_list)]


def test_there_are_as_many_members_as_the_figure_says_for_every_indicator(project, people):
    on, definitions = project.ends_on, definitions_of(project)
    found = members(project, definitions, on)
    counted = compute([project], definitions, on)[project.pk]
    assert {key: len(pks) for key, pks in found.items()} == {
        d.key: counted[d.key].value.total for d in definitions if d.counts_people
    }
    assert found["people"] == sorted(people[who].pk for who in ("left", "woman", "man"))


def test_women_and_men_are_told_apart(project, people):
    found = members_by_sex(project, {"people": catalogue.PEOPLE.rule}, project.ends_on)["people"]
    assert found["K"] == sorted([people["left"].pk, people["woman"].pk])
    assert found["M"] == [people["man"].pk]


def test_members_of_a_period_are_those_who_came_in_it(project, people):
    late = ParticipationFactory(project=project, entered_on=people["man"].entered_on + timedelta(days=10))
    since = people["man"].entered_on + timedelta(days=1)
    found = members_in_period(project, [catalogue.PEOPLE], since, project.ends_on)
    assert found == {"people": [late.pk]}


def test_nobody_recorded_is_nobody_counted(project):
    assert members(project, [catalogue.PEOPLE], project.ends_on) == {"people": []}


def test_one_statement_whatever_the_number_of_indicators(project, people, django_assert_num_queries):
    with django_assert_num_queries(1):
        members(project, definitions_of(project), project.ends_on)
