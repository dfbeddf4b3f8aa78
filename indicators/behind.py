"""What is behind a figure that counts people: its size, its groups, and both lists, a page at a time."""

from dataclasses import dataclass
from functools import cached_property, reduce
from operator import or_

from django.core.paginator import Paginator
from django.db.models import Q

from participants.vocabulary import Sex

from . import reasons
from .forms.why import Asked
from .models import ProjectIndicator
from .queries import Counted, Figure, figure
from .reasons import COUNTED, EARLIER, GONE, Reading
from .reports import ProgressReport, Row

PAGE = 25


@dataclass(frozen=True)
class Behind:
    """The people behind one figure of a project, as far as they were asked for.

    The figure is the size of the group of those counted (of a period: less those who went), so it cannot differ from the lists.
    """

    reading: Reading
    asked: Asked
    indicator: ProjectIndicator | None = None

    @property
    def project(self):
        return self.reading.project

    @property
    def _rule(self):
        return self.reading.definition, self.reading.on, self.reading.before, self.project

    @cached_property
    def _sizes(self):
        """The sizes of everybody, and of those whom the search finds."""
        condition = self.asked.condition
        found = reasons.sizes(self.project.participations, *self._rule, condition)
        return found if condition else (found, found)

    @property
    def by_sex(self):
        """{group: {sex: number}} of everybody recorded."""
        return self._sizes[0]

    @cached_property
    def sizes(self):
        """{group: number} of the sex that was asked for."""
        return self._of_sex(self.by_sex)

    @cached_property
    def found(self):
        """{group: number} of those whom the search finds, in the group that was asked for."""
        sizes = self._of_sex(self._sizes[1])
        return {group: number for group, number in sizes.items() if self.asked.group in (None, group)}

    def _of_sex(self, by_sex):
        sex = self.asked.sex
        return {group: found.get(sex, 0) if sex else sum(found.values()) for group, found in by_sex.items()}

    @property
    def recorded(self):
        return sum(self.sizes.values())

    @property
    def counted_number(self):
        """How many of the counted are found."""
        return self.found.get(COUNTED, 0)

    @property
    def others_number(self):
        """How many of the others are found."""
        return sum(self.found.values()) - self.counted_number

    @cached_property
    def row(self):
        """The row of the report that the figure stands in, made of the same sizes."""
        day = self.reading.on
        target = ProgressReport.target_of(self.project, self.indicator, day)
        return Row(self.reading.definition, self._counted, target, self.project.time_elapsed(day), self.indicator)

    @property
    def _counted(self):
        came, went, earlier = (figure(self.by_sex.get(group, {})) for group in (COUNTED, GONE, EARLIER))
        return Counted(came + earlier, came - went if self.reading.since else None)

    @property
    def figure(self) -> Figure:
        """The figure itself: of the period, or from the beginning."""
        return self.row.value if self.row.counted.period is None else self.row.counted.period

    def part(self):
        """The number of the figure for the sex that was asked for."""
        return {Sex.FEMALE: self.figure.women, Sex.MALE: self.figure.men}.get(self.asked.sex, self.figure.total)

    @property
    def came(self):
        """How many people came in the period."""
        return sum(self.by_sex.get(COUNTED, {}).values())

    @property
    def went(self):
        """How many people went in the period: they counted before it and do not on its last day."""
        return sum(self.by_sex.get(GONE, {}).values())

    @property
    def shown(self):
        """How many people both lists have."""
        return sum(self.found.values())

    @property
    def shows_counted(self):
        return self.asked.group in (None, COUNTED)

    @property
    def shows_others(self):
        return self.asked.group != COUNTED

    def counted(self):
        """Those who make up the figure, as they were asked for, in order; a query. Read in files, row after row."""
        people = reasons.counted_people(self._asked_for(), *self._rule) if self.shows_counted else self._nobody()
        return reasons.in_order_of_names(people, self.reading.sees_names).select_related("person")

    def others(self):
        """The others, as they were asked for, nearest first; a query."""
        people = reasons.other_people(self._asked_for(), *self._rule) if self.shows_others else self._nobody()
        if self.asked.group is not None:
            people = people.filter(group=self.asked.group)
        return self._nearest_first(people).select_related("person")

    def _nearest_first(self, people):
        return reasons.nearest_first(people, self.reading.definition, self.reading.on, self.reading.sees_names)

    def _asked_for(self):
        return self.asked.narrow(self.project.participations.all())

    def _nobody(self):
        return reasons.with_group(self.project.participations.none(), *self._rule)

    def pages(self, query):
        """Both lists, a page each, every person with cells: (counted page, its people, page of the others, its people)."""
        counted_page = _page(self.counted_number, query.get("counted"))
        others_page = _page(self.others_number, query.get("others"))
        people = self._people_of(counted_page, others_page)
        for participation in people:
            participation.cells = self.reading.cells(participation)
            is_dated = self.reading.since and participation.group == COUNTED
            participation.measured_on = self.reading.measured_on(participation) if is_dated else None
        counted = [participation for participation in people if participation.group == COUNTED]
        return counted_page, counted, others_page, people[len(counted) :]

    def _people_of(self, counted_page, others_page):
        """The people of both pages, the counted first: one query beside those for what their facts are read from."""
        cuts = [_cut(self.counted(), counted_page), _cut(self.others(), others_page)]
        chosen = [Q(pk__in=cut.values("pk")) for cut in cuts if cut is not None]
        if not chosen:
            return []
        people = self.project.participations.filter(reduce(or_, chosen))
        people = reasons.with_children(reasons.with_reasons(people, *self._rule))
        return list(self._nearest_first(people).select_related("person"))


def _page(number, asked):
    """One page of so many rows, without the rows, which come from a query of their own."""
    return Paginator(range(number), PAGE).get_page(asked)


def _cut(people, page):
    """The rows of the page, still a query; None where there are none."""
    return people[page.start_index() - 1 : page.end_index()] if page.paginator.count else None
