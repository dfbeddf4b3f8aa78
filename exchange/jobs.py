"""Long work of an import, done by the worker beside the pages (django-tasks-db): it survives the browser being closed.

A worker that is killed leaves an import that is not finished (``ImportRun.is_interrupted``) and nothing half-written.
"""

import logging

from django.utils.translation import gettext as _
from django_tasks import task

from .importing import NotPossible, carry_out, check
from .models import ImportRun, State

logger = logging.getLogger(__name__)
WORK = {"check": check, "write": carry_out}


def start(run, what):
    """Puts the work ("check" or "write") into the queue, together with whatever else the request commits."""
    if what == "write":
        ready = ImportRun.objects.filter(pk=run.pk, state=State.CHECKED, rejected=0)
        if not ready.update(state=State.ORDERED):  # ordered, changed or written by somebody else in this very moment
            raise NotPossible(_("Najpierw sprawdź plik; zapisać można tylko import sprawdzony i jeszcze niezapisany."))
        run.state = State.ORDERED
    work.enqueue(run.pk, what)


@task()
def work(pk, what):
    """Does the work of an import; what stands in its way is kept on the import, in words."""
    run = ImportRun.objects.get(pk=pk)
    try:
        WORK[what](run)
    except NotPossible as refusal:
        ImportRun.objects.filter(pk=pk).update(failure=str(refusal)[:400])
    except Exception:  # the queue would keep the trace, and with it what people typed
        logger.exception("import %s, %s", pk, what)
