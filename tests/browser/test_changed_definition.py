"""A changed own indicator in a browser: whose counting it changes, back to the form, then the new version with its proof."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from indicators.models import DefinitionVersion

from ..factories import ParticipationFactory, ProjectIndicatorFactory
from .test_pages import assert_sound
from .visits import NARROW


@pytest.fixture
def own(project):
    """An own indicator that counts everybody: a woman and a man."""
    for sex, name in (("K", "Zielińska"), ("M", "Nowakowski")):
        ParticipationFactory(project=project, person__sex=sex, person__last_name=name)
    return ProjectIndicatorFactory(project=project, name="liczba osób", words=["complete", "entered"])


@pytest.mark.parametrize("javascript", [True, False])
def test_a_change_is_seen_then_saved_and_proved(javascript, visit, project, coordinator, own):
    page = visit(coordinator, javascript=javascript)
    page.goto(reverse("indicators:target_edit", args=[project.slug, own.pk]))
    if javascript:
        page.get_by_text("Płeć", exact=True).click()
        page.get_by_label("jest kobietą").check()
    else:
        page.get_by_label("Szukaj zdania").fill("kobietą")
        page.get_by_role("button", name="Szukaj").click()
        page.get_by_label("jest kobietą").check()
    page.get_by_role("button", name="Zapisz wskaźnik").click()
    expect(page.get_by_text("Po tej zmianie wskaźnik będzie wynosił 1 zamiast 2.")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="Nowakowski")).to_contain_text("jest kobietą", use_inner_text=True)
    page.get_by_role("button", name="Wróć do poprawiania").click()
    expect(page.get_by_label("jest kobietą")).to_be_checked()
    page.get_by_role("button", name="Zapisz wskaźnik").click()
    page.get_by_role("button", name="Zapisz nową wersję").click()
    expect(page.get_by_text("Zapisano wskaźnik: liczba osób.")).to_be_visible()
    page.goto(reverse("indicators:definition", args=[project.slug, f"own-{own.pk}"]))
    expect(page.get_by_role("heading", name="Kogo zmieniła wersja 2")).to_be_visible()
    expect(page.get_by_text("Przechodzi 4 z 4 przykładów")).to_be_visible()
    assert DefinitionVersion.objects.filter(key=f"own-{own.pk}").count() == 2


def test_what_a_change_moves_is_accessible_and_fits_a_phone(visit, project, coordinator, own):
    page = visit(coordinator)
    page.goto(reverse("indicators:target_edit", args=[project.slug, own.pk]))
    page.get_by_text("Płeć", exact=True).click()
    page.get_by_label("jest mężczyzną").check()
    page.get_by_role("button", name="Zapisz wskaźnik").click()
    expect(page.get_by_role("heading", name="Kogo to zmieni")).to_be_visible()
    assert_sound(page)
    page.set_viewport_size({"width": NARROW, "height": 844})
    page.get_by_role("button", name="Zapisz nową wersję").click()
    page.goto(reverse("indicators:definition", args=[project.slug, f"own-{own.pk}"]))
    assert_sound(page)
