"""Every page of the program in a real browser: axe finds nothing, nothing scrolls sideways on a phone, nothing is blocked."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from accounts.roles import Role
from projects.models import ProgrammingPeriod

from ..addresses import address
from ..conftest import member
from ..factories import ProjectFactory, TeamMemberFactory
from ..rights import ROWS
from ..world import furnish
from .visits import NARROW, WIDE

# Answers that are no page: files, and fragments that a page fetches.
NOT_PAGES = {
    "activities:group_list_pdf",
    "activities:session_list_pdf",
    "activities:certificates_pdf",
    "activities:certificate_pdf",
    "activities:path_pdf",
    "activities:card_pdf",
    "activities:allowances_xlsx",
    "exchange:template",
    "exchange:export",
    "exchange:import_progress",
    "calendar",
    "projects:mark",
    "participants:export",
    "participants:letter",
    "participants:document_blank",
    "participants:document_dossier",
    "participants:document_file",
    "participants:document_print",
    "recruitment:candidate_print",
    "recruitment:form_print",
    "recruitment:list_print",
    "recruitment:protocol",
    "indicators:report_pdf",
    "indicators:report_xlsx",
    "indicators:report_csv",
    "indicators:charts_pdf",
    "indicators:why_xlsx",
    "indicators:why_csv",
    "settlements:draft_pdf",
    "settlements:report_file",
    "settlements:compare_pdf",
    "settlements:compare_xlsx",
}
PAGES = [
    name
    for (method, name), cells in ROWS.items()
    if method == "GET" and cells["admin"] == 200 and name not in NOT_PAGES
]
# What one sees without an account: pages that nobody else sees, and one of those that everybody does.
DOORS = [
    name
    for (method, name), cells in ROWS.items()
    if method == "GET" and cells["anonymous"] == 200 and name not in PAGES
]
DOORS.append("accounts:help")
ASKS_WHOSE = {"activities:allowance_add"}  # its form comes after the choice of the person
FORMS = [name for name in PAGES if ROWS.get(("POST", name), {}).get("admin") == 200 and name not in ASKS_WHOSE]
SMALLEST = 320
AXE = {
    "resultTypes": ["violations"],
    "preload": False,
}  # preloading style sheets would break the content security policy


@pytest.fixture(scope="module")
def furnished(transactional_db):
    """A project with one of everything, and its admin; the tests of this module only look."""
    with transactional_db.open():
        project = ProjectFactory(slug="aktywni", title="Aktywni razem")
        yield furnish(project), member(project, Role.ADMIN, "Adam", "Adamczyk")


@pytest.fixture
def open_page(furnished, visit):
    """Opens the page of a name, as the admin or as nobody, at a width."""
    world, admin = furnished

    def opened(name, *, signed_in=True, width=WIDE):
        page = visit(admin if signed_in else None, width=width)
        answer = page.goto(address(name, world))
        assert answer.status == 200
        assert "text/html" in answer.headers["content-type"]
        return page

    return opened


def violations(page):
    """What axe has to say about the page, one line a rule with the first places."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(options)", AXE)["violations"]
    return [f"{v['impact']} {v['id']}: {[node['target'] for node in v['nodes']][:3]}" for v in found]


STICKING_OUT = """() => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const out = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > width + 0.5);
  return ["the page", ...out.map((e) => `${e.tagName} ${e.className.baseVal ?? e.className}: ${e.textContent.slice(0, 40)}`)];
}"""


def sticking_out(page):
    """What makes the page wider than the smallest window, and so scroll sideways."""
    page.set_viewport_size({"width": SMALLEST, "height": 800})
    return page.evaluate(STICKING_OUT)[:5]


def assert_sound(page):
    """Accessible at the widths of a desk and of a phone; as wide as the window on the smallest."""
    assert violations(page) == []
    page.set_viewport_size({"width": NARROW, "height": 844})
    assert violations(page) == []
    assert sticking_out(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_accessible_and_fits_a_phone(name, open_page):
    page = open_page(name)
    assert page.locator("h1").count() == 1
    assert page.title().endswith("Włączenie")
    assert_sound(page)


@pytest.mark.parametrize("name", DOORS)
def test_a_page_for_everyone_is_accessible_and_fits_a_phone(name, open_page):
    assert_sound(open_page(name, signed_in=False))


SEND_EMPTY = """(form) => {
  for (const field of form.elements) {
    if (field.type === "radio" || field.type === "checkbox") field.checked = false;
    else if (field.type !== "hidden" && field.tagName !== "BUTTON") field.value = "";
  }
  form.noValidate = true;
  form.submit();
}"""


@pytest.mark.parametrize("name", FORMS)
def test_a_refused_form_is_accessible_and_fits_a_phone(name, open_page):
    page = open_page(name)
    with page.expect_navigation():
        page.locator("main form[method=post]").first.evaluate(SEND_EMPTY)
    assert page.locator("main form[method=post]").count()
    assert_sound(page)


EMPTY = [
    "indicators:dashboard",
    "indicators:reports",
    "settlements:list",
    "settlements:add",
    "indicators:register",
    "indicators:targets",
    "participants:list",
    "participants:add",
    "participants:deadlines",
    "participants:incomplete",
    "participants:documents",
    "participants:document_texts",
    "activities:list",
    "activities:events",
    "projects:detail",
]


@pytest.mark.parametrize("period", [ProgrammingPeriod.ESF_PLUS_2021, ProgrammingPeriod.NATIONAL])
@pytest.mark.parametrize("name", EMPTY)
def test_a_page_of_an_empty_project_is_accessible_and_fits_a_phone(name, period, furnished, visit):
    world, admin = furnished
    team = TeamMemberFactory(user=admin, role=Role.ADMIN, project__period=period)
    page = visit(admin)
    assert page.goto(address(name, world, project_slug=team.project.slug)).status == 200
    assert_sound(page)


@pytest.mark.parametrize("path", ["/nie-ma-takiej-strony/", "/projekty/nie-ma-takiego/"])
def test_a_page_that_is_not_there_says_so_accessibly(path, furnished, visit):
    page = visit(furnished[1])
    visit.expect("status of 404")
    assert page.goto(path).status == 404
    assert_sound(page)
