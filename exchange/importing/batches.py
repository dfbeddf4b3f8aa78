"""Rows a chunk at a time."""

from itertools import islice

CHUNK = 1000


def batches(rows, size=CHUNK):
    """Lists of at most ``size`` of these rows, in order."""
    rows = iter(rows)
    while chunk := list(islice(rows, size)):
        yield chunk


def chunks_of(rows, size=CHUNK):
    """The rows of an import (a queryset) by number, a list at a time; what is written meanwhile does not disturb."""
    last = 0
    while chunk := list(rows.filter(number__gt=last).order_by("number")[:size]):
        last = chunk[-1].number
        yield chunk
