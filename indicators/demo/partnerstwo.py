"""Partnerstwo – od czego zacząć? (Włocławek): a small grant. How its 25 people divide, and the exact days, are made up."""

from datetime import date, time, timedelta
from decimal import Decimal

from activities.models import HeadcountEvent
from activities.vocabulary import (
    AttendanceStatus,
    EventKind,
    HourUnit,
    Mode,
    ServiceCharacter,
    SupportDetail,
    SupportKind,
)
from participants.vocabulary import Education, ExitReason, LabourDetail, LabourStatus, Occupation, PremiseKind
from projects.models import FundingLine, Partner

from ..models import Counts
from .cast import NO_TO_ALL, Member, meet, meet_alone, save, support
from .facts import answer_for, create_project, target_group
from .people import Crowd
from .places import WLOCLAWEK
from .programmes import KUYAVIA_2014

SLUG = "partnerstwo"
BLOCK = 7
MEETINGS = date(2020, 7, 6), date(2020, 8, 14)  # individual meetings: "July and August"
AT_RISK_WORKSHOPS = [date(2020, 8, 19), date(2020, 8, 26), date(2020, 9, 2)]
SURROUNDINGS_WORKSHOPS = [date(2020, 8, 20), date(2020, 9, 3), date(2020, 9, 10)]
TOPICS = [
    "Dobre praktyki przedsiębiorczości społecznej",
    "Jak założyć i rozwijać podmiot ekonomii społecznej",
    "Porady prawne",
]
CONFERENCE_ON = date(2020, 9, 24)
AT_RISK = {"K": 8, "M": 5}
SURROUNDINGS = {"K": 7, "M": 5}


def load():
    """Saves the project with its people and gives it back."""
    project = _project()
    at_risk = target_group(project, "osoby zagrożone ubóstwem lub wykluczone społecznie, mieszkające we Włocławku")
    nearby = target_group(project, "osoby z ich otoczenia, mieszkające we Włocławku", is_surroundings=True)
    groups = _forms_of_support(project)
    _add_people(project, at_risk, nearby, groups)
    _add_events(project)
    _indicators(project, {name: group.form_of_support for name, group in groups.items()})
    return project


def _project():
    return create_project(
        SLUG,
        KUYAVIA_2014,
        title="Partnerstwo – od czego zacząć?",
        agreement_number="13/5/G/2020",
        axis="11. Rozwój Lokalny Kierowany przez Społeczność",
        measure="11.1. Włączenie społeczne na obszarach objętych LSR",
        starts_on=date(2020, 7, 1),
        ends_on=date(2020, 9, 30),
        period_note="Dokument mówi o działaniach od lipca do września 2020; pierwszy i ostatni dzień są przyjęte.",
        area="miasto Włocławek",
        goal=(
            "Włocławianie mają dowiedzieć się, czym jest przedsiębiorczość społeczna i jak działają jej podmioty, a przy tym "
            "nabrać ochoty, żeby razem z miastem i organizacjami założyć na przykład spółdzielnię socjalną."
        ),
        description=(
            "Grant w ramach Lokalnej Strategii Rozwoju na lata 2016–2023, którą prowadzi lokalna grupa działania: "
            "Stowarzyszenie LGD Miasto Włocławek. Każdy uczestnik miał spotkanie w cztery oczy, potem były warsztaty, osobno dla "
            "osób zagrożonych i osobno dla ich otoczenia. Mówiono na nich także o tym, w czym pomagają Ośrodek Wsparcia "
            "Ekonomii Społecznej i Powiatowy Urząd Pracy. Projekt zamknęły wyjazd i konferencja."
        ),
        partners=[(Partner.Role.LEAD, "Gmina Miasto Włocławek", "Włocławek")],
        funding=[(FundingLine.Source.EU, "Europejski Fundusz Społeczny", Decimal("50000.00"))],
    )


def _forms_of_support(project):
    """The three forms of support, each with its one group."""
    workshops = {
        "detail": SupportDetail.EDUCATIONAL,
        "hours_planned": 12,
        "hour_unit": HourUnit.TEACHING,
        "leaders": ["Jan Świątkiewicz"],
    }
    return {
        "meetings": support(
            project,
            "Spotkania indywidualne",
            SupportKind.COUNSELLING,
            mode=Mode.INDIVIDUAL,
            hours_planned=2,
            groups=["rozmowy"],
            leaders=["Maria Żuchowicz"],
        )[0],
        "at_risk": support(
            project,
            "Warsztaty dla osób zagrożonych ubóstwem lub wykluczeniem",
            SupportKind.ACTIVE_INTEGRATION,
            character=ServiceCharacter.SOCIAL,
            **workshops,
        )[0],
        "nearby": support(project, "Warsztaty dla osób z otoczenia", SupportKind.ACTIVE_INTEGRATION, **workshops)[0],
    }


