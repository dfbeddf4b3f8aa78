"""What would be on record of a person if something happened: the facts of the participation, changed in memory and saved nowhere.

The columns that the database keeps of outcomes (``participation_keep_facts``) are worked out here for what has not happened; a test
compares them with the database over random people and suppositions.
"""

import copy
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _

from participants.jobs import shortfalls_of_job
from participants.models import Outcome, Participation
from participants.vocabulary import (
    EFFECTIVENESS_WINDOW_DAYS,
    MONTHS_OF_WORK,
    RESULT_WINDOW_DAYS,
    ContractKind,
    ExitReason,
    OutcomeKind,
    ProgressSign,
)
from participants.windows import FOR_EFFECTIVENESS
from projects.templatetags.polish import day as shown

ANY_JOB, FULL_JOB = "any_job", "full_job"
EXITS = (ExitReason.COMPLETED, ExitReason.TOOK_JOB, ExitReason.DROPPED_OUT)
SUPPOSED = "przypuszczenie"


def is_effective_job(outcome):
    """Whether a job is what effectiveness asks for, as the page of the person says it."""
    return outcome.kind == OutcomeKind.EMPLOYMENT and not shortfalls_of_job(outcome)


# The kept column of the four weeks, and which outcome fills it.
RESULTS = {
    "qualified_on": lambda o: o.kind == OutcomeKind.QUALIFICATION and o.is_validated,
    "competent_on": lambda o: o.kind == OutcomeKind.COMPETENCE,
    "employed_on": lambda o: o.kind == OutcomeKind.EMPLOYMENT,
    "business_on": lambda o: o.kind == OutcomeKind.EMPLOYMENT and o.contract_kind == ContractKind.BUSINESS,
    "seeking_on": lambda o: o.kind == OutcomeKind.JOB_SEARCH,
    "studying_on": lambda o: o.kind == OutcomeKind.EDUCATION,
    "progressed_on": lambda o: o.kind == OutcomeKind.SOCIAL_PROGRESS,
    "volunteering_on": lambda o: o.kind == OutcomeKind.SOCIAL_PROGRESS and o.progress_sign == ProgressSign.VOLUNTEERING,
}
# The same of the three months.
EFFECTS = {
    "effective_job_on": is_effective_job,
    "effective_progress_on": lambda o: o.kind == OutcomeKind.SOCIAL_PROGRESS,
    "project_business_on": lambda o: o.is_project_funded,
    "school_on": lambda o: o.is_school_form,
}


@dataclass(frozen=True)
class Supposition:
    """What may happen to one person: how she leaves, whether she takes a job or gains a qualification, and how many more like her.

    ``exit`` is one of ``EXITS`` or ""; ``job`` is ``ANY_JOB``, ``FULL_JOB`` (a contract that satisfies effectiveness) or "". A day
    left out is the day on which the figures stand.
    """

    exit: str = ""
    job: str = ""
    is_qualified: bool = False
    has_progressed: bool = False
    left_on: date | None = None
    job_on: date | None = None
    more: int = 0

    @property
    def is_empty(self):
        return not (self.exit or self.job or self.is_qualified or self.has_progressed or self.more)

    @property
    def has_outcome(self):
        return bool(self.job or self.is_qualified or self.has_progressed)


@dataclass
class Supposed:
    """One participation as it is and as it would be; ``notes`` say what of the supposition would not count, and why.

    ``number`` of those who would be like ``then`` besides this one; ``was`` is None for somebody who is only supposed.
    """

    was: Participation | None
    then: Participation
    number: int = 0
    notes: list[str] = field(default_factory=list)


def last_day(suppositions, on: date) -> date:
    """The day on which everything supposed has happened: that of the figures, or a later one that a supposition names."""
    named = [day for one in suppositions for day in (one.left_on, one.job_on) if day]
    return max([on, *named])


