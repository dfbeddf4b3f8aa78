"""The common indicators of 2021–2027 counted from the authority's file, beside those that the engine counts from our records.

The names and our values come from the catalogue; here stands only what a row of 43 columns says of each (Regulation (EU)
2021/1057, Annex I). The file has no date of a situation, so those on leaving count from the day of leaving.
"""

from dataclasses import dataclass

from indicators.catalogue import BY_KEY
from indicators.queries import compute
from participants.vocabulary import Answer, Degurba, Education, LabourDetail, LabourStatus, Sex, Situation

from .layouts import words
from .layouts.columns import PLACE


@dataclass(frozen=True)
class Facts:
    """What a row says of a person, in our codes."""

    sex: str
    age: int | None
    education: str
    status: str
    detail: str
    degurba: int | None
    answers: dict
    has_left: bool
    situations: frozenset


QUESTIONS = ("foreign_origin", "third_country", "minority", "homeless", "disability")


def facts_of(cells):
    """A row of 43 cells in our codes; what it does not say, or says in unknown words, is empty."""
    read = {key: cells[place] for key, place in PLACE.items()}
    status = words.STATUS.code(read["labour_status"]) or ""
    details = words.DETAILS.get(status)
    age = read["age"].strip()
    return Facts(
        sex=words.SEX.code(read["sex"]) or "",
        age=int(age[:3]) if age.isascii() and age.isdecimal() else None,
        education=words.EDUCATION.code(read["education"]) or "",
        status=status,
        detail=(details.code(read["labour_detail"]) if details else None) or "",
        degurba=words.degurba(read["degurba"]),
        answers={name: words.ANSWER.code(read[name]) for name in QUESTIONS},
        has_left=bool(read["left_on"].strip()),
        situations=frozenset(map(words.SITUATION.code, read["situations"].split("|"))),
    )


def by_sex(people):
    """[women, men, total] of these people; one without a known sex is in the total alone."""
    women = sum(facts.sex == Sex.FEMALE for facts in people)
    men = sum(facts.sex == Sex.MALE for facts in people)
    return [women, men, len(people)]


def has(status):
    return lambda facts: facts.status == status


def learned(level):
    return lambda facts: facts.education == level


def said_yes(question):
    return lambda facts: facts.answers[question] == Answer.YES


def left_with(situation, was=lambda facts: True):
    """Left, with this situation on leaving; ``was`` is what had to be true at entry."""
    return lambda facts: facts.has_left and situation in facts.situations and was(facts)


def aged(low=0, high=999):
    return lambda facts: facts.age is not None and low <= facts.age <= high


UNEMPLOYED, INACTIVE, EMPLOYED = LabourStatus.UNEMPLOYED, LabourStatus.INACTIVE, LabourStatus.EMPLOYED
THEIRS = {
    "EECO01": lambda facts: True,
    "EECO02": has(UNEMPLOYED),
    "EECO03": lambda facts: facts.detail == LabourDetail.LONG_TERM,
    "EECO04": has(INACTIVE),
    "EECO05": has(EMPLOYED),
    "EECO06": aged(high=17),
    "EECO07": aged(18, 29),
    "EECO08": aged(low=55),
    "EECO09": learned(Education.ISCED_0_2),
    "EECO10": learned(Education.ISCED_3_4),
    "EECO11": learned(Education.ISCED_5_8),
    "EECO12": said_yes("disability"),
    "EECO13": said_yes("third_country"),
    "EECO14": said_yes("foreign_origin"),
    "EECO15": said_yes("minority"),
    "EECO16": said_yes("homeless"),
    "EECO17": lambda facts: facts.degurba == Degurba.RURAL,
    "EECR01": left_with(Situation.SEEKING, lambda facts: facts.status == INACTIVE),
    "EECR02": left_with(Situation.EDUCATION, lambda facts: facts.detail != LabourDetail.IN_EDUCATION),
    "EECR03": left_with(Situation.QUALIFICATION),
    "EECR04": left_with(Situation.JOB, lambda facts: facts.status in (UNEMPLOYED, INACTIVE)),
}


def side_by_side(project, rows):
    """Every figure of 2021–2027 that a file tells, ours by the engine on the project's day and theirs from the rows (43 cells each).

    A list of {"code", "name", "ours", "theirs"}, the last two as [women, men, total].
    """
    definitions = [BY_KEY[code] for code in THEIRS]
    counted = compute([project], definitions, project.default_day())[project.pk]
    people = [facts_of(cells) for cells in rows]
    return [
        {
            "code": definition.key,
            "name": str(definition.name),
            "ours": [
                counted[definition.key].value.women,
                counted[definition.key].value.men,
                counted[definition.key].value.total,
            ],
            "theirs": by_sex([facts for facts in people if THEIRS[definition.key](facts)]),
        }
        for definition in definitions
    ]
