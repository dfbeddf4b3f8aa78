"""The main job, end to end: a person recorded, a class marked, 93 and 56 on the dashboard, the people found, the paper printed."""

import re
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from playwright.sync_api import expect

from indicators.demo.accounts import PASSWORD as DEMO_PASSWORD
from participants.models import Participation

from ..activities.house import enrol, make_group, marks_of
from ..factories.accounts import PASSWORD
from ..indicators.paper_text import text_of
from ..participants.paper import SL2014
from .keyboard import fill_in, tab_to
from .test_forms import TYPED

COORDINATOR = "koordynatorka@wlaczenie.example"
ADMIN = "administrator@wlaczenie.example"
SLUG = "aktywne-centrum"


def sign_in(page, email, password):
    """From the door to the list of projects, by keyboard."""
    page.goto("/")
    page.get_by_label("Adres e-mail").focus()
    page.keyboard.type(email)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/projekty/$"))


# --- the social worker


def test_a_social_worker_records_a_participant_by_keyboard_and_marks_a_class(visit, project, social_worker):
    group = make_group(project, people=0, sessions=2)
    enrol(group, "Antosik")
    page = visit()
    sign_in(page, social_worker.email, PASSWORD)
    page.get_by_role("link", name=project.title).first.click()
    page.get_by_role("navigation", name="Projekt").get_by_role("link", name="Uczestnicy").click()
    page.get_by_role("link", name="Dodaj osobę").first.click()
    record_by_keyboard(page)
    recorded = Participation.objects.get(project=project, person__pesel=SL2014["pesel"])
    assert recorded.is_complete
    assert (recorded.sex, recorded.person.birth_date.isoformat()) == ("K", "1987-03-14")
    assert recorded.premises.get().document == SL2014["document_unemployment"]

    page.goto(reverse("activities:group", args=[project.slug, group.pk]))
    page.get_by_role("link", name="Zapisz osoby").first.click()
    page.get_by_role("checkbox", name=recorded.person.name).check()
    page.get_by_role("button", name="Zapisz zaznaczonych do grupy").click()
    session = group.sessions.latest("held_on")
    page.goto(session.get_absolute_url())
    for key in ("2", "ArrowDown", "1"):
        page.keyboard.press(key)
    page.get_by_role("button", name="Zapisz obecność").click()
    expect(page.get_by_text("Zapisano obecność 14.02.2024: oznaczono 2 z 2 osób.")).to_be_visible()
    names = dict(group.enrolments.values_list("participation__person__last_name", "pk"))
    assert marks_of(session) == {names["Antosik"]: "absent", names[SL2014["last_name"]]: "present"}


def record_by_keyboard(page):
    """The whole form without a mouse, in the order of the paper."""
    expect(page.get_by_role("heading", level=1)).to_have_text("Nowa osoba")
    expect(page.locator("#missing")).to_contain_text("Brakuje 18 z 21 pól")
    order = fill_in(page, "f", TYPED)
    assert order == list(TYPED)
    expect(page.locator("#missing")).not_to_contain_text("Brakuje")
    tab_to(page, "Zapisz szkic")
    page.keyboard.press("Enter")
    expect(page.get_by_text(f"Zapisano: {SL2014['last_name']} {SL2014['first_name']}")).to_be_visible()


# --- the coordinator and the admin, in the demo


@pytest.fixture(scope="module")
def demo(transactional_db):
    """The demo data, as script/server loads them."""
    with transactional_db.open():
        call_command("demo", stdout=StringIO())
        yield


def test_the_coordinator_opens_93_and_56_and_finds_the_people(visit, demo):
    page = visit()
    sign_in(page, COORDINATOR, DEMO_PASSWORD)
    page.get_by_role("link", name="Aktywne Centrum").first.click()
    page.get_by_role("navigation", name="Projekt").get_by_role("link", name="Pulpit").click()
    dashboard, lead = page.url, page.locator("main .lead")
    lead.get_by_role("link", name="56", exact=True).click()
    women = names_counted(page, 56)
    page.goto(dashboard)
    lead.get_by_role("link", name="93", exact=True).click()
    people = names_counted(page, 93)
    assert (len(women), len(people)) == (56, 93)
    assert set(women) < set(people)
    page.get_by_role("link", name=people[-1], exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(people[-1])


def test_the_admin_prints_the_same_figures(visit, demo):
    page = visit()
    sign_in(page, ADMIN, DEMO_PASSWORD)
    page.goto(reverse("indicators:dashboard", args=[SLUG]))
    page.get_by_role("navigation", name="Projekt").get_by_role("link", name="Sprawozdania").click()
    page.get_by_role("link", name="do 31.12.2022").click()  # payment applications come first, any day is a link further
    with page.expect_download() as download:
        page.get_by_role("link", name="Pobierz PDF").click()
    assert download.value.suggested_filename.startswith(f"sprawozdanie-{SLUG}-")
    assert re.search(r"\b56 37 93\b", text_of(download.value.path().read_bytes()))


def names_counted(page, number):
    """The names under "policzone", page after page."""
    expect(page.locator("#policzone h2")).to_have_text(f"Policzone: {number}")
    names = []
    while True:
        names += page.locator("#policzone tbody th a").all_inner_texts()
        following = page.locator("#policzone").get_by_role("link", name="Następne")
        if not following.count():
            return names
        following.click()
        page.wait_for_load_state()
