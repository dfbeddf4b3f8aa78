"""The people of Aktywne Centrum: made from the roster, so that what is counted from them is what the document says."""

from collections import Counter
from datetime import date, timedelta

from participants.vocabulary import (
    Answer,
    DisabilityDegree,
    Education,
    ExitReason,
    LabourDetail,
    LabourStatus,
    Occupation,
    PremiseKind,
)

from . import aktywne_centrum_roster as roster
from .aktywne_centrum_life import add_outcomes, add_support
from .cast import NO_TO_ALL, Member, deal, save
from .people import Crowd, age_on
from .places import SOSNOWIEC

BLOCK = 5
FEMALE, MALE = "K", "M"
STATUSES = {
    "long_term": (LabourStatus.UNEMPLOYED_REGISTERED, LabourDetail.LONG_TERM),
    "unemployed": (LabourStatus.UNEMPLOYED_REGISTERED, LabourDetail.UNEMPLOYED_OTHER),
    "unregistered": (LabourStatus.UNEMPLOYED_UNREGISTERED, LabourDetail.UNEMPLOYED_OTHER),
    "not_in_education": (LabourStatus.INACTIVE, LabourDetail.NOT_IN_EDUCATION),
    "in_education": (LabourStatus.INACTIVE, LabourDetail.IN_EDUCATION),
    "other_inactive": (LabourStatus.INACTIVE, LabourDetail.INACTIVE_OTHER),
    "business_worker": (LabourStatus.EMPLOYED, LabourDetail.SME),
    "local_government": (LabourStatus.EMPLOYED, LabourDetail.LOCAL_GOVERNMENT),
    "employed": (LabourStatus.EMPLOYED, LabourDetail.SME),
}
CELLS = {"unregistered": "unemployed", "business_worker": "employed", "local_government": "employed"}
EMPLOYERS = {LabourDetail.SME: "sklep spożywczy", LabourDetail.LOCAL_GOVERNMENT: "zakład usług komunalnych"}
EARLY_EXITS = [date(2021, 11, 30), date(2021, 12, 31), date(2022, 1, 31), date(2022, 2, 28), date(2022, 3, 31)]
EARLY_EXITS += [date(2022, 4, 29), date(2022, 5, 31), date(2022, 6, 30), date(2022, 7, 29)]
LATE_EXITS = [date(2022, 10, 14), date(2022, 10, 31), date(2022, 11, 15), date(2022, 11, 30), date(2022, 12, 16)]
LAST_EXITS = [date(2022, 12, 16), date(2022, 12, 30)]
PAYMENT_APPLICATIONS = [date(year, month, 11) for year in (2021, 2022) for month in (1, 4, 7, 10)]
KEPT_UNREPORTED = {"Bąbelek", "Białoszewska", "Cieślarczyk", "Cybulska-Rogowska", "Ćwiklińska", "Dziubińska"}
MORE_UNREPORTED = 16
PREMISES = {
    LabourStatus.UNEMPLOYED_REGISTERED: [PremiseKind.UNEMPLOYMENT, PremiseKind.UNEMPLOYMENT, PremiseKind.POVERTY],
    LabourStatus.INACTIVE: [PremiseKind.POVERTY, PremiseKind.ILLNESS, PremiseKind.HELPLESSNESS, PremiseKind.CARER],
    LabourStatus.EMPLOYED: [PremiseKind.POVERTY, PremiseKind.FOOD_AID],
}
OTHER_PROOF = {
    PremiseKind.DISABILITY: "orzeczenie o niepełnosprawności PZON/{number}/{year}",
    PremiseKind.FOSTER_CARE: "zaświadczenie kuratora sądowego z {day}",
    PremiseKind.CARER: "oświadczenie z {day} i orzeczenie osoby zależnej",
    PremiseKind.FOOD_AID: "skierowanie do pomocy żywnościowej z {day}",
    PremiseKind.HOMELESS: "zaświadczenie noclegowni z {day}",
}


class Participant(Member):
    """A member with the words of the roster: the status, the fate, and the first premise if the story names it."""

    def __init__(self, project, person, entered_on, status, fate, premise=""):
        super().__init__(project, person, entered_on, **NO_TO_ALL)
        self.status, self.fate, self.premise_kind, self.left_on = status, fate, premise, None
        labour_status, detail = STATUSES[status]
        self.set(labour_status=labour_status, labour_detail=detail)
        if labour_status == LabourStatus.EMPLOYED:
            self.set(occupation=Occupation.OTHER, employer=EMPLOYERS[detail])

    @property
    def sex(self):
        return self.person.sex

    @property
    def surname(self):
        return self.person.last_name


