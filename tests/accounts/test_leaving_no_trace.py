"""What stays in the browser of a shared computer."""

import pytest
from django.urls import reverse

from ..factories import ParticipationFactory

pytestmark = pytest.mark.django_db


def test_signing_out_asks_the_browser_to_forget_the_pages(client_of, coordinator):
    response = client_of(coordinator).post(reverse("accounts:logout"))
    assert response["Clear-Site-Data"] == '"cache"'


def test_a_message_that_names_a_person_is_in_no_cookie(client_of, coordinator, project):
    client = client_of(coordinator)
    participation = ParticipationFactory(project=project, left=True)
    client.post(reverse("participants:reopen", args=[project.slug, participation.pk]))
    assert set(client.cookies) <= {"sessionid", "csrftoken"}
