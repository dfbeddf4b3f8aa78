"""The words: every fact an indicator may ask for, once, with its Polish sentence and the fact that proves it.

A condition speaks of plain columns of the participation (a system check refuses anything that could multiply rows).
"""

from ..definitions import Word
from . import proofs, situation, status, supports, way
from .status import aged
from .supports import support_finished, support_started


def _words(module):
    """The words of a module in its order: those with a name of their own, and those that follow a code list."""
    for value in vars(module).values():
        if isinstance(value, Word):
            yield value
        elif isinstance(value, dict):
            yield from (word for word in value.values() if isinstance(word, Word))


PLAIN = {word.name: word for module in (way, status, situation, supports, proofs) for word in _words(module)}
WITH_KEY = {"started": support_started, "completed": support_finished}


def spell(text):
    """The word of this name, as project-own indicators store them: ``entered``, ``aged:18-29``, ``started:f12``.

    Raises KeyError for a word that does not exist.
    """
    if text in PLAIN:
        return PLAIN[text]
    name, _separator, argument = text.partition(":")
    if name == "aged":
        low, high = (int(part) if part else None for part in argument.split("-"))
        return aged(low, high)
    return WITH_KEY[name](argument)
