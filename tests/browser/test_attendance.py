"""A class marked in the browser: by keyboard, by touch, without JavaScript."""

from datetime import date

import pytest
from playwright.sync_api import expect

from ..activities.house import enrol, make_group, marks_of
from .visits import NARROW


@pytest.fixture
def session(project):
    """A group of four, at its second session; somebody was absent at the first."""
    group = make_group(project, people=0, sessions=3)
    for name in ("Antosik", "Ćwiklińska", "Łęgowska", "Żelazko"):
        enrol(group, name)
    first, second, _third = group.sessions.order_by("held_on")
    first.attendances.create(enrolment=group.enrolments.order_by("pk")[1], status="absent")
    return second


def names_by_mark(session):
    names = dict(session.group.enrolments.values_list("pk", "participation__person__last_name"))
    return {names[pk]: status for pk, status in marks_of(session).items()}


def row(page, name):
    return page.get_by_role("row").filter(has_text=name)


def test_a_class_is_marked_by_keyboard(visit, session, social_worker):
    page = visit(social_worker)
    page.goto(session.get_absolute_url())
    for key in ("1", "ArrowDown", "2", "ArrowDown", "3", "ArrowDown", "1"):
        page.keyboard.press(key)
    expect(page.locator(".tally")).to_have_text("4 osoby. 2 jest, 1 brak, 1 usprawiedliwiona.", use_inner_text=True)
    expect(page.locator(".state")).to_have_text("Oznaczono 4 z 4 osób. Jeszcze niezapisane.")
    page.keyboard.press("0")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".state")).to_have_text("Oznaczono 3 z 4 osób. Jeszcze niezapisane.")
    expect(row(page, "Żelazko").locator(".need")).to_be_visible()
    expect(page.get_by_role("radio", name="Łęgowska Anna: nieobecność usprawiedliwiona")).to_be_focused()
    page.get_by_role("button", name="Zapisz obecność").click()
    expect(page.get_by_text("Zapisano obecność 14.02.2024: oznaczono 3 z 4 osób.")).to_be_visible()
    assert names_by_mark(session) == {"Antosik": "present", "Ćwiklińska": "absent", "Łęgowska": "excused"}


def test_hours_and_rate_follow_the_mark_before_anything_is_saved(visit, session, social_worker):
    page = visit(social_worker)
    page.goto(session.get_absolute_url())
    person = row(page, "Ćwiklińska")
    expect(person).to_contain_text("0%poniżej progu")
    person.get_by_text("jest", exact=True).click()
    expect(person).to_contain_text("50%poniżej progu")
    expect(person.get_by_text("4 h")).to_be_visible()
    expect(person.locator(".fill")).to_have_attribute("width", "50%")
    person.get_by_text("jest", exact=True).click()
    expect(person.get_by_text("0 h")).to_be_visible()
    assert names_by_mark(session) == {}


def test_the_unmarked_become_present_at_once(visit, session, social_worker):
    page = visit(social_worker)
    page.goto(session.get_absolute_url())
    row(page, "Żelazko").get_by_text("brak", exact=True).click()
    page.get_by_role("button", name="Nieoznaczeni są obecni").click()
    expect(page.locator(".tally")).to_have_text("4 osoby. 3 jest, 1 brak.", use_inner_text=True)
    page.get_by_role("button", name="Zapisz, dalej 21.02").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Obecność: środa 21.02.2024")
    assert sorted(names_by_mark(session).values()) == ["absent", "present", "present", "present"]


def test_on_a_phone_a_second_touch_takes_a_saved_mark_away(visit, session, social_worker):
    page = visit(social_worker, width=NARROW)
    page.goto(session.get_absolute_url())
    row(page, "Antosik").get_by_text("jest", exact=True).click()
    page.get_by_role("button", name="Zapisz obecność").click()
    expect(page.get_by_text("Zapisano obecność 14.02.2024: oznaczono 1 z 4 osób.")).to_be_visible()
    assert names_by_mark(session) == {"Antosik": "present"}
    row(page, "Antosik").get_by_text("jest", exact=True).click()
    page.get_by_role("button", name="Zapisz obecność").click()
    expect(page.get_by_text("Zapisano obecność 14.02.2024: oznaczono 0 z 4 osób.")).to_be_visible()
    assert names_by_mark(session) == {}


