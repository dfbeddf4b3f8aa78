"""The progress report: values beside targets, built once; the screen, the paper, the spreadsheet and the command line show this object."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import groupby

from django.db.models import Q

from projects.models import Project

from . import catalogue, effectiveness
from .definitions import Definition, percent_of
from .models import Kind, ProjectIndicator
from .queries import Counted, Figure, compute, definition_of
from .targets import Target, promises, target_on

NOTHING = Figure(None, None, None)


@dataclass(frozen=True)
class Row:
    """One indicator of a report: its definition, the target that held on the day (None without one), what was counted.

    ``indicator`` is the project's own row behind it, None for a common indicator. What the authority measures and has not told
    yet has no value: ``value`` is then a figure of three empty places.
    """

    definition: Definition
    counted: Counted
    target: Target | None
    elapsed: Decimal
    indicator: ProjectIndicator | None = None

    @property
    def value(self):
        return self.counted.value or NOTHING

    @property
    def has_value(self):
        return self.value.total is not None

    @property
    def has_target(self):
        return self.target is not None and self.target.total is not None

    @property
    def percent(self):
        """The degree of achievement (stopień realizacji), in per cent with two decimals, not capped; None without a target or with 0.

        Of a target in per cent it is the achieved per cent of the participants by the promised per cent, neither of them rounded.
        """
        if not self.target or not self.has_value:
            return None
        if self.target.percent is not None:
            return percent_of(self.value.total * 100, self.target.percent * self.target.base)
        return percent_of(self.value.total, self.target.total)

    @property
    def percent_women(self):
        """The degree of achievement among women, where the agreement promised so many of them; else None."""
        return self._share("women")

    @property
    def percent_men(self):
        """The same among men."""
        return self._share("men")

    def _share(self, part):
        promised, achieved = getattr(self.target, part, None), getattr(self.value, part)
        return None if promised is None or achieved is None else percent_of(achieved, promised)

    @property
    def short_of(self):
        """How many are missing to the target; 0 when it is reached, or when nobody knows the value."""
        return max(self.target.total - self.value.total, 0) if self.has_target and self.has_value else 0

    @property
    def is_reached(self):
        """The target is reached, the promised women among it; a part of nobody is not reached yet."""
        if not self.has_target or not self.has_value or self.target.base == 0:
            return False
        return not self.short_of and not self.women_short_of

    @property
    def women_short_of(self):
        """How many women are missing where the agreement promised at least so many."""
        if not self.has_target or self.target.women is None or self.value.women is None:
            return 0
        return max(self.target.women - self.value.women, 0)

    @property
    def is_behind(self):
        """Less is achieved than time has gone by: the target is at risk."""
        return self.percent is not None and not self.is_reached and self.percent < self.elapsed


@dataclass(frozen=True)
class ProgressReport:
    """A project on a day: targets and values, common indicators without a target, effectiveness.

    ``since`` is the first day of a reporting period, or None. ``recorded`` counts every participation, ``drafts`` those that do
    not exist for the institution yet.
    """

    project: Project
    on: date
    since: date | None
    rows: list[Row]
    common: list[Row]
    later: list[Row]
    effectiveness: list
    people: Counted
    recorded: int
    drafts: int
    elapsed: Decimal = field(default=Decimal(0))
    counted: dict = field(default_factory=dict, repr=False)

    @classmethod
    def build(cls, project, on=None, since=None):
        """The report of one project; at most four statements."""
        return cls.build_all([project], on, since)[0]

    @classmethod
    def build_all(cls, projects, on=None, since=None):
        """The reports of several projects on one day each, asked together; without ``on`` each stands on its own default day."""
        indicators = _by_project(ProjectIndicator.objects.filter(project__in=projects).with_changes(), projects)
        thresholds = _by_project(
            effectiveness.thresholds_of(projects),
            projects,
        )
        reports = {}
        for day, same_day in _by_day(projects, on).items():
            definitions = {d.key: d for p in same_day for d in _definitions(p, indicators[p.pk])}
            extra = effectiveness.conditions([threshold for p in same_day for threshold in thresholds[p.pk]])
            extra |= {"recorded": Q(), "drafts": Q(is_complete=False)}
            promised = [definition_of(i).key for p in same_day for i in indicators[p.pk] if promises(i, day)]
            counted = compute(same_day, list(definitions.values()), day, since, extra, promised)
            for project in same_day:
                reports[project.pk] = cls._of(
                    project,
                    day,
                    since,
                    indicators[project.pk],
                    thresholds[project.pk],
                    counted[project.pk],
                )
        return [reports[project.pk] for project in projects]

    @classmethod
    def _of(cls, project, on, since, indicators, thresholds, counted):
        elapsed = project.time_elapsed(on)
        rows = _rows(indicators, counted, on, elapsed)
        used = {row.definition.key for row in rows}
        common = [d for d in catalogue.reported(project.programme.indicator_list) if d.key not in used]
        later = [d for d in catalogue.later(project.programme.indicator_list) if d.key not in used]
        return cls(
            project=project,
            on=on,
            since=since,
            rows=rows,
            common=[Row(d, counted[d.key], None, elapsed) for d in common],
            later=[Row(d, counted[d.key], None, elapsed) for d in later],
            effectiveness=effectiveness.read(thresholds, counted),
            people=counted[catalogue.PEOPLE.key],
            recorded=counted["recorded"].total,
            drafts=counted["drafts"].total,
            elapsed=elapsed,
            counted=counted,
        )

    def with_counted(self, counted):
        """The same report with other counts; ``counted`` has every key of this report's own."""
        indicators = [row.indicator for row in self.rows]
        thresholds = [item.threshold for item in self.effectiveness]
        return self._of(self.project, self.on, self.since, indicators, thresholds, self.counted | counted)

    @property
    def subject(self):
        """Whose report it is; the report of a programme has another kind of subject."""
        return self.project

    @property
    def programme(self):
        """The programme that pays; None in the report of a programme itself."""
        return self.project.programme

    @property
    def title(self):
        """The project's title with its edition."""
        return self.project.name

    @property
    def institution(self):
        """The name of the beneficiary, or "" where the project names none."""
        return self.project.lead.name if self.project.lead else ""

    @staticmethod
    def promised_by(project, on):
        """The rows with a target alone: one statement for a project without targets, three at most."""
        indicators = [i for i in project.indicators.with_changes() if promises(i, on)]
        definitions = [*map(definition_of, indicators), *_base(indicators)]
        counted = compute([project], definitions, on)[project.pk]
        return _rows(indicators, counted, on, project.time_elapsed(on))

    @staticmethod
    def target_of(project, indicator, on):
        """The target of one indicator, which may be None, on the day; counts the participants only if it is a part of them."""
        base = _base([indicator])
        return target_on(indicator, on, _participants(compute([project], base, on)[project.pk]) if base else 0)

    @staticmethod
    def row_of(project, definition, indicator, on):
        """One row of the report alone, counted by the same statement; ``indicator`` is the project's own row, or None."""
        counted = compute([project], [definition, *_base([indicator])], on)[project.pk]
        target = target_on(indicator, on, _participants(counted))
        return Row(definition, counted[definition.key], target, project.time_elapsed(on), indicator)

    @cached_property
    def outputs(self):
        return [row for row in self.rows if row.definition.kind == Kind.OUTPUT]

    @cached_property
    def results(self):
        return [row for row in self.rows if row.definition.kind == Kind.RESULT]

    @cached_property
    def with_target(self):
        return [row for row in self.rows if row.has_target]

    @cached_property
    def reached(self):
        return [row for row in self.with_target if row.is_reached]

    @cached_property
    def at_risk(self):
        return [row for row in self.with_target if row.is_behind]

    @cached_property
    def headline(self):
        """The row that the first sentence speaks of: the first product counting people with a target, or None."""
        return next(
            (row for row in self.outputs if row.has_target and row.definition.counts_people),
            None,
        )

    @cached_property
    def sections(self):
        """The common indicators under their headings: [(heading, rows)]."""
        return [(section, list(rows)) for section, rows in groupby(self.common, key=lambda row: row.definition.section)]

    @cached_property
    def halves(self):
        """The sections in two columns of about the same length, in order."""
        half, left = len(self.common) / 2, []
        for section in self.sections:
            if sum(len(rows) for _heading, rows in left) >= half:
                break
            left.append(section)
        return left, self.sections[len(left) :]

    @cached_property
    def told(self):
        """The common indicators of six months after leaving of which the authority has told a value."""
        return [row for row in self.later if row.has_value]

    @property
    def days_left(self):
        """Days from the day of the report to the last day of the project; negative when it has ended."""
        return (self.project.ends_on - self.on).days

    def row(self, key):
        """The row of this key, or None."""
        return next((row for row in self.rows + self.common + self.later if row.definition.key == key), None)


def _definitions(project, indicators):
    return [
        catalogue.PEOPLE,
        *map(definition_of, indicators),
        *catalogue.reported(project.programme.indicator_list),
        *catalogue.later(project.programme.indicator_list),
    ]


def _rows(indicators, counted, on, elapsed):
    """The rows of the project's indicators, each with the target that held on the day."""
    base = _participants(counted)
    pairs = [(indicator, definition_of(indicator)) for indicator in indicators]
    return [Row(d, counted[d.key], target_on(i, on, base), elapsed, i) for i, d in pairs]


def _base(indicators):
    """The participants, of whom a target in per cent is a part, when one of the indicators asks for them."""
    asked = any(promise.percent for i in indicators if i for promise in (i, *i.changes))
    return [catalogue.PEOPLE] if asked else []


def _participants(counted):
    return counted[catalogue.PEOPLE.key].value.total if catalogue.PEOPLE.key in counted else 0


def _by_project(rows, projects):
    found = {project.pk: [] for project in projects}
    for row in rows:
        found[row.project_id].append(row)
    return found


def _by_day(projects, on):
    days = {}
    for project in projects:
        days.setdefault(on or project.default_day(), []).append(project)
    return days
