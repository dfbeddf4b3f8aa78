"""The ranking and the decisions of the commission in the browser; withdrawal and the call from the reserve list."""

from datetime import date
from uuid import uuid4

import pytest
from django.utils import timezone

from recruitment.models import DecisionLog, Sitting

from ..factories import (
    CandidateFactory,
    CriterionFactory,
    ParticipationFactory,
    QuotaFactory,
    RoundFactory,
)
from .application import address
from .pages import said

pytestmark = pytest.mark.django_db
DAY = date(2024, 4, 15)


@pytest.fixture
def round(project):
    return RoundFactory(project=project, name="nabór I", places=2)


@pytest.fixture
def client(client_of, coordinator):
    return client_of(coordinator)


# --- ranking and decisions


def test_the_ranking_names_the_place_the_points_and_what_decided(client, round, project):
    CriterionFactory(round=round, rule="sex", params={"values": ["K"]}, points=10)
    CandidateFactory(round=round, applied_on=date(2024, 1, 3), last_name="Pierwsza")
    CandidateFactory(round=round, applied_on=date(2024, 1, 9), last_name="Druga")
    page = said(client.get(address("ranking", project, round.pk)))
    assert page.index("Pierwsza") < page.index("Druga")
    assert "rozstrzyga wcześniejsze zgłoszenie: 03.01.2024 przed 09.01.2024" in page


def sitting(table=(), **changes):
    """The POST of a sitting; ``table`` holds (candidate, decision, reason)."""
    data = {"held_on": "15.04.2024", "members": "Ewa Borowiecka", "submission": str(uuid4())}
    for candidate, decision, reason in table:
        data |= {f"decision-{candidate.pk}": decision, f"reason-{candidate.pk}": reason}
    return data | changes


def test_the_proposal_is_accepted_as_it_stands(client, round, project, coordinator):
    people = CandidateFactory.create_batch(3, round=round)
    path = address("decisions", project, round.pk)
    page = client.get(path)
    choices = [(line.row, line.decision, "") for line in page.context["table"].lines]
    answer = client.post(path, sitting(choices))
    assert answer.url == address("ranking", project, round.pk)
    assert [one.decision for one in round.candidates.order_by("pk")] == ["qualified", "qualified", "reserve"]
    assert Sitting.objects.get().recorded_by == coordinator
    assert {line.proposed == line.became for line in DecisionLog.objects.all()} == {True}
    people[0].refresh_from_db()
    assert people[0].decision_reason.replace("\xa0", " ") == "miejsce 1 na 2"


def test_the_same_page_posted_twice_is_one_sitting(client, round, project):
    [one] = CandidateFactory.create_batch(1, round=round)
    data = sitting([(one, "qualified", "")])
    for _ in range(2):
        client.post(address("decisions", project, round.pk), data)
    assert (Sitting.objects.count(), DecisionLog.objects.count()) == (1, 1)


def test_departing_from_the_proposal_wants_a_reason(client, round, project):
    one = CandidateFactory(round=round)
    path = address("decisions", project, round.pk)
    page = client.post(path, sitting([(one, "rejected", "")]))
    assert "Napisz krótko dlaczego." in said(page)
    assert not Sitting.objects.exists()
    client.post(path, sitting([(one, "rejected", "nie stawiła się na rozmowę")]))
    line = DecisionLog.objects.get()
    assert (line.proposed, line.became, line.reason) == ("qualified", "rejected", "nie stawiła się na rozmowę")


def test_changing_an_earlier_decision_wants_a_reason_too(client, round, project):
    one = CandidateFactory(round=round, decision="reserve")
    path = address("decisions", project, round.pk)
    assert "zmiana wcześniejszej decyzji" in said(client.post(path, sitting([(one, "qualified", "")])))
    client.post(path, sitting([(one, "qualified", "odwołanie uznane")]))
    one.refresh_from_db()
    assert one.decision == "qualified"


def test_somebody_may_be_left_without_a_decision(client, round, project):
    one, two = CandidateFactory.create_batch(2, round=round)
    client.post(address("decisions", project, round.pk), sitting([(one, "waiting", ""), (two, "qualified", "")]))
    one.refresh_from_db()
    assert one.decision == "waiting"


def test_more_people_than_places_are_refused_and_nothing_is_written(client, round, project):
    people = CandidateFactory.create_batch(3, round=round)
    page = client.post(
        address("decisions", project, round.pk), sitting([(one, "qualified", "wszystkie") for one in people])
    )
    assert "o 1 więcej niż miejsc" in said(page)
    assert not DecisionLog.objects.exists()
    assert 'value="wszystkie"' in page.text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"held_on": "01.01.2090"}, "w przyszłości"),
        ({"held_on": "01.12.2023"}, "przed początkiem naboru"),
        ({"members": ""}, "Skład komisji"),
    ],
)
def test_a_sitting_that_cannot_have_been_is_refused(client, round, project, changes, words):
    one = CandidateFactory(round=round)
    page = client.post(address("decisions", project, round.pk), sitting([(one, "qualified", "")], **changes))
    assert words in said(page)
    assert not Sitting.objects.exists()


def test_the_quotas_follow_the_selection_before_anything_is_saved(client, round, project):
    QuotaFactory(round=round, at_least=2)
    one, two = CandidateFactory.create_batch(2, round=round)
    path = address("decisions", project, round.pk)
    page = client.post(path, sitting([(one, "qualified", ""), (two, "reserve", "")], recount="1"))
    [standing] = page.context["table"].standings
    assert (standing.have, standing.status) == (1, "open")
    assert "Wybór zajmuje 1 z 2 miejsc." in said(page)
    assert not DecisionLog.objects.exists()
    page = client.post(path, sitting([(one, "qualified", ""), (two, "rejected", "nie przyszła")], recount="1"))
    [standing] = page.context["table"].standings
    assert (standing.pool, standing.status) == (0, "impossible")
    page = client.post(path, sitting([(one, "qualified", ""), (two, "qualified", "")], recount="1"))
    assert page.context["table"].standings[0].status == "reached"
    assert "osiągnięty" in said(page)


