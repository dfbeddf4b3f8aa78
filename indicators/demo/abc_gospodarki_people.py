"""The 1346 people of ABC Gospodarki Społecznej, by what they got.

Taken over from the document: 391 coached by 13 trainers, 365 of them to the end; 6 own businesses, 45 internships, 9 volunteers,
183 trained, 4 in further education; 207 advised; 242 trained to found social enterprises; 1307 who completed their participation.
Two figures the document only hints at: "ponad 100" jobs are 112 here, the six businesses included, and "kilkanaście" programmes in
a CIS are 15. Everybody else (506) belongs to the second group of recipients that the document names: staff and partners.
"""

from datetime import date, timedelta
from itertools import cycle, islice

from participants.vocabulary import (
    ContractKind,
    ExitReason,
    LabourDetail,
    LabourStatus,
    Occupation,
    OutcomeKind,
    ParticipantKind,
    ProgressSign,
)

from . import places
from .cast import Member, save
from .people import Crowd

BLOCK = 8
AREAS = [  # where, home of its people, trainer
    ("Kraków 1", places.KRAKOW, "Agata Śnieżek"),
    ("Kraków 2", places.KRAKOW, "Tomasz Łubieniec"),
    ("Kraków 3", places.KRAKOW, "Ewa Kalinowiec"),
    ("Klucze", places.KLUCZE, "Barbara Źródlak"),
    ("Tarnów", places.TARNOW, "Michał Ćwierz"),
    ("Nowy Sącz", places.NOWY_SACZ, "Jolanta Żabnicka"),
    ("powiat brzeski", places.BRZESKO, "Paweł Okularczyk"),
    ("powiat bocheński", places.BOCHNIA, "Renata Dziwisz-Pająk"),
    ("powiat krakowski", places.SKALA, "Marcin Ostrężnik"),
    ("powiat nowosądecki", places.PIWNICZNA, "Lucyna Gródek"),
    ("powiat olkuski", places.OLKUSZ, "Stefan Wartalski"),
    ("powiat proszowicki", places.PALECZNICA, "Danuta Łaniewska"),
    ("powiat tarnowski", places.TUCHOW, "Krzysztof Siemieniec"),
]
HOMES = [town for _area, town, _trainer in AREAS]
COACHED, COACHED_TO_THE_END = 391, 365
ADVISED, FOUNDERS, STAFF = 207, 242, 506
COMPLETED = 1307
JOBS, BUSINESSES, VOLUNTEERS, STUDENTS = 112, 6, 9, 4
SUPPORT = [("internship", 45, 50, 91), ("cis", 15, 30, 120), ("training", 183, 30, 42)]  # people, from which day, days
SHARE_OF_WOMEN = 0.62
FIRST_DAY, INCUBATORS_OPEN = date(2008, 5, 5), date(2009, 4, 1)
INSTITUTIONS = [
    "gminny ośrodek pomocy społecznej",
    "miejski ośrodek pomocy społecznej",
    "powiatowe centrum pomocy rodzinie",
    "powiatowy urząd pracy",
    "urząd gminy",
]
INTERRUPTED = [ExitReason.DROPPED_OUT, ExitReason.DROPPED_OUT, ExitReason.MOVED, ExitReason.HEALTH, ExitReason.OTHER]


def add_people(project, clients, staff, groups):
    """Saves everybody with what they got and what came of it."""
    crowd = Crowd(BLOCK)
    coached = _coached(project, crowd, groups, clients)
    others = [
        *_advised(project, crowd, groups["advice"], clients),
        *_founders(project, crowd, groups["founders"], clients),
        *_staff(project, crowd, groups["staff"], staff),
    ]
    interrupted_coaching = COACHED - COACHED_TO_THE_END
    interrupted = len(coached) + len(others) - COMPLETED - interrupted_coaching
    for member in crowd.random.sample(others, interrupted):
        member.set(exit_reason=crowd.random.choice(INTERRUPTED))
        member.enrolments[0].is_finished = False
    save(coached + others)


def _member(project, crowd, town, between, days, **facts):
    """Somebody who comes between two days and leaves after so many days."""
    sex = "K" if crowd.random.random() < SHARE_OF_WOMEN else "M"
    entered_on = crowd.day_between(*between)
    person = crowd.person(sex, crowd.birth_day(crowd.random.randint(19, 62), entered_on), town)
    member = Member(project, person, entered_on, **facts)
    member.entered_on, member.left_on = entered_on, entered_on + timedelta(days=crowd.random.randint(*days))
    return member


