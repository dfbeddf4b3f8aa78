"""Words of social and employment effectiveness: who is measured, who is left out, and what satisfies the measure.

The conditions are those of ``participants.effectiveness``, which the radar asks too.
"""

from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from participants import effectiveness as rules
from participants.effectiveness import Group, Measure, Special
from participants.jobs import shortfalls
from participants.vocabulary import EFFECTIVENESS_WINDOW_DAYS, IN_CARE, Answer, OutcomeKind
from projects.templatetags.polish import zl

from ..definitions import DAY, Day, Stage, Word
from .facts import NONE, day, leaving, shown
from .way import ended_for_effectiveness, finished

WINDOW_START = Day(moved=-EFFECTIVENESS_WINDOW_DAYS)
PROOF = _("Potwierdzenie do 90. dnia")
KINDS = {
    Measure.EMPLOYMENT: (OutcomeKind.EMPLOYMENT,),
    Measure.SOCIAL: (OutcomeKind.SOCIAL_PROGRESS,),
    Measure.JOINT: (OutcomeKind.EMPLOYMENT, OutcomeKind.SOCIAL_PROGRESS),
}
SUCCESS = {
    Measure.EMPLOYMENT: _("pracę, która spełnia kryterium, potwierdzono najpóźniej 90. dnia po zakończeniu"),
    Measure.SOCIAL: _("postęp społeczny potwierdzono najpóźniej 90. dnia po zakończeniu"),
    Measure.JOINT: _("pracę, która spełnia kryterium, lub postęp społeczny potwierdzono najpóźniej 90. dnia"),
}
NO_SUCCESS = {
    Measure.EMPLOYMENT: _("nie ma jeszcze pracy, która spełnia kryterium"),
    Measure.SOCIAL: _("nie ma jeszcze potwierdzonego postępu społecznego"),
    Measure.JOINT: _("nie ma jeszcze pracy, która spełnia kryterium, ani postępu społecznego"),
}
DECIDED = {
    Measure.EMPLOYMENT: _("ma pracę, która spełnia kryterium, albo 90 dni już minęło"),
    Measure.SOCIAL: _("zrobiła postęp społeczny albo 90 dni już minęło"),
    Measure.JOINT: _("ma pracę lub postęp społeczny albo 90 dni już minęło"),
}
SPECIAL = {
    Special.DISABLED: (_("jest osobą z niepełnosprawnościami"), _("nie jest osobą z niepełnosprawnościami")),
    Special.SEVERE: (
        _("ma znaczny stopień niepełnosprawności, niepełnosprawność intelektualną lub sprzężoną"),
        _("nie ma znacznego stopnia niepełnosprawności, niepełnosprawności intelektualnej ani sprzężonej"),
    ),
}
SERVED = {
    Measure.EMPLOYMENT: (
        _("rozpoczęła wsparcie o charakterze zawodowym nie później niż {day}"),
        "vocational_support_on",
        _("Wsparcie zawodowe od"),
    ),
    Measure.SOCIAL: (
        _("rozpoczęła wsparcie o charakterze społecznym nie później niż {day}"),
        "social_support_on",
        _("Wsparcie społeczne od"),
    ),
}
# why somebody is left out, and what the fact on record says of it
EXCLUSIONS = {
    "project_business": (
        _("działalność założona za środki projektu"),
        lambda p: day(p.project_business_on) if p.project_business_on else "",
    ),
    "school": (_("nauka w formie szkolnej"), lambda p: day(p.school_on) if p.school_on else ""),
    "minor": (
        _("w dniu przystąpienia nie miała 18 lat"),
        lambda p: str(p.age_at_entry) if p.age_at_entry is not None and p.age_at_entry < rules.ADULT_FROM else "",
    ),
    "homeless": (_("osoba bezdomna"), lambda p: gettext("tak") if p.homeless == Answer.YES else ""),
    "in_care": (
        _("zakład karny, piecza zastępcza lub ośrodek dla nieletnich"),
        lambda p: gettext("tak") if p.premise_kinds.keys() & set(IN_CARE) else "",
    ),
}


def ended(measure, terms):
    """She ended participation in a way that the measure asks about."""
    return finished if len(rules.exits(measure, terms)) == 1 else ended_for_effectiveness


def in_group(group, terms):
    """She belongs to the group that the threshold speaks of; None for the group of everybody."""
    if group == Group.ALL:
        return None
    phrase = SPECIAL[terms.special][group == Group.OTHERS]
    return Word(
        f"group:{group}:{terms.special}",
        phrase,
        rules.in_group(group, terms),
        Stage.STATUS,
        _("Niepełnosprawność"),
        disability,
    )


def disability(participation):
    """The answer, the degree and the kind, as far as they are on record."""
    said = [
        participation.get_disability_display(),
        participation.get_disability_degree_display(),
        participation.get_disability_kind_display(),
    ]
    return ", ".join(filter(None, said)) or NONE


