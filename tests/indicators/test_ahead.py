"""Deciding ahead on the screen: the page of suppositions, the pace of targets, and what stakes on whom."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from indicators.pace import Pace, in_order, paces
from indicators.reports import ProgressReport
from indicators.stakes import stakes_at, stakes_of, windows_of
from participants.feed import calendar_of
from participants.models import Participation

from ..factories import (
    EffectivenessThresholdFactory,
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    OutcomeFactory,
    ParticipationFactory,
    PersonFactory,
    ProjectFactory,
    ProjectIndicatorFactory,
    RegisterEntryFactory,
    TeamMemberFactory,
)

pytestmark = pytest.mark.django_db
ON = date(2024, 9, 30)
START, END = date(2024, 1, 1), date(2024, 12, 31)


@pytest.fixture
def running(coordinator, controller):
    """A year's project in its ninth month: two who left in September without a proof, one with, one inside, one draft."""
    project = ProjectFactory(slug="w-biegu", starts_on=START, ends_on=END)
    TeamMemberFactory(project=project, user=coordinator, role="coordinator")
    TeamMemberFactory(project=project, user=controller, role="controller")
    vocational = GroupFactory(form_of_support=FormOfSupportFactory(project=project, character="vocational"))
    left = {"project": project, "entered_on": START, "exit_reason": "completed"}
    people = {
        "soon": ParticipationFactory(**left, left_on=date(2024, 9, 5), person=person("Nowak"), disability="yes"),
        "later": ParticipationFactory(**left, left_on=date(2024, 9, 20), person=person("Łukasik")),
        "proved": ParticipationFactory(**left, left_on=date(2024, 9, 10), person=person("Kowal")),
        "inside": ParticipationFactory(project=project, entered_on=START, person=person("Żak")),
        "draft": ParticipationFactory(project=project, draft=True, person=person("Ćwik")),
    }
    for name in ("soon", "later", "proved"):
        EnrolmentFactory(group=vocational, participation=people[name], started_on=START)
    OutcomeFactory(
        participation=people["proved"], kind="qualification", is_validated=True, obtained_on=date(2024, 9, 11)
    )
    ProjectIndicatorFactory(project=project, definition="people", total=6)
    ProjectIndicatorFactory(project=project, definition="CR03", kind="result", total=4)
    ProjectIndicatorFactory(project=project, definition="communities", counts="register", unit="szt.", total=1)
    RegisterEntryFactory(project=project, happened_on=date(2024, 3, 1))
    for group, percent in (("disabled", 12), ("others", 25)):
        EffectivenessThresholdFactory(project=project, measure="employment", group=group, percent=percent)
    project.people = people
    return project


def person(last_name):
    return PersonFactory(last_name=last_name, first_name="Anna")


def text(response):
    return " ".join(response.content.decode().split()).replace("\xa0", " ")


def page(client, name, project, data="", **options):
    return client.get(reverse(f"indicators:{name}", args=[project.slug]) + data, **options)


@pytest.fixture
def client(client_of, coordinator):
    return client_of(coordinator)


# --- pace


def pace_of(running, key):
    return next(pace for pace in paces(ProgressReport.build(running, ON)) if pace.row.definition.key == key)


def test_the_pace_is_even_and_the_forecast_goes_on_as_before(running):
    pace = pace_of(running, "people")
    assert (pace.days, pace.days_gone, pace.days_left) == (366, 274, 92)
    assert pace.expected == 4  # 6 × 274 / 366 is 4.49
    assert (pace.row.value.total, pace.forecast) == (4, 5)  # 4 × 366 / 274 is 5.34
    assert (str(pace.monthly), str(pace.monthly_needed)) == ("0.4", "0.7")  # 2 × 30.4375 / 92 is 0.66, up
    assert pace.sentence.replace("\xa0", " ") == (
        "Przy równym tempie byłoby na ten dzień 4; w dotychczasowym na koniec będzie 5. "
        "Brakuje 2: potrzeba 0,7 na miesiąc, dotąd przybywało 0,4."
    )


DAYS = [
    # day, days gone, days left, forecast, needed a month
    (START - timedelta(days=1), 0, 366, None, "0.5"),
    (START, 1, 365, 4 * 366, "0.2"),
    (END, 366, 0, 4, None),
    (END + timedelta(days=60), 366, 0, 4, None),
]


