"""The measures of effectiveness of a project on a day, each with its sentences and with the people whom it awaits and leaves out."""

from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Prefetch
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from participants.effectiveness import any_of, decisive
from participants.models import Outcome, Participation
from participants.vocabulary import EFFECTIVENESS_WINDOW_DAYS
from projects.templatetags.polish import counted, number, percent, plural

from . import effectiveness
from .effectiveness import Effectiveness, Part
from .queries import compute
from .reasons import truth
from .words import effectiveness as words

SHOWN = 25  # people under one measure; the rest opens with the figure
LISTED = (Part.PENDING, Part.EXCLUDED)


@dataclass(frozen=True)
class Awaited:
    """Somebody whose window is still open: until when, how many days are left, and what her proofs lack so far."""

    participation: Participation
    until: object
    days_left: int
    lacking: str


@dataclass(frozen=True)
class LeftOut:
    """Somebody who is left out of the measure, and why."""

    participation: Participation
    why: str


@dataclass
class MeasureOnPage:
    """One measure with what the page says of it."""

    figures: Effectiveness
    on: object
    awaited: list = field(default_factory=list)
    left_out: list = field(default_factory=list)

    @property
    def threshold(self):
        return self.figures.threshold

    @cached_property
    def rows(self):
        """Part, key of its figure, what its people are called, the figure; the rest of those measured has no key of its own."""
        return self.figures.rows

    @property
    def awaited_more(self):
        return max(self.figures.pending - len(self.awaited), 0)

    @property
    def left_out_more(self):
        return max(self.figures.excluded - len(self.left_out), 0)

    @cached_property
    def sentences(self):
        """What the figures mean, in whole sentences."""
        return [sentence for sentence in (self._result(), self._verdict(), self._outlook()) if sentence]

    def _result(self):
        measure = self.figures
        if not measure.denominator:
            return _("Nikt jeszcze nie wszedł do tej miary.")
        return _("Efekt %(verb)s %(people)s z %(all)s, czyli %(percent)s.") % {
            "verb": plural(measure.numerator, "osiągnęła", "osiągnęły", "osiągnęło"),
            "people": _people(measure.numerator),
            "all": number(measure.denominator),
            "percent": percent(measure.percent),
        }

    def _verdict(self):
        measure = self.figures
        told = {"threshold": percent(measure.threshold.percent), "degree": percent(measure.degree)}
        if measure.is_met is None:
            return _("Próg wynosi %(threshold)s.") % told
        if measure.is_met:
            return _("Próg %(threshold)s jest osiągnięty, stopień realizacji %(degree)s.") % told
        told["people"] = counted(measure.needed, "osoby", "osób", "osób")
        return _("Próg %(threshold)s nie jest osiągnięty, stopień realizacji %(degree)s: brakuje %(people)s.") % told

    def _outlook(self):
        measure = self.figures
        if not measure.pending:
            return ""
        awaits = _("Na %(people)s miara jeszcze czeka.") % {
            "people": counted(measure.pending, "osobę", "osoby", "osób")
        }
        return f"{awaits} {self._when_all_close()}"

    def _when_all_close(self):
        measure = self.figures
        told = {"needed": number(measure.needed_of_pending), "pending": number(measure.pending)}
        if measure.is_lost:
            return _("Nawet gdyby efekt osiągnęły wszystkie, próg nie zostałby osiągnięty.")
        if not measure.needed_of_pending:
            return _("Próg będzie osiągnięty, nawet jeśli żadna z nich efektu nie osiągnie.")
        told["verb"] = plural(measure.needed_of_pending, "osiągnie", "osiągną", "osiągnie")
        return (
            _("Gdy miną wszystkie terminy, próg będzie osiągnięty, jeśli efekt %(verb)s %(needed)s z %(pending)s.")
            % told
        )


def _people(people):
    return counted(people, "osoba", "osoby", "osób")


def measures_of(project, on):
    """The measures of the project's agreement on the day, with their people: at most four queries."""
    thresholds = list(effectiveness.thresholds_of([project]))
    if not thresholds:
        return []
    counts = compute([project], [], on, extra=effectiveness.conditions(thresholds))[project.pk]
    pages = [MeasureOnPage(measure, on) for measure in effectiveness.read(thresholds, counts)]
    _add_people(project, pages, on)
    return pages


def _add_people(project, pages, on):
    """Fills in whom each measure awaits and leaves out, the nearest window first, from one reading of the people."""
    asked = [(page, part) for page in pages for part in LISTED if getattr(page.figures, part)]
    if not asked:
        return
    conditions = [effectiveness.definition_of(page.threshold, part).condition(on) for page, part in asked]
    people = (
        project.participations.filter(any_of(conditions))
        .annotate(**{f"in{number}": truth(condition) for number, condition in enumerate(conditions)})
        .select_related("person")
        .prefetch_related(Prefetch("outcomes", Outcome.objects.with_wage().filter(obtained_on__lte=on)))
        .order_by("left_on", "person__last_name", "person__first_name", "pk")
    )
    for participation in people:
        for place, (page, part) in enumerate(asked):
            if getattr(participation, f"in{place}"):
                _add(page, part, participation)


def _add(page, part, participation):
    measure, terms = page.threshold.measure, page.threshold.terms
    if part == Part.EXCLUDED and len(page.left_out) < SHOWN:
        page.left_out.append(LeftOut(participation, words.excluded(measure, terms).fact(participation)))
    elif part == Part.PENDING and len(page.awaited) < SHOWN:
        until = participation.left_on + timedelta(days=EFFECTIVENESS_WINDOW_DAYS)
        lacking = words.without_success(decisive(measure, terms)).fact(participation)
        page.awaited.append(Awaited(participation, until, (until - page.on).days, lacking))
