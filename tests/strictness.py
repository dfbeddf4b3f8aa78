"""What tests are stricter about than Django: undefined template variables fail, rows without an order come back reversed."""

import sys

from django.conf import settings
from django.db.models import QuerySet
from django.template.base import Node

OWN_TEMPLATES = str(settings.BASE_DIR / "templates")


class UndefinedVariable(AssertionError):
    """A template of this project names a variable that its view does not give."""


class Undefined(str):
    """The value of ``string_if_invalid``: an error where the template is ours, the usual nothing where it is Django's.

    Django asks ``if string_if_invalid`` and, if so, for ``string_if_invalid % variable``. Both questions look up in the stack
    which template file the expression stands in.
    """

    def __bool__(self):
        caller = sys._getframe(1)
        return caller.f_code.co_name == "resolve" and _origin(caller).startswith(OWN_TEMPLATES)

    def __contains__(self, part):
        return part == "%s"

    def __mod__(self, variable):
        origin = _origin(sys._getframe(1))
        if not origin.startswith(OWN_TEMPLATES):
            return ""
        raise UndefinedVariable(f"{origin.removeprefix(OWN_TEMPLATES)}: undefined variable {variable}")


def _origin(frame):
    """The template file of the node being rendered in or above this frame, or ""."""
    while frame:
        node = frame.f_locals.get("self")
        if frame.f_code.co_name == "render_annotated" and isinstance(node, Node):
            return str(getattr(node, "origin", ""))
        frame = frame.f_back
    return ""


def reverse_rows_without_order(monkeypatch):
    """A queryset that has no order gives its rows back to front, so that nobody relies on the order of insertion."""
    fetch_all = QuerySet._fetch_all

    def _fetch_all(self):
        is_fresh = self._result_cache is None
        fetch_all(self)
        if is_fresh and not self.ordered:
            self._result_cache.reverse()

    monkeypatch.setattr(QuerySet, "_fetch_all", _fetch_all)
