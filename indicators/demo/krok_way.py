"""Krok do siebie from the authority's file to the deadlines of this week."""

from datetime import time, timedelta

from django.utils import timezone

from activities.models import Group
from activities.vocabulary import AllowanceKind, AllowanceUnit, SupportKind
from participants.actions import enrol
from participants.models import Outcome, Premise
from participants.vocabulary import ContractKind, OutcomeKind, PremiseKind
from recruitment.vocabulary import RuleCode

from . import krok
from . import recruiting as r
from .follow_up import came_back, follow_up, left_behind
from .giving import issue_certificates, pay_for_presence, pay_interns, send_to_internships, set_rates
from .krok_people import rows, working
from .meetings import clash_with, hold_weekly, misses_of, write_cards
from .paths import plan_paths
from .people import Crowd
from .places import KATOWICE, PRZYKLADOWO
from .recruiting import Recruitment, joined_between
from .rows import enrolments_of, put, rewrite
from .scans import keep_files

BLOCK = 9
FROM_FILE = "z pliku"  # how the names of the groups begin that an import makes
CRITERIA = (
    r.ADULT,
    r.formal(RuleCode.COUNTY, values=["przykładowski"]),
    r.AT_RISK_AT_ALL,
    r.ALL_DOCUMENTS,
    r.WOMAN,
    r.MANY_PREMISES,
    r.DISABLED,
    r.LONG_TERM,
)
ROUNDS = [  # days from today: opens, closes, sits, and the first and last entry of those who joined
    ("nabór I", -390, -370, -362, (-340, -300)),
    ("nabór II", -280, -262, -255, (-240, -200)),
    ("nabór III", -100, -82, -75, (-70, -40)),
]
OPEN_ROUND = "nabór IV"
RATES = {  # seen in a project of 2025 (domain notes, section 6)
    AllowanceKind.TRAINING: (AllowanceUnit.HOUR, "13.29", "3.88"),
    AllowanceKind.INTERNSHIP: (AllowanceUnit.MONTH, "1994.40", "582.17"),
    AllowanceKind.TRAVEL: (AllowanceUnit.DAY, "9.60", "0"),
    AllowanceKind.CARE: (AllowanceUnit.HOUR, "22.00", "0"),
}
PREMISES = [PremiseKind.POVERTY, PremiseKind.LONG_TERM_UNEMPLOYED, PremiseKind.FOOD_AID, PremiseKind.INACTIVE]


REMARKS = (
    "Proszę wyjaśnić, dlaczego jedna z osób wykazanych jako bezrobotne nie figuruje w rejestrze urzędu pracy, "
    "i uzupełnić dowody kwalifikacji dwóch osób."
)


def furnish(project, team):
    """Brings the people in with the authority's file, and gives them the rest of the way."""
    crowd, today = Crowd(BLOCK), timezone.localdate()
    team.authority.bring(project=project, by=team.coordinator, rows=rows(crowd, today))
    _settle(project, today)
    _recruit(project, crowd, team, today)
    _meet(project, crowd, today)
    _give(project)
    plan_paths(project, joined_between(project, project.starts_on, project.ends_on))
    _achieve(project)
    keep_files(project, team.social_worker, people=26)
    follow_up(project, left_behind(project)[:10], team, until=today)
    came_back(project.participations.filter(left_on=None).order_by("pk").first(), team.coordinator)
    team.authority.compare(project=project, by=team.coordinator)
    _record_twice(project, team)
    team.authority.settle(project=project, by=team.coordinator, applications=_applications(project, today))


def _applications(project, today):
    """The first came back three weeks ago with remarks; the period of the second still runs."""
    until = today - timedelta(days=75)
    first = {"number": "WNP-001", "since": project.starts_on, "until": until}
    answer = {"submitted_on": today - timedelta(days=60), "answered_on": today - timedelta(days=21), "remarks": REMARKS}
    second = {"since": until + timedelta(days=1), "until": today + timedelta(days=15)}
    return [first | answer, {"number": "WNP-002"} | second]


def _settle(project, today):
    """What the file does not say: premises with their documents, groups, and which supports are over."""
    people = list(project.participations.order_by("pk"))
    put(
        [
            Premise(
                participation=one,
                kind=PREMISES[n % len(PREMISES)],
                document=f"zaświadczenie OPS z {one.entered_on:%d.%m.%Y}" if n % 8 != 7 else "",
            )
            for n, one in enumerate(people)
        ]
    )
    enrolments, groups = enrolments_of(project), _groups(project)
    for n, one in enumerate(enrolments):
        own = groups[one.group.form_of_support_id]
        one.group = own[n % len(own)]
        if left_on := one.participation.left_on:
            one.ended_on, one.is_finished = max(one.started_on, left_on - timedelta(days=7)), True
    rewrite(enrolments, ["group", "ended_on", "is_finished"])
    Group.objects.filter(form_of_support__project=project, name__startswith=FROM_FILE).delete()