def _add_people(project, at_risk, nearby, groups):
    """25 people; those from the surroundings are saved second, because they point to the people whose surroundings they are."""
    crowd = Crowd(BLOCK)
    main = [_member(project, crowd, sex, target_group=at_risk) for sex in "KM" for _one in range(AT_RISK[sex])]
    others = [
        _member(project, crowd, sex, target_group=nearby, is_surroundings=True)
        for sex in "KM"
        for _one in range(SURROUNDINGS[sex])
    ]
    for member in main:
        day = member.participation.entered_on - timedelta(days=10)
        is_inactive = member.participation.labour_status == LabourStatus.INACTIVE
        kind = PremiseKind.POVERTY if is_inactive else PremiseKind.UNEMPLOYMENT
        member.premise(kind, f"zaświadczenie MOPR we Włocławku z {day:%d.%m.%Y}")
    for member, whose in zip(others, main, strict=False):
        member.set(main_participation=whose.participation)
    for members, name, days in ((main, "at_risk", AT_RISK_WORKSHOPS), (others, "nearby", SURROUNDINGS_WORKSHOPS)):
        _save_with_meetings(crowd, members, groups["meetings"], groups[name], days)


def _member(project, crowd, sex, **facts):
    entered_on = crowd.day_between(*MEETINGS)
    born = crowd.birth_day(crowd.random.randint(21, 60), entered_on)
    member = Member(project, crowd.person(sex, born, WLOCLAWEK), entered_on, **NO_TO_ALL, **facts)
    member.set(
        education=crowd.random.choice([Education.ISCED_1, Education.ISCED_3, Education.ISCED_4, Education.ISCED_5_8])
    )
    if member.participation.is_surroundings and crowd.random.random() < 0.7:
        member.set(
            labour_status=LabourStatus.EMPLOYED,
            labour_detail=LabourDetail.NGO,
            occupation=Occupation.OTHER,
            employer="organizacja pozarządowa",
        )
    elif crowd.random.random() < 0.6:
        member.set(labour_status=LabourStatus.UNEMPLOYED_REGISTERED, labour_detail=LabourDetail.LONG_TERM)
    else:
        member.set(labour_status=LabourStatus.INACTIVE, labour_detail=LabourDetail.NOT_IN_EDUCATION)
    member.leave(CONFERENCE_ON, ExitReason.COMPLETED)
    return member


def _save_with_meetings(crowd, members, alone, together, days):
    talks = [
        member.enrol(alone, member.participation.entered_on, member.participation.entered_on) for member in members
    ]
    enrolments = [member.enrol(together, days[0], days[-1]) for member in members]
    save(members)
    present = AttendanceStatus.PRESENT
    meet_alone(talks, lambda talk: talk.started_on, status=present, hours=2, topic="Co umiem i czego chcę")
    sessions = meet(
        together, enrolments, days, lambda *_: present, hours=4, starts_at=time(10), ends_at=time(13), place="Włocławek"
    )
    for session, topic in zip(sessions, TOPICS, strict=True):
        session.topic = topic
        session.save()


def _add_events(project):
    HeadcountEvent.objects.create(
        project=project,
        name="Wyjazd studyjny do Przedsiębiorstwa Społecznego Górnicza Wioska",
        kind=EventKind.STUDY_VISIT,
        held_on=date(2020, 9, 17),
        place="Górnicza Wioska",
        description=(
            "Uczestnicy rozmawiali z liderami przedsiębiorstwa, przeszli ścieżkę przyrodniczo-historyczną i obejrzeli to, co "
            "zostało z podziemnej kopalni Montania. Mieszkańcy zbudowali to miejsce z pomocą pieniędzy z Unii. Dokument nie "
            "podaje dnia wyjazdu; jest przyjęty."
        ),
    )
    HeadcountEvent.objects.create(
        project=project,
        name="Konferencja podsumowująca",
        kind=EventKind.CONFERENCE,
        held_on=CONFERENCE_ON,
        place="Centrum Kultury Browar B.",
        description=(
            "Przyszli uczestnicy projektu, prezydent miasta dr Marek Wojtkowski, pełnomocnik prezydenta do spraw rewitalizacji "
            "dr Barbara Moraczewska, radni, przedstawiciele Komitetu Rewitalizacji, urzędnicy od pomocy społecznej, "
            "wykluczenia, rewitalizacji i edukacji, włocławskie podmioty ekonomii społecznej i Ośrodek Wsparcia Ekonomii "
            "Społecznej. Pokazano, co się we Włocławku udało. Liczby osób dokument nie podaje."
        ),
    )


def _indicators(project, forms):
    people, sessions = {"counts": Counts.PEOPLE}, {"counts": Counts.SESSIONS, "unit": "szt."}
    events = {"counts": Counts.EVENTS, "unit": "szt."}
    entered = ["complete", "entered"]
    answer_for(
        project,
        {
            "name": "Liczba osób, z którymi odbyły się spotkania indywidualne",
            "words": [*entered, f"started:{forms['meetings'].key}"],
            **people,
        },
        {"name": "Liczba spotkań indywidualnych", "form_of_support": forms["meetings"], **sessions},
        {
            "name": "Liczba warsztatów dla osób zagrożonych ubóstwem lub wykluczeniem",
            "form_of_support": forms["at_risk"],
            **sessions,
        },
        {"name": "Liczba warsztatów dla osób z otoczenia", "form_of_support": forms["nearby"], **sessions},
        {"name": "Liczba osób zagrożonych w projekcie", "words": [*entered, "not_surroundings"], **people},
        {"name": "Liczba osób z otoczenia w projekcie", "words": [*entered, "surroundings"], **people},
        {"name": "Liczba wyjazdów studyjnych", "event_kind": EventKind.STUDY_VISIT, **events},
        {"name": "Liczba konferencji podsumowujących", "event_kind": EventKind.CONFERENCE, **events},
    )