def supposed(participation, supposition, on) -> Supposed:
    """The participation as it would be on the day; its outcomes are read (``with_wage``).

    Who has left already stays as she left.
    """
    then, notes = copy.copy(participation), []
    if participation.entered_on is None or participation.entered_on > on:
        notes.append(_("Udział jeszcze się nie zaczął."))
        return Supposed(participation, then, supposition.more, notes)
    if not participation.is_complete:
        notes.append(_("Szkic: dopóki brakuje danych, osoba nie policzy się do żadnego wskaźnika."))
    if then.left_on is None:
        _leave(then, supposition, on)
    if then.left_on is None and supposition.has_outcome:
        notes.append(_("Policzy się dopiero po zakończeniu udziału. Zaznacz też zakończenie."))
    elif supposition.has_outcome or then.left_on != participation.left_on:
        notes += _achieve(then, participation, supposition, on)
    return Supposed(participation, then, supposition.more, notes)


def _leave(then, supposition, on):
    """Taking a job ends participation, unless another end is supposed."""
    reason = supposition.exit or (ExitReason.TOOK_JOB if supposition.job else "")
    if not reason:
        return
    day = supposition.left_on or (supposition.job_on if not supposition.exit else None) or on
    then.left_on = max(min(day, then.project.ends_on), then.entered_on)
    then.exit_reason = reason


def _achieve(then, participation, supposition, on):
    """Fills the columns kept of outcomes; gives back what would come too late."""
    new = outcomes_of(supposition, then, on if participation.left_on else then.left_on)
    if participation.left_on is None:
        recorded = [outcome for outcome in participation.outcomes.all() if outcome.evidence]
        columns = kept([*recorded, *new], then)
    else:
        columns = {name: earlier(getattr(then, name), day) for name, day in kept(new, then).items()}
    for name, day in columns.items():
        setattr(then, name, day)
    return [note for outcome in new if (note := _too_late(outcome, then))]


def outcomes_of(supposition, then, day):
    """The outcomes that the supposition speaks of, as they would be recorded."""
    job = {"kind": OutcomeKind.EMPLOYMENT, "obtained_on": supposition.job_on or day}
    if supposition.job == FULL_JOB:
        job |= {
            "contract_kind": ContractKind.EMPLOYMENT,
            "contract_months": Decimal(MONTHS_OF_WORK),
            "working_time": Decimal(1),
        }
    asked = [
        (supposition.job, job),
        (supposition.is_qualified, {"kind": OutcomeKind.QUALIFICATION, "obtained_on": day, "is_validated": True}),
        (supposition.has_progressed, {"kind": OutcomeKind.SOCIAL_PROGRESS, "obtained_on": day}),
    ]
    return [Outcome(participation=then, evidence=SUPPOSED, **facts) for is_asked, facts in asked if is_asked]


def kept(outcomes, row):
    """The columns of a participation that has left, as the database keeps them of these outcomes."""
    columns = dict.fromkeys((*RESULTS, *EFFECTS))
    for outcome in outcomes:
        for days, filled in ((RESULT_WINDOW_DAYS, RESULTS), (EFFECTIVENESS_WINDOW_DAYS, EFFECTS)):
            if row.entered_on <= outcome.obtained_on <= row.left_on + timedelta(days=days):
                proved_on = max(outcome.obtained_on, row.left_on)
                for name, fills in filled.items():
                    if fills(outcome):
                        columns[name] = earlier(columns[name], proved_on)
    return columns


def earlier(one, other):
    """The earlier of two days, either of which may be missing."""
    return min((day for day in (one, other) if day), default=None)


def _too_late(outcome, then):
    results = then.left_on + timedelta(days=RESULT_WINDOW_DAYS)
    effects = then.left_on + timedelta(days=EFFECTIVENESS_WINDOW_DAYS)
    if outcome.obtained_on <= results:
        return ""
    told = {"what": outcome.get_kind_display(), "results": shown(results), "effects": shown(effects)}
    if outcome.kind not in FOR_EFFECTIVENESS:
        return _("Po terminie: %(what)s – do wskaźników rezultatu liczyły się dowody do %(results)s.") % told
    if outcome.obtained_on <= effects:
        return _("Tylko do efektywności: %(what)s – do wskaźników rezultatu termin minął %(results)s.") % told
    return _("Po terminie: %(what)s – do rezultatów do %(results)s, do efektywności do %(effects)s.") % told
