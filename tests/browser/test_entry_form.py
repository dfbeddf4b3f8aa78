"""What the entry form does while one types: the PESEL speaks, the panel counts, fields appear with the answers that call for them."""

import re

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from ..factories import ParticipationFactory, PersonFactory, TeamMemberFactory
from ..participants.paper import PESEL

WRONG_DIGIT = PESEL[:10] + str((int(PESEL[10]) + 1) % 10)


@pytest.fixture
def opened(visit, project, social_worker):
    """Opens a page of the room; it is left before the test ends, so that no question of its scripts comes too late."""
    pages = []
    visit.expect("htmx:sendAbort")
    visit.expect("htmx:afterRequest")

    def open_page(name, *args, javascript=True):
        page = visit(social_worker, javascript=javascript)
        page.goto(reverse(f"participants:{name}", args=[project.slug, *args]))
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.goto("about:blank")


@pytest.fixture
def form(opened):
    """The page of a new person."""
    return opened("add")


def test_the_pesel_speaks_while_it_is_typed(form):
    form.get_by_label("PESEL", exact=True).press_sequentially(PESEL[:10])
    says = form.locator("#pesel-says")
    expect(says).to_be_hidden()
    form.get_by_label("PESEL", exact=True).press_sequentially(PESEL[10])
    expect(says).to_contain_text("kobieta")
    expect(says).to_contain_text("urodzona 14.03.1987")
    expect(says).not_to_contain_text("w dniu przystąpienia")
    form.get_by_label("Data rozpoczęcia udziału").fill("14.02.2024")
    form.get_by_label("Data rozpoczęcia udziału").blur()
    expect(says).to_contain_text(re.compile(r"w dniu przystąpienia 36\slat"))


def test_a_wrong_pesel_is_told_at_once(form):
    form.get_by_label("PESEL", exact=True).fill(WRONG_DIGIT)
    expect(form.locator("#pesel-says")).to_contain_text("Cyfra kontrolna się nie zgadza.")
    expect(form.locator("#missing")).to_contain_text("PESEL – do poprawy")


def test_the_panel_counts_down_and_leads_to_the_fields(form):
    panel = form.locator("#missing")
    expect(panel).to_contain_text("Brakuje 18 z 21 pól.")
    form.get_by_label("Nazwisko").fill("Łukasik")
    form.get_by_label("Imię").fill("Żaneta")
    form.get_by_label("PESEL", exact=True).fill(PESEL)
    expect(panel).to_contain_text("Brakuje 14 z 21 pól.")
    form.get_by_label("Kod pocztowy").fill("41-20")
    expect(panel).to_contain_text("Brakuje 13 z 21 pól, jedno jest do poprawy.")
    panel.get_by_role("link", name="Województwo").click()
    expect(form.get_by_label("Województwo")).to_be_focused()


def test_marks_of_a_saved_draft_go_as_its_gaps_are_filled(opened, project):
    participation = ParticipationFactory(project=project, draft=True, other_disadvantage="")
    page = opened("edit", participation.pk)
    expect(page.locator(".need")).to_have_count(2)
    page.get_by_label("Wykształcenie").select_option(label="podstawowe (ISCED 1)")
    expect(page.locator(".need")).to_have_count(1)
    page.get_by_label("Osoba w innej niekorzystnej sytuacji społecznej: nie").check()
    expect(page.locator(".need")).to_have_count(0)
    expect(page.locator("#missing")).to_contain_text("Niczego nie brakuje.")


@pytest.mark.parametrize("javascript", [True, False])
def test_fields_appear_with_the_answers_that_call_for_them(opened, javascript):
    page = opened("add", javascript=javascript)
    passport, employer = page.get_by_label("Inny identyfikator"), page.get_by_label("Zatrudniony w")
    degree, document = page.get_by_label("Stopień niepełnosprawności"), page.locator("#id_document_unemployment")
    for hidden in (passport, employer, degree, document):
        expect(hidden).to_be_hidden()
    page.get_by_label("osoba nie ma numeru PESEL").check()
    page.get_by_label("Status na rynku pracy").select_option(label="osoba pracująca")
    page.get_by_label("Osoba z niepełnosprawnościami: tak").check()
    page.get_by_label("korzysta z pomocy społecznej – bezrobocie", exact=True).check()
    for shown in (passport, employer, degree, document):
        expect(shown).to_be_visible()


