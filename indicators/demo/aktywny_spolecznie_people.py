"""The people of Aktywny Społecznie: sixty ways through the project, so that the results are 21, 2 and 11 and every rule of
effectiveness has somebody whom it lets in and somebody whom it keeps out.
"""

from dataclasses import dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from itertools import cycle

from activities.vocabulary import AttendanceStatus
from participants.vocabulary import (
    Answer,
    ContractKind,
    DisabilityDegree,
    Education,
    ExitReason,
    LabourDetail,
    LabourStatus,
    Occupation,
    OutcomeKind,
    PremiseKind,
    ProgressSign,
)

from .cast import NO_TO_ALL, Member, meet, meet_alone, save
from .people import Crowd
from .places import BYTOM

BLOCK = 6
COHORTS = [  # first day of entries, day of leaving
    (date(2020, 2, 3), date(2020, 12, 18)),
    (date(2021, 2, 1), date(2021, 12, 17)),
    (date(2022, 1, 17), date(2022, 9, 30)),
]
LATE_EXIT = date(2022, 11, 15)  # after which the three months are still running on the last day of the project
ROOM = {"place": "Klub Integracji Społecznej", "starts_at": time(9), "ends_at": time(13), "hours": 4}

JOBS = {  # what the contract says; the comments say whether it makes employment effective
    "year": {"contract_kind": ContractKind.EMPLOYMENT, "contract_months": 12, "working_time": 1},
    "half": {"contract_kind": ContractKind.EMPLOYMENT, "contract_months": 6, "working_time": Decimal("0.5")},
    "quarter": {"contract_kind": ContractKind.EMPLOYMENT, "contract_months": 6, "working_time": Decimal("0.25")},  # no
    "short": {"contract_kind": ContractKind.EMPLOYMENT, "contract_months": 2, "working_time": 1},  # no
    "civil": {"contract_kind": ContractKind.CIVIL, "contract_months": 4, "contract_value": 14000},
    "cheap": {"contract_kind": ContractKind.CIVIL, "contract_months": 3, "contract_value": 4200},  # no
    "business": {"contract_kind": ContractKind.BUSINESS, "contract_months": 12},
}


@dataclass(frozen=True)
class Way:
    """One way through the project and how many women and men went it. ``steps`` are words read by ``_achieve``."""

    women: int
    men: int
    steps: str = ""
    exit: str = ExitReason.COMPLETED
    is_disabled: bool = False
    status: str = ""
    is_vocational: bool = True
    leaves_late: bool = False


INACTIVE, UNEMPLOYED, EMPLOYED = "inactive", "unemployed", "employed"
WAYS = [
    Way(1, 0, "qualified job:year", is_disabled=True),
    Way(0, 1, "progress", is_disabled=True, status=INACTIVE),
    Way(1, 0, "qualified progress", is_disabled=True, status=INACTIVE),
    Way(0, 1, is_disabled=True, status=INACTIVE),
    Way(3, 2, exit=ExitReason.DROPPED_OUT),
    Way(2, 1, "job:year", exit=ExitReason.TOOK_JOB),
    Way(0, 1, "job:quarter", exit=ExitReason.TOOK_JOB),
    Way(1, 0, "qualified job:year", status=UNEMPLOYED),
    Way(1, 0, "qualified job:half", status=INACTIVE),
    Way(1, 0, "job:civil"),
    Way(0, 1, "job:business"),
    Way(1, 0, "job:short"),
    Way(0, 1, "job:cheap"),
    Way(2, 2, "late_job:year"),
    Way(1, 1, "seeking", status=INACTIVE),
    Way(1, 0, "seeking", status=UNEMPLOYED, leaves_late=True),
    Way(9, 3, "qualified progress"),
    Way(4, 1, "qualified"),
    Way(2, 1, "attended"),
    Way(1, 0, "late_qualified"),
    Way(1, 1, "progress", status=EMPLOYED, is_vocational=False),
    Way(7, 1, "progress", is_vocational=False),
    Way(2, 1, leaves_late=True),
]
STATUSES = {
    UNEMPLOYED: (LabourStatus.UNEMPLOYED_REGISTERED, LabourDetail.LONG_TERM),
    "new": (LabourStatus.UNEMPLOYED_REGISTERED, LabourDetail.UNEMPLOYED_OTHER),
    INACTIVE: (LabourStatus.INACTIVE, LabourDetail.NOT_IN_EDUCATION),
    EMPLOYED: (LabourStatus.EMPLOYED, LabourDetail.SME),
}
USUAL_STATUSES = [UNEMPLOYED, UNEMPLOYED, INACTIVE, "new", INACTIVE]
PREMISES = [PremiseKind.POVERTY, PremiseKind.UNEMPLOYMENT, PremiseKind.ILLNESS, PremiseKind.HELPLESSNESS]
LEVELS = [Education.ISCED_1, Education.ISCED_2, Education.ISCED_3] * 3 + [Education.ISCED_4, Education.ISCED_5_8]
COURSES = ["opiekun osoby starszej", "pracownik gospodarczy", "kucharz", "sprzedawca", "operator wózka jezdniowego"]
SIGNS = [ProgressSign.MOTIVATION, ProgressSign.CONFIDENCE, ProgressSign.PROBLEMS, ProgressSign.FUNCTIONING]


