"""Assessment and ranking: verdicts, points, places, ties and what decided them; the bound of queries."""

from datetime import date, time, timedelta

import pytest

from recruitment.actions.rounds import take_ready_rules
from recruitment.assessment import Asking, assess, most_points
from recruitment.situation import Situation

from ..factories import (
    CandidateFactory,
    CandidatePremiseFactory,
    ChecklistItemFactory,
    CommissionAnswerFactory,
    CriterionFactory,
    QuotaFactory,
    ReceivedDocumentFactory,
    RoundFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def round(project):
    return RoundFactory(project=project, places=2)


def scored(round, points, rule="sex", **params):
    return CriterionFactory(round=round, rule=rule, points=points, params=params or {"values": ["K"]})


def ranking_of(round):
    return Situation(round.project, round).ranking


def test_points_add_up_and_each_criterion_says_its_own(round):
    scored(round, 10)
    scored(round, 5, "degurba", values=[3])
    scored(round, 7, "disability", values=["severe"])
    assessment = assess(CandidateFactory(round=round, degurba=3))
    assert assessment.points == 15
    assert [(line.verdict, line.points) for line in assessment.lines] == [("met", 10), ("met", 5), ("not_met", 0)]
    assert assessment.most == 22


def test_formal_criteria_are_met_failed_or_unknown_and_failing_weighs_more_than_not_knowing(round):
    CriterionFactory(round=round)
    CriterionFactory(round=round, rule="degurba", params={"values": [3]})
    met = assess(CandidateFactory(round=round, degurba=3))
    unknown = assess(CandidateFactory(round=round, degurba=None))
    failed = assess(CandidateFactory(round=round, degurba=None, birth_date=date(2015, 1, 1)))
    assert [met.meets_formal, unknown.meets_formal, failed.meets_formal] == [True, None, False]
    assert [line.field for line in unknown.gaps] == ["degurba"]
    assert [line.criterion.rule for line in failed.failed] == ["age"]


def test_a_mark_by_the_commission_gives_its_own_points_and_never_more_than_there_are(round):
    mark = CriterionFactory(round=round, rule="score", label="rozmowa", points=20)
    candidate = CandidateFactory(round=round)
    answer = CommissionAnswerFactory(candidate=candidate, criterion=mark, is_met=None, points=13)
    assert assess(candidate).points == 13
    mark.points = 10
    mark.save()
    assert assess(candidate).points == 10
    answer.delete()
    assert assess(candidate).points == 0


def test_missing_documents_leave_a_person_waiting_and_not_refused(round, project):
    CriterionFactory(round=round, rule="documents")
    item = ChecklistItemFactory(project=project, name="oświadczenie")
    ChecklistItemFactory(project=project, name="orzeczenie", is_required=False)
    candidate = CandidateFactory(round=round)
    assert assess(candidate).meets_formal is None
    assert assess(candidate).waits_for_candidate
    ReceivedDocumentFactory(candidate=candidate, item=item)
    assert assess(candidate).meets_formal is True
    assert not assess(candidate).waits_for_candidate


def test_a_question_that_the_commission_has_not_answered_does_not_wait_for_the_candidate(round):
    CriterionFactory(round=round, rule="question", label="zgoda na dojazd")
    assessment = assess(CandidateFactory(round=round))
    assert assessment.meets_formal is None
    assert not assessment.waits_for_candidate


def test_the_most_points_do_not_count_what_excludes_each_other(round):
    take_ready_rules(round=round)
    askings = [Asking(criterion) for criterion in round.criteria.in_order()]
    # woman 10, three premises 10, severe 10, question 5, DEGURBA 10, three kinds of premises 5 each
    assert most_points(askings) == 60


# --- places and ties


def test_more_points_stand_higher_and_whoever_fails_has_no_place(round):
    CriterionFactory(round=round)
    scored(round, 10)
    man = CandidateFactory(round=round, sex="M")
    woman = CandidateFactory(round=round)
    child = CandidateFactory(round=round, birth_date=date(2014, 1, 1))
    unknown = CandidateFactory(round=round, birth_date=None, pesel="")
    gone = CandidateFactory(round=round, decision="withdrawn")
    ranking = ranking_of(round)
    assert [(row.pk, row.place) for row in ranking.rows] == [
        (woman.pk, 1),
        (man.pk, 2),
        (unknown.pk, None),
        (child.pk, None),
        (gone.pk, None),
    ]


def day(n):
    return date(2024, 1, 1) + timedelta(days=n)


TIES = [
    # order of ties, first candidate, second candidate, the words that decide
    (
        ["applied"],
        {"applied_on": day(3)},
        {"applied_on": day(4)},
        "wcześniejsze zgłoszenie: 04.01.2024 przed 05.01.2024",
    ),
    (
        ["applied"],
        {"applied_on": day(3), "applied_at": time(9, 5)},
        {"applied_on": day(3), "applied_at": time(10)},
        "wcześniejsze zgłoszenie: 04.01.2024 09:05 przed 04.01.2024 10:00",
    ),
    (
        ["applied"],
        {"applied_on": day(3), "applied_at": time(23)},
        {"applied_on": day(3)},
        "wcześniejsze zgłoszenie: 04.01.2024 23:00 przed 04.01.2024",
    ),
    (["lot"], {"lot": 1}, {"lot": 2}, "losowanie: los nr 1 przed los nr 2"),
    (["lot"], {"lot": 5}, {}, "losowanie: los nr 5 przed nie losowano"),
    (["lot", "applied"], {"applied_on": day(1)}, {"applied_on": day(2)}, "wcześniejsze zgłoszenie"),
    ([], {}, {}, "kolejność rejestracji"),
]


@pytest.mark.parametrize("swapped", [False, True])
@pytest.mark.parametrize(("order", "first", "second", "words"), TIES)
def test_a_tie_is_decided_in_the_order_of_the_rules_and_says_so(round, order, first, second, words, swapped):
    round.tie_order = order
    round.save()
    if swapped and order:
        lower, upper = CandidateFactory(round=round, **second), CandidateFactory(round=round, **first)
    else:
        upper, lower = CandidateFactory(round=round, **first), CandidateFactory(round=round, **second)
    above, below = ranking_of(round).placed
    assert (above.pk, below.pk) == (upper.pk, lower.pk)
    assert above.tie == ""
    assert words in below.tie
    assert "równo z miejscem 1" in below.tie


def test_more_premises_and_the_points_of_a_criterion_can_decide_a_tie(round):
    woman, rural = scored(round, 5), scored(round, 5, "degurba", values=[3])
    city = CandidateFactory(round=round, degurba=1)
    village = CandidateFactory(round=round, sex="M", degurba=3)
    CandidatePremiseFactory(candidate=city, kind="illness")
    round.tie_order = [f"criterion:{rural.pk}"]
    round.save()
    below = ranking_of(round).placed[1]
    assert below.pk == city.pk
    assert "5 punktów przed 0 punktów" in below.tie.replace("\xa0", " ")
    round.tie_order = [f"criterion:{woman.pk}"]
    round.save()
    assert ranking_of(round).placed[1].pk == village.pk
    round.tie_order = ["premises"]
    round.save()
    assert "1 przesłanka przed 0 przesłanek" in ranking_of(round).placed[1].tie.replace("\xa0", " ")


def test_a_criterion_that_is_gone_from_the_rules_decides_no_tie(round):
    round.tie_order = ["criterion:999999", "applied"]
    round.save()
    CandidateFactory.create_batch(2, round=round)
    assert len(ranking_of(round).placed) == 2


def test_numbers_past_a_thousand_keep_their_order(round):
    round.tie_order = []
    round.save()
    later = CandidateFactory(round=round, number="K/2024/1000")
    earlier = CandidateFactory(round=round, number="K/2024/999")
    assert [row.pk for row in ranking_of(round).placed] == [earlier.pk, later.pk]


def test_a_situation_takes_as_many_queries_for_many_candidates_as_for_few(project, django_assert_max_num_queries):
    for n in range(3):
        round = RoundFactory(project=project)
        CriterionFactory(round=round)
        scored(round, 10)
        for candidate in CandidateFactory.create_batch(4 + n, round=round):
            CandidatePremiseFactory(candidate=candidate)
    QuotaFactory(round=None, project=project, rule="sex", params={"values": ["K"]})
    ChecklistItemFactory(project=project)
    situation = Situation(project)
    with django_assert_max_num_queries(5):
        assert len(situation.rankings) == 3
        assert situation.standings
        assert situation.forgotten == {}
