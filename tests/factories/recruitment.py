"""Rounds, criteria, quotas, candidates and what the commission says of them."""

from datetime import date, timedelta

import factory
from factory.django import DjangoModelFactory
from stdnum.pl import pesel as pesel_number

from participants.models import Person
from participants.vocabulary import (
    Answer,
    Degurba,
    Education,
    LabourDetail,
    LabourStatus,
    PremiseKind,
    Scope,
    Sex,
)
from recruitment.models import (
    Candidate,
    CandidatePremise,
    ChecklistItem,
    CommissionAnswer,
    Criterion,
    DecisionLog,
    ForgottenCandidate,
    Quota,
    ReceivedDocument,
    Round,
    Sitting,
)
from recruitment.vocabulary import LEAVING, CriterionKind, Decision, RuleCode

from .accounts import UserFactory
from .base import KeptByTheDatabase
from .participants import make_pesel
from .projects import ProjectFactory


class RoundFactory(DjangoModelFactory):
    """A round of ten places, open through the first quarter of the project."""

    class Meta:
        model = Round

    project = factory.SubFactory(ProjectFactory)
    name = factory.Sequence(lambda n: f"nabór {n}")
    opens_on = factory.LazyAttribute(lambda o: o.project.starts_on)
    closes_on = factory.LazyAttribute(lambda o: o.project.starts_on + timedelta(days=90))
    places = 10


class CriterionFactory(DjangoModelFactory):
    """A formal criterion; ``points=10`` makes it a scored one."""

    class Meta:
        model = Criterion

    round = factory.SubFactory(RoundFactory)
    kind = factory.LazyAttribute(lambda o: CriterionKind.SCORED if o.points else CriterionKind.FORMAL)
    rule = RuleCode.AGE
    params = factory.LazyAttribute(lambda o: {"from": 18, "to": 64} if o.rule == RuleCode.AGE else {})
    points = None
    position = factory.Sequence(lambda n: n % 30_000)


class QuotaFactory(DjangoModelFactory):
    """At least six women in a round."""

    class Meta:
        model = Quota

    round = factory.SubFactory(RoundFactory)
    project = factory.LazyAttribute(lambda o: o.round.project if o.round else ProjectFactory())
    rule = RuleCode.SEX
    params = factory.LazyAttribute(lambda o: {"values": ["K"]} if o.rule == RuleCode.SEX else {})
    at_least = 6


class CandidateFactory(KeptByTheDatabase):
    """An unemployed woman of forty with every fact of the form, about whom nobody has decided.

    ``decision="rejected"`` brings the day, the reason and the day of deletion along; sex and birth date follow a PESEL.
    """

    class Meta:
        model = Candidate

    class Params:
        serial = factory.Sequence(lambda n: n + 1)
        without_pesel = factory.Trait(identifier_kind="passport", pesel="", other_identifier="ZS 0012345")

    round = factory.SubFactory(RoundFactory)
    project = factory.LazyAttribute(lambda o: o.round.project)
    number = factory.LazyAttribute(lambda o: f"K/{o.applied_on.year}/{o.serial:03}")
    applied_on = factory.LazyAttribute(lambda o: o.round.opens_on + timedelta(days=10))
    last_name = factory.LazyAttribute(lambda o: f"Zielińska-{o.serial}")
    first_name = "Maria"
    sex = Sex.FEMALE
    birth_date = date(1984, 5, 17)
    pesel = factory.LazyAttribute(lambda o: make_pesel(o.birth_date, o.sex, o.serial))
    phone = "600 200 300"
    email = "kandydatka@example.org"
    voivodeship = "śląskie"
    county = "Sosnowiec"
    commune = "Sosnowiec"
    place = "Sosnowiec"
    postcode = "41-200"
    street = "Modrzejowska"
    house = "7"
    degurba = Degurba.URBAN
    education = factory.LazyAttribute(lambda o: by_form(o, Education.ISCED_3, Education.ISCED_3_4))
    labour_status = factory.LazyAttribute(
        lambda o: by_form(o, LabourStatus.UNEMPLOYED_REGISTERED, LabourStatus.UNEMPLOYED)
    )
    minority = Answer.NO
    foreign_origin = Answer.NO
    third_country = Answer.NO
    homeless = Answer.NO
    disability = factory.LazyAttribute(lambda o: Answer.YES if o.disability_degree else Answer.NO)
    disability_degree = ""
    other_disadvantage = Answer.NO
    decision = Decision.WAITING
    decided_on = factory.LazyAttribute(lambda o: None if o.decision == Decision.WAITING else o.applied_on)
    decision_reason = factory.LazyAttribute(lambda o: "wiek poza granicami" if o.decision in LEAVING else "")
    delete_after = factory.LazyAttribute(
        lambda o: o.decided_on + timedelta(days=365) if o.decision in LEAVING else None
    )

    @factory.lazy_attribute
    def labour_detail(self):
        details = {"": "", LabourStatus.INACTIVE: LabourDetail.INACTIVE_OTHER, LabourStatus.EMPLOYED: LabourDetail.NGO}
        return details.get(self.labour_status, LabourDetail.LONG_TERM)

    @classmethod
    def _generate(cls, strategy, params):
        if pesel_number.is_valid(params.get("pesel", "")):
            said = Person(pesel=params["pesel"])
            said.take_from_pesel()
            params = {"sex": said.sex, "birth_date": said.birth_date, **params}
        return super()._generate(strategy, params)


