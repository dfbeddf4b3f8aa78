"""The same form of support in two projects in the same days: asked about where the user may see both, nowhere else."""

from datetime import date

import pytest
from django.urls import reverse

from activities.double_support import doubled_by_enrolling, doubled_for
from activities.models import Enrolment

from ..factories import (
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    ParticipationFactory,
    ProjectFactory,
    TeamMemberFactory,
)

pytestmark = pytest.mark.django_db
HERE = {"started_on": date(2024, 3, 1), "ended_on": date(2024, 4, 30)}


@pytest.fixture
def here(project):
    """Somebody on a course of this project in March and April."""
    form = FormOfSupportFactory(project=project, name="kurs u nas", kind="counselling", detail="career")
    participation = ParticipationFactory(project=project, entered_on=date(2024, 2, 5))
    return EnrolmentFactory(group__form_of_support=form, participation=participation, **HERE)


def there(here, user=None, kind="counselling", detail="career", **dates):
    """The same person on another project's course."""
    project = ProjectFactory(title="Nowy start")
    if user:
        TeamMemberFactory(project=project, user=user, role="controller")
    form = FormOfSupportFactory(project=project, name="kurs u nich", kind=kind, detail=detail)
    participation = ParticipationFactory(project=project, person=here.participation.person, entered_on=date(2024, 2, 5))
    return EnrolmentFactory(group__form_of_support=form, participation=participation, **dates)


# what is given there, whether it is the same in the same days
CASES = [
    ({"started_on": date(2024, 4, 30)}, True),
    ({"started_on": date(2024, 2, 5), "ended_on": date(2024, 3, 1)}, True),
    ({"started_on": date(2024, 2, 5), "ended_on": date(2024, 2, 29)}, False),
    ({"started_on": date(2024, 5, 1)}, False),
    ({"started_on": date(2024, 3, 1), "detail": "legal"}, False),
    ({"started_on": date(2024, 3, 1), "kind": "training", "detail": ""}, False),
    ({"started_on": None}, True),
]


@pytest.mark.parametrize(("support", "is_doubled"), CASES, ids=str)
def test_what_is_asked_about(here, coordinator, support, is_doubled):
    other = there(here, coordinator, **support)
    found = [(double.here, double.there) for double in doubled_for(here.participation, coordinator)]
    assert found == ([(here, other)] if is_doubled else [])


def test_of_a_project_that_one_may_not_see_nothing_is_said(here, coordinator, operator):
    there(here, started_on=date(2024, 3, 1))
    assert doubled_for(here.participation, coordinator) == []
    assert doubled_for(here.participation, operator)


def test_the_page_of_the_person_asks(client_of, coordinator, here):
    there(here, coordinator, started_on=date(2024, 3, 1))
    page = client_of(coordinator).get(here.participation.get_absolute_url()).text
    assert "czy to nie podwójne finansowanie?" in page
    assert "kurs u nich" in page


def test_the_page_of_a_person_whose_other_support_is_hidden_does_not(client_of, coordinator, here):
    there(here, started_on=date(2024, 3, 1))
    page = client_of(coordinator).get(here.participation.get_absolute_url()).text
    assert "podwójne finansowanie" not in page
    assert "Nowy start" not in page


def test_enrolling_asks_before_and_after(client_of, coordinator, project, here):
    there(here, coordinator, started_on=date(2024, 3, 1))
    group = GroupFactory(form_of_support=here.group.form_of_support)
    path = reverse("activities:enrol", args=[project.slug, group.pk])
    client = client_of(coordinator)
    assert "to samo w projekcie Nowy start" in client.get(path).text
    response = client.post(path, {"people": [here.participation_id]}, follow=True)
    assert "czy to nie podwójne finansowanie?" in response.text
    assert f"{here.participation.person} (Nowy start)" in response.text
    assert Enrolment.objects.filter(group=group).exists()


def test_nobody_is_asked_about_where_the_other_support_is_another(coordinator, here):
    there(here, coordinator, kind="training", detail="", started_on=date(2024, 3, 1))
    assert doubled_by_enrolling(here.group, [here.participation], coordinator) == {}
