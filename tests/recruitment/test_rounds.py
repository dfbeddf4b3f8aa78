"""Rounds and their rules in the browser: criteria, quotas, the order of ties."""

from datetime import date
from uuid import uuid4

import pytest

from recruitment.models import Criterion, Quota, Round

from ..factories import (
    CandidateFactory,
    CriterionFactory,
    QuotaFactory,
    RoundFactory,
    TargetGroupFactory,
)
from .application import address
from .pages import said

pytestmark = pytest.mark.django_db


@pytest.fixture
def round(project):
    return RoundFactory(project=project, name="nabór I", places=2)


@pytest.fixture
def client(client_of, coordinator):
    return client_of(coordinator)


# --- rounds and rules


def posted(**changes):
    data = {
        "name": "nabór II",
        "opens_on": "01.03.2024",
        "venues": "MOPS w Sosnowcu, Dom Kultury",
        "closes_on": "31.03.2024",
        "places": "24",
        "reserve_places": "",
        "retention_months": "12",
        "rules_from": "ready",
        "submission": str(uuid4()),
    }
    return data | changes


def test_a_new_round_brings_the_ready_rules_along_and_a_second_post_makes_no_other(client, project):
    data = posted()
    answer = client.post(address("round_add", project), data)
    made = Round.objects.get()
    assert answer.url == address("rules", project, made.pk)
    client.post(address("round_add", project), data)
    assert Round.objects.count() == 1
    assert made.criteria.count() == 13


def test_a_new_round_can_take_over_the_rules_of_the_last_one_or_none(client, round, project):
    CriterionFactory(round=round)
    client.post(address("round_add", project), posted(rules_from=str(round.pk)))
    client.post(address("round_add", project), posted(name="nabór III", rules_from="none"))
    assert [Round.objects.get(name=name).criteria.count() for name in ("nabór II", "nabór III")] == [1, 0]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"closes_on": "01.02.2024"}, "jest wcześniejszy niż początek"),
        ({"places": "0"}, "od 1 do 100 000"),
        ({"name": "nabór I"}, "o tej nazwie już jest"),
        ({"retention_months": "200"}, "od 1 do 120"),
    ],
)
def test_a_round_that_breaks_a_rule_is_refused_with_a_sentence(client, round, project, changes, words):
    page = client.post(address("round_add", project), posted(**changes))
    assert words in said(page)
    assert Round.objects.count() == 1


def test_a_round_keeps_the_places_that_are_taken(client, round, project):
    CandidateFactory.create_batch(2, round=round, decision="qualified")
    page = client.post(address("round_edit", project, round.pk), posted(name="nabór I", places="1"))
    assert "Zajętych miejsc jest już 2." in said(page)


def test_a_shorter_period_moves_the_days_of_deletion(client, round, project):
    candidate = CandidateFactory(round=round, decision="rejected")
    data = posted(name="nabór I", places="2", retention_months="3")
    client.post(address("round_edit", project, round.pk), data)
    candidate.refresh_from_db()
    assert candidate.delete_after == date(2024, 4, 11)


RULES = [
    # rule, what is typed, the parameters that are kept
    ("age", {"low": "18", "high": "64"}, {"from": 18, "to": 64}),
    ("age", {"low": "18"}, {"from": 18}),
    ("sex", {"values": ["K"]}, {"values": ["K"]}),
    ("degurba", {"values": ["3"]}, {"values": [3]}),
    ("voivodeship", {"values": ["śląskie", "opolskie"]}, {"values": ["opolskie", "śląskie"]}),
    ("commune", {"values": " Sosnowiec ,Będzin, "}, {"values": ["Sosnowiec", "Będzin"]}),
    ("premises", {"low": "2", "documented": "on"}, {"from": 2, "documented": True}),
    ("premise", {"values": ["food_aid"]}, {"values": ["food_aid"], "documented": False}),
    ("disability", {"values": ["moderate", "severe"]}, {"values": ["moderate", "severe"]}),
    ("disability", {}, {"values": []}),
    ("labour", {"values": ["inactive"]}, {"values": ["inactive"]}),
    ("surroundings", {"is": "no"}, {"is": False}),
    ("homeless", {}, {}),
    ("documents", {}, {}),
    ("question", {"label": "opuszcza pieczę"}, {}),
]


@pytest.mark.parametrize(("rule", "typed", "params"), RULES)
def test_a_criterion_is_typed_kept_and_shown_again(client, round, project, rule, typed, params):
    path = f"{address('criterion_add', project, round.pk, rule)}?kind=formal"
    assert client.get(path).status_code == 200
    assert client.post(path, {"position": "10", **typed}).url == address("rules", project, round.pk)
    criterion = Criterion.objects.get()
    kept = criterion.params | ({"values": sorted(criterion.params["values"])} if rule == "voivodeship" else {})
    assert (criterion.kind, criterion.rule, kept) == ("formal", rule, params)
    edit = client.get(address("criterion_edit", project, criterion.pk))
    again = {name: edit.context["form"][name].value() for name in typed}
    if rule != "voivodeship":
        assert {k: str(v) for k, v in again.items()} == {
            k: str(v if rule != "commune" else "Sosnowiec, Będzin") if k != "documented" else "True"
            for k, v in ({**typed, "values": [3]} if rule == "degurba" else typed).items()
        }


