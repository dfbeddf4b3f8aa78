"""A form of individual support offers the people of the group by name, so opening it stands in the log of access."""

import pytest

from accounts.models import AccessLog

from .house import make_group, to

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["session_add", "series_add"])
@pytest.mark.parametrize(("mode", "lines"), [("individual", 1), ("group", 0)])
def test_a_list_of_people_to_choose_from_is_logged(client_of, social_worker, project, name, mode, lines):
    group = make_group(project, people=2, mode=mode)
    page = client_of(social_worker).get(to(name, project, group.pk)).text
    assert ("Osoba-001" in page) == bool(lines)
    assert AccessLog.objects.count() == lines


def test_an_allowance_of_a_person_of_an_endless_number_asks_for_the_person(client_of, coordinator, project):
    response = client_of(coordinator).get(to("allowance_add", project), {"osoba": "9" * 5000})
    assert response.status_code == 200