def add_people(project, target_group, groups):
    """Saves the 93 participants and two drafts, what was given to them and what came of it."""
    crowd = Crowd(BLOCK)
    people = _with_a_story(project, crowd)
    people += _others(project, crowd, people)
    for deal_something in (_deal_education, _deal_disability, _deal_situation, _deal_premises, _deal_exits):
        deal_something(crowd, people)
    support = add_support(crowd, people, groups)
    add_outcomes(crowd, people)
    for one in people:
        one.set(target_group=target_group)
        one.leave(one.left_on, one.reason)
    _report(crowd, people)
    save(people)
    support.save()
    _save_drafts(project, crowd, target_group)


def _with_a_story(project, crowd):
    return [_storied(project, crowd, line) for line in roster.STORIES.strip().splitlines()]


def _storied(project, crowd, line):
    name, born, status, entered_on, left_on, fate, premise = (part.strip() for part in line.split("|"))
    last_name, first_name = name.split()
    crowd.taken.add((last_name, first_name))
    sex = FEMALE if first_name.endswith("a") else MALE
    person = crowd.person(sex, date.fromisoformat(born), SOSNOWIEC, (last_name, first_name))
    one = Participant(project, person, date.fromisoformat(entered_on), status, fate, premise)
    one.left_on = date.fromisoformat(left_on) if left_on else None
    return one


def _others(project, crowd, storied):
    """Those without a story: what the roster counts less what the stories use up, the first to enter the first to leave."""
    return [one for sex in (FEMALE, MALE) for one in _others_of(project, crowd, storied, sex)]


def _others_of(project, crowd, storied, sex):
    known = [one for one in storied if one.sex == sex]
    cells = _rest(roster.STATUSES_BY_AGE, sex, [_cell_of(one) for one in known])
    months = sorted(_rest(roster.ENTRIES, sex, [one.participation.entered_on.replace(day=1) for one in known]))
    fates = _rest(roster.FATES, sex, [one.fate for one in known])
    crowd.random.shuffle(cells)
    for (status, ages), month, fate in zip(cells, months, sorted(fates), strict=True):
        entered_on = crowd.day_between(month + timedelta(days=6), month + timedelta(days=25))
        born = crowd.birth_day(crowd.random.randint(*ages), entered_on)
        yield Participant(project, crowd.person(sex, born, SOSNOWIEC), entered_on, status, fate)


def _rest(counts, sex, used):
    """The cards of a roster table for one sex, less those used, as a list."""
    return list((Counter({key: pair[sex == MALE] for key, pair in counts.items()}) - Counter(used)).elements())


def _cell_of(one):
    age = age_on(one.participation.entered_on, one.person.birth_date)
    ages = next(ages for ages in (roster.YOUNG, roster.MIDDLE, roster.OLDER) if age <= ages[1])
    return CELLS.get(one.status, one.status), ages


def _of_sex(people, sex):
    return [one for one in people if one.sex == sex]


def _deal_education(crowd, people):
    for sex in (FEMALE, MALE):
        cards = _rest(roster.EDUCATION, sex, [])
        for card, one in deal(crowd.random, reversed(cards), _of_sex(people, sex), _is_old_enough):
            low = Education.ISCED_2 if one.person.birth_date.year >= 1986 else Education.ISCED_1
            one.set(education=low if card == "low" else card)


def _is_old_enough(card, one):
    return card != Education.ISCED_5_8 or one.person.birth_date.year < 1996


def _deal_disability(crowd, people):
    for one in _chosen(crowd, people, roster.DISABLED, _has_certificate, _no_story):
        degree = crowd.random.choice(DisabilityDegree.values)
        one.set(disability=Answer.YES, disability_degree=degree)
        one.premise_kind = PremiseKind.DISABILITY


def _has_certificate(one):
    return one.premise_kind == PremiseKind.DISABILITY


def _chosen(crowd, people, numbers, must, may):
    """As many of each sex as the numbers say: everybody who must be, the others drawn from those who may."""
    found = []
    for sex, number in zip((FEMALE, MALE), numbers, strict=True):
        certain = [one for one in _of_sex(people, sex) if must(one)]
        possible = [one for one in _of_sex(people, sex) if may(one) and one not in certain]
        found += certain + crowd.random.sample(possible, number - len(certain))
    return found


def _no_story(one):
    return not one.premise_kind


