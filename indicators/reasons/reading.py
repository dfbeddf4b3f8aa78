"""The words of one definition read for people, one by one: their cells, the day that put them into the figure, their sentences."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from django.urls import reverse

from projects.models import Project

from ..definitions import Definition, Stage
from ..hypothetical import NotReadable, reader
from ..words.facts import NONE, day
from .cells import Cell
from .gaps import gap

FAR = date(9000, 1, 1)  # by then everything that is only a matter of time has come


@dataclass(frozen=True)
class Reading:
    """Who reads the words: in which project, on which day, from which first day of a period (or None), and whether names may be shown."""

    definition: Definition
    project: Project
    on: date
    since: date | None = None
    sees_names: bool = True

    @property
    def before(self):
        """The last day before the period, or None."""
        return self.since - timedelta(days=1) if self.since else None

    @property
    def sentences(self):
        """The words as numbered sentences: [(sentence, note)]."""
        return [(self.sentence(word), word.note) for word in self.definition.words]

    def sentence(self, word):
        """The word as a person would say it, the day put in."""
        return str(word.phrase).format(day=f"{self.on:%d.%m.%Y}")

    def cells(self, participation):
        """The cells of one person, a word each; the person comes from ``people.with_reasons``."""
        return [
            Cell(True, self.fact(word, participation))
            if getattr(participation, f"w{number}")
            else gap(self, word, participation)
            for number, word in enumerate(self.definition.words)
        ]

    def fact(self, word, participation):
        """The fact under a word. What was proved and by which document tells who somebody is; without names only days are shown."""
        if word.stage == Stage.PROOF and not self.sees_names:
            return self._days_of_proofs(word, participation)
        return str(word.fact(participation))

    def _days_of_proofs(self, word, participation):
        found = [outcome.obtained_on for outcome in participation.outcomes.all() if outcome.kind in word.proofs]
        return "; ".join(day(obtained_on) for obtained_on in found) or NONE

    def name_of(self, participation):
        """Surname and name, or the number of the participation for those who may not see names."""
        return participation.person.name if self.sees_names else participation.reference

    def measured_on(self, participation):
        """The day of the period that put a person into the figure: the first on which every word holds. None where it cannot be told.

        The person counts on the last day of the period and did not before its first, so halving the days between finds the day.
        """
        too_early, counted = self.before.toordinal(), self.on.toordinal()
        try:
            while counted - too_early > 1:
                middle = (too_early + counted) // 2
                if self._holds_on(middle)(participation):
                    counted = middle
                else:
                    too_early = middle
        except NotReadable:
            return None
        return date.fromordinal(counted)

    def only_waits(self, word, participation):
        """Whether nothing is missing but time: on some later day the word holds without anybody doing anything."""
        try:
            return self._kept(word.name, word.condition, FAR)(participation)
        except NotReadable:
            return False

    def _holds_on(self, ordinal):
        return self._kept(ordinal, self.definition.rule, date.fromordinal(ordinal))

    def _kept(self, key, condition, on):
        """The reader of a condition on a day, made once for all the people of a file."""
        if key not in self._readers:
            self._readers[key] = reader(condition, on)
        return self._readers[key]

    @cached_property
    def _readers(self):
        return {}

    def url(self, name, participation, *more):
        """Where something of this person is recorded."""
        return reverse(f"participants:{name}", args=[self.project.slug, participation.pk, *more])


def missing_said(reading, cells):
    """All that fails in one line: "status przy wejściu: Brak; potwierdzenie do 28. dnia: Po terminie: dowód z …"."""
    pairs = zip(reading.definition.words, cells, strict=True)
    return "; ".join(
        f"{_lowered(str(word.column))}: {_lowered(cell.text).rstrip('.')}" for word, cell in pairs if not cell.holds
    )


def _lowered(text):
    """The text as it stands inside a sentence; an abbreviation such as PESEL stays as it is."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
