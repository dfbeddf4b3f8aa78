"""Partnerstwo from the first application on: one round for people at risk, one for those from their surroundings."""

from datetime import date, timedelta
from random import Random

from activities.models import InstitutionSupport
from activities.vocabulary import SupportDetail, SupportKind
from participants.models import Institution, Outcome
from participants.vocabulary import Answer, InstitutionKind, OutcomeKind, ParticipantKind, ProgressSign
from recruitment.vocabulary import RuleCode

from . import recruiting as r
from .follow_up import follow_up, left_behind
from .meetings import gather_series, put_in_hours
from .partnerstwo import SURROUNDINGS_WORKSHOPS
from .paths import plan_paths
from .people import Crowd
from .places import KOWAL, WLOCLAWEK
from .recruiting import Recruitment, joined_between
from .rows import put, rewrite
from .scans import keep_files

BLOCK = 3
INSTITUTIONS = [  # name, NIP (right in form, of textbooks), kind
    ("Stowarzyszenie Przykładowe Sąsiedztwo", "1234563247", InstitutionKind.SOCIAL_ECONOMY),
    ("Spółdzielnia Socjalna „Przykład”", "1234563253", InstitutionKind.SOCIAL_ECONOMY),
]
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
    _delegate(project)
    _recruit(project, crowd, team)
    gather_series(project)
    put_in_hours(project)
    _move_one_workshop(project)
    plan_paths(project, joined_between(project, project.starts_on, project.ends_on))
    _achieve(project)
    keep_files(project, team.social_worker, people=14)
    follow_up(project, left_behind(project)[:5], team, until=date(2020, 12, 31))


def _move_one_workshop(project):
    """The last workshop for the surroundings was to be a day earlier; the number of workshops is the document's."""
    last = project.forms_of_support.get(name="Warsztaty dla osób z otoczenia").groups.get().sessions.last()
    last.moved_from = last.held_on - timedelta(days=1)
    last.save()


def _achieve(project):
    """What came of it for some; the document counts meetings, not outcomes."""
    at_risk = list(project.participations.filter(is_surroundings=False).order_by("pk")[:9])
    put([_outcome(one, n) for n, one in enumerate(at_risk) if n % 3 != 2])


def _outcome(participation, n):
    if n % 2:
        day = participation.left_on + timedelta(days=9)
        said = {
            "kind": OutcomeKind.JOB_SEARCH,
            "evidence": f"wydruk z urzędu pracy z {day:%d.%m.%Y}",
            "is_registered": True,
        }
    else:
        day = participation.left_on
        said = {
            "kind": OutcomeKind.SOCIAL_PROGRESS,
            "title": "chce współtworzyć spółdzielnię socjalną",
            "evidence": f"opinia doradczyni z {day:%d.%m.%Y}",
            "progress_sign": ProgressSign.MOTIVATION,
        }
    return Outcome(participation=participation, obtained_on=day, **said)


def _delegate(project):
    """Those from the surroundings who work are sent by two made-up organisations; the document names none."""
    working = list(project.participations.filter(is_surroundings=True, labour_status="employed").order_by("pk"))
    institutions = [_institution(project, n, *told) for n, told in enumerate(INSTITUTIONS, 1)]
    for n, one in enumerate(working):
        sender = institutions[n % len(institutions)]
        one.participant_kind, one.delegated_by, one.employer = ParticipantKind.EMPLOYEE, sender, sender.name
    rewrite(working, ["participant_kind", "delegated_by", "employer"])


def _institution(project, n, name, nip, kind):
    institution = Institution.objects.create(
        project=project,
        name=name,
        nip=nip,
        kind=kind,
        phone=f"54 000 00 0{n}",
        email=f"biuro{n}@organizacja.example",
        entered_on=project.starts_on,
        left_on=project.ends_on,
        delegates_employees=Answer.YES,
        **WLOCLAWEK.address(Random(n)),
    )
    InstitutionSupport.objects.create(
        institution=institution,
        kind=SupportKind.ACTIVE_INTEGRATION,
        detail=SupportDetail.EDUCATIONAL,
        started_on=SURROUNDINGS_WORKSHOPS[0],
        ended_on=SURROUNDINGS_WORKSHOPS[-1],
    )
    return institution


def _recruit(project, crowd, team):
    at_risk, nearby = project.target_groups.order_by("is_surroundings")
    people = {is_near: _who_came(project, is_near) for is_near in (False, True)}
    recruitment = Recruitment(project, crowd, WLOCLAWEK, team.coordinator, elsewhere=KOWAL, target_group=at_risk)
    recruitment.quotas(r.quota(RuleCode.SURROUNDINGS, at_least=13, **{"is": False}))
    recruitment.hold(AT_RISK, people[False])
    recruitment.target_group, recruitment.facts = nearby, {"is_surroundings": True}
    recruitment.hold(NEARBY, people[True])
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
    rewrite(rows, ["main_candidate"])