def by_form(candidate, sl2014, smefs):
    return smefs if candidate.project.scope == Scope.SMEFS else sl2014


class CandidatePremiseFactory(DjangoModelFactory):
    class Meta:
        model = CandidatePremise

    candidate = factory.SubFactory(CandidateFactory)
    kind = PremiseKind.POVERTY
    document = "zaświadczenie OPS z 10.01.2024"


class ChecklistItemFactory(DjangoModelFactory):
    class Meta:
        model = ChecklistItem

    project = factory.SubFactory(ProjectFactory)
    name = factory.Sequence(lambda n: f"oświadczenie {n}")


class ReceivedDocumentFactory(DjangoModelFactory):
    class Meta:
        model = ReceivedDocument

    candidate = factory.SubFactory(CandidateFactory)
    item = factory.SubFactory(ChecklistItemFactory, project=factory.SelfAttribute("..candidate.project"))
    received_on = factory.LazyAttribute(lambda o: o.candidate.applied_on)


class CommissionAnswerFactory(DjangoModelFactory):
    class Meta:
        model = CommissionAnswer

    candidate = factory.SubFactory(CandidateFactory)
    criterion = factory.SubFactory(
        CriterionFactory,
        round=factory.SelfAttribute("..candidate.round"),
        rule=RuleCode.QUESTION,
        label="opuszcza instytucję opieki",
        points=5,
    )
    is_met = True


class SittingFactory(DjangoModelFactory):
    class Meta:
        model = Sitting

    round = factory.SubFactory(RoundFactory)
    held_on = factory.LazyAttribute(lambda o: o.round.opens_on + timedelta(days=95))
    members = "Katarzyna Kowal, przewodnicząca\nSylwia Socha, członkini"
    recorded_by = factory.SubFactory(UserFactory)


class DecisionLogFactory(DjangoModelFactory):
    class Meta:
        model = DecisionLog

    candidate = factory.SubFactory(CandidateFactory, decision=Decision.QUALIFIED)
    by = factory.SubFactory(UserFactory)
    decided_on = factory.LazyAttribute(lambda o: o.candidate.decided_on)
    was = Decision.WAITING
    became = factory.LazyAttribute(lambda o: o.candidate.decision)


class ForgottenCandidateFactory(DjangoModelFactory):
    class Meta:
        model = ForgottenCandidate

    round = factory.SubFactory(RoundFactory)
    number = factory.Sequence(lambda n: f"K/2024/{900 + n}")
    decision = Decision.REJECTED
    decided_on = date(2024, 2, 1)
    forgotten_on = date(2025, 2, 2)
