"""ABC Gospodarki Społecznej from the application on: those whom a trainer coached since 2009, in two rounds."""

from datetime import date

from participants.vocabulary import LabourStatus
from recruitment.vocabulary import RuleCode

from . import recruiting as r
from .abc_gospodarki import COACHING
from .paths import plan_paths
from .people import Crowd
from .places import KATOWICE, OLKUSZ
from .recruiting import Recruitment, joined_between

BLOCK = 4
FIRST = r.Call(
    "trener zatrudnienia wspieranego 2009",
    date(2008, 12, 1),
    date(2008, 12, 17),
    (
        r.ADULT,
        r.formal(RuleCode.VOIVODESHIP, values=["małopolskie"]),
        r.formal(RuleCode.LABOUR, values=[LabourStatus.UNEMPLOYED_REGISTERED.value]),
        r.ALL_DOCUMENTS,
        r.WOMAN,
        r.LONG_TERM,
    ),
    date(2008, 12, 22),
    "Wojewódzki Urząd Pracy w Krakowie",
    reserve=4,
    rejected=("nie mieszka w Małopolsce", "nie jest zarejestrowana jako bezrobotna"),
    retention_months=120,
)
ROUNDS = [
    FIRST,
    r.again(
        FIRST,
        name="trener zatrudnienia wspieranego 2010",
        opens_on=date(2009, 12, 1),
        closes_on=date(2009, 12, 16),
        held_on=date(2009, 12, 21),
        reserve=3,
        withdraws=False,
    ),
]


def furnish(project, team):
    """Adds recruitment, paths and the rest of the way to the people whom a trainer coached."""
    crowd = Crowd(BLOCK)
    group = project.target_groups.order_by("pk").first()
    registered = {"labour_status": LabourStatus.UNEMPLOYED_REGISTERED, "labour_detail": "unemployed_other"}
    recruitment = Recruitment(
        project, crowd, OLKUSZ, team.coordinator, elsewhere=KATOWICE, target_group=group, facts=registered
    )
    everybody = []
    for year, call in zip((2009, 2010), ROUNDS, strict=True):
        coached = {"enrolments__group__form_of_support__name": COACHING}
        people = joined_between(project, date(year, 1, 1), date(year, 12, 31), **coached)
        recruitment.hold(call, people)
        everybody += people
    recruitment.quotas(r.quota(RuleCode.SEX, percent=50, values=["K"]))
    plan_paths(project, everybody)