def test_a_target_group_is_kept_with_its_name(client, round, project):
    group = TargetGroupFactory(project=project, name="otoczenie")
    path = f"{address('criterion_add', project, round.pk, 'target_group')}?kind=scored"
    client.post(path, {"group": group.pk, "points": "5", "position": ""})
    assert Criterion.objects.get().params == {"group": group.pk, "name": "otoczenie"}
    assert Criterion.objects.get().sentence == "grupa docelowa: otoczenie"


@pytest.mark.parametrize(
    ("rule", "typed", "words"),
    [
        ("age", {}, "Podaj „od” albo „do”."),
        ("age", {"low": "70", "high": "60"}, "„Od” jest większe niż „do”."),
        ("sex", {}, "Zaznacz co najmniej jedną odpowiedź."),
        ("commune", {"values": " , "}, "Wpisz co najmniej jedną nazwę."),
        ("question", {}, "Treść pytania"),
    ],
)
def test_a_criterion_that_says_nothing_is_refused(client, round, project, rule, typed, words):
    page = client.post(f"{address('criterion_add', project, round.pk, rule)}?kind=formal", {"position": "1", **typed})
    assert page.status_code == 200
    assert words in said(page)
    assert not Criterion.objects.exists()


def test_without_points_a_scored_criterion_is_refused(client, round, project):
    path = f"{address('criterion_add', project, round.pk, 'homeless')}?kind=scored"
    assert "points" in client.post(path, {"points": "", "position": ""}).context["form"].errors
    assert (
        "points" in client.post(path, {"points": "0", "position": ""}).context["form"].errors
        or not Criterion.objects.exists()
    )
    client.post(path, {"points": "10", "position": ""})
    assert Criterion.objects.get().points == 10


def test_a_quota_in_per_cent_or_in_people_for_one_round_or_all(client, round, project):
    path = address("quota_add", project, round.pk, "sex")
    client.post(path, {"values": ["K"], "percent": "60,5 %", "at_least": "", "label": "", "over": "round"})
    client.post(path, {"values": ["M"], "percent": "", "at_least": "4", "label": "mężczyźni", "over": "project"})
    found = Quota.objects.order_by("pk")
    assert [(str(q.percent), q.at_least, q.round_id, q.sentence) for q in found] == [
        ("60.50", None, round.pk, "kobieta"),
        ("None", 4, None, "mężczyźni"),
    ]
    assert client.get(address("quota_edit", project, found[1].pk)).context["form"]["over"].value() == "project"


def test_a_quota_of_both_or_of_neither_is_refused(client, round, project):
    path = address("quota_add", project, round.pk, "homeless")
    for typed in ({"percent": "5", "at_least": "4"}, {"percent": "", "at_least": ""}):
        assert "jedno z dwojga" in said(client.post(path, {"label": "", "over": "round", **typed}))
    assert not Quota.objects.exists()


def test_what_the_commission_answers_is_no_ground_for_a_quota(client, round, project):
    page = client.get(address("quota_choose", project, round.pk))
    codes = {code for code, _label in page.context["choices"]}
    assert codes
    assert not codes & {"score", "question"}
    assert client.get(address("quota_add", project, round.pk, "score")).status_code == 404


def test_the_order_of_ties_is_saved_and_shown(client, round, project):
    criterion = CriterionFactory(round=round, rule="sex", params={"values": ["K"]}, points=10)
    client.post(
        address("rules", project, round.pk), {"first": f"criterion:{criterion.pk}", "second": "lot", "third": "lot"}
    )
    round.refresh_from_db()
    assert round.tie_order == [f"criterion:{criterion.pk}", "lot"]
    assert "criterion:999" not in client.post(address("rules", project, round.pk), {"first": "criterion:999"}).text[:0]


def test_criteria_and_quotas_can_be_taken_away(client, round, project):
    criterion, quota = CriterionFactory(round=round), QuotaFactory(round=round)
    client.post(address("criterion_remove", project, criterion.pk))
    client.post(address("quota_remove", project, quota.pk))
    assert not Criterion.objects.exists()
    assert not Quota.objects.exists()


def test_changing_rules_after_decisions_is_warned_of(client, round, project):
    CandidateFactory(round=round, decision="qualified")
    assert "zapadły już decyzje" in said(client.get(address("rules", project, round.pk)))
