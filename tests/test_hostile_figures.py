"""What nobody types by accident, in what came with reports, annexes, suppositions and charts: no page breaks and nothing leaks."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from accounts.permissions import Permission
from accounts.roles import POLICIES, Policy, Role
from indicators import spreadsheets
from indicators.reports import ProgressReport
from indicators.seal import Seal
from projects.forms.base import TOO_LARGE
from settlements.actions import submit

from .factories import (
    ParticipationFactory,
    PaymentApplicationFactory,
    ProjectFactory,
    ProjectIndicatorFactory,
    TeamMemberFactory,
)

LARGEST = "2147483647"
ODD_WORDS = ["a\x00b", "a " * 5000]
pytestmark = pytest.mark.django_db


@pytest.fixture
def without_paper(monkeypatch):
    monkeypatch.setattr("settlements.papers.files_of", lambda report, seal: [("pdf", b"%PDF")])


@pytest.fixture
def report(project, coordinator, without_paper):
    """A submitted report with one person in it."""
    ParticipationFactory(project=project, person__last_name="Łukasik", person__first_name="Żaneta")
    return submit(application=PaymentApplicationFactory(project=project), by=coordinator)


def address(name, project, *args):
    return reverse(name, args=[project.slug, *args])


# --- files


def test_the_number_of_an_application_is_no_formula_in_the_workbook(project):
    seal = Seal(application='=HYPERLINK("http://zly.example","WNP-001")')
    sheet = load_workbook(BytesIO(spreadsheets.xlsx(ProgressReport.build(project), seal))).active
    cell = next(row[1] for row in sheet.iter_rows(max_row=8) if row[0].value == "Wniosek o płatność")
    assert (cell.data_type, cell.value) == ("s", seal.application)


@pytest.mark.parametrize(("role", "named"), [("coordinator", True), ("controller", True), ("social_worker", False)])
def test_names_leave_in_the_annex_only_with_who_may_take_people_away(request, client_of, project, report, role, named):
    user = request.getfixturevalue(role)
    ParticipationFactory(project=project, person__last_name="Żbikowska", entered_on=report.on)
    response = client_of(user).get(address("settlements:compare_xlsx", project))
    book = load_workbook(BytesIO(response.content))
    texts = {str(cell) for sheet in book.worksheets for row in sheet.values for cell in row}
    assert any("Żbikowska" in text for text in texts) is named


# --- two people at once


def test_what_somebody_submits_meanwhile_is_not_deleted(client_of, coordinator, project, without_paper, monkeypatch):
    application = PaymentApplicationFactory(project=project)

    def read_too_early(project, pk):
        found = project.payment_applications.get(pk=pk)
        submit(application=application, by=coordinator)
        return found

    monkeypatch.setattr("settlements.views.applications.application_of", read_too_early)
    page = client_of(coordinator).post(address("settlements:remove", project, application.pk))
    assert page.status_code == 302
    application.refresh_from_db()
    assert application.state == "submitted"


@pytest.mark.parametrize("name", ["submit", "accept"])
def test_what_somebody_deletes_meanwhile_is_not_found(client_of, coordinator, project, monkeypatch, name):
    application = PaymentApplicationFactory(project=project)

    def read_too_early(project, pk):
        found = project.payment_applications.get(pk=pk)
        application.delete()
        return found

    monkeypatch.setattr("settlements.views.steps.application_of", read_too_early)
    page = client_of(coordinator).post(address(f"settlements:{name}", project, application.pk))
    assert page.status_code == 404


# --- words that are looked for


@pytest.mark.parametrize("words", ODD_WORDS, ids=["nul", "long"])
def test_odd_words_find_nobody_in_a_frozen_figure(client_of, coordinator, project, report, words):
    response = client_of(coordinator).get(address("settlements:members", project, report.pk, "people"), {"q": words})
    assert response.status_code == 200


@pytest.mark.parametrize("words", ODD_WORDS, ids=["nul", "long"])
def test_odd_words_find_no_institution(client_of, coordinator, project, words):
    project.supports_institutions = True
    project.save()
    response = client_of(coordinator).get(address("participants:institutions", project), {"q": words})
    assert response.status_code == 200


@pytest.mark.parametrize("words", ODD_WORDS, ids=["nul", "long"])
def test_odd_words_find_nobody_to_suppose_something_of(client_of, coordinator, project, words):
    ParticipationFactory(project=project)
    response = client_of(coordinator).post(address("indicators:what_if", project), {"q": words})
    assert response.status_code == 200


def test_who_may_not_see_names_does_not_find_them_by_supposing(client_of, controller, project, monkeypatch):
    seen = POLICIES[Role.CONTROLLER].permissions - {Permission.PARTICIPANTS_VIEW}
    monkeypatch.setitem(POLICIES, Role.CONTROLLER, Policy("", seen))
    sought = ParticipationFactory(project=project, person__last_name="Łukasik")
    others = ParticipationFactory(project=project, person__last_name="Żak")
    client, place = client_of(controller), address("indicators:what_if", project)
    response = client.post(place, {"q": "lukasik"}, follow=True)
    assert {line.pk for line in response.context["lines"]} == {sought.pk, others.pk}


@pytest.mark.parametrize(
    "query", ["n=1000000000&g=all", "g=%00&n=3", "p1=%00&l1=0001-01-01&j1=9999-12-31", "page=999999999&go=x"]
)
def test_odd_suppositions_are_answered(client_of, coordinator, project, query):
    ParticipationFactory(project=project)
    assert client_of(coordinator).get(f"{address('indicators:what_if', project)}?{query}").status_code == 200


def test_hundreds_of_suppositions_are_answered(client_of, coordinator, project):
    ParticipationFactory(project=project)
    query = "&".join(f"p{number}=completed" for number in range(10**17, 10**17 + 900))
    assert client_of(coordinator).get(f"{address('indicators:what_if', project)}?{query}").status_code == 200


# --- addresses


@pytest.mark.parametrize(
    "query",
    ["from=%00", "to=%00", "to=start-0", "to=before-999999999999999999", "from=²&to=now", "from=1&from=2&page=-3"],
)
def test_odd_sides_of_a_comparison_are_none(client_of, coordinator, project, report, query):
    assert client_of(coordinator).get(f"{address('settlements:compare', project)}?{query}").status_code in (200, 404)


def test_the_sides_of_another_project_are_none(client_of, coordinator, project, report):
    foreign = PaymentApplicationFactory(project=ProjectFactory())
    theirs = submit(application=foreign, by=coordinator)
    client = client_of(coordinator)
    for query in (f"from={theirs.pk}", f"to={theirs.pk}", f"to=start-{theirs.pk}", f"to=before-{foreign.pk}"):
        assert client.get(f"{address('settlements:compare', project)}?{query}").status_code == 404


@pytest.mark.parametrize("name", ["compare", "compare_pdf", "compare_xlsx"])
def test_figures_that_waver_are_not_compared(client_of, coordinator, project, report, monkeypatch, name):
    monkeypatch.setattr("settlements.taking.disagreeing", lambda taken: ["people"])
    page = client_of(coordinator).get(address(f"settlements:{name}", project), follow=True)
    assert "Nie porównano: ktoś właśnie zmienia dane" in page.text


@pytest.mark.parametrize("name", ["charts", "at_risk", "what_if", "effectiveness", "dashboard"])
@pytest.mark.parametrize("on", ["0001-01-01", "1900-01-01", "2100-12-31", "9999-12-31", "\x00"])
def test_an_odd_day_is_answered(client_of, coordinator, project, name, on):
    ParticipationFactory(project=project)
    assert client_of(coordinator).get(address(f"indicators:{name}", project), {"on": on}).status_code == 200


@pytest.mark.parametrize(
    "query",
    ["since=1900-01-01", "since=0001-01-01", "on=2100-12-31&since=2100-12-31", "sex=X&group=Y", "counted=-1&others=x"],
)
def test_an_odd_question_of_why_is_answered(client_of, coordinator, project, query):
    ParticipationFactory(project=project)
    assert client_of(coordinator).get(f"{address('indicators:why', project, 'people')}?{query}").status_code == 200


def test_a_project_of_two_centuries_has_charts(client_of, coordinator):
    endless = ProjectFactory(starts_on=date(1900, 1, 1), ends_on=date(2100, 12, 31))
    TeamMemberFactory(project=endless, user=coordinator, role=Role.COORDINATOR)
    ProjectIndicatorFactory(project=endless, definition="people", name="", total=10)
    ParticipationFactory(project=endless, entered_on=date(2024, 3, 4))
    for name in ("dashboard", "charts"):
        response = client_of(coordinator).get(address(f"indicators:{name}", endless), {"on": "2100-12-31"})
        assert response.status_code == 200


# --- forms


def test_an_annex_whose_sum_no_column_holds_is_refused_in_words(client_of, coordinator, project):
    indicator = ProjectIndicatorFactory(project=project, definition="people", name="", women=1, men=1, total=2)
    parts = {f"i{indicator.pk}-{part}": LARGEST for part in ("women", "men", "total")}
    shown = {"women": 1, "men": 1, "total": 2}
    parts |= {f"initial-i{indicator.pk}-{part}": str(value) for part, value in shown.items()}
    sent = {"annex": "aneks nr 1", "holds_from": f"{project.starts_on:%d.%m.%Y}"} | parts
    response = client_of(coordinator).post(address("indicators:annex", project), sent)
    assert response.status_code == 200
    assert response.context["page"].form.non_field_errors() == [TOO_LARGE]
    assert not indicator.corrections.exists()
