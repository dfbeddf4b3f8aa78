"""Social and employment effectiveness: whom an agreement asks about and what satisfies it, as conditions on participations.

One place for the measures, which come later in the street, and for the radar of deadlines, so that both ask the same people.
Rules: domain notes section 5. ``on`` is a day, or a day still open (``indicators.definitions.Day``).
"""

from dataclasses import dataclass, field

from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from projects.models import Project

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


IS_SPECIAL = {
    Special.DISABLED: Q(disability=Answer.YES),
    Special.SEVERE: Q(disability=Answer.YES)
    & (Q(disability_degree=DisabilityDegree.SEVERE) | Q(disability_kind__in=SEVERE_KINDS)),
}
NOBODY = Q(left_on__isnull=True)  # among those who have left


def in_group(group, terms):
    """The condition that the person belongs to the group."""
    special = IS_SPECIAL[terms.special]
    return {Group.ALL: Q(), Group.DISABLED: special, Group.OTHERS: ~special}[group]


def exits(measure, terms):
    """The ways of leaving that the measure asks about: by the path, and for employment also solely because of a job."""
    is_social = measure == Measure.SOCIAL and not terms.is_joint
    return (ExitReason.COMPLETED,) if is_social else EXITS_FOR_EFFECTIVENESS


def ended(measure, terms, on):
    """The condition that the person ended participation in such a way by the day."""
    return Q(left_on__lte=on, exit_reason__in=exits(measure, terms))


def served(measure, terms, on):
    """The condition that she had the service of the measure's character; the joint measure asks for none."""
    if terms.is_joint:
        return Q()
    column = "vocational_support_on" if measure == Measure.EMPLOYMENT else "social_support_on"
    return Q(**{f"{column}__lte": on})


def exclusions(measure, terms, on):
    """Who is left out of the measure altogether: {name: condition}; empty for the social one, which leaves out nobody."""
    if measure == Measure.SOCIAL and not terms.is_joint:
        return {}
    found = {"project_business": Q(project_business_on__lte=on)}
    if terms.excludes_school:
        found["school"] = Q(school_on__lte=on)
    if terms.excludes_minors:
        found["minor"] = Q(age_at_entry__lt=ADULT_FROM)
    if terms.excludes_homeless:
        found["homeless"] = Q(homeless=Answer.YES)
    if terms.excludes_in_care:
        found["in_care"] = any_of(Q(**{f"premise_kinds__{kind}": Answer.YES}) for kind in IN_CARE)
    return found


def excluded(measure, terms, on):
    """The condition that some exclusion holds."""
    return any_of(exclusions(measure, terms, on).values())


def any_of(conditions):
    """The condition that one of these holds; for none of them, one that nobody who has left meets."""
    whole = Q()
    for condition in conditions:
        whole |= condition
    return whole or NOBODY


def success(measure, on):
    """The condition that the measure is satisfied: the proof came within the window, by the day."""
    job, progress = Q(effective_job_on__lte=on), Q(effective_progress_on__lte=on)
    return {Measure.EMPLOYMENT: job, Measure.SOCIAL: progress, Measure.JOINT: job | progress}[measure]


def decisive(measure, terms):
    """The measure whose success brings a person into the denominator before her window closes."""
    return Measure.JOINT if terms.is_joint else measure


# --- the radar: who is still asked for a proof


@dataclass(frozen=True)
class Agreement:
    """What one or several agreements ask alike: their projects, the terms, and the groups of each measure."""

    terms: Terms
    groups: dict = field(default_factory=dict)
    projects: tuple = ()

    def lacking(self, measure, on):
        """The condition that the agreement asks the person about the measure and she does not satisfy it yet."""
        if not self.groups.get(measure):
            return NOBODY
        asked = ended(measure, self.terms, on) & served(measure, self.terms, on)
        if self.terms.only_at_risk:
            asked &= Q(has_premise=True)
        if {Group.DISABLED, Group.OTHERS} - self.groups[measure] and Group.ALL not in self.groups[measure]:
            asked &= any_of(in_group(group, self.terms) for group in sorted(self.groups[measure]))
        if self.projects:
            asked &= Q(project__in=self.projects)
        return asked & ~excluded(measure, self.terms, on) & ~success(measure, on)


def lacking(measure, on, project=None):
    """The condition that a proof of a job (EMPLOYMENT) or of progress (SOCIAL) is still asked for; either serves the joint measure."""
    conditions = [
        agreement.lacking(asked, on) for agreement in agreements(project) for asked in (measure, Measure.JOINT)
    ]
    return any_of(condition for condition in conditions if condition is not NOBODY)


COLUMNS = (
    "pk",
    "effectiveness_thresholds__measure",
    "effectiveness_thresholds__group",
    *(f"effectiveness_rules__{name}" for name in ("version", *Terms.__dataclass_fields__) if name != "is_joint"),
)


def agreements(project=None):
    """The agreements with thresholds: the project's own, remembered as long as the object lives, or of all projects. One query."""
    if project is None:
        return _read(Project.objects.all())
    if not hasattr(project, "asked_by_agreement"):
        project.asked_by_agreement = _read(Project.objects.filter(pk=project.pk), project)
    return project.asked_by_agreement


def _read(projects, project=None):
    rows = projects.filter(effectiveness_thresholds__isnull=False).order_by("pk").values_list(*COLUMNS)
    terms, groups, alike = {}, {}, {}
    for pk, measure, group, version, *settings in rows:
        terms[pk] = terms_of(version, settings)
        groups.setdefault(pk, {}).setdefault(measure, set()).add(group)
    for pk, its in groups.items():
        key = terms[pk], tuple(sorted((measure, tuple(sorted(of))) for measure, of in its.items()))
        alike.setdefault(key, []).append(pk)
    return [Agreement(key[0], groups[pks[0]], () if project else tuple(pks)) for key, pks in alike.items()]


def terms_of(version, settings):
    """The terms of a row of rules, its settings in the order of ``Terms``; without a row (version None) the usual ones."""
    return Terms() if version is None else Terms(version == "joint", *settings)
