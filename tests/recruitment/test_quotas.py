"""Quotas: reached, open, impossible, each with its numbers; and the proposal that keeps them, against every possible choice."""

from datetime import date
from decimal import Decimal
from itertools import combinations
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from recruitment.proposal import propose
from recruitment.quotas import Counting
from recruitment.situation import Situation

from ..factories import CandidateFactory, CriterionFactory, QuotaFactory, RoundFactory


def counting(wanted=None, percent=None, places=10, closes_on=date(2024, 2, 1), rule="sex", params=None):
    """A quota for women in one round of so many places."""
    round = SimpleNamespace(pk=1, places=places, closes_on=closes_on)
    quota = SimpleNamespace(
        rule=rule, params=params or {"values": ["K"]}, round_id=1, at_least=wanted, percent=percent, sentence="kobieta"
    )
    return Counting(quota, [round])


def person(n, sex="K", decision="waiting", place=None, joined=None, disability="no"):
    """A candidate as the counting and the proposal see her."""
    return SimpleNamespace(
        id=n,
        round_id=1,
        sex=sex,
        decision=decision,
        number=f"K/2024/{n:03}",
        participation_id=joined,
        disability=disability,
    )


TABLE = [
    # wanted, places; women and men who hold places; women and men who wait; still open? → status, words
    (6, 10, 6, 2, 0, 0, False, "reached", "Jest 6 z 6."),
    (6, 10, 7, 3, 0, 0, False, "reached", "Jest 7 z 6."),
    (6, 10, 4, 3, 5, 5, False, "open", "Jest 4 z 6. Brakuje 2 osób; wolne: 3 miejsca, w puli czeka: 5 osób."),
    (6, 10, 4, 4, 2, 0, False, "open", "Jest 4 z 6. Brakuje 2 osób; wolne: 2 miejsca, w puli czeka: 2 osoby."),
    (6, 10, 4, 5, 9, 0, True, "impossible", "Jest 4 z 6. Brakuje 2 osób, a wolne są tylko: 1 miejsce."),
    (6, 10, 4, 1, 1, 9, False, "impossible", "Jest 4 z 6. Brakuje 2 osób, a w puli kandydatów czeka: 1 osoba."),
    (6, 10, 4, 1, 1, 9, True, "open",
     "Jest 4 z 6. Brakuje 2 osób, w puli czeka: 1 osoba; potrzebne są nowe zgłoszenia."),
    (11, 10, 0, 0, 20, 0, True, "impossible", "Jest 0 z 11. Brakuje 11 osób, a wolne są tylko: 10 miejsc."),
]  # fmt: skip


@pytest.mark.parametrize(("wanted", "places", "women", "men", "her", "his", "comes", "status", "words"), TABLE)
def test_a_quota_is_reached_open_or_impossible_and_says_by_which_numbers(
    wanted, places, women, men, her, his, comes, status, words
):
    people = [("K", "qualified")] * women + [("M", "qualified")] * men + [("K", "waiting")] * her
    people += [("M", "reserve")] * his
    everyone = [person(n, sex, decision) for n, (sex, decision) in enumerate(people)]
    closes_on = date(2024, 6, 1) if comes else date(2024, 1, 31)
    standing = counting(wanted, places=places, closes_on=closes_on).standing(everyone, today=date(2024, 3, 1))
    assert standing.status == status
    assert standing.sentence.replace("\xa0", " ") == words


@pytest.mark.parametrize(
    ("percent", "places", "wanted"), [("60", 24, 15), ("50", 9, 5), ("5", 10, 1), ("33.33", 3, 1), ("100", 7, 7)]
)
def test_a_part_of_a_person_is_a_person(percent, places, wanted):
    quota = counting(percent=Decimal(percent), places=places)
    assert quota.wanted == wanted


def test_whoever_meets_not_the_formal_criteria_and_whoever_left_is_not_in_the_pool():
    people = [person(1), person(2, decision="rejected"), person(3, decision="withdrawn"), person(4)]
    standing = counting(3).standing(people, excluded={4}, today=date(2024, 1, 1))
    assert standing.pool == 1


