"""What the people of Aktywne Centrum took part in, and what came of it."""

from datetime import date, time, timedelta

from activities.vocabulary import AttendanceStatus
from participants.vocabulary import ContractKind, ExitReason, LabourStatus, OutcomeKind, ProgressSign

from .cast import meet, meet_alone

# Marks of the third group on its first six meetings; the last three are still to be marked.
GROUP_3 = """
Antosik                ++++++
Bąbelek                ++-+++
Białoszewska           ++++++
Cybulska-Rogowska      +e++++
Ćwiklińska             +-+-+-
Jóźwiakowski           ++++++
Łęgowska               ++++++
Mączyńska              +++e+e
Niedźwiedzka-Chrzanowska ++++++
Piątkowiak             ++-+++
Szczęsnowicz           ++++++
Żelazko                +++++.
"""
MARKS = {
    "+": AttendanceStatus.PRESENT,
    "-": AttendanceStatus.ABSENT,
    "e": AttendanceStatus.EXCUSED,
    ".": None,
}
FIRST_MEETINGS = [date(2021, 6, 2), date(2022, 3, 16), date(2022, 8, 24)]  # of the three groups, nine weeks each
WORKSHOP_DAYS = [date(2021, 10, 5) + timedelta(weeks=week) for week in range(6)]
ROOM = {"place": "sala 2, MOPS w Sosnowcu", "starts_at": time(9), "ends_at": time(13), "hours": 4}
GROUP_SIZE = 12

QUALIFICATION, COMPETENCE = OutcomeKind.QUALIFICATION, OutcomeKind.COMPETENCE
# Surname: kind, day, what, proof, who issued it, whether by examination and validation.
PROOFS = {
    "Bagińska": (QUALIFICATION, date(2022, 5, 12), "opiekun osoby starszej", "certyfikat OP/114/2022", True),
    "Chmielarska": (QUALIFICATION, date(2022, 6, 30), "obsługa kas fiskalnych", "świadectwo 58/2022", True),
    "Drozdek": (QUALIFICATION, date(2022, 7, 14), "operator wózków jezdniowych", "zaświadczenie UDT 2022/0771", True),
    "Falkiewicz": (QUALIFICATION, date(2022, 7, 28), "kucharz", "certyfikat 9/KM/22", True),
    "Łukasik": (QUALIFICATION, date(2022, 6, 6), "uprawnienia SEP do 1 kV", "świadectwo E/2201/22", True),
    "Żuraw-Niedziela": (COMPETENCE, date(2022, 6, 10), "kompetencje cyfrowe", "certyfikat 77/2022", False),
    # proofs that do not suffice: the first is late, the second says only that he was there
    "Gołębiewicz": (QUALIFICATION, date(2022, 9, 12), "florystka", "certyfikat 31/FL/2022", True),
    "Ostrowicz": (QUALIFICATION, date(2022, 8, 31), "magazynier", "zaświadczenie o udziale 12/2022", False),
    # proofs that came in the four weeks after 30.09.2022
    "Wróblewicz": (QUALIFICATION, date(2022, 10, 3), "opiekun osoby starszej", "certyfikat OP/201/2022", True),
    "Źrebiec": (QUALIFICATION, date(2022, 10, 4), "pomoc kuchenna", "certyfikat 15/KM/22", True),
    "Świętochowski": (QUALIFICATION, date(2022, 10, 7), "uprawnienia SEP do 1 kV", "świadectwo E/3377/22", True),
    "Ćwirko": (COMPETENCE, date(2022, 10, 12), "kompetencje cyfrowe", "certyfikat 112/2022", False),
}
WITHOUT_PROOF = {"Kurpisz", "Ślązak", "Dąbek"}  # whom the deadlines of 30.09.2022 are about
WITH_PROGRESS = {"Gołębiewicz", "Ostrowicz", "Dobosiewicz"}  # who have at least this
TRAINED_IN = {"opiekun": 0, "obsługa": 1, "kucharz": 1, "pomoc": 1, "florystka": 1, "kompetencje": 3}  # else technical


def add_support(crowd, people, groups):
    """Enrols everybody: counselling on the day of entry, then what fits the days of the participation."""
    support = Support(crowd, people, groups)
    support.begin_with_counselling()
    support.train_social_skills()
    support.hold_workshops()
    support.train_for_jobs()
    support.offer("internship", 14, weeks=12)
    support.offer("psychologist", 26, weeks=6)
    support.offer("lawyer", 15, weeks=2)
    support.offer("therapy", 18, weeks=10)
    support.offer("initiatives", 30, weeks=4)
    return support