def _coached(project, crowd, groups, target_group):
    """The clients of the trainers; those who did not finish the coaching are the last."""
    between = FIRST_DAY, date(2010, 10, 29)
    members = [
        _member(
            project,
            crowd,
            town,
            between,
            (170, 240),
            target_group=target_group,
            labour_status=LabourStatus.UNEMPLOYED_REGISTERED,
            labour_detail=LabourDetail.LONG_TERM,
        )
        for town, _one in zip(cycle(HOMES), range(COACHED), strict=False)
    ]
    finished, interrupted = members[:COACHED_TO_THE_END], members[COACHED_TO_THE_END:]
    for member, group in zip(members, cycle(groups["coaching"]), strict=False):
        member.enrol(group, member.entered_on, member.left_on, finished=member not in interrupted)
    _give_support(crowd, finished, groups)
    _add_outcomes(crowd, finished)
    for member in finished:
        member.leave(member.left_on, ExitReason.COMPLETED)
    for member in interrupted:
        member.leave(member.left_on, crowd.random.choice(INTERRUPTED))
    return members


def _give_support(crowd, finished, groups):
    """Internships, programmes in a CIS and vocational training, each finished before the participation ended."""
    for name, number, first_day, days in SUPPORT:
        for member in crowd.random.sample(finished, number):
            started_on = member.entered_on + timedelta(days=first_day)
            member.enrol(_of_the_year(groups[name], started_on), started_on, started_on + timedelta(days=days))


def _of_the_year(groups, day):
    """The group named after the year, or the only one."""
    return {group.name: group for group in groups}.get(str(day.year), groups[0])


def _add_outcomes(crowd, finished):
    """Jobs, businesses, volunteers and students, each of them somebody else."""
    drawn = iter(crowd.random.sample(finished, VOLUNTEERS + STUDENTS + JOBS))
    for member in islice(drawn, VOLUNTEERS):
        proof = {"evidence": "porozumienie o wolontariacie", "progress_sign": ProgressSign.VOLUNTEERING}
        member.outcome(OutcomeKind.SOCIAL_PROGRESS, member.left_on, "wolontariat", **proof)
    for member in islice(drawn, STUDENTS):
        member.outcome(OutcomeKind.EDUCATION, member.left_on, "szkoła dla dorosłych", "zaświadczenie szkoły")
    for number, member in enumerate(drawn):
        _add_job(crowd, member, is_business=number < BUSINESSES)


def _add_job(crowd, member, *, is_business):
    day = member.left_on + timedelta(days=crowd.random.randint(-20, 20))
    if is_business:
        contract = {"contract_kind": ContractKind.BUSINESS, "contract_months": 12}
        member.set(business_started_on=day)
    else:
        contract = {"contract_kind": ContractKind.EMPLOYMENT, "contract_months": 6, "working_time": 1}
    proof = "wpis do ewidencji działalności" if is_business else "kopia umowy"
    member.outcome(OutcomeKind.EMPLOYMENT, day, "", f"{proof} z {day:%d.%m.%Y}", **contract)


def _advised(project, crowd, groups, target_group):
    """Clients of the incubators, each of the nearest one."""
    nearest = list(zip(groups, (places.KLUCZE, places.NOWY_SACZ, places.PIWNICZNA), strict=True))
    for (group, town), _one in zip(cycle(nearest), range(ADVISED), strict=False):
        between = INCUBATORS_OPEN, date(2011, 3, 31)
        yield _with_one_support(_member(project, crowd, town, between, (14, 80), target_group=target_group), [group])


def _founders(project, crowd, groups, target_group):
    """Those who were trained to found social enterprises."""
    for town, _one in zip(cycle(HOMES), range(FOUNDERS), strict=False):
        between = FIRST_DAY, date(2011, 4, 29)
        yield _with_one_support(_member(project, crowd, town, between, (5, 30), target_group=target_group), groups)


def _staff(project, crowd, groups, target_group):
    """Staff of institutions and partners, prepared for activation."""
    for town, _one in zip(cycle(HOMES), range(STAFF), strict=False):
        institution = crowd.random.choice(INSTITUTIONS)
        facts = {
            "participant_kind": ParticipantKind.EMPLOYEE,
            "institution": institution,
            "labour_status": LabourStatus.EMPLOYED,
            "labour_detail": LabourDetail.LOCAL_GOVERNMENT,
            "occupation": Occupation.SOCIAL_STAFF,
            "employer": institution,
        }
        between = FIRST_DAY, date(2011, 5, 31)
        yield _with_one_support(
            _member(project, crowd, town, between, (2, 21), target_group=target_group, **facts), groups
        )


def _with_one_support(member, groups):
    """The whole participation is this one form of support."""
    member.enrol(_of_the_year(groups, member.entered_on), member.entered_on, member.left_on)
    member.leave(member.left_on, ExitReason.COMPLETED)
    return member
