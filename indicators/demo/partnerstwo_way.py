"""Partnerstwo from the first application on: one round for people at risk, one for those from their surroundings."""

from datetime import date

from recruitment.models import Candidate
from recruitment.vocabulary import RuleCode

from . import recruiting as r
from .paths import plan_paths
from .people import Crowd
from .places import KOWAL, WLOCLAWEK
from .recruiting import Recruitment, joined_between

BLOCK = 3
LIVES_HERE = r.formal(RuleCode.COMMUNE, values=["Włocławek"])
AT_RISK = r.Call(
    "osoby zagrożone wykluczeniem",
    date(2020, 7, 1),
    date(2020, 7, 2),
    (
        r.ADULT,
        LIVES_HERE,
        r.formal(RuleCode.SURROUNDINGS, **{"is": False}),
        r.AT_RISK_AT_ALL,
        r.ALL_DOCUMENTS,
        r.WOMAN,
        r.LONG_TERM,
    ),
    date(2020, 7, 3),
    "Urząd Miasta Włocławek",
    rejected=("nie mieszka we Włocławku",),
)
NEARBY = r.again(
    AT_RISK,
    name="otoczenie",
    criteria=(r.ADULT, LIVES_HERE, r.formal(RuleCode.SURROUNDINGS, **{"is": True}), r.ALL_DOCUMENTS),
    reserve=1,
    rejected=(),
    withdraws=False,
)


def furnish(project, team):
    """Adds recruitment, paths and the rest of the way to the people of the project."""
    crowd = Crowd(BLOCK)
    _recruit(project, crowd, team)
    plan_paths(project, joined_between(project, project.starts_on, project.ends_on))


def _recruit(project, crowd, team):
    at_risk, nearby = project.target_groups.order_by("is_surroundings")
    people = {is_near: _who_came(project, is_near) for is_near in (False, True)}
    recruitment = Recruitment(project, crowd, WLOCLAWEK, team.coordinator, elsewhere=KOWAL, target_group=at_risk)
    recruitment.hold(AT_RISK, people[False])
    recruitment.target_group, recruitment.facts = nearby, {"is_surroundings": True}
    recruitment.hold(NEARBY, people[True])
    recruitment.quotas(r.quota(RuleCode.SURROUNDINGS, at_least=13, **{"is": False}))
    _link_surroundings(project)


def _who_came(project, is_surroundings):
    return joined_between(project, project.starts_on, project.ends_on, is_surroundings=is_surroundings)


def _link_surroundings(project):
    """Whose surroundings a candidate is was known when she applied."""
    joined = {row.participation_id: row for row in project.candidates.exclude(participation=None).order_by("pk")}
    near = project.candidates.filter(participation__main_participation__isnull=False).select_related("participation")
    rows = list(near.order_by("pk"))
    for row in rows:
        row.main_candidate = joined[row.participation.main_participation_id]
    Candidate.objects.bulk_update(rows, ["main_candidate"])
