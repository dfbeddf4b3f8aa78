"""The application form as it is typed, and addresses of this room."""

from uuid import uuid4

from django.urls import reverse

from ..participants.paper import SL2014, SMEFS

NOT_ASKED = ("entered_on", "participant_kind")


def application(round, base=SL2014, **changes):
    """The POST of a new application; None takes a field out."""
    data = {name: value for name, value in base.items() if name not in NOT_ASKED}
    applied = f"{round.opens_on:%d.%m.%Y}"
    data |= {
        "round": str(round.pk),
        "applied_on": applied,
        "applied_at": "09:15",
        "submission": str(uuid4()),
        **changes,
    }
    return {name: value for name, value in data.items() if value not in (None, "")}


def address(name, project, *args):
    return reverse(f"recruitment:{name}", args=[project.slug, *args])


__all__ = ["SMEFS", "address", "application"]
