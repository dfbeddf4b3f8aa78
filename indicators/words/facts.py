"""What stands under a word for one person: the dates, answers and documents that make it true or false."""

from datetime import date
from functools import cache

from django.utils.formats import date_format
from django.utils.translation import gettext, ngettext

NONE = "–"


def day(value):
    return date_format(value, "DATE_FORMAT") if value else NONE


def shown(field):
    """The fact that a column of the participation holds, in official words."""

    def fact(participation):
        value = getattr(participation, field)
        if isinstance(value, date):
            return day(value)
        return str(_words(type(participation), field).get(value, value)) if value not in ("", None) else NONE

    return fact


@cache
def _words(model, field):
    """The official words of a column's codes, looked up once and not for every person of a file; {} where it has none."""
    return dict(model._meta.get_field(field).flatchoices)


def answers(*fields):
    """The facts that several columns hold, each that says anything, with its name."""

    def fact(participation):
        found = [(field, shown(field)(participation)) for field in fields]
        names = {field: participation._meta.get_field(field).verbose_name for field in fields}
        return "; ".join(f"{names[field]}: {value}" for field, value in found if value != NONE) or NONE

    return fact


def without_work(participation):
    """Since when without work, or the answer of the form where nobody asked for the day."""
    if participation.unemployed_since:
        return gettext("bez pracy od %(day)s") % {"day": day(participation.unemployed_since)}
    return shown("labour_detail")(participation)


def proof(*kinds):
    """The proofs of these kinds that a person has: date, which day after leaving, what and which document."""

    def fact(participation):
        found = [outcome for outcome in participation.outcomes.all() if outcome.kind in kinds]
        return "; ".join(_proof(participation, outcome) for outcome in found) or NONE

    return fact


def _proof(participation, outcome):
    parts = [
        day(outcome.obtained_on) + _which_day(participation, outcome),
        outcome.title,
        outcome.evidence,
    ]
    return ", ".join(part for part in parts if part)


def _which_day(participation, outcome):
    days = (outcome.obtained_on - participation.left_on).days if participation.left_on else -1
    if days < 0:
        return ""
    return gettext(" (w dniu zakończenia)") if days == 0 else gettext(" (%(days)s. dzień)") % {"days": days}


def premises(participation):
    found = [premise for premise in participation.premises.all() if premise.document]
    return "; ".join(premise.short for premise in found) or NONE


def data(participation):
    missing = participation.missing() if not participation.is_complete else []
    return gettext("komplet") if not missing else ", ".join(str(requirement.name) for requirement in missing)


def age(participation):
    years = participation.age_at_entry
    return NONE if years is None else ngettext("%(years)s lat", "%(years)s lat", years) % {"years": years}


def leaving(participation):
    return day(participation.left_on) if participation.left_on else gettext("udział trwa")
