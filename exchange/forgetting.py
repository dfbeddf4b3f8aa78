"""What is copied out of the authority's files is kept for some months only: people's rows of imports and of comparisons.

The participants themselves, and what the authority has of each (``AuthorityRow``), are not touched. Why:
docs/decisions/authority-files.md.
"""

from datetime import datetime, time

from django.db import transaction
from django.utils import timezone

from accounts.models import ChangeLog
from participants.history.forgetting import blank
from projects.months import months_later

from .models import Comparison, ImportRow, ImportRun, State

OVER = (State.DONE, State.UNDONE)


class Due:
    """What is older than so many months, of some projects (a queryset) or of all: ``counts()`` counts it, ``forget()`` deletes it."""

    def __init__(self, months, projects=None):
        self.before = timezone.make_aware(datetime.combine(months_later(timezone.localdate(), -months), time.min))
        within = {} if projects is None else {"project__in": projects.order_by().values("pk")}
        self.runs = ImportRun.objects.filter(**within)
        self.comparisons = Comparison.objects.filter(brought_at__lt=self.before, **within)

    @property
    def finished(self):
        """The rows of imports that were written, or written and taken back. The imports stay, with their figures."""
        runs = self.runs.filter(state__in=OVER, done_at__lt=self.before)
        return ImportRow.objects.filter(run__in=runs.order_by().values("pk"))

    @property
    def abandoned(self):
        """Imports that were begun and never written."""
        return self.runs.filter(created_at__lt=self.before).exclude(state__in=OVER)

    def counts(self):
        """How many rows of finished imports, imports never written, and comparisons there are."""
        return self.finished.count(), self.abandoned.count(), self.comparisons.count()

    @transaction.atomic
    def forget(self):
        """Deletes them all; gives back what ``counts`` said. An import that a worker is at stays."""
        self._forget_taken_back()
        idle = [run.pk for run in self.abandoned.order_by("pk") if not run.is_alive]
        gone = self.finished.count(), len(idle), self.comparisons.count()
        self.finished.delete()
        ImportRun.objects.filter(pk__in=idle).delete()
        self.comparisons.delete()
        return gone

    def _forget_taken_back(self):
        """People whom an import brought and its undoing took away are in no table any more: nor shall the history hold them."""
        runs = self.finished.filter(run__state=State.UNDONE).order_by().values_list("run", flat=True).distinct()
        undone = ChangeLog.objects.filter(how=ChangeLog.How.UNDO, source__in=[str(pk) for pk in runs])
        blank(undone.filter(act=ChangeLog.Act.REMOVED))
