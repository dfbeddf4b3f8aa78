"""Dlaczego?: groups and their order, every failing word with what to do, periods, search and filters, pseudonyms."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts.permissions import Permission
from accounts.roles import POLICIES, Policy, Role
from indicators import reasons
from indicators.catalogue import BY_KEY
from indicators.effectiveness import Part, definition_of
from indicators.members import members, members_in_period
from indicators.queries import compute
from indicators.reasons import Reading

from ..factories import (
    EffectivenessThresholdFactory,
    OutcomeFactory,
    ParticipationFactory,
    PremiseFactory,
    ProjectIndicatorFactory,
)
from .random_people import nothing_kept, people, project_with_support, recorded

pytestmark = pytest.mark.django_db
ON = date(2024, 12, 31)
KEY = "qualified_or_competent"
IN, LEFT = {"entered_on": date(2024, 2, 5)}, {"left_on": date(2024, 6, 28), "exit_reason": "completed"}
EXAMPLES = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
DEFINITIONS = ["people", "CO01", "CO02", "CO08", "CO16", "CR02", "CR04", "CR05", "at_risk", KEY]


def why(client, project, key=KEY, **query):
    return client.get(reverse("indicators:why", args=[project.slug, key]), {"on": ON} | query)


def one(project, premise=True, outcome=None, **facts):
    participation = ParticipationFactory(project=project, **(IN | facts))
    if premise:
        PremiseFactory(participation=participation)
    if outcome is not None:
        OutcomeFactory(participation=participation, **outcome)
    return participation


def read(project, key, on=ON, **more):
    """{participation: its cells} of everybody in the project."""
    reading = Reading(BY_KEY[key], project, on, **more)
    rows = reasons.with_children(
        reasons.with_reasons(project.participations.order_by("pk"), reading.definition, on, reading.before)
    )
    return {row: reading.cells(row) for row in rows}


def failing(project, key, on=ON, **more):
    """What is said under each failing word of the only person: [(column, text, action)]."""
    ((_row, cells),) = read(project, key, on, **more).items()
    pairs = zip(BY_KEY[key].words, cells, strict=True)
    return [(str(word.column), cell.text, str(cell.action)) for word, cell in pairs if not cell.holds]


# --- by construction


@EXAMPLES
@given(st.lists(people, max_size=8), st.dates(date(2024, 1, 1), date(2025, 9, 1)), st.integers(0, 200))
def test_value_members_and_people_without_a_failing_word_are_the_same(crowd, on, days):
    """And so are the groups, the two lists, and the value of any period; every failing word says something."""
    with nothing_kept():
        project, groups = project_with_support()
        for facts in crowd:
            recorded(project, groups, facts)
        thresholds = [EffectivenessThresholdFactory(project=project, measure=m) for m in ("social", "employment")]
        measures = [definition_of(threshold, part) for threshold in thresholds for part in Part]
        definitions = [*(BY_KEY[key] for key in DEFINITIONS), *measures]
        since = on - timedelta(days=days)
        figures = compute([project], definitions, on, since)[project.pk]
        listed, came = members(project, definitions, on), members_in_period(project, definitions, since, on)
        for definition in definitions:
            agrees(project, definition, on, figures[definition.key], listed[definition.key])
            adds_up(project, definition, on, since, figures[definition.key], came[definition.key])


def agrees(project, definition, on, counted, listed):
    reading, everybody = Reading(definition, project, on), project.participations.order_by("pk")
    rows = list(reasons.with_children(reasons.with_reasons(everybody, definition, on)))
    for row in rows:
        cells = reading.cells(row)
        assert row.failing == sum(not cell.holds for cell in cells)
        assert (row.failing == 0) == (row.group == reasons.COUNTED), definition.key
        assert all(cell.text for cell in cells if not cell.holds), (definition.key, cells)
    without_failing = [row.pk for row in rows if row.failing == 0]
    assert without_failing == listed
    assert counted.value.total == len(listed)
    counted_rows = reasons.counted_people(project.participations.all(), definition, on)
    other_rows = reasons.other_people(project.participations.all(), definition, on)
    assert sorted(row.pk for row in reasons.in_order_of_names(counted_rows)) == listed
    others = reasons.nearest_first(other_rows, definition, on)
    assert sorted([*listed, *(row.pk for row in others)]) == [row.pk for row in rows]
    assert [(row.group, row.failing) for row in others] == sorted((row.group, row.failing) for row in others)


def adds_up(project, definition, on, since, counted, came):
    before = since - timedelta(days=1)
    sizes = reasons.sizes(project.participations, definition, on, before, project)
    number = {group: sum(by_sex.values()) for group, by_sex in sizes.items()}
    assert sum(number.values()) == project.participations.count()
    assert number.get(reasons.COUNTED, 0) - number.get(reasons.GONE, 0) == counted.period.total, definition.key
    assert number.get(reasons.COUNTED, 0) + number.get(reasons.EARLIER, 0) == counted.value.total
    rows = reasons.counted_people(project.participations.all(), definition, on, before, project).order_by("pk")
    assert [row.pk for row in rows] == came
    reading = Reading(definition, project, on, since)
    for row in rows:
        day = reading.measured_on(row)
        day_before = day - timedelta(days=1)
        assert since <= day <= on
        assert members(project, [definition], day)[definition.key].count(row.pk) == 1
        assert row.pk not in members(project, [definition], day_before)[definition.key]


# --- what is said of a failing word

GAPS = [
    # what | key | facts | premise | outcome | column, what is said, action
    ("no status", "CO01", {"labour_status": "", "labour_detail": ""}, True, None,
     [("Dane", "Brak: status na rynku pracy", "Uzupełnij"), ("Status przy wejściu", "Brak", "Uzupełnij")]),
    ("another status", "CO01", {"labour_status": "inactive"}, True, None,
     [("Status przy wejściu", "Nie spełnia: osoba bierna zawodowo", "Sprawdź")]),
    ("a no", "CO16", {"disability": "no"}, True, None, [("Niepełnosprawność", "Nie", "Sprawdź")]),
    ("a refusal is not a yes", "CO16", {"disability": "refused"}, True, None,
     [("Niepełnosprawność", "Nie spełnia: odmowa podania informacji", "Sprawdź")]),
    ("no premise", "at_risk", {}, False, None,
     [("Przesłanka", "Brak udokumentowanej przesłanki", "Uzupełnij")]),
    ("several words fail", "CR04", {"labour_status": "employed", **LEFT}, True, None,
     [("Status przy wejściu", "Nie spełnia: osoba pracująca", "Sprawdź"),
      ("Potwierdzenie do 28. dnia", "Bez dowodu: termin minął 26.07.2024.", "Dodaj dowód")]),
    ("still inside", KEY, {}, True, None,
     [("Zakończenie", "udział trwa", "Zakończ udział"), ("Potwierdzenie do 28. dnia", "po zakończeniu udziału", "")]),
    ("leaves after the day", KEY, {"left_on": date(2025, 2, 1), "exit_reason": "moved"}, True, None,
     [("Zakończenie", "Jeszcze nie: 01.02.2025", ""), ("Potwierdzenie do 28. dnia", "po zakończeniu udziału", "")]),
    ("enters after the day", "people", {"entered_on": date(2025, 1, 7)}, True, None,
     [("Przystąpienie", "Jeszcze nie: 07.01.2025", "")]),
    ("proof after the window", KEY, LEFT, True, {"obtained_on": date(2024, 8, 1)},
     [("Potwierdzenie do 28. dnia", "Po terminie: dowód z 01.08.2024, termin minął 26.07.2024.", "Sprawdź datę")]),
    ("a certificate of attendance", KEY, LEFT, True, {"kind": "qualification"},
     [("Potwierdzenie do 28. dnia", "Brak walidacji: zaświadczenie o udziale to nie kwalifikacja.", "Wymień dowód")]),
    ("a proof without its document", KEY, LEFT, True, {"evidence": ""},
     [("Potwierdzenie do 28. dnia", "Brak dowodu: rezultat z 28.06.2024 nie ma dokumentu.", "Wpisz dowód")]),
    ("a proof from before", KEY, LEFT, True, {"obtained_on": date(2024, 1, 10)},
     [("Potwierdzenie do 28. dnia", "Sprzed udziału: rezultat z 10.01.2024, udział od 05.02.2024.", "Sprawdź datę")]),
    ("a result that asks for another status", "CR05", {"labour_status": "employed", "disability": "yes", **LEFT}, True,
     {"kind": "employment"},
     [("Potwierdzenie do 28. dnia", "Nie wystarcza: rezultat z 28.06.2024 nie liczy się do tego wskaźnika.", "Sprawdź")]),
    ("three days left", KEY, {"left_on": date(2024, 12, 6), "exit_reason": "moved"}, True, None,
     [("Potwierdzenie do 28. dnia", "Zostały 3 dni, do 03.01.2025.", "Dodaj dowód")]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "key", "facts", "premise", "outcome", "said"), GAPS, ids=[row[0] for row in GAPS])
def test_every_failing_word_says_what_is_missing_and_what_to_do(project, what, key, facts, premise, outcome, said):
    one(project, premise, outcome, **facts)
    found = [(column, text.replace("\xa0", " "), action) for column, text, action in failing(project, key)]
    assert found == said


def test_a_premise_without_its_document_is_named(project):
    participation = one(project, premise=False)
    PremiseFactory(participation=participation, document="")
    assert failing(project, "at_risk") == [("Przesłanka", "Bez dokumentu: pomoc społeczna: ubóstwo", "Uzupełnij")]


def test_an_incomplete_person_is_listed_with_the_names_of_the_missing_fields(project, coordinator, client_of):
    one(project, education="", degurba=None)
    page = why(client_of(coordinator), project, "people").content.decode()
    assert "wykształcenie, obszar według stopnia urbanizacji (DEGURBA)" in page
    assert "#id_education" in page


# --- order


def test_the_nearest_stand_first(project, coordinator, client_of):
    """By group, by failing words, by deadline, by name in Polish order."""
    named = {"person__first_name": "Anna"}
    later = one(project, person__last_name="Adamska", left_on=date(2024, 12, 20), exit_reason="moved")
    sooner = one(project, person__last_name="Zając", left_on=date(2024, 12, 5), exit_reason="moved")
    passed = one(project, person__last_name="Bąk", **LEFT)
    passed_later = one(project, person__last_name="Żak", left_on=date(2024, 9, 1), exit_reason="moved")
    inside = [one(project, person__last_name=name, **named) for name in ("Ćwik", "Cybulska", "Łukasik", "Lis")]
    other = one(project, premise=False, left_on=date(2024, 9, 1), exit_reason="moved", person__last_name="Abel")
    further = one(project, premise=False, person__last_name="Aaron")
    draft = one(project, education="", person__last_name="Aa")
    groups = why(client_of(coordinator), project).context["others"]
    shown = [row.pk for _heading, _number, rows in groups for row in rows]
    cwik, cybulska, lukasik, lis = inside
    expected = [sooner, later, passed_later, passed, cybulska, cwik, lis, lukasik, other, further, draft]
    assert shown == [row.pk for row in expected]


# --- periods


def test_a_period_shows_who_came_in_it_and_the_day_of_measurement(project, coordinator, client_of):
    early = one(project, entered_on=date(2024, 2, 5), **LEFT, outcome={"obtained_on": date(2024, 6, 1)})
    came = one(project, left_on=date(2024, 8, 30), exit_reason="completed", outcome={"obtained_on": date(2024, 9, 10)})
    response = why(client_of(coordinator), project, on="2024-09-30", since="2024-07-01")
    assert [row.pk for row in response.context["counted"]] == [came.pk]
    assert response.context["counted"][0].measured_on == date(2024, 9, 10)
    assert [(words, [row.pk for row in rows]) for words, _n, rows in response.context["others"]] == [
        ("Policzone przed okresem", [early.pk])
    ]
    assert response.context["row"].counted.period.total == 1
    assert response.context["row"].value.total == 2
    page = response.content.decode().replace("\xa0", " ")
    assert "w okresie 01.07.2024–30.09.2024" in page
    assert "dzień pomiaru: 10.09.2024" in page


def test_whoever_went_in_the_period_is_named_and_the_figure_is_less_by_her(project, coordinator, client_of):
    """Waiting for a job is the one figure that people leave as time goes by: the window closes."""
    from ..factories import EnrolmentFactory, GroupFactory

    EffectivenessThresholdFactory(project=project, measure="employment", group="all")
    group = GroupFactory(form_of_support__project=project, form_of_support__character="vocational")
    participation = one(project, **LEFT)
    EnrolmentFactory(group=group, participation=participation, started_on=date(2024, 3, 1))
    response = why(
        client_of(coordinator), project, "efektywnosc-employment-all-czeka", on="2024-12-31", since="2024-08-01"
    )
    assert response.context["row"].counted.period.total == -1
    assert [(words, len(rows)) for words, _n, rows in response.context["others"]] == [("Ubyły w okresie", 1)]
    assert "0 przybyło − 1 ubyło" in response.content.decode().replace("\xa0", " ")


def test_a_period_that_begins_after_its_end_is_said_and_left_out(project, coordinator, client_of):
    one(project)
    response = why(client_of(coordinator), project, "people", since="2025-01-01")
    assert "Okres zaczyna się po tym dniu" in response.content.decode()
    assert response.context["row"].counted.period is None


# --- search, filters, pages


@pytest.mark.parametrize(
    ("typed", "found"),
    [("lukasik", True), ("ŁUKASIK pa", True), ("nowak", False), ("U{pk}", True), ("{pk}", True), ("u1{pk}", False)],
)
def test_a_name_without_accents_or_a_number_finds_the_person(project, coordinator, client_of, typed, found):
    sought = one(project, person__last_name="Łukasik", person__first_name="Paweł")
    one(project, person__last_name="Ćwik")
    response = why(client_of(coordinator), project, "people", q=typed.format(pk=sought.pk))
    assert [row.pk for row in response.context["counted"]] == [sought.pk] * found
    assert response.context["recorded"] == 2


def test_group_and_sex_narrow_and_pages_keep_them(project, coordinator, client_of):
    for _ in range(30):
        one(project)
    one(project, person__sex="M", **LEFT, outcome={})
    response = why(client_of(coordinator), project, group="inside", sex="K", others=2)
    assert response.context["counted"] == []
    ((heading, number, rows),) = response.context["others"]
    assert (heading, number, len(rows)) == ("Jeszcze w projekcie", 30, 5)
    previous = response.context["others_page"].previous_url
    assert {"group=inside", "sex=K", "others=1", "on=2024-12-31"} <= set(previous.lstrip("?").split("&"))


@pytest.mark.parametrize("query", [{}, {"q": "kowalska"}, {"group": "passed"}, {"since": "2024-06-01"}])
@pytest.mark.parametrize("number", [3, 40])
def test_the_page_costs_at_most_12_statements_whatever_is_asked(
    project, coordinator, client_of, django_assert_max_num_queries, query, number
):
    ProjectIndicatorFactory(project=project, definition=KEY, kind="result", total=2)
    for place in range(number):
        one(project, **(LEFT if place % 2 else {}), outcome={} if place % 3 == 2 else None)
    client = client_of(coordinator)
    with django_assert_max_num_queries(12):
        assert why(client, project, **query).status_code == 200


@pytest.mark.parametrize("part", list(Part))
def test_every_part_of_effectiveness_opens(project, coordinator, client_of, part):
    threshold = EffectivenessThresholdFactory(project=project, measure="employment", group="all")
    one(project, **LEFT, outcome={"kind": "employment"})
    response = why(client_of(coordinator), project, definition_of(threshold, part).key)
    assert response.status_code == 200
    assert response.context["recorded"] == 1


def test_a_measure_that_the_project_does_not_have_is_not_found(project, coordinator, client_of):
    assert why(client_of(coordinator), project, "efektywnosc-employment-all").status_code == 404


# --- names


@pytest.fixture
def without_names(monkeypatch):
    """The controller may see indicators and no people."""
    seen = POLICIES[Role.CONTROLLER].permissions - {Permission.PARTICIPANTS_VIEW, Permission.PARTICIPANTS_EXPORT}
    monkeypatch.setitem(POLICIES, Role.CONTROLLER, Policy("", seen))


def test_without_the_right_to_see_people_there_are_numbers_and_nothing_that_identifies(
    project, controller, client_of, without_names
):
    sought = one(
        project,
        person__last_name="Łukasik",
        **LEFT,
        outcome={"title": "spawacz MAG", "evidence": "OP/114/2022"},
    )
    page = why(client_of(controller), project).content.decode()
    assert f"U{sought.pk}" in page
    for secret in ("Łukasik", "OP/114/2022", "spawacz", sought.person.pesel, "17.05.1985"):
        assert secret not in page


def test_without_names_only_a_number_can_be_looked_for(project, controller, client_of, without_names):
    sought = one(project, person__last_name="Łukasik")
    by_name = why(client_of(controller), project, "people", q="lukasik")
    by_number = why(client_of(controller), project, "people", q=f"U{sought.pk}")
    assert (len(by_name.context["counted"]), len(by_number.context["counted"])) == (0, 1)


def test_without_names_the_order_is_that_of_numbers(project, controller, client_of, without_names):
    second, first = (one(project, person__last_name=name) for name in ("Żak", "Abel"))
    shown = why(client_of(controller), project, "people").context["counted"]
    assert [row.pk for row in shown] == [second.pk, first.pk]


def test_a_figure_leads_to_its_definition_and_a_measure_of_effectiveness_has_none(project, coordinator, client_of):
    own = ProjectIndicatorFactory(project=project)
    threshold = EffectivenessThresholdFactory(project=project, measure="social", group="others")
    measure = definition_of(threshold, Part.NUMERATOR).key
    for key, leads in ((KEY, True), (f"own-{own.pk}", True), (measure, False)):
        page = why(client_of(coordinator), project, key).content.decode()
        assert (reverse("indicators:definition", args=[project.slug, key]) in page) is leads, key
