"""The figures of a report as lines of a table, the same for what is frozen and for what would be submitted now."""

from dataclasses import dataclass
from decimal import Decimal

from indicators.definitions import percent_of
from indicators.models import Kind
from indicators.queries import Figure

NOTHING = {"women": None, "men": None, "total": None}
NO_DRIFT = Figure(None, None, None)


@dataclass(frozen=True)
class Line:
    """One indicator: its target, what came in the period, what there is from the beginning.

    ``drift`` is by how many the value from the beginning differs from the value told last time plus that of the period: earlier
    data were corrected since; ``drift_women`` and ``drift_men`` the same of women and men, who can change places within one total.
    None where there is no earlier report, or the indicator was not in it. The addresses lead to those behind the figures.
    """

    key: str
    code: str
    name: str
    unit: str
    kind: str
    promised: bool
    target: Figure
    target_percent: Decimal | None
    is_at_least: bool
    period: Figure
    value: Figure
    percent: Decimal | None
    drift: int | None
    drift_women: int | None
    drift_men: int | None
    value_url: str
    period_url: str
    drift_url: str

    @property
    def percent_women(self):
        """The degree of achievement among women, where the agreement promised so many of them; else None."""
        return percent_of(self.value.women, self.target.women) if self._has("women") else None

    @property
    def percent_men(self):
        """The same among men."""
        return percent_of(self.value.men, self.target.men) if self._has("men") else None

    @property
    def is_drifted(self):
        """Whether the total, the women or the men are not the sum."""
        return bool(self.drift or self.drift_women or self.drift_men)

    def _has(self, part):
        return getattr(self.target, part) is not None and getattr(self.value, part) is not None


def lines_of(data, earlier, doors):
    """The lines of a report's content; ``earlier`` is the content of the report that the authority got before it, or None.

    ``doors`` gives the address of those behind a figure: ``doors(key, part)``, the part being value, period or drift.
    """
    before = {told["key"]: told for told in earlier["indicators"]} if earlier else {}
    return [_line(told, before.get(told["key"]), doors) for told in data["indicators"]]


def _line(told, before, doors):
    target = told["target"] or NOTHING
    value, period = figure(told["value"]), figure(told["period"])
    earlier = figure(before["value"]) if before else None
    drift = value - period - earlier if earlier else NO_DRIFT
    return Line(
        key=told["key"],
        code=told["code"] or "",
        name=told["name"],
        unit=told["unit"],
        kind=told["kind"],
        promised=told["promised"],
        target=figure(target),
        target_percent=target.get("percent"),
        is_at_least=bool(target.get("at_least")),
        period=period,
        value=value,
        percent=told["percent"],
        drift=drift.total,
        drift_women=drift.women,
        drift_men=drift.men,
        value_url=doors(told["key"], "value"),
        period_url=doors(told["key"], "period"),
        drift_url=doors(told["key"], "drift"),
    )


def figure(parts):
    """Women, men and total; three empty places where there is no value."""
    parts = parts or NOTHING
    return Figure(parts["women"], parts["men"], parts["total"])


@dataclass(frozen=True)
class Table:
    """The lines of a report in the order of the form; ``previous`` is the report that the drift is measured from, or None."""

    lines: list[Line]
    measures: list[dict]
    previous: object

    @property
    def own(self):
        return [line for line in self.lines if line.promised]

    @property
    def outputs(self):
        return [line for line in self.lines if line.promised and line.kind == Kind.OUTPUT]

    @property
    def results(self):
        return [line for line in self.lines if line.promised and line.kind == Kind.RESULT]

    @property
    def common(self):
        """The common indicators of the list, which have no target."""
        return [line for line in self.lines if not line.promised]

    @property
    def drifted(self):
        """Lines whose earlier data were corrected since the last report."""
        return [line for line in self.lines if line.is_drifted]


def table_of(data, previous, doors):
    """The table of a report's content, after the submitted report ``previous`` (None for the first)."""
    lines = lines_of(data, previous.data if previous else None, doors)
    return Table(lines, [_measure(told, doors) for told in data["effectiveness"]], previous)


def _measure(told, doors):
    return told | {f"{part}_url": doors(told["key"], part) for part in ("numerator", "denominator")}
