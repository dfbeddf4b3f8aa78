"""The import itself: everything in one transaction, or nothing."""

from django.db import DatabaseError, IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from accounts.acting import acting
from accounts.models import ChangeLog
from participants.models import Participation
from projects.forms.base import sentence_for

from .. import statements
from ..models import ImportRun, State
from .batches import chunks_of
from .checking import count, rules_of
from .planning import Planner
from .refusing import NotPossible
from .writing import Writer

CHANGED = _("Od sprawdzenia pliku zmieniły się dane w programie. Sprawdź plik jeszcze raz; nic nie zapisano.")


def carry_out(run):
    """Writes every row that is not excluded. Raises ``NotPossible`` and leaves everything as it was when one cannot be written."""
    with statements.held("run", run.pk) as is_ours:
        _refuse_unready(run, is_ours)
        run.state, run.failure = State.WRITING, ""
        run.save(update_fields=["state", "failure"])
        try:
            with acting(how=ChangeLog.How.FILE, source=str(run.pk), **_who(run)), transaction.atomic():
                _write(run)
        except IntegrityError as error:
            raise _failed(run, sentence_for(error, Participation)) from None
        except NotPossible as refusal:
            raise _failed(run, refusal.sentence) from None
        except DatabaseError:
            _failed(run, _("Baza danych przerwała zapis. Nic nie zapisano; spróbuj jeszcze raz."))
            raise
    run.refresh_from_db()
    return run


def _who(run):
    """Whoever brought the file; where a command did, whoever is acting already."""
    return {"user": run.by_id} if run.by_id else {}


def _refuse_unready(run, is_ours):
    if not is_ours:
        raise NotPossible(_("Ten import właśnie trwa. Poczekaj, aż się skończy."))
    run.refresh_from_db()
    if run.state not in (State.CHECKED, State.ORDERED, State.WRITING):
        raise NotPossible(_("Najpierw sprawdź plik; zapisać można tylko import sprawdzony i jeszcze niezapisany."))
    if run.rejected:
        raise NotPossible(_("Są wiersze z błędami. Popraw je albo pomiń; nic nie zapisano."))


def _write(run):
    if not statements.lock_until_commit("project", run.project_id):
        raise NotPossible(_("W tym projekcie trwa inny import. Poczekaj, aż się skończy."))
    planner = Planner(run.project, rules_of(run.project), run.by, hold=True)
    writer = Writer(run.project, run)
    for rows in chunks_of(run.rows.filter(is_excluded=False)):
        plans = planner.plan([(row.number, row.cells) for row in rows])
        if any(plan.errors for plan in plans):
            raise NotPossible(CHANGED)
        writer.write(plans)
    count(run)
    # The database's own clock: triggers put the same moment on every participation that the import changes.
    ImportRun.objects.filter(pk=run.pk).update(state=State.DONE, made=writer.made, done_at=Now())


def _failed(run, sentence):
    """Back to where it was before, with the reason; an exception to be raised."""
    run.state, run.failure = State.CHECKED, str(sentence)[:400]
    run.save(update_fields=["state", "failure"])
    return NotPossible(sentence)
