"""Until when a proof counts, and whether this one does."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext as _

from projects.templatetags.polish import day

from .vocabulary import EFFECTIVENESS_WINDOW_DAYS, RESULT_WINDOW_DAYS, OutcomeKind

FOR_EFFECTIVENESS = (OutcomeKind.EMPLOYMENT, OutcomeKind.SOCIAL_PROGRESS)


@dataclass(frozen=True)
class Windows:
    """The two windows that leaving on a day opens; the last day of each is inside."""

    left_on: object

    @property
    def results_until(self):
        return self.left_on + timedelta(days=RESULT_WINDOW_DAYS)

    @property
    def effectiveness_until(self):
        return self.left_on + timedelta(days=EFFECTIVENESS_WINDOW_DAYS)


@dataclass(frozen=True)
class Verdict:
    """Whether an outcome counts for result indicators as things stand: a word or two, and a sentence that says why."""

    counts: bool
    word: str
    sentence: str


def verdict_on(outcome, participation):
    """What can be said of an outcome: in the window, late, before entry, without a document, or too early to say."""
    obtained, entered, left = outcome.obtained_on, participation.entered_on, participation.left_on
    if not outcome.evidence:
        return Verdict(False, _("brak dowodu"), _("Bez dokumentu nie liczy się do żadnego wskaźnika. Wpisz dowód."))
    if entered and obtained < entered:
        told = _("Rezultat jest sprzed rozpoczęcia udziału (%(day)s) i nie policzy się.") % {"day": day(entered)}
        return Verdict(False, _("sprzed udziału"), told)
    if outcome.kind == OutcomeKind.QUALIFICATION and not outcome.is_validated:
        return Verdict(
            False,
            _("bez walidacji"),
            _("Kwalifikacja liczy się dopiero po egzaminie i walidacji; zaświadczenie o udziale nie wystarcza."),
        )
    if left is None:
        return Verdict(
            False, _("czeka na zakończenie"), _("Policzy się, gdy osoba zakończy udział; dowód jest już zapisany.")
        )
    return _within(outcome, Windows(left))


def _within(outcome, windows):
    until = {"day": day(windows.results_until)}
    if outcome.obtained_on <= windows.results_until:
        return Verdict(True, _("w terminie"), _("W terminie: dowody liczą się do %(day)s włącznie.") % until)
    late = (
        _("Po terminie: do wskaźników rezultatu liczyły się dowody do %(day)s włącznie. Ten się nie policzy.") % until
    )
    if outcome.kind in FOR_EFFECTIVENESS and outcome.obtained_on <= windows.effectiveness_until:
        late += " " + _("Może liczyć się do efektywności, do %(day)s włącznie.") % {
            "day": day(windows.effectiveness_until)
        }
    return Verdict(False, _("po terminie, nie liczy się"), late)
