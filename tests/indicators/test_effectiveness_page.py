"""The page of effectiveness, the form of its rules, and the radar, which asks whom the agreement asks."""

from datetime import date

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils.html import strip_tags

from indicators.examples.effectiveness import JOBS, LATER, LEFT, PENDING, REST, WAYS
from indicators.measures import SHOWN, measures_of
from indicators.models import EffectivenessRules
from participants.deadlines import followed

from ..factories import (
    EffectivenessRulesFactory,
    EffectivenessThresholdFactory,
    OutcomeFactory,
    ProjectFactory,
)
from .test_effectiveness import person, put, threshold_of

pytestmark = pytest.mark.django_db
IN_WINDOW = date(2024, 8, 1)


@pytest.fixture
def coordinating(client_of, coordinator):
    return client_of(coordinator)


def page(client, project, on=LATER, name="effectiveness"):
    response = client.get(f"{reverse(f'indicators:{name}', args=[project.slug])}?on={on:%Y-%m-%d}")
    assert response.status_code == 200
    return response


def plain(response):
    """The words of the page in one line."""
    return " ".join(strip_tags(response.text.replace("<", " <")).split()).replace(" .", ".").replace(" ,", ",")


# --- the radar


@pytest.mark.parametrize("way", WAYS, ids=lambda way: f"{way.measure}: {way.who}")
def test_the_radar_waits_for_whom_the_measure_asks_and_nobody_satisfies_it(project, way):
    put(project, way)
    row = followed(project.participations, way.on).first()
    awaits = way.place in (REST, PENDING)
    expected = (awaits and way.measure != "social", awaits and way.measure != "employment")
    assert ((row.awaits_job, row.awaits_progress) if row else (False, False)) == expected


def test_the_radar_asks_nobody_whose_group_has_no_threshold(project):
    person(project, "vocational", disability="yes")
    threshold_of(project, group="others")
    assert not followed(project.participations, IN_WINDOW).get().awaits_job
    EffectivenessThresholdFactory(project=project, measure="employment", group="disabled")
    assert followed(project.participations, IN_WINDOW).get().awaits_job


def test_the_groups_that_are_asked_follow_the_thresholds_whoever_writes(project):
    rules = lambda: EffectivenessRules.objects.get(project=project)  # noqa: E731
    first = EffectivenessThresholdFactory(project=project, measure="social", group="all")
    assert rules().asked == ["social:all"]
    EffectivenessThresholdFactory(project=project, measure="employment", group="all")
    type(first).objects.filter(pk=first.pk).update(group="others")
    assert rules().asked == ["employment:all", "social:others"]
    type(first).objects.filter(project=project).delete()
    assert rules().asked == []


def test_a_project_is_deleted_with_its_thresholds_and_rules():
    project = EffectivenessThresholdFactory().project
    project.delete()
    assert not EffectivenessRules.objects.exists()


# --- the page


def test_the_page_says_what_came_of_it_who_is_awaited_and_who_is_left_out(project, coordinating):
    threshold_of(project)
    job = {"kind": "employment", "obtained_on": date(2024, 7, 10)}
    working = person(project, "vocational", person__last_name="Adamska")
    OutcomeFactory(participation=working, contract_kind="employment", contract_months=3, working_time=1, **job)
    waiting = person(project, "vocational", person__last_name="Bielska", person__sex="M")
    OutcomeFactory(participation=waiting, contract_kind="civil", contract_months=2, contract_value=5000, **job)
    own = person(project, "vocational", person__last_name="Cicha")
    OutcomeFactory(participation=own, contract_kind="business", contract_months=9, is_project_funded=True, **job)
    text = plain(page(coordinating, project, IN_WINDOW)).replace("\xa0", " ")
    assert (
        "Efekt osiągnęła 1 osoba z 1, czyli 100,00%. Próg 25,00% jest osiągnięty, stopień realizacji 400,00%." in text
    )
    assert (
        "Na 1 osobę miara jeszcze czeka. Próg będzie osiągnięty, nawet jeśli żadna z nich efektu nie osiągnie." in text
    )
    assert "26.09.2024 56 dni" in text
    assert "umowa na 2 miesiące, potrzeba 3, wartość 5 000,00 zł, potrzeba 3 × 4 300,00 zł = 12 900,00 zł" in text
    assert "działalność założona za środki projektu (10.07.2024)" in text


