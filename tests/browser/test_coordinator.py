"""The coordinator's story: from a figure to its people, to what is missing, to the number that moves, to what was submitted and what changed since."""

import json
from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook
from playwright.sync_api import expect

from settlements.models import SubmittedReport

from ..factories import OutcomeFactory, ParticipationFactory, ProjectIndicatorFactory
from ..indicators.paper_text import text_of

LEFT = {"left_on": date(2024, 5, 31), "exit_reason": "completed"}


@pytest.fixture
def crowd(project):
    """Two who left, one of them without a proof; one just over 54 years of age, by a birth date that is wrong."""
    ProjectIndicatorFactory(project=project, definition="CR03", kind="result", name="", total=2)
    ProjectIndicatorFactory(project=project, definition="CO07", name="", total=1)
    own = {"project": project, "entered_on": date(2024, 2, 5)}
    proved = ParticipationFactory(**own, person__last_name="Bąk", **LEFT)
    OutcomeFactory(participation=proved, kind="qualification", is_validated=True, obtained_on=date(2024, 6, 3))
    ParticipationFactory(**own, person__last_name="Ćwiklińska", **LEFT)
    return ParticipationFactory(
        **own, person__last_name="Źrebiec", person__without_pesel=True, person__birth_date=date(1969, 1, 31)
    )


def follow(page, name, **kwargs):
    page.get_by_role("link", name=name, **kwargs).first.click()


def press(page, name, **kwargs):
    page.get_by_role("button", name=name, **kwargs).first.click()


def asks_why(page, project):
    """Dashboard → number → why → why not yet."""
    page.goto(f"{reverse('indicators:dashboard', args=[project.slug])}?on=2024-06-30")
    row = page.get_by_role("row").filter(has_text="które uzyskały kwalifikacje")
    expect(row).to_contain_text("50,00%")
    row.get_by_role("link", name="1", exact=True).last.click()
    expect(page.get_by_role("heading", name="Policzone: 1")).to_be_visible()
    expect(page.locator("#policzone")).to_contain_text("Bąk")
    expect(page.locator("#jeszcze")).to_contain_text("Ćwiklińska")
    expect(page.locator("#jeszcze")).to_contain_text("termin minął 28.06.2024")


def brings_the_proof(page):
    """Fix: from the failing word to the form and back to the same page, where the number has moved."""
    page.locator("#jeszcze").get_by_role("row").filter(has_text="Ćwiklińska").get_by_role(
        "link", name="Dodaj dowód"
    ).click()
    page.locator("[name=kind][value=qualification], [name=kind]").first.evaluate(
        "field => { field.tagName === 'SELECT' ? field.value = 'qualification' : field.checked = true; "
        "field.dispatchEvent(new Event('change', {bubbles: true})) }"
    )
    page.locator("[name=obtained_on]").fill("28.06.2024")
    page.locator("[name=title]").fill("opiekun osoby starszej")
    page.locator("[name=evidence]").fill("certyfikat 7/2024")
    page.locator("[name=is_validated]").check()
    press(page, "Zapisz")
    expect(page.get_by_role("heading", name="Policzone: 2")).to_be_visible()
    expect(page.locator("#policzone")).to_contain_text("28.06.2024 (28. dzień)")


def submits(page, project):
    page.goto(f"{reverse('indicators:dashboard', args=[project.slug])}?on=2024-06-30")
    expect(page.get_by_role("row").filter(has_text="które uzyskały kwalifikacje")).to_contain_text("100,00%")
    page.get_by_role("navigation", name="Projekt").get_by_role("link", name="Sprawozdania").click()
    follow(page, "Dodaj wniosek o płatność")
    page.get_by_label("Numer").fill("WNP-001")
    page.get_by_label("Okres od").fill("01.01.2024")
    page.get_by_label("Okres do").fill("30.06.2024")
    press(page, "Zapisz")
    expect(page.get_by_text("Wniosek WNP-001 jest szkicem.")).to_be_visible()
    follow(page, "Złóż")
    press(page, "Złóż")
    expect(page.get_by_text("Złożono wniosek WNP-001, wersja 1.")).to_be_visible()


def agree(page):
    """PDF, XLSX and JSON of the frozen report say the same to the last digit, and the same bytes each time."""
    report = SubmittedReport.objects.get()
    path = reverse("settlements:report", args=[report.application.project.slug, report.pk])
    files = {ext: page.request.get(f"{path}plik.{ext}").body() for ext in ("pdf", "xlsx", "json")}
    assert files == {ext: page.request.get(f"{path}plik.{ext}").body() for ext in files}
    figures = {row["code"]: row for row in json.loads(files["json"])["indicators"]}
    assert (figures["CR03"]["value"]["total"], figures["CO07"]["value"]["total"]) == (2, 1)
    sheet = load_workbook(BytesIO(files["xlsx"])).worksheets[0]
    words = text_of(files["pdf"])
    for code in ("CR03", "CO07"):
        row = figures[code]
        cells = next(cells for cells in sheet.iter_rows(values_only=True) if row["name"] in cells)
        assert row["value"]["total"] in cells
        assert row["name"] in words


def corrects_the_birth_date(page, project, person):
    page.goto(reverse("participants:edit", args=[project.slug, person.pk]))
    page.locator("[name=birth_date]").fill("31.01.1970")
    press(page, "Zapisz")
    expect(page.get_by_text("Zapisano:")).to_be_visible()


def finds_the_difference(page, project):
    page.get_by_role("navigation", name="Projekt").get_by_role("link", name="Sprawozdania").click()
    follow(page, "WNP-001")
    follow(page, "z dzisiejszymi danymi")
    row = page.get_by_role("row").filter(has_text="powyżej 54 lat")
    expect(row.first).to_contain_text("1")
    moved = page.get_by_role("main")
    for words in ("Źrebiec", "data urodzenia", "31.01.1969", "31.01.1970", "Katarzyna Kowal"):
        expect(moved).to_contain_text(words)
    annex = page.get_by_role("link", name="Aneks korekty PDF").get_attribute("href")
    path = reverse("settlements:compare_pdf", args=[project.slug])
    words = text_of(page.request.get(path + annex[annex.index("?") :]).body())
    assert "Źrebiec" in words
    assert "31.01.1970" in words


def test_the_coordinator_asks_why_mends_submits_and_a_later_correction_names_the_person(
    visit, project, crowd, coordinator
):
    page = visit(coordinator)
    asks_why(page, project)
    brings_the_proof(page)
    submits(page, project)
    agree(page)
    corrects_the_birth_date(page, project, crowd)
    finds_the_difference(page, project)
