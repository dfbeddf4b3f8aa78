"""Aktywizacja EFS+: made up from beginning to end, without participants; the place to try the program in."""

from datetime import date, time
from decimal import Decimal

from activities.models import Group
from activities.vocabulary import Mode, ServiceCharacter, SupportDetail, SupportKind
from participants.vocabulary import Answer, Education, LabourStatus
from projects.models import FundingLine, Partner
from recruitment.vocabulary import RuleCode

from ..models import Kind
from . import recruiting as r
from .cast import support
from .facts import answer_for, create_project, target_group
from .meetings import hold_weekly
from .people import Crowd
from .places import PRZYKLADOWO
from .programmes import SILESIA_2021
from .recruiting import Recruitment

SKILLS = "Trening kompetencji społecznych"
SLUG = "aktywizacja-efs-plus"
TARGETS = [  # key of the catalogue, kind, women, men; unemployed, inactive and employed add up to the first line
    ("EECO01", Kind.OUTPUT, 34, 26),
    ("EECO02", Kind.OUTPUT, 17, 13),
    ("EECO03", Kind.OUTPUT, 10, 8),
    ("EECO04", Kind.OUTPUT, 15, 12),
    ("EECO05", Kind.OUTPUT, 2, 1),
    ("EECO12", Kind.OUTPUT, 5, 4),
    ("EECO17", Kind.OUTPUT, 6, 4),
    ("EECR01", Kind.RESULT, 3, 2),
    ("EECR02", Kind.RESULT, 2, 2),
    ("EECR03", Kind.RESULT, 14, 10),
    ("EECR04", Kind.RESULT, 8, 7),
]
BLOCK = 0
OPEN_ROUND = r.Call(
    "nabór ciągły",
    date(2024, 1, 8),
    None,
    (
        r.ADULT,
        r.formal(RuleCode.COUNTY, values=["przykładowski"]),
        r.AT_RISK_AT_ALL,
        r.ALL_DOCUMENTS,
        r.WOMAN,
        r.MANY_PREMISES,
        r.DISABLED,
        r.scored(10, RuleCode.DEGURBA, values=[3]),
    ),
    places=60,
    reserve=0,
    withdraws=False,
    waiting=6,
    retention_months=12,
)


def load():
    """Saves the project, without people, and gives it back."""
    project = create_project(
        SLUG,
        SILESIA_2021,
        title="Aktywizacja EFS+",
        agreement_number="FESL.07.01-IP.02-0001/24",
        axis="VII. Fundusze Europejskie dla społeczeństwa",
        measure="7.1. Aktywna integracja",
        starts_on=date(2024, 1, 1),
        ends_on=date(2025, 12, 31),
        area="zmyślony powiat przykładowski",
        goal="60 osób, którym grozi wykluczenie, ma wrócić między ludzi, do nauki albo do pracy.",
        description=(
            "Projekt zmyślony w całości: nie ma takiej umowy, takiego powiatu ani takich pieniędzy. Nie ma też jeszcze "
            "uczestników. Tu można próbować wszystkiego: zapisać pierwszą osobę, zaplanować zajęcia, zobaczyć sprawozdanie."
        ),
        partners=[
            (Partner.Role.LEAD, "Powiatowe Centrum Pomocy Rodzinie w Przykładowie", "Przykładowo"),
            (Partner.Role.PARTNER, "Fundacja Na Próbę", "Przykładowo"),
        ],
        funding=[
            (FundingLine.Source.EU, "", Decimal("1020000.00")),
            (FundingLine.Source.STATE, "", Decimal("120000.00")),
            (FundingLine.Source.OWN, "", Decimal("60000.00")),
        ],
    )
    _target_groups(project)
    _forms_of_support(project)
    answer_for(
        project,
        *(
            {"definition": key, "kind": kind, "women": women, "men": men, "total": women + men}
            for key, kind, women, men in TARGETS
        ),
    )
    return project


def _target_groups(project):
    target_group(project, "osoby zagrożone ubóstwem lub wykluczeniem społecznym", women=34, men=26, total=60)
    target_group(project, "osoby z ich otoczenia", total=10, is_surroundings=True)


def _forms_of_support(project):
    social, vocational = ServiceCharacter.SOCIAL, ServiceCharacter.VOCATIONAL
    alone = {"mode": Mode.INDIVIDUAL, "groups": ["porady"]}
    active, counselling = SupportKind.ACTIVE_INTEGRATION, SupportKind.COUNSELLING
    support(
        project,
        "Indywidualna ścieżka reintegracji",
        counselling,
        SupportDetail.CAREER,
        character=vocational,
        hours_planned=4,
        **alone,
    )
    support(project, "Poradnictwo psychologiczne", counselling, SupportDetail.PSYCHOLOGICAL, character=social, **alone)
    support(
        project,
        SKILLS,
        active,
        SupportDetail.SOCIAL,
        character=social,
        hours_planned=36,
    )
    support(project, "Kursy zawodowe", SupportKind.TRAINING, character=vocational, hours_planned=110)
    support(project, "Staże", SupportKind.INTERNSHIP, character=vocational, hours_planned=480)
    support(project, "Pośrednictwo pracy", SupportKind.JOB_BROKERAGE, character=vocational, **alone)


def furnish(project, team):
    """Opens a round without an end – some candidates wait, some lack documents, nobody has joined – and plans a first group."""
    group = project.target_groups.order_by("pk").first()
    answers = dict.fromkeys(("foreign_origin", "third_country"), Answer.NO)
    facts = {
        "labour_status": LabourStatus.INACTIVE,
        "other_disadvantage": "",
        "education": Education.ISCED_0_2,
        **answers,
    }
    recruitment = Recruitment(project, Crowd(BLOCK), PRZYKLADOWO, team.coordinator, target_group=group, facts=facts)
    recruitment.hold(OPEN_ROUND)
    recruitment.quotas(
        r.quota(RuleCode.SEX, percent=55, values=["K"]), r.quota(RuleCode.DISABILITY, at_least=9, values=[])
    )
    skills = Group.objects.select_related("form_of_support").get(
        form_of_support__project=project, form_of_support__name=SKILLS
    )
    hold_weekly(skills, date(2024, 3, 5), 9, time(9), 4, place="sala 1")
