"""The dashboard, dlaczego and the portfolio: what they say, to whom, and at what cost."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.models import AccessLog
from indicators.models import Counts
from participants.vocabulary import OutcomeKind

from ..factories import (
    EffectivenessThresholdFactory,
    FundingLineFactory,
    HeadcountEventFactory,
    OutcomeFactory,
    ParticipationFactory,
    PremiseFactory,
    ProjectFactory,
    ProjectIndicatorFactory,
    RegisterEntryFactory,
    TeamMemberFactory,
)

pytestmark = pytest.mark.django_db
ON = "2024-12-31"


@pytest.fixture
def targets(project):
    """What the project answers for: people at risk, qualifications, communities, visitors."""
    ProjectIndicatorFactory(project=project, definition="at_risk", total=4, women=3, men=1)
    ProjectIndicatorFactory(project=project, definition="qualified_or_competent", kind="result", total=2)
    ProjectIndicatorFactory(project=project, definition="communities", total=2)
    ProjectIndicatorFactory(project=project, words=[], counts=Counts.VISITORS, event_kind="festival", total=None)
    for measure in ("social", "employment"):
        EffectivenessThresholdFactory(project=project, measure=measure)
    RegisterEntryFactory(project=project)
    HeadcountEventFactory(project=project, kind="festival", visitors=120, held_on=date(2024, 5, 1))
    FundingLineFactory(project=project)


def people(project, number):
    for place in range(number):
        left = {"left_on": date(2024, 12, 10), "exit_reason": "completed"} if place % 2 else {}
        participation = ParticipationFactory(project=project, entered_on=date(2024, 2, 5), **left)
        PremiseFactory(participation=participation)
        if place % 4 == 3:
            OutcomeFactory(participation=participation, kind=OutcomeKind.COMPETENCE)


def dashboard(client, project):
    return client.get(reverse("indicators:dashboard", args=[project.slug]), {"on": ON})


def why(client, project, key, **query):
    return client.get(reverse("indicators:why", args=[project.slug, key]), {"on": ON} | query)


@pytest.mark.parametrize("number", [4, 40])
def test_a_dashboard_costs_at_most_15_statements(
    project, targets, coordinator, client_of, number, django_assert_max_num_queries
):
    people(project, number)
    client = client_of(coordinator)
    with django_assert_max_num_queries(15):
        response = dashboard(client, project)
    assert response.status_code == 200


@pytest.mark.parametrize("number", [4, 60])
def test_dlaczego_costs_at_most_12_statements(
    project, targets, coordinator, client_of, number, django_assert_max_num_queries
):
    people(project, number)
    client = client_of(coordinator)
    with django_assert_max_num_queries(12):
        response = why(client, project, "qualified_or_competent")
    assert response.status_code == 200


@pytest.mark.parametrize("number", [2, 19])
def test_the_portfolio_costs_at_most_12_statements(coordinator, client_of, number, django_assert_max_num_queries):
    for _ in range(number):
        project = ProjectFactory()
        TeamMemberFactory(project=project, user=coordinator, role="coordinator")
        ProjectIndicatorFactory(project=project, definition="people")
        ParticipationFactory(project=project)
    client = client_of(coordinator)
    with django_assert_max_num_queries(12):
        response = client.get(reverse("indicators:portfolio"))
    assert len(response.context["reports"]) == number + 1


def test_the_dashboard_says_what_is_missing_and_who_can_still_make_it(project, targets, coordinator, client_of):
    people(project, 4)
    page = dashboard(client_of(coordinator), project).content.decode()
    assert "Zagrożony." not in page
    later = client_of(coordinator).get(reverse("indicators:dashboard", args=[project.slug]), {"on": "2026-12-31"})
    assert "Zagrożony." in later.content.decode()


def test_every_figure_opens_its_people(project, targets, coordinator, client_of):
    people(project, 8)
    response = why(client_of(coordinator), project, "qualified_or_competent")
    assert [participation.pk for participation in response.context["counted"]] == list(
        project.participations.filter(outcomes__isnull=False).in_polish_order().values_list("pk", flat=True)
    )
    assert response.context["recorded"] == 8
    assert sum(number for _group, _words, number in response.context["sizes"]) == 8


def test_the_figure_of_women_opens_women_only(project, targets, coordinator, client_of):
    ParticipationFactory(project=project, person__sex="K", entered_on=date(2024, 2, 5))
    ParticipationFactory(project=project, person__sex="M", entered_on=date(2024, 2, 5))
    response = why(client_of(coordinator), project, "people", sex="K")
    assert {participation.sex for participation in response.context["counted"]} == {"K"}


def test_opening_the_people_of_a_figure_is_logged_without_names(project, coordinator, client_of):
    ParticipationFactory(project=project, entered_on=date(2024, 2, 5))
    why(client_of(coordinator), project, "people")
    entry = AccessLog.objects.get(user=coordinator)
    assert (entry.project_slug, entry.subject) == (project.slug, "dlaczego: people")


def test_things_open_by_name_and_those_without_proof_wait(project, targets, coordinator, client_of):
    RegisterEntryFactory(project=project, name="Osiedle Stare", evidence="")
    response = why(client_of(coordinator), project, "communities")
    assert [len(response.context[key]) for key in ("things", "waiting")] == [1, 1]


@pytest.mark.parametrize("key", ["CO99", "own-99999", "own-x"])
def test_an_unknown_indicator_is_not_found(project, coordinator, client_of, key):
    assert why(client_of(coordinator), project, key).status_code == 404


def test_the_own_indicator_of_another_project_is_not_found(project, coordinator, client_of):
    foreign = ProjectIndicatorFactory()
    assert why(client_of(coordinator), project, f"own-{foreign.pk}").status_code == 404


def test_a_wrong_day_is_said_and_the_page_stands_on_its_own_day(project, coordinator, client_of):
    response = client_of(coordinator).get(reverse("indicators:dashboard", args=[project.slug]), {"on": "31.02.2024"})
    assert response.status_code == 200
    assert "To nie jest data" in response.content.decode()
    assert response.context["report"].on == project.default_day()


def test_an_empty_project_has_a_dashboard(project, coordinator, client_of):
    response = dashboard(client_of(coordinator), project)
    assert "nie ma jeszcze nikogo" in response.content.decode()


def test_who_only_reads_is_offered_no_way_to_change_a_person(project, targets, coordinator, controller, client_of):
    people(project, 4)
    asked = [why(client_of(user), project, "qualified_or_competent") for user in (coordinator, controller)]
    assert ["Dodaj dowód" in page.content.decode() for page in asked] == [True, False]


def test_the_day_of_the_address_is_shown_as_it_is_written_in_poland(project, coordinator, client_of):
    response = client_of(coordinator).get(reverse("indicators:dashboard", args=[project.slug]), {"on": "2024-06-30"})
    assert 'value="30.06.2024"' in response.content.decode()


@pytest.mark.parametrize(("day", "is_current"), [("2024-06-30", False), ("", True)])
def test_from_the_beginning_is_the_current_period_on_its_own_day_alone(
    project, coordinator, client_of, day, is_current
):
    response = client_of(coordinator).get(
        reverse("indicators:reports", args=[project.slug]), {"on": day} if day else {}
    )
    first = response.content.decode().partition('<dl class="quarters">')[2].partition("</dd>")[0]
    assert ('aria-current="true"' in first) is is_current
