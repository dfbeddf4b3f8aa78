"""From a figure to the gap, the gap mended, and back to the figure, which has moved."""

from datetime import date
from urllib.parse import quote

import pytest
from django.urls import reverse

from participants.vocabulary import OutcomeKind

from ..factories import ParticipationFactory, PremiseFactory

pytestmark = pytest.mark.django_db
LEFT = {"left_on": date(2024, 6, 28), "exit_reason": "completed"}


@pytest.fixture
def gone(project):
    participation = ParticipationFactory(project=project, entered_on=date(2024, 2, 5), **LEFT)
    PremiseFactory(participation=participation)
    return participation


def proof(client, gone, next_page):
    address = reverse("participants:outcome_add", args=[gone.project.slug, gone.pk])
    typed = {
        "kind": OutcomeKind.COMPETENCE,
        "obtained_on": "28.06.2024",
        "title": "kurs",
        "evidence": "zaświadczenie 7",
    }
    return client.post(f"{address}?next={quote(next_page)}", typed)


def test_a_proof_added_from_a_figure_leads_back_and_the_figure_has_moved(gone, coordinator, client_of):
    client = client_of(coordinator)
    why = reverse("indicators:why", args=[gone.project.slug, "qualified_or_competent"]) + "?on=2024-12-31"
    assert client.get(why).context["row"].value.total == 0
    response = proof(client, gone, why)
    assert response.url == why
    assert client.get(why).context["row"].value.total == 1


@pytest.mark.parametrize(
    "elsewhere", ["https://example.com/", "//example.com/", "javascript:alert(1)", "/\\example.com"]
)
def test_no_address_of_another_site_is_followed(gone, coordinator, client_of, elsewhere):
    assert proof(client_of(coordinator), gone, elsewhere).url == gone.get_absolute_url()
