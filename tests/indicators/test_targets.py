"""Targets: which indicators a project answers for, its own ones in words, and the thresholds of effectiveness."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from indicators.admin import ProjectIndicatorForm
from indicators.forms import OwnIndicatorForm
from indicators.models import EffectivenessThreshold, ProjectIndicator
from indicators.reports import ProgressReport
from projects.models import ProgrammingPeriod

from ..factories import (
    EffectivenessThresholdFactory,
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    HeadcountEventFactory,
    OutcomeFactory,
    ParticipationFactory,
    ProjectFactory,
    ProjectIndicatorFactory,
    SessionFactory,
    TeamMemberFactory,
)

TARGET = {"women": "", "men": "", "total": "10", "position": ""}
OWN = TARGET | {"name": "Liczba kobiet", "kind": "output", "unit": "osoby", "counts": "people"}


def url(project, name="targets", *args):
    return reverse(f"indicators:{name}", args=[project.slug, *args])


@pytest.fixture
def client(coordinator, client_of):
    return client_of(coordinator)


def value(project):
    """What the project's last indicator counts at the end of 2024."""
    return ProgressReport.build(project, date(2024, 12, 31)).rows[-1].value.total


# --- from the list


def test_an_official_indicator_comes_with_all_that_its_definition_says(project, client):
    page = client.post(url(project, "target_add"), TARGET | {"definition": "communities", "total": "5"}, follow=True)
    row = project.indicators.get()
    assert (row.definition, row.kind, row.unit, row.counts, row.register, row.total) == (
        "communities",
        "output",
        "szt.",
        "register",
        "community",
        5,
    )
    assert "Dodano wskaźnik: Liczba środowisk objętych programem aktywności lokalnej." in page.text


def test_the_list_offers_the_official_names_of_the_programme_and_not_what_is_taken(project, client):
    ProjectIndicatorFactory(project=project, definition="CO16")
    page = client.get(url(project, "target_add")).text
    assert "CO01 Liczba osób bezrobotnych" in page
    assert "CO16" not in page
    assert "EECO02" not in page


def test_an_indicator_taken_twice_at_the_same_time_is_refused(project, client):
    ProjectIndicatorFactory(project=project, definition="CO16")
    page = client.post(url(project, "target_add"), TARGET | {"definition": "CO16"})
    assert page.status_code == 200
    assert project.indicators.count() == 1


def test_women_and_men_give_the_total(project, client):
    client.post(url(project, "target_add"), {"definition": "at_risk", "women": "56", "men": "37", "total": ""})
    assert project.indicators.get().total == 93


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"women": "5", "men": "5", "total": "9"}, "Cele kobiet i mężczyzn nie zgadzają się z celem ogółem."),
        ({"women": "11"}, "Cele kobiet i mężczyzn nie zgadzają się z celem ogółem."),
        ({"women": "5", "total": ""}, "Cele kobiet i mężczyzn nie zgadzają się z celem ogółem."),
        ({"is_at_least": "on"}, "Podaj, ilu kobiet co najmniej ma być."),
        ({"total": "-1"}, "większa lub równa 0"),
        ({"total": "dużo"}, "Wpisz liczbę całkowitą."),
        ({"total": "9" * 30}, "mniejsza"),
        ({"position": "99999"}, "mniejsza"),
        ({"definition": ""}, "To pole jest wymagane."),
        ({"definition": "EECO02"}, "Wybierz poprawną wartość."),
    ],
)
def test_a_target_without_sense_is_refused_with_what_was_typed(wrong, sentence, project, client):
    page = client.post(url(project, "target_add"), TARGET | {"definition": "at_risk"} | wrong)
    assert page.status_code == 200
    assert sentence in page.text
    assert not project.indicators.exists()


def test_at_least_so_many_women_is_kept(project, client):
    client.post(
        url(project, "target_add"), {"definition": "at_risk", "women": "39", "total": "60", "is_at_least": "on"}
    )
    row = project.indicators.get()
    assert (row.women, row.men, row.total, row.is_at_least) == (39, None, 60, True)