def test_without_javascript_marks_are_set_filled_up_and_taken_away(visit, session, social_worker):
    page = visit(social_worker, javascript=False)
    page.goto(session.get_absolute_url())
    row(page, "Antosik").get_by_text("uspr.", exact=True).click()
    page.get_by_role("button", name="Nieoznaczeni są obecni").click()
    expect(page.locator(".state")).to_have_text("Oznaczono 4 z 4 osób. Jeszcze niezapisane.")
    assert names_by_mark(session) == {}
    row(page, "Żelazko").get_by_text("–", exact=True).last.click()
    page.get_by_role("button", name="Zapisz obecność").click()
    expect(page.get_by_text("Zapisano obecność 14.02.2024: oznaczono 3 z 4 osób.")).to_be_visible()
    assert names_by_mark(session) == {"Antosik": "excused", "Ćwiklińska": "present", "Łęgowska": "present"}


def test_two_people_mark_one_session_and_neither_undoes_the_other(visit, session, social_worker, coordinator):
    first, second = visit(social_worker), visit(coordinator)
    for page in (first, second):
        page.goto(session.get_absolute_url())
    row(first, "Antosik").get_by_text("jest", exact=True).click()
    row(second, "Żelazko").get_by_text("brak", exact=True).click()
    for page in (first, second):
        page.get_by_role("button", name="Zapisz obecność").click()
        expect(page.get_by_text("Zapisano obecność 14.02.2024")).to_be_visible()
    assert names_by_mark(session) == {"Antosik": "present", "Żelazko": "absent"}


def test_a_refused_presence_leaves_the_marks_on_the_page(visit, session, social_worker):
    late = enrol(session.group, "Późna", entered_on=date(2024, 3, 1))
    page = visit(social_worker)
    page.goto(session.get_absolute_url())
    for name in ("Antosik", "Późna"):
        row(page, name).get_by_text("jest", exact=True).click()
    page.get_by_role("button", name="Zapisz obecność").click()
    notice = page.get_by_role("alert")
    expect(notice).to_contain_text("Późna Anna: udział w projekcie zaczął się 01.03.2024")
    expect(notice).to_be_focused()
    expect(notice.get_by_role("link")).to_have_attribute(
        "href", f"/projekty/aktywni/uczestnicy/{late.participation_id}/zmien/"
    )
    expect(page.get_by_role("radio", name="Antosik Anna: obecność")).to_be_checked()
    expect(page.locator(".state")).to_have_text("Oznaczono 2 z 5 osób. Jeszcze niezapisane.")
    assert names_by_mark(session) == {}


def test_hours_of_a_session_follow_its_times_while_they_are_typed(visit, session, social_worker):
    page = visit(social_worker)
    page.goto(session.get_absolute_url())
    page.get_by_role("link", name="zmień zajęcia").click()
    page.get_by_label("Do", exact=False).first.fill("14.30")
    page.get_by_label("Do", exact=False).first.press("Tab")
    expect(page.locator("#id_hours")).to_have_value("5,5")
    page.get_by_role("button", name="Zapisz zajęcia").click()
    expect(page.get_by_text("Zapisano zajęcia.")).to_be_visible()
    session.refresh_from_db()
    assert session.hours == 5.5


def test_everybody_is_ticked_at_once(visit, session, social_worker):
    page = visit(social_worker)
    page.goto(f"/projekty/aktywni/zajecia/grupy/{session.group_id}/ukoncz/")
    page.get_by_role("button", name="Zaznacz wszystkich").click()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(4)
    page.get_by_role("button", name="Zaznacz wszystkich").click()
    expect(page.get_by_role("checkbox", checked=True)).to_have_count(0)
