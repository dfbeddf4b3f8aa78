"""The words of an indicator, read for a row in memory: for people who do not exist, and for facts that have not happened.

The condition is the one that the database executes, as Django compiles it, so that NULL, negation and columns compare as they do
there: true, false, or unknown (None). What an indicator may ask for is little (plain columns, keys of a JSON column); anything else
raises ``NotReadable`` when it is compiled, and never counts wrongly.
"""

import operator
from datetime import date, timedelta
from functools import lru_cache

from django.db.models import Q
from django.db.models.expressions import Col, CombinedExpression, ExpressionWrapper, Value
from django.db.models.fields.json import KeyTransform
from django.db.models.lookups import Lookup
from django.db.models.sql.where import AND, OR, NothingNode, WhereNode

from participants.models import Participation

from .definitions import at

COMPARISONS = {"exact": operator.eq, "lt": operator.lt, "lte": operator.le, "gt": operator.gt, "gte": operator.ge}


class NotReadable(TypeError):
    """The condition asks for something that a row in memory does not hold."""


@lru_cache(maxsize=4000)
def reader(condition: Q, on: date):
    """A function that says of a participation in memory whether the condition holds of it on the day.

    Raises NotReadable for a condition that asks for more than the participation's own columns.
    """
    tree = _tree(Participation.objects.filter(at(condition, on)).query.where)
    return lambda row: tree(row) is True


# --- truth: each maker gives a function of a row that answers True, False or None


def _tree(node):
    """Unknown under AND gives way to false, under OR to true."""
    if node.connector not in (AND, OR):
        raise NotReadable(node.connector)
    children = [_leaf(child) for child in node.children]
    decisive = node.connector == OR

    def truth(row):
        answer = not decisive
        for child in children:
            one = child(row)
            if one is decisive:
                return decisive
            if one is None:
                answer = None
        return answer

    return _negated(truth) if node.negated else truth


def _negated(truth):
    def negated(row):
        answer = truth(row)
        return None if answer is None else not answer

    return negated


def _leaf(child):
    if isinstance(child, WhereNode):
        return _tree(child)
    if isinstance(child, NothingNode):
        return lambda row: False
    return _comparison(child) if isinstance(child, Lookup) else _value(child)


def _comparison(lookup):
    held, name = _value(lookup.lhs), lookup.lookup_name
    if name == "isnull":
        return lambda row: (held(row) is None) == lookup.rhs
    if name == "in":
        return _in(held, lookup.rhs)
    if name == "range":
        low, high = (_value(end) for end in lookup.rhs)
        return _both(_compared(operator.ge, held, low), _compared(operator.le, held, high))
    if name not in COMPARISONS:
        raise NotReadable(name)
    return _compared(COMPARISONS[name], held, _value(lookup.rhs))


def _in(held, values):
    """Nothing is in an empty list, not even the unknown: Django leaves the comparison out."""
    if hasattr(values, "resolve_expression"):
        raise NotReadable(type(values).__name__)
    values = [value for value in values if value is not None]
    if not values:
        return lambda row: False

    def truth(row):
        value = held(row)
        return None if value is None else value in values

    return truth


def _both(one, other):
    def truth(row):
        found = one(row), other(row)
        return False if False in found else None if None in found else True

    return truth


def _compared(compare, held, expected):
    def truth(row):
        one, other = held(row), expected(row)
        return None if one is None or other is None else compare(one, other)

    return truth


# --- values


def _value(expression):
    """What an expression holds for a row; a plain value is itself."""
    if isinstance(expression, Col):
        return operator.attrgetter(expression.target.attname)
    if isinstance(expression, KeyTransform):
        document = _value(expression.lhs)
        return lambda row: (document(row) or {}).get(expression.key_name)
    if isinstance(expression, ExpressionWrapper):
        return _value(expression.expression)
    if isinstance(expression, Value):
        return lambda row: expression.value
    if isinstance(expression, CombinedExpression) and expression.connector in ("+", "-"):
        return _moved(expression)
    if hasattr(expression, "resolve_expression"):
        raise NotReadable(type(expression).__name__)
    return lambda row: expression


def _moved(expression):
    """A date moved by some days, as the database adds a number to a date."""
    one, other = _value(expression.lhs), _value(expression.rhs)
    move = operator.add if expression.connector == "+" else operator.sub

    def value(row):
        held, days = one(row), other(row)
        if held is None or days is None:
            return None
        return move(held, timedelta(days=days) if isinstance(held, date) and isinstance(days, int) else days)

    return value
