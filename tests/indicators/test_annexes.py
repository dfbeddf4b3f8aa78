"""Annexes on the screen: a change of one target, one form for all that an annex changes, the history of a target."""

import re
from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from indicators.models import TargetCorrection

from ..factories import ProjectIndicatorFactory, TargetCorrectionFactory

ANNEX = {"annex": "aneks nr 1 z 20.02.2024", "holds_from": "01.03.2024"}
FIELD = re.compile(r'<input type="(\w+)" name="([^"]+)"([^>]*)>')
VALUE = re.compile(r'value="([^"]*)"')


@pytest.fixture
def client(coordinator, client_of):
    return client_of(coordinator)


@pytest.fixture
def indicator(project):
    return ProjectIndicatorFactory(project=project, definition="at_risk", women=39, total=60, is_at_least=True)


def url(project, name, *args):
    return reverse(f"indicators:{name}", args=[project.slug, *args])


def plain(page):
    return page.text.replace("\xa0", " ").replace("&nbsp;", " ")


def as_shown(page):
    """What a browser would send back of the page's form if nobody touched it."""
    sent = {}
    for kind, name, rest in FIELD.findall(page.text):
        value = VALUE.search(rest)
        if name not in ("csrfmiddlewaretoken", "q") and (kind != "checkbox" or " checked" in rest):
            sent[name] = value[1] if value else "on" if kind == "checkbox" else ""
    return sent


# --- one target


def test_a_change_of_one_target_is_written_down(indicator, project, client):
    page = client.post(url(project, "correction_add", indicator.pk), ANNEX | {"women": "30", "men": "26"}, follow=True)
    correction = indicator.corrections.get()
    assert (correction.annex, correction.holds_from) == ("aneks nr 1 z 20.02.2024", date(2024, 3, 1))
    assert (correction.women, correction.men, correction.total) == (30, 26, 56), "women and men give the total"
    assert "aneks nr 1 z 20.02.2024" in plain(page)
    indicator.refresh_from_db()
    assert (indicator.women, indicator.total) == (39, 60), "the agreement stays what it was"


def test_an_annex_may_change_a_number_into_a_per_cent(indicator, project, client):
    client.post(url(project, "correction_add", indicator.pk), ANNEX | {"percent": "12,5", "is_at_least": "on"})
    correction = indicator.corrections.get()
    assert (correction.percent, correction.is_at_least, correction.total) == (Decimal("12.50"), True, None)


def test_an_annex_may_take_a_target_away(indicator, project, client):
    page = client.post(url(project, "correction_add", indicator.pk), ANNEX | {"is_withdrawn": "on"}, follow=True)
    assert indicator.corrections.get().is_empty
    assert "cel skreślony" in page.text
    form = client.get(url(project, "correction_edit", indicator.corrections.get().pk)).context["form"]
    assert form["is_withdrawn"].value() is True


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"total": "5", "annex": ""}, "To pole jest wymagane."),
        ({"total": "5", "annex": "x" * 101}, "najwyżej 100 znaków"),
        ({"total": "5", "holds_from": ""}, "To pole jest wymagane."),
        ({"total": "5", "holds_from": "31.02.2024"}, "To nie jest data."),
        ({"total": "5", "holds_from": "01.03.2019"}, "poza okresem realizacji projektu"),
        ({}, "Podaj nową wartość docelową."),
        ({"total": "5", "is_withdrawn": "on"}, "Cel jest skreślony albo ma nową wartość."),
        ({"women": "6", "total": "5"}, "Cele kobiet i mężczyzn nie zgadzają się z celem ogółem."),
        ({"total": "5", "percent": "20"}, "Cel jest liczbą albo procentem uczestników."),
        ({"percent": "0"}, "Cel w procentach jest większy od zera i najwyżej 100."),
        ({"percent": "101"}, "mniejsza lub równa 100"),
        ({"percent": "dużo"}, "Wpisz liczbę procent"),
        ({"total": "5", "is_at_least": "on"}, "Podaj, ilu kobiet co najmniej ma być."),
        ({"total": "-5"}, "większa lub równa 0"),
    ],
)
def test_a_change_without_sense_is_refused_with_what_was_typed(wrong, sentence, indicator, project, client):
    page = client.post(url(project, "correction_add", indicator.pk), ANNEX | wrong)
    assert page.status_code == 200
    assert sentence in plain(page)
    assert not TargetCorrection.objects.exists()


