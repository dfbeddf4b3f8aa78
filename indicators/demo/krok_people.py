"""The forty people of Krok do siebie as the authority's file tells of them: dictionaries of columns and their supports."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from activities.vocabulary import SupportDetail, SupportKind
from participants.vocabulary import (
    Answer,
    Education,
    ExitReason,
    Identifier,
    LabourDetail,
    LabourStatus,
    ParticipantKind,
    Situation,
)

from .places import PRZYKLADOWO

BORN_BEFORE = date(2024, 1, 1)  # ages are of that day, so that the people stay the same whenever they are made
CAREER = SupportKind.COUNSELLING, SupportDetail.CAREER
PSYCHOLOGICAL = SupportKind.COUNSELLING, SupportDetail.PSYCHOLOGICAL
SOCIAL = SupportKind.ACTIVE_INTEGRATION, SupportDetail.SOCIAL
TRAINING, INTERNSHIP = (SupportKind.TRAINING, ""), (SupportKind.INTERNSHIP, "")
STATUSES = [
    (LabourStatus.UNEMPLOYED, LabourDetail.LONG_TERM),
    (LabourStatus.INACTIVE, LabourDetail.NOT_IN_EDUCATION),
    (LabourStatus.UNEMPLOYED, LabourDetail.UNEMPLOYED_OTHER),
]
LEVELS = [Education.ISCED_0_2, Education.ISCED_3_4, Education.ISCED_3_4, Education.ISCED_5_8]
NOBODY_ELSE = ("institution", "occupation", "employer", "disability_degree", "by_path_note")
NOT_KNOWN = ("delegated_by_id", "education_ends_on", "business_started_on", "reported_on")


@dataclass(frozen=True)
class Wave:
    """People who came together: how many, on which day from today they entered and left (0: still there), what they got."""

    size: int
    entered: int
    left: tuple = ()  # days from today, dealt in turn
    supports: tuple = (CAREER, PSYCHOLOGICAL, SOCIAL)
    situations: tuple = ((Situation.OTHER,),)  # dealt in turn


WAVES = [
    Wave(
        12,
        -330,
        (-100, -95, -80, -60),
        (CAREER, SOCIAL, TRAINING, INTERNSHIP),
        ((Situation.JOB,), (Situation.QUALIFICATION,), (Situation.OTHER,), (Situation.SOCIAL,)),
    ),
    Wave(12, -230, (-37, -31, -24, -15, -8, -3), (CAREER, PSYCHOLOGICAL, SOCIAL, TRAINING)),
    Wave(16, -60),
]


@dataclass
class Row:
    """One row of the file."""

    person: dict
    facts: dict
    supports: list = field(default_factory=list)


def working(day):
    """This day, or the Friday before where it lies in a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def rows(crowd, today):
    """Everybody in the file, wave by wave."""
    return [_row(crowd, wave, n, today) for wave in WAVES for n in range(wave.size)]


def _row(crowd, wave, n, today):
    sex = "M" if n % 5 in (1, 3) else "K"
    person = crowd.person(sex, crowd.birth_day(20 + (n * 7 + wave.size) % 42, BORN_BEFORE), PRZYKLADOWO)
    entered_on = working(today + timedelta(days=wave.entered + n % 6))
    left_on = working(today + timedelta(days=wave.left[n % len(wave.left)])) if wave.left else None
    status, detail = STATUSES[n % len(STATUSES)]
    facts = {
        **dict.fromkeys(NOBODY_ELSE, ""),
        **dict.fromkeys(NOT_KNOWN),
        **dict.fromkeys(("foreign_origin", "third_country", "minority", "homeless"), Answer.NO),
        **_address(person),
        "citizenship": "polish",
        "participant_kind": ParticipantKind.INDIVIDUAL,
        "education": LEVELS[n % len(LEVELS)],
        "labour_status": status,
        "labour_detail": detail,
        "disability": Answer.YES if n % 6 == 2 else Answer.NO,
        "support_range": "aktywna integracja",
        "entered_on": entered_on,
        "left_on": left_on,
        "exit_reason": ExitReason.COMPLETED if left_on else "",
        "by_path": n % 7 != 5 if left_on else None,
        "situations": wave.situations[n % len(wave.situations)] if left_on else [],
    }
    identity = {name: getattr(person, name) for name in ("last_name", "first_name", "pesel", "sex", "birth_date")}
    contact = {"phone": person.phone, "email": person.email}
    told = {**identity, **contact, "identifier_kind": Identifier.PESEL, "other_identifier": ""}
    supports = [(kind, detail, entered_on + timedelta(weeks=2 * at)) for at, (kind, detail) in enumerate(wave.supports)]
    return Row(told, facts, supports)


def _address(person):
    """The file knows no street."""
    return {**person.residence(), "street": "", "house": "", "flat": ""}
