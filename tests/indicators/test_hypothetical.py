"""A condition read for a row in memory says what the database says of the row."""

from datetime import date, timedelta

import pytest
from django.db.models import F, Q, Value
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators import catalogue, effectiveness, words
from indicators.definitions import DAY, Day, at, output
from indicators.hypothetical import NotReadable, reader
from indicators.models import EffectivenessRules
from indicators.queries import filters_of
from indicators.words import aged, support_finished, support_started
from participants.models import Outcome, Participation

from ..factories import EffectivenessThresholdFactory, ParticipationFactory
from .random_people import nothing_kept, people, project_with_support, recorded

ON = date(2024, 7, 1)
slowly = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


terms = st.fixed_dictionaries(
    {
        "version": st.sampled_from(EffectivenessRules.Version.values),
        "special": st.sampled_from(["disabled", "severe"]),
        "only_at_risk": st.booleans(),
        "excludes_school": st.booleans(),
        "excludes_minors": st.booleans(),
        "excludes_homeless": st.booleans(),
        "excludes_in_care": st.booleans(),
        "social_waits": st.booleans(),
    }
)


def thresholds_of(project, terms):
    """Thresholds for every measure and group that these terms allow."""
    EffectivenessRules.objects.create(project=project, **terms)
    measures = ("joint", "employment") if terms["version"] == "joint" else ("social", "employment")
    return [
        EffectivenessThresholdFactory(project=project, measure=measure, group=group)
        for measure in measures
        for group in ("disabled", "others", "all")
    ]


def conditions(groups, thresholds):
    """Every rule that a figure may ask for: the catalogue with who is on the way, effectiveness, each word and its contrary."""
    lines = [definition for definition in catalogue.BY_KEY.values() if definition.counts_people]
    own = output(
        "own-1",
        "własny",
        words.PLAIN["complete"],
        aged(18, 29),
        support_started(str(groups["social"].form_of_support_id)),
    )
    found = filters_of([*lines, own], effectiveness.conditions(thresholds), [d.key for d in lines])
    single = [*words.PLAIN.values(), aged(high=24), aged(low=55), *own.words]
    single.append(support_finished(str(groups["social"].form_of_support_id)))
    return [condition for condition, _day in found.values()] + [c for w in single for c in (w.condition, ~w.condition)]


def counted_in_memory(rows, condition, on):
    holds = reader(condition, on)
    return {row.pk for row in rows if holds(row)}


def counted_by_database(condition, on):
    return set(Participation.objects.filter(at(condition, on)).order_by().values_list("pk", flat=True))


@pytest.mark.django_db
@slowly
@given(st.lists(people, min_size=3, max_size=8), st.integers(-30, 400), terms)
def test_reading_in_memory_is_the_database_for_every_rule_there_is(facts, day, terms):
    with nothing_kept():
        project, groups = project_with_support()
        thresholds = thresholds_of(project, terms)
        for one in facts:
            recorded(project, groups, one)
        rows, on = list(Participation.objects.order_by("pk")), ON + timedelta(days=day)
        for condition in conditions(groups, thresholds):
            assert counted_in_memory(rows, condition, on) == counted_by_database(condition, on), condition


# conditions where NULL decides: a person who has not left, has no answer, no age
UNKNOWN = [
    Q(left_on__lte=DAY),
    ~Q(left_on__lte=DAY),
    ~Q(left_on__lte=DAY) | Q(is_complete=True),
    ~(Q(left_on__lte=DAY) & Q(is_complete=True)),
    ~(Q(left_on__lte=DAY) | Q(is_complete=False)),
    ~~Q(age_at_entry__range=(18, 29)),
    ~Q(age_at_entry__in=[40, None]),
    Q(age_at_entry__in=[]),
    ~Q(age_at_entry__in=[]),
    Q(left_on__gte=F("entered_on")),
    ~Q(left_on__gte=F("entered_on") + Value(90)),
    Q(supports_started__12__lte="2024-05-01"),
    ~Q(supports_started__12__lte="2024-05-01"),
    Q(left_on__gte=Day(moved=-28)) | Q(left_on__isnull=True),
    Q(),
]


@pytest.mark.django_db
@pytest.mark.parametrize("condition", UNKNOWN, ids=str)
def test_the_unknown_is_neither_true_nor_its_contrary(condition):
    ParticipationFactory(draft=True, entered_on=None)
    ParticipationFactory()
    ParticipationFactory(left=True)
    rows = list(Participation.objects.order_by("pk"))
    assert counted_in_memory(rows, condition, ON) == counted_by_database(condition, ON)


@pytest.mark.parametrize(
    "condition",
    [
        Q(pk__in=Outcome.objects.values("participation")),
        Q(exit_note__contains="praca"),
        Q(left_on__gte=F("entered_on") * Value(2)),
        Q(is_complete=True) ^ Q(is_surroundings=True),
    ],
    ids=["subquery", "text", "product", "exclusive or"],
)
def test_what_a_row_does_not_hold_is_refused_and_never_counted_wrongly(condition):
    with pytest.raises(NotReadable):
        reader(condition, ON)
