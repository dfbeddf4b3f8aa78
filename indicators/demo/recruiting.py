"""How the people of a demo project were recruited: a round as it was announced, the candidates, the sitting of the commission."""

from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from operator import attrgetter

from participants.actions import CONTACT, IDENTITY
from participants.vocabulary import Answer, LabourDetail, LabourStatus, PremiseKind
from recruitment.actions.decisions import Choice, hold_sitting, withdraw
from recruitment.actions.joining import FACTS
from recruitment.models import (
    Candidate,
    CandidatePremise,
    ChecklistItem,
    CommissionAnswer,
    Criterion,
    Quota,
    ReceivedDocument,
    Round,
)
from recruitment.numbers import FORM
from recruitment.vocabulary import CriterionKind, Decision, RuleCode

from .rows import put, rewrite

COPIED = [Candidate._meta.get_field(name).attname for name in (*FACTS, "citizenship")]
CHECKLIST = [  # name, required
    ("formularz zgłoszeniowy", True),
    ("oświadczenie o spełnianiu kryteriów", True),
    ("zaświadczenie z urzędu pracy albo z ZUS", True),
    ("potwierdzenie zapoznania się z klauzulą informacyjną", True),
    ("zgoda na wykorzystanie wizerunku", False),
]
MEMBERS = (
    "Ewa Borowiecka, przewodnicząca (dane przykładowe)\nMarek Ćwikła, członek komisji\nOlga Sierpińska, psycholożka"
)

NO_ROOM = "spełnia kryteria, ale miejsca zajęły osoby z większą liczbą punktów"
OFFICE_OPENS, OFFICE_CLOSES = 8, time(16)
AT_RISK = [PremiseKind.POVERTY, PremiseKind.UNEMPLOYMENT, PremiseKind.HELPLESSNESS]


def formal(rule, label="", **params):
    """A condition that has to be met."""
    return {"kind": CriterionKind.FORMAL, "rule": rule, "params": params, "label": label}


def scored(points, rule, label="", **params):
    """A condition that earns points."""
    return {"kind": CriterionKind.SCORED, "rule": rule, "params": params, "label": label, "points": points}


def quota(rule, *, at_least=None, percent=None, label="", **params):
    """How many of the places have to go to whom."""
    return {"rule": rule, "params": params, "label": label, "at_least": at_least, "percent": percent}


ADULT = formal(RuleCode.AGE, **{"from": 18, "to": None})
AT_RISK_AT_ALL = formal(RuleCode.PREMISES, **{"from": 1, "to": None, "documented": False})
ALL_DOCUMENTS = formal(RuleCode.DOCUMENTS)
WOMAN = scored(10, RuleCode.SEX, values=["K"])
MANY_PREMISES = scored(5, RuleCode.PREMISES, **{"from": 2, "to": None, "documented": False})
DISABLED = scored(10, RuleCode.DISABILITY, values=[])
LONG_TERM = scored(5, RuleCode.LABOUR_DETAIL, values=[LabourDetail.LONG_TERM.value])


@dataclass(frozen=True)
class Call:
    """One round as it was announced, and how many of those who did not join there were. Without a sitting it is still open."""

    name: str
    opens_on: date
    closes_on: date | None
    criteria: tuple
    held_on: date | None = None
    place: str = "sala posiedzeń"
    places: int | None = None  # None: as many as joined
    reserve: int = 2
    rejected: tuple = ()  # reasons
    withdraws: bool = True
    waiting: int = 0
    retention_months: int = 60
    last_application: date | None = None

    @property
    def last_day(self):
        """The last day on which somebody of the demo applied."""
        return self.last_application or self.closes_on or self.opens_on + timedelta(weeks=5)