def add_people(project, target_group, groups):
    """Saves the sixty participants, what was given to them and what came of it."""
    crowd = Crowd(BLOCK)
    ways = [(way, sex) for way in WAYS for sex, number in (("K", way.women), ("M", way.men)) for _one in range(number)]
    members = [_member(project, crowd, way, sex, cohort) for (way, sex), cohort in zip(ways, cycle(range(3)))]
    for member in members:
        member.set(target_group=target_group)
    enrolments = _enrol(crowd, members, groups)
    save(members)
    _hold_meetings(crowd, members, enrolments)


def _member(project, crowd, way, sex, cohort):
    cohort = 2 if way.leaves_late else cohort
    first, _last = COHORTS[cohort]
    entered_on = crowd.day_between(first, first + timedelta(days=11))
    person = crowd.person(sex, crowd.birth_day(crowd.random.randint(20, 62), entered_on), BYTOM)
    member = Member(project, person, entered_on, **NO_TO_ALL)
    member.way, member.cohort = way, cohort
    _describe(crowd, member, way)
    left_on = _exit_day(crowd, way, cohort)
    for step in way.steps.split():
        _achieve(crowd, member, left_on, *step.split(":"))
    member.leave(left_on, way.exit)
    return member


def _describe(crowd, member, way):
    """Status, education and a documented premise on the day of entry."""
    labour_status, detail = STATUSES[way.status or crowd.random.choice(USUAL_STATUSES)]
    level = crowd.random.choice(LEVELS)
    if level == Education.ISCED_2 and member.person.birth_date.year < 1986:
        level = Education.ISCED_1  # before the gimnazjum there was the eight-year school
    member.set(labour_status=labour_status, labour_detail=detail, education=level)
    if labour_status == LabourStatus.EMPLOYED:
        member.set(occupation=Occupation.OTHER, employer="firma sprzątająca")
    if crowd.random.random() < 0.15:
        member.set(other_disadvantage=Answer.YES)
    day = crowd.day_between(member.participation.entered_on - timedelta(days=40), member.participation.entered_on)
    member.premise(crowd.random.choice(PREMISES), f"zaświadczenie MOPR w Bytomiu z {day:%d.%m.%Y}")
    if way.is_disabled:
        member.set(disability=Answer.YES, disability_degree=DisabilityDegree.MODERATE)
        member.premise(PremiseKind.DISABILITY, f"orzeczenie o stopniu niepełnosprawności z {day:%d.%m.%Y}")


def _exit_day(crowd, way, cohort):
    first, last = COHORTS[cohort]
    if way.exit in (ExitReason.DROPPED_OUT, ExitReason.TOOK_JOB):
        return crowd.day_between(first + timedelta(days=120), first + timedelta(days=180))
    return LATE_EXIT if way.leaves_late else last