@pytest.mark.parametrize(("on", "gone", "left", "forecast", "needed"), DAYS)
def test_the_ends_of_a_project_divide_by_nothing(running, on, gone, left, forecast, needed):
    row = next(row for row in ProgressReport.build(running, on).rows if row.definition.key == "people")
    pace = Pace(row, running, on)
    assert (pace.days_gone, pace.days_left, pace.forecast) == (gone, left, forecast)
    assert (str(pace.monthly_needed) if pace.monthly_needed is not None else None) == needed
    assert pace.sentence


def test_the_windows_that_stake_a_target_are_counted_and_the_nearest_is_named(running):
    windows = pace_of(running, "CR03").windows
    assert (windows.people, windows.until) == (2, date(2024, 10, 3))


def test_windows_of_nothing_ask_nothing(running, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert windows_of(running, [], ON) == {}


def test_the_furthest_behind_comes_first_and_the_reached_last(running):
    found = in_order(paces(ProgressReport.build(running, ON)))
    assert [pace.row.definition.key for pace in found] == ["CR03", "people", "communities"]
    by_window = in_order(paces(ProgressReport.build(running, ON)), "window")
    assert by_window[0].row.definition.key == "CR03"


def test_the_page_of_what_is_at_risk_says_it_in_words(running, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(12):
        response = page(client, "at_risk", running, "?on=2024-09-30")
    said = text(response)
    assert "Za upływem czasu nie nadąża 2 z 3 wskaźników z celem." in said
    assert "2 osoby mają otwarty termin, najbliższy mija 03.10.2024." in said
    assert "efektywność zatrudnieniowa, osoby z niepełnosprawnościami: 0 z 1 potrzebnych" in said
    assert page(client, "at_risk", running, "?sort=nonsense").status_code == 200


def test_a_project_without_targets_has_nothing_at_risk(coordinator, client):
    project = TeamMemberFactory(user=coordinator, role="coordinator").project
    assert "nic nie może być zagrożone" in text(page(client, "at_risk", project))


# --- what stakes on whom


def test_the_stakes_alone_are_those_of_the_whole_report(running, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        alone = stakes_at(running, ON)
    assert [one.sentence for one in alone] == [one.sentence for one in stakes_of(ProgressReport.build(running, ON))]


@pytest.mark.parametrize("many", [1, 40])
def test_the_radar_names_the_target_that_each_window_decides(running, client, django_assert_max_num_queries, many):
    for _one in range(many):
        ParticipationFactory(project=running, entered_on=START, left_on=date(2024, 9, 25), exit_reason="completed")
    with django_assert_max_num_queries(12):
        response = client.get(reverse("participants:deadlines", args=[running.slug]), {"on": "2024-09-30"})
    rows = text(response).split("<li id=")
    hers = next(row for row in rows if "Nowak Anna" in row)
    assert "został" in hers
    assert "efektywność zatrudnieniowa, osoby z niepełnosprawnościami: 0 z 1 potrzebnych" in hers
    assert "z uzyskanymi kwalifikacjami: 1 z 4 potrzebnych" in hers
    his = next(row for row in rows if "Łukasik Anna" in row)
    assert "efektywność zatrudnieniowa, pozostałe osoby: 0 z 1 potrzebnych" in his
    assert "niepełnosprawnościami" not in his


def test_the_dashboard_names_it_too_within_its_bound(running, client, django_assert_max_num_queries):
    with django_assert_max_num_queries(15):
        response = page(client, "dashboard", running, "?on=2024-09-30")
    said = text(response)
    assert "Przy osobie stoi, który cel od niej zależy." in said
    assert "z uzyskanymi kwalifikacjami: 1 z 4 potrzebnych" in said
    assert reverse("indicators:at_risk", args=[running.slug]) in said
    assert reverse("indicators:what_if", args=[running.slug]) in said


def test_the_calendar_stays_without_what_is_at_stake(running, coordinator, client):
    feed = calendar_of(coordinator, ON, lambda one: one.reference).decode()
    assert "BEGIN:VEVENT" in feed
    assert "potrzebnych" not in feed


# --- the page of suppositions


def test_the_page_asks_few_questions_however_much_is_supposed(running, client, django_assert_max_num_queries):
    pks = [one.pk for one in running.people.values()]
    supposed = "&".join(f"p{pk}=completed&p{pk}=full_job&p{pk}=qualified&m{pk}=2" for pk in pks)
    with django_assert_max_num_queries(12):
        response = page(client, "what_if", running, f"?on=2024-09-30&{supposed}&g=all&n=7")
    assert response.status_code == 200


def test_those_with_an_open_window_come_first_then_those_inside(running, client):
    lines = page(client, "what_if", running, "?on=2024-09-30").context["lines"]
    assert [line.participation.person.last_name for line in lines] == ["Nowak", "Kowal", "Łukasik", "Ćwik", "Żak"]


def test_every_figure_moves_and_nothing_is_saved(running, client):
    before = list(Participation.objects.order_by("pk").values())
    inside = running.people["inside"].pk
    response = page(client, "what_if", running, f"?on=2024-09-30&p{inside}=completed&p{inside}=qualified")
    row = next(change for change in response.context["what_if"].targets if change.after.definition.key == "CR03")
    assert (row.before.value.total, row.after.value.total, row.by) == (1, 2, 1)
    assert "Brakuje 2 osób." in text(response)
    assert list(Participation.objects.order_by("pk").values()) == before


def test_without_a_script_what_was_ticked_becomes_an_address_without_names(running, client):
    pk = running.people["inside"].pk
    data = {
        f"p{pk}": ["completed", "full_job"],
        f"l{pk}": "15.10.2024",
        f"j{pk}": "",
        "on": "30.09.2024",
        "q": "",
        "go": "1",
    }
    response = client.post(reverse("indicators:what_if", args=[running.slug]), data)
    assert response.status_code == 302
    assert response.url == (
        f"/projekty/w-biegu/co-jesli/?on=2024-09-30&p{pk}=completed&p{pk}=full_job&l{pk}=2024-10-15"
    )
    assert client.get(response.url).context["what_if"].day == date(2024, 10, 15)


def test_a_search_keeps_what_was_ticked_and_puts_no_name_into_an_address(running, client):
    pk = running.people["inside"].pk
    data = {f"p{pk}": ["completed"], "q": "lukasik", "on": "30.09.2024"}
    response = client.post(reverse("indicators:what_if", args=[running.slug]), data)
    assert [line.participation.person.last_name for line in response.context["lines"]] == ["Łukasik"]
    assert (f"p{pk}", "completed") in response.context["kept"]
    assert "lukasik" not in response.context["address"]
    assert "Nikogo takiego nie ma w tym projekcie." in text(client.post(response.request["PATH_INFO"], {"q": "nikt"}))


def test_choices_are_kept_across_pages(running, client):
    ParticipationFactory.create_batch(20, project=running, entered_on=START)
    first = running.people["soon"].pk
    response = page(client, "what_if", running, f"?on=2024-09-30&page=2&p{first}=full_job")
    assert first not in [line.pk for line in response.context["lines"]]
    assert response.context["kept"] == [(f"p{first}", "full_job")]
    assert [line.pk for line in response.context["chosen"]] == [first]
    assert page(client, "what_if", running, "?page=999").context["page"].number == 3


def test_a_change_on_the_screen_tells_the_browser_its_new_address(running, client):
    pk = running.people["inside"].pk
    url = reverse("indicators:what_if", args=[running.slug])
    response = client.post(url, {f"p{pk}": ["completed", ""], "on": ""}, headers={"HX-Request": "true"})
    assert (response.status_code, response["HX-Replace-Url"]) == (200, f"{url}?p{pk}=completed")


def test_who_is_closest_comes_with_the_day_and_what_to_do(running, client):
    short = {one.key: people for one, people in page(client, "what_if", running, "?on=2024-09-30").context["short"]}
    assert [near.participation.person.last_name for near in short["CR03"]] == ["Nowak", "Łukasik", "Żak"]
    assert [near.participation.person.last_name for near in short["people"]] == ["Ćwik"]
    nearest = short["CR03"][0]
    assert nearest.sentence.replace("\xa0", " ") == "brakuje tylko dowodu, do 03.10.2024 zostały 3 dni"
    assert nearest.url == reverse("participants:outcome_add", args=[running.slug, running.people["soon"].pk])


def test_who_is_supposed_to_count_is_not_among_the_closest(running, client):
    soon = running.people["soon"].pk
    response = page(client, "what_if", running, f"?on=2024-09-30&p{soon}=qualified")
    short = {one.key: people for one, people in response.context["short"]}
    assert short["CR03"][0].participation.pk == running.people["later"].pk


def test_a_controller_sees_the_page_without_actions(running, client_of, controller):
    said = text(page(client_of(controller), "what_if", running, "?on=2024-09-30"))
    assert "brakuje tylko dowodu" in said
    assert reverse("participants:outcome_add", args=[running.slug, running.people["soon"].pk]) not in said


def test_an_empty_project_says_what_would_be_here(coordinator, client):
    project = TeamMemberFactory(user=coordinator, role="coordinator").project
    assert "W tym projekcie nie ma jeszcze nikogo." in text(page(client, "what_if", project))
