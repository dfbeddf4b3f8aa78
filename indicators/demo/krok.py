"""Krok do siebie: made up from beginning to end, and always in full run: its days are counted from the day of loading.

It shows what needs a present day – deadlines that run, a plan of this week, early warnings, an open round – and what a project
of 2021–2027 exchanges with the authority: its people came from a file of SM EFS.
"""

from datetime import timedelta
from decimal import Decimal

from django.utils import timezone

from activities.vocabulary import Mode, ServiceCharacter, SupportDetail, SupportKind
from projects.models import FundingLine, Partner

from ..models import AuthorityValue, Kind, TargetCorrection
from .cast import support
from .facts import answer_for, create_project, target_group
from .programmes import SILESIA_2021

SLUG = "krok-do-siebie"
COUNSELLING, ACTIVE = SupportKind.COUNSELLING, SupportKind.ACTIVE_INTEGRATION
WENT_ON, GOES_ON = timedelta(days=400), timedelta(days=240)
PATH, PSYCHOLOGIST, SKILLS = "Ścieżka reintegracji z doradcą", "Pomoc psychologiczna", "Trening kompetencji społecznych"
COURSES, INTERNSHIPS = "Kursy zawodowe", "Staże"
TARGETS = [
    ("EECO01", Kind.OUTPUT, 30, 20),
    ("EECO02", Kind.OUTPUT, 14, 10),
    ("EECO04", Kind.OUTPUT, 13, 8),
    ("EECO12", Kind.OUTPUT, 5, 4),
    ("EECR03", Kind.RESULT, 12, 8),
    ("EECR04", Kind.RESULT, 7, 5),
]
WORKING = {
    "name": "Liczba osób, które były bezrobotne lub bierne zawodowo i po opuszczeniu projektu pracują – co najmniej 20% uczestników",
    "kind": Kind.RESULT,
    "words": ["complete", "entered", "left", "jobless", "employed"],
    "percent": Decimal("20.00"),
    "is_at_least": True,
}
ANNEX, ANNEX_AFTER = "aneks nr 1", timedelta(days=151)
CHANGED = {"EECO12": (6, 4), "EECR03": (14, 9)}


def load():
    """Saves the project, still without people, and gives it back."""
    today = timezone.localdate()
    project = create_project(
        SLUG,
        SILESIA_2021,
        title="Krok do siebie",
        agreement_number="FESL.07.02-IP.02-0002/24",
        axis="VII. Fundusze Europejskie dla społeczeństwa",
        measure="7.2. Aktywna integracja osób zagrożonych wykluczeniem",
        starts_on=(today - WENT_ON).replace(day=1),
        ends_on=(today + GOES_ON).replace(day=28),
        period_note="Dni projektu liczą się od dnia wczytania danych przykładowych, żeby zawsze coś w nim trwało.",
        area="zmyślony powiat przykładowski",
        goal="50 osób ma nabrać sił i umiejętności, żeby żyć po swojemu i znaleźć pracę.",
        description=(
            "Projekt zmyślony w całości, w toku. Uczestników wczytano z przykładowego pliku SM EFS; są zajęcia na ten tydzień, "
            "terminy, które biegną, i otwarty nabór."
        ),
        partners=[(Partner.Role.LEAD, "Fundacja Na Próbę", "Przykładowo")],
        funding=[
            (FundingLine.Source.EU, "", Decimal("850000.00")),
            (FundingLine.Source.STATE, "", Decimal("100000.00")),
            (FundingLine.Source.OWN, "", Decimal("50000.00")),
        ],
    )
    target_group(project, "osoby zagrożone ubóstwem lub wykluczeniem społecznym", women=30, men=20, total=50)
    _forms_of_support(project)
    answer_for(
        project,
        *(
            {"definition": key, "kind": kind, "women": women, "men": men, "total": women + men}
            for key, kind, women, men in TARGETS
        ),
        WORKING,
    )
    _annex(project)
    AuthorityValue.objects.create(
        project=project,
        key="EECR05",
        measured_on=today - timedelta(days=20),
        women=1,
        men=0,
        total=1,
        source="pismo Instytucji Pośredniczącej o badaniu próby uczestników",
    )
    return project


def _annex(project):
    """The annex that moved two targets half a year after the start."""
    holds_from = (project.starts_on + ANNEX_AFTER).replace(day=1)
    TargetCorrection.objects.bulk_create(
        TargetCorrection(indicator=row, annex=ANNEX, holds_from=holds_from, women=women, men=men, total=women + men)
        for row in project.indicators.filter(definition__in=CHANGED).order_by("position")
        for women, men in [CHANGED[row.definition]]
    )


def _forms_of_support(project):
    """One form of each official kind, so that the supports of the file find theirs."""
    social, vocational = ServiceCharacter.SOCIAL, ServiceCharacter.VOCATIONAL
    alone = {"mode": Mode.INDIVIDUAL, "groups": ["porady"]}
    support(
        project,
        PATH,
        COUNSELLING,
        SupportDetail.CAREER,
        character=vocational,
        hours_planned=4,
        leaders=["Robert Ścibor"],
        **alone,
    )
    support(
        project,
        PSYCHOLOGIST,
        COUNSELLING,
        SupportDetail.PSYCHOLOGICAL,
        character=social,
        hours_planned=6,
        leaders=["Olga Przędzik"],
        **alone,
    )
    skills = {"character": social, "hours_planned": 36, "groups": ["grupa 1", "grupa 2"]}
    support(project, SKILLS, ACTIVE, SupportDetail.SOCIAL, leaders=["Hanna Łącka", "Jan Świąder"], **skills)
    support(project, COURSES, SupportKind.TRAINING, character=vocational, hours_planned=110, leaders=["Jan Świąder"])
    support(project, INTERNSHIPS, SupportKind.INTERNSHIP, character=vocational, hours_planned=480)
