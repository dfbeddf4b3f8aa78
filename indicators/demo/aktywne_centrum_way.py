"""Aktywne Centrum from the first application on: three rounds before the three waves of entries, and what followed."""

from datetime import date, time

from activities.models import Group
from activities.vocabulary import AllowanceKind, SupportKind
from recruitment.vocabulary import RuleCode

from . import recruiting as r
from .follow_up import came_back, follow_up, left_behind
from .giving import STIPENDS, issue_certificates, pay_for_presence, pay_interns, send_to_internships, set_rates
from .meetings import clash_with, gather_series, hold_weekly, misses_of, write_cards
from .paths import plan_paths
from .people import Crowd
from .places import DABROWA, SOSNOWIEC
from .recruiting import Recruitment, joined_between
from .scans import keep_files

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


APPLICATIONS = [
    {
        "number": "WNP-001",
        "since": date(2020, 7, 30),
        "until": date(2021, 12, 31),
        "submitted_on": date(2022, 1, 14),
        "answered_on": date(2022, 2, 18),
    },
    {
        "number": "WNP-002",
        "since": date(2022, 1, 1),
        "until": date(2022, 12, 31),
        "is_final": True,
    },
]


def furnish(project, team):
    """Adds recruitment, paths and the rest of the way to the people of the project."""
    crowd = Crowd(BLOCK)
    _recruit(project, crowd, team)
    _meet(project, crowd)
    _give(project)
    plan_paths(project, joined_between(project, project.starts_on, project.ends_on, is_complete=True))
    keep_files(project, team.social_worker, people=24)
    left = left_behind(project, left_on__lt=date(2022, 7, 1))
    follow_up(project, left[:10], team, until=project.ends_on)
    came_back(project.participations.get(person__last_name="Łukasik"), team.coordinator)
    team.authority.settle(project=project, by=team.coordinator, applications=APPLICATIONS)


def _meet(project, crowd):
    """A support group on Thursdays, counselling by the card, and one afternoon on which two groups have one room."""
    gather_series(project)
    groups = Group.objects.filter(form_of_support__project=project).select_related("form_of_support")
    therapy = groups.get(name="grupa wsparcia")
    sessions = hold_weekly(
        therapy, date(2022, 1, 20), 12, time(15), 2, place="sala 2, MOPS w Sosnowcu", misses=misses_of(crowd)
    )
    initiatives = groups.get(form_of_support__name="Spotkania i inicjatywy lokalne")
    clash_with(sessions[1], initiatives, "Przygotowanie Dnia Sąsiada")
    write_cards(project, crowd)


def _give(project):
    rates = set_rates(project, project.starts_on, **STIPENDS)
    pay_interns(send_to_internships(project), rates[AllowanceKind.INTERNSHIP])
    pay_for_presence(project, rates[AllowanceKind.TRAVEL])
    issue_certificates(project, SupportKind.TRAINING, 12)


def _recruit(project, crowd, team):
    recruitment = Recruitment(
        project, crowd, SOSNOWIEC, team.coordinator, elsewhere=DABROWA, target_group=project.target_groups.first()
    )
    recruitment.quotas(
        r.quota(RuleCode.SEX, percent=60, values=["K"]), r.quota(RuleCode.DISABILITY, at_least=7, values=[])
    )
    for call, days in ROUNDS:
        recruitment.hold(call, joined_between(project, *days))