def test_two_changes_of_a_target_from_one_day_are_refused_with_a_sentence(indicator, project, client):
    TargetCorrectionFactory(indicator=indicator, holds_from=date(2024, 3, 1))
    page = client.post(url(project, "correction_add", indicator.pk), ANNEX | {"total": "5"})
    assert "Od tego dnia obowiązuje już inna zmiana tego celu." in plain(page)
    assert indicator.corrections.count() == 1


def test_things_have_no_target_in_per_cent(project, client):
    things = ProjectIndicatorFactory(project=project, definition="communities", counts="register", register="community")
    page = client.post(url(project, "correction_add", things.pk), ANNEX | {"percent": "20"})
    assert "Celem w procentach uczestników może być tylko liczba osób." in plain(page)


def test_a_form_sent_twice_writes_one_change(indicator, project, client):
    sent = ANNEX | {"total": "5", "submission": "5f2d9e6c-6a68-4f0c-9a75-7e2f3f0f5a11"}
    for _ in range(2):
        assert client.post(url(project, "correction_add", indicator.pk), sent).status_code == 302
    assert indicator.corrections.count() == 1


def test_a_change_can_be_put_right_and_taken_back(indicator, project, client):
    correction = TargetCorrectionFactory(indicator=indicator, total=50)
    client.post(url(project, "correction_edit", correction.pk), ANNEX | {"total": "55"})
    correction.refresh_from_db()
    assert (correction.total, correction.holds_from) == (55, date(2024, 3, 1))
    page = client.post(url(project, "correction_remove", correction.pk), follow=True)
    assert "Usunięto zmianę celu: aneks nr 1 z 20.02.2024." in plain(page)
    assert not indicator.corrections.exists()


@pytest.mark.parametrize("name", ["correction_edit", "correction_remove"])
def test_a_change_of_another_project_is_not_found(name, project, client):
    foreign = TargetCorrectionFactory()
    assert client.post(url(project, name, foreign.pk), ANNEX | {"total": "5"}).status_code == 404
    assert client.post(url(project, "correction_add", foreign.indicator.pk), ANNEX).status_code == 404
    assert TargetCorrection.objects.get() == foreign


# --- the history


def test_the_history_shows_the_agreement_each_annex_and_what_holds_now(indicator, project, client):
    for day, annex, total in ((date(2024, 3, 1), "aneks A", 56), (date(2024, 9, 1), "aneks B", 58)):
        TargetCorrectionFactory(indicator=indicator, annex=annex, holds_from=day, total=total)
    TargetCorrectionFactory(indicator=indicator, annex="aneks C", holds_from=project.ends_on, total=70)
    steps = client.get(url(project, "target_history", indicator.pk)).context["steps"]
    assert [(str(step.correction or "umowa"), step.promise.total, step.state) for step in steps[:3]] == [
        ("umowa", 60, "past"),
        ("aneks A", 56, "past"),
        ("aneks B", 58, "now"),
    ]
    assert (str(steps[3].correction), steps[3].state) == ("aneks C", "ahead")


def test_the_form_of_the_agreement_says_that_annexes_followed(indicator, project, client):
    assert "Ten cel zmienił później aneks" not in client.get(url(project, "target_edit", indicator.pk)).text
    TargetCorrectionFactory(indicator=indicator)
    assert "Ten cel zmienił później aneks" in client.get(url(project, "target_edit", indicator.pk)).text


# --- a whole annex


@pytest.fixture
def several(project, indicator):
    """Four indicators: with women at least, with a total, with per cent, of things; and one without a target."""
    return [
        indicator,
        ProjectIndicatorFactory(project=project, definition="CO16", total=4),
        ProjectIndicatorFactory(project=project, name="część", total=None, percent=Decimal("20"), is_at_least=True),
        ProjectIndicatorFactory(project=project, definition="communities", counts="register", register="community"),
        ProjectIndicatorFactory(project=project, definition="CO01", total=None),
    ]


