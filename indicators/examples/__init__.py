"""The worked examples: who is counted and who is not, in tables a social worker can read and correct.

The tests run them, and so does the program beside the definition.
"""

from . import esf_2014, esf_plus, inclusion
from .rows import ON, Example

ALL = [*esf_2014.EXAMPLES, *inclusion.EXAMPLES, *esf_plus.EXAMPLES]

__all__ = ["ALL", "ON", "Example", "of"]


def of(key):
    """The examples of the indicator with this key, in the order of its table."""
    return [example for example in ALL if example.key == key]
