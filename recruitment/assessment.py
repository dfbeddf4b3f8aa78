"""How one candidate stands with the criteria: each met or not, by which fact, for how many points."""

from dataclasses import dataclass

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from .facts import facts_of_one
from .rules import RULES
from .vocabulary import BY_COMMISSION, CriterionKind, RuleCode

MET, NOT_MET, NO_DATA = "met", "not_met", "no_data"
VERDICTS = {MET: _("spełnia"), NOT_MET: _("nie spełnia"), NO_DATA: _("brak danych")}


@dataclass(frozen=True)
class Line:
    """One criterion of one candidate: the verdict and the fact that decided it."""

    criterion: object
    sentence: str
    verdict: str
    fact: str
    points: int
    remedy: str
    field: str

    @property
    def said(self):
        return VERDICTS[self.verdict]

    @property
    def is_formal(self):
        return self.criterion.kind == CriterionKind.FORMAL

    @property
    def is_for_commission(self):
        """Whether the commission has to answer it, and not the candidate."""
        return self.criterion.rule in BY_COMMISSION

    def as_record(self):
        """What the history of decisions keeps of it."""
        return {
            "criterion": self.sentence,
            "verdict": self.verdict,
            "fact": self.fact,
            "points": None if self.is_formal else self.points,
        }


class Asking:
    """A criterion made ready to be asked many times."""

    def __init__(self, criterion):
        self.criterion = criterion
        self.params = {**criterion.params, "criterion": criterion.pk}
        self.rule = RULES[criterion.rule]
        self.holds = self.rule.test(self.params)
        self.is_formal = criterion.kind == CriterionKind.FORMAL
        self.is_mark = criterion.rule == RuleCode.SCORE

    def points(self, facts, verdict):
        if self.is_mark:
            given = facts.answers.get(self.criterion.pk)
            return min(given[1], self.criterion.points) if given else 0
        return self.criterion.points if verdict else 0

    @cached_property
    def sentence(self):
        return self.criterion.sentence

    def line(self, facts, verdict):
        return Line(
            criterion=self.criterion,
            sentence=self.sentence,
            verdict=NO_DATA if verdict is None else MET if verdict else NOT_MET,
            fact=self.rule.fact(facts, self.params),
            points=0 if self.is_formal else self.points(facts, verdict),
            remedy=str(self.rule.remedy) if verdict is None else "",
            field=self.rule.field if verdict is None else "",
        )


class Assessment:
    """One candidate against all criteria of the round. The verdicts are counted at once, the words only when they are read.

    ``meets_formal`` is None while data are missing and nothing failed: such a person can neither be ranked nor refused.
    """

    def __init__(self, facts, askings):
        self.facts, self.askings = facts, askings
        self.verdicts = [asking.holds(facts) for asking in askings]
        self.points, self.meets_formal = 0, True
        for asking, verdict in zip(askings, self.verdicts, strict=True):
            if not asking.is_formal:
                self.points += asking.points(facts, verdict)
            elif verdict is None:
                self.meets_formal = self.meets_formal and None
            elif not verdict:
                self.meets_formal = False

    @cached_property
    def lines(self):
        """A line a criterion, formal ones first, in their order."""
        return [asking.line(self.facts, verdict) for asking, verdict in zip(self.askings, self.verdicts, strict=True)]

    @property
    def formal(self):
        return [line for line in self.lines if line.is_formal]

    @property
    def scored(self):
        return [line for line in self.lines if not line.is_formal]

    @property
    def failed(self):
        """The formal criteria not met."""
        return [line for line in self.formal if line.verdict == NOT_MET]

    @property
    def gaps(self):
        """The formal criteria about which nothing can be said yet."""
        return [line for line in self.formal if line.verdict == NO_DATA]

    @property
    def waits_for_candidate(self):
        """Whether a paper or an answer of the candidate's own is missing, not one of the commission's."""
        return bool(self.facts.lacks) or any(
            verdict is None and asking.is_formal and asking.criterion.rule not in BY_COMMISSION
            for asking, verdict in zip(self.askings, self.verdicts, strict=True)
        )

    @property
    def most(self):
        """How many points there are to be had at all."""
        return most_points(self.askings)


def most_points(askings):
    """The most points that one person can have: of criteria that exclude each other (moderate and severe) the better one counts."""
    by_rule = {}
    for asking in askings:
        if not asking.is_formal:
            by_rule.setdefault(asking.criterion.rule, []).append(asking)
    return sum(_most_of_one_rule(same) for same in by_rule.values())


def _most_of_one_rule(askings):
    possible = [] if askings[0].is_mark else askings[0].rule.possible()
    if not possible:
        return sum(asking.criterion.points for asking in askings)
    return max(sum(asking.criterion.points for asking in askings if asking.holds(one)) for one in possible)


def askings_of(round):
    """The criteria of a round ready to be asked, formal ones first."""
    return [Asking(criterion) for criterion in round.criteria.in_order()]


def assess(candidate):
    """How this candidate stands with the criteria of her round."""
    return Assessment(facts_of_one(candidate), askings_of(candidate.round))