def test_many_candidates_are_decided_about_a_page_at_a_time_or_all_by_the_proposal(client, round, project, monkeypatch):
    monkeypatch.setattr("recruitment.views.decisions.PAGE", 2)
    people = CandidateFactory.create_batch(5, round=round)
    path = address("decisions", project, round.pk)
    client.post(path, sitting([(people[0], "qualified", ""), (people[1], "reserve", "w rozmowie")]))
    assert round.candidates.waiting().count() == 3
    client.post(f"{path}?page=2", sitting(accept_all="1"))
    assert sorted(round.candidates.values_list("decision", flat=True)) == ["qualified"] * 2 + ["reserve"] * 3


def test_whoever_takes_part_is_not_among_those_to_be_decided(client, round, project):
    CandidateFactory(round=round, decision="qualified", participation=ParticipationFactory(project=project))
    CandidateFactory(round=round)
    page = client.get(address("decisions", project, round.pk))
    assert len(page.context["table"].lines) == 1
    assert "1 osoba już uczestniczy" in said(page)


def test_one_person_is_decided_about_with_a_reason(client, round, project):
    one = CandidateFactory(round=round)
    path = address("decide", project, one.pk)
    assert client.post(path, {"decision": "rejected", "decided_on": "15.04.2024", "reason": ""}).status_code == 200
    client.post(path, {"decision": "rejected", "decided_on": "15.04.2024", "reason": "poza obszarem"})
    one.refresh_from_db()
    assert (one.decision, one.decided_on, one.decision_reason) == ("rejected", DAY, "poza obszarem")


def test_where_no_place_is_free_nobody_more_is_qualified(client, round, project):
    CandidateFactory.create_batch(2, round=round, decision="qualified")
    one = CandidateFactory(round=round)
    page = client.post(
        address("decide", project, one.pk), {"decision": "qualified", "decided_on": "15.04.2024", "reason": "tak"}
    )
    assert "Wszystkie miejsca w naborze są zajęte." in said(page)


def test_withdrawal_frees_the_place_and_the_next_is_named_and_called(client, round, project, client_of, social_worker):
    leaving = CandidateFactory(round=round, decision="qualified")
    CandidateFactory(round=round, decision="qualified")
    waiting = CandidateFactory(round=round, decision="reserve", last_name="Rezerwowa")
    worker = client_of(social_worker)
    answer = worker.post(address("withdraw", project, leaving.pk), {"on": "20.04.2024", "reason": "telefonicznie"})
    assert answer.url == address("ranking", project, round.pk)
    page = client.get(answer.url)
    assert "Następna z listy rezerwowej:" in said(page)
    assert "Rezerwowa Maria" in said(page)
    path = address("call_up", project, round.pk)
    assert worker.post(path, {"candidate": waiting.pk}).status_code == 403
    client.post(path, {"candidate": waiting.pk})
    client.post(path, {"candidate": waiting.pk})
    waiting.refresh_from_db()
    assert (waiting.decision, waiting.decided_on) == ("qualified", timezone.localdate())
    assert waiting.history.count() == 1


@pytest.mark.parametrize("typed", ["", "x", "²", "9" * 40])
def test_a_call_that_names_nobody_calls_nobody(client, round, project, typed):
    CandidateFactory(round=round, decision="reserve")
    answer = client.post(address("call_up", project, round.pk), {"candidate": typed}, follow=True)
    assert "Nikogo nie powołano." in said(answer)


def test_the_commission_answers_in_one_grid_and_points_follow(client, round, project):
    question = CriterionFactory(round=round, rule="question", label="opuszcza pieczę", points=5)
    mark = CriterionFactory(round=round, rule="score", label="rozmowa", points=20)
    one = CandidateFactory(round=round)
    path = address("answers", project, round.pk)
    names = [f"a-{one.pk}-{question.pk}", f"a-{one.pk}-{mark.pk}"]
    refused = client.post(path, dict(zip(names, ["yes", "21"], strict=True)))
    assert "Najwięcej można dać 20." in said(refused)
    client.post(path, dict(zip(names, ["yes", "17"], strict=True)))
    page = client.get(address("ranking", project, round.pk))
    assert page.context["ranking"].placed[0].points == 22


def test_a_round_whose_rules_ask_the_commission_nothing_says_so(client, round, project):
    assert "nie mają pytań do komisji" in said(client.get(address("answers", project, round.pk)))


def test_lots_are_drawn_by_a_button(client, round, project):
    round.tie_order = ["lot"]
    round.save()
    CandidateFactory.create_batch(2, round=round)
    assert "Losuj" in said(client.get(address("ranking", project, round.pk)))
    client.post(address("draw", project, round.pk))
    assert "Losuj<" not in said(client.get(address("ranking", project, round.pk)))


def test_who_sat_can_be_corrected_afterwards(client, round, project, coordinator):
    one = CandidateFactory(round=round)
    client.post(address("decisions", project, round.pk), sitting([(one, "qualified", "")]))
    held = Sitting.objects.get()
    client.post(
        address("sitting_edit", project, held.pk), {"held_on": "15.04.2024", "members": "Ewa\nJan", "votes_for": "2"}
    )
    held.refresh_from_db()
    assert (held.people, held.votes_for) == (["Ewa", "Jan"], 2)