def test_an_annex_writes_only_what_it_changes(several, project, client):
    shown = as_shown(client.get(url(project, "annex")))
    assert shown[f"i{several[0].pk}-women"] == "39"
    assert shown[f"i{several[2].pk}-percent"] == "20,00"
    changed = {f"i{several[0].pk}-total": "56", f"i{several[2].pk}-percent": "25", f"i{several[3].pk}-total": "7"}
    page = client.post(url(project, "annex"), shown | ANNEX | changed, follow=True)
    assert "Zapisano aneks nr 1 z 20.02.2024: 3 cele." in plain(page)
    assert {(c.indicator_id, c.women, c.total, c.percent, c.is_at_least) for c in TargetCorrection.objects.all()} == {
        (several[0].pk, 39, 56, None, True),
        (several[2].pk, None, None, Decimal("25.00"), True),
        (several[3].pk, None, 7, None, False),
    }
    assert set(TargetCorrection.objects.values_list("annex", "holds_from")) == {(ANNEX["annex"], date(2024, 3, 1))}


def test_an_annex_with_one_wrong_target_writes_nothing(several, project, client):
    shown = as_shown(client.get(url(project, "annex")))
    changed = {f"i{several[0].pk}-total": "38", f"i{several[1].pk}-total": "5"}
    page = client.post(url(project, "annex"), shown | ANNEX | changed)
    assert page.status_code == 200
    assert "Cele kobiet i mężczyzn nie zgadzają się z celem ogółem." in plain(page)
    assert "Popraw cele, przy których stoją uwagi." in plain(page)
    assert not TargetCorrection.objects.exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({}, "Żaden cel się nie zmienił."),
        ({"total": "", "women": "", "is_at_least": ""}, "Skreślenie celu zapisz przy samym wskaźniku."),
        ({"total": "61", "percent": "20"}, "Cel jest liczbą albo procentem uczestników."),
        ({"total": "dużo"}, "Wpisz liczbę całkowitą."),
    ],
)
def test_an_annex_without_sense_is_refused(wrong, sentence, several, project, client):
    shown = as_shown(client.get(url(project, "annex")))
    changed = {f"i{several[0].pk}-{name}": value for name, value in wrong.items()}
    page = client.post(url(project, "annex"), shown | ANNEX | changed)
    assert sentence in plain(page)
    assert not TargetCorrection.objects.exists()


def test_an_annex_from_the_day_of_another_one_is_named_at_its_target(several, project, client):
    TargetCorrectionFactory(indicator=several[0], annex="aneks nr 0", holds_from=date(2024, 3, 1), total=50)
    shown = as_shown(client.get(url(project, "annex")))
    page = client.post(url(project, "annex"), shown | ANNEX | {f"i{several[0].pk}-total": "56"})
    assert "Od tego dnia obowiązuje już inna zmiana tego celu: aneks nr 0." in plain(page)
    assert TargetCorrection.objects.count() == 1


def test_what_somebody_else_changed_meanwhile_is_no_change_of_this_annex(several, project, client):
    shown = as_shown(client.get(url(project, "annex")))
    TargetCorrectionFactory(indicator=several[1], holds_from=project.starts_on, total=9)
    client.post(url(project, "annex"), shown | ANNEX | {f"i{several[0].pk}-total": "56"})
    assert list(TargetCorrection.objects.filter(annex=ANNEX["annex"]).values_list("indicator", flat=True)) == [
        several[0].pk
    ]


def test_an_annex_sent_twice_is_written_once(several, project, client):
    sent = as_shown(client.get(url(project, "annex"))) | ANNEX | {f"i{several[0].pk}-total": "56"}
    for _ in range(2):
        assert client.post(url(project, "annex"), sent).status_code == 302
    assert TargetCorrection.objects.count() == 1


def test_the_form_of_an_annex_asks_few_questions_however_many_indicators(
    project, client, django_assert_max_num_queries
):
    ProjectIndicatorFactory.create_batch(40, project=project)
    with django_assert_max_num_queries(12):
        assert client.get(url(project, "annex")).status_code == 200


def test_a_project_without_indicators_has_nothing_to_change(project, client):
    assert (
        "Projekt nie ma jeszcze wskaźników, których cele aneks mógłby zmienić."
        in client.get(url(project, "annex")).text
    )


def test_targets_of_annexes_belong_to_those_who_answer_for_them(
    indicator, project, social_worker, controller, client_of
):
    for user in (social_worker, controller):
        assert client_of(user).get(url(project, "annex")).status_code == 403
        assert client_of(user).get(url(project, "target_history", indicator.pk)).status_code == 403
