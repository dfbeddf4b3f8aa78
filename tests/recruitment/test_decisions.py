"""Decisions: written at once with their history, the call from the reserve list, lots, withdrawal; until when data are kept."""

from datetime import date

import pytest

from accounts.models import AccessLog
from projects.months import months_later
from recruitment.actions.answers import set_answers
from recruitment.actions.decisions import (
    Choice,
    NoPlace,
    call_up,
    decide,
    draw_lots,
    hold_sitting,
    withdraw,
)
from recruitment.actions.rounds import keep_for, take_ready_rules, take_rules_of
from recruitment.models import CommissionAnswer, DecisionLog, Sitting
from recruitment.situation import Situation

from ..factories import (
    CandidateFactory,
    CandidatePremiseFactory,
    CriterionFactory,
    ParticipationFactory,
    QuotaFactory,
    RoundFactory,
)

pytestmark = pytest.mark.django_db
DAY = date(2024, 4, 15)


@pytest.fixture
def round(project):
    return RoundFactory(project=project, places=2, retention_months=6)


def chosen(round, by, *choices, **others):
    return decide(round=round, by=by, decided_on=DAY, choices=[Choice(*choice) for choice in choices], **others)


def test_a_decision_is_written_with_its_day_its_reason_and_who_wrote_it(round, coordinator):
    candidate = CandidateFactory(round=round)
    assert chosen(round, coordinator, (candidate.pk, "qualified", "miejsce 1 na 2", "qualified")) == 1
    candidate.refresh_from_db()
    assert (candidate.decision, candidate.decided_on, candidate.decided_by) == ("qualified", DAY, coordinator)
    assert candidate.decision_reason == "miejsce 1 na 2"
    assert candidate.delete_after is None


def test_the_history_keeps_what_the_commission_saw(round, coordinator):
    CriterionFactory(round=round)
    CriterionFactory(round=round, rule="sex", params={"values": ["K"]}, points=10)
    candidate = CandidateFactory(round=round)
    chosen(round, coordinator, (candidate.pk, "rejected", "nie zgłosiła się na rozmowę", "qualified"))
    round.criteria.all().delete()
    line = DecisionLog.objects.get()
    assert (line.was, line.became, line.proposed) == ("waiting", "rejected", "qualified")
    assert (line.points, line.rank, line.by, line.decided_on) == (10, 1, coordinator, DAY)
    assert [(one["verdict"], one["points"]) for one in line.assessment] == [("met", None), ("met", 10)]
    assert "40" not in line.assessment[1]["fact"]
    assert line.assessment[1]["criterion"] == "kobieta"


def test_several_decisions_are_one_transaction_and_one_line_each(round, coordinator):
    people = CandidateFactory.create_batch(4, round=round)
    choices = [
        (one.pk, name, f"powód {n}")
        for n, (one, name) in enumerate(zip(people, "qualified reserve rejected rejected".split(), strict=True))
    ]
    assert chosen(round, coordinator, *choices) == 4
    reasons = dict(round.candidates.values_list("pk", "decision_reason"))
    assert [reasons[one.pk] for one in people] == ["powód 0", "powód 1", "powód 2", "powód 3"]
    assert DecisionLog.objects.count() == 4
    assert AccessLog.objects.filter(act=AccessLog.Act.EDIT, subject=f"decyzje naboru {round.pk}: 4").count() == 1


def test_what_is_decided_already_changes_nothing_and_leaves_no_line(round, coordinator):
    candidate = CandidateFactory(round=round)
    chosen(round, coordinator, (candidate.pk, "qualified", "tak"))
    assert chosen(round, coordinator, (candidate.pk, "qualified", "tak")) == 0
    assert chosen(round, coordinator, (CandidateFactory(round=round).pk, "waiting", "jeszcze nie wiadomo")) == 0
    assert DecisionLog.objects.count() == 1


def test_whoever_takes_part_and_whoever_applied_elsewhere_is_left_alone(round, coordinator):
    joined = CandidateFactory(
        round=round, decision="qualified", participation=ParticipationFactory(project=round.project)
    )
    foreign = CandidateFactory()
    assert chosen(round, coordinator, (joined.pk, "rejected", "błąd"), (foreign.pk, "rejected", "błąd")) == 0


