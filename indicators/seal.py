"""What a printed report says of its way to the authority: a draft, or what was submitted, when, by whom, under which sum."""

import re
from dataclasses import dataclass
from datetime import datetime

FOUR = re.compile(".{4}")


@dataclass(frozen=True)
class Seal:
    """``application`` is the number of the payment application. A draft has neither version nor moment nor sum of its own."""

    application: str
    version: int | None = None
    at: datetime | None = None
    by: str = ""
    checksum: str = ""

    @property
    def is_draft(self):
        return self.version is None

    @property
    def spaced_checksum(self):
        """The sum in groups of four, as one reads it from paper."""
        return spaced(self.checksum)


def spaced(checksum):
    """The digits in groups of four."""
    return " ".join(FOUR.findall(checksum))
