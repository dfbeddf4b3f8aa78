"""A condition written as data and read back, so that an old version of a definition can be counted again years later.

A condition is ``["field__lookup", value]``, or ``{"and": [...]}``, ``{"or": [...]}``, ``{"xor": [...]}``, each with ``"not": true``
where it is negated. A value that JSON has no word for is a dictionary of one key: ``{"date": "2024-02-05"}``,
``{"decimal": "0.5"}``, ``{"column": "labour_detail"}``; the open day of measurement is ``{"day": -28}``, or
``{"day_as_text": 0}`` inside a JSON column.
"""

import hashlib
import json
from datetime import date
from decimal import Decimal
from enum import Enum

from django.db.models import F, Q

from .definitions import Day

CONNECTORS = {Q.AND: "and", Q.OR: "or", Q.XOR: "xor"}


class Unwritable(Exception):
    """A condition asks for something that has no written form: the message names the value's type."""


def written(condition: Q):
    """The condition as data that JSON can hold. Raises Unwritable for a value of an unknown kind."""
    children = [
        written(child) if isinstance(child, Q) else [child[0], _value(child[1])] for child in condition.children
    ]
    data = {CONNECTORS[condition.connector]: children}
    return data | {"not": True} if condition.negated else data


def read(data) -> Q:
    """The condition that the data say; what ``written`` makes of it is the same data again."""
    ((name, children),) = [(key, value) for key, value in data.items() if key != "not"]
    connector = {word: connector for connector, word in CONNECTORS.items()}[name]
    parts = [read(child) if isinstance(child, dict) else (child[0], _read_value(child[1])) for child in children]
    condition = Q(_connector=connector, _negated=data.get("not", False))
    condition.children = parts
    return condition


def fingerprint(data):
    """64 letters that differ as soon as the data do, whatever the order of keys."""
    return hashlib.sha256(json.dumps(data, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _value(value):
    if isinstance(value, Day):
        return {"day_as_text" if value.as_text else "day": value.moved}
    if isinstance(value, Enum):
        value = value.value
    if isinstance(value, list | tuple | set | frozenset):
        return [_value(item) for item in (sorted(value) if isinstance(value, set | frozenset) else value)]
    if isinstance(value, date):
        return {"date": value.isoformat()}
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, F):
        return {"column": value.name}
    if value is None or isinstance(value, str | bool | int):
        return value
    raise Unwritable(type(value).__name__)


READERS = {
    "day": Day,
    "day_as_text": lambda moved: Day(moved, as_text=True),
    "date": date.fromisoformat,
    "decimal": Decimal,
    "column": F,
}


def _read_value(data):
    if isinstance(data, list):
        return [_read_value(item) for item in data]
    if isinstance(data, dict):
        ((kind, said),) = data.items()
        return READERS[kind](said)
    return data