def test_a_new_indicator_stands_last_and_a_place_can_be_chosen(project, client):
    for definition, position in (("CO01", ""), ("CO02", ""), ("CO03", "0")):
        client.post(url(project, "target_add"), TARGET | {"definition": definition, "position": position})
    assert list(project.indicators.values_list("definition", "position")) == [("CO01", 0), ("CO03", 0), ("CO02", 1)]


def test_a_target_can_be_changed_and_the_definition_cannot(project, client):
    row = ProjectIndicatorFactory(project=project, definition="CO16", total=7)
    page = client.get(url(project, "target_edit", row.pk))
    assert "Liczba osób z niepełnosprawnościami objętych wsparciem w programie" in page.text.replace("\xa0", " ")
    client.post(url(project, "target_edit", row.pk), TARGET | {"total": "9", "definition": "CO17", "name": "x"})
    row.refresh_from_db()
    assert (row.definition, row.name.startswith("liczba"), row.total) == ("CO16", True, 9)


def test_an_indicator_can_be_taken_off_the_list(project, client):
    row = ProjectIndicatorFactory(project=project, definition="CO16")
    page = client.post(url(project, "target_remove", row.pk), follow=True)
    assert "Usunięto z projektu wskaźnik: Liczba osób z niepełnosprawnościami" in page.text.replace("\xa0", " ")
    assert not project.indicators.exists()


@pytest.mark.parametrize("name", ["target_edit", "target_remove"])
def test_an_indicator_of_another_project_is_not_found(name, project, client):
    foreign = ProjectIndicatorFactory()
    assert client.post(url(project, name, foreign.pk), OWN).status_code == 404
    assert ProjectIndicator.objects.get() == foreign


def test_a_form_sent_twice_makes_one_indicator(project, client):
    sent = OWN | {"submission": "5f2d9e6c-6a68-4f0c-9a75-7e2f3f0f5a11"}
    for _ in range(2):
        assert client.post(url(project, "target_own"), sent).status_code == 302
    assert project.indicators.count() == 1


# --- in one's own words


def test_words_combine_and_count_at_once(project, client):
    for facts in ({}, {"degurba": "3"}, {"degurba": "3", "person__sex": "M"}):
        ParticipationFactory(project=project, **facts)
    client.post(
        url(project, "target_own"),
        OWN | {"name": "Kobiety ze wsi, długotrwale bezrobotne", "status": ["woman", "rural", "long_term_unemployed"]},
    )
    row = project.indicators.get()
    assert row.words == ["complete", "entered", "woman", "rural", "long_term_unemployed"]
    assert value(project) == 1


def test_age_and_support_are_words_too(project, client):
    support = FormOfSupportFactory(project=project)
    group = GroupFactory(form_of_support=support)
    for birth_year, finished in ((1999, True), (1999, False), (1970, True)):
        participation = ParticipationFactory(project=project, person__birth_date=date(birth_year, 5, 17))
        EnrolmentFactory(group=group, participation=participation, finished=finished)
    client.post(
        url(project, "target_own"), OWN | {"age_from": "18", "age_to": "29", "started": "", "completed": support.key}
    )
    assert project.indicators.get().words == ["complete", "entered", "aged:18-29", f"completed:{support.key}"]
    assert value(project) == 1


def test_who_achieved_something_is_asked_after_leaving(project, client):
    OutcomeFactory(participation=ParticipationFactory(project=project, left=True))
    OutcomeFactory(participation=ParticipationFactory(project=project))
    client.post(url(project, "target_own"), OWN | {"kind": "result", "proof": ["qualified_or_competent"]})
    assert project.indicators.get().words == ["complete", "entered", "left", "qualified_or_competent"]
    assert value(project) == 1


