"""Aktywne Centrum – Szansa dla Nas! – II edycja (Sosnowiec): what its public page says, and what is done in it.

The page names no streets, days or visitors: the communities, the events and the timetable are made up to fit it.
"""

from datetime import date
from decimal import Decimal

from activities.models import HeadcountEvent
from activities.vocabulary import EventKind, HourUnit, Mode, ServiceCharacter, SupportDetail, SupportKind
from projects.models import FundingLine, Partner

from ..models import Counts, Kind, Register, RegisterEntry
from .aktywne_centrum_people import add_people
from .cast import support
from .facts import answer_for, create_project, target_group
from .programmes import SILESIA_2014

SLUG = "aktywne-centrum"
PAL = "umowa o programie aktywności lokalnej"
COMMUNITIES = [
    ("Podwórka przy ulicy Targowej", date(2020, 11, 16), f"{PAL} 1/2020 i lista obecności"),
    ("Kamienice przy ulicy Modrzejowskiej", date(2021, 5, 24), f"{PAL} 1/2021 i lista obecności"),
    ("Okolice placu Stulecia", date(2021, 10, 11), f"{PAL} 2/2021 i lista obecności"),
    ("Ulica Dekerta i sąsiednie podwórka", date(2022, 8, 22), f"{PAL} 1/2022 i lista obecności"),
    ("Osiedle przy ulicy Kilińskiego", date(2022, 11, 14), f"{PAL} 2/2022 i lista obecności"),
]
EVENTS = [
    ("Festyn z okazji Dnia Sąsiada", EventKind.FESTIVAL, date(2021, 5, 29), "podwórka przy ulicy Targowej", 118),
    ("Odnawianie klatek schodowych", EventKind.LOCAL_INITIATIVE, date(2021, 7, 10), "ulica Modrzejowska", 24),
    ("Gra terenowa po Centrum", EventKind.LOCAL_INITIATIVE, date(2021, 9, 18), "plac Stulecia", 46),
    ("Festyn z okazji Dnia Rodziny", EventKind.FESTIVAL, date(2022, 5, 21), "park Sielecki", 163),
    ("Malowanie muralu", EventKind.LOCAL_INITIATIVE, date(2022, 7, 16), "ulica Dekerta", 31),
    ("Podwórko sąsiedzkie zamiast parkingu", EventKind.LOCAL_INITIATIVE, date(2022, 9, 17), "ulica Targowa", 38),
]
MADE_UP_EVENT = "Dokument wymienia taką inicjatywę jako przykład; dzień, miejsce i liczba osób są zmyślone."


def load():
    """Saves the project with its people and gives it back."""
    project = _project()
    at_risk = _target_groups(project)
    add_people(project, at_risk, _forms_of_support(project))
    _local_activity(project)
    _indicators(project)
    return project


def _project():
    return create_project(
        SLUG,
        SILESIA_2014,
        title="Aktywne Centrum – Szansa dla Nas!",
        edition="II edycja",
        axis="IX. Włączenie społeczne",
        measure="9.1. Aktywna integracja",
        submeasure=("9.1.5. Programy aktywnej integracji osób i grup zagrożonych wykluczeniem społecznym – konkurs"),
        starts_on=date(2020, 7, 30),
        ends_on=date(2022, 12, 31),
        area="Sosnowiec, przede wszystkim dzielnica Centrum",
        goal=(
            "Mieszkańcy Sosnowca mają być bardziej zżyci i częściej działać razem, w ramach Programu Aktywności Lokalnej. "
            "56 kobiet i 37 mężczyzn, którym grozi spychanie na margines, ma łatwiej znaleźć pracę."
        ),
        description=(
            "Pomoc dostają osoby, rodziny i grupy: uczą się zawodu, chodzą na warsztaty i staże, wspierają się nawzajem, "
            "pracują jako wolontariusze i zmieniają swoją okolicę. Ich bliscy biorą udział tylko wtedy, gdy bez tego nie da "
            "się pomóc. Zasady szkoleń zawodowych i staży dla osób bezrobotnych opisuje osobny regulamin."
        ),
        partners=[
            (Partner.Role.LEAD, "Sosnowiec – Miasto na Prawach Powiatu", "Sosnowiec"),
            (Partner.Role.REALISER, "Miejski Ośrodek Pomocy Społecznej", "Sosnowiec"),
            (Partner.Role.PARTNER, "Fundacja Po Skrzydła", "Sosnowiec"),
        ],
        funding=[
            (FundingLine.Source.EU, "Fundusze Europejskie", Decimal("1381671.51")),
            (FundingLine.Source.OTHER, "", Decimal("243824.39")),  # 1 625 495,90 in all, less the European funds
        ],
    )


