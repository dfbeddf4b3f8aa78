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
from .queries import Counted, compute, definition_of


@dataclass(frozen=True)
class Row:
    """One indicator of a report: its definition, the project's target (None where it promised none), what was counted."""

    definition: Definition
    counted: Counted
    target: ProjectIndicator | None
    elapsed: Decimal

    @property
    def value(self):
        return self.counted.value

    @property
    def has_target(self):
        return self.target is not None and self.target.total is not None

    @property
    def percent(self):
        """The degree of achievement (stopień realizacji), in per cent with two decimals, not capped; None without a target or with 0."""
        return percent_of(self.value.total, self.target.total) if self.target else None

    @property
    def short_of(self):
        """How many are missing to the target; 0 when it is reached."""
        return max(self.target.total - self.value.total, 0) if self.has_target else 0

    @property
    def is_reached(self):
        """The target is reached, the promised women among it."""
        return self.has_target and not self.short_of and not self.women_short_of

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
    effectiveness: list
    people: Counted
    recorded: int
    drafts: int
    elapsed: Decimal = field(default=Decimal(0))

    @classmethod
    def build(cls, project, on=None, since=None):
        """The report of one project; at most four statements."""
        return cls.build_all([project], on, since)[0]

    @classmethod
    def build_all(cls, projects, on=None, since=None):
        """The reports of several projects on one day each, asked together; without ``on`` each stands on its own default day."""
        indicators = _by_project(ProjectIndicator.objects.filter(project__in=projects), projects)
        thresholds = _by_project(
            effectiveness.EffectivenessThreshold.objects.filter(project__in=projects),
            projects,
        )
        reports = {}
        for day, same_day in _by_day(projects, on).items():
            definitions = {d.key: d for p in same_day for d in _definitions(p, indicators[p.pk])}
            extra = effectiveness.conditions([threshold for p in same_day for threshold in thresholds[p.pk]])
            extra |= {"recorded": Q(), "drafts": Q(is_complete=False)}
            promised = [definition_of(row).key for p in same_day for row in indicators[p.pk] if row.total is not None]
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
        rows = [Row(d, counted[d.key], row, elapsed) for row, d in ((row, definition_of(row)) for row in indicators)]
        used = {row.definition.key for row in rows}
        common = [d for d in catalogue.common(project.programme.indicator_list) if d.key not in used]
        return cls(
            project=project,
            on=on,
            since=since,
            rows=rows,
            common=[Row(d, counted[d.key], None, elapsed) for d in common],
            effectiveness=effectiveness.read(thresholds, counted),
            people=counted[catalogue.PEOPLE.key],
            recorded=counted["recorded"],
            drafts=counted["drafts"],
            elapsed=elapsed,
        )

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
        targets = list(project.indicators.filter(total__isnull=False))
        definitions = [definition_of(target) for target in targets]
        counted = compute([project], definitions, on)[project.pk]
        elapsed = project.time_elapsed(on)
        return [Row(d, counted[d.key], target, elapsed) for d, target in zip(definitions, targets, strict=True)]

    @staticmethod
    def row_of(project, definition, target, on):
        """One row of the report alone, counted by the same statement."""
        counted = compute([project], [definition], on)[project.pk][definition.key]
        return Row(definition, counted, target, project.time_elapsed(on))

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

    @property
    def days_left(self):
        """Days from the day of the report to the last day of the project; negative when it has ended."""
        return (self.project.ends_on - self.on).days

    def row(self, key):
        """The row of this key, or None."""
        return next((row for row in self.rows + self.common if row.definition.key == key), None)


def _definitions(project, indicators):
    return [
        catalogue.PEOPLE,
        *map(definition_of, indicators),
        *catalogue.common(project.programme.indicator_list),
    ]


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
