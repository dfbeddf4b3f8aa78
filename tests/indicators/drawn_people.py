"""People near every border of the rules, drawn by hypothesis as ``plain.Facts`` and written into the database as rows."""

from datetime import date, timedelta

from hypothesis import strategies as st

from ..factories import (
    EnrolmentFactory,
    FormOfSupportFactory,
    GroupFactory,
    OutcomeFactory,
    ParticipationFactory,
    PremiseFactory,
)
from .plain import UNEMPLOYED, Facts

START, END = date(2023, 1, 1), date(2024, 12, 31)
YES_NO, WITH_REFUSAL = ["yes", "no"], ["yes", "no", "refused"]
DETAILS = {
    "inactive": ["not_in_education", "in_education", "inactive_other"],
    "employed": ["ngo", "sme", "self_employed"],
}
FORMS = {
    "sl2014": {
        "statuses": ["unemployed_registered", "unemployed_unregistered", "inactive", "employed"],
        "education": ["isced_0", "isced_1", "isced_2", "isced_3", "isced_4", "isced_5_8"],
        "answers": {
            "minority": WITH_REFUSAL,
            "homeless": YES_NO,
            "disability": WITH_REFUSAL,
            "other_disadvantage": WITH_REFUSAL,
            "jobless_household": ["", *YES_NO],
            "single_adult_household": ["", *YES_NO],
        },
    },
    "smefs": {
        "statuses": ["unemployed", "inactive", "employed"],
        "education": ["isced_0_2", "isced_3_4", "isced_5_8"],
        "answers": {
            "minority": WITH_REFUSAL,
            "homeless": YES_NO,
            "disability": WITH_REFUSAL,
            "foreign_origin": YES_NO,
            "third_country": YES_NO,
        },
    },
}
SUPPORTS = {
    "social_services": {"kind": "social_services", "character": "social"},
    "digital": {"theme": "digital"},
    "carers": {"theme": "carers"},
    "leaving_care": {"theme": "leaving_care"},
}
GAPS = ["education", "labour_status", "degurba", "minority", "disability"]
EXITS = ["completed", "took_job", "dropped_out", "removed", "moved"]
KINDS = ["qualification", "competence", "employment", "job_search", "education", "social_progress"]
BORDERS = [17, 18, 24, 25, 29, 30, 54, 55]  # years of age


@st.composite
def outcomes_of(draw, entered, left):
    """A proof near the borders of what counts: the day of entry, the day of leaving, the 28th day after it."""
    last = left or entered + timedelta(days=100)
    near = st.sampled_from([entered, last, last + timedelta(days=28), last + timedelta(days=29)])
    kind = draw(st.sampled_from(KINDS))
    return {
        "kind": kind,
        "on": draw(near | st.dates(entered - timedelta(days=30), last + timedelta(days=120))),
        "evidence": draw(st.sampled_from(["zaświadczenie", "zaświadczenie", ""])),
        "validated": kind == "qualification" and draw(st.booleans()),
    }


@st.composite
def supports_of(draw, entered, left):
    """A form of support inside the time of the person's participation."""
    began = draw(st.dates(entered, left or END))
    ended = draw(st.none() | st.dates(began, left or END))
    return {
        "what": draw(st.sampled_from(sorted(SUPPORTS))),
        "on": began,
        "ended": ended,
        "completed": ended is not None and draw(st.booleans()),
    }


def birth_dates(entered):
    """On the very birthday of a border, the day after it, or any day."""
    on_the_day = st.sampled_from(BORDERS).map(lambda age: date(entered.year - age, entered.month, min(entered.day, 28)))
    return (
        on_the_day | on_the_day.map(lambda day: day + timedelta(days=1)) | st.dates(date(1935, 1, 1), date(2009, 1, 1))
    )


def several(one, most, what):
    return st.lists(one, max_size=most, unique_by=what).map(tuple)


@st.composite
def people(draw, form):
    """One person of a project with this official form."""
    asked = FORMS[form]
    entered = draw(st.dates(START, END))
    left = draw(st.none() | st.dates(entered, END))
    status = draw(st.sampled_from(asked["statuses"]))
    since = st.none() | st.dates(entered - timedelta(days=500), entered)
    answers = {name: draw(st.sampled_from(choices)) for name, choices in asked["answers"].items()}
    if answers.get("jobless_household") == "yes":
        answers["household_children"] = draw(st.sampled_from(["", *YES_NO]))
    premises = st.tuples(st.sampled_from(["poverty", "illness"]), st.sampled_from(["", "pismo"]))
    return Facts(
        sex=draw(st.sampled_from("KM")),
        born=draw(birth_dates(entered)),
        entered=entered,
        status=status,
        detail=draw(st.sampled_from(DETAILS.get(status, ["long_term", "unemployed_other"]))),
        without_work_since=draw(since) if status in UNEMPLOYED else None,
        education=draw(st.sampled_from(asked["education"])),
        degurba=draw(st.sampled_from([1, 2, 3])),
        answers=answers,
        left=left,
        exit_reason=draw(st.sampled_from(EXITS)) if left else "",
        surroundings=draw(st.booleans()),
        gaps=draw(st.just(frozenset()) | st.sampled_from(GAPS).map(lambda name: frozenset([name]))),
        premises=draw(several(premises, 2, lambda premise: premise[0])),
        outcomes=tuple(draw(st.lists(outcomes_of(entered, left), max_size=3))),
        supports=draw(several(supports_of(entered, left), 2, lambda support: support["what"])),
    )


def groups_of(project):
    """A group for each form of support that people are drawn with."""
    return {
        what: GroupFactory(form_of_support=FormOfSupportFactory(project=project, **facts))
        for what, facts in SUPPORTS.items()
    }


def recorded(project, groups, person):
    """The person's rows in the project; a gap is an empty field of the form."""
    facts = {
        "labour_status": person.status,
        "labour_detail": person.detail,
        "education": person.education,
        "degurba": person.degurba,
        "unemployed_since": person.without_work_since,
        **person.answers,
    }
    if "labour_status" in person.gaps:
        facts |= {"labour_detail": "", "unemployed_since": None, "occupation": "", "employer": ""}
    facts |= {name: None if name == "degurba" else "" for name in person.gaps}
    participation = ParticipationFactory(
        project=project,
        person__sex=person.sex,
        person__birth_date=person.born,
        entered_on=person.entered,
        left_on=person.left,
        exit_reason=person.exit_reason,
        is_surroundings=person.surroundings,
        **facts,
    )
    for kind, document in person.premises:
        PremiseFactory(participation=participation, kind=kind, document=document)
    for outcome in person.outcomes:
        OutcomeFactory(
            participation=participation,
            kind=outcome["kind"],
            obtained_on=outcome["on"],
            evidence=outcome["evidence"],
            is_validated=outcome["validated"],
        )
    for support in person.supports:
        EnrolmentFactory(
            group=groups[support["what"]],
            participation=participation,
            started_on=support["on"],
            ended_on=support["ended"],
            is_finished=support["completed"],
        )
    return participation