def _target_groups(project):
    at_risk = target_group(
        project,
        "osoby zagrożone ubóstwem lub wykluczeniem społecznym mieszkające w Sosnowcu",
        women=56,
        men=37,
        total=93,
    )
    target_group(project, "osoby z ich otoczenia, w niezbędnym zakresie", is_surroundings=True)
    return at_risk


def _forms_of_support(project):
    """Every form that the page lists, by a short key; each value is the list of its groups."""
    social, vocational = ServiceCharacter.SOCIAL, ServiceCharacter.VOCATIONAL
    return {
        "workshops": support(
            project,
            "Warsztaty i szkolenia kompetencji społecznych i edukacyjnych",
            SupportKind.ACTIVE_INTEGRATION,
            SupportDetail.EDUCATIONAL,
            character=social,
            hours_planned=24,
            leaders=["Hanna Łosiewicz"],
        ),
        "initiatives": support(
            project,
            "Spotkania i inicjatywy lokalne",
            SupportKind.ACTIVE_INTEGRATION,
            SupportDetail.SOCIAL,
            character=social,
            leaders=["Hanna Łosiewicz"],
            description=(
                "Sąsiedzi sami wybierają, co zrobić: festyn na Dzień Sąsiada lub Dzień Rodziny, odnowienie klatki, gra "
                "terenowa, mural, podwórko do wspólnego użytku."
            ),
        ),
        "psychologist": support(
            project,
            "Poradnictwo psychologiczne, indywidualne i grupowe",
            SupportKind.COUNSELLING,
            SupportDetail.PSYCHOLOGICAL,
            character=social,
            mode=Mode.INDIVIDUAL,
            hours_planned=6,
            groups=["porady"],
            leaders=["Olga Sierpińska"],
        ),
        "lawyer": support(
            project,
            "Poradnictwo prawne, indywidualne i grupowe",
            SupportKind.COUNSELLING,
            SupportDetail.LEGAL,
            character=social,
            mode=Mode.INDIVIDUAL,
            hours_planned=3,
            groups=["porady"],
            leaders=["Wiktor Jaźwiec"],
        ),
        "social_skills": support(
            project,
            "Trening kompetencji społecznych",
            SupportKind.ACTIVE_INTEGRATION,
            SupportDetail.SOCIAL,
            character=social,
            hours_planned=36,
            groups=["grupa 1", "grupa 2", "grupa 3"],
            leaders=["Beata Rzeźniczak"],
        ),
        "career": support(
            project,
            "Doradztwo zawodowe",
            SupportKind.COUNSELLING,
            SupportDetail.CAREER,
            character=vocational,
            mode=Mode.INDIVIDUAL,
            hours_planned=4,
            groups=["porady"],
            leaders=["Robert Ćmiel"],
        ),
        "therapy": support(
            project,
            "Wsparcie psychologiczne zależnie od potrzeb, indywidualne i grupowe",
            SupportKind.COUNSELLING,
            SupportDetail.PSYCHOLOGICAL,
            character=social,
            groups=["grupa wsparcia"],
            leaders=["Olga Sierpińska"],
        ),
        "training": support(
            project,
            "Szkolenia zawodowe",
            SupportKind.TRAINING,
            character=vocational,
            hours_planned=120,
            hour_unit=HourUnit.TEACHING,
            groups=["opieka i dom", "gastronomia i handel", "technika i transport", "komputer"],
            leaders=["Elżbieta Nowodworska", "Elżbieta Nowodworska", "Janusz Kłos", "Janusz Kłos"],
            description="Szkolenie kończy się egzaminem; samo zaświadczenie o udziale nie daje kwalifikacji.",
        ),
        "internship": support(
            project,
            "Staże zawodowe",
            SupportKind.INTERNSHIP,
            character=vocational,
            hours_planned=480,
            groups=["staże"],
            leaders=["Robert Ćmiel"],
        ),
    }


def _local_activity(project):
    RegisterEntry.objects.bulk_create(
        [
            RegisterEntry(
                project=project,
                register=Register.COMMUNITY,
                name=name,
                happened_on=day,
                evidence=evidence,
                note="Dokument podaje tylko liczbę środowisk; nazwa i dzień są zmyślone.",
            )
            for name, day, evidence in COMMUNITIES
        ]
    )
    HeadcountEvent.objects.bulk_create(
        [
            HeadcountEvent(
                project=project,
                name=name,
                kind=kind,
                held_on=day,
                place=place,
                visitors=visitors,
                description=MADE_UP_EVENT,
            )
            for name, kind, day, place, visitors in EVENTS
        ]
    )


def _indicators(project):
    answer_for(
        project,
        {"definition": "at_risk", "women": 56, "men": 37, "total": 93},
        {"definition": "CO16", "total": 7},
        {
            "definition": "communities",
            "unit": "szt.",
            "counts": Counts.REGISTER,
            "register": Register.COMMUNITY,
            "total": 5,
        },
        {"definition": "qualified_or_competent", "kind": Kind.RESULT, "total": 10},
    )
