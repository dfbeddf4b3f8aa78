"""The kinds of facts among which an example is searched for, each with the ways that it can be, the usual one first."""

from dataclasses import dataclass
from datetime import date
from itertools import product

from participants.vocabulary import (
    EMPLOYED_DETAILS,
    INACTIVE_DETAILS,
    Answer,
    Citizenship,
    ContractKind,
    Degurba,
    DisabilityDegree,
    DisabilityKind,
    Education,
    ExitReason,
    LabourStatus,
    Occupation,
    OutcomeKind,
    ParticipantKind,
    PremiseKind,
    ProgressSign,
    Scope,
    Sex,
)

from .rows import CERTIFICATE, LEFT

LATER = date(2025, 1, 2)
SCHOOL_ENDS = date(2025, 6, 27)
PROOFS = "qualified_on competent_on employed_on business_on seeking_on studying_on progressed_on volunteering_on"


@dataclass(frozen=True)
class Choice:
    """A kind of fact: the columns that it decides, and the ways that it can be."""

    columns: frozenset
    ways: tuple


def choice(columns, *ways):
    return Choice(frozenset(columns.split()), ways)


def facts(**fields):
    return {"facts": fields}


def outcome(kind, **fields):
    return {"outcomes": ({"kind": kind} | fields,)}


def answer(field, *answers):
    return choice(field, *(facts(**{field: value}) for value in (Answer.NO, Answer.YES, *answers)))


USUAL = {}
UNEMPLOYED = (
    USUAL,
    facts(labour_detail="unemployed_other"),
    facts(labour_status=LabourStatus.UNEMPLOYED_UNREGISTERED, labour_detail="unemployed_other"),
    facts(labour_status=LabourStatus.UNEMPLOYED_UNREGISTERED, labour_detail="long_term"),
)
INACTIVE = tuple(facts(labour_status=LabourStatus.INACTIVE, labour_detail=detail) for detail in INACTIVE_DETAILS)
EMPLOYED = tuple(facts(labour_status=LabourStatus.EMPLOYED, labour_detail=detail) for detail in EMPLOYED_DETAILS)
DISABLED = tuple(
    facts(disability=Answer.YES, disability_degree=degree, disability_kind=kind)
    for degree, kind in product(("", *DisabilityDegree), ("", *DisabilityKind))
)
CHOICES = (
    choice("is_complete has_name", USUAL, facts(person__first_name="")),
    choice("entered_on", USUAL, facts(entered_on=LATER)),
    choice(
        f"left_on exit_reason {PROOFS}",
        USUAL,
        *({"facts": LEFT | {"exit_reason": reason}} for reason in ExitReason),
    ),
    choice("sex", USUAL, facts(person__sex=Sex.MALE)),
    choice("citizenship", *(facts(person__citizenship=each) for each in Citizenship)),
    choice("labour_status labour_detail is_long_term occupation", *UNEMPLOYED, *INACTIVE, *EMPLOYED),
    choice("occupation", USUAL, *(facts(occupation=each) for each in Occupation)),
    choice(
        "participant_kind",
        USUAL,
        facts(participant_kind=ParticipantKind.EMPLOYEE, institution="Ośrodek Pomocy Społecznej"),
    ),
    choice("education", USUAL, *(facts(education=level) for level in Education)),
    choice("education_ends_on", USUAL, facts(education_ends_on=SCHOOL_ENDS)),
    choice("degurba", *(facts(degurba=area) for area in Degurba)),
    choice("is_surroundings", USUAL, facts(is_surroundings=True)),
    choice("has_premise", USUAL, {"premise": (PremiseKind.POVERTY,)}),
    choice(
        "disability disability_degree disability_kind",
        facts(disability=Answer.NO),
        *DISABLED,
        facts(disability=Answer.REFUSED),
    ),
    *(answer(field, Answer.REFUSED) for field in ("minority", "other_disadvantage")),
    *(answer(field) for field in ("homeless", "foreign_origin", "third_country", "single_adult_household")),
    choice(
        "jobless_household household_children",
        facts(jobless_household=Answer.NO),
        facts(jobless_household=Answer.YES),
        facts(jobless_household=Answer.YES, household_children=Answer.YES),
    ),
    choice("qualified_on", USUAL, {"outcomes": (CERTIFICATE,)}),
    choice("competent_on", USUAL, outcome(OutcomeKind.COMPETENCE)),
    choice(
        "employed_on business_on",
        USUAL,
        outcome(OutcomeKind.EMPLOYMENT, contract_kind=ContractKind.EMPLOYMENT),
        outcome(OutcomeKind.EMPLOYMENT, contract_kind=ContractKind.BUSINESS),
    ),
    choice("seeking_on", USUAL, outcome(OutcomeKind.JOB_SEARCH)),
    choice("studying_on", USUAL, outcome(OutcomeKind.EDUCATION)),
    choice(
        "progressed_on volunteering_on",
        USUAL,
        outcome(OutcomeKind.SOCIAL_PROGRESS),
        outcome(OutcomeKind.SOCIAL_PROGRESS, progress_sign=ProgressSign.VOLUNTEERING),
    ),
)


def is_possible(example, entered):
    """Whether the database would take the person: nobody leaves before entering, only who works has an occupation, and so on."""
    said = example.facts
    if said.get("left_on") and said["left_on"] < said.get("entered_on", entered):
        return False
    if said.get("occupation") and said.get("labour_status") != LabourStatus.EMPLOYED:
        return False
    return example.scope != Scope.SMEFS or said.get("labour_status") != LabourStatus.UNEMPLOYED_UNREGISTERED
