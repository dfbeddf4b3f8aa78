"""Aktywny Społecznie from the first application on: a round for each of its three editions, and what followed."""

from datetime import date, time

from activities.models import Group
from activities.vocabulary import AllowanceKind, AllowanceUnit, SupportKind
from recruitment.vocabulary import RuleCode

from . import recruiting as r
from .follow_up import came_back, follow_up, left_behind
from .giving import issue_certificates, pay_for_presence, set_rates
from .meetings import clash_with, gather_series, hold_weekly, misses_of, write_cards
from .paths import plan_paths
from .people import Crowd
from .places import BYTOM, PIEKARY
from .recruiting import Recruitment, joined_between
from .scans import keep_files

BLOCK = 2
REVITALISED = "mieszka na obszarze przeznaczonym do rewitalizacji (OSI)"
CRITERIA = (
    r.ADULT,
    r.formal(RuleCode.COMMUNE, values=["Bytom"]),
    r.formal(RuleCode.QUESTION, REVITALISED),
    r.AT_RISK_AT_ALL,
    r.ALL_DOCUMENTS,
    r.WOMAN,
    r.DISABLED,
    r.LONG_TERM,
    r.scored(10, RuleCode.SCORE, "rozmowa z pracownikiem socjalnym o motywacji"),
)
FIRST = r.Call(
    "edycja 2020",
    date(2020, 1, 2),
    date(2020, 1, 22),
    CRITERIA,
    date(2020, 1, 27),
    "biuro projektu, pok. 123",
    rejected=("nie mieszka w Bytomiu",),
    retention_months=84,
)
ROUNDS = [
    FIRST,
    r.again(
        FIRST,
        name="edycja 2021",
        opens_on=date(2021, 1, 4),
        closes_on=date(2021, 1, 20),
        held_on=date(2021, 1, 26),
        withdraws=False,
    ),
    r.again(
        FIRST, name="edycja 2022", opens_on=date(2021, 12, 6), closes_on=date(2022, 1, 5), held_on=date(2022, 1, 12)
    ),
]


def furnish(project, team):
    """Adds recruitment, paths and the rest of the way to the people of the project."""
    crowd = Crowd(BLOCK)
    _recruit(project, crowd, team)
    _meet(project, crowd)
    rates = set_rates(project, project.starts_on, **{AllowanceKind.TRAVEL: (AllowanceUnit.DAY, "7.20", "0")})
    pay_for_presence(project, rates[AllowanceKind.TRAVEL])
    issue_certificates(project, SupportKind.TRAINING, 8)
    plan_paths(project, joined_between(project, project.starts_on, project.ends_on))
    keep_files(project, team.social_worker, people=18)
    follow_up(project, left_behind(project)[:8], team, until=project.ends_on)
    came_back(project.participations.order_by("pk")[7], team.coordinator)


def _meet(project, crowd):
    """The club's weekly meetings, computer lessons of the last edition, counselling by the card."""
    gather_series(project)
    groups = Group.objects.filter(form_of_support__project=project).select_related("form_of_support")
    computers = groups.get(form_of_support__name="Zajęcia komputerowe", name="edycja 2022")
    sessions = hold_weekly(
        computers,
        date(2022, 3, 2),
        9,
        time(9),
        3,
        place="Klub Integracji Społecznej",
        topics=("Poczta i przeglądarka", "Urząd przez internet", "Szukanie pracy w sieci"),
        misses=misses_of(crowd),
    )
    together = groups.get(form_of_support__name="Zajęcia uspołeczniające", name="edycja 2022")
    clash_with(sessions[0], together, "Wspólne gotowanie")
    write_cards(project, crowd)


def _recruit(project, crowd, team):
    group = project.target_groups.first()
    recruitment = Recruitment(project, crowd, BYTOM, team.coordinator, elsewhere=PIEKARY, target_group=group)
    recruitment.quotas(
        r.quota(RuleCode.SEX, at_least=39, values=["K"]), r.quota(RuleCode.DISABILITY, at_least=4, values=[])
    )
    for year, call in zip((2020, 2021, 2022), ROUNDS, strict=True):
        recruitment.hold(call, joined_between(project, date(year, 1, 1), date(year, 12, 31)))
