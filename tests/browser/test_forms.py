"""Bad moments of a form in a real browser: sent twice, a wrong PESEL, a known person, no JavaScript."""

import pytest
from playwright.sync_api import expect

from participants.models import Participation, Person

from ..factories import ParticipationFactory
from ..participants.paper import SL2014, address
from .visits import NARROW, WIDE

# What is typed, without what stands there already and a box that must stay empty.
TYPED = {name: answer for name, answer in SL2014.items() if name not in ("no_pesel", "participant_kind", "country")}
NAME = f"{SL2014['last_name']} {SL2014['first_name']}"


def fill(page, answers):
    """Fills in the entry form with a mouse."""
    for name, answer in answers.items():
        field = page.locator(f"#f [name={name}]")
        if field.first.get_attribute("type") == "radio":
            page.locator(f"#f [name={name}][value={answer}]").check()
        elif field.first.get_attribute("type") == "checkbox":
            field.check()
        elif field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(answer)
        else:
            field.fill(answer)


@pytest.fixture
def entry(visit, project, social_worker):
    """The empty form of a new person."""

    def opened(**window):
        page = visit(social_worker, **window)
        page.goto(address("add", project))
        return page

    return opened


def test_a_form_sent_twice_records_one_person(entry, project):
    page = entry()
    fill(page, {"last_name": "Dwukrotna", "first_name": "Anna", "pesel": SL2014["pesel"]})
    page.evaluate("""() => {
      const form = document.getElementById("f");
      const twice = () => fetch(form.action || location.href, {method: "POST", body: new FormData(form), redirect: "manual"});
      return Promise.all([twice(), twice()]);
    }""")
    page.get_by_role("button", name="Zapisz szkic").click()
    expect(page.get_by_text("Zapisano: Dwukrotna Anna.")).to_be_visible()
    assert Person.objects.count() == Participation.objects.count() == 1


def test_a_wrong_pesel_is_named_while_typing_and_nothing_typed_is_lost(entry):
    page = entry()
    wrong = SL2014["pesel"][:-1] + str((int(SL2014["pesel"][-1]) + 1) % 10)
    fill(page, {**TYPED, "pesel": wrong})
    expect(page.get_by_text("Cyfra kontrolna się nie zgadza").first).to_be_visible()
    page.get_by_role("button", name="Zapisz szkic").click()
    expect(page.get_by_role("alert").first).to_contain_text("Cyfra kontrolna się nie zgadza")
    for name in ("last_name", "street", "entered_on", "document_unemployment"):
        expect(page.locator(f"#f [name={name}]")).to_have_value(SL2014[name])
    expect(page.locator("#f [name=pesel]")).to_have_value(wrong)
    assert not Person.objects.exists()


def test_the_pesel_fills_sex_birth_date_and_age_at_once(entry):
    page = entry()
    fill(page, {"entered_on": "14.02.2024", "pesel": SL2014["pesel"]})
    said = page.locator("#f")
    expect(said.get_by_text("14.03.1987")).to_be_visible()
    expect(said.get_by_text("kobieta").first).to_be_visible()
    expect(said.get_by_text("36 lat")).to_be_visible()


def test_a_person_already_here_is_refused_with_a_link(entry, project):
    known = ParticipationFactory(project=project)
    page = entry()
    fill(page, {"last_name": "Inna", "pesel": known.person.pesel})
    link = page.get_by_role("link", name="Otwórz kartę tej osoby")
    expect(link).to_have_attribute("href", known.get_absolute_url())
    page.get_by_role("button", name="Zapisz szkic").click()
    expect(page.get_by_role("alert").first).to_contain_text("Ta osoba już jest w tym projekcie")
    assert project.participations.count() == 1


@pytest.mark.parametrize("width", [NARROW, WIDE])
def test_a_person_is_recorded_without_javascript(entry, project, width):
    page = entry(javascript=False, width=width)
    fill(page, TYPED)
    page.get_by_role("button", name="Zapisz szkic").click()
    expect(page.get_by_text(f"Zapisano: {NAME}.")).to_be_visible()
    assert project.participations.get().is_complete
