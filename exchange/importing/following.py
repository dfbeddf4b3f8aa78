"""What follows from a row besides facts: the supports a person is enrolled in, and the outcomes that her situation on leaving means."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from participants.vocabulary import ContractKind, OutcomeKind, Situation

from .on_record import group_name

EVIDENCE = "wpis w pliku SM EFS"
OUTCOME_OF = {
    Situation.COMPETENCE: OutcomeKind.COMPETENCE,
    Situation.EDUCATION: OutcomeKind.EDUCATION,
    Situation.JOB: OutcomeKind.EMPLOYMENT,
    Situation.SEEKING: OutcomeKind.JOB_SEARCH,
    Situation.QUALIFICATION: OutcomeKind.QUALIFICATION,
    Situation.SOCIAL: OutcomeKind.SOCIAL_PROGRESS,
}


@dataclass
class Supports:
    """Supports on record as they would be (``kept``), those whose first day changes, and new ones (kind, detail, day, group)."""

    kept: list = field(default_factory=list)
    moved: list = field(default_factory=list)
    new: list = field(default_factory=list)

    @property
    def is_same(self):
        return not self.moved and not self.new

    def shown(self):
        """Those that the authority's file names, in the order in which they are recorded."""
        kept = [(s["kind"], s["detail"], s["day"]) for s in self.kept if s["day"] or s["is_from_file"]]
        return kept + [(kind, detail, day) for kind, detail, day, _group in self.new]


def supports_after(plan, is_news):
    """Each support of the file is one on record of the same kind and detail, or a new one.

    A day recorded here by hand stays; nothing is taken away. What the file says otherwise is a remark.
    """
    on_record = plan.known.supports if plan.known else []
    after = Supports(kept=[dict(support) for support in on_record])
    if not is_news:
        return after
    wanted, there = defaultdict(list), defaultdict(list)
    for kind, detail, day in plan.parsed.supports:
        wanted[kind, detail].append(day)
    for support in after.kept:
        there[support["kind"], support["detail"]].append(support)
    matched = {key: _match(plan, after, days, list(there[key])) for key, days in wanted.items()}
    _add(plan, after, matched, there)
    return after


def _match(plan, after, days, candidates):
    """How many of these days are left over when each found its support on record: a list of them."""
    exact = [day for day in days if not _take(candidates, lambda s, day=day: s["day"] == day)]
    left = []
    for day in exact:
        if day is None:
            found = _take(candidates, lambda s: True)
        else:
            found = _take(candidates, lambda s, day=day: s["day"] is None and _fits(s, day))
            found = found or _take(candidates, lambda s, day=day: s["may_move"] and _fits(s, day))
            if found:
                found["day"] = day
                after.moved.append(found)
            elif found := _take(candidates, lambda s: True):
                told = {"ours": found["day"], "theirs": day}
                plan.warn(
                    "support_dates",
                    _("W programie to wsparcie zaczęło się %(ours)s, w pliku %(theirs)s. Zostaje data z programu.")
                    % told,
                )
        if not found:
            left.append(day)
    return left


def _take(candidates, fits):
    """The first candidate that fits, taken out of the list; None when there is none."""
    for place, candidate in enumerate(candidates):
        if fits(candidate):
            return candidates.pop(place)
    return None


def _fits(support, day):
    return support["ended_on"] is None or day <= support["ended_on"]


def _add(plan, after, left, there):
    """New supports in the order of the file; the nth of one kind goes into a group of its own, so that none is lost."""
    for kind, detail, day in plan.parsed.supports:
        key = kind, detail
        if day not in left[key]:
            continue
        left[key].remove(day)
        taken = {support["group"] for support in there[key]}
        group = next(name for name in map(group_name, range(1, len(taken) + 2)) if name not in taken)
        there[key].append({"group": group})
        after.new.append((kind, detail, day, group))


@dataclass
class Outcomes:
    """Outcomes to make (dictionaries of columns), to move to another day, and to delete, because the file says otherwise now."""

    new: list = field(default_factory=list)
    moved: list = field(default_factory=list)
    gone: list = field(default_factory=list)

    @property
    def is_same(self):
        return not (self.new or self.moved or self.gone)


def outcomes_after(plan, is_news):
    """Each situation that is a result is an outcome on the day of leaving, unless one of its kind is on record."""
    facts, after = plan.facts, Outcomes()
    left = facts["left_on"]
    if not is_news or left is None:
        return after
    wanted = [OUTCOME_OF[code].value for code in facts["situations"] if code in OUTCOME_OF]
    on_record = plan.known.outcomes if plan.known else []
    ours = [outcome for outcome in on_record if outcome["from_file"] and outcome["evidence"] == EVIDENCE]
    after.gone = [outcome for outcome in ours if outcome["kind"] not in wanted]
    after.moved = [o for o in ours if o["kind"] in wanted and o["obtained_on"] != left]
    there = {outcome["kind"] for outcome in on_record}
    after.new = [_outcome(kind, facts) for kind in wanted if kind not in there]
    return after


def _outcome(kind, facts):
    has_business = kind == OutcomeKind.EMPLOYMENT and facts["business_started_on"]
    return {
        "kind": kind,
        "obtained_on": facts["left_on"],
        "evidence": EVIDENCE,
        "from_file": True,
        "is_validated": kind == OutcomeKind.QUALIFICATION,
        "contract_kind": ContractKind.BUSINESS.value if has_business else "",
    }
