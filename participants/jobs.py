"""Why a job, or progress, does not satisfy effectiveness: the rule of the database, clause by clause, in words.

The rule itself is kept by ``participation_keep_facts`` (migration 0020); a test compares the two over random outcomes.
Source: domain notes section 5.
"""

from datetime import timedelta
from decimal import Decimal

from django.utils.translation import gettext as _

from projects.templatetags.polish import counted, day, number, zl

from .vocabulary import (
    EFFECTIVENESS_WINDOW_DAYS,
    HALF_TIME,
    MONTHS_OF_WORK,
    WAGES_OF_A_CONTRACT,
    ContractKind,
    OutcomeKind,
)


def shortfalls(outcome, participation):
    """What a job or progress lacks to count for effectiveness: short sentences, none where it counts.

    ``participation`` gives the days of entry and leaving; for a civil contract the minimum wage of the day is read, unless the
    outcome was fetched ``with_wage``.
    """
    found = [*_of_proof(outcome), *_of_time(outcome, participation)]
    return found + _of_job(outcome) if outcome.kind == OutcomeKind.EMPLOYMENT else found


def shortfalls_of_job(outcome):
    """What the work itself lacks, whatever its day and its proof."""
    return _of_job(outcome)


def _of_proof(outcome):
    return [] if outcome.evidence else [_("brak dokumentu")]


def _of_time(outcome, participation):
    if participation.left_on is None:
        return []
    until = participation.left_on + timedelta(days=EFFECTIVENESS_WINDOW_DAYS)
    told = {"day": day(outcome.obtained_on), "until": day(until), "entered": day(participation.entered_on)}
    if outcome.obtained_on > until:
        return [_("data %(day)s, termin minął %(until)s") % told]
    if participation.entered_on and outcome.obtained_on < participation.entered_on:
        return [_("data %(day)s, przed rozpoczęciem udziału %(entered)s") % told]
    return []


def _of_job(outcome):
    if outcome.is_project_funded:
        return [_("działalność założona za środki projektu")]
    tests = {
        ContractKind.EMPLOYMENT: (_length, _part_of_full_time, _after_subsidy),
        ContractKind.CIVIL: (_length, _worth, _after_subsidy),
        ContractKind.SPECIFIC_WORK: (_worth, _after_subsidy),
        ContractKind.BUSINESS: (_length_of_business, _after_subsidy),
    }.get(outcome.contract_kind)
    if tests is None:
        return [_("nie podano, na jakiej podstawie osoba pracuje")]
    return [sentence for test in tests if (sentence := test(outcome))]


def _months(value):
    if value != int(value):
        return _("%(number)s miesiąca") % {"number": number(value)}
    return counted(value, "miesiąc", "miesiące", "miesięcy")


def _length(outcome):
    months = outcome.contract_months
    if months is None:
        return _("nie podano, na ile miesięcy jest umowa, potrzeba %(needed)s") % {"needed": MONTHS_OF_WORK}
    if months < MONTHS_OF_WORK:
        return _("umowa na %(months)s, potrzeba %(needed)s") % {"months": _months(months), "needed": MONTHS_OF_WORK}
    return ""


def _length_of_business(outcome):
    months = outcome.contract_months
    if months is None:
        return _("nie podano, ile miesięcy działalność jest prowadzona, potrzeba %(needed)s") % {
            "needed": MONTHS_OF_WORK
        }
    if months < MONTHS_OF_WORK:
        told = {"months": _months(months), "needed": MONTHS_OF_WORK}
        return _("działalność prowadzona %(months)s, potrzeba %(needed)s") % told
    return ""


def _part_of_full_time(outcome):
    told = {"time": number(outcome.working_time, 2), "needed": number(HALF_TIME)}
    if outcome.working_time is None:
        return _("nie podano wymiaru etatu, potrzeba co najmniej %(needed)s") % told
    if outcome.working_time < Decimal(HALF_TIME):
        return _("wymiar %(time)s etatu, potrzeba co najmniej %(needed)s") % told
    return ""


def _worth(outcome):
    wage, value = outcome.minimum_wage, outcome.contract_value
    if wage is None:
        return _("nie ma w tabeli płacy minimalnej na dzień %(day)s") % {"day": day(outcome.obtained_on)}
    needed = WAGES_OF_A_CONTRACT * wage
    told = {"times": WAGES_OF_A_CONTRACT, "wage": zl(wage), "needed": zl(needed), "value": zl(value)}
    if value is None:
        return _("nie podano wartości umowy, potrzeba %(times)s × %(wage)s = %(needed)s") % told
    if value < needed:
        return _("wartość %(value)s, potrzeba %(times)s × %(wage)s = %(needed)s") % told
    return ""


def _after_subsidy(outcome):
    if not outcome.is_subsidised:
        return ""
    months = outcome.months_after_subsidy
    if months is None:
        return _("nie podano, ile miesięcy osoba pracowała po refundacji, potrzeba %(needed)s") % {
            "needed": MONTHS_OF_WORK
        }
    if months < MONTHS_OF_WORK:
        told = {"months": _months(months), "needed": MONTHS_OF_WORK}
        return _("po refundacji %(months)s pracy, potrzeba %(needed)s") % told
    return ""