def _groups(project):
    """Form of support → its own groups; those that the import made are not."""
    found = {}
    own = Group.objects.filter(form_of_support__project=project).exclude(name__startswith=FROM_FILE)
    for group in own.order_by("pk"):
        found.setdefault(group.form_of_support_id, []).append(group)
    return found


def _recruit(project, crowd, team, today):
    group = project.target_groups.get()
    no = dict.fromkeys(("foreign_origin", "third_country"), "no")
    facts = {"other_disadvantage": "", "education": "isced_0_2", **no}
    recruitment = Recruitment(
        project, crowd, PRZYKLADOWO, team.coordinator, elsewhere=KATOWICE, target_group=group, facts=facts
    )
    recruitment.quotas(
        r.quota(RuleCode.SEX, percent=60, values=["K"]), r.quota(RuleCode.DISABILITY, at_least=9, values=[])
    )

    def day(n):
        return working(today + timedelta(days=n))

    for name, opens, closes, sits, (first, last) in ROUNDS:
        call = r.Call(
            name, day(opens), day(closes), CRITERIA, day(sits), rejected=("nie mieszka w powiecie przykładowskim",)
        )
        recruitment.hold(call, joined_between(project, today + timedelta(days=first), today + timedelta(days=last)))
    waits = {"held_on": None, "places": 10, "reserve": 0, "withdraws": False, "waiting": 8}
    recruitment.hold(r.Call(OPEN_ROUND, day(-20), day(12), CRITERIA, last_application=day(-1), **waits))


def _meet(project, crowd, today):
    """Two groups that meet since six weeks and for six more; this week they have one room at the same time."""
    monday = today - timedelta(days=today.weekday())
    first = monday - timedelta(weeks=6)
    one, two = Group.objects.filter(form_of_support__project=project, form_of_support__name=krok.SKILLS).order_by("pk")
    details = {"place": "sala warsztatowa", "until": today - timedelta(days=1)}
    for group, weekday, misses in ((one, 1, misses_of(crowd, weak=3)), (two, 3, misses_of(crowd, weak=1))):
        days = first + timedelta(days=weekday)
        sessions = hold_weekly(group, days, 12, time(9), 3, misses=misses, **details)
    clash_with(sessions[6], one, "Zajęcia w terenie: zbiórka w sali")
    write_cards(project, crowd)


def _give(project):
    rates = set_rates(project, project.starts_on, **RATES)
    pay_interns(send_to_internships(project, 4), rates[AllowanceKind.INTERNSHIP])
    pay_for_presence(project, rates[AllowanceKind.TRAVEL])
    issue_certificates(project, SupportKind.TRAINING, 9)


def _achieve(project):
    """Results of the second wave that came with a document; some still wait, and for some it is late."""
    left = list(project.participations.filter(left_on__isnull=False, outcomes=None).order_by("left_on", "pk"))
    put([_outcome(one, n) for n, one in enumerate(left) if n % 2 == 0])


def _outcome(participation, n):
    day = participation.left_on
    if n % 4:
        said = {
            "kind": OutcomeKind.EMPLOYMENT,
            "title": "pomoc kuchenna",
            "evidence": f"umowa o pracę z {day:%d.%m.%Y}",
            "contract_kind": ContractKind.EMPLOYMENT,
            "contract_months": 6,
            "working_time": 1,
        }
    else:
        said = {
            "kind": OutcomeKind.QUALIFICATION,
            "title": "opiekun osoby starszej",
            "evidence": "certyfikat",
            "certificate_number": f"OP/{n + 101}/{day.year}",
            "issued_by": "komisja egzaminacyjna",
            "is_validated": True,
        }
    return Outcome(participation=participation, obtained_on=day, **said)


def _record_twice(project, team):
    """Somebody recorded a second time, by hand, without the PESEL and with a slip in the name: the pages show the two side by side."""
    first = project.participations.filter(left_on=None).select_related("person").order_by("pk").last().person
    slip = first.last_name[:-1] + {"a": "ka", "i": "y"}.get(first.last_name[-1], first.last_name[-1] + "a")
    person = {
        "last_name": slip,
        "first_name": first.first_name,
        "birth_date": first.birth_date,
        "sex": first.sex,
        "phone": first.phone,
    }
    enrol(project=project, by=team.social_worker, person=person, facts={"target_group": project.target_groups.get()})