people = st.lists(st.tuples(st.sampled_from("KM"), st.sampled_from(["waiting", "reserve", "qualified"])), max_size=9)


@given(everyone=people, places=st.integers(1, 7), wanted=st.integers(1, 7))
@settings(max_examples=300, deadline=None)
def test_impossible_means_that_no_choice_of_the_others_reaches_the_quota(everyone, places, wanted):
    candidates = [person(n, sex, decision) for n, (sex, decision) in enumerate(everyone)]
    standing = counting(wanted, places=places).standing(candidates, today=date(2024, 3, 1))
    taken = [one for one in candidates if one.decision == "qualified"]
    others = [one for one in candidates if one.decision != "qualified"]
    free = max(0, places - len(taken))
    most = max(
        sum(one.sex == "K" for one in [*taken, *more])
        for size in range(min(free, len(others)) + 1)
        for more in combinations(others, size)
    )
    if standing.status == "reached":
        assert sum(one.sex == "K" for one in taken) >= wanted
    else:
        assert (standing.status == "open") == (most >= wanted)


# --- the proposal


def ranking_of(candidates, places):
    """A ranking whose places are the order of the list."""
    placed = [
        SimpleNamespace(
            pk=one.id, facts=one, place=n, decision=one.decision, number=one.number, has_joined=False, points=0
        )
        for n, one in enumerate(candidates, start=1)
    ]
    taken = sum(one.decision == "qualified" for one in candidates)
    return SimpleNamespace(
        placed=placed,
        failed=[],
        undecidable=[],
        free=max(0, places - taken),
        round=SimpleNamespace(pk=1, places=places, reserve_places=None),
        with_decision=lambda decision: [row for row in placed if row.decision == decision],
    )


def proposed(candidates, places, countings):
    standings = [one.standing(candidates, today=date(2024, 3, 1)) for one in countings]
    found = propose(ranking_of(candidates, places), countings, standings)
    return {pk for pk, one in found.items() if one.decision == "qualified"}, found


def test_without_quotas_the_first_on_the_list_are_proposed():
    taken, found = proposed([person(n, "M") for n in range(1, 6)], 3, [])
    assert taken == {1, 2, 3}
    assert found[4].decision == "reserve"
    assert found[1].why == "miejsce 1 na 3"


def test_for_a_quota_the_first_woman_who_is_left_takes_the_place_of_the_last_man():
    candidates = [person(n, "M") for n in range(1, 5)] + [person(5), person(6)]
    taken, found = proposed(candidates, 3, [counting(1, places=3)])
    assert taken == {1, 2, 5}
    assert "przed K/2024/003" in found[5].why
    assert "kobieta" in found[5].why
    assert "ustępuje miejsca K/2024/005" in found[3].why


def test_a_woman_with_a_disability_serves_two_quotas_at_once():
    disabled = counting(1, places=2, rule="disability", params={"values": []})
    candidates = [
        person(1, "M"),
        person(2, "M"),
        person(3),
        person(4, "M", disability="yes"),
        person(5, disability="yes"),
    ]
    taken, _found = proposed(candidates, 2, [counting(1, places=2), disabled])
    assert taken == {1, 5}


kinds = st.lists(
    st.tuples(st.sampled_from("KM"), st.sampled_from(["yes", "no"]), st.sampled_from(["waiting", "qualified"])),
    max_size=8,
)


