"""Deciding ahead in a browser: a tick moves the figures at once, without a script a button does, and the address keeps it all."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from participants.models import Participation

from ..factories import ParticipationFactory, ProjectIndicatorFactory


@pytest.fixture
def project(project):
    """Thirteen people inside, so that there is a second page, and a target of two qualifications."""
    ProjectIndicatorFactory(project=project, definition="CR03", kind="result", name="", total=2)
    for letter in "ABCDEFGHIJKLM":
        ParticipationFactory(project=project, person__last_name=f"{letter}owak", entered_on=date(2024, 2, 5))
    return project


def opened(page, project):
    page.goto(f"{reverse('indicators:what_if', args=[project.slug])}?on=2024-06-28")
    return page.get_by_role("row").filter(has_text="Aowak")


def test_a_tick_moves_the_figures_and_saves_nothing(visit, coordinator, project):
    page = visit(coordinator)
    row = opened(page, project)
    row.get_by_label("kwalifikacje").check()
    expect(row).to_contain_text("Policzy się dopiero po zakończeniu udziału.")
    row.get_by_role("combobox").first.select_option(label="ukończy")
    expect(page.locator("#wynik .on")).to_contain_text("0 → 1 z 2")
    expect(row).to_contain_text("+1 z uzyskanymi kwalifikacjami")
    expect(page.locator("#braki")).to_contain_text("Brakuje 1 osoby.")
    page.get_by_role("button", name="następna").click()
    expect(page.locator("#zaznaczone")).to_contain_text("Aowak")
    expect(page.locator("#wynik .on")).to_contain_text("0 → 1 z 2")
    assert "Aowak" not in page.url
    assert not Participation.objects.filter(left_on__isnull=False).exists()


def test_without_a_script_a_button_does_it_and_a_search_keeps_it(visit, coordinator, project):
    page = visit(coordinator, javascript=False)
    row = opened(page, project)
    row.get_by_role("combobox").first.select_option(label="ukończy")
    row.get_by_label("kwalifikacje").check()
    page.get_by_role("button", name="Policz").click()
    expect(page.locator("#wynik .on")).to_contain_text("0 → 1 z 2")
    page.get_by_label("Szukaj osoby", exact=True).fill("mowak")
    page.get_by_role("button", name="Szukaj").click()
    expect(page.get_by_role("row").filter(has_text="Mowak")).to_be_visible()
    expect(page.locator("#wynik .on")).to_contain_text("0 → 1 z 2")
    assert "owak" not in page.url
