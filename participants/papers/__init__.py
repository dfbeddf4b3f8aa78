"""Papers that people sign and letters that they get: a text of the project or the supplied one, filled in and printed.

``render_paper(project, paper, values)`` prints one, ``render_packet`` all that are signed at the start; ``values_of(project, …)``
gives the values for somebody with an identity and an address, a participant or a candidate, or for nobody: then dotted lines
stand in their place. ``fill(text, values)`` gives plain text, for letters and e-mails.
"""

from .filling import PLACEHOLDERS, UnknownPlaceholder, check, fill
from .printing import PACKET, SIGNED, render_packet, render_paper
from .supplied import supplied_text, text_of
from .values import values_of, values_of_participation

__all__ = [
    "PACKET",
    "PLACEHOLDERS",
    "SIGNED",
    "UnknownPlaceholder",
    "check",
    "fill",
    "render_packet",
    "render_paper",
    "supplied_text",
    "text_of",
    "values_of",
    "values_of_participation",
]