@given(everyone=kinds, places=st.integers(1, 6), women=st.integers(1, 5))
@settings(max_examples=300, deadline=None)
def test_the_proposal_reaches_a_quota_whenever_any_choice_does_with_the_fewest_places_lost(everyone, places, women):
    candidates = [person(n, sex, decision, disability=ill) for n, (sex, ill, decision) in enumerate(everyone, start=1)]
    quota = counting(women, places=places)
    taken, _found = proposed(candidates, places, [quota])
    held = [one for one in candidates if one.decision == "qualified"]
    waiting = [one for one in candidates if one.decision == "waiting"]
    free = max(0, places - len(held))
    assert len(taken) == min(free, len(waiting))
    choices = [set(more) for more in combinations([one.id for one in waiting], min(free, len(waiting)))]
    by_id = {one.id: one for one in candidates}
    have = {frozenset(c): sum(one.sex == "K" for one in held) + sum(by_id[n].sex == "K" for n in c) for c in choices}
    best = max(min(n, women) for n in have.values())
    assert min(have[frozenset(taken)], women) == best
    assert sum(taken) == min(sum(c) for c in choices if min(have[frozenset(c)], women) == best)


@given(everyone=kinds, places=st.integers(1, 5), women=st.integers(1, 3), ill=st.integers(1, 3))
@settings(max_examples=300, deadline=None)
def test_with_two_quotas_no_single_exchange_would_make_the_proposal_better(everyone, places, women, ill):
    candidates = [person(n, sex, decision, disability=i) for n, (sex, i, decision) in enumerate(everyone, start=1)]
    quotas = [counting(women, places=places), counting(ill, places=places, rule="disability", params={"values": []})]
    taken, _found = proposed(candidates, places, quotas)

    def lacking(chosen):
        held = [one for one in candidates if one.decision == "qualified" or one.id in chosen]
        return [max(0, q.wanted - sum(q.includes(one) for one in held)) for q in quotas]

    left = [one.id for one in candidates if one.decision == "waiting" and one.id not in taken]
    now = lacking(taken)
    for goes in taken:
        for comes in left:
            after = lacking(taken - {goes} | {comes})
            assert sum(after) >= sum(now) or any(a > b for a, b in zip(after, now, strict=True))


# --- over rounds


@pytest.mark.django_db
def test_a_quota_of_the_project_counts_all_rounds_and_asks_of_one_only_what_the_others_cannot_give(project):
    first, second = RoundFactory(project=project, places=4), RoundFactory(project=project, places=6)
    QuotaFactory(round=None, project=project, at_least=None, percent=50)
    CandidateFactory.create_batch(2, round=first, decision="qualified")
    men = CandidateFactory.create_batch(6, round=second, sex="M")
    women = CandidateFactory.create_batch(3, round=second)
    situation = Situation(project, second)
    [standing] = situation.standings
    assert (standing.wanted, standing.have, standing.free, standing.pool) == (5, 2, 8, 3)
    taken = {pk for pk, one in situation.proposals.items() if one.decision == "qualified"}
    # two places are free in the first round: one woman of the second is enough, and the last man gives way
    assert taken == {man.pk for man in men[:5]} | {women[0].pk}


@pytest.mark.django_db
def test_a_quota_of_another_round_is_not_asked_of_this_one(project):
    first, second = RoundFactory(project=project), RoundFactory(project=project)
    QuotaFactory(round=first)
    assert Situation(project, second).standings == []
    assert len(Situation(project).standings) == 1


@pytest.mark.django_db
def test_the_proposal_says_why_somebody_is_refused_and_what_is_missing(project):
    round = RoundFactory(project=project, places=1, reserve_places=1)
    CriterionFactory(round=round)
    child = CandidateFactory(round=round, birth_date=date(2014, 1, 1))
    unknown = CandidateFactory(round=round, birth_date=None, pesel="")
    CandidateFactory.create_batch(2, round=round)
    last = CandidateFactory(round=round)
    proposals = Situation(project, round).proposals
    assert proposals[child.pk].decision == "rejected"
    assert proposals[child.pk].why.replace("\xa0", " ").startswith("nie spełnia: wiek: 18–64 lata – ")
    assert proposals[unknown.pk].decision == ""
    assert "brak daty urodzenia" in proposals[unknown.pk].why
    assert proposals[last.pk].decision == "rejected"
    assert "brak miejsc" in proposals[last.pk].why
