"""Social and employment effectiveness (2014–2020, PI 9i): who is measured, who succeeded, who is still awaited, who is left out.

Rules: domain notes section 5; the version, the groups and the settings are those of the agreement (``EffectivenessRules``). Each
part of a measure is a definition made of words, so that it is counted, opened and explained like any figure.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from math import ceil

from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participants.effectiveness import Group, Measure, Special, decisive
from participants.vocabulary import EFFECTIVENESS_WINDOW_DAYS

from .definitions import Definition, percent_of
from .models import EffectivenessRules, EffectivenessThreshold, Kind
from .words import effectiveness as words
from .words import spell

PREFIX = "efektywnosc"
SOURCE = gettext_lazy("umowa o dofinansowanie; wytyczne w sprawie celu tematycznego 9")


class Part(StrEnum):
    """Whom a measure counts. Numerator is part of the denominator; nobody is in two of denominator, pending and excluded."""

    NUMERATOR = "numerator"
    DENOMINATOR = "denominator"
    PENDING = "pending"
    EXCLUDED = "excluded"


# part → what stands at the end of its key, what its people are called
PARTS = {
    Part.NUMERATOR: ("", gettext_lazy("osoby, które ją osiągnęły")),
    Part.DENOMINATOR: ("-mianownik", gettext_lazy("osoby mierzone")),
    Part.PENDING: ("-czeka", gettext_lazy("osoby, na które miara jeszcze czeka")),
    Part.EXCLUDED: ("-wylaczone", gettext_lazy("osoby wyłączone z miary")),
}
SEVERE = gettext_lazy("osoby o znacznym stopniu niepełnosprawności, z niepełnosprawnością intelektualną lub sprzężoną")


@dataclass(frozen=True)
class Effectiveness:
    """One measure for one group. The parts are numbers of people; ``figures`` gives each with women and men.

    ``percent`` is None for nobody measured; ``is_met`` compares exactly, not after rounding.
    """

    threshold: EffectivenessThreshold
    numerator: int
    denominator: int
    pending: int = 0
    excluded: int = 0
    figures: dict = field(default_factory=dict)

    @property
    def percent(self):
        return percent_of(self.numerator, self.denominator)

    @property
    def is_met(self):
        """Compared exactly, not after rounding; None while nobody is measured."""
        return self.numerator * 100 >= self.threshold.percent * self.denominator if self.denominator else None

    @property
    def degree(self):
        """The degree of achieving the target: what was achieved in per cent of the threshold, two decimals, not capped.

        None while nobody is measured, and for a threshold of 0.
        """
        return percent_of(self.numerator * 100, self.threshold.percent * self.denominator)

    @property
    def target(self):
        """How many people the threshold makes of those measured, rounded up to a whole person."""
        return self._people(self.denominator)

    @property
    def needed(self):
        """How many more of those measured would have to succeed; 0 where the threshold is met."""
        return max(self.target - self.numerator, 0)

    @property
    def needed_of_pending(self):
        """How many of the pending must succeed for the threshold to be met once all their windows have closed."""
        return max(self._people(self.denominator + self.pending) - self.numerator, 0)

    @property
    def is_lost(self):
        """Not even the success of all the pending would meet the threshold."""
        return self.needed_of_pending > self.pending

    @property
    def rest(self):
        """Those measured who did not succeed."""
        return self.denominator - self.numerator

    @cached_property
    def name(self):
        """The measure and the group: "efektywność zatrudnieniowa, pozostałe osoby"."""
        return f"{name_of(self.threshold)}, {group_of(self.threshold)}"

    @property
    def key(self):
        return key_of(self.threshold)

    @cached_property
    def rows(self):
        """The parts in order, each with its key, its name and its figure: what a table of the measure shows."""
        return [
            (part, key_of(self.threshold, part), label, self.figures[part]) for part, (_end, label) in PARTS.items()
        ]

    def _people(self, measured):
        return ceil(Decimal(self.threshold.percent) * measured / 100)


def thresholds_of(projects):
    """The thresholds of the projects in their order, each with the rules of its project: one query."""
    return EffectivenessThreshold.objects.filter(project__in=projects).select_related("project__effectiveness_rules")


def name_of(threshold):
    """What the measure is called; employment inside the joint measure is a part of it."""
    name = threshold.get_measure_display()
    return _("w tym %(name)s") % {"name": name} if _is_inside(threshold) else name


def _is_inside(threshold):
    return threshold.measure == Measure.EMPLOYMENT and threshold.terms.is_joint


def group_of(threshold):
    """What the group is called in this agreement."""
    if threshold.group == Group.DISABLED and threshold.terms.special == Special.SEVERE:
        return str(SEVERE)
    return threshold.get_group_display()


# --- the parts as definitions


def key_of(threshold, part=Part.NUMERATOR):
    """What names the part in addresses: ``efektywnosc-employment-others``, ``efektywnosc-social-all-czeka``."""
    return f"{PREFIX}-{threshold.measure}-{threshold.group}{PARTS[part][0]}"


def definition_of(threshold, part=Part.NUMERATOR):
    """The people of one part of the measure, as a definition made of words; it opens like any figure."""
    of, people = f"{name_of(threshold)}, {group_of(threshold)}", PARTS[part][1]
    return Definition(
        key=key_of(threshold, part),
        name=capfirst(_("%(measure)s – %(people)s") % {"measure": of, "people": people}),
        kind=Kind.RESULT,
        words=tuple(sorted(words_of(threshold, part), key=lambda word: word.stage)),
        section=name_of(threshold),
        short=str(people),
        source=SOURCE,
        window_days=EFFECTIVENESS_WINDOW_DAYS,
    )


def words_of(threshold, part):
    """The words of one part: who ended and had the service of the measure, and then what tells the parts from one another."""
    measure, terms = threshold.measure, threshold.terms
    common = [
        spell("complete"),
        words.ended(measure, terms),
        words.in_group(threshold.group, terms),
        words.served(measure, terms),
        spell("at_risk") if terms.only_at_risk else None,
    ]
    own = {
        Part.NUMERATOR: _reached,
        Part.DENOMINATOR: _measured,
        Part.PENDING: _pending,
        Part.EXCLUDED: _excluded,
    }[part](measure, terms)
    return [word for word in [*common, *own] if word]


def _reached(measure, terms):
    return [words.not_excluded(measure, terms), words.succeeded(measure)]


def _waits(measure, terms):
    """Whether the measure leaves out those whose window is open; the social one does where the agreement says so."""
    return measure != Measure.SOCIAL or terms.is_joint or terms.social_waits


def _measured(measure, terms):
    waits = words.decided(decisive(measure, terms)) if _waits(measure, terms) else None
    return [words.not_excluded(measure, terms), waits]


def _pending(measure, terms):
    if not _waits(measure, terms):
        return [words.never]
    without = words.without_success(decisive(measure, terms))
    return [words.not_excluded(measure, terms), without, words.window_open]


def _excluded(measure, terms):
    return [words.excluded(measure, terms)]


def definitions_of(threshold):
    """All parts of the measure: {part: definition}."""
    return {part: definition_of(threshold, part) for part in Part}


def definition_by_key(project, key):
    """The part of a measure of the project that the key names, or None."""
    for threshold in thresholds_of([project]):
        for part in Part:
            if key == key_of(threshold, part):
                return definition_of(threshold, part)
    return None


# --- counting


def conditions(thresholds):
    """The named conditions, their days open, that ``queries.compute`` counts along with the indicators.

    Thresholds that are measured alike share their conditions, whosever they are.
    """
    found = {}
    for threshold in thresholds:
        for part in Part:
            name = _name(threshold, part)
            if name not in found:
                found[name] = _condition(threshold, part)
    return found


def _condition(threshold, part):
    condition = Q()
    for word in words_of(threshold, part):
        condition &= word.condition
    return condition


def read(thresholds, counted):
    """The measures from what ``queries.compute`` counted."""
    return [_measure(threshold, counted) for threshold in thresholds]


def _measure(threshold, counted):
    figures = {part: counted[_name(threshold, part)] for part in Part}
    return Effectiveness(threshold, *(figures[part].total for part in Part), figures)


def _name(threshold, part):
    return part, threshold.measure, threshold.group, threshold.terms


__all__ = [
    "Effectiveness",
    "EffectivenessRules",
    "EffectivenessThreshold",
    "Part",
    "conditions",
    "definition_by_key",
    "definition_of",
    "definitions_of",
    "read",
    "thresholds_of",
]
