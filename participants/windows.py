"""Until when a proof counts, and whether this one does."""

from dataclasses import dataclass, replace
from datetime import timedelta

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from projects.models import ProgrammingPeriod
from projects.templatetags.polish import day

from .jobs import shortfalls
from .vocabulary import EFFECTIVENESS_WINDOW_DAYS, RESULT_WINDOW_DAYS, OutcomeKind

FOR_EFFECTIVENESS = (OutcomeKind.EMPLOYMENT, OutcomeKind.SOCIAL_PROGRESS)


@dataclass(frozen=True)
class Windows:
    """The two windows that leaving on a day opens; the last day of each is inside."""

    left_on: object
    with_effectiveness: bool = True

    @classmethod
    def of(cls, project, left_on):
        """The windows of somebody who leaves this project; None without a day. Effectiveness is a measure of 2014–2020 alone."""
        return cls(left_on, asks_effectiveness(project)) if left_on else None

    @property
    def results_until(self):
        return self.left_on + timedelta(days=RESULT_WINDOW_DAYS)

    @property
    def effectiveness_until(self):
        return self.left_on + timedelta(days=EFFECTIVENESS_WINDOW_DAYS)


def asks_effectiveness(project):
    """Whether effectiveness can be asked of the project's people: it is a measure of 2014–2020 alone."""
    return project.programme.period == ProgrammingPeriod.ESF_2014


@dataclass(frozen=True)
class Verdict:
    """Whether an outcome counts for result indicators as things stand: a word or two, and a sentence that says why.

    ``effectiveness`` says the same for effectiveness, "" where that does not ask for such an outcome.
    """

    counts: bool
    word: str
    sentence: str
    effectiveness: str = ""

    @property
    def explanation(self):
        """The sentence without the words that ``word`` has said already, for where both stand together."""
        beginning, colon, rest = str(self.sentence).partition(": ")
        is_said = colon and str(self.word).casefold().startswith(beginning.casefold())
        return capfirst(rest) if is_said else str(self.sentence)


def verdict_on(outcome, participation, asks=False):
    """What can be said of an outcome: in the window, late, before entry, without a document, or too early to say.

    ``asks``: effectiveness is asked of the project's people, so the verdict speaks of it too.
    """
    verdict = _verdict_for_results(outcome, participation, asks)
    return replace(verdict, effectiveness=for_effectiveness(outcome, participation)) if asks else verdict


def for_effectiveness(outcome, participation):
    """Whether a job or progress would satisfy effectiveness, and what it lacks: a sentence; "" for other outcomes."""
    if outcome.kind not in FOR_EFFECTIVENESS:
        return ""
    lacking = shortfalls(outcome, participation)
    if lacking:
        return _("Do efektywności nie wystarcza: %(lacking)s.") % {"lacking": "; ".join(lacking)}
    return _("Spełnia kryterium efektywności.")


def _verdict_for_results(outcome, participation, asks):
    if not (outcome.evidence or outcome.from_file):
        return Verdict(False, _("brak dowodu"), _("Bez dokumentu nie liczy się do żadnego wskaźnika. Dołącz dowód."))
    if is_before_entry(outcome.obtained_on, participation):
        return _before_entry(participation)
    if outcome.kind == OutcomeKind.QUALIFICATION and not outcome.is_validated:
        return Verdict(
            False,
            _("bez walidacji"),
            _("Kwalifikacja liczy się dopiero po egzaminie i walidacji; zaświadczenie o udziale nie wystarcza."),
        )
    return verdict_on_day(outcome.kind, outcome.obtained_on, participation, asks)


def verdict_on_day(kind, obtained_on, participation, asks=False):
    """What the day alone says of an outcome of this kind, whatever its proof; ``asks`` as in ``verdict_on``."""
    if is_before_entry(obtained_on, participation):
        return _before_entry(participation)
    if participation.left_on is None:
        return Verdict(
            False, _("czeka na zakończenie"), _("Policzy się, gdy osoba zakończy udział; dowód jest już zapisany.")
        )
    return _within(kind, obtained_on, Windows(participation.left_on, asks))


def is_before_entry(obtained_on, participation):
    """Whether something happened before the person was in the project."""
    return participation.entered_on is not None and obtained_on < participation.entered_on


def _before_entry(participation):
    told = {"day": day(participation.entered_on)}
    why = _("Rezultat jest sprzed rozpoczęcia udziału (%(day)s) i nie policzy się.") % told
    return Verdict(False, _("sprzed udziału"), why)


def _within(kind, obtained_on, windows):
    until = {"day": day(windows.results_until)}
    if obtained_on <= windows.results_until:
        return Verdict(True, _("w terminie"), _("W terminie: dowody liczą się do %(day)s włącznie.") % until)
    late = (
        _("Po terminie: do wskaźników rezultatu liczyły się dowody do %(day)s włącznie. Ten się nie policzy.") % until
    )
    if windows.with_effectiveness and kind in FOR_EFFECTIVENESS and obtained_on <= windows.effectiveness_until:
        late += " " + _("Może liczyć się do efektywności, do %(day)s włącznie.") % {
            "day": day(windows.effectiveness_until)
        }
    return Verdict(False, _("po terminie, nie liczy się"), late)
