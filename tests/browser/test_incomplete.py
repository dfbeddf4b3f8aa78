"""The queue of the incomplete and the grid that fills it, as hands meet them: by keyboard, on a phone, without JavaScript."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from ..factories import InstitutionFactory, ParticipationFactory
from .test_pages import assert_sound
from .visits import NARROW

NAMES = ("Adamska", "Bąk", "Ćwik")


@pytest.fixture
def people(project):
    return [ParticipationFactory(project=project, person__last_name=n, postcode="", homeless="") for n in NAMES]


@pytest.fixture
def grid(visit, project, social_worker, people):
    """Opens the grid of two gaps."""

    def open_grid(**kwargs):
        page = visit(social_worker, **kwargs)
        page.goto(reverse("participants:incomplete", args=[project.slug]))
        for name in ("kod pocztowy", "bezdomność lub wykluczenie z dostępu do mieszkań"):
            page.get_by_label(name, exact=True).check()
        page.get_by_role("button", name="Uzupełnij zaznaczone").click()
        return page

    return open_grid


def test_the_grid_is_filled_by_keyboard_alone(grid, project):
    page = grid()
    page.get_by_label("kod pocztowy: Adamska Anna").focus()
    for code in ("41-200", "41-20", "41-300"):
        page.keyboard.type(code)
        page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Zapisz wypełnione")).to_be_focused()
    page.locator(f"#id_u{project.participations.order_by('pk').first().pk}-homeless_1").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    page.get_by_role("button", name="Zapisz wypełnione").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("Zapisano 2 z 3.")
    expect(page.get_by_label("kod pocztowy: Bąk Anna")).to_have_value("41-20")
    expect(page.get_by_text("Kod pocztowy ma postać 00-000, na przykład 41-200.")).to_be_visible()
    saved = dict(project.participations.values_list("person__last_name", "postcode"))
    assert saved == {"Adamska": "41-200", "Bąk": "", "Ćwik": "41-300"}


@pytest.mark.parametrize("how", [{"javascript": False}, {"width": NARROW}])
def test_the_grid_is_filled_without_javascript_and_on_a_phone(grid, project, people, how):
    page = grid(**how)
    page.get_by_label("kod pocztowy: Bąk Anna").fill("41-200")
    page.locator(f"#id_u{people[1].pk}-homeless").get_by_text("nie").click()
    page.get_by_role("button", name="Zapisz wypełnione").click()
    expect(page.get_by_role("status").first).to_contain_text("Zapisano 1 z 1.")
    people[1].refresh_from_db()
    assert (people[1].postcode, people[1].homeless, people[1].is_complete) == ("41-200", "no", True)


def test_the_status_and_its_detail_go_together_in_every_row(visit, project, social_worker):
    first, second = (
        ParticipationFactory(project=project, person__last_name=name, labour_status="", labour_detail="")
        for name in NAMES[:2]
    )
    page = visit(social_worker)
    page.goto(reverse("participants:incomplete", args=[project.slug]) + "?pole=labour_status")
    page.get_by_label("status na rynku pracy: Bąk Anna").select_option("inactive")
    detail = page.get_by_label("w tym: Bąk Anna")
    assert detail.locator("option:not([disabled])").count() == 4
    detail.select_option("in_education")
    page.get_by_role("button", name="Zapisz wypełnione").click()
    expect(page.get_by_role("status").first).to_contain_text("Zapisano 1 z 1.")
    second.refresh_from_db()
    first.refresh_from_db()
    assert (first.labour_status, second.labour_status) == ("", "inactive")


def test_what_neighbours_share_is_repeated_down_the_column_and_nothing_else_is(grid, project):
    page = grid()
    page.get_by_label("kod pocztowy: Adamska Anna").fill("41-200")
    page.get_by_label("kod pocztowy: Ćwik Anna").fill("41-300")
    expect(page.get_by_role("button", name="powtórz niżej")).to_have_count(1)
    page.get_by_role("button", name="powtórz niżej").click()
    page.get_by_role("button", name="Zapisz wypełnione").click()
    expect(page.get_by_role("status").first).to_contain_text("Zapisano 3 z 3.")
    saved = dict(project.participations.values_list("person__last_name", "postcode"))
    assert saved == {"Adamska": "41-200", "Bąk": "41-200", "Ćwik": "41-300"}


EVERY_CONTROL = [
    ("degurba", "labour_status", "phone", "delegated_by"),
    ("pesel", "last_name", "entered_on", "minority"),
    ("occupation", "voivodeship", "homeless", "postcode"),
]


@pytest.mark.parametrize("keys", EVERY_CONTROL)
def test_every_control_of_the_grid_is_accessible_and_fits_a_phone(visit, project, social_worker, keys):
    InstitutionFactory(project=project, name="Powiatowe Centrum Pomocy Rodzinie w Tomaszowie Mazowieckim")
    nobody = {
        "person__pesel": "",
        "person__sex": "",
        "person__birth_date": None,
        "person__phone": "",
        "person__email": "",
    }
    blank = dict.fromkeys(("labour_status", "labour_detail", "minority", "homeless", "voivodeship", "postcode"), "")
    nobody |= {"person__last_name": "Brzęczyszczykiewicz-Chrząszczyrzewoszycka", "person__first_name": ""}
    ParticipationFactory(project=project, **nobody, **blank, degurba=None, entered_on=None, participant_kind="employee")
    ParticipationFactory(project=project, labour_status="employed", occupation="", employer="", postcode="")
    page = visit(social_worker)
    page.goto(reverse("participants:incomplete", args=[project.slug]) + "?" + "&".join(f"pole={key}" for key in keys))
    assert_sound(page)
    for field in page.locator(".fill input[type=text], .fill input[type=tel]").all():
        field.fill("?")
    page.get_by_role("button", name="Zapisz wypełnione").click()
    assert_sound(page)
