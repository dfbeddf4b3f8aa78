"""What a report still lacks: for each target and each measure of effectiveness the smallest number that would do."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from projects.templatetags.polish import counted, number, plural

from .stakes import Stake, stakes_of, successes_needed


@dataclass(frozen=True)
class Shortage:
    """One target or threshold that is not reached, and the smallest number of people (or things) still needed, in a sentence.

    ``stake`` tells how somebody can still come to count in it; None for a product, which is counted at entry.
    """

    key: str
    name: str
    sentence: str
    source: object
    stake: Stake | None = None


def shortages(report) -> list[Shortage]:
    """Of every target and threshold that a report falls short of, targets first."""
    stakes = {stake.definition.key: stake for stake in stakes_of(report)}
    rows = [row for row in report.with_target if row.has_value and not row.is_reached]
    found = [_of_row(row, stakes.get(row.definition.key)) for row in rows if row.definition.counts_people]
    return found + [_of_measure(stake) for stake in stakes.values() if stake.is_a_measure]


def _of_row(row, stake):
    parts = []
    if row.short_of:
        parts.append(counted(row.short_of, "osoby", "osób", "osób"))
    if row.women_short_of:
        women = counted(row.women_short_of, "kobiety", "kobiet", "kobiet")
        parts.append(_("w tym %(women)s") % {"women": women} if parts else women)
    sentence = _("Brakuje %(people)s.") % {"people": ", ".join(parts)} if parts else ""
    return Shortage(row.definition.key, str(row.definition.name), sentence, row, stake)


def _of_measure(stake):
    return Shortage(stake.definition.key, stake.label, sentence_of(stake.source), stake.source, stake)


def sentence_of(item):
    """What would meet the threshold: so many of those still awaited; where they are too few or none, so many further people."""
    if item.is_met is None and not item.pending:
        return _("Nikogo jeszcze nie zmierzono; wystarczy 1 osoba, która ją osiągnie.")
    if item.pending and not item.is_lost:
        told = {"people": counted(item.pending, "osobę", "osoby", "osób"), "needed": number(item.needed_of_pending)}
        return _("Miara czeka jeszcze na %(people)s; musi ją z nich osiągnąć co najmniej %(needed)s.") % told
    return " ".join(filter(None, [_lost(item), _further(item), _among(item)]))


def _lost(item):
    """That the awaited are too few."""
    if not item.pending:
        return ""
    people = counted(item.pending, "osoba", "osoby", "osób")
    return _("Nawet gdyby osiągnęły ją wszystkie osoby, na które czeka (%(people)s), nie wystarczyłoby to.") % {
        "people": people
    }


def _further(item):
    """How many people who are not measured yet would do; each of them comes into the denominator too."""
    reached, measured = item.numerator + item.pending, item.denominator + item.pending
    needed = successes_needed(item.threshold.percent, reached, measured)
    if needed is None:
        return _("Progu nie da się już osiągnąć.")
    people = counted(needed, "osoby", "osób", "osób")
    told = {"people": people, "reached": number(reached + needed), "of": number(measured + needed)}
    told["who"] = plural(needed, "która wejdzie", "które wejdą", "które wejdą")
    told["reach"] = plural(needed, "osiągnie", "osiągną", "osiągną")
    return _("Brakuje co najmniej %(people)s, %(who)s do miary i ją %(reach)s (będzie %(reached)s z %(of)s).") % told


def _among(item):
    """How many of the measured would do, whose proof is still to come."""
    if item.pending or not item.needed or item.needed > item.rest:
        return ""
    people = counted(item.needed, "osoba", "osoby", "osób")
    return _("Spośród już zmierzonych wystarczy %(people)s z dowodem w terminie.") % {"people": people}