def test_an_own_indicator_opens_with_the_words_it_has_and_keeps_those_without_a_place(project, client):
    supports = [FormOfSupportFactory(project=project) for _ in range(2)]
    stored = [
        "complete",
        "entered",
        "finished",
        "woman",
        "aged:-24",
        f"started:{supports[0].key}",
        f"started:{supports[1].key}",
        "employed",
    ]
    row = ProjectIndicatorFactory(project=project, name="Własny", words=stored)
    form = OwnIndicatorForm(instance=row, project=project)
    assert form.others == [f"started:{supports[1].key}"]
    page = client.get(url(project, "target_edit", row.pk))
    assert "Pozostałe zdania, bez zmian" in page.text
    shown = {name: form[name].value() for name in form.fields if form[name].value() not in (None, "", False)}
    client.post(url(project, "target_edit", row.pk), shown)
    row.refresh_from_db()
    assert sorted(row.words) == sorted(stored)


@pytest.mark.parametrize(
    ("counts", "thing", "expected"),
    [
        ("register", {"register": "community"}, 0),
        ("sessions", {"form_of_support": True}, 2),
        ("leaders", {"form_of_support": True}, 1),
        ("events", {"event_kind": "festival"}, 1),
        ("visitors", {"event_kind": "festival"}, 120),
    ],
)
def test_what_is_no_person_is_counted_by_its_own_answer(counts, thing, expected, project, client):
    support = FormOfSupportFactory(project=project)
    group = GroupFactory(form_of_support=support, leader="Ewa Trenerska")
    EnrolmentFactory(group=group)
    SessionFactory.create_batch(2, group=group)
    HeadcountEventFactory(project=project)
    chosen = {name: support.pk if answer is True else answer for name, answer in thing.items()}
    meant_for_people = {"status": ["woman"], "age_from": "18"}
    client.post(url(project, "target_own"), OWN | {"unit": "szt.", "counts": counts} | chosen | meant_for_people)
    row = project.indicators.get()
    assert row.words == []
    assert value(project) == expected


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": ""}, "To pole jest wymagane."),
        ({"counts": "register"}, "Wybierz, co ma być liczone."),
        ({"counts": "sessions", "event_kind": "festival"}, "Wybierz, co ma być liczone."),
        ({"counts": "gwiazdy"}, "Wybierz poprawną wartość."),
        ({"status": ["magician"]}, "Wybierz poprawną wartość."),
        ({"started": "f999999"}, "Wybierz poprawną wartość."),
        ({"age_from": "30", "age_to": "18"}, "Górna granica wieku jest niższa niż dolna."),
        ({"age_from": "trzydzieści"}, "Wpisz liczbę całkowitą."),
    ],
)
def test_an_own_indicator_without_sense_is_refused(wrong, sentence, project, client):
    page = client.post(url(project, "target_own"), OWN | wrong)
    assert page.status_code == 200
    assert sentence in page.text
    assert not project.indicators.exists()


def test_a_form_of_support_of_another_project_cannot_be_counted(project, client):
    foreign = FormOfSupportFactory()
    for chosen in ({"counts": "sessions", "form_of_support": foreign.pk}, {"started": foreign.key}):
        page = client.post(url(project, "target_own"), OWN | chosen)
        assert page.status_code == 200
    assert not project.indicators.exists()


# --- the page


def test_the_page_shows_each_target_beside_todays_value(project, client):
    ParticipationFactory.create_batch(2, project=project)
    ProjectIndicatorFactory(project=project, definition="people", women=5, total=8, is_at_least=True)
    page = client.get(url(project)).text
    assert "Liczba osób objętych wsparciem" in page
    assert "≥&nbsp;5" in page
    assert "Dodaj z listy" in page


def test_a_programme_without_a_list_offers_only_own_indicators(coordinator, client_of):
    project = ProjectFactory(period=ProgrammingPeriod.NATIONAL)
    TeamMemberFactory(project=project, user=coordinator, role="coordinator")
    page = client_of(coordinator).get(url(project)).text
    assert "Dodaj z listy" not in page
    assert "Dodaj własny" in page


