"""Decisions: by the commission, of the candidate herself, and the call from the reserve list. Each leaves a line in the history."""

import secrets
from dataclasses import dataclass

from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from accounts.models import AccessLog, log_access
from projects.months import months_later

from ..models import Candidate, DecisionLog, Sitting
from ..ranking import Ranking
from ..situation import Situation
from ..vocabulary import LEAVING, Decision, Tie


class NoPlace(Exception):
    """More people would be qualified than the round has places. ``over`` says by how many."""

    def __init__(self, over):
        super().__init__(over)
        self.over = over


@dataclass(frozen=True)
class Choice:
    """What was decided about one candidate; ``proposed`` is what the rules said, "" where they said nothing."""

    candidate: int
    decision: str
    reason: str = ""
    proposed: str = ""


def delete_after(decision, decided_on, round):
    """Until when the data of somebody with this decision are kept, or None where this house does not say."""
    return months_later(decided_on, round.retention_months) if decision in LEAVING else None


@transaction.atomic
def decide(*, round, by, decided_on, choices, sitting=None, ranking=None):
    """Writes these decisions of one round; gives back how many changed something.

    Whoever has joined already stays as she is: the participation has a life of its own. The history keeps what the commission saw.
    The round is locked, so that two people who decide at once give away no place twice; raises NoPlace where there are too few.
    """
    type(round).objects.select_for_update().get(pk=round.pk)
    wanted = {choice.candidate: choice for choice in choices}
    locked = round.candidates.select_for_update().filter(pk__in=wanted, participation__isnull=True).order_by("pk")
    changed = [row for row in locked if _is_new(row, wanted[row.pk])]
    if not changed:
        return 0
    _refuse_too_many(round, changed, wanted)
    ranking = ranking or Ranking(round)
    log = [_line(row, wanted[row.pk], by, decided_on, sitting, ranking) for row in changed]
    for row in changed:
        _write(row, wanted[row.pk], by, decided_on, round)
    _save(changed)
    DecisionLog.objects.bulk_create(log, batch_size=1000)
    log_access(by, AccessLog.Act.EDIT, project=round.project, subject=f"decyzje naboru {round.pk}: {len(changed)}")
    return len(changed)


def _refuse_too_many(round, changed, wanted):
    """Places are counted only where somebody new is to get one."""
    comes = sum(wanted[row.pk].decision == Decision.QUALIFIED != row.decision for row in changed)
    goes = sum(wanted[row.pk].decision != Decision.QUALIFIED == row.decision for row in changed)
    over = round.candidates.taking_places().count() + comes - goes - round.places
    if comes and over > 0:
        raise NoPlace(over)


def _is_new(row, choice):
    other_reason = choice.reason and choice.reason != row.decision_reason and row.decision != Decision.WAITING
    return choice.decision != row.decision or bool(other_reason)


def _write(row, choice, by, decided_on, round):
    waits = choice.decision == Decision.WAITING
    row.decision = choice.decision
    row.decision_reason = "" if waits else choice.reason
    row.decided_on = None if waits else decided_on
    row.decided_by = None if waits else by
    row.delete_after = delete_after(choice.decision, decided_on, round)


def _save(changed):
    """Everything but the reason is the same for all who got one decision, so it is one statement each."""
    by_decision = {}
    for row in changed:
        by_decision.setdefault(row.decision, []).append(row)
    for decision, rows in by_decision.items():
        same = {name: getattr(rows[0], name) for name in ("decided_on", "decided_by", "delete_after")}
        Candidate.objects.filter(pk__in=[row.pk for row in rows]).update(
            decision=decision, decision_reason=rows[0].decision_reason, updated_at=Now(), **same
        )
        others = [row for row in rows if row.decision_reason != rows[0].decision_reason]
        Candidate.objects.bulk_update(others, ["decision_reason"], batch_size=500)


