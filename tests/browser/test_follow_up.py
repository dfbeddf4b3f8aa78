"""From leaving to the end of the follow-up: what applies is asked, proofs are uploaded, calls are noted, the matter is closed."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from PIL import Image
from playwright.sync_api import expect

from ..factories import ParticipationFactory
from ..participants.paper import address, again

TODAY = timezone.localdate()


def written(day):
    return f"{day:%d.%m.%Y}"


def a_scan():
    picture = BytesIO()
    Image.new("RGB", (60, 40), "white").save(picture, "PNG")
    return {"name": "certyfikat.png", "mimeType": "image/png", "buffer": picture.getvalue()}


@pytest.fixture
def running(project):
    project.starts_on, project.ends_on = TODAY - timedelta(days=200), TODAY + timedelta(days=100)
    project.save()
    return project


def test_leaving_opens_the_windows_and_an_uploaded_certificate_closes_them(visit, running, social_worker):
    person = ParticipationFactory(project=running, person__last_name="Łukasik", person__first_name="Żaneta")
    page = visit(social_worker)
    page.goto(person.get_absolute_url())
    page.get_by_role("link", name="Zakończ udział").click()
    panel = page.get_by_role("complementary")
    page.get_by_label("Data zakończenia udziału").fill(written(TODAY - timedelta(days=1)))
    page.get_by_label("przerwany z powodu podjęcia pracy").check()
    expect(panel).to_contain_text(f"do {written(TODAY + timedelta(days=27))} włącznie")
    expect(panel).to_contain_text("Wynika: nie.")
    page.get_by_label("zgodnie z zaplanowaną ścieżką", exact=True).check()
    expect(panel).to_contain_text("Wynika: tak.")
    expect(page.get_by_label("Wyjaśnienie")).to_be_hidden()
    page.get_by_role("button", name="Zapisz i dodaj rezultat").click()

    expect(page.get_by_label("Numer certyfikatu")).to_be_hidden()
    page.get_by_label("Rezultat").select_option(label="kwalifikacje")
    page.get_by_label("Data", exact=True).fill(written(TODAY))
    expect(page.get_by_role("complementary")).to_contain_text("W terminie.")
    page.get_by_label("Numer certyfikatu").fill("OP/114/2026")
    page.get_by_label("Potwierdzone egzaminem i walidacją").check()
    page.get_by_label("Plik dowodu").set_input_files(a_scan())
    page.get_by_role("button", name="Zapisz rezultat").click()
    expect(page.get_by_text("W terminie: dowody liczą się do")).to_be_visible()
    expect(page.get_by_role("complementary")).to_contain_text("Dowód jest.")
    assert again(person).qualified_on == TODAY
    assert person.documents.get().kind == "certificate"


def test_somebody_on_the_radar_is_called_handed_over_and_her_matter_closed(visit, running, social_worker, coordinator):
    person = ParticipationFactory(
        project=running, person__last_name="Łukasik", left_on=TODAY - timedelta(days=30), exit_reason="dropped_out"
    )
    page = visit(social_worker)
    page.goto(address("deadlines", running))
    row = page.get_by_role("listitem").filter(has_text="Łukasik")
    expect(row).to_contain_text("dni po")
    row.get_by_role("link", name="Zanotuj kontakt").click()
    row.get_by_label("Wynik").select_option(label="brak odpowiedzi")
    row.get_by_label("Następna próba").fill(written(TODAY))
    row.get_by_role("button", name="Zanotuj kontakt").click()
    expect(row).to_contain_text(f"umówiona próba {written(TODAY)}")

    row.get_by_role("checkbox").check()
    page.get_by_label("Przekaż koleżance lub koledze").select_option(label=str(coordinator))
    page.get_by_role("button", name="Przekaż zaznaczone").click()
    expect(row).to_contain_text(f"opiekun: {coordinator}")

    row.get_by_role("checkbox").check()
    page.get_by_label("Zamknij sprawę: powód").fill("wyjazd za granicę")
    page.get_by_role("button", name="Zamknij zaznaczone").click()
    expect(page.get_by_text("Nikt nie czeka na dowód")).to_be_visible()
    page.goto(person.get_absolute_url())
    expect(page.get_by_role("heading", name="Monitorowanie zakończone")).to_be_visible()
    expect(page.get_by_text("wyjazd za granicę").first).to_be_visible()


def test_all_of_it_works_without_javascript(visit, running, social_worker):
    person = ParticipationFactory(
        project=running, person__last_name="Łukasik", left_on=TODAY - timedelta(days=3), exit_reason="completed"
    )
    page = visit(social_worker, javascript=False, width=390)
    page.goto(address("deadlines", running))
    page.get_by_role("listitem").filter(has_text="Łukasik").get_by_role("link", name="Zanotuj kontakt").click()
    page.get_by_label("Wynik").select_option(label="dostarczy dokument")
    page.get_by_role("button", name="Zanotuj kontakt").click()
    expect(page).to_have_url(re.compile(r"/terminy/"))
    expect(page.get_by_role("listitem").filter(has_text="Łukasik")).to_contain_text("dostarczy dokument")
    page.get_by_role("link", name="Napisz").click()
    page.get_by_role("button", name="Wysłano, zapisz w kontaktach").first.click()
    assert set(person.calls.values_list("result", flat=True)) == {"promised", "sent"}
