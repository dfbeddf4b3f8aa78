"""The session ends in the middle of a form: the person signs in, and the form comes back with what was typed."""

import pytest
from django.conf import settings
from django.urls import reverse
from playwright.sync_api import expect

PASSWORD = "dobre-haslo-2022"
TITLE = "Aktywni razem – tytuł pisany, gdy sesja wygasła"


@pytest.fixture
def signed_in_again(admin):
    """Signs the admin in on the page where the window stands."""
    admin.set_password(PASSWORD)
    admin.save()

    def sign_in(page, password=PASSWORD):
        page.get_by_label("Adres e-mail").fill(admin.email)
        page.get_by_label("Hasło", exact=True).fill(password)
        page.get_by_role("button", name="Zaloguj się").click()

    return sign_in


def let_the_session_end(page):
    page.context.clear_cookies(name=settings.SESSION_COOKIE_NAME)


@pytest.mark.parametrize("javascript", [True, False])
def test_what_was_typed_is_saved_after_signing_in_again(visit, project, admin, signed_in_again, javascript):
    visit.expect("status of 401")
    page = visit(admin, javascript=javascript)
    page.goto(reverse("projects:edit", args=[project.slug]))
    page.get_by_label("Tytuł").first.fill(TITLE)
    let_the_session_end(page)
    page.get_by_role("button", name="Zapisz").first.click()
    expect(page.get_by_text("Nic nie zginęło")).to_be_visible()
    signed_in_again(page, password="pomylone")
    expect(page.get_by_text("Adres e-mail i hasło nie pasują do siebie")).to_be_visible()
    signed_in_again(page)
    expect(page.get_by_role("heading", name="Formularz wrócił")).to_be_visible()
    page.get_by_role("button", name="Wyślij formularz").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("tytuł pisany, gdy sesja wygasła")
    project.refresh_from_db()
    assert project.title == TITLE


def test_a_request_in_the_background_says_that_the_session_is_over(visit, project, admin):
    visit.expect("status of 401")
    visit.expect("Status Error Code 401")
    page = visit(admin)
    page.goto(reverse("projects:edit", args=[project.slug]))
    page.get_by_label("Tytuł").first.fill(TITLE)
    let_the_session_end(page)
    page.evaluate("htmx.ajax('GET', '/projekty/', {target: '#notices'})")
    expect(page.get_by_role("status")).to_contain_text("Sesja wygasła. Nic nie zginęło.")
    expect(page.get_by_label("Tytuł").first).to_have_value(TITLE)


def test_the_password_is_shown_when_asked(visit, db):
    page = visit()
    page.goto(reverse("accounts:login"))
    password = page.get_by_label("Hasło", exact=True)
    expect(password).to_have_attribute("type", "password")
    page.get_by_label("pokaż hasło").check()
    expect(password).to_have_attribute("type", "text")


def test_menus_of_the_masthead_close_on_escape_and_elsewhere(visit, project, admin):
    page = visit(admin)
    page.goto(reverse("projects:detail", args=[project.slug]))
    account = page.get_by_role("link", name="Moje konto")
    page.locator(".who summary").click()
    expect(account).to_be_visible()
    page.keyboard.press("Escape")
    expect(account).to_be_hidden()
    expect(page.locator(".who summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(account).to_be_visible()
    page.get_by_role("heading", level=1).click()
    expect(account).to_be_hidden()
