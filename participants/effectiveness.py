"""Social and employment effectiveness: whom an agreement asks about and what satisfies it, as conditions on participations.

One place for the measures, which come later in the street, and for the radar of deadlines, so that both ask the same people.
Rules: domain notes section 5. ``on`` is a day, or a day still open (``indicators.definitions.Day``).
"""

from dataclasses import dataclass

from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from .vocabulary import EXITS_FOR_EFFECTIVENESS, IN_CARE, SEVERE_KINDS, Answer, DisabilityDegree, ExitReason

ADULT_FROM = 18


class Measure(TextChoices):
    """What is measured; the joint one is satisfied either way, and a person counts in it once."""

    SOCIAL = "social", _("efektywność społeczna")
    EMPLOYMENT = "employment", _("efektywność zatrudnieniowa")
    JOINT = "joint", _("efektywność społeczno-zatrudnieniowa")


class Group(TextChoices):
    """People with disabilities (all, or the severe ones: ``Special``), everybody else, or all of them."""

    DISABLED = "disabled", _("osoby z niepełnosprawnościami")
    OTHERS = "others", _("pozostałe osoby")
    ALL = "all", _("wszystkie osoby")


class Special(TextChoices):
    """Who has thresholds of her own."""

    DISABLED = "disabled", _("wszystkie osoby z niepełnosprawnościami")
    SEVERE = "severe", _("znaczny stopień, niepełnosprawność intelektualna lub sprzężona")


@dataclass(frozen=True)
class Terms:
    """What an agreement says of the way of measuring. ``is_joint``: one measure, employment a part of it with the same denominator.

    The exclusions and ``social_waits`` (who has made no progress yet stays outside while her window is open) are settings,
    because the sources are silent or doubtful on them.
    """

    is_joint: bool = False
    special: str = Special.DISABLED
    only_at_risk: bool = False
    excludes_school: bool = True
    excludes_minors: bool = False
    excludes_homeless: bool = False
    excludes_in_care: bool = False
    social_waits: bool = False

    @property
    def is_severe(self):
        """Whether the special group is that of severe disabilities alone."""
        return self.special == Special.SEVERE


RULES = "project__effectiveness_rules__"


class OnRecord:
    """The same terms as conditions on each person's own agreement (indicators.EffectivenessRules), for people of many projects."""

    is_joint = Q(**{f"{RULES}version": "joint"})
    is_severe = Q(**{f"{RULES}special": Special.SEVERE})
    only_at_risk = Q(**{f"{RULES}only_at_risk": True})
    excludes_school = Q(**{f"{RULES}excludes_school": True})
    excludes_minors = Q(**{f"{RULES}excludes_minors": True})
    excludes_homeless = Q(**{f"{RULES}excludes_homeless": True})
    excludes_in_care = Q(**{f"{RULES}excludes_in_care": True})


NOBODY = Q(left_on__isnull=True)  # among those who have left
DISABLED = Q(disability=Answer.YES)
SEVERE = Q(disability_degree=DisabilityDegree.SEVERE) | Q(disability_kind__in=SEVERE_KINDS)


def where(said, condition):
    """The condition where the agreement says so; nobody where it does not. ``said`` is a truth, or a condition itself."""
    return said & condition if isinstance(said, Q) else condition if said else NOBODY


def unless(said, condition):
    """The condition, except where the agreement says so: then everybody. ``said`` as in ``where``."""
    return said | condition if isinstance(said, Q) else Q() if said else condition


def any_of(conditions):
    """The condition that one of these holds; for none of them, one that nobody who has left meets."""
    whole = Q()
    for condition in conditions:
        if condition is not NOBODY:
            whole |= condition
    return whole or NOBODY


def in_group(group, terms):
    """The condition that the person belongs to the group."""
    special = DISABLED & unless(_not(terms.is_severe), SEVERE)
    return {Group.ALL: Q(), Group.DISABLED: special, Group.OTHERS: ~special}[group]


def _not(said):
    return ~said if isinstance(said, Q) else not said


def exits(measure, terms):
    """The ways of leaving that the measure asks about: by the path, and for employment also solely because of a job."""
    is_social = measure == Measure.SOCIAL and not terms.is_joint
    return (ExitReason.COMPLETED,) if is_social else EXITS_FOR_EFFECTIVENESS


def ended(measure, terms, on):
    """The condition that the person ended participation in such a way by the day."""
    return Q(left_on__lte=on, exit_reason__in=exits(measure, terms))


def served(measure, terms, on):
    """The condition that she had the service of the measure's character; the joint measure asks for none."""
    column = "vocational_support_on" if measure == Measure.EMPLOYMENT else "social_support_on"
    return Q() if measure == Measure.JOINT else unless(terms.is_joint, Q(**{f"{column}__lte": on}))


def at_risk(terms):
    """The condition that she has a documented premise, where the agreement measures such people only."""
    return unless(_not(terms.only_at_risk), Q(has_premise=True))


def exclusions(measure, terms, on):
    """Who is left out of the measure altogether: {name: condition}; empty for the social one, which leaves out nobody."""
    if measure == Measure.SOCIAL:
        return {}
    found = {
        "project_business": Q(project_business_on__lte=on),
        "school": where(terms.excludes_school, Q(school_on__lte=on)),
        "minor": where(terms.excludes_minors, Q(age_at_entry__lt=ADULT_FROM)),
        "homeless": where(terms.excludes_homeless, Q(homeless=Answer.YES)),
        "in_care": where(
            terms.excludes_in_care, any_of(Q(**{f"premise_kinds__{kind}__isnull": False}) for kind in IN_CARE)
        ),  # not "= yes": of a kind that is not on record that is unknown, and so is its contrary
    }
    return {name: condition for name, condition in found.items() if condition is not NOBODY}


def excluded(measure, terms, on):
    """The condition that some exclusion holds."""
    return any_of(exclusions(measure, terms, on).values())


def success(measure, on):
    """The condition that the measure is satisfied: the proof came within the window, by the day."""
    job, progress = Q(effective_job_on__lte=on), Q(effective_progress_on__lte=on)
    return {Measure.EMPLOYMENT: job, Measure.SOCIAL: progress, Measure.JOINT: job | progress}[measure]


def decisive(measure, terms):
    """The measure whose success brings a person into the denominator before her window closes."""
    return Measure.JOINT if terms.is_joint else measure


def lacking(measure, on):
    """The condition that a proof of a job (EMPLOYMENT) or of progress (SOCIAL) is still asked for by the person's agreement.

    Either of them serves the joint measure. The groups that have a threshold are kept with the rules by the database.
    """
    return Q(left_on__lte=on) & any_of(_lacking(asked, on) for asked in (measure, Measure.JOINT))


def _lacking(measure, on):
    groups = any_of(Q(**{f"{RULES}asked__contains": [f"{measure}:{g}"]}) & in_group(g, OnRecord) for g in Group)
    whole = groups & _ended_on_record(measure) & served(measure, OnRecord, on) & at_risk(OnRecord)
    return whole & ~excluded(measure, OnRecord, on) & ~success(measure, on)


def _ended_on_record(measure):
    if measure == Measure.SOCIAL:
        return Q(exit_reason=ExitReason.COMPLETED)
    return Q(exit_reason__in=EXITS_FOR_EFFECTIVENESS)