def served(measure, terms):
    """She had the service of the measure's character; None for the joint measure, which asks for none."""
    if terms.is_joint or measure == Measure.JOINT:
        return None
    phrase, column, head = SERVED[measure]
    return Word(column, phrase, rules.served(measure, terms, DAY), Stage.STATUS, head, shown(column))


def excluded(measure, terms):
    """Something leaves her out of the measure."""
    names = tuple(rules.exclusions(measure, terms, DAY))
    return Word(
        f"excluded:{','.join(names)}",
        Listing(_("jest wyłączona z miary: %(why)s"), names),
        rules.excluded(measure, terms, DAY),
        Stage.STATUS,
        _("Wyłączenie"),
        why_excluded(names),
    )


def not_excluded(measure, terms):
    """Nothing leaves her out of the measure; None where nothing could."""
    names = tuple(rules.exclusions(measure, terms, DAY))
    if not names:
        return None
    return Word(
        f"not_excluded:{','.join(names)}",
        Listing(_("nic jej nie wyłącza z miary (%(why)s)"), names),
        ~rules.excluded(measure, terms, DAY),
        Stage.STATUS,
        _("Wyłączenie"),
        why_excluded(names),
    )


class Listing:
    """A sentence with the names of the exclusions put in when it is read, in the language of that moment."""

    def __init__(self, phrase, names):
        self.phrase, self.names = phrase, names

    def __str__(self):
        why = "; ".join(str(EXCLUSIONS[name][0]) for name in self.names) or gettext("tej miary nic nie wyłącza")
        return str(self.phrase) % {"why": why}


def why_excluded(names):
    """What leaves a person out, with the day or answer on record."""

    def fact(participation):
        found = [(EXCLUSIONS[name][0], EXCLUSIONS[name][1](participation)) for name in names]
        return "; ".join(f"{what} ({said})" for what, said in found if said) or gettext("nic nie wyłącza")

    return fact


def succeeded(measure):
    """The measure is satisfied by a proof within the window."""
    return Word(
        f"effective:{measure}",
        SUCCESS[measure],
        rules.success(measure, DAY),
        Stage.PROOF,
        PROOF,
        what_counts(measure),
        proofs=KINDS[measure],
        why_not=what_lacks(measure),
    )


def decided(measure):
    """It is known how she stands: the measure is satisfied, or the window has passed."""
    return Word(
        f"decided:{measure}",
        DECIDED[measure],
        rules.success(measure, DAY) | Q(left_on__lt=WINDOW_START),
        Stage.PROOF,
        PROOF,
        what_counts(measure),
        proofs=KINDS[measure],
        why_not=what_lacks(measure),
    )


def without_success(measure):
    """Nothing satisfies the measure yet."""
    return Word(
        f"no_effect:{measure}",
        NO_SUCCESS[measure],
        ~rules.success(measure, DAY),
        Stage.STATUS,
        PROOF,
        what_lacks(measure),
    )


window_open = Word(
    "effectiveness_window_open",
    _("90 dni od zakończenia jeszcze nie minęło"),
    Q(left_on__gte=WINDOW_START),
    Stage.EXIT,
    _("Zakończenie"),
    leaving,
)
never = Word(
    "nobody",
    _("ta miara na nikogo nie czeka i nikogo nie wyłącza"),
    rules.NOBODY,
    Stage.EXIT,
    _("Zakończenie"),
    leaving,
)


# --- what stands under the words for one person


def of_measure(participation, measure):
    """The jobs or progress on record of a person, those that the measure asks for."""
    return [outcome for outcome in participation.outcomes.all() if outcome.kind in KINDS[measure]]


def what_counts(measure):
    """The jobs or progress that satisfy the measure; where none does, the last day of the window."""

    def fact(participation):
        found = [o for o in of_measure(participation, measure) if not shortfalls(o, participation)]
        return "; ".join(described(outcome) for outcome in found) or until(participation)

    return fact


def what_lacks(measure):
    """Each job or progress that does not satisfy the measure, with what it lacks; that there is none, where there is none."""

    def fact(participation):
        found = [(o, shortfalls(o, participation)) for o in of_measure(participation, measure)]
        told = [f"{described(outcome)}: {', '.join(lacking)}" for outcome, lacking in found if lacking]
        return "; ".join(told) or ("" if found else gettext("nie zapisano żadnego dowodu"))

    return fact


def described(outcome):
    """A job or progress in a few words: "praca 10.07.2020, umowa o pracę, 0,5 etatu"."""
    parts = [f"{outcome.get_kind_display()} {day(outcome.obtained_on)}", outcome.get_contract_kind_display()]
    parts += [outcome.get_progress_sign_display(), zl(outcome.contract_value) if outcome.contract_value else ""]
    return ", ".join(filter(None, [*parts, outcome.evidence]))


def until(participation):
    """The last day of the window."""
    if not participation.left_on:
        return gettext("udział trwa")
    return gettext("termin do %(day)s") % {
        "day": day(participation.left_on + timedelta(days=EFFECTIVENESS_WINDOW_DAYS))
    }