class Support:
    """Who is enrolled where. Meetings need saved enrolments, so they wait in a list until ``save``."""

    def __init__(self, crowd, people, groups):
        self.crowd, self.people, self.groups = crowd, people, groups
        self.meetings = []

    def save(self):
        """Saves the meetings and who came to them."""
        for hold in self.meetings:
            hold()

    def begin_with_counselling(self):
        group = self.groups["career"][0]
        enrolments = []
        for one in self.people:
            since = one.participation.entered_on
            ended_on = min(since + timedelta(weeks=4), one.left_on)
            enrolments.append(one.enrol(group, since, ended_on, finished=one.reason != ExitReason.DROPPED_OUT))
        self.meetings.append(
            lambda: meet_alone(
                enrolments,
                lambda enrolment: enrolment.started_on,
                status=AttendanceStatus.PRESENT,
                hours=2,
                place="pokój 8, MOPS w Sosnowcu",
                topic="Rozmowa o planach i pierwszy plan działania",
            )
        )

    def train_social_skills(self):
        """The third group first, because its members are named."""
        first_group, second_group, third_group = self.groups["social_skills"]
        self._enrol_third_group(third_group)
        for group, first in zip((first_group, second_group), FIRST_MEETINGS, strict=False):
            days = [first + timedelta(weeks=week) for week in range(9)]
            self._meet_weekly(group, days, self._present_between(days[0], days[-1]))

    def _enrol_third_group(self, group):
        rows = [line.split() for line in GROUP_3.strip().splitlines()]
        members = {one.surname: one for one in self.people}
        first = FIRST_MEETINGS[2]
        marks = {id(members[surname].enrol(group, first)): row for surname, row in rows}
        enrolments = [members[surname].enrolments[-1] for surname, _row in rows]
        days = [first + timedelta(weeks=week) for week in range(9)]

        def status_of(number, enrolment):
            return MARKS[marks[id(enrolment)][number - 1]] if number <= 6 else None

        self.meetings.append(lambda: meet(group, enrolments, days, status_of, **ROOM))

    def hold_workshops(self):
        members = self._present_between(WORKSHOP_DAYS[0], WORKSHOP_DAYS[-1])
        self._meet_weekly(self.groups["workshops"][0], WORKSHOP_DAYS, members)

    def _meet_weekly(self, group, days, members):
        """Everybody comes to the first meeting; later one in ten is missed."""
        enrolments = [one.enrol(group, days[0], days[-1]) for one in members]
        draw = self.crowd.random
        missed = [AttendanceStatus.ABSENT, AttendanceStatus.EXCUSED]

        def status_of(number, enrolment):
            return draw.choice(missed) if number > 1 and draw.random() < 0.1 else AttendanceStatus.PRESENT

        self.meetings.append(lambda: meet(group, enrolments, days, status_of, **ROOM))

    def _present_between(self, first, last):
        """Twelve people who are in the project all this time and go to no other weekly meetings."""
        weekly = {group for name in ("social_skills", "workshops") for group in self.groups[name]}
        free = [
            one
            for one in self.people
            if one.participation.entered_on <= first
            and one.left_on >= last
            and not any(enrolment.group in weekly for enrolment in one.enrolments)
        ]
        return self.crowd.random.sample(free, GROUP_SIZE)

    def train_for_jobs(self):
        """Everybody with a proof was trained for it; so were some who passed no examination."""
        for one in self.people:
            if one.surname in PROOFS:
                group = self.groups["training"][TRAINED_IN.get(PROOFS[one.surname][2].split()[0], 2)]
                one.enrol(group, one.left_on - timedelta(weeks=12), one.left_on - timedelta(weeks=1))
        others = [one for one in self.people if one.surname not in PROOFS and one.reason == ExitReason.COMPLETED]
        for one in self.crowd.random.sample(others, 14):
            self._enrol_within(one, self.crowd.random.choice(self.groups["training"]), weeks=8)

    def offer(self, name, number, *, weeks):
        """Enrols so many people for so many weeks within their participation."""
        for one in self.crowd.random.sample(self.people, number):
            self._enrol_within(one, self.crowd.random.choice(self.groups[name]), weeks)

    def _enrol_within(self, one, group, weeks):
        earliest = one.participation.entered_on + timedelta(weeks=1)
        latest = max(one.left_on - timedelta(weeks=weeks), earliest)
        started_on = self.crowd.day_between(earliest, latest + timedelta(days=3))
        ended_on = min(started_on + timedelta(weeks=weeks), one.left_on)
        one.enrol(group, started_on, ended_on, finished=one.reason != ExitReason.DROPPED_OUT)


def add_outcomes(crowd, people):
    """The proofs of the roster's stories, and what the others achieved; no other qualification counts."""
    for one in people:
        if one.surname in WITH_PROGRESS:
            _add_progress(crowd, one)
        if one.surname in PROOFS:
            kind, day, title, evidence, is_validated = PROOFS[one.surname]
            one.outcome(kind, day, title, evidence, is_validated=is_validated, issued_by="komisja egzaminacyjna")
        elif one.reason == ExitReason.TOOK_JOB or one.surname == "Cieślarczyk":
            _add_job(crowd, one)
        elif one.reason == ExitReason.COMPLETED and one.surname not in WITHOUT_PROOF | WITH_PROGRESS:
            _add_small_step(crowd, one)


def _add_progress(crowd, one):
    evidence = f"opinia psychologa z {one.left_on:%d.%m.%Y}"
    sign = crowd.random.choice([ProgressSign.MOTIVATION, ProgressSign.CONFIDENCE, ProgressSign.PROBLEMS])
    one.outcome(OutcomeKind.SOCIAL_PROGRESS, one.left_on, "ocena końcowa", evidence, progress_sign=sign)


def _add_job(crowd, one):
    day = crowd.day_between(one.left_on + timedelta(days=1), one.left_on + timedelta(days=20))
    one.outcome(
        OutcomeKind.EMPLOYMENT,
        day,
        "pracownik porządkowy",
        f"umowa o pracę z {day:%d.%m.%Y}",
        contract_kind=ContractKind.EMPLOYMENT,
        contract_months=6,
        working_time=1,
    )


def _add_small_step(crowd, one):
    """Four in ten move a step on; one in ten of the inactive looks for a job, one in ten of the others has been to a course."""
    chance = crowd.random.random()
    if chance < 0.4:
        _add_progress(crowd, one)
    elif chance < 0.5 and one.participation.labour_status == LabourStatus.INACTIVE:
        one.outcome(OutcomeKind.JOB_SEARCH, one.left_on, "", "oświadczenie i wydruk z urzędu pracy")
    elif chance < 0.5:
        one.outcome(QUALIFICATION, one.left_on, "szkolenie BHP", "zaświadczenie o udziale")