def test_the_detail_offers_what_fits_the_status(form):
    status, detail = form.get_by_label("Status na rynku pracy"), form.get_by_label("w tym", exact=True)
    status.select_option(label="osoba bierna zawodowo")
    offered = detail.locator("option:not([disabled])").all_inner_texts()
    assert offered[1:] == [
        "osoba nieuczestnicząca w kształceniu lub szkoleniu",
        "osoba ucząca się",
        "inne",
    ]
    detail.select_option(label="osoba ucząca się")
    expect(form.get_by_label("Planowana data zakończenia edukacji")).to_be_visible()
    status.select_option(label="osoba pracująca")
    expect(detail).to_have_value("")


def test_what_is_on_record_elsewhere_is_taken_over_with_one_button(opened, project, social_worker):
    known = ParticipationFactory(person=PersonFactory(pesel=PESEL, last_name="Łukasik", phone="600 999 999"))
    TeamMemberFactory(project=known.project, user=social_worker, role="controller")
    page = opened("add")
    page.get_by_label("PESEL", exact=True).fill(PESEL)
    page.get_by_role("button", name="Użyj zapisanych danych").click()
    expect(page.get_by_label("Nazwisko")).to_have_value("Łukasik")
    expect(page.get_by_label("Telefon")).to_have_value("600 999 999")
    assert not project.participations.exists()


def test_leaving_shows_its_windows_as_the_day_is_typed(opened, project):
    participation = ParticipationFactory(project=project)
    page = opened("leave", participation.pk)
    page.get_by_label("Data zakończenia udziału").fill("30.09.2024")
    page.get_by_label("Data zakończenia udziału").blur()
    expect(page.locator("#says")).to_contain_text("do 28.10.2024 włącznie")
    expect(page.locator("#says")).to_contain_text("do 29.12.2024 włącznie")


def test_an_outcome_asks_what_applies_to_its_kind(opened, project):
    participation = ParticipationFactory(project=project, left=True)
    page = opened("outcome_add", participation.pk)
    kind, months = page.get_by_label("Rezultat", exact=True), page.get_by_label("Na ile miesięcy")
    validated, sign = page.get_by_label("Potwierdzone egzaminem"), page.get_by_label("Po czym widać postęp")
    for value, shown in {"employment": months, "qualification": validated, "social_progress": sign}.items():
        kind.select_option(value)
        if value == "employment":
            page.get_by_label("Podstawa pracy").select_option("employment")
        for field in (months, validated, sign):
            expect(field).to_be_visible() if field is shown else expect(field).to_be_hidden()


def test_a_person_is_recorded_by_keyboard_and_the_next_form_is_ready(form, project):
    form.get_by_label("Nazwisko").focus()
    form.keyboard.type("Łukasik")
    form.keyboard.press("Tab")
    form.keyboard.type("Żaneta")
    form.keyboard.press("Enter")
    expect(form.get_by_role("status").first).to_contain_text("Zapisano: Łukasik Żaneta.")
    assert project.participations.get().state == "szkic"


def test_the_main_person_is_found_while_one_types_and_chosen(opened, project):
    twins = [ParticipationFactory(project=project, person__last_name="Nowak", person__first_name="Ewa") for _ in "ab"]
    page = opened("add")
    page.get_by_label("Nazwisko").fill("Bliska")
    page.get_by_label("Osoba z otoczenia").check()
    page.get_by_label("Z otoczenia osoby").press_sequentially("nowak")
    offered = page.locator("#main-found").get_by_role("radio")
    expect(offered).to_have_count(2)
    page.locator("#main-found").get_by_text(twins[1].reference).click()
    page.get_by_role("button", name="Zapisz szkic").click()
    expect(page.get_by_role("status").first).to_contain_text("Zapisano: Bliska.")
    assert project.participations.get(is_surroundings=True).main_participation == twins[1]


def test_the_rule_of_long_term_unemployment_follows_the_age(form):
    rule = form.locator("#long-term")
    expect(rule).to_be_hidden()
    form.get_by_label("Status na rynku pracy").select_option("unemployed_registered")
    expect(rule).to_contain_text("poniżej 25 lat bez pracy nieprzerwanie ponad 6 miesięcy")
    form.get_by_label("PESEL", exact=True).fill(PESEL)
    form.get_by_label("Data rozpoczęcia udziału").fill("14.02.2024")
    form.get_by_label("Data rozpoczęcia udziału").blur()
    expect(rule).to_contain_text("W dniu przystąpienia 36")
    expect(rule).to_contain_text("ponad 12 miesięcy")


def test_one_gap_is_named_with_its_consequence(opened, project):
    page = opened("edit", ParticipationFactory(project=project, draft=True).pk)
    expect(page.locator("#consequence")).to_contain_text(
        "Bez pola „wykształcenie” osoba nie istnieje dla instytucji i nie wchodzi do żadnego wskaźnika."
    )