def _line(row, choice, by, decided_on, sitting, ranking):
    ranked = ranking.by_pk.get(row.pk)
    return DecisionLog(
        candidate=row,
        sitting=sitting,
        by=by,
        decided_on=decided_on,
        was=row.decision,
        became=choice.decision,
        proposed=choice.proposed,
        reason=choice.reason,
        points=ranked.points if ranked else None,
        rank=ranked.place if ranked else None,
        assessment=[line.as_record() for line in ranked.assessment.lines] if ranked else [],
    )


@transaction.atomic
def hold_sitting(*, round, by, held_on, members, choices, place="", votes=(None, None, None), note="", submission=None):
    """A sitting of the commission with all its decisions, at once; gives back the sitting, or None where nothing was decided."""
    votes_for, votes_against, votes_abstained = votes
    sitting = Sitting(
        round=round,
        held_on=held_on,
        members=members,
        place=place,
        votes_for=votes_for,
        votes_against=votes_against,
        votes_abstained=votes_abstained,
        note=note,
        recorded_by=by,
    )
    if submission:
        sitting.submission = submission
    sitting.save()
    situation = Situation(round.project, round)
    if not decide(round=round, by=by, decided_on=held_on, choices=choices, sitting=sitting, ranking=situation.ranking):
        sitting.delete()
        return None
    decided = {choice.candidate: choice.decision for choice in choices}
    sitting.record = record_of(situation, situation.standings_with(decided))
    sitting.save(update_fields=["record"])
    return sitting


def record_of(situation, standings):
    """What the protocol keeps of the day: the rules in force, the applications, and the quotas after the decisions."""
    ranking, askings = situation.ranking, situation.ranking.askings
    return {
        "places": situation.round.places,
        "applied": len(ranking.rows),
        "formal": [asking.sentence for asking in askings if asking.is_formal],
        "scored": [[asking.sentence, asking.criterion.points] for asking in askings if not asking.is_formal],
        "ties": [str(breaker.name) for breaker in ranking.breakers if breaker.name],
        "quotas": [[one.name, one.asked, one.word, one.sentence] for one in standings],
    }


def withdraw(*, candidate, by, on, reason):
    """The candidate gives up her place or her application. True when that is new."""
    choice = Choice(candidate.pk, Decision.WITHDRAWN, reason)
    return bool(decide(round=candidate.round, by=by, decided_on=on, choices=[choice]))


@transaction.atomic
def call_up(*, round, by, on, expected):
    """Calls up the next from the reserve list, if it is still the one whom the page named (``expected``, a pk); gives her back, or
    None. The round is locked, so that two people who press the button call up one person."""
    type(round).objects.select_for_update().get(pk=round.pk)
    situation = Situation(round.project, round)
    found = situation.next
    if found is None or found.row.pk != expected:
        return None
    reason = _("powołanie z listy rezerwowej: %(why)s") % {"why": found.why}
    choice = Choice(expected, Decision.QUALIFIED, reason[:500], Decision.QUALIFIED)
    decide(round=round, by=by, decided_on=on, choices=[choice], ranking=situation.ranking)
    return round.candidates.get(pk=expected)


@transaction.atomic
def draw_lots(*, round, by):
    """Gives a lot to each candidate of the round who has none, in an order nobody can foresee; gives back how many."""
    if Tie.LOT not in round.tie_order:
        return 0
    drawn = list(round.candidates.select_for_update().filter(lot__isnull=True).order_by("pk"))
    taken = set(round.candidates.filter(lot__isnull=False).values_list("lot", flat=True))
    numbers = [lot for lot in range(1, len(drawn) + len(taken) + 1) if lot not in taken][: len(drawn)]
    secrets.SystemRandom().shuffle(numbers)
    for row, lot in zip(drawn, numbers, strict=True):
        row.lot = lot
    Candidate.objects.bulk_update(drawn, ["lot"], batch_size=1000)
    log_access(by, AccessLog.Act.EDIT, project=round.project, subject=f"losowanie w naborze {round.pk}: {len(drawn)}")
    return len(drawn)
