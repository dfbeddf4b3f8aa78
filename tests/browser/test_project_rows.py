"""A project is entered in a real browser: rows are added by a button, and errors lead to their place."""

import pytest
from django.urls import reverse

from projects.models import Project

from ..conftest import make_operator
from ..factories import ProgrammeFactory


@pytest.fixture
def page(visit, db):
    ProgrammeFactory(name="Program Śląski")
    page = visit(make_operator())
    page.goto(reverse("projects:create"))
    return page


def test_a_button_adds_rows_and_they_are_saved(page):
    page.get_by_label("Tytuł").first.fill("Razem w Źródle")
    page.get_by_label("Program", exact=True).select_option(label="Program Śląski")
    page.get_by_label("Początek realizacji").fill("01.01.2024")
    page.get_by_label("Koniec realizacji").fill("31122025")
    page.get_by_role("button", name="Dodaj źródło").click()
    for place, (source, amount) in enumerate(
        [("eu", "1 766 270,41"), ("state", "207 796,52"), ("own", "103 898,26"), ("other", "1")]
    ):
        page.locator(f"#id_funding-{place}-source").select_option(source)
        page.locator(f"#id_funding-{place}-amount").fill(amount)
    page.get_by_role("button", name="Zapisz", exact=True).click()
    page.wait_for_url("**/o-projekcie/")
    assert str(Project.objects.get().total_value) == "2077966.19"


def test_an_added_row_takes_the_focus(page):
    page.get_by_role("button", name="Dodaj partnera").click()
    assert page.evaluate("document.activeElement.name") == "partners-2-name"


def test_a_refused_page_leads_to_what_is_wrong(page):
    page.get_by_label("Początek realizacji").fill("31.02.2024")
    page.get_by_role("button", name="Zapisz", exact=True).click()
    page.get_by_role("alert").get_by_role("link", name="Początek realizacji").click()
    assert page.evaluate("document.activeElement.id || location.hash.slice(1)") == "id_starts_on"
    assert page.locator("#id_starts_on").input_value() == "31.02.2024"
