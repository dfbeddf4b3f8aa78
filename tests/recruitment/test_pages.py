"""The pages of recruitment: the room's own page, rounds and rules, the ranking, the decisions of the commission."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from accounts.models import AccessLog
from recruitment.models import Criterion, DecisionLog, Quota, Round, Sitting
from recruitment.views import lists

from ..factories import (
    CandidateFactory,
    CandidatePremiseFactory,
    ChecklistItemFactory,
    CommissionAnswerFactory,
    CriterionFactory,
    ParticipationFactory,
    QuotaFactory,
    ReceivedDocumentFactory,
    RoundFactory,
    TargetGroupFactory,
)
from .application import address

pytestmark = pytest.mark.django_db
DAY = date(2024, 4, 15)


@pytest.fixture
def round(project):
    return RoundFactory(project=project, name="nabór I", places=2)


@pytest.fixture
def client(client_of, coordinator):
    return client_of(coordinator)


def said(response):
    """The words of a page with plain spaces."""
    return response.text.replace("\xa0", " ").replace("&nbsp;", " ")


# --- the room's own page


def test_a_project_without_a_round_says_what_to_do(client, project):
    page = client.get(address("list", project))
    assert "W tym projekcie nie było jeszcze naboru." in said(page)
    assert address("round_add", project) in page.text


def test_a_controller_of_an_empty_project_is_offered_nothing_that_is_refused(client_of, controller, project):
    page = client_of(controller).get(address("list", project))
    assert address("round_add", project) not in page.text
    assert address("form_print", project) in page.text


def test_a_round_without_candidates_says_how_to_begin(client, round, project):
    page = client.get(address("list", project))
    assert "Zapisz pierwsze zgłoszenie" in said(page)


LEADS = [
    # opens, closes (days from today), candidates waiting, what the page says
    (-10, 10, 3, "Trwa nabór I: 3 zgłoszenia na 2 miejsca. Zgłoszenia do"),
    (-10, None, 1, "Trwa nabór I: 1 zgłoszenie na 2 miejsca."),
    (5, 10, 0, "Nabór I zacznie się"),
    (-20, -5, 5, "5 zgłoszeń na 2 miejsca, na decyzję czeka 5."),
]


@pytest.mark.parametrize(("opens", "closes", "waiting", "words"), LEADS)
def test_the_page_opens_with_what_goes_on(client, project, opens, closes, waiting, words):
    today = timezone.localdate()
    closing = closes if closes is None else today + timedelta(days=closes)
    round = RoundFactory(
        project=project, name="nabór I", places=2, opens_on=today + timedelta(days=opens), closes_on=closing
    )
    CandidateFactory.create_batch(waiting, round=round)
    assert words in said(client.get(address("list", project)))


def test_quick_counts_add_up_and_each_shows_its_own(client, round, project):
    item = ChecklistItemFactory(project=project)
    CandidateFactory(round=round, last_name="Bezpapierowa")
    complete = CandidateFactory(round=round, last_name="Kompletna")
    ReceivedDocumentFactory(candidate=complete, item=item)
    for decision in ("qualified", "reserve", "rejected", "withdrawn"):
        CandidateFactory(round=round, decision=decision, last_name=f"Osoba-{decision}")
    page = client.get(address("list", project))
    counts = {key: n for key, _label, n in page.context["quick"]}
    assert counts == {"": 6, "incomplete": 1, "waiting": 1, "qualified": 1, "reserve": 1, "rejected": 1, "withdrawn": 1}
    for state, name in (("incomplete", "Bezpapierowa"), ("waiting", "Kompletna"), ("reserve", "Osoba-reserve")):
        shown = client.get(address("list", project), {"state": state})
        assert [one.facts.last_name for one in shown.context["page"]] == [name]


@pytest.mark.parametrize("typed", ["lukasik", "ŁUKASIK żan", "2024/077"])
def test_a_candidate_is_found_without_accents_and_by_number(client, round, project, typed):
    CandidateFactory(round=round, last_name="Łukasik", first_name="Żaneta", number="K/2024/077")
    CandidateFactory(round=round, last_name="Nowak")
    page = client.get(address("list", project), {"q": typed})
    assert [one.facts.last_name for one in page.context["page"]] == ["Łukasik"]


def test_names_stand_in_polish_order(client, round, project):
    for name in ("Żak", "Łoś", "Lis", "Ćma", "Czyż"):
        CandidateFactory(round=round, last_name=name)
    page = client.get(address("list", project))
    assert [one.facts.last_name for one in page.context["page"]] == ["Czyż", "Ćma", "Lis", "Łoś", "Żak"]


def test_the_list_narrows_to_a_round_and_says_so_when_nobody_is_left(client, round, project):
    other = RoundFactory(project=project, name="nabór II")
    CandidateFactory(round=round, last_name="Pierwsza")
    CandidateFactory(round=other, last_name="Druga")
    page = client.get(address("list", project), {"round": other.pk})
    assert [one.facts.last_name for one in page.context["page"]] == ["Druga"]
    assert "Żadne zgłoszenie nie odpowiada" in said(client.get(address("list", project), {"q": "nikt taki"}))


def test_a_value_that_the_filter_does_not_know_narrows_nothing(client, round, project):
    CandidateFactory(round=round)
    page = client.get(address("list", project), {"round": "x", "sex": "?", "state": "y", "sort": "z", "page": "q"})
    assert page.context["page"].paginator.count == 1


def test_a_reading_of_the_list_leaves_one_line_in_the_log(client, round, project, coordinator):
    CandidateFactory.create_batch(3, round=round)
    client.get(address("list", project))
    assert AccessLog.objects.filter(user=coordinator, act=AccessLog.Act.LIST).count() == 1


def fill(round, project):
    """A project with everything that a list can show, and more candidates than stand on one page."""
    item = ChecklistItemFactory(project=project)
    question = CriterionFactory(round=round, rule="question", label="rozmowa", points=5)
    CriterionFactory(round=round)
    QuotaFactory(round=round)
    QuotaFactory(round=None, project=project, rule="disability")
    for candidate in CandidateFactory.create_batch(lists.PAGE + 5, round=round):
        CandidatePremiseFactory(candidate=candidate)
        CommissionAnswerFactory(candidate=candidate, criterion=question)
        ReceivedDocumentFactory(candidate=candidate, item=item)


PAGES = ["list", "ranking", "decisions", "rules", "answers", "retention"]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_asks_more_for_many_candidates_than_the_bound(
    name, client, round, project, django_assert_max_num_queries
):
    fill(round, project)
    path = address(name, project, *([round.pk] if name in ("ranking", "decisions", "rules", "answers") else []))
    with django_assert_max_num_queries(12):
        client.get(path)


# --- rounds and rules


def posted(**changes):
    data = {
        "name": "nabór II",
        "opens_on": "01.03.2024",
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
    path = f"{address('criterion_add', project, round.pk)}?kind=formal&rule={rule}"
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
    path = f"{address('criterion_add', project, round.pk)}?kind=scored&rule=target_group"
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
    page = client.post(
        f"{address('criterion_add', project, round.pk)}?kind=formal&rule={rule}", {"position": "1", **typed}
    )
    assert page.status_code == 200
    assert words in said(page)
    assert not Criterion.objects.exists()


def test_without_points_a_scored_criterion_is_refused(client, round, project):
    path = f"{address('criterion_add', project, round.pk)}?kind=scored&rule=homeless"
    assert "points" in client.post(path, {"points": "", "position": ""}).context["form"].errors
    assert (
        "points" in client.post(path, {"points": "0", "position": ""}).context["form"].errors
        or not Criterion.objects.exists()
    )
    client.post(path, {"points": "10", "position": ""})
    assert Criterion.objects.get().points == 10


def test_a_quota_in_per_cent_or_in_people_for_one_round_or_all(client, round, project):
    path = f"{address('quota_add', project, round.pk)}?rule=sex"
    client.post(path, {"values": ["K"], "percent": "60,5 %", "at_least": "", "label": "", "over": "round"})
    client.post(path, {"values": ["M"], "percent": "", "at_least": "4", "label": "mężczyźni", "over": "project"})
    found = Quota.objects.order_by("pk")
    assert [(str(q.percent), q.at_least, q.round_id, q.sentence) for q in found] == [
        ("60.50", None, round.pk, "kobieta"),
        ("None", 4, None, "mężczyźni"),
    ]
    assert client.get(address("quota_edit", project, found[1].pk)).context["form"]["over"].value() == "project"


def test_a_quota_of_both_or_of_neither_is_refused(client, round, project):
    path = f"{address('quota_add', project, round.pk)}?rule=homeless"
    for typed in ({"percent": "5", "at_least": "4"}, {"percent": "", "at_least": ""}):
        assert "jedno z dwojga" in said(client.post(path, {"label": "", "over": "round", **typed}))
    assert not Quota.objects.exists()


def test_what_the_commission_answers_is_no_ground_for_a_quota(client, round, project):
    page = client.get(f"{address('quota_add', project, round.pk)}?rule=score")
    codes = {code for code, _label, _params in page.context["choices"]}
    assert not codes & {"score", "question"}


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
