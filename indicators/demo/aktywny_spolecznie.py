"""Aktywny Społecznie (Bytom): what its public page says, and what is done in it. The timetable is made up to fit the page."""

from datetime import date, time
from decimal import Decimal

from activities.vocabulary import Mode, ServiceCharacter, SupportDetail, SupportKind
from projects.models import FundingLine, Office, OpeningHours, Partner

from ..models import EffectivenessThreshold, Kind
from .aktywny_spolecznie_people import add_people
from .cast import open_hours, support
from .facts import answer_for, create_project, target_group
from .programmes import SILESIA_2014

SLUG = "aktywny-spolecznie"
Day = OpeningHours.Weekday
HOURS = [
    ([Day.MONDAY], (time(7, 30), time(17))),
    ([Day.TUESDAY, Day.WEDNESDAY, Day.THURSDAY], (time(7, 30), time(15, 30))),
    ([Day.FRIDAY], (time(7, 30), time(14))),
]
OFFICES = [
    (
        "Klub Integracji Społecznej",
        "ul. Powstańców Warszawskich 14, Bytom (I piętro, lewe skrzydło)",
        "507-726-335, 507-726-345",
    ),
    ("Biuro projektu", "ul. Strzelców Bytomskich 16, Bytom (I piętro, pok. 123)", "32 388-67-43"),
]
# The page writes "społecznej" where it gives 25 per cent for employment: a slip, as the order of its sentence shows.
THRESHOLDS = {
    ("social", "disabled"): 34,
    ("social", "others"): 34,
    ("employment", "disabled"): 12,
    ("employment", "others"): 25,
}


def load():
    """Saves the project with its people and gives it back."""
    project = _project()
    group = target_group(
        project,
        "mieszkańcy Bytomia, którzy korzystają z pomocy MOPR i mieszkają na obszarze przeznaczonym do rewitalizacji (OSI)",
        women=39,
        women_at_least=True,
        total=60,
    )
    _open_offices(project)
    add_people(project, group, _forms_of_support(project))
    _indicators(project)
    return project


def _project():
    return create_project(
        SLUG,
        SILESIA_2014,
        title="Aktywny Społecznie",
        axis="IX. Włączenie społeczne",
        measure="9.1. Aktywna integracja",
        submeasure="9.1.3. Programy aktywnej integracji osób i grup zagrożonych wykluczeniem społecznym – OSI",
        starts_on=date(2020, 1, 1),
        ends_on=date(2022, 12, 31),
        area="Bytom: zdegradowana część miasta wyznaczona do rewitalizacji, Obszar Strategicznej Interwencji (OSI)",
        goal=(
            "Ludzie, którym grozi ubóstwo lub wykluczenie, mają dzięki zajęciom w Klubie Integracji Społecznej lepiej "
            "odnaleźć się wśród innych i być gotowi do pracy."
        ),
        description=(
            "Uczestnicy zdobywają lub poprawiają kwalifikacje, nabierają chęci do pracy i uczą się tego, co pomaga ją "
            "znaleźć i utrzymać. Obok zajęć jest pomoc dobrana do każdego z osobna: w kłopotach życiowych i rodzinnych, "
            "żeby najpierw stanąć na nogi. Do projektu zapraszają pracownicy socjalni MOPR."
        ),
        partners=[(Partner.Role.LEAD, "Miejski Ośrodek Pomocy Rodzinie w Bytomiu", "Bytom")],
        funding=[
            (FundingLine.Source.EU, "", Decimal("1766270.41")),
            (FundingLine.Source.STATE, "", Decimal("207796.52")),
            (FundingLine.Source.OWN, "", Decimal("103898.26")),
        ],
    )


def _open_offices(project):
    for name, address, phones in OFFICES:
        open_hours(Office.objects.create(project=project, name=name, address=address, phones=phones), HOURS)


def _forms_of_support(project):
    """Every form that the page lists, by a short key; each value is the list of its groups, one a year where there are three."""
    social, vocational = ServiceCharacter.SOCIAL, ServiceCharacter.VOCATIONAL
    active, counselling = SupportKind.ACTIVE_INTEGRATION, SupportKind.COUNSELLING
    years = {"groups": ["edycja 2020", "edycja 2021", "edycja 2022"]}
    alone = {"groups": ["porady"], "mode": Mode.INDIVIDUAL}
    return {
        "reintegration": support(
            project,
            "Zajęcia z reintegracji społecznej",
            active,
            SupportDetail.SOCIAL,
            character=social,
            hours_planned=40,
            leaders=["Iwona Łojek"],
            **years,
        ),
        "away": support(
            project,
            "Wyjazdowy trening integracyjny",
            active,
            SupportDetail.SOCIAL,
            character=social,
            hours_planned=16,
            leaders=["Iwona Łojek"],
            **years,
        ),
        "psychologist": support(
            project,
            "Indywidualne poradnictwo psychologiczne",
            counselling,
            SupportDetail.PSYCHOLOGICAL,
            character=social,
            leaders=["Anna Ździebło"],
            **alone,
        ),
        "lawyer": support(
            project,
            "Poradnictwo prawne",
            counselling,
            SupportDetail.LEGAL,
            character=social,
            leaders=["Piotr Ćwikliński"],
            **alone,
        ),
        "computers": support(
            project,
            "Zajęcia komputerowe",
            active,
            SupportDetail.EDUCATIONAL,
            hours_planned=30,
            leaders=["Szymon Żak"],
            **years,
        ),
        "courses": support(
            project,
            "Kursy i szkolenia",
            SupportKind.TRAINING,
            character=vocational,
            hours_planned=100,
            leaders=["Grażyna Śpiewok"],
            **years,
        ),
        "career": support(
            project,
            "Doradztwo zawodowe",
            counselling,
            SupportDetail.CAREER,
            character=vocational,
            hours_planned=6,
            leaders=["Dorota Gębala"],
            **alone,
        ),
        "brokerage": support(
            project,
            "Pośrednictwo pracy",
            SupportKind.JOB_BROKERAGE,
            character=vocational,
            hours_planned=4,
            leaders=["Dorota Gębala"],
            **alone,
        ),
        "together": support(
            project,
            "Zajęcia uspołeczniające",
            active,
            SupportDetail.SOCIAL,
            character=social,
            leaders=["Iwona Łojek"],
            **years,
        ),
        "neighbours": support(
            project,
            "Zajęcia ze społecznościami lokalnymi",
            active,
            SupportDetail.SOCIAL,
            character=social,
            leaders=["Szymon Żak"],
            **years,
        ),
    }


def _indicators(project):
    answer_for(
        project,
        {"definition": "at_risk", "women": 39, "total": 60, "is_at_least": True},
        {"definition": "CO16", "total": 4},
        {"definition": "at_risk_qualified", "kind": Kind.RESULT, "total": 21},
        {"definition": "at_risk_seeking", "kind": Kind.RESULT, "total": 2},
        {"definition": "at_risk_working", "kind": Kind.RESULT, "total": 11},
    )
    EffectivenessThreshold.objects.bulk_create(
        [
            EffectivenessThreshold(project=project, measure=measure, group=group, percent=percent)
            for (measure, group), percent in THRESHOLDS.items()
        ]
    )