def test_data_of_the_rejected_are_kept_for_the_months_of_the_round_and_not_after_a_change_of_mind(round, coordinator):
    candidate = CandidateFactory(round=round)
    chosen(round, coordinator, (candidate.pk, "rejected", "brak miejsc"))
    candidate.refresh_from_db()
    assert candidate.delete_after == date(2024, 10, 15)
    chosen(round, coordinator, (candidate.pk, "reserve", "odwołanie uznane"))
    candidate.refresh_from_db()
    assert candidate.delete_after is None
    chosen(round, coordinator, (candidate.pk, "waiting", "do ponownej oceny"))
    candidate.refresh_from_db()
    assert (candidate.decided_on, candidate.decided_by, candidate.decision_reason) == (None, None, "")


def test_another_period_moves_the_day_of_deletion(round, coordinator):
    candidate = CandidateFactory(round=round)
    chosen(round, coordinator, (candidate.pk, "rejected", "brak miejsc"))
    round.retention_months = 24
    round.save()
    assert keep_for(round=round) == 1
    candidate.refresh_from_db()
    assert candidate.delete_after == date(2026, 4, 15)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2023, 12, 15), 12, date(2024, 12, 15)),
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2024, 12, 1), 1, date(2025, 1, 1)),
    ],
)
def test_months_are_counted_by_the_calendar(day, months, later):
    assert months_later(day, months) == later


def test_more_places_than_there_are_are_never_given_away(round, coordinator):
    first, second, third = CandidateFactory.create_batch(3, round=round)
    chosen(round, coordinator, (first.pk, "qualified", "tak"), (second.pk, "qualified", "tak"))
    with pytest.raises(NoPlace) as refused:
        chosen(round, coordinator, (third.pk, "qualified", "tak"))
    assert refused.value.over == 1
    assert chosen(round, coordinator, (third.pk, "qualified", "za nią"), (first.pk, "reserve", "zamiana")) == 2


# --- a sitting


def test_a_sitting_keeps_who_sat_how_it_voted_the_rules_and_the_quotas_of_that_day(round, coordinator):
    CriterionFactory(round=round)
    CriterionFactory(round=round, rule="sex", params={"values": ["K"]}, points=10)
    quota = QuotaFactory(round=round, at_least=1)
    candidate = CandidateFactory(round=round)
    sitting = hold_sitting(
        round=round,
        by=coordinator,
        held_on=DAY,
        members="Ewa Borowiecka, przewodnicząca\n\nJan Nowak",
        votes=(2, 0, 0),
        choices=[Choice(candidate.pk, "qualified", "miejsce 1 na 2", "qualified")],
    )
    quota.delete()
    round.criteria.all().delete()
    sitting.refresh_from_db()
    assert sitting.people == ["Ewa Borowiecka, przewodnicząca", "Jan Nowak"]
    assert (sitting.votes_for, sitting.votes_against, sitting.votes_abstained) == (2, 0, 0)
    assert sitting.record["scored"] == [["kobieta", 10]]
    assert sitting.record["quotas"][0][2:] == ["osiągnięty", "Jest 1 z 1."]
    assert (sitting.record["places"], sitting.record["applied"]) == (2, 1)
    assert sitting.decisions.get().candidate == candidate


def test_a_sitting_that_decides_nothing_is_none(round, coordinator):
    CandidateFactory(round=round)
    assert hold_sitting(round=round, by=coordinator, held_on=DAY, members="Ewa", choices=[]) is None
    assert not Sitting.objects.exists()


# --- the reserve list


def reserve(round, **facts):
    return CandidateFactory(round=round, decision="reserve", **facts)


def test_the_next_of_the_reserve_list_comes_when_somebody_withdraws(round, coordinator):
    leaving = CandidateFactory(round=round, decision="qualified")
    CandidateFactory(round=round, decision="qualified")
    first, second = reserve(round), reserve(round)
    assert call_up(round=round, by=coordinator, on=DAY, expected=first.pk) is None
    assert withdraw(candidate=leaving, by=coordinator, on=DAY, reason="podjęła pracę")
    assert call_up(round=round, by=coordinator, on=DAY, expected=second.pk) is None
    called = call_up(round=round, by=coordinator, on=DAY, expected=first.pk)
    assert (called.pk, called.decision, called.decided_on) == (first.pk, "qualified", DAY)
    assert "pierwsza na liście rezerwowej" in called.decision_reason
    assert call_up(round=round, by=coordinator, on=DAY, expected=first.pk) is None
    assert call_up(round=round, by=coordinator, on=DAY, expected=second.pk) is None