def _achieve(crowd, member, left_on, step, job=""):
    """Adds the outcome that a word of the way means, with its day and proof."""
    number = crowd.random.randint(10, 399)
    if step in ("job", "late_job"):
        first, last = (1, 14) if step == "job" else (40, 75)
        day = crowd.day_between(left_on + timedelta(days=first), left_on + timedelta(days=last))
        member.outcome(OutcomeKind.EMPLOYMENT, day, "", f"kopia umowy z {day:%d.%m.%Y}", **JOBS[job])
        if job == "business":
            member.outcomes[-1].evidence = f"wydruk z CEIDG z {day:%d.%m.%Y}"
            member.set(business_started_on=day)
    elif step in ("qualified", "late_qualified", "attended"):
        day = left_on + timedelta(days=40 if step == "late_qualified" else 7)
        proof = "zaświadczenie o udziale" if step == "attended" else "certyfikat"
        title = crowd.random.choice(COURSES)
        details = {"is_validated": step != "attended", "issued_by": "ośrodek egzaminacyjny"}
        member.outcome(OutcomeKind.QUALIFICATION, day, title, f"{proof} {number}/{day.year}", **details)
    elif step == "seeking":
        member.outcome(OutcomeKind.JOB_SEARCH, left_on + timedelta(days=5), "", "wydruk z rejestru urzędu pracy")
    else:
        evidence = f"opinia psychologa z {left_on:%d.%m.%Y}"
        sign = crowd.random.choice(SIGNS)
        member.outcome(OutcomeKind.SOCIAL_PROGRESS, left_on, "ocena na koniec", evidence, progress_sign=sign)


def _enrol(crowd, members, groups):
    """Everybody begins with the psychologist and goes to the club; what is vocational depends on the way."""
    weekly = {group: [] for group in groups["reintegration"]}
    for member in members:
        participation, cohort = member.participation, member.cohort
        start = COHORTS[cohort][0] + timedelta(days=15)  # a Tuesday: Easter Monday lies within ten weeks
        is_finished = participation.exit_reason != ExitReason.DROPPED_OUT
        member.enrol(
            groups["psychologist"][0], participation.entered_on, start + timedelta(days=60), finished=is_finished
        )
        weekly_group = groups["reintegration"][cohort]
        weekly[weekly_group].append(member.enrol(weekly_group, start, start + timedelta(weeks=9)))
        _enrol_further(crowd, member, groups, start + timedelta(days=28), is_finished)
    return weekly


def _enrol_further(crowd, member, groups, start, is_finished):
    """Something social for some; for those whose way is vocational counselling, and the course if they were examined."""
    cohort, last = member.cohort, start + timedelta(days=70)
    for name in crowd.random.sample(["away", "together", "neighbours", "computers"], 2):
        member.enrol(groups[name][cohort], start, last, finished=is_finished)
    if crowd.random.random() < 0.3:
        member.enrol(groups["lawyer"][0], start, start + timedelta(days=7), finished=is_finished)
    if member.way.is_vocational:
        name = crowd.random.choice(["career", "brokerage"])
        member.enrol(groups[name][0], start, start + timedelta(days=60), finished=is_finished)
    if "qualified" in member.way.steps or "attended" in member.way.steps:
        member.enrol(groups["courses"][cohort], start, member.participation.left_on)


def _hold_meetings(crowd, members, enrolments):
    """Ten weekly meetings of each group, and the first talk of everybody with the psychologist."""

    def status_of(number, enrolment):
        if number == 1 or crowd.random.random() < 0.88:
            return AttendanceStatus.PRESENT
        return crowd.random.choice([AttendanceStatus.ABSENT, AttendanceStatus.EXCUSED])

    for group, group_enrolments in enrolments.items():
        first = group_enrolments[0].started_on
        meet(group, group_enrolments, [first + timedelta(weeks=week) for week in range(10)], status_of, **ROOM)
    meet_alone(
        [member.enrolments[0] for member in members],
        lambda enrolment: enrolment.started_on,
        status=AttendanceStatus.PRESENT,
        hours=1,
        place=ROOM["place"],
        topic="Pierwsza rozmowa",
    )