def _deal_situation(crowd, people):
    """Homelessness, other disadvantage (ISCED 0 and the homeless are in it), minority, and two who refuse to say."""
    for one in _chosen(crowd, people, roster.HOMELESS, _nobody, _no_story):
        one.set(homeless=Answer.YES)
        one.premise_kind = PremiseKind.HOMELESS
    for one in _chosen(crowd, people, roster.OTHER_DISADVANTAGE, _is_disadvantaged, _anybody):
        one.set(other_disadvantage=Answer.YES)
    for one in _chosen(crowd, people, roster.MINORITY, _nobody, _no_story):
        one.set(minority=Answer.YES)
    for one in _chosen(crowd, people, roster.REFUSING_MINORITY, _nobody, _is_no_minority):
        one.set(minority=Answer.REFUSED)


def _nobody(one):
    return False


def _anybody(one):
    return True


def _is_disadvantaged(one):
    return one.participation.homeless == Answer.YES or one.participation.education == Education.ISCED_0


def _is_no_minority(one):
    return one.participation.minority == Answer.NO


def _deal_premises(crowd, people):
    for one in people:
        offered = PREMISES.get(one.participation.labour_status, [PremiseKind.UNEMPLOYMENT])
        kind = one.premise_kind or crowd.random.choice(offered)
        one.premise(kind, _proof_of(crowd, kind, one.participation.entered_on))
        if kind != PremiseKind.POVERTY and crowd.random.random() < 0.25:
            one.premise(PremiseKind.POVERTY, _proof_of(crowd, PremiseKind.POVERTY, one.participation.entered_on))


def _proof_of(crowd, kind, entered_on):
    day = crowd.day_between(entered_on - timedelta(days=30), entered_on - timedelta(days=3))
    form = OTHER_PROOF.get(kind, "zaświadczenie MOPS w Sosnowcu z {day}")
    return form.format(day=f"{day:%d.%m.%Y}", year=day.year - 1, number=crowd.random.randint(100, 999))


def _deal_exits(crowd, people):
    """Days and reasons of leaving; a story may have said the day already."""
    for one in people:
        one.reason = ExitReason.COMPLETED
        if not one.left_on:
            one.left_on = crowd.random.choice(_exits_open_to(one))
    others = [one for one in people if one.fate in ("gone", "stays") and _no_story(one)]
    reasons = [ExitReason.DROPPED_OUT] * 6 + [ExitReason.TOOK_JOB] * 4 + [ExitReason.MOVED, ExitReason.HEALTH]
    for reason, one in deal(crowd.random, reasons, others):
        one.reason = reason


def _exits_open_to(one):
    if one.fate == "gone":
        soonest = min(one.participation.entered_on + timedelta(days=150), EARLY_EXITS[-1])
        return [day for day in EARLY_EXITS if day >= soonest]
    return LAST_EXITS if one.premise_kind else LATE_EXITS


def _report(crowd, people):
    """Passes all but 27 people on to the institution, with the first payment application after they left (or entered)."""
    kept = [one for one in people if one.fate == "open" or one.surname in KEPT_UNREPORTED]
    kept += crowd.random.sample([one for one in people if one.fate == "stays" and one not in kept], MORE_UNREPORTED)
    for one in people:
        if one not in kept:
            since = one.participation.entered_on if one.fate == "stays" else one.left_on
            one.set(reported_on=next(day for day in PAYMENT_APPLICATIONS if day > since))


def _save_drafts(project, crowd, target_group):
    """Two people whose data are not complete: no indicator counts them until somebody fills in what is missing."""
    damian = _draft(project, crowd, ("Czyżewicz", "Damian"), date(1989, 12, 12), target_group)
    damian.set(education="")
    malgorzata = _draft(project, crowd, ("Źdźbłowska", "Małgorzata"), date(1987, 3, 14), target_group)
    malgorzata.set(education=Education.ISCED_3, other_disadvantage="", labour_detail=LabourDetail.LONG_TERM)
    save([damian, malgorzata])


def _draft(project, crowd, name, born, target_group):
    person = crowd.person(FEMALE if name[1].endswith("a") else MALE, born, SOSNOWIEC, name)
    person.phone = person.email = ""
    one = Participant(project, person, date(2022, 2, 14), "unemployed", "stays", PremiseKind.UNEMPLOYMENT)
    one.premise(PremiseKind.UNEMPLOYMENT, "zaświadczenie MOPS w Sosnowcu z 10.02.2022")
    one.set(target_group=target_group)
    return one
