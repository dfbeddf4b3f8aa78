"""The facts of an example read in plain Python, apart from the database: what its triggers and generated columns should keep.

Written a second time on purpose. Where this reading and the database differ, the proof of a definition fails and says so.
"""

from datetime import date, timedelta

from activities.vocabulary import SupportKind
from participants.models import Participation
from participants.requirements import complete
from participants.vocabulary import (
    RESULT_WINDOW_DAYS,
    UNEMPLOYED,
    ContractKind,
    LabourDetail,
    OutcomeKind,
    ProgressSign,
)

from ..hypothetical import reader
from .building import SUPPORT_DAYS, outcomes_of, participation_of, person_of, premises_of
from .rows import ON

PROVED = {
    "qualified_on": lambda outcome: outcome["kind"] == OutcomeKind.QUALIFICATION and outcome.get("is_validated"),
    "competent_on": lambda outcome: outcome["kind"] == OutcomeKind.COMPETENCE,
    "employed_on": lambda outcome: outcome["kind"] == OutcomeKind.EMPLOYMENT,
    "business_on": lambda outcome: outcome.get("contract_kind") == ContractKind.BUSINESS,
    "seeking_on": lambda outcome: outcome["kind"] == OutcomeKind.JOB_SEARCH,
    "studying_on": lambda outcome: outcome["kind"] == OutcomeKind.EDUCATION,
    "progressed_on": lambda outcome: outcome["kind"] == OutcomeKind.SOCIAL_PROGRESS,
    "volunteering_on": lambda outcome: outcome.get("progress_sign") == ProgressSign.VOLUNTEERING,
}


IS_COMPLETE = reader(complete(), ON)
UNSAID = {field.attname: field.get_default() for field in Participation._meta.concrete_fields if not field.generated}
KEPT = {
    *("sex", "birth_date", "citizenship", "has_name", "has_identifier", "has_phone", "has_email", "has_premise"),
    *("premise_kinds", "age_at_entry", "is_long_term", "is_complete", "supports_started", "supports_finished"),
    *("qualified_on", "competent_on", "employed_on", "business_on", "seeking_on", "studying_on", "progressed_on"),
    "volunteering_on",
}  # the columns that the database keeps and that are read here a second time


class Columns(dict):
    """Columns by name, read like those of a row; one that nothing says is empty."""

    __getattr__ = dict.get


def columns_of(example):
    """Every column of the participation that a word may ask for, as the example's facts make it."""
    person, columns = person_of(example), Columns(UNSAID | participation_of(example))
    columns |= {
        "sex": person["sex"],
        "birth_date": person["birth_date"],
        "citizenship": columns.get("citizenship") or person.get("citizenship", "polish"),
        "has_name": bool(person["last_name"] and person["first_name"]),
        "has_identifier": True,
        "has_phone": bool(person["phone"]),
        "has_email": bool(person["email"]),
        "has_premise": bool(example.premise),
        "premise_kinds": dict.fromkeys(premises_of(example), "yes"),
        "age_at_entry": years_between(person["birth_date"], columns.get("entered_on")),
        "is_long_term": is_long_term(columns, person["birth_date"]),
    }
    columns |= _proofs(columns, outcomes_of(example)) | _supports(columns, example.supports)
    columns["is_complete"] = IS_COMPLETE(columns)
    return columns


def years_between(earlier, later):
    """Completed years."""
    if earlier is None or later is None:
        return None
    return later.year - earlier.year - ((later.month, later.day) < (earlier.month, earlier.day))


def is_long_term(columns, born):
    """Unemployed for more than 6 months below 25 years of age, more than 12 otherwise; where no day is known, as was said."""
    if columns.get("labour_status") not in UNEMPLOYED:
        return False
    since, entered = columns.get("unemployed_since"), columns.get("entered_on")
    if not since or not entered or not born:
        return columns.get("labour_detail") == LabourDetail.LONG_TERM
    months = 6 if years_between(born, entered) < 25 else 12
    return months_later(since, months) < entered


def months_later(day, months):
    """The same day so many months later, or the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + month // 11, (month + 1) % 12 + 1, 1)
    return min(date(year, month + 1, 1) + timedelta(days=day.day - 1), following - timedelta(days=1))


def _proofs(columns, outcomes):
    """When each kind of result was proved: from entry to the 28th day after leaving, and not before leaving."""
    left = columns.get("left_on")
    proved = [outcome for outcome in outcomes if left and outcome["evidence"] and _in_window(outcome, columns)]
    found = {}
    for column, is_proof in PROVED.items():
        days = [max(outcome["obtained_on"], left) for outcome in proved if is_proof(outcome)]
        found[column] = min(days, default=None)
    return found


def _in_window(outcome, columns):
    return columns["entered_on"] <= outcome["obtained_on"] <= columns["left_on"] + timedelta(days=RESULT_WINDOW_DAYS)


def _supports(columns, supports):
    """First and last days by key; of the kinds of support only social services are kept."""
    entered = columns.get("entered_on")
    kept = {key: done for key, done in supports.items() if key[0] != "k" or key == SupportKind.SOCIAL_SERVICES.key}
    finished = [key for key, is_finished in kept.items() if is_finished]
    return {
        "supports_started": {key: entered.isoformat() for key in kept},
        "supports_finished": {key: (entered + timedelta(days=SUPPORT_DAYS)).isoformat() for key in finished},
    }
