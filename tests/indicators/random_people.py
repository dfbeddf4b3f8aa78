"""Random people of a project, as hypothesis draws them: plain facts, and a maker that records them."""

from contextlib import contextmanager
from datetime import date, timedelta

from django.db import transaction
from hypothesis import strategies as st

from participants.vocabulary import (
    Answer,
    Degurba,
    DisabilityDegree,
    Education,
    ExitReason,
    LabourDetail,
    LabourStatus,
    OutcomeKind,
    PremiseKind,
    Scope,
)

from ..factories import (
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    OutcomeFactory,
    ParticipationFactory,
    PremiseFactory,
    ProjectFactory,
)

START = date(2024, 1, 1)
STATUSES = [
    ("", ""),
    (LabourStatus.UNEMPLOYED_REGISTERED, LabourDetail.LONG_TERM),
    (LabourStatus.UNEMPLOYED_REGISTERED, LabourDetail.UNEMPLOYED_OTHER),
    (LabourStatus.INACTIVE, LabourDetail.NOT_IN_EDUCATION),
    (LabourStatus.INACTIVE, LabourDetail.IN_EDUCATION),
    (LabourStatus.INACTIVE, LabourDetail.INACTIVE_OTHER),
    (LabourStatus.EMPLOYED, LabourDetail.NGO),
]
EDUCATION = ["", *(value for value in Education.values if value not in (Education.ISCED_0_2, Education.ISCED_3_4))]
ANSWERS = ["", Answer.YES, Answer.NO, Answer.REFUSED]
DAYS = st.integers(0, 300)

jobs = st.fixed_dictionaries(
    {
        "contract_kind": st.sampled_from(["", "employment", "civil", "work", "business"]),
        "contract_months": st.sampled_from([None, 2, 3, 12]),
        "working_time": st.sampled_from([None, "0.25", "0.50", "1.00"]),
        "contract_value": st.sampled_from([None, "5000.00", "20000.00"]),
        "is_subsidised": st.booleans(),
        "months_after_subsidy": st.sampled_from([None, 2, 3]),
    }
)
outcomes = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(OutcomeKind.values),
        "day": st.integers(-40, 420),
        "evidence": st.sampled_from(["", "dokument 1/2024"]),
        "flag": st.booleans(),
        "job": jobs,
    }
)
people = st.fixed_dictionaries(
    {
        "sex": st.sampled_from(["K", "M"]),
        "birth_date": st.dates(date(1950, 1, 1), date(2009, 12, 31)),
        "status": st.sampled_from(STATUSES),
        "education": st.sampled_from(EDUCATION),
        "answers": st.tuples(*[st.sampled_from(ANSWERS)] * 4),
        "degurba": st.sampled_from([None, *Degurba.values]),
        "is_surroundings": st.booleans(),
        "entered": st.none() | DAYS,
        "stays": st.none() | st.integers(0, 200),
        "exit": st.sampled_from(ExitReason.values),
        "premises": st.sets(st.sampled_from(PremiseKind.values), max_size=2),
        "supports": st.sets(st.sampled_from(["vocational", "social"])),
        "outcomes": st.lists(outcomes, max_size=3),
    }
)


@contextmanager
def nothing_kept():
    """Whatever is recorded inside is taken back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def project_with_support():
    """A project of 2024 with a group of vocational and one of social support: (project, {character: group})."""
    project = ProjectFactory(starts_on=START, ends_on=date(2025, 6, 30))
    groups = {
        character: GroupFactory(form_of_support=FormOfSupportFactory(project=project, character=character))
        for character in ("vocational", "social")
    }
    return project, groups


def recorded(project, groups, facts):
    """Records one person with these facts and gives back the participation as the database keeps it."""
    entered_on = None if facts["entered"] is None else START + timedelta(days=facts["entered"])
    status, detail = facts["status"]
    minority, homeless, disability, other = facts["answers"]
    one = ParticipationFactory(
        project=project,
        person__sex=facts["sex"],
        person__birth_date=facts["birth_date"],
        labour_status=status,
        labour_detail=detail,
        education=facts["education"],
        minority=minority,
        homeless=homeless if homeless != Answer.REFUSED else Answer.NO,
        disability=disability,
        disability_degree=DisabilityDegree.SEVERE if disability == Answer.YES and other == Answer.YES else "",
        other_disadvantage=other,
        degurba=facts["degurba"],
        is_surroundings=facts["is_surroundings"],
        entered_on=entered_on,
        **leaving(entered_on, facts),
    )
    assert one.scope == Scope.SL2014
    for kind in facts["premises"]:
        PremiseFactory(participation=one, kind=kind)
    for character in facts["supports"] if entered_on else ():
        EnrolmentFactory(group=groups[character], participation=one, started_on=entered_on)
    for outcome in facts["outcomes"]:
        OutcomeFactory(participation=one, **outcome_facts(outcome))
    one.refresh_from_db()
    return one


def leaving(entered_on, facts):
    if entered_on is None or facts["stays"] is None:
        return {}
    return {"left_on": entered_on + timedelta(days=facts["stays"]), "exit_reason": facts["exit"]}


def outcome_facts(outcome):
    """The columns of an outcome that its kind allows."""
    kind, flag = outcome["kind"], outcome["flag"]
    found = {"kind": kind, "obtained_on": START + timedelta(days=outcome["day"]), "evidence": outcome["evidence"]}
    if kind == OutcomeKind.EMPLOYMENT:
        found |= outcome["job"]
        found["is_project_funded"] = flag and found["contract_kind"] == "business"
    if kind == OutcomeKind.QUALIFICATION:
        found["is_validated"] = flag
    if kind == OutcomeKind.EDUCATION:
        found["is_school_form"] = flag
    if kind == OutcomeKind.SOCIAL_PROGRESS:
        found["progress_sign"] = "volunteering" if flag else "motivation"
    return found