def test_on_a_past_day_only_what_had_happened_by_then_is_told(project):
    threshold_of(project)
    participation = person(project, "vocational")
    for day, months in ((date(2024, 7, 10), 2), (date(2024, 8, 20), 12)):
        facts = {"contract_kind": "employment", "contract_months": months, "working_time": 1}
        OutcomeFactory(participation=participation, kind="employment", obtained_on=day, **facts)
    told = measures_of(project, IN_WINDOW)[0].awaited[0].lacking
    assert "10.07.2024" in told
    assert "20.08.2024" not in told


# succeeded, measured, pending → the sentences
SENTENCES = [
    ((0, 0, 0), ["Nikt jeszcze nie wszedł do tej miary.", "Próg wynosi 25,00%."]),
    (
        (0, 5, 0),
        [
            "Efekt osiągnęło 0 osób z 5, czyli 0,00%.",
            "Próg 25,00% nie jest osiągnięty, stopień realizacji 0,00%: brakuje 2 osób.",
        ],
    ),
    (
        (1, 3, 2),
        [
            "Efekt osiągnęła 1 osoba z 3, czyli 33,33%.",
            "Próg 25,00% jest osiągnięty, stopień realizacji 133,33%.",
            "Na 2 osoby miara jeszcze czeka. Gdy miną wszystkie terminy, próg będzie osiągnięty, jeśli efekt osiągnie 1 z 2.",
        ],
    ),
    (
        (0, 7, 1),
        [
            "Efekt osiągnęło 0 osób z 7, czyli 0,00%.",
            "Próg 25,00% nie jest osiągnięty, stopień realizacji 0,00%: brakuje 2 osób.",
            "Na 1 osobę miara jeszcze czeka. Nawet gdyby efekt osiągnęły wszystkie, próg nie zostałby osiągnięty.",
        ],
    ),
]


@pytest.mark.parametrize(("counts", "sentences"), SENTENCES, ids=lambda value: str(value))
def test_the_sentences_of_a_measure(project, counts, sentences):
    threshold_of(project)
    succeeded, measured, pending = counts
    for number in range(measured + pending):
        left_on = date(2024, 12, 20) if number >= measured else LEFT
        participation = person(project, "vocational", left_on=left_on)
        if number < succeeded:
            OutcomeFactory(
                participation=participation,
                kind="employment",
                obtained_on=LEFT,
                contract_kind="employment",
                contract_months=3,
                working_time=1,
            )
    found = measures_of(project, LATER)[0].sentences
    assert [sentence.replace("\xa0", " ") for sentence in found] == sentences


def test_only_the_first_are_listed_and_the_rest_opens_with_the_figure(project, coordinating):
    threshold_of(project)
    for _ in range(SHOWN + 1):
        person(project, "vocational")
    response = page(coordinating, project, IN_WINDOW)
    assert response.text.count("nie zapisano żadnego dowodu") == SHOWN
    assert f"Wszystkie osoby, na które miara czeka ({SHOWN + 1})" in plain(response)


def test_who_may_not_see_people_sees_numbers(project, controller, client_of, monkeypatch):
    threshold_of(project)
    waiting = person(project, "vocational", person__last_name="Bielska")
    monkeypatch.setattr("projects.models.Project.allowed", {"indicators_view"}, raising=False)
    text = plain(page(client_of(controller), project, IN_WINDOW))
    assert "Bielska" not in text
    assert waiting.reference in text


def test_a_project_without_thresholds_says_so(project, coordinating):
    assert "Umowa tego projektu nie stawia progów efektywności." in plain(page(coordinating, project))


@pytest.mark.parametrize("number", [1, 12])
def test_the_page_asks_few_questions_whatever_the_number_of_people(
    project, coordinating, number, django_assert_max_num_queries
):
    for measure in ("social", "employment"):
        for group in ("others", "disabled"):
            EffectivenessThresholdFactory(project=project, measure=measure, group=group)
    for _ in range(number):
        OutcomeFactory(
            participation=person(project, "vocational", "social"),
            kind="employment",
            obtained_on=LEFT,
            contract_kind="civil",
            contract_months=3,
            contract_value=1,
        )
    with django_assert_max_num_queries(12):
        page(coordinating, project, IN_WINDOW)


