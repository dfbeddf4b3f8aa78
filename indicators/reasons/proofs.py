"""A proof that is on record and does not suffice: which of several is nearest, and what is wrong with it."""

from django.utils.translation import gettext as _

from participants.vocabulary import OutcomeKind

from ..words.facts import day

UNPROVED, UNVALIDATED, OTHERWISE, LATE, EARLY = range(5)  # the sooner mended the nearer


def nearest_proof(word, participation, on, until):
    """The outcome of the kinds that the word asks for, obtained by the day, that lacks the least; None without any."""
    found = [outcome for outcome in participation.outcomes.all() if outcome.kind in word.proofs]
    found = [outcome for outcome in found if outcome.obtained_on <= on]
    return min(found, key=lambda outcome: (fault(outcome, participation, until), -outcome.pk), default=None)


def fault(outcome, participation, until):
    """What is wrong first with an outcome that should count by this last day."""
    if participation.entered_on and outcome.obtained_on < participation.entered_on:
        return EARLY
    if outcome.obtained_on > until:
        return LATE
    if outcome.kind == OutcomeKind.QUALIFICATION and not outcome.is_validated:
        return UNVALIDATED
    return OTHERWISE if outcome.evidence else UNPROVED


def why_not(word, outcome, participation, until):
    """The reason in bold, the fact behind it, and what to do. A word that can tell what a proof lacks tells it itself."""
    lacking = word.why_not(participation) if word.why_not else ""
    if lacking:
        return _("Nie wystarcza:"), lacking, _("Sprawdź")
    days = {"proof": day(outcome.obtained_on), "until": day(until), "entered": day(participation.entered_on)}
    return {
        EARLY: (_("Sprzed udziału:"), _("rezultat z %(proof)s, udział od %(entered)s.") % days, _("Sprawdź datę")),
        LATE: (_("Po terminie:"), _("dowód z %(proof)s, termin minął %(until)s.") % days, _("Sprawdź datę")),
        UNVALIDATED: (
            _("Brak walidacji:"),
            _("zaświadczenie o udziale to nie kwalifikacja."),
            _("Wymień dowód"),
        ),
        UNPROVED: (_("Brak dowodu:"), _("rezultat z %(proof)s nie ma dokumentu.") % days, _("Wpisz dowód")),
        OTHERWISE: (
            _("Nie wystarcza:"),
            _("rezultat z %(proof)s nie liczy się do tego wskaźnika.") % days,
            _("Sprawdź"),
        ),
    }[fault(outcome, participation, until)]
