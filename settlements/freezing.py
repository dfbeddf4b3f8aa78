"""Submitting an application freezes its report whole: the figures, who was in them, the definitions, the files."""

import hashlib

from django.utils import timezone

from indicators.as_json import written

from . import papers
from .models import FrozenMembers, Part, SubmittedFile, SubmittedReport
from .taking import take
from .telling import told

ROWS_AT_ONCE = 20


def freeze(*, application, by, at):
    """The next version of the application's report, frozen as the data are now; ``at`` is the moment it says.

    Call it inside a transaction. Raises ``taking.Disagreement`` while the data never stand still.
    """
    frozen_at = timezone.now()
    taken = take(application.project, application.on, application.since)
    earlier, latest = application.predecessor(), application.latest()
    version = latest.version + 1 if latest else 1
    content = written(content_of(taken, application=application, version=version, at=at, by=by))
    report = SubmittedReport.objects.create(
        application=application,
        version=version,
        since=application.since,
        on=application.on,
        previous=earlier.latest() if earlier else None,
        submitted_at=at,
        frozen_at=frozen_at,
        submitted_by=by,
        content=content,
        checksum=sha256(content.encode()),
    )
    _freeze_members(report, taken)
    for form, made in papers.files_of(taken.report, papers.seal_of(report)):
        SubmittedFile.objects.create(report=report, form=form, content=made, sha256=sha256(made))
    return report


def content_of(taken, *, application, version, at, by):
    """All that a frozen report says, as plain data: what is told, digests of those behind it, and over it of what and whose it is."""
    data = told(taken.report)
    for each in [*data["indicators"], *data["effectiveness"], data["people"]]:
        found = {part: taken.members.get((each["key"], part)) for part in Part}
        each["members"] = {str(part): members.digest for part, members in found.items() if members is not None}
    head = {
        "application": application.number,
        "period": {"since": application.since.isoformat(), "until": application.until.isoformat()},
        "is_final": application.is_final,
        "version": version,
        "submitted_at": at.isoformat(),
        "submitted_by": str(by),
    }
    return head | data


def sha256(content: bytes):
    """The digest of the bytes, as 64 hexadecimal digits."""
    return hashlib.sha256(content).hexdigest()


def _freeze_members(report, taken):
    """Some rows at a time: an array of ten thousand numbers is a long text, and there are a hundred of them."""
    rows = (
        FrozenMembers(report=report, key=key, part=part, women=each.women, men=each.men, things=each.things)
        for (key, part), each in taken.members.items()
    )
    FrozenMembers.objects.bulk_create(rows, batch_size=ROWS_AT_ONCE)
