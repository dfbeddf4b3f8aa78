"""One row of a table of worked examples, and the facts that many rows share.

The project runs 2024–2026. Unless a row says otherwise the person is a woman of 34 who entered on 5 February 2024, registered
unemployed for long, with ISCED 3, no special status, and is complete; an outcome has its proof. The day of counting is ``ON``.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from participants.vocabulary import OutcomeKind, Scope

ON = date(2024, 12, 31)
LEFT = {"left_on": date(2024, 6, 28), "exit_reason": "completed"}
DROPPED = {"left_on": date(2024, 6, 28), "exit_reason": "dropped_out"}
INACTIVE = {"labour_status": "inactive", "labour_detail": "not_in_education"}
LEARNING = {"labour_status": "inactive", "labour_detail": "in_education"}
WORKING = {"labour_status": "employed", "labour_detail": "ngo"}
DAY_28, DAY_29 = date(2024, 7, 26), date(2024, 7, 27)
CERTIFICATE = {"kind": OutcomeKind.QUALIFICATION, "is_validated": True}


def born(day, **facts):
    return {"person__birth_date": day, **facts}


@dataclass(frozen=True)
class Example:
    """One person in words and in facts, and whether the indicator of this key counts her on ``ON``.

    ``facts`` are fields of the participation (``person__`` in front for those of the person), ``outcomes`` the fields of each
    outcome, ``premise`` whether she has a documented one (or of which kind, or kinds), ``scope`` the form that she is recorded on, ``supports`` the support
    that she began, by its key in the participation's JSON columns, and whether she finished it: {"t_digital": False}. She begins
    on the day of entry and finishes 30 days later.
    """

    key: str
    who: str
    facts: Mapping
    outcomes: Sequence[Mapping] = ()
    premise: bool | str | Sequence[str] = False
    counted: bool = True
    scope: str = Scope.SL2014
    supports: Mapping = field(default_factory=dict)

    @property
    def value(self):
        """What the indicator counts in a project where there is nobody else."""
        return int(self.counted)

    def put(self, builder, project):
        """Adds the person to the rows that a builder is going to write."""
        return builder.participation(project, self)
