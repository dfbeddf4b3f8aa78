"""Aktywny Społecznie from the first application on: a round for each of its three editions, and what followed."""

from datetime import date

from recruitment.vocabulary import RuleCode

from . import recruiting as r
from .paths import plan_paths
from .people import Crowd
from .places import BYTOM, PIEKARY
from .recruiting import Recruitment, joined_between

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
    plan_paths(project, joined_between(project, project.starts_on, project.ends_on))


def _recruit(project, crowd, team):
    group = project.target_groups.first()
    recruitment = Recruitment(project, crowd, BYTOM, team.coordinator, elsewhere=PIEKARY, target_group=group)
    for year, call in zip((2020, 2021, 2022), ROUNDS, strict=True):
        recruitment.hold(call, joined_between(project, date(year, 1, 1), date(year, 12, 31)))
    recruitment.quotas(
        r.quota(RuleCode.SEX, at_least=39, values=["K"]), r.quota(RuleCode.DISABILITY, at_least=4, values=[])
    )
