"""The report as data: what the command line prints and what the checksum is taken of."""

import hashlib
import json
import re
from decimal import Decimal

from .definitions import Definition

AS_NUMBER = re.compile(r'"\\u0000([0-9.]+)"')


def report_data(report):
    """The figures of a report as plain lists and dictionaries; percentages are ``Decimal``, None where there is none.

    The project's own rows come first, then the common ones of its list, then what the authority told of six months after
    leaving. ``value`` is cumulative to the day; ``period``
    is the part of it that came since the first day of the period, None where no period was asked for. An indicator that only the
    authority measures also says ``measured_on`` and ``document``; its value is what it told, None until it is recorded.
    """
    return {
        "project": report.subject.slug,
        "on": report.on.isoformat(),
        "since": report.since.isoformat() if report.since else None,
        "indicators": [_indicator(row) for row in [*report.rows, *report.common, *report.told]],
        "effectiveness": [_measure(measure) for measure in report.effectiveness],
    }


def _indicator(row):
    definition: Definition = row.definition
    return {
        "code": definition.code or None,
        "name": str(definition.name),
        "kind": str(definition.kind),
        "unit": str(definition.unit),
        "target": _target(row.target),
        "value": _parts(row.counted.value),
        "period": _parts(row.counted.period) if row.counted.period else None,
        "percent": row.percent,
    } | _told(row)


def _told(row):
    """On which day and in which document the authority told a value; nothing for what is counted here."""
    if not row.definition.is_measured_by_authority:
        return {}
    day = row.counted.measured_on
    return {"measured_on": day.isoformat() if day else None, "document": row.counted.document or None}


def _parts(figure):
    return {part: getattr(figure, part, None) for part in ("women", "men", "total")}


def _target(target):
    """The target that held on the day; ``percent`` of the participants makes ``total``, ``annex`` changed it ``holds_from`` a day."""
    holds_from = target.holds_from if target else None
    return _parts(target) | {
        "percent": target.percent if target else None,
        "holds_from": holds_from.isoformat() if holds_from else None,
        "annex": (target.annex if target else "") or None,
    }


def _measure(measure):
    return {
        "measure": str(measure.threshold.measure),
        "group": str(measure.threshold.group),
        "numerator": measure.numerator,
        "denominator": measure.denominator,
        "percent": measure.percent,
        "threshold": measure.threshold.percent,
        "met": measure.is_met,
        "pending": measure.pending,
        "excluded": measure.excluded,
        "degree": measure.degree,
        "needed": measure.needed,
        "name": measure.name,
    }


def written(data, indent=None):
    """The data as JSON text; a ``Decimal`` becomes a number with all its places (``89.60``)."""
    text = json.dumps(data, ensure_ascii=False, indent=indent, default=_marked)
    return AS_NUMBER.sub(r"\1", text)


def _marked(value):
    if isinstance(value, Decimal):
        return f"\0{value}"
    raise TypeError(f"{type(value).__name__} has no place in a report")


def checksum(report):
    """SHA-256 over the report's JSON without spaces, as 64 hexadecimal digits: the same figures, the same sum."""
    text = written(report_data(report))
    return hashlib.sha256(text.encode()).hexdigest()
