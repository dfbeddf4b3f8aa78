"""Support of institutions: written down on its own page, shown on the institution's."""

from datetime import date

import pytest

from activities.models import InstitutionSupport
from participants.models import Institution
from projects.models import ProgrammingPeriod

from ..factories import InstitutionFactory, InstitutionSupportFactory, ProjectFactory, TeamMemberFactory
from .house import text_of, to

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client_of, social_worker):
    return client_of(social_worker)


@pytest.fixture
def institution(project):
    return InstitutionFactory(project=project)


TYPED = {"kind": "counselling", "detail": "legal", "started_on": "05.02.2024", "ended_on": ""}


def test_support_is_added_changed_and_deleted(page, project, institution):
    response = page.post(to("institution_support_add", project, institution.pk), TYPED)
    support = InstitutionSupport.objects.get()
    assert response.url == support.get_absolute_url()
    page.post(to("institution_support", project, support.pk), TYPED | {"ended_on": "30.06.2024"})
    support.refresh_from_db()
    assert (support.started_on, support.ended_on) == (date(2024, 2, 5), date(2024, 6, 30))
    page.post(to("institution_support_delete", project, support.pk))
    assert not InstitutionSupport.objects.exists()


WRONG = [
    ({"detail": "health"}, "„W tym” nie pasuje do rodzaju wsparcia."),
    ({"started_on": "05.02.2023"}, "Ten dzień jest poza okresem realizacji projektu"),
    ({"ended_on": "01.02.2024"}, "Zakończenie wsparcia jest wcześniejsze niż rozpoczęcie."),
    ({"kind": ""}, "To pole jest wymagane."),
]


@pytest.mark.parametrize(("others", "sentence"), WRONG, ids=str)
def test_a_wrong_fact_is_told(page, project, institution, others, sentence):
    response = page.post(to("institution_support_add", project, institution.pk), TYPED | others)
    assert sentence in text_of(response)
    assert not InstitutionSupport.objects.exists()


def test_the_same_support_twice_is_told(page, project, institution):
    InstitutionSupportFactory(institution=institution, detail="legal", started_on=date(2024, 2, 5))
    response = page.post(to("institution_support_add", project, institution.pk), TYPED)
    assert "To wsparcie instytucji od tego dnia już jest zapisane." in text_of(response)


def test_the_page_of_an_institution_shows_its_support(page, institution):
    support = InstitutionSupportFactory(institution=institution, detail="legal")
    response = page.get(support.get_absolute_url())
    assert "doradztwo/konsultacje" in text_of(response)
    assert to("institution_support", institution.project, support.pk) in response.text
    assert to("institution_support_add", institution.project, institution.pk) in response.text


def test_projects_of_another_period_have_no_institutions(page, client_of, social_worker):
    project = ProjectFactory(period=ProgrammingPeriod.ESF_PLUS_2021)
    TeamMemberFactory(project=project, user=social_worker, role="social_worker")
    institution = Institution.objects.create(project=project, name="Szkoła")
    assert page.get(to("institution_support_add", project, institution.pk)).status_code == 404
