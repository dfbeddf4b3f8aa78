"""ABC Gospodarki Społecznej from the application on: those whom a trainer coached since 2009, in two rounds."""

from datetime import date, time

from activities.models import Group
from participants.vocabulary import LabourStatus
from recruitment.vocabulary import RuleCode

from . import recruiting as r
from .abc_gospodarki import COACHING
from .follow_up import follow_up, left_behind
from .giving import send_to_internships
from .meetings import hold_weekly, misses_of, write_cards
from .paths import plan_paths
from .people import Crowd
from .places import KATOWICE, OLKUSZ
from .recruiting import Recruitment, joined_between
from .scans import keep_files

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
    recruitment.quotas(r.quota(RuleCode.SEX, percent=50, values=["K"]))
    everybody = []
    for year, call in zip((2009, 2010), ROUNDS, strict=True):
        coached = {"enrolments__group__form_of_support__name": COACHING}
        people = joined_between(project, date(year, 1, 1), date(year, 12, 31), **coached)
        recruitment.hold(call, people)
        everybody += people
    _meet(project, crowd)
    send_to_internships(project, 12)
    plan_paths(project, everybody)
    keep_files(project, team.social_worker, people=15)
    follow_up(project, left_behind(project, left_on__gte=date(2010, 9, 1))[:8], team, until=project.ends_on)


def _meet(project, crowd):
    """Coaching by the card for the first sixty, and the training of founders in the spring of 2010 (the page gives no timetable)."""
    founders = Group.objects.select_related("form_of_support").get(
        form_of_support__project=project, form_of_support__name__contains="zakładających", name="2010"
    )
    hold_weekly(
        founders,
        date(2010, 3, 3),
        8,
        time(10),
        4,
        place="Wojewódzki Urząd Pracy w Krakowie, sala 4",
        topics=("Statut i rejestracja", "Księgowość małego podmiotu", "Pierwszy klient"),
        misses=misses_of(crowd),
    )
    write_cards(project, crowd, people=60)