class Recruitment:
    """Recruitment of one project. ``crowd`` makes the people who did not join, ``town`` is where they live."""

    def __init__(self, project, crowd, town, by, *, elsewhere=None, target_group=None, facts=None):
        self.project, self.crowd, self.town, self.by = project, crowd, town, by
        self.elsewhere, self.target_group, self.facts = elsewhere or town, target_group, facts or {}
        self.given = {}  # year → the last number
        self.items = ChecklistItem.objects.bulk_create(
            [
                ChecklistItem(project=project, name=name, is_required=is_required, position=n * 10)
                for n, (name, is_required) in enumerate(CHECKLIST, 1)
            ]
        )

    def quotas(self, *quotas, round=None):
        """What the whole project promised, or one round of it."""
        Quota.objects.bulk_create([Quota(project=self.project, round=round, **quota) for quota in quotas])

    def hold(self, call, participations=()):
        """Saves a round with everybody who applied in it, and what the commission decided; gives the round back.

        ``participations`` are those who joined, with their premises read.
        """
        round = self._announce(call, len(participations))
        joined = [self._who_joined(one, round, call) for one in participations]
        left_out = [self._who_did_not(round, call, last=True) for _one in range(call.reserve + call.withdraws)]
        failed = [self._who_did_not(round, call, fails=True) for _reason in call.rejected]
        waiting = [self._who_did_not(round, call) for _one in range(call.waiting)]
        self._register([*joined, *left_out, *failed, *waiting])
        self._receive([*joined, *left_out, *failed], call)
        self._receive_some(waiting, call)
        if call.held_on:
            self._answer(round, [*joined, *left_out, *failed])
            self._decide(round, call, joined, left_out, failed)
        return round

    def _announce(self, call, joined):
        round = Round.objects.create(
            project=self.project,
            name=call.name,
            opens_on=call.opens_on,
            closes_on=call.closes_on,
            places=call.places or joined,
            reserve_places=10,
            retention_months=call.retention_months,
        )
        Criterion.objects.bulk_create(
            [Criterion(round=round, position=n * 10, **criterion) for n, criterion in enumerate(call.criteria, 1)]
        )
        return round

    # --- who applied

    def _who_joined(self, participation, round, call):
        """The application of somebody who is in the project now: the same facts."""
        facts = {name: getattr(participation, name) for name in COPIED}
        facts |= {name: getattr(participation.person, name) for name in (*IDENTITY, *CONTACT)}
        candidate = self._applying(round, call, self.crowd.day_between(call.opens_on, call.last_day), facts)
        candidate.joins, candidate.declares = participation, {p.kind: p.document for p in participation.premises.all()}
        return candidate

    def _who_did_not(self, round, call, *, last=False, fails=False):
        """The application of somebody who did not join: with few points, so that the ranking says why, or from elsewhere."""
        random, sex = self.crowd.random, "M" if last else self.crowd.random.choice("KM")
        born = self.crowd.birth_day(random.randint(24, 58), call.opens_on)
        person = self.crowd.person(sex, born, self.elsewhere if fails else self.town)
        facts = {name: getattr(person, name) for name in (*IDENTITY, *CONTACT)} | person.residence()
        facts |= {
            "education": random.choice(["isced_1", "isced_3"]),
            "labour_status": LabourStatus.INACTIVE,
            "labour_detail": LabourDetail.NOT_IN_EDUCATION,
            "target_group": self.target_group,
            **dict.fromkeys(("minority", "homeless", "disability", "other_disadvantage"), Answer.NO),
            **self.facts,
        }
        on = call.last_day if last else self.crowd.day_between(call.opens_on, call.last_day)
        candidate = self._applying(round, call, on, facts)
        candidate.applied_at = OFFICE_CLOSES if last else candidate.applied_at
        candidate.joins = None
        candidate.declares = {} if candidate.is_surroundings else {random.choice(AT_RISK): ""}
        return candidate

    def _applying(self, round, call, on, facts):
        at = time(self.crowd.random.randint(OFFICE_OPENS, 15), self.crowd.random.randrange(0, 60, 5))
        return Candidate(project=self.project, round=round, applied_on=on, applied_at=at, **facts)

    def _register(self, candidates):
        """Gives the numbers in the order of application and saves everybody with their premises."""
        for candidate in sorted(candidates, key=attrgetter("applied_on", "applied_at")):
            year = candidate.applied_on.year
            self.given[year] = self.given.get(year, 0) + 1
            candidate.number = FORM.format(year=year, serial=self.given[year])
        put(candidates)
        put(
            [
                CandidatePremise(candidate=candidate, kind=kind, document=document)
                for candidate in candidates
                for kind, document in candidate.declares.items()
            ]
        )

    # --- what they brought

    def _receive(self, candidates, call):
        """Everything that is required came; two in three agree to pictures."""
        draw = self.crowd.random
        put(
            [
                ReceivedDocument(candidate=candidate, item=item, received_on=candidate.applied_on)
                for candidate in candidates
                for item in self.items
                if item.is_required or draw.random() < 0.66
            ]
        )

    def _receive_some(self, candidates, call):
        """Every second of those who wait still lacks something; one brought a document later."""
        rows = []
        for n, candidate in enumerate(candidates):
            brought = self.items[: 2 + n % 2] if n % 2 else self.items[:4]
            for item in brought:
                later = timedelta(days=3) if n == 0 and item is self.items[2] else timedelta()
                note = "doniesiono później" if later else ""
                rows.append(
                    ReceivedDocument(
                        candidate=candidate, item=item, received_on=candidate.applied_on + later, note=note
                    )
                )
        put(rows)

    # --- what the commission said

    def _answer(self, round, candidates):
        asked = [criterion for criterion in round.criteria.in_order() if criterion.is_asked]
        CommissionAnswer.objects.bulk_create(
            [
                CommissionAnswer(candidate=candidate, criterion=criterion, **self._said(criterion, candidate))
                for candidate in candidates
                for criterion in asked
            ]
        )

    def _said(self, criterion, candidate):
        if criterion.rule == RuleCode.QUESTION:
            return {"is_met": True}
        return {"points": self.crowd.random.randint(3, criterion.points) if candidate.joins else 1}

    def _decide(self, round, call, joined, left_out, failed):
        choices = [Choice(one.pk, Decision.QUALIFIED, proposed=Decision.QUALIFIED) for one in joined]
        choices += [Choice(one.pk, Decision.RESERVE, NO_ROOM, Decision.RESERVE) for one in left_out]
        choices += [
            Choice(one.pk, Decision.REJECTED, reason, Decision.REJECTED)
            for one, reason in zip(failed, call.rejected, strict=True)
        ]
        hold_sitting(
            round=round,
            by=self.by,
            held_on=call.held_on,
            members=MEMBERS,
            place=call.place,
            votes=(3, 0, 0),
            note="Komisja przyjęła listę rankingową i listę rezerwową jednogłośnie.",
            choices=choices,
        )
        for one in joined:
            one.participation = one.joins
        rewrite(joined, ["participation"])
        if call.withdraws:
            after = call.held_on + timedelta(days=5)
            withdraw(candidate=left_out[0], by=self.by, on=after, reason="znalazł pracę, rezygnuje z miejsca")


def joined_between(project, first, last, **facts):
    """Participations that began between two days, with all that an application is made from."""
    people = project.participations.filter(entered_on__range=(first, last), **facts)
    return list(people.select_related("person").prefetch_related("premises").order_by("pk"))


def again(call, **changes):
    """The same round with other days or names."""
    return replace(call, **changes)