# --- the rules


def rules_form(**changes):
    return {"version": "later", "grouping": "disjoint", "special": "disabled", **changes}


def test_the_rules_are_saved_with_the_thresholds_and_thresholds_of_another_version_go(project, coordinating):
    url = reverse("indicators:thresholds", args=[project.slug])
    EffectivenessThresholdFactory(project=project, measure="social", group="all", percent=34)
    typed = rules_form(version="joint", grouping="overlapping", special="severe", excludes_homeless="on")
    coordinating.post(
        url, typed | {"joint_all": "56", "joint_disabled": "46", "employment_all": "22", "social_all": "34"}
    )
    rules = EffectivenessRules.objects.get(project=project)
    assert (rules.version, rules.grouping, rules.special) == ("joint", "overlapping", "severe")
    assert (rules.excludes_homeless, rules.excludes_school) == (True, False)
    assert rules.asked == ["employment:all", "joint:all", "joint:disabled"]


def test_a_post_of_thresholds_alone_leaves_the_rules_as_they_are(project, coordinating):
    EffectivenessRulesFactory(project=project, version="joint", special="severe", only_at_risk=True)
    coordinating.post(reverse("indicators:thresholds", args=[project.slug]), {"joint_others": "56"})
    rules = EffectivenessRules.objects.get(project=project)
    assert (rules.version, rules.special, rules.only_at_risk, rules.asked) == (
        "joint",
        "severe",
        True,
        ["joint:others"],
    )


# version, grouping → the special group, the thresholds that are filled in
PROPOSALS = [
    ("joint", "disjoint", "severe", {"joint_others": 56, "joint_disabled": 46, "employment_others": 22, "employment_disabled": 12}),
    ("joint", "overlapping", "severe", {"joint_all": 56, "joint_disabled": 46, "employment_all": 22, "employment_disabled": 12}),
    ("separate", "disjoint", "severe", {"social_others": 34, "social_disabled": 34, "employment_others": 22, "employment_disabled": 12}),
    ("later", "disjoint", "disabled", {"social_others": 34, "social_disabled": 34, "employment_others": 25, "employment_disabled": 12}),
]  # fmt: skip


@pytest.mark.parametrize(("version", "grouping", "special", "thresholds"), PROPOSALS)
def test_a_version_proposes_its_thresholds_and_saves_nothing(
    project, coordinating, version, grouping, special, thresholds
):
    typed = rules_form(version=version, grouping=grouping, social_others="99", propose="1", excludes_minors="on")
    response = coordinating.post(reverse("indicators:thresholds", args=[project.slug]), typed)
    form = response.context["form"]
    shown = {name: form[name].value() for name in form.fields if str(form[name].value()).endswith(",00")}
    assert shown == {name: f"{percent},00" for name, percent in thresholds.items()}
    assert (form["special"].value(), form["excludes_minors"].value()) == (special, True)
    assert not EffectivenessRules.objects.exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"version": "newest"}, "Wybierz poprawną wartość"),
        (
            {"grouping": "overlapping", "employment_others": "22"},
            "Przy grupach łącznych podaj próg dla wszystkich osób",
        ),
        (
            {"employment_all": "22", "employment_others": "22"},
            "Podaj próg dla wszystkich osób albo osobno dla dwóch grup.",
        ),
    ],
)
def test_rules_without_sense_are_refused(project, coordinating, typed, sentence):
    response = coordinating.post(reverse("indicators:thresholds", args=[project.slug]), rules_form(**typed))
    assert sentence in response.text
    assert not EffectivenessRules.objects.exists()


def test_the_form_shows_the_examples_on_which_the_rules_are_proved(project, coordinating):
    text = plain(page(coordinating, project, name="thresholds"))
    for told in (*JOBS, *WAYS):
        assert " ".join(str(told.who).split()) in text.replace("\xa0", " ")


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({"version": "newest"}, "rules_version_known"),
        ({"grouping": "none"}, "rules_grouping_known"),
        ({"special": "nobody"}, "rules_special_known"),
    ],
)
def test_the_database_refuses_rules_that_no_list_knows(facts, rule):
    with pytest.raises(IntegrityError, match=rule):
        EffectivenessRulesFactory(project=ProjectFactory(), **facts)
