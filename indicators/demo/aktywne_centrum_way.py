"""Aktywne Centrum from the first application on: three rounds before the three waves of entries, and what followed."""

from datetime import date

from recruitment.vocabulary import RuleCode

from . import recruiting as r
from .paths import plan_paths
from .people import Crowd
from .places import DABROWA, SOSNOWIEC
from .recruiting import Recruitment, joined_between

BLOCK = 1
CRITERIA = (
    r.ADULT,
    r.formal(RuleCode.COMMUNE, values=["Sosnowiec"]),
    r.AT_RISK_AT_ALL,
    r.ALL_DOCUMENTS,
    r.WOMAN,
    r.DISABLED,
    r.MANY_PREMISES,
    r.LONG_TERM,
)
ROUNDS = [  # round, entries of those who joined
    (
        r.Call(
            "nabór I",
            date(2020, 8, 3),
            date(2020, 8, 28),
            CRITERIA,
            date(2020, 9, 2),
            "sala 2, MOPS w Sosnowcu",
            rejected=("nie mieszka w Sosnowcu", "nie mieszka w Sosnowcu, mimo zameldowania w dzielnicy Centrum"),
            retention_months=12,
        ),
        (date(2020, 9, 1), date(2020, 12, 31)),
    ),
    (
        r.Call(
            "nabór II",
            date(2020, 12, 1),
            date(2020, 12, 18),
            CRITERIA,
            date(2021, 1, 5),
            "sala 2, MOPS w Sosnowcu",
            reserve=3,
            rejected=("nie mieszka w Sosnowcu",),
            withdraws=False,
        ),
        (date(2021, 1, 1), date(2021, 6, 30)),
    ),
    (
        r.Call(
            "nabór III",
            date(2021, 7, 1),
            date(2021, 7, 20),
            CRITERIA,
            date(2021, 7, 27),
            "sala 2, MOPS w Sosnowcu",
            rejected=("nie mieszka w Sosnowcu", "nie mieszka w Sosnowcu"),
        ),
        (date(2021, 7, 1), date(2022, 12, 31)),
    ),
]


def furnish(project, team):
    """Adds recruitment, paths and the rest of the way to the people of the project."""
    crowd = Crowd(BLOCK)
    _recruit(project, crowd, team)
    plan_paths(project, joined_between(project, project.starts_on, project.ends_on, is_complete=True))


def _recruit(project, crowd, team):
    recruitment = Recruitment(
        project, crowd, SOSNOWIEC, team.coordinator, elsewhere=DABROWA, target_group=project.target_groups.first()
    )
    for call, days in ROUNDS:
        recruitment.hold(call, joined_between(project, *days))
    recruitment.quotas(
        r.quota(RuleCode.SEX, percent=60, values=["K"]), r.quota(RuleCode.DISABILITY, at_least=7, values=[])
    )