def test_a_quota_that_would_be_lost_lets_a_woman_pass_and_says_so(round, coordinator):
    QuotaFactory(round=round, at_least=2)
    CandidateFactory(round=round, decision="qualified")
    man, woman = reserve(round, sex="M"), reserve(round)
    found = Situation(round.project, round).next
    assert found.row.pk == woman.pk
    assert [row.pk for row in found.passed] == [man.pk]
    assert "2. na liście rezerwowej" in found.why
    assert "kobieta" in found.why
    called = call_up(round=round, by=coordinator, on=DAY, expected=woman.pk)
    assert called.decision == "qualified"


def test_a_quota_that_is_lost_anyway_holds_nobody_up(round):
    QuotaFactory(round=round, at_least=2)
    CandidateFactory(round=round, decision="qualified", sex="M")
    man, _woman = reserve(round, sex="M"), reserve(round)
    assert Situation(round.project, round).next.row.pk == man.pk


def test_lots_are_drawn_once_for_everybody_and_only_where_the_rules_say_so(round, coordinator):
    CandidateFactory.create_batch(5, round=round)
    assert draw_lots(round=round, by=coordinator) == 0
    round.tie_order = ["lot"]
    round.save()
    assert draw_lots(round=round, by=coordinator) == 5
    drawn = dict(round.candidates.values_list("pk", "lot"))
    assert sorted(drawn.values()) == [1, 2, 3, 4, 5]
    late = CandidateFactory(round=round)
    assert draw_lots(round=round, by=coordinator) == 1
    late.refresh_from_db()
    assert late.lot == 6
    assert {pk: lot for pk, lot in round.candidates.values_list("pk", "lot") if pk != late.pk} == drawn


# --- the commission's own answers


def test_answers_are_set_changed_and_taken_back(round, coordinator):
    question = CriterionFactory(round=round, rule="question", label="rozmowa odbyta")
    mark = CriterionFactory(round=round, rule="score", label="rozmowa", points=20)
    candidate = CandidateFactory(round=round)
    keys = (candidate.pk, question.pk), (candidate.pk, mark.pk)

    def set_to(*given):
        return set_answers(round=round, by=coordinator, answers=dict(zip(keys, given, strict=True)))

    assert set_to(True, 1) == 2
    assert set_to(True, 1) == 0
    assert set_to(False, 0) == 2
    assert list(CommissionAnswer.objects.order_by("criterion").values_list("is_met", "points")) == [
        (False, None),
        (None, 0),
    ]
    assert set_to(None, 0) == 1
    assert CommissionAnswer.objects.count() == 1


# --- rules taken along


def test_rules_of_an_earlier_round_come_along_with_quotas_and_ties(round, project):
    take_ready_rules(round=round)
    decisive = round.criteria.get(rule="degurba")
    round.tie_order = [f"criterion:{decisive.pk}", "applied"]
    round.save()
    QuotaFactory(round=round)
    QuotaFactory(round=None, project=project)
    later = RoundFactory(project=project)
    take_rules_of(round=later, earlier=round)
    assert [c.sentence for c in later.criteria.in_order()] == [c.sentence for c in round.criteria.in_order()]
    assert later.tie_order == [f"criterion:{later.criteria.get(rule='degurba').pk}", "applied"]
    assert (project.quotas.filter(round=later).count(), project.quotas.count()) == (1, 3)
    assert round.criteria.count() == later.criteria.count() == 13


def test_rules_are_taken_only_where_there_are_none(round):
    CriterionFactory(round=round)
    assert take_ready_rules(round=round) == 1
    assert take_rules_of(round=round, earlier=RoundFactory(project=round.project)) == 1


def test_the_ready_set_gives_the_points_of_the_source(round):
    take_ready_rules(round=round)
    candidate = CandidateFactory(round=round, degurba=3, disability_degree="severe")
    for kind in ("foster_care", "food_aid"):
        CandidatePremiseFactory(candidate=candidate, kind=kind)
    row = Situation(round.project, round).ranking.by_pk[candidate.pk]
    # woman 10, two premises 5, severe 10, DEGURBA 10, foster care 5, food aid 5
    assert (row.points, row.meets_formal) == (45, True)
