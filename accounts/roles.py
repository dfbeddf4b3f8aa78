"""The policy on one page: a role, a sentence that says what it is for, and what it may do in its project."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from .permissions import Permission as P


class Role(models.TextChoices):
    ADMIN = "admin", _("administrator")
    COORDINATOR = "coordinator", _("koordynator")
    SOCIAL_WORKER = "social_worker", _("pracownik socjalny")
    CONTROLLER = "controller", _("kontroler")


@dataclass(frozen=True)
class Policy:
    """What a role is for, and the permissions that it carries inside one project."""

    sentence: str
    permissions: frozenset[P]


READS = frozenset(
    {
        P.PROJECT_VIEW,
        P.PARTICIPANTS_VIEW,
        P.RECRUITMENT_VIEW,
        P.ACTIVITIES_VIEW,
        P.ALLOWANCES_VIEW,
        P.INDICATORS_VIEW,
        P.REPORT_EXPORT,
    }
)
RECORDS = READS | {P.PARTICIPANTS_EDIT, P.RECRUITMENT_EDIT, P.ACTIVITIES_EDIT, P.ATTENDANCE_EDIT}
ANSWERS = RECORDS | {
    P.PROJECT_EDIT,
    P.RECRUITMENT_DECIDE,
    P.PARTICIPANTS_MERGE,
    P.PARTICIPANTS_IMPORT,
    P.PARTICIPANTS_EXPORT,
    P.ALLOWANCES_EDIT,
    P.TARGETS_EDIT,
    P.REGISTER_EDIT,
    P.REPORT_SUBMIT,
}

POLICIES = {
    Role.ADMIN: Policy(
        _(
            "Prowadzi projekt i rozliczenia: wszystko, co koordynator, a także zespół i przekazywanie danych instytucji."
        ),
        ANSWERS | {P.TEAM_EDIT, P.PARTICIPANTS_REPORT, P.PROJECT_CREATE},
    ),
    Role.COORDINATOR: Policy(
        _(
            "Odpowiada za wskaźniki: dane projektu, cele, nabór, osoby, zajęcia, pliki instytucji, sprawozdania i wnioski o płatność."
        ),
        ANSWERS,
    ),
    Role.SOCIAL_WORKER: Policy(_("Spotyka ludzi: zapisuje kandydatów, osoby, zajęcia i obecność."), RECORDS),
    Role.CONTROLLER: Policy(_("Sprawdza: czyta wszystko, niczego nie zmienia."), READS | {P.PARTICIPANTS_EXPORT}),
}


def permissions_of(role):
    """The set of permissions that a role carries inside its project; empty for no role."""
    policy = POLICIES.get(role)
    return policy.permissions if policy else frozenset()