def test_the_page_asks_few_questions_however_many_indicators(project, client, django_assert_max_num_queries):
    ProjectIndicatorFactory.create_batch(40, project=project)
    with django_assert_max_num_queries(12):
        client.get(url(project))


def test_targets_belong_to_those_who_answer_for_them(project, social_worker, controller, client_of):
    for user in (social_worker, controller):
        assert client_of(user).get(url(project)).status_code == 403


# --- thresholds


def test_thresholds_are_set_changed_and_taken_back(project, client):
    page = client.post(
        url(project, "thresholds"),
        {"social_others": "34", "social_disabled": "34,00%", "employment_others": "25", "employment_disabled": "12.5"},
        follow=True,
    )
    assert "Zapisano progi efektywności." in page.text
    stored = dict(project.effectiveness_thresholds.values_list("group", "percent").filter(measure="employment"))
    assert stored == {"others": Decimal("25.00"), "disabled": Decimal("12.50")}
    assert 'value="12,50"' in client.get(url(project, "thresholds")).text
    client.post(url(project, "thresholds"), {"social_others": "40", "employment_others": ""})
    assert project.effectiveness_thresholds.get().percent == 40


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"social_all": "101"}, "mniejsza lub równa 100"),
        ({"social_all": "-1"}, "większa lub równa 0"),
        ({"social_all": "dużo"}, "Wpisz liczbę procent, na przykład 34 albo 34,50."),
        ({"social_all": "34,567"}, "2"),
        ({"social_all": "34", "social_others": "20"}, "Podaj próg dla wszystkich osób albo osobno dla dwóch grup."),
    ],
)
def test_a_threshold_without_sense_is_refused_and_nothing_changes(wrong, sentence, project, client):
    EffectivenessThresholdFactory(project=project, percent=Decimal("30"))
    page = client.post(url(project, "thresholds"), wrong)
    assert page.status_code == 200
    assert sentence in page.text
    assert EffectivenessThreshold.objects.get().percent == 30


# --- rules of the database


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({"name": ""}, "project_indicator_named"),
        ({"words": []}, "project_indicator_says_what_it_counts"),
        ({"counts": "register", "register": ""}, "project_indicator_says_what_it_counts"),
        ({"women": 5, "men": 5, "total": 9}, "project_indicator_parts_fit"),
    ],
)
def test_the_database_refuses_an_indicator_that_says_nothing(facts, rule, project):
    with pytest.raises(IntegrityError, match=rule):
        ProjectIndicatorFactory(project=project, **facts)


def test_the_database_refuses_an_official_indicator_twice(project):
    ProjectIndicatorFactory(project=project, definition="CO16")
    with pytest.raises(IntegrityError, match="project_indicator_once"):
        ProjectIndicatorFactory(project=project, definition="CO16")


def test_the_database_refuses_a_threshold_twice_and_beyond_a_hundred(project):
    EffectivenessThresholdFactory(project=project)
    with transaction.atomic(), pytest.raises(IntegrityError, match="threshold_once"):
        EffectivenessThresholdFactory(project=project)
    with pytest.raises(IntegrityError, match="threshold_in_percent"):
        EffectivenessThresholdFactory(project=project, measure="employment", percent=Decimal("100.01"))


# --- Django's admin


@pytest.mark.parametrize(
    ("facts", "field"),
    [({"definition": "CO99"}, "definition"), ({"words": "entered,magician"}, "words"), ({"words": "aged:x"}, "words")],
)
def test_the_operator_cannot_write_what_nobody_can_count(facts, field, project):
    class Form(ProjectIndicatorForm):
        class Meta:
            model = ProjectIndicator
            fields = ["project", "definition", "name", "words", "kind", "unit", "counts"]

    form = Form({"project": project.pk, **OWN} | facts)
    assert field in form.errors
