"""One round, or all of a project, as it stands now: ranking, quotas and proposal, from one reading of the candidates."""

from collections import defaultdict

from django.db.models import Count
from django.http import Http404
from django.utils.functional import cached_property

from .assessment import Asking
from .facts import facts_of
from .models import Criterion
from .proposal import next_from_reserve, propose
from .quotas import countings
from .ranking import Ranking


class Situation:
    """Everything that is counted about recruitment on a page, from the same facts: the parts cannot disagree.

    With a round: its ranking, the quotas that concern it, the proposal, the next from the reserve list.
    """

    def __init__(self, project, round=None):
        self.project, self.round = project, round
        self.rounds = list(project.rounds.annotate(gone=Count("forgotten")).order_by("-opens_on", "-pk"))

    @classmethod
    def of_round(cls, project, pk):
        """That of the round with this number in the project; Http404 where there is none."""
        situation = cls(project)
        situation.round = next((round for round in situation.rounds if round.pk == pk), None)
        if situation.round is None:
            raise Http404
        return situation

    @cached_property
    def countings(self):
        return countings(self.project, self.round, self.rounds)

    @cached_property
    def facts(self):
        """The facts of the candidates of the round; of the whole project where no round is asked for or a quota spans all."""
        spans = self.round is None or any(len(counting.rounds) > 1 for counting in self.countings)
        candidates = self.project.candidates.all()
        return facts_of(candidates if spans else candidates.filter(round=self.round))

    @cached_property
    def rankings(self):
        """Number of a round → its ranking, for every round whose candidates were read."""
        facts, criteria = defaultdict(list), defaultdict(list)
        for one in self.facts:
            facts[one.round_id].append(one)
        for criterion in Criterion.objects.filter(round__project=self.project).in_order():
            criteria[criterion.round_id].append(criterion)
        wanted = [round for round in self.rounds if round.pk in facts or round == self.round]
        return {
            round.pk: Ranking(round, facts[round.pk], [Asking(criterion) for criterion in criteria[round.pk]])
            for round in wanted
        }

    @cached_property
    def forgotten(self):
        """Number of a round → how many applications there were whose data are deleted."""
        return {round.pk: round.gone for round in self.rounds if round.gone}

    @property
    def ranking(self):
        return self.rankings[self.round.pk]

    @cached_property
    def excluded(self):
        """Those who meet not all formal criteria: nobody can count on them for a quota."""
        return {row.pk for ranking in self.rankings.values() for row in ranking.failed}

    @cached_property
    def standings(self):
        return self.standings_with({})

    def standings_with(self, decisions):
        """The quotas as they would stand with these decisions: pk → decision, the others as they are."""
        return [counting.standing(self.facts, decided=decisions, excluded=self.excluded) for counting in self.countings]

    @cached_property
    def proposals(self):
        return propose(self.ranking, self.countings, self.standings)

    @cached_property
    def next(self):
        """Whom the reserve list would send next, or None."""
        return next_from_reserve(self.ranking, self.countings, self.standings)
