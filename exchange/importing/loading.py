"""The rows of a file put into a new import, unread as yet."""

import hashlib

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from participants.vocabulary import Scope

from .. import statements
from ..models import ImportRow, ImportRun, State
from ..reading import Unreadable, open_file
from .batches import batches
from .refusing import NotPossible

WRONG_SCOPE = {
    Scope.SL2014: _(
        "Projekt jest z perspektywy 2014–2020, a plik SM EFS opisuje uczestników perspektywy 2021–2027. Osoby zapisz w programie; plik "
        "w układzie SL2014 można stąd wyeksportować."
    ),
    Scope.BASIC: _(
        "Projekt nie jest z perspektywy 2021–2027, więc nie przyjmuje pliku SM EFS. Osoby zapisz w programie."
    ),
}


@transaction.atomic
def load(*, project, by, file, name, submission=None):
    """Stores the rows of a file (open for reading bytes) and gives back the import. Raises ``Unreadable``.

    ``by`` is None for the command line. A file with a wrong heading or encoding leaves nothing behind.
    """
    refuse_other_forms(project)
    source = open_file(file)
    run = ImportRun(project=project, by=by, file_name=name[-200:], kind=source.kind, sha256=_digest(file))
    if submission:
        run.submission = submission
    run.save()
    for rows in batches(source.rows()):
        statements.insert(ImportRow, [{"run_id": run.pk, "number": number, "cells": cells} for number, cells in rows])
        run.total += len(rows)
    run.save()
    return run


def refuse_other_forms(project):
    """A file of SM EFS goes into projects of 2021–2027 only."""
    if project.scope != Scope.SMEFS:
        raise Unreadable(str(WRONG_SCOPE[project.scope]))


def _digest(file):
    file.seek(0)
    digest = hashlib.file_digest(file, "sha256").hexdigest()
    file.seek(0)
    return digest


def begin_again(run):
    """Takes an import that is not done back to the beginning: its rows stay, with their corrections."""
    if run.state in (State.DONE, State.UNDONE) or run.is_alive:
        raise NotPossible(str(_("Ten import jest już zapisany albo właśnie trwa. Odśwież stronę.")))
    run.state, run.checked, run.failure = State.LOADED, 0, ""
    run.save(update_fields=["state", "checked", "failure"])
