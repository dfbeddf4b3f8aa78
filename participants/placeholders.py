"""What people write where there is no identifier: it names nobody, so nobody is recognised or merged by it."""

import re

from django.conf import settings
from django.utils.translation import gettext_lazy as _

# Seen in files of projects; 44051401458 is the example of the authority's own instructions.
KNOWN = frozenset(
    {
        "",
        "0",
        "x",
        "brak",
        "brakpesel",
        "brakpeselu",
        "nie",
        "niema",
        "nieposiada",
        "niedotyczy",
        "nd",
        "n/d",
        "bd",
        "b/d",
        "nieznany",
        "none",
        "null",
        "12345678901",
        "01234567890",
        "44051401458",
    }
)
GAPS = re.compile(r"[\s._–—-]+")
REPEATED = re.compile(r"(.)\1*")

NOT_AN_IDENTIFIER = _(
    "To wpis zastępczy, a nie identyfikator: po nim nikogo nie da się rozpoznać. Wpisz numer z dokumentu albo zostaw pole puste."
)


def without_gaps(text):
    return GAPS.sub("", text).casefold()


def placeholders():
    """The known ones and those that the setting PLACEHOLDER_IDENTIFIERS adds, written as ``without_gaps`` writes."""
    return KNOWN | {without_gaps(text) for text in settings.PLACEHOLDER_IDENTIFIERS}


def is_placeholder(text):
    """Whether this stands for "there is no identifier": a known word, nothing but gaps, or one sign repeated."""
    bare = without_gaps(text)
    return bare in placeholders() or bool(REPEATED.fullmatch(bare))
