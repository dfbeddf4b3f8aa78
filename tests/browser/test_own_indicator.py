"""An own indicator put together in a browser: the sentence and the number follow every tick; without JavaScript a button asks."""

from datetime import date

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from ..factories import ParticipationFactory
from .visits import NARROW

SENTENCE = "Liczy się osoba, która: jest kobietą i mieszka na obszarze wiejskim (DEGURBA 3)."


@pytest.fixture
def people(project):
    """Three women and a man from the country, a woman from the town."""
    country = {"project": project, "entered_on": date(2024, 2, 5), "degurba": "3"}
    ParticipationFactory.create_batch(3, **country)
    ParticipationFactory(**country, person__sex="M")
    ParticipationFactory(project=project, entered_on=date(2024, 2, 5), degurba="1")


def form_of(project):
    return reverse("indicators:target_own", args=[project.slug])


def test_the_sentence_and_the_number_follow_every_tick(visit, project, people, coordinator):
    page = visit(coordinator)
    page.goto(form_of(project))
    reading = page.locator("#reading")
    page.get_by_label("Szukaj zdania").type("obszarze wiejskim")
    page.get_by_label("mieszka na obszarze wiejskim").check()
    expect(reading).to_contain_text("liczą się 4 osoby: 3 kobiety, 1 mężczyzna.", use_inner_text=True)
    page.get_by_text("Płeć", exact=True).click()
    page.get_by_label("jest kobietą").check()
    expect(reading).to_contain_text(SENTENCE, use_inner_text=True)
    expect(reading).to_contain_text("liczą się 3 osoby: 3 kobiety.", use_inner_text=True)
    page.get_by_label("jest mężczyzną").check()
    expect(reading).to_contain_text("Zdania „jest kobietą” i „jest mężczyzną” wykluczają się", use_inner_text=True)
    page.get_by_label("jest mężczyzną").uncheck()
    page.get_by_label("Nazwa").fill("Kobiety ze wsi")
    page.get_by_label("Albo procent uczestników").fill("60")
    page.get_by_role("button", name="Zapisz wskaźnik").click()
    expect(page.get_by_text("Dodano wskaźnik: Kobiety ze wsi.")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="Kobiety ze wsi")).to_contain_text("na ten dzień 3 z 5")


def test_without_javascript_a_button_reads_the_indicator_back(visit, project, people, coordinator):
    page = visit(coordinator, javascript=False, width=NARROW)
    page.goto(form_of(project))
    page.get_by_label("Szukaj zdania").fill("degurba 3")
    page.get_by_role("button", name="Szukaj").click()
    page.get_by_label("mieszka na obszarze wiejskim").check()
    page.get_by_role("button", name="Pokaż, kogo liczy").click()
    expect(page.locator("#reading")).to_contain_text("liczą się 4 osoby: 3 kobiety, 1 mężczyzna.", use_inner_text=True)
    expect(page.get_by_label("mieszka na obszarze wiejskim")).to_be_checked()


def test_an_annex_is_written_down_for_several_targets(visit, project, coordinator):
    for definition in ("people", "CO16"):
        project.indicators.create(definition=definition, total=50)
    page = visit(coordinator, width=NARROW)
    page.goto(reverse("indicators:annex", args=[project.slug]))
    page.get_by_label("Aneks", exact=True).fill("aneks nr 1")
    page.get_by_label("Obowiązuje od").fill("01.03.2024")
    page.get_by_label("Ogółem: Liczba osób z niepełnosprawnościami").fill("7")
    page.get_by_role("button", name="Zapisz aneks").click()
    expect(page.get_by_text("Zapisano aneks nr 1: 1 cel.")).to_be_visible()
    expect(page.get_by_text("Cel od 01.03.2024, aneks nr 1; przedtem 50")).to_be_visible()
