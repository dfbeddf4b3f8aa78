"""What stands under one word for one person: the fact that makes it true, or why it fails and what to do."""

from dataclasses import dataclass

from accounts.permissions import Permission


@dataclass(frozen=True)
class Cell:
    """One word for one person. ``reason`` says in bold why it fails, ``action`` what to do and ``url`` where.

    ``permission`` is what that place asks for, ``anchor`` the field to go to there. ``css``: "ok" holds, "bad" fails, "wait" is a
    matter of time, "na" cannot hold yet.
    """

    holds: bool
    fact: str = ""
    reason: str = ""
    action: str = ""
    url: str = ""
    css: str = "ok"
    anchor: str = ""
    permission: str = Permission.PARTICIPANTS_EDIT

    @property
    def text(self):
        """The fact with its reason, for files and terminals."""
        return " ".join(part for part in (str(self.reason), str(self.fact)) if part)
